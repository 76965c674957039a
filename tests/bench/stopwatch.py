"""Measures a page and the floor in turns, in a full and in a small database."""

import gc
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.bench.databases import ALONE, AMONG, work_in
from tests.bench.pages import FLOOR, Page
from tests.bench.scene import Scene

WARM_UP = 5
Scenes = dict[str, Scene]  # by the name of the database


@dataclass(frozen=True)
class Round:
    """Milliseconds of the floor and of the page, one right after the other, in both databases."""

    floor: float
    page: float
    floor_alone: float
    page_alone: float


@dataclass(frozen=True)
class Figures:
    """What the rounds of one page say."""

    page: Page
    queries: int
    rounds: tuple[Round, ...]

    @property
    def floor(self) -> float:
        """Median milliseconds of the floor."""
        return median(each.floor for each in self.rounds)

    @property
    def among(self) -> float:
        """Median milliseconds of the page in the full database."""
        return median(each.page for each in self.rounds)

    @property
    def alone(self) -> float:
        """Median milliseconds of the page when its municipality has the database to itself."""
        return median(each.page_alone for each in self.rounds)

    @property
    def ratios(self) -> list[float]:
        """How many floors the page costs, round by round."""
        return [each.page / each.floor for each in self.rounds]

    @property
    def growth(self) -> float:
        """How much slower the page is among all others than alone, in the median round."""
        return median(each.page / each.page_alone for each in self.rounds)

    @property
    def floor_growth(self) -> float:
        """How much slower the floor is among all others than alone."""
        return median(each.floor / each.floor_alone for each in self.rounds)


def measure(page: Page, scenes: Scenes, *, runs: int) -> Figures:
    """So many rounds after a warm-up; which database comes first alternates."""
    for name in scenes:
        for _ in range(WARM_UP):
            _pair(page, scenes, name)
    work_in(AMONG)
    with CaptureQueriesContext(connection) as asked:
        page.check(page.ask(scenes[AMONG]))
    queries = len(asked)
    gc.collect()
    gc.freeze()
    rounds = tuple(_round(page, scenes, reverse=bool(turn % 2)) for turn in range(runs))
    return Figures(page, queries, rounds)


def asks(runs: int) -> int:
    """How often a page is asked for in one database."""
    return WARM_UP + 1 + runs


def _round(page: Page, scenes: Scenes, *, reverse: bool) -> Round:
    order: Iterable[str] = (ALONE, AMONG) if reverse else (AMONG, ALONE)
    timed = {name: _pair(page, scenes, name) for name in order}
    return Round(*timed[AMONG], *timed[ALONE])


def _pair(page: Page, scenes: Scenes, name: str) -> tuple[float, float]:
    work_in(name)
    return _time(FLOOR, scenes[name]), _time(page, scenes[name])


def _time(page: Page, scene: Scene) -> float:
    started = perf_counter()
    response = page.ask(scene)
    taken = (perf_counter() - started) * 1000
    page.check(response)
    return taken
