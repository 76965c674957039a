"""A form came back with a token that is no longer good: the typing is kept, the change is not made."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from regie.entrance.parking import keeps_typing, park


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Shows the form again to who sent it from our own page; refuses everything that came from elsewhere.

    The browser itself says where a form came from (Sec-Fetch-Site); without that word it is refused.
    """
    if request.headers.get("Sec-Fetch-Site") != "same-origin" or not request.COOKIES:
        return render(request, "403_csrf.html", status=403)
    if request.user.is_authenticated and keeps_typing(request):
        park(request, user_id=str(request.user.pk))
    messages.warning(request, "Dit formulier was verlopen. Er is nog niets opgeslagen.")
    return redirect(request.get_full_path())
