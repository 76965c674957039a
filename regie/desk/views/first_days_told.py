"""What was told of first days: telling it better, and taking it back."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.first_hours import CallForm, FirstDaysForm, NightForm
from regie.desk.pages.detention import correcting_page, withdrawing_page
from regie.desk.views.standing import standing_fact
from regie.trajectories.models import Call, FirstDaysDone, Night
from regie.ui.parts import Item
from regie.ui.verb_form import VerbForm
from regie.ui.words import written


@dataclass(frozen=True)
class Kind:
    """A kind of fact about first days: its name in addresses, its model, how it is asked, and how it reads."""

    name: str
    title: str
    model: Any
    form: Callable[..., Any]
    account: Callable[[Any, Any], Any]
    described: Callable[[Any], str]


CALL = Kind(
    "call",
    "Telefoontje",
    Call,
    lambda request, _told, **more: CallForm.of(request, **more),
    lambda form, told: form.account(told.happened_on),
    lambda told: ": ".join(filter(None, (told.who, told.words))),
)
NIGHT = Kind(
    "night",
    "Slaapplek",
    Night,
    lambda request, told, **more: NightForm.of(request, nights=[told.happened_on], **more),
    lambda form, _told: form.account,
    lambda told: ": ".join(filter(None, (told.get_place_display(), told.words))),
)
DONE = Kind(
    "first_days_done",
    "Afronding eerste dagen",
    FirstDaysDone,
    lambda request, _told, **more: FirstDaysForm.of(request, **more),
    lambda form, told: form.account(told.happened_on),
    lambda told: told.words,
)


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def correct(request: StaffRequest, kind: Kind, **ref: uuid.UUID) -> HttpResponse:
    """Tells it better."""
    told = _told(request, kind, ref)
    form = kind.form(request, told, initial=_typed(told), version=told.pk)
    if form.attempt(
        lambda: told.correct(
            account=kind.account(form, told),
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, f"{kind.title} verbeterd. Wat er eerst stond, blijft bewaard.")
        return redirect("desk:first_hours", told.trajectory.person.ref)
    withdraw_url = reverse(f"desk:withdraw_{kind.name}", args=[told.ref])
    page = correcting_page(told.trajectory.person, kind.title, withdraw_url)
    return render(request, "desk/correcting.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, kind: Kind, **ref: uuid.UUID) -> HttpResponse:
    """Takes back what was not so; asks first."""
    told = _told(request, kind, ref)
    form = VerbForm.of(request)
    if form.attempt(lambda: told.withdraw(by=request.actor, at=request.at)):
        messages.success(request, f"{kind.title} ingetrokken. In de geschiedenis blijft het te lezen.")
        return redirect("desk:first_hours", told.trajectory.person.ref)
    item = Item(kind.title, kind.described(told), written(told.happened_on))
    page = withdrawing_page(told.trajectory.person, kind.title, item)
    return render(request, "ui/withdrawing.html", {"form": form, "page": page})


def _told(request: StaffRequest, kind: Kind, ref: dict[str, uuid.UUID]) -> Any:
    """The one that stands and that he may see."""
    (wanted,) = ref.values()
    return standing_fact(request, kind.model.objects.current().visible_to(request.actor), wanted)


def _typed(told: Any) -> dict[str, str]:
    """What is told, as it would be typed; of a night its day is an answer to choose."""
    values = vars(told.account)
    typed = {
        name: f"{value:%d-%m-%Y}" if isinstance(value, date) else str(value)
        for name, value in values.items()
        if value
    }
    return typed | ({"happened_on": told.happened_on.isoformat()} if isinstance(told, Night) else {})
