"""What is around him: conditions that hold, and hearings."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from regie.base.facts import AS_TOLD
from regie.base.gathering import Asked, Gathered
from regie.detention.enums import SpecialConditionKind
from regie.detention.models import (
    Hearing,
    Leave,
    OpenSanction,
    ReleaseDate,
    SafetyNote,
    Sentence,
    SpecialCondition,
    Stay,
    Supervision,
)
from regie.detention.models.condition_fact import ConditionFact
from regie.detention.models.detention_fact import DetentionFact
from regie.detention.models.lasting_fact import EndingFact, period_of
from regie.detention.queries.history import hearings_of
from regie.detention.queries.standing import by_person, standing_of
from regie.detention.rules import coming
from regie.persons.models import Person

# In the order in which one reads them.
LASTING: tuple[type[EndingFact], ...] = (SafetyNote, SpecialCondition, Supervision, OpenSanction)


def all_of_detention(
    person_ids: Sequence[int], *, but: Collection[Any] = (), plain: bool = False
) -> list[Asked]:
    """What to ask for to gather all that is told of somebody's detention, or of many, but for some kinds."""
    others: tuple[type[DetentionFact], ...] = (Sentence, ReleaseDate, Hearing, Leave, *LASTING)
    return [
        Asked(Stay, "person", person_ids, "organisation", plain=plain),
        *(Asked(kind, "person", person_ids, plain=plain) for kind in others if kind not in but),
    ]


@dataclass(frozen=True)
class Conditions:
    """What is around him on a day: what holds or is still to begin, the hearings to come (soonest first), and those of
    which nobody told the outcome.
    """

    lasting: Sequence[EndingFact]
    hearings: Sequence[Hearing]
    unheard: Sequence[Hearing]

    @property
    def all(self) -> list[ConditionFact]:
        """All of it, in the order in which one reads it."""
        return [*self.lasting, *self.hearings, *self.unheard]

    @property
    def when_meeting(self) -> list[ConditionFact]:
        """What concerns whoever makes an appointment with him: no more than that."""
        kept = (SafetyNote, SpecialCondition)
        return [*(fact for fact in self.lasting if isinstance(fact, kept)), *self.hearings]


def conditions_of(person: Person, *, among: QuerySet[Person], on: date) -> Conditions:
    """What holds around him on a day and what is to come, as we hold it true; six queries.

    `among` are the people of whom the asker may know it: of anyone else there is nothing.
    """
    if not _known_to(among, person):
        return Conditions((), (), ())
    return conditions_around(person, hearings_of(person), on=on)


def conditions_around(
    person: Person,
    hearings: Sequence[Hearing],
    *,
    on: date,
    as_known: date | None = None,
    told: Gathered | None = None,
) -> Conditions:
    """The same, or as we held it true at the end of a day, for who read all else of him already; four
    queries, none when it was gathered.
    """
    stands = (fact for kind in LASTING for fact in standing_of(kind, person, as_known, told=told))
    ahead = coming([hearing.facts for hearing in hearings], on=on)
    return Conditions(
        lasting=sorted((fact for fact in stands if not fact.over(on=on)), key=_reading_order),
        hearings=[hearings[place] for _, place in ahead],
        unheard=[hearing for hearing in hearings if hearing.facts.unheard(on=on)],
    )


def _reading_order(fact: EndingFact) -> tuple[int, date, int]:
    return LASTING.index(type(fact)), period_of(fact).since or date.min, fact.pk


def told_around(
    person: Person, *, among: QuerySet[Person], as_known: date | None = None
) -> list[ConditionFact]:
    """All conditions that we hold true, or held true at the end of a day, newest first; six queries.

    `among` are the people of whom the asker may know it: of anyone else there is nothing.
    """
    if not _known_to(among, person):
        return []
    lasting = [fact for kind in LASTING for fact in standing_of(kind, person, as_known)]
    return sorted([*lasting, *hearings_of(person, as_known=as_known)], key=AS_TOLD, reverse=True)


def lasting_by_person(told: Gathered, *, as_known: date | None = None) -> dict[int, list[EndingFact]]:
    """What holds for a while around many people, over or not, by what was gathered."""
    found: dict[int, list[EndingFact]] = defaultdict(list)
    for kind in LASTING:
        for person_id, facts in by_person(told.of(kind), as_known=as_known).items():
            found[person_id] += facts
    return found


def contact_bans_of(person: Person, *, on: date, as_known: date | None = None) -> list[SpecialCondition]:
    """With whom he may have no contact, by a condition that holds or is to begin, for who may see him; one query."""
    return _laid_on(person, SpecialConditionKind.CONTACT_BAN, on, as_known)


def area_bans_of(person: Person, *, on: date) -> list[SpecialCondition]:
    """Where he may not come that day, for who may see him; of which nobody knows when it began, too; one query."""
    return [one for one in _laid_on(person, SpecialConditionKind.AREA_BAN, on, None) if one.begun(on=on)]


def _laid_on(
    person: Person, kind: SpecialConditionKind, on: date, as_known: date | None
) -> list[SpecialCondition]:
    told = standing_of(SpecialCondition, person, as_known)
    return [one for one in told if one.kind == kind and not one.over(on=on)]


def _known_to(among: QuerySet[Person], person: Person) -> bool:
    return among.filter(pk=person.pk).exists()
