"""Looking for a young person: the words are sent, and kept in the sealed session until the next question."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.search import SearchForm
from regie.desk.pages.search import search_page

KEPT, NUMBER = "search", "vraag"


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES, Permission.SCREEN_REFERRALS)
@require_http_methods(["GET", "POST"])
def search(request: StaffRequest) -> HttpResponse:
    """Asks, or shows what came of the last question; its address holds a number, never a word of it."""
    number = request.GET.get(NUMBER, "")
    kept = request.session.get(KEPT, {})
    asked = kept.get("text") if number and kept.get("number") == number else None
    sent = request.POST if request.method == "POST" else {"text": asked} if asked else None
    form = SearchForm(sent, initial=request.typed.dict() if request.typed else None, on=request.today)
    if request.method == "POST" and form.is_valid():
        return _show(request, form.cleaned_data["text"])
    sought = form.sought if form.is_valid() else None
    page = search_page(sought, viewer=request.actor, on=request.today, gone=bool(number) and not asked)
    return render(request, "desk/search.html", {"page": page, "form": form})


def _show(request: StaffRequest, text: str) -> HttpResponse:
    """Leads to an address that can be asked again and gone back to."""
    number = str(uuid.uuid4())
    request.session[KEPT] = {"number": number, "text": text}
    return redirect(f"{reverse('desk:search')}?{NUMBER}={number}")
