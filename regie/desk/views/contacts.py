"""Logging contact, telling it better, and taking it back."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.contacts.models import ContactMoment
from regie.desk.forms.contact import ContactForm
from regie.desk.forms.contact_search import ContactSearchForm
from regie.desk.pages.contact import known_contact_page, new_contact_page
from regie.desk.pages.contact_log import contact_log_page
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_reading
from regie.ui.verb_form import VerbForm


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def contacts(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """All contact with this young person; opening it is written in the access log."""
    trajectory = get_trajectory(request.actor, person_ref)
    mine = trajectory.is_guided_by(request.actor)
    page = contact_log_page(trajectory, editable=mine, number=request.GET.get("pagina"))
    log_reading(request, trajectory)
    return render(request, "desk/contacts.html", {"page": page, "search": ContactSearchForm()})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def log_contact(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """One moment of contact with this young person."""
    trajectory = get_trajectory(request.actor, person_ref)
    trajectory.check_guided_by(request.actor)
    form = ContactForm.of(request, initial={"happened_on": f"{request.today:%d-%m-%Y}"})
    if form.attempt(
        lambda: ContactMoment.log(
            trajectory=trajectory,
            account=form.account,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, "Contact vastgelegd.")
        return redirect("desk:person", person_ref)
    page = new_contact_page(trajectory.person, viewer=request.actor, on=request.today)
    return render(request, "desk/contact.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def correct_contact(request: StaffRequest, contact_ref: uuid.UUID) -> HttpResponse:
    """Tells a moment of contact better."""
    moment = _moment(request, contact_ref)
    told = {
        "happened_on": f"{moment.happened_on:%d-%m-%Y}",
        "kind": moment.kind,
        "outcome": moment.outcome,
        "words": moment.words,
    }
    form = ContactForm.of(request, initial=told, version=moment.pk)
    if form.attempt(
        lambda: moment.correct(
            account=form.account, submission=form.cleaned_data["submission"], by=request.actor, at=request.at
        )
    ):
        messages.success(request, "Contact verbeterd. Wat er eerst stond, blijft bewaard.")
        return redirect("desk:person", moment.trajectory.person.ref)
    page = known_contact_page("Contact verbeteren", moment, withdrawable=True)
    return render(request, "desk/contact.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def withdraw_contact(request: StaffRequest, contact_ref: uuid.UUID) -> HttpResponse:
    """Takes back a moment of contact that was not there; asks first."""
    moment = _moment(request, contact_ref)
    form = VerbForm.of(request)
    if form.attempt(lambda: moment.withdraw(by=request.actor, at=request.at)):
        messages.success(request, "Contact ingetrokken. In de geschiedenis blijft het te lezen.")
        return redirect("desk:person", moment.trajectory.person.ref)
    page = known_contact_page("Was dit contact er niet?", moment)
    return render(request, "desk/withdraw_contact.html", {"form": form, "page": page})


def _moment(request: StaffRequest, contact_ref: uuid.UUID) -> ContactMoment:
    """The moment as it stands, if this officer guides the young person; else there is nothing here (404)."""
    current = ContactMoment.objects.current().visible_to(request.actor)
    moment = get_object_or_404(
        current.select_related("trajectory__person", "trajectory__municipality"), ref=contact_ref
    )
    moment.trajectory.check_guided_by(request.actor)
    log_reading(request, moment.trajectory)
    return moment
