"""Shows the gallery."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from regie.accounts.access import everyone
from regie.gallery.examples import gallery_page


@everyone
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in every state, with invented people."""
    return render(request, "gallery/gallery.html", {"page": gallery_page()})
