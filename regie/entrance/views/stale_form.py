"""A form came back with a token that is no longer good: the typing is kept, the change is not made."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from regie.entrance.parking import park


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Shows the form again to who sent it from our own page; refuses everything that came from elsewhere.

    The browser itself says where a form came from (Sec-Fetch-Site); without that word it is refused.
    """
    user: Any = request.user
    if user.is_authenticated and request.headers.get("Sec-Fetch-Site") == "same-origin":
        park(request, user_id=str(user.pk))
        messages.warning(request, "Dit formulier was verlopen. Er is nog niets opgeslagen.")
        return redirect(request.path)
    return render(request, "403_csrf.html", status=403)
