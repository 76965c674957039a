"""What opens his page: what he wants, and what he is good at."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from regie.desk.pages.record import Record
from regie.desk.pages.wishes import TITLE, described
from regie.plans.enums import WishOutcome
from regie.plans.queries import FollowedWish, followed_wishes_of, talents_of
from regie.ui.parts import Action, Item

SHOWN = 3


@dataclass(frozen=True)
class WantsBlock:
    """His open wishes, a few, and his talents in one line; `empty` says it when he was not asked."""

    title: str
    url: str
    items: tuple[Item, ...]
    more: str
    empty: str
    action: Action | None


def wants_block(record: Record, *, mine: bool) -> WantsBlock:
    """What he wants now, or as it was known at the end of a day; no query."""
    trajectory, then = record.trajectory, record.as_known
    followed = followed_wishes_of(trajectory, as_known=then, told=record.told)
    wishes = [one for one in followed if one.is_open]
    talents = "\n".join(one.words for one in talents_of(trajectory, as_known=then, told=record.told))
    further, person = len(wishes) - SHOWN, trajectory.person.ref
    plan, tell = reverse("desk:plan", args=[person]), reverse("desk:tell_wish", args=[person])
    return WantsBlock(
        title=TITLE,
        url="" if then else plan,
        items=(*_quoted(wishes[:SHOWN]), *([Item("Hij is goed in", talents)] if talents else [])),
        more=f"En nog {further} {'wens' if further == 1 else 'wensen'}." if further > 0 else "",
        empty="" if wishes else _nothing(mine=mine),
        action=Action("Wens vastleggen", tell) if mine and not wishes else None,
    )


def _nothing(*, mine: bool) -> str:
    return "Vraag hem wat hij wil." if mine else "Er is nog niet vastgelegd wat hij wil."


def _quoted(wishes: Sequence[FollowedWish]) -> tuple[Item, ...]:
    """Each as he said it, and that he still wanted it when he was asked again."""
    return tuple(
        Item(item.term, item.description, WishOutcome(one.last.outcome).label if one.last else "")
        for one in wishes
        for item in [described(one.wish)]
    )
