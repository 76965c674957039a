"""A term as the approach lays it down: counted from which fact, whose act, for whom, and by which law."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from regie.approach.enums import Act, Anchor, Situation, Tone
from regie.approach.rules.counting import (
    Counting,
    Length,
    Span,
    read_counting,
    read_day,
    read_length,
    read_span,
    read_text,
    read_word,
    read_words,
)
from regie.approach.rules.wrong import Wrong

OFF = "off"
DEADLINES = "deadlines."
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
    "phases",
}


@dataclass(frozen=True)
class DeadlineRule:
    """One term, due when `counting` says.

    `only` are the situations that must be so and `unless` those that may not; `phases` the phases of the road in which
    it holds, empty for all; `sentence` for which length of a sentence, `detained` the same of the detention he came
    out of; `law` the days of the anchor from which and until (not including) it is the law; `done_by` the fact that
    fulfils it; `every` repeats it so often after that; `next_working_day` says that a term that ends in a weekend or
    on a holiday lasts until the next working day. `opens` says that its anchor may come as early as this. A hard term
    cannot be put off. `edition` is the key of the stored layer that it comes from.
    """

    code: str
    title: str
    counting: Counting
    act: Act
    tone: Tone
    hard: bool = False
    domain: str = ""
    only: tuple[Situation, ...] = ()
    unless: tuple[Situation, ...] = ()
    phases: tuple[str, ...] = ()
    younger_than: int | None = None
    sentence: Span | None = None
    detained: Span | None = None
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

    @cached_property
    def anchor(self) -> Anchor:
        """The fact that it is counted from."""
        return self.counting.anchor

    @property
    def counted(self) -> str:
        """From when it is counted, in words: "4 weken na dag één van de detentie"."""
        return self.counting.words


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
        return DeadlineRule(
            code=self.code.removeprefix(DEADLINES),
            title=read_text(value["title"], "title"),
            counting=read_counting(value["counted"], "counted"),
            act=read_word(Act, value["act"], "act"),
            tone=read_word(Tone, value["tone"], "tone"),
            hard=_yes(value.get("hard", False), "hard"),
            domain=read_text(value["domain"], "domain") if "domain" in value else "",
            only=read_words(Situation, value.get("only", ()), "only"),
            unless=read_words(Situation, value.get("not", ()), "not"),
            phases=_codes(value.get("phases", ()), "phases"),
            younger_than=_age(value.get("younger_than")),
            sentence=_span(value, "sentence"),
            detained=_span(value, "detained"),
            law=_law(value.get("law", {})),
            done_by=read_word(Anchor, value["done_by"], "done_by") if "done_by" in value else None,
            every=read_length(value["every"], "every") if "every" in value else None,
            next_working_day="ends" in value and _ends(value["ends"]),
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
        if rule.every and rule.every.number == 0:
            raise Wrong("every: schrijf 1 of meer")
        if rule.tone is Tone.EXPECTED and rule.hard:
            raise Wrong("wat u alleen mag verwachten, is geen harde termijn")
        return rule


def complete(
    rule: DeadlineRule, *, why: str, source: str, read_on: date, verified: bool, edition: int | None
) -> DeadlineRule:
    """The term with what its layer says of it: why it is there, where and when that was read, and in which edition."""
    return replace(rule, why=why, source=source, read_on=read_on, verified=verified, edition=edition)


def _span(value: Mapping[str, Any], key: str) -> Span | None:
    return read_span(value[key], key) if key in value else None


def _law(value: Any) -> tuple[date | None, date | None]:
    if not isinstance(value, Mapping) or set(value) - {"from", "until"}:
        raise Wrong("law: schrijf from en until")
    since, until = (read_day(value[end], "law") if end in value else None for end in ("from", "until"))
    return since, until


def _codes(value: Any, key: str) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, (list, tuple)):
        raise Wrong(f"{key}: schrijf een lijst tussen [ en ]")
    return tuple(read_text(one, key) for one in value)


def _age(value: Any) -> int | None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise Wrong("younger_than: schrijf een leeftijd in hele jaren")
    return value


def _yes(value: Any, key: str) -> bool:
    if not isinstance(value, bool):
        raise Wrong(f"{key}: schrijf true of false")
    return value


def _ends(value: Any) -> bool:
    if value != "next_working_day":
        raise Wrong("ends: kies next_working_day, of laat het weg")
    return True
