"""The table, and whether the promises are kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from tests.bench.backup import BackupFigures
from tests.bench.journal import JournalFigures
from tests.bench.messages import MessageFigures
from tests.bench.stopwatch import Figures
from tests.bench.terms import TermFigures

FASTEST_TERMS = 1.0  # seconds, of a thousand people
MOST_GROWTH = 1.2  # among all others at most so many times alone
BROKEN = 2.0  # beyond so many times what was promised, the benchmark fails
FLOOR = 6.5  # milliseconds of the floor on the machine on which milliseconds were promised
HEAD = (
    f"{'page':<34}{'queries':>8}{'floor ms':>10}{'page ms':>9}{'floors':>8}{'min-max':>14}"
    f"{'alone ms':>10}{'among/alone':>13}"
)


@dataclass(frozen=True)
class Promise:
    """What was promised of a page, and what it turned out to be."""

    about: str
    most: float
    found: float
    slower: float = 1.0  # so many times as slow is this machine as the one it was promised on

    @property
    def kept(self) -> bool:
        """Whether it is at most what was promised."""
        return self.found <= self.most

    @property
    def broken(self) -> bool:
        """Whether it is so far beyond that neither noise nor a slow machine can explain it."""
        return self.found > self.most * self.slower * BROKEN

    @property
    def verdict(self) -> str:
        """Kept or not by the clock, and on a slow machine what it would be at the pace it was promised at."""
        if self.kept:
            return f"{self.about} ok"
        pace = f"; {self.found / self.slower:.0f} at its pace" if self.slower > 1 else ""
        return f"{self.about} NOT (at most {self.most:g}{pace})"


def promises(figures: Figures) -> Iterator[Promise]:
    """What holds for this page."""
    yield Promise("ms", figures.page.fastest, figures.among, slower=max(1.0, figures.floor / FLOOR))
    if figures.page.most_floors:
        yield Promise("floors", figures.page.most_floors, median(figures.ratios))
    yield Promise("among/alone", MOST_GROWTH, figures.growth)


def line(figures: Figures) -> str:
    """One row of the table, with a verdict per promise."""
    ratios = figures.ratios
    spread = f"{min(ratios):.2f}-{max(ratios):.2f}"
    verdicts = ", ".join(promise.verdict for promise in promises(figures))
    return (
        f"{figures.page.name:<34}{figures.queries:>8}{figures.floor:>10.1f}{figures.among:>9.1f}"
        f"{median(ratios):>8.2f}{spread:>14}{figures.alone:>10.1f}{figures.growth:>13.2f}  {verdicts}"
    )


def ending(measured: list[Figures], written: JournalFigures, messages: MessageFigures) -> Iterator[str]:
    """What stands below the table."""
    growth = median(figures.floor_growth for figures in measured)
    yield f"The floor itself: among/alone {growth:.2f}."
    yield f"Journal: {written.appends:.0f} appends a second; verify {written.verify:.2f} s per 10,000 entries."
    yield f"Messages: a list at {messages.lines:.0f} lines a second; one is read in {messages.read_ms:.1f} ms."
    kept = [promise.kept for figures in measured for promise in promises(figures)]
    yield f"Promises: {sum(kept)} ok, {len(kept) - sum(kept)} NOT."


def terms_line(figures: TermFigures) -> str:
    """What the terms of many people took."""
    verdict = "ok" if figures.first < FASTEST_TERMS else f"NOT (at most {FASTEST_TERMS:g})"
    return (
        f"Terms: the first 1,000 people in {figures.first:.2f} s with their queries ({figures.terms:,} terms) {verdict}; "
        f"all {figures.people:,} in batches of 500 at {figures.per_thousand:.2f} s per 1,000, in {figures.megabytes:.0f} MB more.\n"
        f"Judged: the first day of 1,000 people in {figures.judged:.1f} s ({figures.judgements:,} judgements with their journal);"
        f" the next in {figures.again:.1f} s."
    )


def backup_line(figures: BackupFigures) -> str:
    """What a backup took, and whether it was equal."""
    return (
        f"Backup: {figures.made:.0f} s, {figures.megabytes:.0f} MB, while {figures.written} contacts were logged; "
        f"put back and compared in {figures.restored:.0f} s: {figures.said}"
    )


def broken(measured: Iterable[Figures]) -> list[str]:
    """Every promise that is broken beyond noise, in a sentence."""
    return [
        f"{figures.page.name}: {promise.about} {promise.found:.2f}, promised at most {promise.most:g}."
        for figures in measured
        for promise in promises(figures)
        if promise.broken
    ]
