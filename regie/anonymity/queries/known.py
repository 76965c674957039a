"""By what one young person can be recognised, from his file."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from regie.anonymity.rules import Known
from regie.barriers.models import Barrier
from regie.base.gathering import Asked, Gathered, gather
from regie.contacts.models import Appointment
from regie.detention.models import Stay
from regie.persons.models import FormerIdentity
from regie.plans.enums import SlotKind
from regie.plans.models import Debt, DomainReading, NetworkMember, WeekSlot
from regie.requests.models import OneTaskLink
from regie.trajectories.models import (
    Call,
    Casemanager,
    Involvement,
    JoinRequest,
    Night,
    OutOfSight,
    Referral,
    Trajectory,
)

OF_TRAJECTORY: tuple[tuple[type[Any], str], ...] = (
    (NetworkMember, ""),
    (WeekSlot, ""),
    (Debt, ""),
    (DomainReading, ""),
    (Casemanager, "professional"),
    (Involvement, "organisation"),
    (JoinRequest, ""),
    (Call, ""),
    (Night, ""),
    (OutOfSight, ""),
    (Appointment, ""),
    (Barrier, "organisation"),
    (OneTaskLink, ""),
)
FILLS_HIS_DAYS = (SlotKind.WORK, SlotKind.SCHOOL, SlotKind.ACTIVITIES)
# A street and the number of a house, a postcode: what an address looks like when nobody says that it is one.
ADDRESS = re.compile(r"([A-ZÀ-Þ][\w'’.-]+(?: [\w'’.-]+){0,3}) \d{1,4}\s?[a-zA-Z]?\b")
NICKNAME = re.compile(r"[\"“„‘(]([^\"”“’)]+)[\"”’)]")


def known_of(trajectory: Trajectory) -> Known:
    """Of who may be seen; one query, and one for each of his person and municipality that was not read yet.

    What was corrected or withdrawn counts too: by how he was called before he is still known.
    """
    told = gather(_all_that_names(trajectory))
    people: list[Any] = [trajectory.person, *told.of(FormerIdentity)]
    slots = told.of(WeekSlot)
    return Known(
        names=tuple(dict.fromkeys((one.given_names, one.family_name) for one in people)),
        nicknames=_texts(name for one in people for name in NICKNAME.findall(one.given_names)),
        birth_dates=frozenset(one.birth_date for one in people if one.birth_date),
        people=_texts(_people(told)),
        addresses=_texts(found for place in _places(told) for found in ADDRESS.findall(place)),
        places=_texts(_where(told)),
        municipalities=frozenset({trajectory.municipality.name}),
        institutions=_texts(_institutions(told)),
        work=_texts(
            said
            for one in slots
            if one.kind in FILLS_HIS_DAYS
            for said in (_after_first(one.words), one.place)
        ),
        references=_texts([*_numbers(told), *(one.bsn for one in people)]),
        organisations=_texts(one.whose for one in told.of(Barrier)),
    )


def _all_that_names(trajectory: Trajectory) -> list[Asked]:
    person, his = [trajectory.person_id], [trajectory.pk]
    return [
        Asked(FormerIdentity, "person", person),
        Asked(Referral, "person", person),
        Asked(Stay, "person", person, "organisation"),
        *(Asked(model, "trajectory", his, along) for model, along in OF_TRAJECTORY),
    ]


def _texts(told: Iterable[str]) -> frozenset[str]:
    return frozenset(text for one in told if (text := one.strip()))


def _people(told: Gathered) -> Iterator[str]:
    """Who is around him, and who is called or asked by name."""
    yield from (one.name for one in told.of(NetworkMember))
    yield from (one.professional.name if one.professional else one.name for one in told.of(Casemanager))
    yield from (one.name for one in told.of(Call))
    yield from (one.who for one in told.of(JoinRequest))
    yield from (one.who for one in told.of(DomainReading))
    yield from (one.owner_name for one in told.of(Barrier))
    yield from (_after_first(one.company_words) for one in told.of(WeekSlot))


def _after_first(words: str) -> str:
    """The words with a capital that they do not owe to the beginning of a sentence."""
    return " ".join(word for word in words.split()[1:] if word[0].isupper())


def _where(told: Gathered) -> Iterator[str]:
    """Where he sleeps, comes and was seen, but for where he works or learns."""
    yield from (one.place for one in told.of(WeekSlot) if one.kind not in FILLS_HIS_DAYS)
    yield from (one.words for one in told.of(Night))
    yield from (one.where for one in told.of(OutOfSight))


def _places(told: Gathered) -> Iterator[str]:
    """Each text in which an address may stand."""
    yield from _where(told)
    yield from (one.place for one in told.of(WeekSlot))
    yield from (one.place for one in told.of(Appointment))


def _institutions(told: Gathered) -> Iterator[str]:
    yield from (one.facility_name for one in told.of(Stay))
    yield from (one.facility for one in told.of(Referral))
    yield from (one.organisation.name for one in told.of(Involvement) if one.organisation)


def _numbers(told: Gathered) -> Iterator[str]:
    yield from (one.phone for one in told.of(NetworkMember))
    yield from (one.phone for one in told.of(Casemanager))
    yield from (one.reference for one in told.of(Debt))
    yield from (one.email for one in told.of(OneTaskLink))
