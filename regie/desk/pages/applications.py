"""What was asked for him, in words: what waits for a decision, and what came of the rest."""

from dataclasses import dataclass, replace

from django.urls import reverse

from regie.desk.pages.detention import DetentionPage, telling_page
from regie.desk.pages.record import Record
from regie.persons.models import Person
from regie.trajectories.enums import ApplicationKind, ApplicationOutcome, Threatened
from regie.trajectories.models import Application
from regie.trajectories.rules import OBJECTIONABLE, may_follow
from regie.ui.parts import Action, Item
from regie.ui.words import capital, written

TITLE = "Aanvraag"
THREATENED = "dreigt zijn woning, stroom, gas of water te verliezen"


@dataclass(frozen=True)
class ApplicationLine:
    """One application, and what its officer can do with it."""

    item: Item
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class ApplicationsCard:
    """All of them, the newest first; `empty` is said when there is none, `telling` leads to a new one of each kind."""

    lines: tuple[ApplicationLine, ...]
    empty: str
    telling: tuple[Action, ...]


def applications_card(record: Record, *, editable: bool) -> ApplicationsCard:
    """What was asked for him; no query. Of a day in the past nothing leads further."""
    lines = (
        ApplicationLine(described(one), _actions(one) if editable else ()) for one in record.applications
    )
    empty = "Er is nog niets vastgelegd." if record.as_known is None else "Er was niets bekend."
    telling = (_tell(record.trajectory.person, kind) for kind in ApplicationKind)
    return ApplicationsCard(tuple(lines), empty, tuple(telling) if editable else ())


def telling_application_page(person: Person, kind: ApplicationKind) -> DetentionPage:
    """For one that was not told yet."""
    page = telling_page(person, f"{TITLE} vastleggen: {kind.label}")
    return replace(page, lead="Is er al een besluit? Dat legt u hierna vast.")


def deciding_page(told: Application) -> DetentionPage:
    """For what came of it, under what was asked."""
    page = telling_page(told.trajectory.person, "Besluit vastleggen")
    lead = "Wat is er besloten op deze aanvraag?"
    return replace(page, lead=lead, told=(described(told),))


def noted(kind: ApplicationKind) -> str:
    """What is said when it was told: where its terms stand, if its kind has any."""
    terms = " Wat de gemeente wanneer moet doen, ziet u bij Termijnen."
    return f"Aanvraag vastgelegd.{'' if kind is ApplicationKind.OTHER else terms}"


def noted_decision(outcome: str) -> str:
    """What is said when the decision was told: that he can object, when he can."""
    objection = " Hij kan bezwaar maken: tot wanneer, ziet u bij Termijnen."
    return f"Besluit vastgelegd.{objection if outcome in OBJECTIONABLE else ''}"


def described(one: Application) -> Item:
    """One of them in words: what was asked and what came of it, with the days and who told it."""
    words = [f"aangevraagd op {written(one.happened_on)}"]
    if one.decided_on:
        decided = "niet doorgezet" if one.outcome == ApplicationOutcome.DROPPED else "besluit"
        words.append(f"{decided} op {written(one.decided_on)}")
    if one.threatened == Threatened.YES:
        words.append(THREATENED)
    more = " · ".join(filter(None, (*words, one.source)))
    return Item(one.asked, one.get_outcome_display(), capital(more))


def _actions(one: Application) -> tuple[Action, ...]:
    decide = Action("Besluit vastleggen", reverse("desk:decide_application", args=[one.ref]))
    return (
        *((decide,) if may_follow(ApplicationOutcome(one.outcome)) else ()),
        Action("Verbeteren", reverse("desk:correct_application", args=[one.ref])),
        Action("Intrekken", reverse("desk:withdraw_application", args=[one.ref])),
    )


def _tell(person: Person, kind: ApplicationKind) -> Action:
    return Action(kind.label, reverse("desk:tell_application", args=[person.ref, kind.value]))
