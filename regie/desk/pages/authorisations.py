"""His authorisations in words, and one of them on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from regie.accounts.models import User
from regie.approach.enums import Anchor
from regie.approach.rules import Approach
from regie.clocks.rules import counted
from regie.desk.pages.lines import Line
from regie.desk.pages.places import TAKEN_OVER, crumbs_to
from regie.desk.pages.plan_words import PlanCard
from regie.persons.models import Person
from regie.plans.enums import AuthorisationState as State
from regie.plans.enums import Lasts
from regie.plans.models import Authorisation
from regie.plans.rules import AuthorisationAccount, HisAuthorisation
from regie.ui.parts import Action, Crumb, Item
from regie.ui.words import capital, written

TITLE = "Machtigingen"
NOT_SIGNED = "Nog niet getekend. Tot dan mag u dit niet namens hem doen."


@dataclass(frozen=True)
class AuthorisationPaper:
    """An authorisation to print: who, for whom, with whom, for what, until when; dots where nobody knows."""

    title: str
    crumbs: tuple[Crumb, ...]
    name: str
    born: str
    officer: str
    place: str
    party: str
    scope: str
    until: str
    signed: str
    stopped: str
    pdf_url: str


def authorisations_card(
    papers: Sequence[HisAuthorisation], person: Person, approach: Approach | None, *, editable: bool, on: date
) -> PlanCard:
    """All of them that stand, with the approach of that day: it says from when one is said to end. No query."""
    lines = tuple(
        Line(
            described(one, state=_state(one.account, approach, on)),
            _actions(one, editable=editable),
            str(one.ref),
        )
        for one in papers
    )
    new = Action("Machtiging vastleggen", reverse("desk:tell_authorisation", args=[person.ref]))
    return PlanCard(TITLE, lines, "Er is nog geen machtiging.", (new,) if editable else ())


def described(one: Any, *, state: State | None = None) -> Item:
    """One of them: with whom, for what, and how it stands; without a state only what was told."""
    account: AuthorisationAccount = one.account
    days = [
        *_stands(account, state),
        f"getekend op {written(account.signed_on)}" if account.signed_on else "",
        f"besproken op {written(account.happened_on)}",
    ]
    return Item(account.party, account.scope, capital(" · ".join(filter(None, days))))


def _stands(account: AuthorisationAccount, state: State | None) -> tuple[str, ...]:
    """How it stands, said once: what was stopped is not said to hold, what says until when needs no "geldt"."""
    until = _until(account, state)
    if account.stopped_on:
        return (f"{State.STOPPED.label} op {written(account.stopped_on)}",)
    if account.signed_on is None:
        return NOT_SIGNED, until
    if state is None or (state is State.HOLDS and account.lasts is not Lasts.UNKNOWN):
        return (until,)
    return state.label, until


def _state(account: AuthorisationAccount, approach: Approach | None, on: date) -> State:
    """How it stands; it ends from the day on which the term of the approach begins to call, and not before."""
    rules = approach.deadlines if approach else ()
    term = next((one.counting for one in rules if one.anchor is Anchor.AUTHORISATION_END), None)
    if term is None or account.until is None:
        return account.state(on)
    return account.state(on, calls_from=counted(account.until, term.length, before=term.before))


def _until(account: AuthorisationAccount, state: State | None) -> str:
    if account.until:
        return f"{'gold' if state is State.EXPIRED else 'geldt'} tot en met {written(account.until)}"
    return "geldt tot hij haar stopt" if account.lasts is Lasts.UNTIL_STOPPED else "niet bekend tot wanneer"


def _actions(one: HisAuthorisation, *, editable: bool) -> tuple[Action, ...]:
    paper = Action("Op papier", reverse("desk:authorisation_paper", args=[one.ref]))
    if not editable:
        return (paper,)
    correct = Action(
        "Verbeteren" if one.account.signed_on else "Hij heeft getekend, of verbeteren",
        reverse("desk:correct_authorisation", args=[one.ref]),
    )
    stop = Action("Hij stopt de machtiging", reverse("desk:stop_authorisation", args=[one.ref]))
    withdraw = Action("Intrekken", reverse("desk:withdraw_authorisation", args=[one.ref]))
    runs = one.account.signed_on and one.account.stopped_on is None
    return (paper, correct, *((stop,) if runs else ()), withdraw)


def authorisation_paper(one: Authorisation, officer: User | None, *, mine: bool) -> AuthorisationPaper:
    """To print and to sign; no query."""
    person, account = one.trajectory.person, one.account
    until = {
        Lasts.UNTIL_DAY: f"Dit geldt tot en met {written(account.until)}, of tot ik het eerder stop.",
        Lasts.UNTIL_STOPPED: "Dit geldt tot ik het stop.",
        Lasts.UNKNOWN: "Dit geldt tot en met: ……………………………, of tot ik het eerder stop.",
    }
    return AuthorisationPaper(
        title="Machtiging",
        crumbs=crumbs_to(person, "Machtiging op papier", under=TAKEN_OVER, mine=mine),
        name=str(person),
        born=written(person.birth_date),
        officer=officer.name if officer else "",
        place=one.trajectory.municipality.name,
        party=account.party,
        scope=account.scope,
        until=until[account.lasts],
        signed=written(account.signed_on),
        stopped=written(account.stopped_on),
        pdf_url=reverse("desk:authorisation_sheet", args=[one.ref]),
    )
