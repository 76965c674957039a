"""Which settings an approach has: their Dutch names, what a value may be, and which layers may lay them down."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from regie.approach.enums import CountedFrom, Layer, ReckonedOn, Situation, Weight
from regie.approach.rules.approach import (
    ClosureReason,
    CopyRule,
    Entry,
    GoalTemplate,
    GroundRule,
    ItemRule,
    PhaseRule,
    WordRule,
)
from regie.approach.rules.barrier import read_barrier
from regie.approach.rules.closing import check_reasons, read_reason, without_flags
from regie.approach.rules.copying import read_recipient, without_rules
from regie.approach.rules.counting import EXAMPLE, read_counting, read_words
from regie.approach.rules.deadline import DEADLINES, Deadline
from regie.approach.rules.entry import read_coded, read_entry, read_item, read_listed
from regie.approach.rules.goals import read_template, without_steps
from regie.approach.rules.ground import read_ground, without_article
from regie.approach.rules.group import Group
from regie.approach.rules.plain_words import read_word_rule
from regie.approach.rules.wrong import Wrong

EVERY_LAYER = (Layer.NATIONAL, Layer.REGIONAL, Layer.LOCAL)
CRITERIA, PHASES = "criteria.", "content.phases"
CLOSURE_REASONS = "content.closure_reasons"
COPIED_FOR = "content.copied_for"
GOAL_TEMPLATES = "content.goal_templates"
LONGEST_INVOLVED, QUIET_INVOLVED = "involvement.longest", "involvement.quiet"
PLAIN_WORDS, LONGEST_SENTENCE = "plain.words", "plain.longest_sentence"
FEW = 10  # words; more are counted on the screen, and stand in a list of their own
NOT_KNOWN = "unknown"  # an answer that no layer can take away, or call otherwise


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
        return tuple(read_entry(code, said) for code, said in read_listed(value))

    def words(self, value: tuple[Entry, ...]) -> str:
        """The value as people say it."""
        return " · ".join(entry.shown for entry in value)


@dataclass(frozen=True)
class Phases(Entries):
    """The phases of the road in their order, each with when it begins."""

    def read(self, value: Any) -> tuple[PhaseRule, ...]:
        """The phases that were written; raises Wrong."""
        return tuple(_phase(code, said) for code, said in read_listed(value))

    def words(self, value: tuple[Entry, ...]) -> str:
        """The phases as people say them, each with when it begins."""
        return " · ".join(str(one) for one in value)


@dataclass(frozen=True)
class Items(Entries):
    """The things of a list to arrange, in their order; of each whether it is of the minimum."""

    def read(self, value: Any) -> tuple[ItemRule, ...]:
        """The things that were written; raises Wrong."""
        return tuple(read_item(code, said) for code, said in read_listed(value))


@dataclass(frozen=True)
class Codes(Entries):
    """A list of things of which the code is kept with what was told."""

    def read(self, value: Any) -> tuple[Entry, ...]:
        """The things that were written; raises Wrong."""
        return tuple(read_coded(entry) for entry in super().read(value))


@dataclass(frozen=True)
class BarrierKinds(Entries):
    """What can stand in his way; that it is something else is always there."""

    def read(self, value: Any) -> tuple[Entry, ...]:
        """The kinds that were written; raises Wrong."""
        return tuple(read_barrier(entry) for entry in super().read(value))


@dataclass(frozen=True)
class Levels(Codes):
    """The steps in which is said how it goes, each in words; none of them is a number."""

    def read(self, value: Any) -> tuple[Entry, ...]:
        """The steps that were written; raises Wrong."""
        steps = super().read(value)
        if any(one.code == NOT_KNOWN for one in steps):
            raise Wrong(f"{NOT_KNOWN} is altijd al een antwoord; kies een andere code")
        return steps


@dataclass(frozen=True)
class Grounds(Entries):
    """The grounds to tell something to another, each with its article."""

    def read(self, value: Any) -> tuple[GroundRule, ...]:
        """The grounds that were written; raises Wrong."""
        return tuple(
            read_ground(code, said, read_coded(read_entry(code, without_article(said))))
            for code, said in read_listed(value)
        )


@dataclass(frozen=True)
class ClosureReasons(Entries):
    """The reasons to end guidance, each with what it asks."""

    def read(self, value: Any) -> tuple[ClosureReason, ...]:
        """The reasons that were written; raises Wrong."""
        reasons = tuple(
            read_reason(code, said, read_entry(code, without_flags(said)))
            for code, said in read_listed(value)
        )
        check_reasons(reasons)
        return reasons


@dataclass(frozen=True)
class GoalTemplates(Entries):
    """Examples of goals, each with its steps."""

    def read(self, value: Any) -> tuple[GoalTemplate, ...]:
        """The examples that were written; raises Wrong."""
        return tuple(
            read_template(code, said, read_coded(read_entry(code, without_steps(said))))
            for code, said in read_listed(value)
        )


@dataclass(frozen=True)
class Recipients(Entries):
    """For whom may be copied, each with what may go."""

    def read(self, value: Any) -> tuple[CopyRule, ...]:
        """The recipients that were written; raises Wrong."""
        return tuple(
            read_recipient(code, said, read_coded(read_entry(code, without_rules(said))))
            for code, said in read_listed(value)
        )

    def words(self, value: tuple[Entry, ...]) -> str:
        """The recipients as people say them, each with what may go."""
        return " · ".join(str(one) for one in value)


@dataclass(frozen=True)
class PlainWords(Entries):
    """Difficult words, each with an easier one; a lower layer adds to those of the layers above."""

    def read(self, value: Any) -> tuple[WordRule, ...]:
        """The words that were written; raises Wrong."""
        return tuple(read_word_rule(word, said) for word, said in read_listed(value))

    def words(self, value: tuple[Entry, ...]) -> str:
        """The words as people say them; of a long list how many there are."""
        return super().words(value) if len(value) <= FEW else f"{len(value)} woorden"


Kind = Whole | OneOf | Entries | Deadline


@dataclass(frozen=True)
class Setting:
    """One thing that an approach lays down; `required` ones must be in the national layer.

    Of what `adds` a lower layer adds to what stands above it; of anything else it replaces that.
    """

    code: str
    title: str
    kind: Kind
    layers: tuple[Layer, ...] = EVERY_LAYER
    required: bool = True
    adds: bool = False


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
    Setting("content.grounds", "Gronden om iets te vertellen", Grounds(), required=False),
    Setting(COPIED_FOR, "Wat er mee mag als u kopieert", Recipients(), required=False),
    Setting("content.told_again", "Opnieuw te vertellen na een overplaatsing", Codes(), required=False),
    Setting("content.transfer_items", "Warme overdracht: wat u samen doet", Codes(), required=False),
    Setting("content.barrier_kinds", "Barrières: wat hem tegenhoudt", BarrierKinds(), required=False),
    Setting("content.no_sanction_words", "Woorden die niet in afspraken horen", Entries(), required=False),
    Setting(CLOSURE_REASONS, "Redenen om af te ronden", ClosureReasons(), required=False),
    Setting(GOAL_TEMPLATES, "Voorbeelden van doelen", GoalTemplates(), required=False),
    Setting("content.view", "Gedeelde visie", Entries(), required=False),
    Setting("content.release_items", "Te regelen voor zijn vrijlating", Items(), required=False),
    Setting("content.detention_items", "Te regelen als hij opnieuw vastzit", Items(), required=False),
    Setting("content.reading_levels", "Hoe het gaat, in woorden", Levels(), required=False),
    Setting("content.basic_conditions", "Basisvoorwaarden", Codes(), NATIONAL_ONLY, required=False),
    Setting(LONGEST_INVOLVED, "Iemand betrekken duurt hooguit", Whole("maanden", 1, 60), required=False),
    Setting(
        QUIET_INVOLVED, "Zonder contact: stoppen voorgesteld na", Whole("maanden", 1, 24), required=False
    ),
    Setting("escalation.attempts", "Opschalen voorgesteld na", Whole("pogingen", 1, 20), required=False),
    Setting("escalation.days", "Opschalen voorgesteld na", Whole("dagen", 1, 365), required=False),
    Setting("escalation.tactical", "Tactisch antwoordt binnen", Whole("dagen", 1, 184), required=False),
    Setting("escalation.strategic", "Strategisch antwoordt binnen", Whole("dagen", 1, 184), required=False),
    Setting(LONGEST_SENTENCE, "Langste zin voor hem", Whole("woorden", 8, 30), required=False),
    Setting(PLAIN_WORDS, "Moeilijke woorden, en makkelijker", PlainWords(), required=False, adds=True),
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
        return PhaseRule(read_entry(code, said).code, said)
    entry = read_entry(code, {key: word for key, word in said.items() if key not in ("begins", "only")})
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
