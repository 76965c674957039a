"""What is told of the plan of who is guided, one of each."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day
from regie.contacts.enums import AppointmentResult, MeetingWith
from regie.plans.enums import Doer, Eye, Influence, MayCall, MeasuredAt, Retold
from regie.plans.models import Promise
from regie.trajectories.models import Trajectory
from tests.factories import agreements, appointments, around, debts, goals, plans, readings, taking_over
from tests.factories.papers import paper


def told_of_his_plan(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """One of each, by what it is called in the file."""
    tellers = (
        _wished,
        _talented,
        _surrounded,
        _aimed,
        _agreed,
        _read,
        _owed,
        _kept_papers,
        _taken_over,
        _met,
    )
    return {name: fact for tell in tellers for name, fact in tell(trajectory, officer, at).items()}


def _wished(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """A wish that was told better."""
    first = plans.wish(trajectory, by=officer, at=at)
    better = first.correct(account=replace(first.account, words="Twee"), by=officer.acting(at), at=at)
    asked: Any = plans.follow_up(better, by=officer, at=at)
    again = asked.correct(account=replace(asked.account, words="Twee"), by=officer.acting(at), at=at)
    return {
        "wish before it was corrected": first,
        "corrected wish": better,
        "follow-up before it was corrected": asked,
        "corrected follow-up": again,
    }


def _talented(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """A talent that was told better."""
    first = plans.talent(trajectory, by=officer, at=at)
    better = first.correct(account=replace(first.account, words="Twee"), by=officer.acting(at), at=at)
    return {"talent before it was corrected": first, "corrected talent": better}


def _surrounded(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """Somebody around him who left, and a fixed moment that is over by the days that are planted; each told better."""
    ended = {"reason": "Een", "reason_source": "Hij", "ended_on": day(at)}
    asked = {"influence": Influence.BOTH, "may_call": MayCall.YES, "phone": "+31464777777"}
    person = around.know(trajectory, by=officer, at=at, **asked, **ended)
    slot = around.fix(trajectory, by=officer, at=at)
    told = {"by": officer.acting(at), "at": at}
    return {
        "person around him before it was corrected": person,
        "corrected person around him": person.correct(
            account=replace(person.account, helps_with="Twee"), **told
        ),
        "slot before it was corrected": slot,
        "corrected slot": slot.correct(account=replace(slot.account, words="Twee"), **told),
    }


def _aimed(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """Two goals with a step, of which one is over; each thing told better."""
    told, by = {"by": officer, "at": at}, {"by": officer.acting(at), "at": at}
    found: dict[str, Any] = {}
    for name, ends in (("goal", False), ("goal that is over", True)):
        goal = goals.goal(trajectory, wish_id=None, **goals.HOME, **told)
        step = goals.step(goal, **told)
        facts = {name: goal, f"step of {name}": step, f"mark of {name}": goals.hold(step, **told)}
        if ends:
            facts[f"result of {name}"] = goals.end(goal, not_congratulated="Hij wil dat niet.", **told)
        for what, first in facts.items():
            better = first.correct(account=replace(first.account, words="Twee"), **by)
            found |= {f"{what} before it was corrected": first, f"corrected {what}": better}
    return found


def _agreed(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """An agreement that was told better, with a promise of somebody else."""
    told = {"retold": Retold.TOLD, "retold_words": "Een", "again_on": day(at) + timedelta(days=7)}
    first = agreements.agree(trajectory, agreements.RIDE, by=officer, at=at, **told)
    better = first.correct(account=replace(first.account, retold_words="Twee"), by=officer.acting(at), at=at)
    (promise,) = Promise.objects.filter(agreement=better)
    return {"agreement before it was corrected": first, "corrected agreement": better, "promise": promise}


def _read(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """How it goes, by a partner, and a basic condition, each told better."""
    by = {"by": officer.acting(at), "at": at}
    who = {"eye": Eye.PARTNER, "who": "Kredietbank"}
    reading = readings.read(trajectory, by=officer, at=at, **who)
    measured = readings.measure(trajectory, MeasuredAt.ENTRY, "debts", by=officer, at=at)
    return {
        "reading before it was corrected": reading,
        "corrected reading": reading.correct(account=replace(reading.account, words="Twee"), **by),
        "measurement before it was corrected": measured,
        "corrected measurement": measured.correct(account=replace(measured.account, words="Twee"), **by),
    }


def _owed(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """That he had no debts; elsewhere then a debt and a reading of it, each told better."""
    told: dict[str, Any] = {"by": officer, "at": at}
    by = {"by": officer.acting(at), "at": at}
    none = debts.owes_nothing(trajectory, **told)
    if trajectory.municipality.name != "Heerlen":  # while a debt is open nobody can tell that he has none
        return {"no debts": none}
    first = debts.owe(trajectory, reference="K-1", **told)
    reading = first.read(account=debts.full(day(at), day(at)), **by)
    return {
        "debt before it was corrected": first,
        "corrected debt": first.correct(account=replace(first.account, creditor="Twee"), **by),
        "debt reading before it was corrected": reading,
        "corrected debt reading": reading.correct(
            account=replace(reading.account, next_payment="Twee"), **by
        ),
        "no debts": none,
    }


def _kept_papers(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """A paper of which was told better what it is."""
    first = paper(trajectory, by=officer, at=at, title="Een", given_by="Zijn moeder", dated_on=day(at))
    better = first.correct(account=replace(first.account, title="Twee"), by=officer.acting(at), at=at)
    return {"paper before it was corrected": first, "corrected paper": better}


def _taken_over(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """What was taken over on an authorisation, and is handed back; each told better."""
    told: dict[str, Any] = {"by": officer, "at": at}
    signed = taking_over.authorise(trajectory, until=day(at), stopped_on=day(at), **told)
    taken = taking_over.take_over(
        trajectory, on=signed, why="Een", until=day(at), domain="practical_affairs", **told
    )
    turn = taking_over.do(taken, Doer.TOGETHER, words="Een", again_on=day(at) + timedelta(days=1), **told)
    acting = officer.acting(at)
    return {
        "authorisation before it was corrected": signed,
        "corrected authorisation": signed.correct(
            account=replace(signed.account, scope="Twee"), by=acting, at=at
        ),
        "taken over before it was corrected": taken,
        "corrected taken over": taken.correct(account=replace(taken.account, why="Twee"), by=acting, at=at),
        "doing before it was corrected": turn,
        "corrected doing": turn.correct(account=replace(turn.account, words="Twee"), by=acting, at=at),
    }


def _met(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """An appointment that was moved, and one that was called off; by the days that are planted all of them are over."""
    told: dict[str, Any] = {"by": officer, "at": at}
    full = {"company": MeetingWith.TOGETHER, "partner": "Een", "purpose": "Een"}
    first = appointments.agree(trajectory, **full, **told)
    moved = first.correct(account=replace(first.account, purpose="Twee"), by=officer.acting(at), at=at)
    off = appointments.agree(trajectory, **told)
    outcome = appointments.went(off, AppointmentResult.OFF_BY_US, words="Een", **told)
    return {
        "appointment before it was moved": first,
        "moved appointment": moved,
        "appointment that was called off": off,
        "outcome of an appointment": outcome,
    }


AIMED = (
    *(f"{what}{name}" for what in ("", "step of ", "mark of ") for name in ("goal", "goal that is over")),
    "result of goal that is over",
)
# What no page shows, and why; and what is only shown as it stands now.
SEEN_BY_NOBODY = {
    "moved appointment.source",  # nobody types one
    "appointment that was called off.source",
    "outcome of an appointment.source",
    "outcome of an appointment.ref",  # its page has the name of the appointment
    "outcome of an appointment.happened_on",  # the day it was agreed for is said
    "corrected wish.source",  # nobody types one: he said it himself
    "corrected person around him.source",
    "corrected person around him.happened_on",  # the page says since when, not when it was told
    "corrected slot.source",
    "corrected slot.happened_on",
    "wish before it was corrected.source",
    "corrected follow-up.source",
    "follow-up before it was corrected.source",
    "corrected talent.source",  # who says it is chosen
    "corrected agreement.source",
    "corrected debt.source",  # nobody types one
    "corrected authorisation.source",
    "corrected taken over.source",
    "corrected doing.source",
    "corrected paper.source",  # from whom it came is told in its own field
    "corrected paper.digest",  # only asked whether the same file stands there
    "corrected reading.source",  # its eye says who said it
    *(f"corrected {what}.source" for what in AIMED),
    *(f"corrected {name}.template" for name in ("goal", "goal that is over")),  # its title is shown
    # By when a step is to be done is what counts.
    *(f"corrected step of {name}.happened_on" for name in ("goal", "goal that is over")),
}
OLD = {
    "appointment before it was moved",
    "authorisation before it was corrected",
    "taken over before it was corrected",
    "doing before it was corrected",
    "paper before it was corrected",
    "debt before it was corrected",
    "debt reading before it was corrected",
    "reading before it was corrected",
    "measurement before it was corrected",
    "agreement before it was corrected",
    "talent before it was corrected",
    "person around him before it was corrected",
    "slot before it was corrected",
    *(f"{what} before it was corrected" for what in AIMED),
}
