"""Reads the indicators that Regie ships, with their definitions and figures, from YAML; says every wrong line."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from regie.base.errors import NotValid
from regie.indicators.enums import IndicatorKind, Unit
from regie.indicators.rules.definition import DefinitionAccount, check_definition
from regie.indicators.rules.observation import ObservationAccount, check_observation
from regie.indicators.rules.period import read_period
from regie.indicators.rules.region import read_region

LARGEST = 200_000  # characters
T = TypeVar("T")


@dataclass(frozen=True)
class ShippedCandidate:
    """One way in which a result could be counted: what it means, what it shows and what it cannot show."""

    name: str
    meaning: str
    shows: str
    hides: str
    source: str
    verified: bool
    indicator: str = ""  # the code of the indicator that counts it so


@dataclass(frozen=True)
class ShippedIndicator:
    """An indicator as a file tells it; each definition with its figures, from the first to the last."""

    code: str
    kind: str
    name: str
    text: str
    caution: str
    road: str
    candidates: tuple[ShippedCandidate, ...]
    definitions: tuple[tuple[DefinitionAccount, tuple[ObservationAccount, ...]], ...]


class Unreadable(Exception):
    """A file that cannot be used, with all its problems, each with its line."""

    def __init__(self, problems: list[tuple[int, str]]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(f"regel {line}: {reason}" for line, reason in self.problems))


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_day(value: Any) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


Check = tuple[Callable[[Any], bool], str]
TEXT: Check = (_is_text, "is geen tekst")
DAY: Check = (_is_day, "is geen datum als 2026-01-31")
SURE: Check = (lambda value: isinstance(value, bool), "is niet true of false")
NUMBER: Check = (_is_number, "is geen getal")
MANY: Check = (lambda value: isinstance(value, CommentedSeq), "is geen lijst")
MAP: Check = (
    lambda value: isinstance(value, CommentedMap) and all(map(_is_text, value.values())),
    "is geen lijst van teksten",
)


def _one_of(values: list[str]) -> Check:
    return lambda value: value in values, f"klopt niet; kies uit {', '.join(values)}"


INDICATOR = {
    "code": TEXT, "kind": _one_of(IndicatorKind.values), "name": TEXT, "text": TEXT, "caution": TEXT,
    "road": TEXT, "candidates": MANY, "definitions": MANY,
}  # fmt: skip
CANDIDATE = {
    "name": TEXT, "meaning": TEXT, "shows": TEXT, "hides": TEXT, "source": TEXT, "verified": SURE,
    "indicator": TEXT,
}  # fmt: skip
DEFINITION = {
    "since": DAY, "unit": _one_of(Unit.values), "measures": TEXT, "numerator": TEXT, "denominator": TEXT,
    "source": TEXT, "difference": TEXT, "verified": SURE, "fields": MAP, "observations": MANY,
}  # fmt: skip
OBSERVATION = {
    "period": (lambda value: _is_text(value) or isinstance(value, int), "is geen periode"),
    "region": TEXT, "edition": TEXT, "source": TEXT, "value": NUMBER, "low": NUMBER, "high": NUMBER,
    "note": TEXT, "verified": SURE, "provisional": SURE,
}  # fmt: skip
MAY_MISS = {
    "since",
    "road", "candidates", "definitions", "indicator", "difference", "fields", "observations",
    "value", "low", "high", "note", "provisional",
}  # fmt: skip


@dataclass
class _Reading:
    """What is wrong so far; what is right comes back as what it tells."""

    problems: list[tuple[int, str]] = field(default_factory=list)

    def rows(self, listed: Any, shape: Mapping[str, Check]) -> Iterator[tuple[int, CommentedMap]]:
        """The rows of a list that are right, each with its line."""
        for number, row in enumerate(listed or ()):
            line = int(listed.lc.item(number)[0]) + 1
            wrong = list(_wrong(row, line, shape))
            self.problems += wrong
            if not wrong:
                yield line, row

    def made(self, line: int, make: Callable[[], T]) -> T | None:
        """What was told, or None when it cannot be."""
        try:
            return make()
        except NotValid as wrong:
            self.problems.append((line, f"{wrong.field}: {wrong.sentence}"))
            return None

    def indicator(self, row: CommentedMap) -> ShippedIndicator:
        """One indicator with all that hangs under it."""
        candidates = [
            ShippedCandidate(**{key: _plain(value) for key, value in one.items()})
            for _, one in self.rows(row.get("candidates"), CANDIDATE)
        ]
        told = {key: _plain(row.get(key, "")) for key in ("code", "kind", "name", "text", "caution", "road")}
        return ShippedIndicator(
            **told, candidates=tuple(candidates), definitions=tuple(self.definitions(row))
        )

    def definitions(
        self, row: CommentedMap
    ) -> Iterator[tuple[DefinitionAccount, tuple[ObservationAccount, ...]]]:
        """Each with its figures."""
        listed = row.get("definitions")
        for number, (line, one) in enumerate(self.rows(listed, DEFINITION)):
            account = self.made(line, partial(_definition, one, number == 0))
            if account:
                yield account, tuple(self.observations(one, account.unit))

    def observations(self, row: CommentedMap, unit: str) -> Iterator[ObservationAccount]:
        """The figures under one definition; none twice."""
        seen = set()
        for line, one in self.rows(row.get("observations"), OBSERVATION):
            account = self.made(line, partial(_observation, one, unit))
            if account and account.key in seen:
                self.problems.append((line, "deze periode staat er twee keer, in dezelfde uitgave"))
            if account:
                seen.add(account.key)
                yield account


def read_shipped(text: str) -> tuple[str, tuple[ShippedIndicator, ...]]:
    """The municipality (its CBS code; empty for all) and its indicators; raises Unreadable with every problem."""
    tree = _tree(text)
    reading = _Reading()
    told = tuple(reading.indicator(row) for _, row in reading.rows(tree["indicators"], INDICATOR))
    if reading.problems:
        raise Unreadable(reading.problems)
    return str(tree.get("municipality") or ""), told


def _tree(text: str) -> CommentedMap:
    if len(text) > LARGEST:
        raise Unreadable([(1, f"het bestand is te groot; hoogstens {LARGEST} tekens")])
    if re.search(r"(?m)(?:^|[\s:\[-])[&*]\w", text):  # a copy of a copy of a copy takes any memory
        raise Unreadable([(1, "verwijzingen (& en *) mogen hier niet")])
    try:
        tree = YAML().load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Unreadable([((mark.line if mark else 0) + 1, "dit is geen goede YAML")]) from None
    except (YAMLError, ValueError, RecursionError):
        raise Unreadable([(1, "dit is geen leesbare tekst in YAML")]) from None
    if not isinstance(tree, CommentedMap) or not isinstance(tree.get("indicators"), CommentedSeq):
        raise Unreadable([(1, "dit is geen lijst van indicatoren: indicators ontbreekt")])
    return tree


def _wrong(row: Any, line: int, shape: Mapping[str, Check]) -> Iterator[tuple[int, str]]:
    if not isinstance(row, CommentedMap):
        yield line, f"hier horen {', '.join(key for key in shape if key not in MAY_MISS)}"
        return
    for key in set(row) - set(shape):
        yield int(row.lc.key(key)[0]) + 1, f"{key} kennen we niet; gebruik {', '.join(shape)}"
    for key, (holds, sentence) in shape.items():
        if key not in row and key not in MAY_MISS:
            yield line, f"{key} ontbreekt"
        elif key in row and not holds(row[key]):
            yield int(row.lc.key(key)[0]) + 1, f"{key} {sentence}"


def _plain(value: Any) -> Any:
    """A text without the line breaks of the file; what else it is, as it is."""
    return " ".join(value.split()) if isinstance(value, str) else value


def _definition(row: CommentedMap, first: bool) -> DefinitionAccount:
    told = {key: _plain(value) for key, value in row.items() if key not in ("observations", "fields")}
    account = DefinitionAccount(**told, fields=dict(row.get("fields") or {}))
    check_definition(account, first=first)
    return account


def _observation(row: CommentedMap, unit: str) -> ObservationAccount:
    told = {key: _plain(value) for key, value in row.items()}
    numbers = {key: Decimal(str(told[key])) for key in ("value", "low", "high") if key in told}
    told |= {"period": read_period(str(row["period"])), "region": read_region(row["region"])} | numbers
    account = ObservationAccount(**told)
    check_observation(account, unit=unit)
    return account
