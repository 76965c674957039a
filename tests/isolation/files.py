"""The files that the matrix guards: young people in two municipalities, with a secret in every field."""

import uuid
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from regie.accounts.enums import Role
from regie.accounts.models import Absence, Cover, Municipality, User
from regie.approach.queries import approach_for
from regie.base.clock import day
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment, ContactStem
from regie.contacts.rules import ContactAccount
from regie.detention.enums import (
    HearingOutcome,
    LeaveKind,
    LeaveState,
    OpenSanctionKind,
    SafetyGround,
    SpecialConditionKind,
    Title,
)
from regie.detention.models.hearing import HearingAccount
from regie.detention.models.open_sanction import OpenSanctionAccount
from regie.detention.models.release_date import ReleaseAccount
from regie.detention.models.safety_note import SafetyNoteAccount
from regie.detention.models.sentence import SentenceAccount
from regie.detention.models.special_condition import SpecialConditionAccount
from regie.detention.models.stay import StayAccount
from regie.detention.models.supervision import SupervisionAccount
from regie.detention.rules import LeaveAccount
from regie.intake.actions import hand_over_messages, receive
from regie.partners.actions import merge_listings
from regie.persons.models import FormerIdentity
from regie.persons.rules import Identity
from regie.trajectories.actions import (
    Redirecting,
    Telling,
    answer_exception,
    ask_exception,
    correct_detention,
    correct_referral,
    defer_referral,
    redirect_referral,
    tell_detention,
    weigh_referral,
)
from regie.trajectories.enums import Answer, Disability, Knew
from regie.trajectories.models import MustKnow, Referral, Trajectory
from tests.cast import Cast, employ
from tests.factories import people
from tests.factories.partners import organisation, professional
from tests.isolation.plan import told_of_his_plan
from tests.isolation.road import told_of_first_days, told_of_his_road
from tests.isolation.secrets import Mint, Secret, plant

BORN = date(1990, 5, 3)  # too old by every approach, as the days are that are planted


@dataclass(frozen=True)
class File:
    """What we hold about one young person: every record by name, the secrets in them, and the addresses it has."""

    name: str
    municipality: Municipality
    records: dict[str, Any]
    secrets: tuple[Secret, ...]
    parts: dict[str, tuple[uuid.UUID, ...]]  # part of an address → what may stand there

    @property
    def subject(self) -> uuid.UUID:
        """Of whom or what the access log tells: the young person, the message in no file yet; of the map it tells nothing."""
        named = next(name for name in ("person", "message", "professional") if name in self.records)
        subject: uuid.UUID = self.records[named].ref
        return subject


def message_file(
    name: str, cast: Cast, *, officer: User, where: Municipality, at: datetime, mint: Mint
) -> File:
    """A message that nobody decided on."""
    return _planted(name, where, _received(name, officer, where, at), mint)


def handed_over_file(
    name: str, cast: Cast, *, officer: User, where: Municipality, at: datetime, mint: Mint
) -> File:
    """A message that went to aftercare."""
    records = _received(name, officer, where, at)
    hand_over_messages([records["message"]], by=officer.acting(at), at=at)
    return _planted(name, where, records, mint)


def _received(name: str, officer: User, where: Municipality, at: datetime) -> dict[str, Any]:
    by = officer.acting(at)
    text = f"Naam: {name}"
    made = receive(text, sender="DJI", received_on=day(at), municipality=where, by=by, at=at)
    return {"message": made[0], "delivery": made[0].delivery}


def map_file(name: str, cast: Cast, *, officer: User, where: Municipality, at: datetime, mint: Mint) -> File:
    """What stands on the social map of a municipality, and who says that it is wrong."""
    partner = organisation(cast, name, at=at, by=officer, where=where)
    works_there = professional(cast, name, at=at, by=officer, where=where, organisation=partner)
    partner.doubt(words="Het nummer klopt niet.", by=officer.acting(at), at=at)
    professional(cast, f"{name} too", at=at, by=officer, where=where, organisation=partner)
    records = {"organisation": partner, "professional": works_there}
    once = organisation(cast, f"{name} once", at=at, by=officer, where=where)
    twice = organisation(cast, f"{name} twice", at=at, by=officer, where=where)
    merge = merge_listings(kept=once, gone=twice, by=officer.acting(at), at=at)
    records |= {"check": partner.checks.get(holds=False), "merged organisation": once, "merge": merge}
    return _planted(name, where, records, mint)


