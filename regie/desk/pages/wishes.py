"""What he wants and wanted, in words."""

from collections.abc import Sequence

from django.urls import reverse

from regie.desk.pages.lines import Line
from regie.desk.pages.plan_words import PlanCard
from regie.persons.models import Person
from regie.plans.models import Wish, WishFollowUp
from regie.plans.queries import FollowedWish
from regie.ui.parts import Action, Item
from regie.ui.words import written

TITLE, NOT_YET = "Wat hij wil", "Vraag hem wat hij wil. Daar begint het plan."


def wishes_card(wishes: Sequence[FollowedWish], person: Person, *, editable: bool) -> PlanCard:
    """All of them as they stand, those that are open first; no query."""
    lines = tuple(
        Line(_followed(one), _actions(one, person) if editable else (), str(one.wish.ref)) for one in wishes
    )
    new = Action("Wens vastleggen", reverse("desk:tell_wish", args=[person.ref]))
    history = Action("Hoe het met zijn wensen ging", reverse("desk:wishes", args=[person.ref]))
    return PlanCard(TITLE, lines, NOT_YET, ((new, history) if editable else (history,)))


def described(one: Wish) -> Item:
    """One of them: his words, and when and where he said it."""
    return Item(f"Hij zei op {written(one.happened_on)}", f"“{one.words}”", one.place)


def described_follow_up(one: WishFollowUp) -> Item:
    """What became of one of them: when, what, and what he said of it."""
    return Item(
        f"{one.get_outcome_display()}, op {written(one.happened_on)}", f"“{one.words}”" * bool(one.words)
    )


def _followed(one: FollowedWish) -> Item:
    """A wish, and under it what was said of it last."""
    item, last = described(one.wish), one.last
    if last is None:
        return item
    came = f"{last.get_outcome_display()}, op {written(last.happened_on)}."
    own = f" Hij zei: “{last.words}”" if last.words else ""
    return Item(item.term, item.description, ". ".join(filter(None, [item.more, f"{came}{own}"])))


def _actions(one: FollowedWish, person: Person) -> tuple[Action, ...]:
    ref = one.wish.ref
    return (
        Action("Hoe is het nu?", reverse("desk:tell_wishfollowup", args=[person.ref, ref])),
        Action("Verbeteren", reverse("desk:correct_wish", args=[ref])),
        Action("Intrekken", reverse("desk:withdraw_wish", args=[ref])),
    )
