"""The plan of everybody, and one plan of three years: sixty goals, three hundred steps, six hundred contacts."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from regie.approach.enums import StepActor
from regie.base.facts import Recorded
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment
from regie.plans.enums import (
    AmountAnswer,
    Consent,
    DebtKind,
    DebtState,
    DebtThreat,
    Doer,
    Lasts,
    PaymentPlan,
    Presence,
    PromisedBy,
    RestsOn,
    Retold,
)
from regie.plans.models import (
    Agreement,
    Authorisation,
    Debt,
    DebtReading,
    Doing,
    Goal,
    Promise,
    Step,
    StepMark,
    TakenOver,
    Talent,
    Wish,
)
from regie.trajectories.models import Trajectory
from tests.bench.places import BENCH

Write = Callable[[Any, Iterable[Any]], None]
GOALS, STEPS, CONTACTS = 60, 5, 600  # of a plan of three years; so many steps a goal, and contacts in all
WISH = "Ik wil een eigen kamer, en dat mijn dochter mag komen."


def plan_everybody(lives: Iterable[Any], write: Write, *, at: datetime) -> None:
    """A wish, a talent, two goals of two steps, an agreement, a debt, and something taken over with leave."""
    guided = list(lives)
    told = [{"trajectory": one.trajectory, "happened_on": one.begins, **_stamp(at)} for one in guided]
    write(Wish, (Wish(words=WISH, **one) for one in told))
    write(Talent, (Talent(words="Hij kan goed koken.", **one) for one in told))
    goals = [Goal(words=words, **one) for one in told for words in ("Een kamer.", "Weer naar school.")]
    write(Goal, goals)
    write(Step, (step for goal in goals for step in _steps(goal, 2, at)))
    _agree(told, write)
    _owe(told, write)
    _take_over(told, write)


def _steps(goal: Goal, count: int, at: datetime) -> list[Step]:
    """Of each goal the first is ours and the others are his; a week apart."""
    return [
        Step(
            trajectory=goal.trajectory,
            goal=goal,
            words="De verhuurder bellen.",
            actor=StepActor.YOUNG_PERSON if number else StepActor.OFFICER,
            due_on=goal.happened_on + timedelta(weeks=4 + number),
            happened_on=goal.happened_on,
            **_stamp(at),
        )
        for number in range(count)
    ]


def _agree(told: list[dict[str, Any]], write: Write) -> None:
    said = {"consent": Consent.AGREED, "presence": Presence.IN_PERSON, "retold": Retold.NOT_ASKED}
    agreed = [Agreement(**said, **one) for one in told]
    write(Agreement, agreed)
    promised = (PromisedBy.YOUNG_PERSON, "Ik haal mijn post."), (PromisedBy.OFFICER, "Ik bel de verhuurder.")
    write(
        Promise,
        (
            Promise(agreement=one, place=place, who=who, words=words, **_stamp(one.recorded_at))
            for one in agreed
            for place, (who, words) in enumerate(promised)
        ),
    )


def _owe(told: list[dict[str, Any]], write: Write) -> None:
    debts = [Debt(creditor="CJIB", kind=DebtKind.FINES, **one) for one in told]
    write(Debt, debts)
    stands = {
        "state": DebtState.OPEN,
        "amount_known": AmountAnswer.KNOWN,
        "amount": Decimal("612.40"),
        "payment_plan": PaymentPlan.NONE,
        "threat": DebtThreat.NONE,
    }
    write(
        DebtReading, (DebtReading(debt=debt, **stands, **one) for debt, one in zip(debts, told, strict=True))
    )


def _take_over(told: list[dict[str, Any]], write: Write) -> None:
    leave = [
        Authorisation(
            party="CJIB", scope="Bellen.", lasts=Lasts.UNTIL_STOPPED, signed_on=one["happened_on"], **one
        )
        for one in told
    ]
    write(Authorisation, leave)
    rests = RestsOn.AUTHORISATION
    taken = [
        TakenOver(words="De post openen.", rests_on=rests, authorisation=paper.ref, **one)
        for paper, one in zip(leave, told, strict=True)
    ]
    write(TakenOver, taken)
    write(
        Doing, (Doing(thing=of.ref, doer=Doer.TOGETHER, **one) for of, one in zip(taken, told, strict=True))
    )


def plan_three_years(trajectory: Trajectory, write: Write, *, at: datetime) -> None:
    """A long plan, of which half of the steps is done, and contact twice a week."""
    begins = trajectory.started_on
    told = {"trajectory": trajectory, **_stamp(at)}
    goals = [
        Goal(words=f"Doel {number}.", happened_on=_spread(begins, number, GOALS), **told)
        for number in range(GOALS)
    ]
    write(Goal, goals)
    steps = [step for goal in goals for step in _steps(goal, STEPS, at)]
    write(Step, steps)
    done = [StepMark(step=step, state="done", happened_on=step.happened_on, **told) for step in steps[::2]]
    write(StepMark, done)
    there = ContactMoment.objects.filter(trajectory=trajectory).count()
    how = {"kind": ContactKind.PHONE, "outcome": Outcome.MADE, "words": WISH}
    write(
        ContactMoment,
        (
            ContactMoment(happened_on=_spread(begins, number, CONTACTS), **how, **told)
            for number in range(max(0, CONTACTS - there))
        ),
    )


def _spread(begins: date, number: int, of: int) -> date:
    """Spread over the days since he was taken on."""
    return begins + timedelta(days=(date.today() - begins).days * number // of)


def _stamp(at: datetime) -> dict[str, Any]:
    return Recorded.stamp(by=BENCH, at=at)