def open_file(name: str, cast: Cast, *, officer: User, where: Municipality, at: datetime, mint: Mint) -> File:
    """Somebody who was referred and weighed, and can be accepted; who it is and what was told were corrected."""
    records = _referred(name, cast, officer, where, at)
    return _planted(name, where, records | _weighed(records["referral"], cast, officer, at), mint)


def doubted_file(
    name: str, cast: Cast, *, officer: User, where: Municipality, at: datetime, mint: Mint
) -> File:
    """Somebody of whom one thing is not known, and for whom an exception waits for a second person."""
    records, by = _referred(name, cast, officer, where, at), officer.acting(at)
    referral = records["referral"]
    weighing = people.weigh(referral, by=officer, at=at, multi_problem=Answer.UNKNOWN)
    waiver = ask_exception(referral=referral, criterion="age", reason="Past toch.", by=by, at=at)
    until = day(at) + timedelta(days=9)
    deferral = defer_referral(referral=referral, until=until, why="De rechter beslist.", by=by, at=at)
    return _planted(
        name, where, records | {"weighing": weighing, "waiver": waiver, "deferral": deferral}, mint
    )


def redirected_file(
    name: str, cast: Cast, *, officer: User, where: Municipality, at: datetime, mint: Mint
) -> File:
    """Somebody who went to regular aftercare, and got a letter."""
    records = _referred(name, cast, officer, where, at)
    letters = Redirecting("Heeft genoeg aan nazorg.", Knew.YES, "Geachte", "Beste")
    by = officer.acting(at)
    redirection = redirect_referral(referral=records["referral"], redirecting=letters, by=by, at=at)
    return _planted(name, where, records | {"redirection": redirection}, mint)


def guided_file(
    name: str, cast: Cast, *, officer: User, where: Municipality, at: datetime, mint: Mint
) -> File:
    """Somebody who is guided: contact that stands, contact that was corrected, contact that was withdrawn."""
    records = _referred(name, cast, officer, where, at)
    by, planned_end = officer.acting(at), day(at) + timedelta(days=900)
    weighed = _weighed(records["referral"], cast, officer, at)
    trajectory = records["referral"].accept(planned_end=planned_end, by=by, at=at)
    contact = {
        "trajectory": trajectory,
        **_contact(trajectory, officer, at),
        **told_of_his_road(trajectory, officer, at),
        **told_of_his_plan(trajectory, officer, at),
        **_detention(trajectory, officer, at),
        **told_of_first_days(trajectory, officer, at, done=where != cast.here),
        **_covered(trajectory, officer, at),
    }
    contact["stem of contact"] = ContactStem.objects.filter(moment=contact["contact"]).order_by("pk").first()
    return _planted(name, where, records | weighed | contact, mint)


