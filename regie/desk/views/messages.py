"""Messages: bringing one in, sorting them, and confirming what one tells."""

import uuid

from django.contrib import messages as notes
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import where_may
from regie.desk.forms.message import ConfirmationForm, HandingOverForm, ReceivingForm
from regie.desk.pages.messages import (
    aftercare_page,
    as_recognised,
    filed_page,
    handing_over_page,
    message_page,
    messages_page,
    receiving_page,
)
from regie.desk.views.reading import log_message
from regie.intake.actions import confirm_message, hand_over_messages
from regie.intake.actions import receive as receive_text
from regie.intake.models import Confirmation, Message
from regie.intake.queries import filed_by, reading_of, waiting_messages
from regie.recognition.rules import PersonReading
from regie.trajectories.models import Referral, Trajectory
from regie.ui.verb_form import VerbForm


@requires(Permission.SCREEN_REFERRALS)
@require_http_methods(["GET", "POST"])
def messages(request: StaffRequest) -> HttpResponse:
    """Berichten that wait; what is not for the officer is handed over from here, one or many."""
    form = HandingOverForm.of(request, waiting=waiting_messages(request.actor, on=request.today))
    done = form.attempt(
        lambda: hand_over_messages(form.cleaned_data["messages"], by=request.actor, at=request.at)
    )
    if done is not None:
        notes.success(request, _handed_over(done))
        return redirect("desk:messages")
    page = messages_page(
        request.actor, on=request.today, number=request.GET.get("pagina"), chosen=form.chosen
    )
    return render(request, "desk/messages.html", {"page": page, "form": form})


@requires(Permission.SCREEN_REFERRALS, Permission.TAKE_OVER_MESSAGES)
@require_safe
def aftercare(request: StaffRequest) -> HttpResponse:
    """Voor de nazorg: what was handed over."""
    page = aftercare_page(request.actor, number=request.GET.get("pagina"))
    return render(request, "desk/aftercare.html", {"page": page})


@requires(Permission.SCREEN_REFERRALS)
@require_http_methods(["GET", "POST"])
def receive(request: StaffRequest) -> HttpResponse:
    """Brings a text in, pasted or as a file."""
    mine = Municipality.objects.filter(pk__in=where_may(request.actor, Permission.SCREEN_REFERRALS))
    form = ReceivingForm.of(
        request,
        initial={"received_on": f"{request.today:%d-%m-%Y}"},
        municipalities=mine.order_by("name"),
        files=request.FILES or None,
    )
    made = form.attempt(
        lambda: receive_text(
            form.whole,
            sender=form.cleaned_data["sender"],
            received_on=form.cleaned_data["received_on"],
            municipality=form.cleaned_data["municipality"],
            by=request.actor,
            at=request.at,
        )
    )
    if made and len(made) == 1:
        return redirect("desk:message", made[0].ref)
    if made:
        notes.success(request, _read(made))
        return redirect("desk:messages")
    return render(request, "ui/form_page.html", {"form": form, "page": receiving_page()})


@requires(Permission.SCREEN_REFERRALS, Permission.TAKE_OVER_MESSAGES)
@require_http_methods(["GET", "POST"])
def message(request: StaffRequest, message_ref: uuid.UUID) -> HttpResponse:
    """One message beside what was recognised in it, to confirm field by field."""
    found = _visible(request, message_ref)
    if found is None:
        return _filed(request, message_ref)
    log_message(request, found)
    reading = reading_of(found, on=request.today)
    page = message_page(found, reading, viewer=request.actor, on=request.today)
    if not page.screens:
        return render(request, "desk/message.html", {"page": page})
    form = _confirmation_form(request, found, reading)
    made = form.attempt(
        lambda: confirm_message(
            message=found,
            who=form.identity,
            known=form.known,
            told=form.confirmed,
            by=request.actor,
            at=request.at,
        )
    )
    if made:
        notes.success(request, "Bericht verwerkt.")
        return _to_his_file(request, made)
    return render(request, "desk/message.html", {"page": page, "form": form})


@requires(Permission.SCREEN_REFERRALS)
@require_http_methods(["GET", "POST"])
def hand_over(request: StaffRequest, message_ref: uuid.UUID) -> HttpResponse:
    """One message is not for the officer; asks first."""
    found = _visible(request, message_ref)
    if found is None:
        return _filed(request, message_ref)
    found.check_screened_by(request.actor)
    log_message(request, found)
    form = VerbForm.of(request)
    done = form.attempt(lambda: hand_over_messages([found], by=request.actor, at=request.at))
    if done is not None:
        notes.success(request, _handed_over(done))
        return redirect("desk:messages")
    return render(request, "ui/form_page.html", {"form": form, "page": handing_over_page(found)})


def _confirmation_form(request: StaffRequest, found: Message, reading: PersonReading) -> ConfirmationForm:
    form: ConfirmationForm = ConfirmationForm.of(
        request,
        initial=as_recognised(found, reading),
        viewer=request.actor,
        municipalities=Municipality.objects.filter(pk=found.municipality_id),
    )
    return form


def _visible(request: StaffRequest, message_ref: uuid.UUID) -> Message | None:
    visible = Message.objects.visible_to(request.actor)
    return visible.select_related("delivery", "municipality", "handover").filter(ref=message_ref).first()


def _filed(request: StaffRequest, message_ref: uuid.UUID) -> HttpResponse:
    filed = filed_by(message_ref, viewer=request.actor)
    if filed is None:
        raise Http404
    return render(request, "desk/decided_elsewhere.html", {"page": filed_page(filed)}, status=409)


def _to_his_file(request: StaffRequest, made: Confirmation) -> HttpResponse:
    """His page when he is guided, else his referral."""
    guided = Trajectory.objects.visible_to(request.actor).running(request.today)
    if guided.filter(person=made.person_id).exists():
        return redirect("desk:person", made.person.ref)
    waiting = Referral.objects.open().visible_to(request.actor).filter(person=made.person_id)
    return redirect("desk:referral", waiting.latest("pk").ref)


def _handed_over(number: int) -> str:
    return "Bericht overgedragen." if number == 1 else f"{number} berichten overgedragen."


def _read(made: list[Message]) -> str:
    bad = sum(bool(message.problem) for message in made)
    said = f"{len(made)} berichten ontvangen."
    if not bad:
        return said
    lines = "1 regel is niet gelezen" if bad == 1 else f"{bad} regels zijn niet gelezen"
    return f"{said} {lines}; erbij staat waarom."
