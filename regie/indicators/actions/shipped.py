"""Brings in the indicators that Regie ships."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from regie.accounts.models import Municipality
from regie.base.actors import Actor
from regie.base.errors import NotValid
from regie.indicators.enums import Way
from regie.indicators.models import Candidate, Definition, Indicator, Observation
from regie.indicators.rules import (
    DefinitionAccount,
    ObservationAccount,
    ShippedCandidate,
    ShippedIndicator,
    Unreadable,
    read_shipped,
)
from regie.privacy.enums import Verb

OTHERWISE = (
    "{code}: definitie {version} staat er al, anders. Een definitie verandert niet; voeg een nieuwe toe."
)


@dataclass(frozen=True)
class Loaded:
    """How many indicators were added, brought up to date, and stood there already as told."""

    added: int = 0
    changed: int = 0
    same: int = 0


def load_indicators(text: str, *, by: Actor, at: datetime) -> Loaded:
    """Adds what is new and brings up to date what is told otherwise; removes nothing, and is all or nothing.

    What a municipality told itself stays. Raises NotValid with every problem as "regel N: reason".
    """
    try:
        code, told = read_shipped(text)
    except Unreadable as unreadable:
        raise NotValid(str(unreadable)) from None
    place = _place(code)
    with transaction.atomic():
        outcomes = [_load(one, place, by=by, at=at) for one in told]
        for one in told:
            for candidate in one.candidates:
                _point(one.code, candidate)
    return Loaded(*(outcomes.count(word) for word in ("added", "changed", "same")))


def _place(code: str) -> Municipality | None:
    if not code:
        return None
    found = Municipality.objects.filter(cbs_code=code).first()
    if found is None:
        raise NotValid(f"regel 1: {code} kennen we niet in deze installatie")
    return found


def _load(told: ShippedIndicator, place: Municipality | None, *, by: Actor, at: datetime) -> str:
    """What became of one indicator, in a word."""
    values = {name: getattr(told, name) for name in ("kind", "name", "text", "caution", "road")}
    row = Indicator.objects.select_for_update().filter(code=told.code).first()
    if row is None:
        row = Indicator.objects.create(
            code=told.code, municipality=place, **values, **Indicator.stamp(by=by, at=at)
        )
        row.journal(Verb.INDICATOR_ADDED, [name for name, said in values.items() if said], by=by, at=at)
        _under(row, told, by=by, at=at)
        return "added"
    changed = _rewritten(row, values)
    changed += _under(row, told, by=by, at=at)
    if changed:
        row.journal(Verb.INDICATOR_CHANGED, sorted(set(changed)), by=by, at=at)
    return "changed" if changed else "same"


def _under(row: Indicator, told: ShippedIndicator, *, by: Actor, at: datetime) -> list[str]:
    """Brings what hangs under an indicator up to date, and says what of it changed."""
    changed = [name for candidate in told.candidates for name in _candidate(row, candidate, by=by, at=at)]
    for version, (account, figures) in enumerate(told.definitions, start=1):
        definition, new = _definition(row, version, account, by=by, at=at)
        changed += ["definitions"] if new else []
        changed += [name for one in figures for name in _observation(definition, one, by=by, at=at)]
    return changed


def _rewritten(row: Any, values: dict[str, Any]) -> list[str]:
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in changed.items():
        setattr(row, name, value)
    if changed:
        row.save()
    return list(changed)


def _candidate(row: Indicator, told: ShippedCandidate, *, by: Actor, at: datetime) -> list[str]:
    values = {name: said for name, said in vars(told).items() if name != "indicator"}
    known = Candidate.objects.filter(indicator=row, name=told.name).first()
    if known is None:
        Candidate.objects.create(indicator=row, **values, **Candidate.stamp(by=by, at=at))
        return ["candidates"]
    return ["candidates"] if _rewritten(known, values) else []


def _point(code: str, told: ShippedCandidate) -> None:
    """Leads a candidate to the indicator that counts so; it may stand further down, or in another file."""
    proxy = Indicator.objects.filter(code=told.indicator).first() if told.indicator else None
    if told.indicator and proxy is None:
        raise NotValid(f"{code}: de indicator {told.indicator} kennen we niet; laad die eerst")
    _rewritten(Candidate.objects.get(indicator__code=code, name=told.name), {"proxy": proxy})


def _definition(
    row: Indicator, version: int, account: DefinitionAccount, *, by: Actor, at: datetime
) -> tuple[Definition, bool]:
    known = Definition.objects.filter(indicator=row, version=version).first()
    if known is None:
        return Definition.lay_down(row, account, version - 1, by=by, at=at), True
    if known.account != account:
        raise NotValid(OTHERWISE.format(code=row.code, version=version))
    return known, False


def _observation(definition: Definition, told: ObservationAccount, *, by: Actor, at: datetime) -> list[str]:
    """A figure that is told otherwise in the next file is corrected, and the older stays readable."""
    since, until = told.period.since, told.period.until
    known = (
        Observation.objects.current()
        .filter(definition=definition, municipality=None, region=told.region, edition=told.edition)
        .filter(happened_on=since, until=until)
        .first()
    )
    if known is None:
        Observation.write(definition, None, told, way=Way.SHIPPED, by=by, at=at)
        return ["observations"]
    if known.account == told:
        return []
    values = {name: said for name, said in vars(told).items() if name != "period"}
    known.add_correction(by=by, at=at, **values)
    return ["observations"]
