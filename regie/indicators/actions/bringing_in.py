"""The figures of a file are brought in: every line says what becomes of it, and when one is wrong nothing is loaded."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import check_may
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotValid
from regie.indicators.enums import Arrived, Way
from regie.indicators.models import Definition, IndicatorHalt, Observation
from regie.indicators.rules import FigureLine, ObservationAccount, check_begun
from regie.privacy.actions import journal
from regie.privacy.enums import Verb

OTHERWISE = "Dit cijfer staat er al, anders: {there}. Verbeter het daar, of noem een andere uitgave."
TOO_EARLY = "De definitie geldt vanaf {since:%d-%m-%Y}. Kies een andere definitie."
NOTHING = "Er is niets ingelezen. Verbeter eerst wat hieronder staat."


@dataclass(frozen=True)
class Brought:
    """What becomes of one line, and why."""

    line: FigureLine
    arrived: Arrived
    words: str = ""


def preview_figures(
    lines: Iterable[FigureLine],
    *,
    definition: Definition,
    municipality: Municipality,
    by: Actor,
    at: datetime,
) -> list[Brought]:
    """What bringing these lines in would do; changes nothing; two queries. Raises NotAllowed or NotNow."""
    check_may(by, Permission.KEEP_INDICATORS, municipality.pk)
    return _told(lines, definition, municipality, on=day(at))


def bring_figures(
    lines: Iterable[FigureLine],
    *,
    definition: Definition,
    municipality: Municipality,
    way: Way,
    by: Actor,
    at: datetime,
) -> list[Brought]:
    """Writes all of them down, or none; what stands there already as told stays. Sent twice is once.

    Raises NotAllowed, NotValid when one of them is wrong, or NotNow when the indicator is followed no more.
    """
    check_may(by, Permission.KEEP_INDICATORS, municipality.pk)
    with transaction.atomic():
        # Two files at once: the second waits here, and then finds what the first brought in.
        Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)
        told = _told(lines, definition, municipality, on=day(at))
        if any(one.arrived is Arrived.WRONG for one in told):
            raise NotValid(NOTHING, field="lines")
        new = [one.line.account for one in told if one.arrived is Arrived.NEW and one.line.account]
        _write(new, definition, municipality, way, by=by, at=at)
    return told


def _told(
    lines: Iterable[FigureLine], definition: Definition, municipality: Municipality, *, on: date
) -> list[Brought]:
    """What becomes of each line, beside what stands there now; raises NotNow when it is followed no more."""
    IndicatorHalt.check_followed(definition.indicator, on=on)
    there = {
        one.account.key: one.account
        for one in Observation.objects.beside(definition, municipality).current().select_related(None)
    }
    return [
        _becomes(line, definition, there.get(line.account.key) if line.account else None, on=on)
        for line in lines
    ]


def _becomes(
    line: FigureLine, definition: Definition, there: ObservationAccount | None, *, on: date
) -> Brought:
    if line.account is None:
        return Brought(line, Arrived.WRONG, line.problem)
    try:
        _check(line.account, definition, there, on=on)
    except NotValid as wrong:
        return Brought(line, Arrived.WRONG, wrong.sentence)
    return Brought(line, Arrived.SAME if there else Arrived.NEW)


def _check(
    account: ObservationAccount, definition: Definition, there: ObservationAccount | None, *, on: date
) -> None:
    """Raises NotValid for a figure that the definition does not count, is still to come, or stands there otherwise."""
    check_begun(account.period, on=on)
    if not definition.covers(account.period):
        raise NotValid(TOO_EARLY.format(since=definition.since))
    if there is not None and there != account:
        raise NotValid(OTHERWISE.format(there=_said(there)))


def _said(account: ObservationAccount) -> str:
    if account.value is not None:
        return f"{account.value.normalize():f}".replace(".", ",")
    return f"{account.numerator} van {account.denominator}" if account.denominator else "onbekend"


def _write(
    accounts: list[ObservationAccount],
    definition: Definition,
    municipality: Municipality,
    way: Way,
    *,
    by: Actor,
    at: datetime,
) -> None:
    """The rows, and one entry in the journal for all of them."""
    if not accounts:
        return
    batch = uuid.uuid4()
    for account in accounts:
        Observation.write(definition, municipality, account, way=way, batch=batch, by=by, at=at)
    chain = municipality.cbs_code
    journal(Verb.OBSERVATIONS_LOADED, chain=chain, subject=batch, fields=["observations"], by=by, at=at)
