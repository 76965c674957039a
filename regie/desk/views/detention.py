"""Telling of his detention, telling it better, and taking it back."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.detention import DetentionForm, ReleaseForm, SentenceForm, StayForm
from regie.desk.forms.leave import LeaveForm
from regie.desk.pages.detention import correcting_page, described, telling_page, withdrawing_page
from regie.desk.pages.leave_words import described_leave
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_reading
from regie.detention.enums import Arrival
from regie.detention.models import Leave, ReleaseDate, Sentence, Stay
from regie.detention.queries import told as find_told
from regie.trajectories.actions import correct_detention, tell_detention, withdraw_detention
from regie.trajectories.models import Trajectory
from regie.ui.parts import Item
from regie.ui.verb_form import VerbForm


@dataclass(frozen=True)
class Kind:
    """A kind of fact: its name in addresses, what it is called on the page, its form, its model and its words.

    `ending` says that it is over: as what one can do, and as what was done.
    """

    name: str
    title: str
    form: type[DetentionForm]
    model: type[Any]
    described: Callable[[Any], Item] = described
    ending: tuple[str, str] = ("beëindigen", "beëindigd")


STAY = Kind("stay", "Verblijf", StayForm, Stay)
SENTENCE = Kind("sentence", "Straf of maatregel", SentenceForm, Sentence)
LEAVE = Kind("leave", "Verlof", LeaveForm, Leave, described_leave)
RELEASE = Kind("release", "Datum van vrijlating", ReleaseForm, ReleaseDate)


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, person_ref: uuid.UUID, kind: Kind) -> HttpResponse:
    """Something new about his detention."""
    trajectory = guided(request, person_ref)
    form: Any = kind.form.of(request)
    if told := form.attempt(
        lambda: tell_detention(
            trajectory=trajectory,
            account=form.account,
            source=form.source_told,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, f"{kind.title} vastgelegd. {form.afterthought}".strip())
        return redirect(_then(told), person_ref)
    page = telling_page(trajectory.person, f"{kind.title} vastleggen")
    return render(request, "ui/form_page.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def correct(request: StaffRequest, person_ref: uuid.UUID, kind: Kind, **ref: uuid.UUID) -> HttpResponse:
    """Tells it better."""
    trajectory = guided(request, person_ref)
    told = told_of(trajectory, kind, ref)
    initial = {name: _typed(value) for name, value in vars(told.account).items()}
    form: Any = kind.form.of(request, initial=initial, version=told.pk)
    if form.attempt(
        lambda: correct_detention(
            trajectory=trajectory,
            told=told,
            account=form.account,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, f"{kind.title} verbeterd. Wat er eerst stond, blijft bewaard.")
        return redirect("desk:person", person_ref)
    withdraw_url = reverse(f"desk:withdraw_{kind.name}", args=[person_ref, told.ref])
    page = correcting_page(trajectory.person, kind.title, withdraw_url)
    return render(request, "desk/correcting.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, person_ref: uuid.UUID, kind: Kind, **ref: uuid.UUID) -> HttpResponse:
    """Takes back what was not so; asks first."""
    trajectory = guided(request, person_ref)
    told = told_of(trajectory, kind, ref)
    form = VerbForm.of(request)
    if form.attempt(
        lambda: withdraw_detention(trajectory=trajectory, told=told, by=request.actor, at=request.at)
    ):
        messages.success(request, f"{kind.title} ingetrokken. In de geschiedenis blijft het te lezen.")
        return redirect("desk:person", person_ref)
    page = withdrawing_page(trajectory.person, kind.title, kind.described(told))
    return render(request, "ui/withdrawing.html", {"form": form, "page": page})


def _then(told: Any) -> str:
    """Where it leads: after a move to what is told again there, else to his page."""
    return "desk:moved" if isinstance(told, Stay) and told.arrival == Arrival.MOVED else "desk:person"


def guided(request: StaffRequest, person_ref: uuid.UUID) -> Trajectory:
    """The trajectory of the young person whom he guides; that he opened it is written down."""
    trajectory = get_trajectory(request.actor, person_ref)
    trajectory.check_guided_by(request.actor)
    log_reading(request, trajectory)
    return trajectory


def told_of(trajectory: Trajectory, kind: Kind, ref: dict[str, uuid.UUID]) -> Any:
    """The fact as it stands, when it is about him; else there is nothing here (404)."""
    (wanted,) = ref.values()
    found = find_told(kind.model, trajectory.person, wanted)
    if found is None:
        raise Http404
    return found


def _typed(value: Any) -> Any:
    """As it is typed into the form."""
    if isinstance(value, time):
        return f"{value:%-H.%M}"
    return f"{value:%d-%m-%Y}" if isinstance(value, date) else value
