"""What a colleague can be asked to do with his plan; an act is as in `acts`."""

import uuid
from dataclasses import replace
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day, now
from regie.plans.enums import AmountAnswer, GoalOutcome, StepState
from regie.plans.models import (
    Agreement,
    Authorisation,
    Debt,
    DebtReading,
    Goal,
    GoalResult,
    NoDebts,
    Paper,
    Step,
    StepMark,
    TakenOver,
)
from regie.plans.queries import debts_known, in_hand_of, kept_files
from regie.plans.rules import Given, GoalResultAccount, PaperAccount, StepMarkAccount, paper
from regie.privacy import vault
from regie.trajectories.models import Trajectory
from tests.factories import agreements, debts, goals, taking_over
from tests.factories.papers import PDF
from tests.prove.acts import Deed, acting

SAID = {"congratulation": "Knap gedaan."}


def set_goal(*, by: str, trajectory: int) -> Deed:
    """A goal with one step; answers both."""
    his, who = _trajectory(trajectory), _user(by)

    def deed() -> list[int]:
        made = goals.goal(his, "De verhuurder bellen.", by=who, at=now())
        return [made.pk, Step.objects.get(goal=made).pk]

    return deed


def correct_goal(*, by: str, goal: int, words: str) -> Deed:
    """Tells a goal better."""
    told, who = _of(Goal, goal), acting(by)
    return lambda: told.correct(account=replace(told.account, words=words), by=who, at=now()).pk


def end_goal(*, by: str, goal: int, words: str = "Het is gelukt.") -> Deed:
    """Tells that a goal was reached, and what came of it."""
    told, who = _of(Goal, goal), acting(by)
    account = GoalResultAccount(day(now()), GoalOutcome.REACHED, words, **SAID)
    return lambda: (
        GoalResult.tell(trajectory=told.trajectory, account=account, goal=told, by=who, at=now()).pk
    )


def tell_again(*, by: str, result: int, words: str) -> Deed:
    """Tells a result better that was withdrawn: it was so after all."""
    told, who = _of(GoalResult, result), acting(by)
    return lambda: told.correct(account=replace(told.account, words=words), by=who, at=now()).pk


def results(*, goal: int) -> Deed:
    """What stands of how a goal went."""
    of_it = GoalResult.objects.current().filter(goal__ref=_of(Goal, goal).ref)
    return lambda: list(of_it.values_list("words", flat=True))


def mark(*, by: str, step: int, state: str = "done", words: str = "") -> Deed:
    """Tells how it stands with a step."""
    told, who = _of(Step, step), acting(by)
    about: dict[str, Any] = {"step": told, "state": StepState(state)}
    account = StepMarkAccount(day(now()), words)
    return lambda: StepMark.tell(trajectory=told.trajectory, account=account, by=who, at=now(), **about).pk


def marks(*, step: int) -> Deed:
    """What stands of how a step stands."""
    of_it = StepMark.objects.current().filter(step__ref=_of(Step, step).ref)
    return lambda: sorted(of_it.values_list("state", flat=True))


def owe(*, by: str, trajectory: int, creditor: str) -> Deed:
    """A debt with its first reading; answers both."""
    his, who = _trajectory(trajectory), _user(by)

    def deed() -> list[int]:
        made = debts.owe(his, creditor, "100", by=who, at=now())
        return [made.pk, DebtReading.objects.get(debt=made).pk]

    return deed


def read_debt(*, by: str, debt: int, amount: str) -> Deed:
    """Tells how a debt stands now."""
    told, who = _of(Debt, debt), _user(by)
    return lambda: debts.read(told, amount, by=who, at=now()).pk


def correct_reading(*, by: str, reading: int) -> Deed:
    """Tells a reading better: he did not know how much it was."""
    told, who = _of(DebtReading, reading), acting(by)
    better = replace(told.account, amount=None, amount_known=AmountAnswer.UNKNOWN)
    return lambda: told.correct(account=better, by=who, at=now()).pk


