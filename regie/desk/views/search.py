"""Looking for a young person: the words are sent, and kept in the sealed session until the next question."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.search import SearchForm
from regie.desk.pages.search import search_page
from regie.desk.views.kept_question import keep, kept

KIND = "search"


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES, Permission.SCREEN_REFERRALS)
@require_http_methods(["GET", "POST"])
def search(request: StaffRequest) -> HttpResponse:
    """Asks, or shows what came of the last question; its address holds a number, never a word of it."""
    asked, gone = kept(request, KIND)
    sent = request.POST if request.method == "POST" else {"text": asked} if asked else None
    form = SearchForm(sent, initial=request.typed.dict() if request.typed else None, on=request.today)
    if request.method == "POST" and form.is_valid():
        return keep(request, KIND, form.cleaned_data["text"], reverse("desk:search"))
    sought = form.sought if form.is_valid() else None
    page = search_page(sought, viewer=request.actor, on=request.today, gone=gone)
    return render(request, "desk/search.html", {"page": page, "form": form})
