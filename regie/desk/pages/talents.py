"""What he is good at, in words."""

from collections.abc import Sequence

from django.urls import reverse

from regie.desk.pages.lines import Line
from regie.desk.pages.plan_words import PlanCard
from regie.persons.models import Person
from regie.plans.enums import SaidBy
from regie.plans.models import Talent
from regie.ui.parts import Action, Item
from regie.ui.words import written

TITLE = "Waar hij goed in is"


def talents_card(talents: Sequence[Talent], person: Person, *, editable: bool) -> PlanCard:
    """All of them as they stand; no query."""
    lines = tuple(Line(described(one), _actions(one) if editable else (), str(one.ref)) for one in talents)
    new = Action("Talent vastleggen", reverse("desk:tell_talent", args=[person.ref]))
    return PlanCard(
        TITLE, lines, "Vraag hem waar hij goed in is, en wat hij graag doet.", (new,) if editable else ()
    )


def described(one: Talent) -> Item:
    """One of them: who says it, when, and what."""
    on = written(one.happened_on)
    who = "Niet bekend wie dit zegt" if one.said_by == SaidBy.UNKNOWN else one.get_said_by_display()
    return Item(f"{who}, op {on}", one.words)


def _actions(one: Talent) -> tuple[Action, ...]:
    return (
        Action("Verbeteren", reverse("desk:correct_talent", args=[one.ref])),
        Action("Intrekken", reverse("desk:withdraw_talent", args=[one.ref])),
    )
