"""What terms rest on of what must be arranged: each thing with its day, and when a whole list was settled."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from regie.approach.enums import Anchor
from regie.approach.rules import Approach, ItemRule
from regie.clocks.rules import Told
from regie.trajectories.enums import ArrangementList
from regie.trajectories.models import Arrangement
from regie.trajectories.rules import ArrangementAccount, items_of, settled_on, settled_since

By = Mapping[str, Sequence[ArrangementAccount]]


def arranging(
    arrangements: Sequence[Arrangement], approach: Approach | None, *, detention: str, on: date
) -> Iterator[tuple[Anchor, Told]]:
    """What was told until a day since he came in, oldest first; of what is not on the list (any more) nothing."""
    if approach is None or not arrangements:
        return
    for which in ArrangementList:
        told = told_of_each(arrangements, which, on=on)
        items = items_of(approach, which)
        for item in items:
            yield from _due(which, item, told.get(item.code, ()), detention)
        yield from _settled(which, items, told, detention)


def told_of_each(arrangements: Iterable[Arrangement], which: ArrangementList, *, on: date) -> By:
    """By item all that was told of it until a day, oldest first."""
    told: dict[str, list[ArrangementAccount]] = defaultdict(list)
    for one in arrangements:
        if one.list == which and one.happened_on <= on:
            told[one.item].append(one.account)
    return told


def _due(
    which: ArrangementList, item: ItemRule, told: Sequence[ArrangementAccount], detention: str
) -> Iterator[tuple[Anchor, Told]]:
    """One thing that somebody sees to before a day; it stays the same thing when its day moves."""
    if not told or told[-1].due_on is None:
        return
    occurrence = f"{which}:{item.code}:{detention.removeprefix('detention:')}"
    yield (
        Anchor.ARRANGEMENT_DUE,
        Told(
            told[-1].due_on,
            occurrence,
            "Moet geregeld zijn op",
            done_on=settled_since(told),
            title=item.title,
        ),
    )


def _settled(
    which: ArrangementList, items: Sequence[ItemRule], told: By, detention: str
) -> Iterator[tuple[Anchor, Told]]:
    """When all of it was settled, and of a release when the minimum was."""
    minimum = [item for item in items if item.minimum]
    whole = {ArrangementList.RELEASE: Anchor.PREPARED, ArrangementList.DETENTION: Anchor.SORTED_OUT}
    for anchor, of_them in ((whole[which], items), (Anchor.PACK_READY, minimum)):
        settled = settled_on(of_them, told)
        if settled and (anchor is not Anchor.PACK_READY or which is ArrangementList.RELEASE):
            yield anchor, Told(settled, detention, "Alles van de lijst is geregeld")
