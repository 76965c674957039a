"""What he wanted, what he wants now, and what became of it: all that was told, by date."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.urls import reverse

from regie.desk.pages.lines import Line
from regie.desk.pages.places import PLAN, crumbs_to
from regie.desk.pages.wishes import NOT_YET, described, described_follow_up
from regie.persons.models import Person
from regie.plans.queries import WishHistory
from regie.ui.parts import Action, Crumb, Item
from regie.ui.words import moment, written


@dataclass(frozen=True)
class OneWish:
    """A wish and all that was told of it, in the order in which it went."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class WishesPage:
    """All wishes of one young person."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    wishes: tuple[OneWish, ...]
    empty: str


def wishes_page(histories: Sequence[WishHistory], person: Person, *, editable: bool) -> WishesPage:
    """All of them, the last one first; no query."""
    return WishesPage(
        title="Zijn wensen",
        person=str(person),
        lead="Wat hij wilde, wat er veranderde en wat er gelukt is. Ook wat eerst anders stond, is hier te lezen.",
        crumbs=crumbs_to(person, "Zijn wensen", under=PLAN, mine=editable),
        wishes=tuple(_one_wish(one, editable=editable) for one in histories),
        empty=NOT_YET,
    )


def _one_wish(history: WishHistory, *, editable: bool) -> OneWish:
    now = history.now
    state = "Ingetrokken" if now.withdrawn else f"Wens van {written(now.happened_on)}"
    lines = [Line(item) for item in _told(history.versions, described)]
    for versions in history.follow_ups:
        items = list(_told(versions, described_follow_up))
        last = versions[-1]
        actions = _actions(last.ref) if editable and not (last.withdrawn or now.withdrawn) else ()
        lines += [Line(item) for item in items[:-1]] + [Line(items[-1], actions)]
    return OneWish(state, tuple(lines))


def _told(versions: Sequence[Any], said: Callable[[Any], Item]) -> Iterator[Item]:
    """How it was told first, and each time it was told better or taken back."""
    first = said(versions[0])
    yield Item(first.term, first.description, ". ".join(filter(None, [first.more, _by(versions[0])])))
    for before, after in pairwise(versions):
        if after.withdrawn:
            yield Item("Ingetrokken", "Dit is teruggenomen.", _by(after))
            continue
        was, better = said(before), said(after)
        differs = [old for old, new in zip(_parts(was), _parts(better), strict=True) if old != new and old]
        earlier = f"Eerst stond er: {', '.join(differs)}. " if differs else ""
        yield Item(
            f"Verbeterd. {better.term}", better.description, f"{better.more} {earlier}{_by(after)}".strip()
        )


def _parts(item: Item) -> tuple[str, str, str]:
    return item.description, item.term, item.more


def _by(version: Any) -> str:
    return f"Opgeschreven door {version.recorded_by_label} op {moment(version.recorded_at)}."


def _actions(ref: Any) -> tuple[Action, ...]:
    return (
        Action("Verbeteren", reverse("desk:correct_wishfollowup", args=[ref])),
        Action("Intrekken", reverse("desk:withdraw_wishfollowup", args=[ref])),
    )
