"""How the road of a young person of the demo went. Days are counted back from today; below zero they lie ahead."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from regie.contacts.enums import ContactKind, Outcome
from regie.demo.cast import Colleague
from regie.detention.enums import Certainty, HearingKind, HearingOutcome, ReleaseKind, Title
from regie.trajectories.enums import (
    Answered,
    ApplicationKind,
    ApplicationOutcome,
    ArrangementState,
    AttemptKind,
    Called,
    CircumstanceKind,
    CircumstanceValue,
    Owner,
)


@dataclass(frozen=True)
class Sentenced:
    """What a judge gave him, and when we knew."""

    days_ago: int
    title: Title
    months: int | None = None


@dataclass(frozen=True)
class Out:
    """A release date as it was told `days_ago`: the day itself, of a kind and with a certainty.

    With a `weekday` (Monday is 0) it is that day of its week.
    """

    days_ago: int
    on: int | None
    kind: ReleaseKind
    certainty: Certainty
    weekday: int | None = None


@dataclass(frozen=True)
class Court:
    """A hearing; what came of it was told on its day."""

    days_ago: int
    kind: HearingKind
    outcome: HearingOutcome = HearingOutcome.UNKNOWN


@dataclass(frozen=True)
class Around:
    """What holds around him, told so many days ago: the account, and until which day."""

    days_ago: int
    account: Callable[..., Any]
    until: int | None = None


@dataclass(frozen=True)
class Stands:
    """How it stood with one kind of his situation, told so many days ago, since and until so many days ago."""

    days_ago: int
    kind: CircumstanceKind
    value: CircumstanceValue
    since: int
    until: int | None = None
    source: str = ""


@dataclass(frozen=True)
class Asked:
    """What was asked for him so many days ago; what came of it, and how many days ago that was decided."""

    days_ago: int
    kind: ApplicationKind
    threatened: str = ""
    words: str = ""
    outcome: ApplicationOutcome = ApplicationOutcome.WAITING
    decided: int = 0


@dataclass(frozen=True)
class Arranged:
    """How one thing for his release stood, told so many days ago; `due` is a weekday of the week that he comes out.

    With a `decision` it is of the list for his detention.
    """

    days_ago: int
    item: str
    state: ArrangementState
    owner: Owner = Owner.OFFICER
    owner_name: str = ""
    due: int | None = None
    words: str = ""
    decision: str = ""


@dataclass(frozen=True)
class Inside:
    """One detention: since when and where, where he was moved to, and the day he was free."""

    since: int
    facility: str
    left: int | None = None
    moved: tuple[tuple[int, str], ...] = ()
    sentences: tuple[Sentenced, ...] = (Sentenced(10_000, Title.PRETRIAL),)
    releases: tuple[Out, ...] = ()
    hearings: tuple[Court, ...] = ()


@dataclass(frozen=True)
class Moment:
    """One moment of contact, so many days ago."""

    days_ago: int
    kind: ContactKind
    outcome: Outcome
    words: str = ""
    his_words: str = ""
    judgement: str = ""
    minutes: int | None = None
    with_whom: str = ""


@dataclass(frozen=True)
class Rang:
    """Somebody was called for him, so many days ago, and is called again on a day that lies ahead."""

    days_ago: int
    whom: Called
    answered: Answered
    words: str = ""
    again: int | None = None


@dataclass(frozen=True)
class Lost:
    """He is out of sight since so many days ago, and was seen last some days before that."""

    days_ago: int
    last_seen: int
    where: str
    seen_by: str


@dataclass(frozen=True)
class Tried:
    """His officer looked for him so many days ago, and does so again on a day that lies ahead."""

    days_ago: int
    kind: AttemptKind
    whom: str = ""
    words: str = ""
    again: int | None = None


@dataclass(frozen=True)
class Learned:
    """What he learned, in his own words, so many days ago."""

    days_ago: int
    his_words: str


@dataclass(frozen=True)
class Wanted:
    """What he said that he wants, so many days ago, and what he is good at."""

    days_ago: int
    words: str
    place: str = ""
    talent: str = ""


@dataclass(frozen=True)
class Redirected:
    """He was sent to regular aftercare, so many days ago."""

    days_ago: int
    why: str


@dataclass(frozen=True)
class Deferred:
    """The decision waits for something, asked so many days ago, until a day that lies ahead."""

    days_ago: int
    until: int
    why: str


@dataclass(frozen=True)
class Exempted:
    """One rule was asked to be set aside; a second person agreed the day after, or nobody answered yet."""

    days_ago: int
    criterion: str
    reason: str
    answered: bool = True


@dataclass(frozen=True)
class Road:
    """All that happened, as it is told in the demo; `contacts` are so many moments with words that were chosen."""

    referred: int
    referred_by: str
    told: str = ""
    weighed: int | None = None
    exempted: Exempted | None = None
    accepted: int | None = None
    redirected: Redirected | None = None
    deferred: Deferred | None = None
    stays: tuple[Inside, ...] = ()
    around: tuple[Around, ...] = ()
    situation: tuple[Stands, ...] = ()
    asked: tuple[Asked, ...] = ()
    arranged: tuple[Arranged, ...] = ()
    rang: tuple[Rang, ...] = ()
    lost: Lost | None = None
    tried: tuple[Tried, ...] = ()
    learned: tuple[Learned, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    moments: tuple[Moment, ...] = field(default_factory=tuple)
    contacts: int = 0

    def inside_on(self, days_ago: int) -> bool:
        """Whether he was detained on a day."""
        return any(
            stay.since >= days_ago and (stay.left is None or stay.left < days_ago) for stay in self.stays
        )


@dataclass(frozen=True)
class YoungPerson:
    """One invented young person, the officer he is with, and his road."""

    given_names: str
    family_name: str
    born: str
    officer: Colleague
    road: Road
    bsn: str = ""
