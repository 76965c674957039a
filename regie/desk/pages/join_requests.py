"""Who asks to be involved himself, and what he was answered."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.urls import reverse

from regie.desk.pages.lines import Line
from regie.trajectories.enums import JoinState
from regie.trajectories.models import JoinRequest
from regie.ui.parts import Action, Item
from regie.ui.words import written


def asked_to_join(told: Any) -> Item:
    """Who asks it when, and why; of whom was refused, why not."""
    refused = f"Niet betrokken op {written(told.refused_on)}: {told.why_refused}" if told.refused_on else ""
    return Item(
        told.who, told.words, " · ".join(filter(None, (f"Vroeg dit op {written(told.happened_on)}", refused)))
    )


def waiting_lines(
    asked: Collection[JoinRequest], standing: Collection[UUID], *, mine: bool
) -> tuple[Line, ...]:
    """Those without an answer: to involve or not."""
    waiting = (one for one in asked if one.account.state(standing) == JoinState.WAITS)
    return tuple(
        Line(asked_to_join(one), (*_answering(one), *_changing(one)) if mine else ()) for one in waiting
    )


def answered_lines(
    asked: Collection[JoinRequest], standing: Collection[UUID], *, mine: bool
) -> tuple[Line, ...]:
    """Those with an answer; of whom was refused it can still become yes."""
    found = []
    for one in asked:
        state, item = one.account.state(standing), asked_to_join(one)
        if state != JoinState.WAITS:
            again = _answering(one)[:1] if state == JoinState.REFUSED else ()
            shown = Item(f"{item.term}, vroeg om mee te doen: {state.label}", item.description, item.more)
            found.append(Line(shown, (*again, *_changing(one)) if mine else ()))
    return tuple(found)


def _answering(one: JoinRequest) -> tuple[Action, ...]:
    return (
        Action("Betrekken", reverse("desk:involve_asker", args=[one.ref])),
        Action("Niet betrekken", reverse("desk:refuse_joinrequest", args=[one.ref])),
    )


def _changing(one: JoinRequest) -> tuple[Action, ...]:
    return (
        Action("Verbeteren", reverse("desk:correct_joinrequest", args=[one.ref])),
        Action("Intrekken", reverse("desk:withdraw_joinrequest", args=[one.ref])),
    )