def end_debt(*, by: str, debt: int) -> Deed:
    """Tells that a debt is over."""
    told, who = _of(Debt, debt), _user(by)
    return lambda: debts.end(told, by=who, at=now()).pk


def owe_nothing(*, by: str, trajectory: int) -> Deed:
    """Tells that he says to have no debts."""
    his, who = _trajectory(trajectory), _user(by)
    return lambda: debts.owes_nothing(his, by=who, at=now()).pk


def debts_stand(*, trajectory: int) -> Deed:
    """What we know of his debts, and how many debts, readings and tellings of none stand."""
    his = _trajectory(trajectory)
    models = (Debt, DebtReading, NoDebts)
    return lambda: [debts_known(his), *(model.objects.current().of(his).count() for model in models)]


def agree(*, by: str, trajectory: int, again: str = "", submission: str = "") -> Deed:
    """Agrees on what the officer will do, after what was agreed before as he saw it."""
    his, who = _trajectory(trajectory), acting(by)
    last = Agreement.objects.current().of(his).order_by("pk").last()
    account = agreements.account(now(), agreements.DEBTS._replace(words=f"Ik bel voor u. {again}"))
    sent = uuid.UUID(submission) if submission else None
    about = {"follows_id": last.pk if last else None, "submission": sent}
    return lambda: Agreement.tell(trajectory=his, account=account, by=who, at=now(), **about).pk


def agreed(*, trajectory: int) -> Deed:
    """How many agreements stand, and how many promises each has."""
    his = Agreement.objects.current().of(_trajectory(trajectory))
    return lambda: [len(one.promises) for one in his]


def authorise(*, by: str, trajectory: int, party: str = "Bank") -> Deed:
    """He signs an authorisation."""
    his, who = _trajectory(trajectory), _user(by)
    return lambda: taking_over.authorise(his, by=who, at=now(), party=party).pk


def take_over(*, by: str, authorisation: int) -> Deed:
    """The officer takes something over that rests on it."""
    told, who = _of(Authorisation, authorisation), _user(by)
    return lambda: taking_over.take_over(told.trajectory, by=who, at=now(), on=told).pk


def mandates(*, trajectory: int) -> Deed:
    """Whether the officer may do what he took over."""
    his = _trajectory(trajectory)
    return lambda: [one.mandate(day(now())) for one in in_hand_of(his).things]


def keep_paper(*, by: str, trajectory: int, content: str, most: int = 0, submission: str = "") -> Deed:
    """Keeps a paper; `most` is how many fit, so that it does not take two hundred to find out."""
    his, who = _trajectory(trajectory), acting(by)
    paper.MOST_PAPERS = most or 200
    told: dict[str, Any] = {
        "account": PaperAccount(day(now()), "decision", title=content),
        "given": Given("beschikking.pdf", PDF + content.encode()),
        "submission": uuid.UUID(submission) if submission else None,
    }
    return lambda: Paper.tell(trajectory=his, by=who, at=now(), **told).pk


def papers_told() -> Deed:
    """The names of the files that papers tell of; and, in the order of that, those that lie in my vault."""
    return lambda: [sorted(kept_files()), sorted(vault.lying())]


def withdraw(*, by: str, kind: str, fact: int) -> Deed:
    """Takes back a fact of this model."""
    models = {model.__name__: model for model in (Authorisation, Debt, Goal, GoalResult, TakenOver)}
    told, who = _of(models[kind], fact), acting(by)
    return lambda: told.withdraw(by=who, at=now()).pk


def _of(model: Any, key: int) -> Any:
    return model.objects.select_related("trajectory__person", "trajectory__municipality").get(pk=key)


def _trajectory(key: int) -> Trajectory:
    return Trajectory.objects.select_related("person", "municipality").get(pk=key)


def _user(name: str) -> User:
    return User.objects.get(email=f"{name}@example.nl")
