"""What the approach tells a page: what holds where, on which day, and by whose rule."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from regie.accounts.models import Municipality
from regie.approach.enums import Layer
from regie.approach.models import Edition
from regie.approach.rules import (
    DEADLINES,
    Approach,
    Deadline,
    Entries,
    Entry,
    Holding,
    LayerText,
    approach_from,
    holdings,
    read_layer,
)
from regie.base.errors import NotNow

NOT_LOADED = "De aanpak is nog niet geladen. Vraag uw functioneel beheerder."


def approach_for(municipality: Municipality, *, on: date) -> Approach:
    """What holds in a municipality on a day; one query. Raises NotNow when no national layer holds that day."""
    return approach_of(editions_in_force(municipality, on=on))


def approaches_for(
    places: Iterable[Municipality], *, on: date, as_known: date | None = None
) -> dict[int, Approach]:
    """By key what holds in each of these municipalities on a day; one query each. Raises NotNow.

    With `as_known` by the editions that we had at the end of that day: what was loaded later holds for no day before.
    """
    return {place.pk: approach_of(editions_in_force(place, on=on, as_known=as_known)) for place in places}


def approach_of(editions: Sequence[Edition]) -> Approach:
    """What these editions, from high to low, say together; no query."""
    return _approach(tuple(edition.text for edition in editions), _keys(editions))


def holdings_of(editions: Sequence[Edition]) -> dict[str, Holding]:
    """Every setting as these editions, from high to low, lay it down; no query."""
    return holdings([layer_of(edition) for edition in editions])


def editions_in_force(municipality: Municipality, *, on: date, as_known: date | None = None) -> list[Edition]:
    """The edition of each layer that holds that day, from high to low, as we know it or knew it; one query."""
    return in_force(Edition.objects.around(municipality).known(as_known).begun(on), on=on)


def in_force(begun: Iterable[Edition], *, on: date) -> list[Edition]:
    """Of editions in the order in which they begin, those that hold that day, from high to low. Raises NotNow."""
    last = {edition.layer: edition for edition in begun if edition.valid_from <= on}
    if Layer.NATIONAL not in last:
        raise NotNow(NOT_LOADED)
    return [last[layer] for layer in Layer if layer in last]


@dataclass(frozen=True)
class Approaches:
    """The approach of a municipality on any day until the last one asked for, read once."""

    begun: Sequence[Edition]

    @classmethod
    def of(cls, municipality: Municipality, *, until: date) -> "Approaches":
        """All that was laid down there; one query."""
        return cls(list(Edition.objects.around(municipality).begun(until)))

    def entries(self, name: str, *days: date) -> dict[str, Entry]:
        """What is on a list on any of these days, by code; the first day it is on says how it is called. No query."""
        found: dict[str, Entry] = {}
        for approach in filter(None, map(self.on, days)):
            for one in getattr(approach, name):
                found.setdefault(one.code, one)
        return found

    def on(self, day: date) -> Approach | None:
        """What held that day; None when nothing did."""
        try:
            return approach_of(in_force(self.begun, on=day))
        except NotNow:
            return None


@dataclass(frozen=True)
class Changeable:
    """A setting that this municipality may change: how it holds, its last local edition, and the day that begins."""

    holding: Holding
    last: int | None
    planned: date | None


def changeable(municipality: Municipality, code: str, *, on: date) -> Changeable | None:
    """A local setting of one value, or None when there is no such; lists are changed with a file. Two queries.

    Shown as it will hold after all that is planned, so that a change builds on the last one.
    """
    last = Edition.objects.of(Layer.LOCAL, municipality=municipality).latest_to_begin()
    planned = last.valid_from if last else None
    try:
        holding = holdings_of(editions_in_force(municipality, on=max(on, planned or on))).get(code)
    except NotNow:
        return None
    if (
        holding is None
        or Layer.LOCAL not in holding.setting.layers
        or isinstance(holding.setting.kind, Entries | Deadline)
    ):
        return None
    return Changeable(holding, last.pk if last else None, planned)


def titles_of(rules: Iterable[tuple[int, str]]) -> dict[tuple[int, str], str]:
    """Of each term, by the key of an edition that lays it down and its code, how it is called there; one query."""
    wanted = set(rules)
    editions = Edition.objects.in_bulk({edition for edition, _ in wanted})
    return {
        (edition, code): layer_of(editions[edition]).rules[f"{DEADLINES}{code}"].value.title
        for edition, code in wanted
    }


def lays_down_terms(edition: Edition) -> bool:
    """Whether any term holds by this edition; no query."""
    rules = layer_of(edition).rules.items()
    return any(code.startswith(DEADLINES) and rule.value is not None for code, rule in rules)


def layer_of(edition: Edition) -> LayerText:
    """The layer that an edition holds."""
    return read_layer(edition.text)


@lru_cache(maxsize=64)
def _approach(texts: tuple[str, ...], editions: tuple[int, ...]) -> Approach:
    return approach_from([read_layer(text) for text in texts], editions=editions)


def _keys(editions: Sequence[Edition]) -> tuple[int, ...]:
    return tuple(edition.pk for edition in editions)
