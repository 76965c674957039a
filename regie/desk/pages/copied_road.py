"""What may be copied of who he is, of his road and of his situation: of each kind its own lines, and nothing beside."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from regie.approach.enums import CopiedKind
from regie.approach.rules import CopyRule
from regie.contacts.models import ContactMoment
from regie.contacts.queries import newest_first
from regie.desk.pages.condition_words import described
from regie.desk.pages.record import Record
from regie.detention.models import SafetyNote
from regie.plans.queries import GoalStory, goals_of
from regie.trajectories.enums import ApplicationKind, CircumstanceKind, CircumstanceValue
from regie.trajectories.models.circumstance import holding
from regie.ui.words import written

MOST_CONTACTS = 5
NOT_KNOWN = "Niet bekend"
SITUATIONS: Mapping[CopiedKind, Collection[CircumstanceKind]] = {
    CopiedKind.HOME: (CircumstanceKind.HOME, CircumstanceKind.ADDRESS),
    CopiedKind.INCOME: (CircumstanceKind.BENEFIT, CircumstanceKind.ALLOWANCES),
    CopiedKind.WORK: (CircumstanceKind.WORK,),
    CopiedKind.IDENTITY: (CircumstanceKind.IDENTITY,),
    CopiedKind.INSURANCE: (CircumstanceKind.INSURANCE, CircumstanceKind.ACCOUNT),
}
# An answer that tells of something else as well goes only where that is open too.
TELLS_MORE: Mapping[str, CopiedKind] = {
    CircumstanceValue.DISABILITY_BENEFIT: CopiedKind.HEALTH,
    CircumstanceValue.SUSPENDED: CopiedKind.DETENTION,
    ApplicationKind.SUPPORT: CopiedKind.HEALTH,
    ApplicationKind.DEBT_HELP: CopiedKind.DEBTS,
}


@dataclass(frozen=True)
class Copied:
    """Of whom is copied, and what may go."""

    record: Record
    rule: CopyRule

    @cached_property
    def goals(self) -> list[GoalStory]:
        """His goals of the domains that are open; goals and steps ask for them."""
        return [story for story in self.all_goals if story.goal.domain in self.rule.domains]

    @cached_property
    def all_goals(self) -> list[GoalStory]:
        """All of them, to say how many stay here."""
        return goals_of(self.record.trajectory)

    def may_tell(self, value: str) -> bool:
        """Whether this answer tells nothing that is closed."""
        return value not in TELLS_MORE or TELLS_MORE[value] in self.rule.kinds


class Said(NamedTuple):
    """The lines of one kind, and what of it was held back."""

    lines: tuple[str, ...]
    held: str = ""


Saying = Callable[[Copied], Said]


def one_line(words: str) -> str:
    """What somebody typed on one line: it cannot look like a heading of ours."""
    return " ".join(words.split())


def _who(one: Copied) -> Said:
    return Said((one.record.name,))


def _born(one: Copied) -> Said:
    return Said((written(one.record.identity.birth_date) or NOT_KNOWN,))


def _officer(one: Copied) -> Said:
    officer = one.record.guidance.officer_on(one.record.on)
    return Said((f"{officer.name if officer else 'Nog niemand'}, re-integratieofficier",))


def _phase(one: Copied) -> Said:
    return Said((one.record.standing.phase_title,))


def _place(one: Copied) -> Said:
    place = one.record.place
    if place is None:
        return Said(("Niet in een inrichting",) if one.record.history.stays else ())
    since = f", sinds {written(place.entered_on)}" if place.entered_on else ""
    return Said((f"{one_line(place.facility) or 'Inrichting niet bekend'}{since}",))


def _release(one: Copied) -> Said:
    release = one.record.place.release if one.record.place else None
    if release is None or release.expected_on is None:
        return Said(())
    return Said((f"{written(release.expected_on)} ({release.certainty.label})",))


def _situation(kind: CopiedKind) -> Saying:
    """How it stands with what belongs to this kind, and since when; nothing that tells of something closed."""

    def said(one: Copied) -> Said:
        now = holding(one.record.circumstances, on=one.record.on)
        told = [now[what] for what in SITUATIONS[kind] if what in now]
        goes = [fact for fact in told if one.may_tell(fact.value)]
        lines = (
            f"{fact.get_kind_display()}: {fact.get_value_display()}, sinds {written(fact.happened_on)}"
            for fact in goes
            if fact.value != CircumstanceValue.NOT_ASKED
        )
        return Said(tuple(lines), _tells_more(len(told) - len(goes), kind))

    return said


def _applications(one: Copied) -> Said:
    told = one.record.applications
    goes = [fact for fact in told if one.may_tell(fact.kind)]
    lines = (
        f"{fact.get_kind_display()}, aangevraagd op {written(fact.happened_on)}: {fact.get_outcome_display()}"
        for fact in goes
    )
    return Said(tuple(lines), _tells_more(len(told) - len(goes), CopiedKind.APPLICATIONS))


def _contact(one: Copied) -> Said:
    return Said(tuple(f"{_when(moment)}: {moment.get_outcome_display()}" for moment in _moments(one)))


def _contact_words(one: Copied) -> Said:
    return Said(tuple(f"{_when(it)}: {one_line(it.words)}" for it in _moments(one) if it.words.strip()))


def _conditions(one: Copied) -> Said:
    """What holds around him, without who said so; a note on safety is never copied."""
    facts = [fact for fact in one.record.conditions.all if not isinstance(fact, SafetyNote)]
    items = map(described, facts)
    return Said(tuple(f"{item.term}: {one_line(item.description)}" for item in items))


def _moments(one: Copied) -> Iterator[ContactMoment]:
    yield from newest_first(one.record.trajectory).with_him()[:MOST_CONTACTS]


def _when(moment: ContactMoment) -> str:
    return f"{written(moment.happened_on)}, {moment.get_kind_display().lower()}"


def _tells_more(number: int, kind: CopiedKind) -> str:
    if not number:
        return ""
    return f"{kind.label}: {number} keer zegt het antwoord ook iets dat niet mee mag, zoals over zijn gezondheid."


OF_HIS_ROAD: Mapping[CopiedKind, Saying] = {
    CopiedKind.NAME: _who,
    CopiedKind.BIRTH_DATE: _born,
    CopiedKind.OFFICER: _officer,
    CopiedKind.PHASE: _phase,
    CopiedKind.DETENTION: _place,
    CopiedKind.RELEASE: _release,
    **{kind: _situation(kind) for kind in SITUATIONS},
    CopiedKind.APPLICATIONS: _applications,
    CopiedKind.CONTACT: _contact,
    CopiedKind.CONTACT_WORDS: _contact_words,
    CopiedKind.CONDITIONS: _conditions,
}
