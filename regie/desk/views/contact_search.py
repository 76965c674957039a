"""Looking for what was told of contact: of one young person, or of all whom he may see."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.contacts.rules import Sought
from regie.desk.forms.contact_search import ContactSearchForm
from regie.desk.pages.contact_search import all_contact_page, his_contact_page
from regie.desk.views.kept_question import keep, kept
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_all_of, log_guided

KIND = "contact_search"


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_http_methods(["GET", "POST"])
def search_contacts(request: StaffRequest) -> HttpResponse:
    """Asks, or shows in whose contact it stands; of everybody whose words are read it is written in the access log."""
    form, gone = _form(request)
    if request.method == "POST" and form.is_valid():
        return keep(request, KIND, form.cleaned_data["text"], reverse("desk:search_contacts"))
    page = all_contact_page(_sought(form), viewer=request.actor, number=request.GET.get("pagina"), gone=gone)
    log_all_of(request, page.read)
    return render(request, "desk/contact_search.html", {"page": page, "form": form})


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_http_methods(["GET", "POST"])
def search_his_contacts(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """The same of one young person: everything in which it stands."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    form, gone = _form(request)
    if request.method == "POST" and form.is_valid():
        url = reverse("desk:search_his_contacts", args=[person_ref])
        return keep(request, KIND, form.cleaned_data["text"], url)
    page = his_contact_page(
        trajectory,
        _sought(form),
        viewer=request.actor,
        mine=guidance.is_by(request.actor),
        number=request.GET.get("pagina"),
        gone=gone,
    )
    return render(request, "desk/contact_search.html", {"page": page, "form": form})


def _form(request: StaffRequest) -> tuple[ContactSearchForm, bool]:
    asked, gone = kept(request, KIND)
    sent = request.POST if request.method == "POST" else {"text": asked} if asked else None
    return ContactSearchForm(sent, initial=request.typed.dict() if request.typed else None), gone


def _sought(form: ContactSearchForm) -> Sought | None:
    return form.sought if form.is_valid() else None
