"""What is agreed with him, how it went, and the message that tells it to him."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.contacts.actions import tell_how_it_went
from regie.contacts.enums import AppointmentResult
from regie.contacts.models import Appointment, AppointmentOutcome
from regie.desk.forms.appointment import AppointmentForm, OutcomeForm, SendForm
from regie.desk.pages import appointment_words, appointments
from regie.desk.pages.out_of_sight import ALSO_SEARCHED, way_to_search
from regie.desk.pages.places import AGENDA, appointment_place
from regie.desk.pages.plan_words import page_around
from regie.desk.views.back import back_to
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.desk.views.standing import standing_fact
from regie.desk.views.telling import Noun
from regie.ui.verb_form import VerbForm

APPOINTMENT = Noun(
    "appointment",
    "Afspraak",
    Appointment,
    AppointmentForm,
    appointment_words.described,
    AGENDA,
    better=("verzetten", "gewijzigd"),
)
SAID = {
    AppointmentResult.MADE: "Contact vastgelegd.",
    AppointmentResult.NO_SHOW: "Vastgelegd. Maak een nieuwe afspraak: hij is welkom.",
    AppointmentResult.OFF_BY_HIM: "Afgezegd. Wilt u een nieuwe afspraak maken?",
    AppointmentResult.OFF_BY_US: "Afgezegd. Laat het hem weten.",
}
TAKEN_BACK = (
    "Daarna vragen we weer hoe het ging. Wat er als contact is vastgelegd, gaat mee weg uit het overzicht."
)


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def agenda(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """All that is agreed with this young person."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    page = appointments.appointments_page(trajectory, guidance, viewer=request.actor, at=request.at)
    return render(request, "desk/appointments.html", {"page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def appointment(request: StaffRequest, appointment_ref: uuid.UUID) -> HttpResponse:
    """One appointment; how it went is told here, in one tap."""
    told = _told(request, appointment_ref)
    form = OutcomeForm.of(request)
    made = form.attempt(
        lambda: tell_how_it_went(
            appointment=told,
            account=form.account,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    if made:
        way = way_to_search(made.contact)
        messages.success(request, ALSO_SEARCHED if way else SAID[AppointmentResult(made.result)])
        return redirect(way or back_to(request, "desk:today"))
    page = appointments.appointment_page(told, _outcome(request, told), at=request.at)
    return render(request, "desk/appointment.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def send(request: StaffRequest, appointment_ref: uuid.UUID) -> HttpResponse:
    """The text for his telephone; a number that is typed is in the links and kept nowhere."""
    told = _told(request, appointment_ref)
    form = SendForm.of(request)
    if request.POST.get("sent") and form.attempt(
        lambda: told.tell_sent(submission=form.cleaned_data["submission"], by=request.actor, at=request.at)
    ):
        messages.success(request, "Vastgelegd dat u het hem stuurde.")
        return redirect(AGENDA.url(told.trajectory.person))
    number = form.attempt(form.number) or ""
    page = appointments.send_page(told, officer=request.actor.label, number=number)
    return render(request, "desk/send_appointment.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def take_back(request: StaffRequest, appointment_ref: uuid.UUID) -> HttpResponse:
    """It did not go so; asks first."""
    told = _told(request, appointment_ref)
    outcome = _outcome(request, told)
    if outcome is None:
        return redirect("desk:appointment", appointment_ref)
    form = VerbForm.of(request, version=outcome.pk)
    if form.attempt(lambda: outcome.withdraw(by=request.actor, at=request.at)):
        messages.success(request, "Ingetrokken. In de geschiedenis blijft het te lezen.")
        return redirect("desk:appointment", appointment_ref)
    page = appointments.appointment_page(told, outcome, at=request.at)
    around = page_around(
        told.trajectory.person,
        "Zo ging het niet",
        TAKEN_BACK,
        "Ja, intrekken",
        under=appointment_place(told.ref),
        told=page.told,
    )
    return render(request, "ui/withdrawing.html", {"form": form, "page": around})


def _told(request: StaffRequest, ref: uuid.UUID) -> Appointment:
    found: Appointment = standing_fact(request, Appointment.objects.current().visible_to(request.actor), ref)
    return found


def _outcome(request: StaffRequest, told: Appointment) -> AppointmentOutcome | None:
    seen = AppointmentOutcome.objects.current().visible_to(request.actor).filter(agreed=told.ref)
    found: AppointmentOutcome | None = seen.select_related("contact").first()
    if found:
        found.trajectory = told.trajectory
    return found
