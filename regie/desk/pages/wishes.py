"""What he wants, in words."""

from collections.abc import Sequence

from django.urls import reverse

from regie.desk.pages.lines import Line
from regie.desk.pages.plan_words import PlanCard
from regie.persons.models import Person
from regie.plans.models import Wish
from regie.ui.parts import Action, Item
from regie.ui.words import written


def wishes_card(wishes: Sequence[Wish], person: Person, *, editable: bool) -> PlanCard:
    """All of them as they stand; no query."""
    lines = tuple(Line(described(one), _actions(one) if editable else (), str(one.ref)) for one in wishes)
    new = Action("Wens vastleggen", reverse("desk:tell_wish", args=[person.ref]))
    return PlanCard(
        "Wat hij wil", lines, "Vraag hem wat hij wil. Daar begint het plan.", (new,) if editable else ()
    )


def described(one: Wish) -> Item:
    """One of them: his words, and when and where he said it."""
    return Item(f"Hij zei op {written(one.happened_on)}", f"“{one.words}”", one.place)


def _actions(one: Wish) -> tuple[Action, ...]:
    return (
        Action("Verbeteren", reverse("desk:correct_wish", args=[one.ref])),
        Action("Intrekken", reverse("desk:withdraw_wish", args=[one.ref])),
    )
