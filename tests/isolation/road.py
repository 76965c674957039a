"""What is told of the road of who is guided: his turning points, his terms, his situation, and what was asked for him."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from regie.accounts.enums import Role
from regie.accounts.models import User
from regie.base.clock import day
from regie.clocks.enums import HandlingKind
from regie.clocks.models import Handling, Judgement
from regie.clocks.models.handling import HandlingAccount
from regie.requests.enums import AnswerKind
from regie.trajectories.enums import ApplicationKind, ApplicationOutcome, CircumstanceKind, CircumstanceValue
from regie.trajectories.models import BackInSight, Circumstance, OutOfSight, Trajectory, TurningPoint
from regie.trajectories.models.turning_point import TurningPointAccount
from regie.trajectories.rules import BackInSightAccount, CircumstanceAccount, OutOfSightAccount
from tests.cast import employ
from tests.factories import (
    barriers,
    endings,
    first_days,
    handing_over,
    links,
    losses,
    others,
    people,
    requests,
)
from tests.factories.goals import HOME
from tests.factories.terms import handle, term_of
from tests.isolation.rising import told_of_what_rose


def told_of_his_road(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """One of each, by what it is called in the file."""
    tellers = (
        _turned,
        _handled,
        _situated,
        _asked,
        _arranged,
        _learned,
        _told_others,
        _handed_over,
        _requested,
        _blocked,
        told_of_what_rose,
        _searched,
        _closed,
    )
    return {name: fact for tell in tellers for name, fact in tell(trajectory, officer, at).items()}


def told_of_first_days(trajectory: Trajectory, officer: User, at: datetime, *, done: bool) -> dict[str, Any]:
    """A call, a night and, when they are done, the hand-over, each told better; he must have come out."""
    found: dict[str, Any] = {}
    for name, tell in (
        ("call", first_days.call),
        ("night", first_days.sleep),
        ("hand-over", first_days.settle),
    ):
        if tell is first_days.settle and not done:
            continue
        told = tell(trajectory, by=officer, at=at)
        account = replace(told.account, words="Twee")
        better = told.correct(account=account, by=officer.acting(at), at=at)
        found |= {f"{name} before it was corrected": told, f"corrected {name}": better}
    return found


def _turned(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """A turning point that was told better."""
    told: dict[str, Any] = {"by": officer.acting(at), "at": at}
    first = TurningPoint.tell(trajectory=trajectory, account=TurningPointAccount(day(at), "Een"), **told)
    better = first.correct(account=TurningPointAccount(day(at), "Twee"), **told)
    return {"turning point before it was corrected": first, "corrected turning point": better}


def _handled(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """A term that is not needed, with why; and one that was done too late, and is judged so."""
    kind = HandlingKind.NOT_NEEDED
    handling = handle(trajectory, "first_contact", by=officer, at=at, kind=kind)
    term = term_of(trajectory, "measured_at_entry", on=day(at))._replace(due=day(at) - timedelta(days=9))
    account, by = HandlingAccount(HandlingKind.DONE, day(at)), officer.acting(at)
    Handling.tell(trajectory=trajectory, term=term, account=account, seen=None, by=by, at=at)
    return {"handling": handling, "judgement": Judgement.objects.get(trajectory=trajectory, verdict="missed")}


def _handed_over(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """Another officer begins tomorrow, and what was told of that was told better."""
    where = trajectory.municipality
    coordinator = employ(f"Deelt-{where.cbs_code}", Role.COORDINATOR, where, at=at)
    after = employ(f"Volgt-{where.cbs_code}", Role.OFFICER, where, at=at)
    tomorrow = day(at) + timedelta(days=1)
    handing_over.change_officer(trajectory, after, since=tomorrow, by=coordinator, at=at)
    apart = {"talk": "without_him", "why_apart": "Hij sliep."}
    first = handing_over.hand_over(trajectory, **apart, by=officer, at=at)
    account = replace(first.account, must_know="Twee")
    better = first.correct(account=account, by=officer.acting(at), at=at)
    return {"transfer before it was corrected": first, "corrected transfer": better}


def _told_others(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """Something was told to another, who his casemanager is and who is involved; each told better."""
    told: dict[str, Any] = {"by": officer, "at": at}
    by = {"by": officer.acting(at), "at": at}
    disclosure = people.disclose(trajectory, item="plan", **told)
    contact = people.name_casemanager(trajectory, phone="+31464777777", **told)
    asked = {"ground": "own_request", "scope": "Alles over zijn huur."}
    involved = people.involve(trajectory, **asked, **told)
    stopped = {"ended_on": day(at), "why_ended": "Hij wilde het niet meer."}
    joins = others.answer(involved, words="Graag.", **told)
    explained = others.explain(involved, **told)
    asked_to_join = others.ask_to_join(trajectory, **told)
    judged = people.involve(trajectory, ground=others.PENDING, **told)
    judge = employ(f"judges-{trajectory.pk}", Role.PRIVACY_OFFICER, trajectory.municipality, at=at)
    return {
        "judged involvement": judged,
        "ground answer": others.judge(judged, by=judge, at=at, words="Alleen over zijn huur."),
        "answer before it was corrected": joins,
        "corrected answer": joins.correct(account=replace(joins.account, words="Twee"), **by),
        "explanation before it was corrected": explained,
        "corrected explanation": explained.correct(account=replace(explained.account, words="Twee"), **by),
        "request to join before it was refused": asked_to_join,
        "refused request to join": asked_to_join.refuse(refused_on=day(at), why="Een", **by),
        "involvement before it was corrected": involved,
        "corrected involvement": involved.correct(account=replace(involved.account, **stopped), **by),
        "disclosure before it was corrected": disclosure,
        "corrected disclosure": disclosure.correct(account=replace(disclosure.account, what="Twee"), **by),
        "casemanager before it was corrected": contact,
        "corrected casemanager": contact.correct(account=replace(contact.account, name="Twee"), **by),
    }


def _requested(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """A partner was asked something, which was told better; and something else, which he does on another day."""
    told: dict[str, Any] = {"by": officer, "at": at}
    involved = people.involve(trajectory, **told)
    first = requests.ask(involved, **told)
    second = requests.ask(involved, words="Anders.", **told)
    other_day = {"proposed_on": day(at) + timedelta(days=9), "words": "Een"}
    agreed = requests.agree(involved, **told)
    return {
        "agreement of three before it was corrected": agreed,
        "corrected agreement of three": agreed.correct(
            account=replace(agreed.account, partner="Twee"), by=officer.acting(at), at=at
        ),
        "request before it was corrected": first,
        "corrected request": first.correct(
            account=replace(first.account, words="Twee"), by=officer.acting(at), at=at
        ),
        "answered request": second,
        "link": links.link(second, **told).link,
        "answer to a request": requests.answer(second, AnswerKind.OTHER_DAY, **other_day, **told),
    }


def _blocked(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """What stands in his way, what was tried at something else, and what is over; each told better."""
    told, by = {"by": officer, "at": at}, {"by": officer.acting(at), "at": at}
    blocked = {"since": day(at), "party": "Het loket", "costs": "Een", "owner_name": "Mo"} | HOME
    first, second, third = (
        barriers.blocked(trajectory, **blocked, words=words, **told) for words in ("Een", "Drie", "Vier")
    )
    tried = barriers.attempt(second, whom="Els", answer="Nee.", again_on=day(at) + timedelta(days=3), **told)
    over = barriers.end(third, **told)
    return {
        "barrier before it was corrected": first,
        "corrected barrier": first.correct(account=replace(first.account, words="Twee"), **by),
        "barrier that was tried at": second,
        "try before it was corrected": tried,
        "corrected try": tried.correct(account=replace(tried.account, words="Twee"), **by),
        "barrier that is over": third,
        "end of a barrier before it was corrected": over,
        "corrected end of a barrier": over.correct(account=replace(over.account, words="Twee"), **by),
    }


def _learned(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """A lesson that was told better."""
    first = people.learn(trajectory, by=officer, at=at, officer_words="Ik belde te laat.")
    better = first.correct(account=replace(first.account, his_words="Twee"), by=officer.acting(at), at=at)
    return {"lesson before it was corrected": first, "corrected lesson": better}


def _situated(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """A circumstance that was told better."""
    told: dict[str, Any] = {"by": officer.acting(at), "at": at}
    account = CircumstanceAccount(CircumstanceValue.VALID_ID, day(at), day(at) + timedelta(days=90))
    first = Circumstance.tell(trajectory=trajectory, kind=CircumstanceKind.IDENTITY, account=account, **told)
    better = first.correct(account=replace(account, valid_until=day(at) + timedelta(days=99)), **told)
    return {"circumstance before it was corrected": first, "corrected circumstance": better}


def _asked(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """Something was asked for him and granted; it was told better what it was."""
    granted = {"outcome": ApplicationOutcome.GRANTED, "decided_on": day(at)}
    first = people.ask(trajectory, ApplicationKind.OTHER, by=officer, at=at, **granted)
    better = first.correct(account=replace(first.account, words="Een fiets"), by=officer.acting(at), at=at)
    return {"application before it was corrected": first, "corrected application": better}


def _arranged(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """Something that must be arranged for his release, told better."""
    told = {"due_on": day(at) + timedelta(days=9), "owner_name": "Anneke", "words": "Wacht op de foto."}
    first = people.arrange(trajectory, by=officer, at=at, **told)
    better = first.correct(account=replace(first.account, words="Ligt klaar."), by=officer.acting(at), at=at)
    return {"arrangement before it was corrected": first, "corrected arrangement": better}


def _searched(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """He was lost, and found that same day; each was told better."""
    told: dict[str, Any] = {"by": officer.acting(at), "at": at}
    first = OutOfSight.tell(trajectory=trajectory, account=OutOfSightAccount(day(at)), **told)
    attempt = losses.look(trajectory, by=officer, at=at, words="Geen gehoor.")
    back = BackInSight.tell(trajectory=trajectory, account=BackInSightAccount(day(at), "Een"), **told)
    better = OutOfSightAccount(day(at), day(at), "Bij de kapper", "Zijn neef", "Zijn oma")
    return {
        "out of sight before it was corrected": first,
        "corrected out of sight": first.correct(account=better, **told),
        "attempt before it was corrected": attempt,
        "corrected attempt": attempt.correct(
            account=replace(attempt.account, again_on=day(at) + timedelta(days=2)), **told
        ),
        "back in sight before it was corrected": back,
        "corrected back in sight": back.correct(account=BackInSightAccount(day(at), "Twee"), **told),
    }


def _closed(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """It was closed early by two people and re-opened; now somebody asks that again."""
    second = employ(f"closes-{trajectory.pk}", Role.COORDINATOR, trajectory.municipality, at=at)
    closure = endings.close(trajectory, by=officer, at=at, takes_over="Schulden: de kredietbank")
    answer = endings.agree(closure, by=second, at=at)
    reopening = endings.reopen(trajectory, by=second, at=at)
    asked = endings.close(trajectory, "own_wish", by=officer, at=at, takes_over="Wonen: de corporatie")
    return {
        "closure that was re-opened": closure,
        "closure answer": answer,
        "re-opening": reopening,
        "closure": asked,
    }
