"""His debts: the page, one debt and how it went, the sheet for who helps him, and telling how it stands now."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.debt import CorrectedReadingForm, DebtForm, EndingForm, NoDebtsForm, ReadingForm
from regie.desk.pages.debt_overview import overview_page
from regie.desk.pages.debt_words import described, described_line, described_none, described_reading
from regie.desk.pages.debts import debt_page, debts_page
from regie.desk.pages.places import DEBTS
from regie.desk.pages.plan_words import page_around
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.desk.views.standing import standing_fact
from regie.desk.views.telling import Noun
from regie.plans.models import Debt, DebtReading, NoDebts
from regie.plans.queries import DebtLine, debt_line
from regie.plans.rules import ReadingAccount

DEBT = Noun("debt", "Schuld", Debt, DebtForm, described, DEBTS)
DEBT_READING = Noun(
    "debtreading", "Stand van een schuld", DebtReading, CorrectedReadingForm, described_reading, DEBTS
)
NO_DEBTS = Noun("nodebts", "Zijn antwoord over schulden", NoDebts, NoDebtsForm, described_none, DEBTS)


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def debts(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """What he owes, what threatens first."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    page = debts_page(trajectory, mine=guidance.is_open_to(request.actor), on=request.today)
    return render(request, "desk/debts.html", {"page": page})


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def overview(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """The same on one sheet, to print."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    mine = guidance.is_open_to(request.actor)
    page = overview_page(trajectory, mine=mine, by=request.actor.label, on=request.today)
    return render(request, "desk/debt_overview.html", {"page": page})


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def debt(request: StaffRequest, debt_ref: uuid.UUID) -> HttpResponse:
    """One debt, and how it went."""
    seen = Debt.objects.current().visible_to(request.actor)
    told = get_object_or_404(
        seen.select_related("trajectory__person", "trajectory__municipality"), ref=debt_ref
    )
    guidance = told.trajectory.guidance()
    log_guided(request, told.trajectory, guidance)
    page = debt_page(told, mine=guidance.is_open_to(request.actor))
    return render(request, "desk/debt.html", {"page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def read(request: StaffRequest, debt_ref: uuid.UUID) -> HttpResponse:
    """How it stands now; what held last stands in the form."""
    told = _told(request, debt_ref)
    line = debt_line(told)
    form = ReadingForm.of(
        request,
        initial=ReadingForm.anew(line.now, request.today),
        trajectory=told.trajectory,
        on=request.today,
    )
    if form.attempt(lambda: told.read(**_sent(request, form))):
        messages.success(request, "Stand vastgelegd. Wat er eerst stond, blijft te lezen.")
        return redirect("desk:debts", told.trajectory.person.ref)
    return _asks(request, line, form, "Nieuwe stand van een schuld", "Hoe staat het nu met deze schuld?")


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def end(request: StaffRequest, debt_ref: uuid.UUID) -> HttpResponse:
    """It is over, and why."""
    told = _told(request, debt_ref)
    initial = EndingForm.first(request.today)
    line = debt_line(told)
    form = EndingForm.of(request, initial=initial, trajectory=told.trajectory, on=request.today)
    if form.attempt(lambda: told.end(**_sent(request, form))):
        messages.success(request, "Vastgelegd dat de schuld voorbij is.")
        return redirect("desk:debts", told.trajectory.person.ref)
    return _asks(request, line, form, "Deze schuld is voorbij", "Hoe het ging, blijft te lezen.")


def _told(request: StaffRequest, debt_ref: uuid.UUID) -> Debt:
    """The debt that stands, of who is guided by who asks; else there is nothing here (404)."""
    told: Debt = standing_fact(request, Debt.objects.current().visible_to(request.actor), debt_ref)
    return told


def _sent(request: StaffRequest, form: Any) -> dict[str, Any]:
    account: ReadingAccount = form.account
    return {
        "account": account,
        "submission": form.cleaned_data["submission"],
        "by": request.actor,
        "at": request.at,
    }


def _asks(request: StaffRequest, line: DebtLine, form: Any, title: str, lead: str) -> HttpResponse:
    """The form, under the debt that it is about and how that stands."""
    person = line.debt.trajectory.person
    about = (described_line(line),)
    page = page_around(person, title, lead, "Opslaan", under=DEBTS, told=about)
    return render(request, "ui/told_form.html", {"form": form, "page": page})
