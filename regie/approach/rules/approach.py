"""The approach as it holds for a municipality on a day: what the three layers say together."""

from dataclasses import dataclass

from regie.approach.enums import (
    Carried,
    CopiedKind,
    CountedFrom,
    GroundKind,
    ReckonedOn,
    Situation,
    StepActor,
    Weight,
)
from regie.approach.rules.counting import Counting
from regie.approach.rules.deadline import DeadlineRule
from regie.plain.rules import LONGEST_SENTENCE

# Months, of an edition that says nothing of it.
LONGEST_INVOLVEMENT, QUIET_INVOLVEMENT = 12, 3
MOST_ATTEMPTS, MOST_DAYS = 3, 42  # attempts, and days, of an edition that says nothing of rising
TACTICAL_DAYS, STRATEGIC_DAYS = 14, 42


@dataclass(frozen=True)
class Entry:
    """One thing of a list, such as a life domain or a phase: its code, its Dutch title, and words about it."""

    code: str
    title: str
    text: str = ""

    @property
    def shown(self) -> str:
        """The thing as it stands in a list on the screen."""
        return self.title


@dataclass(frozen=True)
class WordRule(Entry):
    """A difficult word or expression (its code); its title is what is easier, empty when it may stand here."""

    @property
    def shown(self) -> str:
        """The word as it stands in a list on the screen: conform → volgens."""
        return f"{self.code} → {self.title or 'mag hier'}"


@dataclass(frozen=True)
class PhaseRule(Entry):
    """One phase of the road, in which he is from the first day of `begins`, while no situation of `only` is untrue.

    Without `begins` no fact shows it yet.
    """

    begins: tuple[Counting, ...] = ()
    only: tuple[Situation, ...] = ()

    def __str__(self) -> str:
        ways = " of ".join(way.words for way in self.begins)
        return f"{self.title} ({ways})" if ways else self.title


@dataclass(frozen=True)
class ItemRule(Entry):
    """One thing to arrange for him; `minimum` is of those that must stand ready when he can walk out any day."""

    minimum: bool = False

    def __str__(self) -> str:
        return self.title


@dataclass(frozen=True)
class GroundRule(Entry):
    """On what ground something about him may be told to another; `article` is where that stands, empty when nowhere.

    `carries` is which kinds of data it can carry: personal data only, unless it says more.
    """

    article: str = ""
    kind: GroundKind = GroundKind.LAW
    carries: tuple[Carried, ...] = (Carried.PERSONAL,)

    @property
    def shown(self) -> str:
        """The ground as it stands in a list on the screen: on what it rests, and what it can carry."""
        return f"{self}: {self.kind.label}, voor {', '.join(one.label for one in self.carries)}"

    def __str__(self) -> str:
        return f"{self.title} ({self.article})" if self.article else self.title


@dataclass(frozen=True)
class CopyRule(Entry):
    """What may be copied for one recipient, and nothing else: `kinds`, those of life domains only of `domains`.

    `ground` is a code of the grounds, `purpose` what it is for unless the officer says otherwise.
    """

    ground: str = ""
    purpose: str = ""
    kinds: tuple[CopiedKind, ...] = ()
    domains: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.title}: {', '.join(kind.label.lower() for kind in self.kinds)}"


@dataclass(frozen=True)
class ClosureReason(Entry):
    """One reason to end guidance; silence never is one.

    `early` says that it may be before the shortest duration, with a second person; `words` that it must be explained;
    `death` that he died: then nobody else has to agree, and nothing is asked.
    """

    early: bool = True
    words: bool = False
    death: bool = False


@dataclass(frozen=True)
class StepTemplate:
    """One step of an example: what is done, by whom, and so many weeks from what; None is: no day."""

    words: str
    actor: StepActor = StepActor.UNKNOWN
    weeks: int | None = None
    counted: str = ""


@dataclass(frozen=True)
class GoalTemplate(Entry):
    """An example of a goal, to begin with: its title is his sentence, `domain` a code of a life domain or theme."""

    domain: str = ""
    outside_only: bool = False
    steps: tuple[StepTemplate, ...] = ()


@dataclass(frozen=True)
class Criterion:
    """One thing to weigh: its code, the question in plain Dutch, and how it counts (never OFF)."""

    code: str
    question: str
    weight: Weight


@dataclass(frozen=True)
class Approach:
    """What holds in a municipality on a day. `editions` are the keys of the stored layers it was made of, high to low.

    Units: ages in full years, `shortest` in months, `message_term` in days, `caseload` in young people,
    `longest_sentence` in words, `longest_involvement` and `quiet_involvement` in months, `rises_after_attempts` in
    attempts, `rises_after_days` and the answers of both levels in days.
    None is: not laid down.
    """

    editions: tuple[int, ...]
    youngest: int | None
    oldest: int | None
    reckoned_on: ReckonedOn
    shortest: int
    counted_from: CountedFrom
    message_term: int
    caseload: int | None
    smallest_shown: int
    life_domains: tuple[Entry, ...]
    core_tasks: tuple[Entry, ...]
    phases: tuple[PhaseRule, ...]
    criteria: tuple[Criterion, ...]
    deadlines: tuple[DeadlineRule, ...]
    release_items: tuple[ItemRule, ...] = ()
    detention_items: tuple[ItemRule, ...] = ()
    grounds: tuple[GroundRule, ...] = ()
    copied_for: tuple[CopyRule, ...] = ()
    told_again: tuple[Entry, ...] = ()
    transfer_items: tuple[Entry, ...] = ()
    barrier_kinds: tuple[Entry, ...] = ()
    no_sanction_words: tuple[Entry, ...] = ()
    closure_reasons: tuple[ClosureReason, ...] = ()
    themes: tuple[Entry, ...] = ()
    goal_templates: tuple[GoalTemplate, ...] = ()
    reading_levels: tuple[Entry, ...] = ()
    basic_conditions: tuple[Entry, ...] = ()
    longest_involvement: int = LONGEST_INVOLVEMENT
    quiet_involvement: int = QUIET_INVOLVEMENT
    rises_after_attempts: int = MOST_ATTEMPTS
    rises_after_days: int = MOST_DAYS
    tactical_answers: int = TACTICAL_DAYS
    strategic_answers: int = STRATEGIC_DAYS
    longest_sentence: int = LONGEST_SENTENCE
    plain_words: tuple[WordRule, ...] = ()
