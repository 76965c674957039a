"""A term as the approach lays it down: counted from which fact, how long, whose act, for whom, and by which law."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from regie.approach.enums import Act, Anchor, Situation, Tone, Unit
from regie.approach.rules.wrong import Wrong

OFF = "off"
DEADLINES = "deadlines."
LENGTH = re.compile(r"(\d{1,4}) (days?|working_days?|weeks?|months?)", re.ASCII)
COUNTED = re.compile(rf"(?:(on)|{LENGTH.pattern} (after|before)) (\w+)", re.ASCII)
NEEDED = {"title", "counted", "act", "tone"}
MAY_SAY = {
    "hard",
    "domain",
    "only",
    "not",
    "younger_than",
    "sentence",
    "detained",
    "done_by",
    "law",
    "every",
    "ends",
    "opens",
}
WORD = TypeVar("WORD", bound=StrEnum)
ONE = {Unit.DAYS: "dag", Unit.WORKING_DAYS: "werkdag", Unit.WEEKS: "week", Unit.MONTHS: "maand"}


@dataclass(frozen=True)
class Length:
    """So many days, working days, weeks or months."""

    number: int
    unit: Unit

    @property
    def words(self) -> str:
        """As people say it: "4 weken"."""
        return f"{self.number} {ONE[self.unit] if self.number == 1 else self.unit.label}"


@dataclass(frozen=True)
class DeadlineRule:
    """One term. It is due `length` after the anchor (or before it); without a length on that very day.

    `only` are the situations that must be so and `unless` those that may not; `sentence` is from which to which
    length of a sentence it holds, `detained` the same of the detention he came out of; `law` the days of the anchor
    from which and until (not including) it is the law; `done_by` the fact that fulfils it; `every` repeats it so often
    after that; `next_working_day` says that a term that ends in a weekend or on a holiday lasts until the next working
    day. `opens` says that its anchor may come as early as this. A hard term cannot be put off. `edition` is the key of
    the stored layer that it comes from.
    """

    code: str
    title: str
    anchor: Anchor
    length: Length | None
    before: bool
    act: Act
    tone: Tone
    hard: bool = False
    domain: str = ""
    only: tuple[Situation, ...] = ()
    unless: tuple[Situation, ...] = ()
    younger_than: int | None = None
    sentence: tuple[Length | None, Length | None] = (None, None)
    detained: tuple[Length | None, Length | None] = (None, None)
    law: tuple[date | None, date | None] = (None, None)
    done_by: Anchor | None = None
    every: Length | None = None
    next_working_day: bool = False
    opens: bool = False
    why: str = ""
    source: str = ""
    read_on: date | None = None
    verified: bool = False
    edition: int | None = None

    @property
    def counted(self) -> str:
        """From when it is counted, in words: "4 weken na dag één van de detentie"."""
        if self.length is None:
            return f"op de dag van {self.anchor.label}"
        return f"{self.length.words} {'voor' if self.before else 'na'} {self.anchor.label}"


@dataclass(frozen=True)
class Deadline:
    """The kind of a setting that is a term; `off` says that it does not hold here."""

    code: str

    def read(self, value: Any) -> DeadlineRule | None:
        """The term that was written; raises Wrong."""
        if value in (OFF, False):  # YAML reads off as no
            return None
        if not isinstance(value, Mapping):
            raise Wrong(f"schrijf een termijn met {', '.join(sorted(NEEDED))}, of {OFF}")
        unknown, missing = set(value) - NEEDED - MAY_SAY, NEEDED - set(value)
        if unknown:
            raise Wrong(
                f"{min(map(str, unknown))} kennen we niet; gebruik {', '.join(sorted(NEEDED | MAY_SAY))}"
            )
        if missing:
            raise Wrong(f"{min(missing)} ontbreekt")
        return self._checked(self._read(value))

    def words(self, value: DeadlineRule | None) -> str:
        """The value as people say it."""
        return f"{value.counted}; {value.act.label}" if value else "geldt hier niet"

    def _read(self, value: Mapping[str, Any]) -> DeadlineRule:
        length, before, anchor = _counted(value["counted"])
        return DeadlineRule(
            code=self.code.removeprefix(DEADLINES),
            title=_text(value["title"], "title"),
            anchor=anchor,
            length=length,
            before=before,
            act=_word(Act, value["act"], "act"),
            tone=_word(Tone, value["tone"], "tone"),
            hard=_yes(value.get("hard", False), "hard"),
            domain=_text(value["domain"], "domain") if "domain" in value else "",
            only=_words(value.get("only", ()), "only"),
            unless=_words(value.get("not", ()), "not"),
            younger_than=_age(value.get("younger_than")),
            sentence=_pair(value.get("sentence", {}), "sentence", _length),
            detained=_pair(value.get("detained", {}), "detained", _length),
            law=_pair(value.get("law", {}), "law", _day),
            done_by=_word(Anchor, value["done_by"], "done_by") if "done_by" in value else None,
            every=_length(value["every"], "every") if "every" in value else None,
            next_working_day=value.get("ends") == "next_working_day",
            opens=_yes(value.get("opens", False), "opens"),
        )

    def _checked(self, rule: DeadlineRule) -> DeadlineRule:
        since, until = rule.law
        if since and until and until <= since:
            raise Wrong("law: until ligt niet na from")
        if set(rule.only) & set(rule.unless):
            raise Wrong("only en not noemen hetzelfde")
        if rule.done_by is rule.anchor and rule.every is None:
            raise Wrong(f"counted en done_by noemen allebei {rule.anchor}: dan is het nooit te laat")
        if rule.tone is Tone.EXPECTED and rule.hard:
            raise Wrong("wat u alleen mag verwachten, is geen harde termijn")
        return rule


def complete(
    rule: DeadlineRule, *, why: str, source: str, read_on: date, verified: bool, edition: int | None
) -> DeadlineRule:
    """The term with what its layer says of it: why it is there, where and when that was read, and in which edition."""
    return replace(rule, why=why, source=source, read_on=read_on, verified=verified, edition=edition)


def _counted(value: Any) -> tuple[Length | None, bool, Anchor]:
    found = COUNTED.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise Wrong(
            'counted: schrijf bijvoorbeeld "4 weeks after day_one", "2 weeks before release" of "on hearing"'
        )
    on, number, unit, way, anchor = found.groups()
    length = None if on else _length(f"{number} {unit}", "counted")
    return length, way == "before", _word(Anchor, anchor, "counted")


def _length(value: Any, key: str) -> Length:
    found = LENGTH.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise Wrong(f'{key}: schrijf bijvoorbeeld "10 working_days", "4 weeks" of "6 months"')
    return Length(int(found[1]), Unit(f"{found[2].removesuffix('s')}s"))


def _day(value: Any, key: str) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise Wrong(f"{key}: schrijf een datum als 2026-01-31")
    return value


def _pair(value: Any, key: str, read: Any) -> tuple[Any, Any]:
    if not isinstance(value, Mapping) or set(value) - {"from", "until"}:
        raise Wrong(f"{key}: schrijf from en until")
    ends = [read(value[end], key) if end in value else None for end in ("from", "until")]
    return ends[0], ends[1]


def _word(words: type[WORD], value: Any, key: str) -> WORD:
    try:
        return words(value)
    except ValueError:
        raise Wrong(f"{key}: {value} kennen we niet; kies uit {', '.join(words)}") from None


def _words(value: Any, key: str) -> tuple[Situation, ...]:
    if isinstance(value, str) or not isinstance(value, (list, tuple)):
        raise Wrong(f"{key}: schrijf een lijst tussen [ en ]")
    return tuple(_word(Situation, one, key) for one in value)


def _age(value: Any) -> int | None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise Wrong("younger_than: schrijf een leeftijd in hele jaren")
    return value


def _yes(value: Any, key: str) -> bool:
    if not isinstance(value, bool):
        raise Wrong(f"{key}: schrijf true of false")
    return value


def _text(value: Any, key: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise Wrong(f"{key}: schrijf het in woorden")
    return value.strip()
