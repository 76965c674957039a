"""Whether who is to be involved looks like somebody around him: a relative works in no file of his."""

from collections.abc import Iterable, Iterator
from typing import Any

from regie.base.errors import NotValid
from regie.partners.rules import folded
from regie.plans.enums import Tie

HELPS_FOR_WORK = frozenset({Tie.TEACHER, Tie.COLLEAGUE, Tie.HELPER})  # he may well be the very same


def alike(entries: Iterable[Any], members: Iterable[Any]) -> Iterator[Any]:
    """Who is near him, and not for work, and has the whole name or the number of one of these entries of the map."""
    chosen = [one for one in entries if one]
    names = {folded(one.name) for one in chosen}
    numbers = {one.phone for one in chosen} - {""}
    for member in members:
        same = folded(member.name) in names or member.phone in numbers
        if same and member.tie not in HELPS_FOR_WORK:
            yield member


def check_no_relative(entries: Iterable[Any], members: Iterable[Any], *, another: bool) -> None:
    """Raises NotValid when one of them looks like somebody around him, and nobody said that it is another."""
    same = next(alike(entries, members), None)
    if same and not another:
        raise NotValid(
            f"{same.name} staat ook bij de mensen om hem heen ({same.get_tie_display().lower()}). Familie of een "
            "vriend betrekt u niet als partner: kies iemand anders. Of vink aan dat dit een ander is.",
            field="another",
        )
