"""Since when somebody is free, and when that can be."""

from collections.abc import Sequence
from datetime import date

from regie.base.errors import NotValid
from regie.detention.rules.detention import StayFacts, check_told_day, latest


def free_since(stays: Sequence[StayFacts], *, on: date) -> date | None:
    """The day he came out the last time, of who is free on a day; None when he is inside, or nothing is known."""
    place = latest(stays, on=on)
    left_on = stays[place].left_on if place is not None else None
    return left_on if left_on is not None and left_on <= on else None


def came_out(stays: Sequence[StayFacts], *, on: date) -> date | None:
    """The last day until then on which he came out, whether he is free since or not; None when he never did."""
    return max((stay.left_on for stay in stays if stay.left_on and stay.left_on <= on), default=None)


def check_free_since(
    told: date, stay: StayFacts | None, *, came_in: date | None, birth_date: date | None, on: date
) -> None:
    """Raises NotValid beside `on` for a day that has not been, or before he came in where he is now.

    `came_in` is what else says when he came in, for whom no stay was told.
    """
    check_told_day(told, field="on", birth_date=birth_date, on=on)
    since = (stay.entered_on if stay else None) or came_in
    if since and told < since:
        raise NotValid(f"Hij kwam pas binnen op {since:%d-%m-%Y}. Hij kan niet eerder vrij zijn.", field="on")
