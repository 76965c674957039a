"""How to sign in to the demo."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from regie.accounts.access import everyone
from regie.demo.pages import how_page


@everyone
def how(request: HttpRequest) -> HttpResponse:
    """The invented colleagues, their password, and the code of this moment."""
    return render(request, "demo/how.html", {"page": how_page()})
