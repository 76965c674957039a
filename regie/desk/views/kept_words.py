"""Contact that cannot be logged any more while it is typed: its words are kept as a note of who typed them."""

import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import wraps
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from regie.accounts.access import StaffRequest
from regie.base.errors import NotAllowed, NotNow
from regie.contacts.models import ContactMoment, Jotting
from regie.contacts.rules import Jotted
from regie.desk.forms.contact import ContactForm
from regie.partners.models import Organisation
from regie.plans.models import Step
from regie.trajectories.models import Trajectory

NOT_HIS = "U begeleidt deze jongere niet meer."
NOT_THERE = "Dit contact is er niet meer."
KEPT = "Uw woorden zijn bewaard als kladnotitie. Alleen u ziet haar."

A_DAY = timedelta(days=1)

View = Callable[..., HttpResponse]


def keeps_words(view: View) -> View:
    """The view; what somebody typed of whom he guides, or just did, is kept when it cannot be logged now."""

    @wraps(view)
    def respond(request: StaffRequest, **ref: uuid.UUID) -> HttpResponse:
        try:
            return view(request, **ref)
        except (Http404, NotAllowed, NotNow) as refused:
            note = _kept(request, ref) if request.method == "POST" else None
            if note is None:
                raise
            why = refused.sentence if isinstance(refused, NotNow) else _why(request, ref)
            messages.warning(request, f"Dit contact is niet vastgelegd. {why} {KEPT}")
            return redirect("desk:jotting", note)

    return respond


def _kept(request: StaffRequest, ref: dict[str, uuid.UUID]) -> uuid.UUID | None:
    """The number of the note: that of the form, so that the same form makes one. None when there is nothing to keep."""
    form = ContactForm.of(
        request,
        steps=Step.objects.visible_to(request.actor).none(),
        organisations=Organisation.objects.none(),
    )
    form.full_clean()
    about = _on_his_screen(request, ref)
    if about is None or not form.wrote:
        return None
    note: uuid.UUID = form.cleaned_data.get("submission") or uuid.uuid4()
    told = {name: form.cleaned_data.get(name, "") for name in ("kind", "outcome")}
    jotted = Jotted(request.at, form.typed, about=str(about.person), **told)
    with suppress(IntegrityError):
        Jotting.keep(note, jotted, writer=request.user, by=request.actor, at=request.at)
    return note


def _of(ref: dict[str, uuid.UUID]) -> dict[str, Any]:
    """Whose contact it is: of a young person, or a moment that is told better."""
    if "person_ref" in ref:
        return {"person__ref": ref["person_ref"]}
    return {"pk__in": ContactMoment.objects.filter(ref=ref["contact_ref"]).values("trajectory")}


def _on_his_screen(request: StaffRequest, ref: dict[str, uuid.UUID]) -> Trajectory | None:
    """Whom he guides, or did a day ago: a form that is older than that was not on his screen any more."""
    for at in (request.at, request.at - A_DAY):
        then = request.user.acting(at)
        his = Trajectory.objects.visible_to(then).in_hands_of(then).filter(**_of(ref))
        if found := his.select_related("person").first():
            return found
    return None


def _why(request: StaffRequest, ref: dict[str, uuid.UUID]) -> str:
    still = Trajectory.objects.visible_to(request.actor).in_hands_of(request.actor)
    return NOT_THERE if still.filter(**_of(ref)).exists() else NOT_HIS
