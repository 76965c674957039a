"""Which settings an approach has: their Dutch names, what a value may be, and which layers may lay them down."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from regie.approach.enums import CountedFrom, Layer, ReckonedOn, Situation, Weight
from regie.approach.rules.approach import ClosureReason, Entry, PhaseRule
from regie.approach.rules.closing import check_reasons, read_reason, without_flags
from regie.approach.rules.counting import EXAMPLE, read_counting, read_words
from regie.approach.rules.deadline import DEADLINES, Deadline
from regie.approach.rules.wrong import Wrong

EVERY_LAYER = (Layer.NATIONAL, Layer.REGIONAL, Layer.LOCAL)
CRITERIA = "criteria."
PHASES = "content.phases"
CLOSURE_REASONS = "content.closure_reasons"


@dataclass(frozen=True)
class Whole:
    """A whole number with its unit, between two bounds; or, when it may be, not laid down (empty)."""

    unit: str
    low: int
    high: int
    optional: bool = False

    def read(self, value: Any) -> int | None:
        """The number that was written; raises Wrong."""
        if value is None and self.optional:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not self.low <= value <= self.high:
            raise Wrong(f"vul een heel getal in van {self.low} tot en met {self.high}")
        return int(value)

    def words(self, value: int | None) -> str:
        """The value as people say it."""
        return f"{value} {self.unit}" if value is not None else "niet vastgelegd"


@dataclass(frozen=True)
class OneOf:
    """One of a few words."""

    choices: type[Weight] | type[ReckonedOn] | type[CountedFrom]

    def read(self, value: Any) -> Any:
        """The word that was written; raises Wrong."""
        if not isinstance(value, str) or value not in self.choices.values:
            raise Wrong(f"kies uit {', '.join(self.choices.values)}")
        return self.choices(value)

    def words(self, value: Any) -> str:
        """The value as people say it."""
        return str(value.label)


@dataclass(frozen=True)
class Entries:
    """A list of things with a code, a title and perhaps words about it."""

    def read(self, value: Any) -> tuple[Entry, ...]:
        """The list that was written; raises Wrong."""
        if not isinstance(value, Mapping) or not value:
            raise Wrong("schrijf een lijst met codes, elk met een titel")
        return tuple(_entry(code, said) for code, said in value.items())

    def words(self, value: tuple[Entry, ...]) -> str:
        """The value as people say it."""
        return " · ".join(entry.title for entry in value)


@dataclass(frozen=True)
class Phases(Entries):
    """The phases of the road in their order, each with when it begins."""

    def read(self, value: Any) -> tuple[PhaseRule, ...]:
        """The phases that were written; raises Wrong."""
        if not isinstance(value, Mapping) or not value:
            raise Wrong("schrijf een lijst met codes, elk met een titel")
        return tuple(_phase(code, said) for code, said in value.items())

    def words(self, value: tuple[Entry, ...]) -> str:
        """The phases as people say them, each with when it begins."""
        return " · ".join(str(one) for one in value)


@dataclass(frozen=True)
class ClosureReasons(Entries):
    """The reasons to end guidance, each with what it asks."""

    def read(self, value: Any) -> tuple[ClosureReason, ...]:
        """The reasons that were written; raises Wrong."""
        if not isinstance(value, Mapping) or not value:
            raise Wrong("schrijf een lijst met codes, elk met een titel")
        reasons = tuple(
            read_reason(code, said, _entry(code, without_flags(said))) for code, said in value.items()
        )
        check_reasons(reasons)
        return reasons


Kind = Whole | OneOf | Entries | Deadline


@dataclass(frozen=True)
class Setting:
    """One thing that an approach lays down; `required` ones must be in the national layer."""

    code: str
    title: str
    kind: Kind
    layers: tuple[Layer, ...] = EVERY_LAYER
    required: bool = True


class Group(StrEnum):
    """Where a setting stands on the page: the first word of its code."""

    TARGET = "age"
    CRITERIA = "criteria"
    GUIDANCE = "guidance"
    CASELOAD = "caseload"
    CONTENT = "content"
    MESSAGES = "messages"
    FIGURES = "figures"
    DEADLINES = "deadlines"

    @property
    def label(self) -> str:
        """The heading on the screen."""
        return {
            Group.TARGET: "Leeftijd",
            Group.CRITERIA: "Criteria voor de weging",
            Group.GUIDANCE: "Duur van de begeleiding",
            Group.CASELOAD: "Aantal jongeren per officier",
            Group.CONTENT: "Inhoud van de begeleiding",
            Group.MESSAGES: "Berichten",
            Group.FIGURES: "Cijfers",
            Group.DEADLINES: "Termijnen",
        }[self]


NATIONAL_ONLY = (Layer.NATIONAL,)
SETTINGS = (
    Setting("age.youngest", "Jongste leeftijd", Whole("jaar", 12, 27, optional=True)),
    Setting("age.oldest", "Oudste leeftijd, tot en met", Whole("jaar", 18, 40, optional=True)),
    Setting("age.reckoned_on", "De leeftijd telt op", OneOf(ReckonedOn)),
    Setting("guidance.shortest", "Begeleiding duurt minstens", Whole("maanden", 1, 120)),
    Setting("guidance.counted_from", "Geteld vanaf", OneOf(CountedFrom)),
    Setting("caseload.norm", "Hoogste aantal jongeren", Whole("jongeren", 1, 200, optional=True)),
    Setting("content.life_domains", "Leefgebieden", Entries(), NATIONAL_ONLY),
    Setting("content.themes", "Thema's door alles heen", Entries(), required=False),
    Setting("content.core_tasks", "Kerntaken", Entries(), NATIONAL_ONLY),
    Setting(PHASES, "Fasen", Phases()),
    Setting(CLOSURE_REASONS, "Redenen om af te ronden", ClosureReasons(), required=False),
    Setting("content.view", "Gedeelde visie", Entries(), required=False),
    Setting("messages.kept", "Bericht dat niet voor de RIO is: vernietigd na", Whole("dagen", 1, 365)),
    Setting("figures.smallest_shown", "Kleinste aantal dat wordt getoond", Whole("personen", 2, 50)),
)
BY_CODE = {setting.code: setting for setting in SETTINGS}


def setting_of(code: str) -> Setting | None:
    """The setting with this code; a code that begins with `criteria.` is a criterion, with `deadlines.` a term."""
    if code.startswith(CRITERIA) and code.removeprefix(CRITERIA).isidentifier():
        return Setting(code, "", OneOf(Weight), required=False)
    if code.startswith(DEADLINES) and code.removeprefix(DEADLINES).isidentifier():
        return Setting(code, "", Deadline(code), required=False)
    return BY_CODE.get(code)


def group_of(code: str) -> Group:
    """Where a setting stands on the page."""
    return Group(code.split(".")[0])


def _phase(code: Any, said: Any) -> PhaseRule:
    if not isinstance(said, Mapping):
        return PhaseRule(_entry(code, said).code, said)
    entry = _entry(code, {key: word for key, word in said.items() if key not in ("begins", "only")})
    begins = said.get("begins", [])
    ways = [begins] if isinstance(begins, str) else begins
    if not isinstance(ways, list):
        raise Wrong(f"{code}: begins: {EXAMPLE}")
    only = read_words(Situation, said.get("only", ()), f"{code}: only")
    return PhaseRule(
        entry.code,
        entry.title,
        entry.text,
        tuple(read_counting(way, f"{code}: begins") for way in ways),
        only,
    )


def _entry(code: Any, said: Any) -> Entry:
    words = {"title": said} if isinstance(said, str) else said
    if not isinstance(code, str) or not isinstance(words, Mapping):
        raise Wrong("elk onderdeel heeft een code en een titel")
    if set(words) - {"title", "text"} or not all(isinstance(word, str) for word in words.values()):
        raise Wrong(f"bij {code} mogen alleen title en text staan")
    if not str(words.get("title", "")).strip():
        raise Wrong(f"bij {code} ontbreekt de titel")
    return Entry(code, str(words["title"]), str(words.get("text", "")))
