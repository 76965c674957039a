"""One whole run: fills the databases, measures every page and the journal, and prints what it found."""

import os
from dataclasses import dataclass
from datetime import datetime
from time import perf_counter

from django.db import connection

from config.memory import keep_what_is_loaded
from regie.base.clock import now
from tests.bench import databases, report
from tests.bench.backup import measure_backup
from tests.bench.finding import measure_words
from tests.bench.journal import measure_journal
from tests.bench.messages import measure_messages
from tests.bench.pages import Page, pages, registered
from tests.bench.scene import Scene, build
from tests.bench.stopwatch import Figures, Scenes, asks, measure
from tests.bench.terms import measure_terms

MUNICIPALITIES = 40
HERE = 500  # people in the municipality that is looked at


@dataclass(frozen=True)
class Size:
    """How much is made and measured."""

    trajectories: int
    runs: int
    entries: int

    @property
    def municipalities(self) -> list[int]:
        """People in guidance per municipality, the one that is looked at first."""
        others = (self.trajectories - HERE) // (MUNICIPALITIES - 1)
        return [HERE, *[others] * (MUNICIPALITIES - 1)]


FULL = Size(trajectories=20_000, runs=60, entries=10_000)
QUICK = Size(trajectories=2_000, runs=20, entries=2_000)


def run(size: Size, *, backup: bool = False) -> int:
    """Prints the table and answers the exit code; the databases exist and are empty."""
    started, at = perf_counter(), now()
    scenes = {
        databases.AMONG: _filled(databases.AMONG, size.municipalities, at=at),
        databases.ALONE: _filled(databases.ALONE, [HERE], at=at),
    }
    keep_what_is_loaded()  # as the server does
    _say(
        f"{connection.vendor}: {sum(size.municipalities):,} trajectories in {MUNICIPALITIES} municipalities"
        f" (among) and {HERE} in one (alone), built in {perf_counter() - started:.0f} s; {size.runs} runs;"
        f" load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors.",
        "",
        report.HEAD,
    )
    measured = [_measured(page, scenes, size, at=at) for page in pages()]
    databases.work_in(databases.AMONG)
    messages = measure_messages(scenes[databases.AMONG], at=at)
    _say("", report.terms_line(measure_terms(at=at)))
    _say(*report.ending(measured, measure_journal(size.entries, at=at), messages))
    if backup:
        _say(report.backup_line(measure_backup(scenes[databases.AMONG])))
    _say(f"Took {perf_counter() - started:.0f} s.")
    broken = report.broken(measured)
    _say(*[f"Broken by more than a factor {report.BROKEN:g}: {sentence}" for sentence in broken])
    return 1 if broken else 0


def run_words() -> int:
    """Prints what each question for words took; 1 when one of them took too long."""
    databases.work_in(databases.AMONG)
    databases.prepare()
    lines = []
    for line in measure_words(at=now()):
        _say(line)
        lines.append(line)
    return int(any("NOT" in line for line in lines))


def _filled(name: str, sizes: list[int], *, at: datetime) -> Scene:
    databases.work_in(name)
    databases.prepare()
    scene = build(sizes, at=at)
    databases.settle()
    return scene


def _measured(page: Page, scenes: Scenes, size: Size, *, at: datetime) -> Figures:
    """The figures of one page, printed at once."""
    for name, scene in scenes.items():
        databases.work_in(name)
        scene.refer_anew(asks(size.runs) if page.accepts else 0, at=at)
    databases.work_in(databases.AMONG)
    before = registered()
    figures = measure(page, scenes, runs=size.runs)
    assert registered() == before, f"{page.name} made a referral."
    _say(report.line(figures))
    return figures


def _say(*lines: str) -> None:
    for line in lines:
        print(line, flush=True)
