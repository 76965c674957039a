"""How long a backup takes while somebody writes, and putting it back with a comparison row by row."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

import pyrage
from django.db import connection

from regie.base.clock import now
from regie.trajectories.models import Trajectory
from tests.bench.scene import Scene
from tests.factories import people as factory

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class BackupFigures:
    """Seconds for both, the size in megabytes, how many contacts were written meanwhile, and what restoring said."""

    made: float
    restored: float
    megabytes: float
    written: int
    said: str


def measure_backup(scene: Scene) -> BackupFigures:
    """Backs the database up that we work in, while a colleague logs contact, and tries it in a place of its own."""
    opens = pyrage.x25519.Identity.generate()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "key").write_text(str(opens))
        environment = {"REGIE_BACKUP_KEY": str(opens.to_public()), "REGIE_VAR": name}
        with _writing(scene) as written:
            made = _runs(environment, "backup", "--to", name)
        file = next(folder.glob("regie-*.age"))
        restored = _runs(environment, "restore", str(file), "--check", "--key", str(folder / "key"))
        size = file.stat().st_size / 1e6
    return BackupFigures(made[0], restored[0], size, len(written), restored[1].splitlines()[0])


@contextmanager
def _writing(scene: Scene) -> Iterator[list[int]]:
    """A colleague who logs one contact after another; their keys."""
    written: list[int] = []
    stop = Event()
    trajectory = Trajectory.objects.get(person=scene.young_person)

    def write() -> None:
        try:
            while not stop.is_set():
                written.append(factory.meet(trajectory, by=scene.colleague, at=now()).pk)
        finally:
            connection.close()

    thread = Thread(target=write)
    thread.start()
    try:
        yield written
    finally:
        stop.set()
        thread.join()


def _runs(environment: dict[str, str], *arguments: str) -> tuple[float, str]:
    """Runs a command of ours on the database we work in: how long it took, and what it said."""
    started = perf_counter()
    ran = subprocess.run(
        [sys.executable, "-m", "config.manage", *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr
    return perf_counter() - started, ran.stdout
