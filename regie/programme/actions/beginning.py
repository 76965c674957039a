"""A page begins: with the words that Regie ships, or empty under a name of one's own."""

import uuid
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify

from regie.accounts.models import Municipality
from regie.base.actors import Actor
from regie.base.clock import day
from regie.indicators.models import Indicator
from regie.programme.models import Block, Intervention
from regie.programme.rules import MANY, BlockAccount, Outline, filled, read_outline

SHIPPED = Path(__file__).resolve().parents[3] / "interventions"


def shipped_outline(name: str) -> Outline:
    """An outline that Regie ships, by the name of its file."""
    return read_outline((SHIPPED / f"{name}.yaml").read_text(encoding="utf-8"))


def begin_as_shipped(
    outline: Outline,
    *,
    municipality: Municipality,
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> Intervention:
    """A page with the words of this outline, in which the place is this municipality; one sending is once."""
    with transaction.atomic():
        made = Intervention.begin(
            municipality=municipality,
            code=outline.code,
            name=outline.name,
            since=day(at),
            submission=submission,
            by=by,
            at=at,
        )
        if made.recorded_at == at:
            write_outline(outline, intervention=made, by=by, at=at)
    return made


def begin_own(
    *,
    municipality: Municipality,
    name: str,
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> Intervention:
    """An empty page of another part of the programme, under a name of its own."""
    return Intervention.begin(
        municipality=municipality,
        code=slugify(name)[:60],
        name=name.strip(),
        since=day(at),
        submission=submission,
        by=by,
        at=at,
    )


def write_outline(outline: Outline, *, intervention: Intervention, by: Actor, at: datetime) -> None:
    """Writes every block of an outline; one that stands there already says from now on what the outline says."""
    there = {(one.kind, one.year): one for one in Block.objects.current().filter(intervention=intervention)}
    place = intervention.municipality.name
    with transaction.atomic():
        for one in filled(outline, place=place, year=day(at).year).blocks:
            account = _measured_by(one.account, intervention.municipality)
            standing = there.get((one.kind, one.year)) if one.kind not in MANY else None
            if standing is not None:
                standing.correct(account=account, by=by, at=at)
                continue
            Block.tell(intervention=intervention, account=account, kind=one.kind, year=one.year, by=by, at=at)


def _measured_by(account: BlockAccount, place: Municipality) -> BlockAccount:
    """The same, by the refs of the indicators that it names; one that was not loaded here is left out."""
    if not account.indicators:
        return account
    here = Indicator.objects.filter(Q(municipality=place) | Q(municipality=None))
    found = here.filter(code__in=account.indicators).order_by("pk").values_list("ref", flat=True)
    return replace(account, indicators=tuple(map(str, found)))
