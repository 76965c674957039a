"""The page of his debts: what threatens first; and the page of one debt, with how it went."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.desk.pages.applications import described as described_application
from regie.desk.pages.circumstances import described as described_circumstance
from regie.desk.pages.debt_words import (
    NOTHING_TOLD,
    TITLE,
    described,
    described_line,
    described_none,
    described_reading,
    name_of,
    threat_said,
    total_said,
)
from regie.desk.pages.lines import Line
from regie.desk.pages.places import DEBTS, PLAN, crumbs_to
from regie.persons.models import Person
from regie.plans.models import Debt, DebtReading
from regie.plans.queries import DebtLine, Debts, debt_line, debts_of
from regie.trajectories.enums import ApplicationKind, CircumstanceKind
from regie.trajectories.models import Trajectory
from regie.trajectories.models.circumstance import holding
from regie.trajectories.queries import applications_of, circumstances_of
from regie.ui.parts import Action, Crumb, Item

# What of his situation tells whether he can pay, and who may call for him.
BESIDE = (
    CircumstanceKind.BENEFIT,
    CircumstanceKind.ALLOWANCES,
    CircumstanceKind.HOME,
    CircumstanceKind.ACCOUNT,
    CircumstanceKind.AUTHORISATION,
)
TWICE = "Let op: deze schuld staat er twee keer, met hetzelfde kenmerk."


@dataclass(frozen=True)
class DebtsPage:
    """What threatens, what it is together, each debt that is still there, those that are over; what is beside it."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    actions: tuple[Action, ...]
    threats: tuple[str, ...]
    total: str
    lines: tuple[Line, ...]
    empty: str
    over: tuple[Line, ...]
    beside: tuple[Item, ...]
    sanctions_url: str


@dataclass(frozen=True)
class DebtPage:
    """One debt, and each reading of it, the last one first."""

    title: str
    person: str
    crumbs: tuple[Crumb, ...]
    actions: tuple[Action, ...]
    about: tuple[Line, ...]
    readings: tuple[Line, ...]


def debts_page(trajectory: Trajectory, *, mine: bool, on: date) -> DebtsPage:
    """All of them; five queries."""
    person, debts = trajectory.person, debts_of(trajectory)
    return DebtsPage(
        title=TITLE,
        person=str(person),
        lead="Wat is hij schuldig, aan wie, en wat is daarover afgesproken?",
        crumbs=crumbs_to(person, TITLE, under=PLAN, mine=mine),
        actions=_actions(debts, person, mine=mine),
        threats=tuple(
            f"{line.debt.creditor}: {threat_said(line.now)}."
            for line in debts.open
            if line.now and line.threatens
        ),
        total=total_said(debts.total) if debts.open else "",
        lines=(*_none(debts, mine=mine), *_lines(debts.open, debts, mine=mine)),
        empty=NOTHING_TOLD if not debts.lines else "Er loopt geen schuld meer die we kennen.",
        over=_lines(debts.over, debts, mine=mine),
        beside=_beside(trajectory, on=on),
        sanctions_url=reverse("desk:conditions", args=[person.ref]),
    )


def debt_page(debt: Debt, *, mine: bool) -> DebtPage:
    """How one debt went; one query."""
    line, person = debt_line(debt), debt.trajectory.person
    return DebtPage(
        title=name_of(debt),
        person=str(person),
        crumbs=crumbs_to(person, name_of(debt), under=DEBTS, mine=mine),
        actions=_telling(line) if mine else (),
        about=(Line(described(debt), _mending(debt) if mine else ()),),
        readings=tuple(
            Line(described_reading(one), _mending_reading(one) if mine else ())
            for one in reversed(line.readings)
        ),
    )


def _actions(debts: Debts, person: Person, *, mine: bool) -> tuple[Action, ...]:
    overview = Action(
        "Overzicht om te printen", reverse("desk:debt_overview", args=[person.ref]), variant="secondary"
    )
    told = (overview,) if debts.lines or debts.none else ()
    if not mine:
        return told
    new = Action("Schuld vastleggen", reverse("desk:tell_debt", args=[person.ref]), "pencil")
    none = Action(
        "Hij heeft geen schulden", reverse("desk:tell_nodebts", args=[person.ref]), variant="secondary"
    )
    return (new, *(() if debts.open else (none,)), *told)


def _none(debts: Debts, *, mine: bool) -> tuple[Line, ...]:
    if debts.none is None:
        return ()
    actions = (
        Action("Verbeteren", reverse("desk:correct_nodebts", args=[debts.none.ref])),
        Action("Intrekken", reverse("desk:withdraw_nodebts", args=[debts.none.ref])),
    )
    return (Line(described_none(debts.none), actions if mine else ()),)


def _lines(lines: Sequence[DebtLine], debts: Debts, *, mine: bool) -> tuple[Line, ...]:
    """Each with what its officer can do; who told one twice, reads so."""
    names = Counter(_same(one.debt) for one in debts.lines)
    found = []
    for line in lines:
        item = described_line(line)
        if line.debt.reference and names[_same(line.debt)] > 1:
            item = Item(item.term, f"{item.description}\n{TWICE}", item.more)
        course = Action("Hoe het ging", reverse("desk:debt", args=[line.debt.ref]))
        found.append(Line(item, (course, *(_telling(line) if mine else ()))))
    return tuple(found)


def _same(debt: Debt) -> tuple[str, str]:
    return debt.creditor.casefold(), debt.reference.casefold()


def _telling(line: DebtLine) -> tuple[Action, ...]:
    ref = line.debt.ref
    anew = Action("Nieuwe stand", reverse("desk:read_debt", args=[ref]))
    ended = Action("Deze schuld is voorbij", reverse("desk:end_debt", args=[ref]), variant="secondary")
    return (anew, ended) if line.is_open else (anew,)


def _mending(debt: Debt) -> tuple[Action, ...]:
    return (
        Action("Verbeteren", reverse("desk:correct_debt", args=[debt.ref])),
        Action("Intrekken", reverse("desk:withdraw_debt", args=[debt.ref])),
    )


def _mending_reading(one: DebtReading) -> tuple[Action, ...]:
    return (
        Action("Verbeteren", reverse("desk:correct_debtreading", args=[one.ref])),
        Action("Intrekken", reverse("desk:withdraw_debtreading", args=[one.ref])),
    )


def _beside(trajectory: Trajectory, *, on: date) -> tuple[Item, ...]:
    """What was asked for him of debt help, and what of his situation belongs to it; two queries."""
    holds = holding(circumstances_of(trajectory), on=on)
    asked = (one for one in applications_of(trajectory) if one.kind == ApplicationKind.DEBT_HELP)
    return (
        *(described_application(one) for one in asked),
        *(described_circumstance(holds[kind]) for kind in BESIDE if kind in holds),
    )
