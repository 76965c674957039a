"""What terms rest on of his debts: what threatens on a day, until a later reading says that it does not any more."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from regie.clocks.rules import Told
from regie.plans.models import DebtReading


def threatened(debts: Iterable[Sequence[DebtReading]]) -> Iterator[Told]:
    """Of each debt each time that something threatened on a day; of its readings the first one first.

    He is called from the day on which we knew: acting can wait for no other day.
    """
    for readings in debts:
        runs = [list(run) for _, run in groupby(readings, key=lambda one: one.threat)]
        for run, after in zip(runs, [*runs[1:], []], strict=True):
            yield from _of_one(run, after)


def _of_one(run: Sequence[DebtReading], after: Sequence[DebtReading]) -> Iterator[Told]:
    """Readings in a row that tell the same threat are one: its day may move, or not be known for a while."""
    last = run[-1]
    if last.threat_on is None:
        return
    threat = last.get_threat_display()
    yield Told(
        last.threat_on,
        f"threat:{run[0].ref}",
        f"{threat} dreigt",
        earliest=run[0].happened_on,
        done_on=after[0].happened_on if after else None,
        title=f"{threat} dreigt: bel vandaag",
    )
