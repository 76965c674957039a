"""Logging contact, telling it better, and taking it back."""

import uuid
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.contacts.models import ContactMoment
from regie.desk.forms.contact import ContactForm
from regie.desk.forms.contact_search import ContactSearchForm
from regie.desk.pages.contact import known_contact_page, new_contact_page
from regie.desk.pages.contact_choice import contact_choice_page
from regie.desk.pages.contact_log import contact_log_page, shows_road
from regie.desk.pages.out_of_sight import ALSO_SEARCHED, way_to_search
from regie.desk.pages.record import record_now
from regie.desk.views.kept_words import keeps_words
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_reading
from regie.partners.models import Organisation
from regie.partners.queries import organisations_on_map
from regie.plans.models import Step
from regie.trajectories.models import Trajectory
from regie.ui.verb_form import VerbForm


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def contacts(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """All contact with this young person; opening it is written in the access log."""
    trajectory = get_trajectory(request.actor, person_ref)
    mine = trajectory.is_guided_by(request.actor)
    address = request.GET.dict()
    record = record_now(trajectory, on=request.today) if shows_road(address) else None
    page = contact_log_page(trajectory, editable=mine, address=address, record=record)
    log_reading(request, trajectory)
    return render(request, "desk/contacts.html", {"page": page, "search": ContactSearchForm()})


@requires(Permission.GUIDE)
@require_safe
def choose_contact(request: StaffRequest) -> HttpResponse:
    """With whom there was contact."""
    return render(
        request, "desk/choose_contact.html", {"page": contact_choice_page(request.actor, on=request.today)}
    )


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
@keeps_words
def log_contact(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """One moment of contact with this young person."""
    trajectory = get_trajectory(request.actor, person_ref)
    trajectory.check_guided_by(request.actor)
    form = contact_form(request, trajectory, {"happened_on": f"{request.today:%d-%m-%Y}"})
    made = form.attempt(
        lambda: ContactMoment.log(
            trajectory=trajectory,
            account=form.account,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    if made:
        way = way_to_search(made)
        messages.success(request, ALSO_SEARCHED if way else "Contact vastgelegd.")
        return redirect(way or reverse("desk:person", args=[person_ref]))
    page = new_contact_page(trajectory.person, viewer=request.actor, on=request.today)
    return render(request, "desk/contact.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
@keeps_words
def correct_contact(request: StaffRequest, contact_ref: uuid.UUID) -> HttpResponse:
    """Tells a moment of contact better."""
    moment = _moment(request, contact_ref)
    form = contact_form(request, moment.trajectory, ContactForm.told(moment), told=moment)
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


def contact_form(
    request: StaffRequest,
    trajectory: Trajectory,
    initial: dict[str, Any],
    *,
    told: ContactMoment | None = None,
) -> ContactForm:
    """With the steps of his plan, and whom this officer reads on the social map; what was `told` stays to choose."""
    steps = Step.objects.visible_to(request.actor).current().of(trajectory)
    places = organisations_on_map(request.actor, on=request.today, municipality_id=trajectory.municipality_id)
    if told and told.step:  # it may be another version since, or withdrawn
        others = steps.exclude(ref=told.step.ref)
        steps = Step.objects.visible_to(request.actor).filter(Q(pk__in=others) | Q(pk=told.step.pk))
    if told and told.organisation:  # it may have ended
        every = Organisation.objects.visible_to(request.actor)
        places = every.filter(Q(pk__in=places.order_by()) | Q(pk=told.organisation.pk)).order_by("name", "pk")
    form: ContactForm = ContactForm.of(
        request,
        initial=initial,
        version=told.pk if told else None,
        steps=steps.order_by("goal", "pk"),
        organisations=places,
    )
    return form


def _moment(request: StaffRequest, contact_ref: uuid.UUID) -> ContactMoment:
    """The moment as it stands, if this officer guides the young person; else there is nothing here (404)."""
    current = ContactMoment.objects.current().visible_to(request.actor)
    moment = get_object_or_404(
        current.select_related("trajectory__person", "trajectory__municipality", "step", "organisation"),
        ref=contact_ref,
    )
    moment.trajectory.check_guided_by(request.actor)
    log_reading(request, moment.trajectory)
    return moment