def _covered(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """A colleague covers, and was told what he must know."""
    where, back = trajectory.municipality, day(at) + timedelta(days=9)
    substitute = employ(f"substitute-{trajectory.pk}", Role.OFFICER, where, at=at)
    by = officer.acting(at)
    cover = Cover.arrange(Absence(officer, where, substitute, day(at), back), by=by, at=at)
    words = "Bel zijn moeder."
    known = MustKnow.tell(cover=cover, trajectory=trajectory, words=words, seen=None, by=by, at=at)
    return {"must know": known}


def _referred(name: str, cast: Cast, officer: User, where: Municipality, at: datetime) -> dict[str, Any]:
    first: Referral = people.refer(cast, at=at, who=Identity(name, name, BORN), by=officer, where=where)
    referral = correct_referral(
        referral=first,
        telling=Telling("Beter verteld", day(at)),
        identity=Identity("Beter", name, BORN),
        by=officer.acting(at),
        at=at,
    )
    return {
        "person": referral.person,
        "former identity": FormerIdentity.objects.get(person=referral.person),
        "referral before it was corrected": first,
        "referral": referral,
    }


def _weighed(referral: Referral, cast: Cast, officer: User, at: datetime) -> dict[str, Any]:
    """All is met but the age, which a second person set aside; LVB is noted on a ground."""
    found = people.favourable(approach_for(referral.municipality, on=day(at)))
    noted = replace(found, disability=Disability.SUSPECTED, disability_ground="Hij vroeg het zelf.")
    weighing = weigh_referral(referral=referral, weighed=noted, by=officer.acting(at), at=at)
    waiver = ask_exception(
        referral=referral, criterion="age", reason="Past toch.", by=officer.acting(at), at=at
    )
    second = employ(f"second-{referral.pk}", Role.COORDINATOR, referral.municipality, at=at)
    answer = answer_exception(waiver=waiver, agreed=True, words="Eens.", by=second.acting(at), at=at)
    return {"weighing": weighing, "waiver": waiver, "waiver answer": answer}


def _contact(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, ContactMoment]:
    """With a partner, for then every field can hold a secret."""
    by = officer.acting(at)
    account = ContactAccount(day(at), ContactKind.PARTNER, Outcome.MADE, "Gebeld.", party="Els")
    stands, corrected, withdrawn = (
        ContactMoment.log(trajectory=trajectory, account=account, by=by, at=at) for _ in range(3)
    )
    return {
        "contact": stands,
        "contact before it was corrected": corrected,
        "corrected contact": corrected.correct(account=account, by=by, at=at),
        "contact before it was withdrawn": withdrawn,
        "withdrawn contact": withdrawn.withdraw(by=by, at=at),
    }


def _detention(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    told: dict[str, Any] = {"trajectory": trajectory, "by": officer.acting(at), "at": at}
    stay, old = (
        tell_detention(account=StayAccount(name, entered_on=since), source="Bericht", **told)
        for name, since in (("PI Een", day(at) - timedelta(days=9)), ("PI Twee", None))
    )
    around = _around(told, at)  # with leave, of who is inside
    corrected = correct_detention(told=old, account=StayAccount("PI Drie", left_on=day(at)), **told)
    sentence = tell_detention(account=SentenceAccount(Title.PRISON, months=9), source="Bericht", **told)
    release = tell_detention(account=ReleaseAccount(day(at) + timedelta(days=90)), source="Bericht", **told)
    return {
        "stay": stay,
        "stay before it was corrected": old,
        "corrected stay": corrected,
        "sentence": sentence,
        "release date": release,
        **around,
    }


def _around(told: dict[str, Any], at: datetime) -> dict[str, Any]:
    """A hearing that was postponed, and what holds for a while."""
    postponed = HearingAccount(
        day(at), outcome=HearingOutcome.POSTPONED, postponed_to=day(at) + timedelta(days=9)
    )
    accounts = {
        "hearing": postponed,
        "supervision": SupervisionAccount("Reclassering"),
        "special condition": SpecialConditionAccount(SpecialConditionKind.AREA_BAN, "Niet hier."),
        "open sanction": OpenSanctionAccount(OpenSanctionKind.FINE, 400, "In termijnen.", day(at)),
        "leave": LeaveAccount(
            LeaveKind.OTHER, "Naar huis.", LeaveState.GRANTED, day(at), day(at), "well", "Goed.", day(at)
        ),
        "safety note": SafetyNoteAccount("Kom met zijn tweeën.", SafetyGround.WARNING, day(at)),
    }
    return {
        called: tell_detention(account=account, source="Bericht", **told)
        for called, account in accounts.items()
    }


def _planted(name: str, where: Municipality, records: dict[str, Any], mint: Mint) -> File:
    secrets = [
        secret
        for called, record in records.items()
        for secret in plant(record, called=called, file=name, mint=mint)
    ]
    for record in records.values():
        record.refresh_from_db()
    return File(name, where, records, tuple(secrets), _parts(records))


def _parts(records: dict[str, Any]) -> dict[str, tuple[uuid.UUID, ...]]:
    """Each `<model>_ref` of an address, with the refs of the records of that model; `contact_ref` is a moment."""
    refs: dict[str, dict[uuid.UUID, None]] = {}
    for record in records.values():
        if hasattr(record, "ref"):
            kind = type(record).__name__.lower().removesuffix("moment")
            refs.setdefault(f"{kind}_ref", {})[record.ref] = None
    return {part: tuple(found) for part, found in refs.items()}
