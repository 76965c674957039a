"""A backup made while others work is whole; who is killed in the middle leaves nothing that looks whole."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pyrage
import pytest

from tests.prove.scratch import ROOT, Environment, copy_of, migrated
from tests.prove.workers import Worker, crew

pytestmark = pytest.mark.prove
OPENS = pyrage.x25519.Identity.generate()
BEGIN = "import django; django.setup()\nfrom regie.installation import backups, tables\n"
EVERYTHING = BEGIN + (
    "import json\n"
    "print(json.dumps({table.name: list(tables.lines_of(table)) for table in tables.tables()}))\n"
)
HANGS_HALF_WAY = BEGIN + (
    "import sys, time\n"
    "from django.core.management import call_command\n"
    "def hang(table, *rows):\n"
    "    if table.name == 'privacy_journalentry':\n"
    "        print('half way', flush=True)\n"
    "        time.sleep(60)\n"
    "    return real(table, *rows)\n"
    "real, backups.{patched} = backups.{patched}, hang\n"
    "call_command(*sys.argv[1:])\n"
)


class Keeper:
    """A system manager with a folder for backups and the key from the safe."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "backups"
        self.folder.mkdir()
        self.key = folder / "key"
        self.key.write_text(str(OPENS))
        self.settings = {"REGIE_BACKUP_KEY": str(OPENS.to_public()), "REGIE_VAR": str(folder)}

    def run(self, environment: Environment, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Runs Python on a database."""
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=environment | self.settings,
            capture_output=True,
            text=True,
        )

    def manages(self, environment: Environment, *arguments: str) -> str:
        """Runs a command of ours, which must end well."""
        ran = self.run(environment, "-m", "config.manage", *arguments)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    def backs_up(self, environment: Environment) -> Path:
        """Makes a backup."""
        self.manages(environment, "backup", "--to", str(self.folder))
        return max(self.folder.glob("regie-*.age"))

    def restores(self, environment: Environment, file: Path, *options: str) -> str:
        """Puts a backup back."""
        return self.manages(environment, "restore", str(file), "--key", str(self.key), *options)

    def reads(self, environment: Environment) -> dict[str, list[str]]:
        """Every row of every table."""
        ran = self.run(environment, "-c", EVERYTHING)
        assert ran.returncode == 0, ran.stderr
        found: dict[str, list[str]] = json.loads(ran.stdout)
        return found

    def is_killed_half_way(self, environment: Environment, patched: str, *arguments: str) -> None:
        """Begins a command, and is killed when half of the tables was done."""
        process = subprocess.Popen(
            [sys.executable, "-c", HANGS_HALF_WAY.format(patched=patched), *arguments],
            cwd=ROOT,
            env=environment | self.settings,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout
        with process.stdout:
            assert process.stdout.readline() == "half way\n"
            process.kill()
        process.wait()


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    return Keeper(tmp_path)


@pytest.fixture
def empty(blank: Environment, tmp_path: Path) -> Iterator[Environment]:
    """An empty database on another machine."""
    (tmp_path / "elsewhere").mkdir()
    with copy_of(blank, tmp_path / "elsewhere") as environment:
        yield environment


@contextmanager
def colleagues(environment: Environment) -> Iterator[list[str]]:
    """Two colleagues who work as fast as they can; what was acknowledged to them, as it comes in."""
    acknowledged: list[str] = []

    with crew(environment, 2) as workers:
        _start(workers)
        threads = [Thread(target=_hear, args=(worker, acknowledged)) for worker in workers]
        for thread in threads:
            thread.start()
        try:
            yield acknowledged
        finally:
            for worker in workers:
                worker.kill()
            for thread in threads:
                thread.join()


def _hear(worker: Worker, acknowledged: list[str]) -> None:
    for answer in worker.answers():
        acknowledged.append(answer["made"].replace("-", ""))


def _start(workers: list[Worker]) -> None:
    for number, worker in enumerate(workers):
        worker.order("toil", who=("Noor", "Sem")[number], name=f"Jongere {number}")
        worker.hear_ready()
        worker.begin()


def test_while_others_work_it_is_whole(database: Environment, keeper: Keeper, empty: Environment):
    with colleagues(database) as acknowledged:
        while len(acknowledged) < 40:
            time.sleep(0.05)
        before = list(acknowledged)
        file = keeper.backs_up(database)
        after = len(acknowledged)
        while len(acknowledged) < after + 10:
            time.sleep(0.05)
    assert after > len(before), "nobody worked while the backup was made"
    # What was acknowledged before it began is in it, and the journal of every one of them is whole.
    assert "Het journaal klopt" in keeper.restores(empty, file)
    restored, now = keeper.reads(empty), keeper.reads(database)
    rows = "\n".join(row for table in restored.values() for row in table)
    assert all(ref in rows for ref in before)
    assert len(restored["privacy_journalentry"]) < len(now["privacy_journalentry"])
    for table in ("privacy_journalentry", "contacts_contactmoment", "trajectories_assignment"):
        assert set(restored[table]) <= set(now[table])


def test_at_rest_it_is_equal_row_by_row_and_once_more(
    database: Environment, keeper: Keeper, empty: Environment
):
    with colleagues(database) as acknowledged:
        while len(acknowledged) < 40:
            time.sleep(0.05)
    keeper.restores(empty, keeper.backs_up(database))
    assert keeper.reads(empty) == keeper.reads(database)
    assert "Dit was een proef" in keeper.restores(empty, keeper.backs_up(empty), "--check")
    assert keeper.reads(empty) == keeper.reads(database)


def test_killed_half_way_there_is_no_backup(database: Environment, keeper: Keeper, empty: Environment):
    keeper.is_killed_half_way(database, "lines_of", "backup", "--to", str(keeper.folder))
    (left,) = keeper.folder.iterdir()
    assert left.name.startswith(".")
    assert left.name.endswith(".part")
    refused = keeper.run(
        empty, "-m", "config.manage", "restore", str(left), "--key", str(keeper.key), "--check"
    )
    assert refused.returncode == 1
    assert "geen volledige reservekopie" in refused.stderr
    keeper.restores(empty, keeper.backs_up(database), "--check")


def test_killed_half_way_nothing_is_put_back(database: Environment, keeper: Keeper, empty: Environment):
    file = keeper.backs_up(database)
    keeper.is_killed_half_way(empty, "insert", "restore", str(file), "--key", str(keeper.key))
    keeper.restores(empty, file)
    assert keeper.reads(empty) == keeper.reads(database)


def test_from_a_file_to_a_server_and_back(
    keeper: Keeper, empty: Environment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    if "REGIE_DATABASE_URL" not in os.environ:
        pytest.skip("there is no server when the tests run on SQLite")
    monkeypatch.delenv("REGIE_DATABASE_URL")
    with migrated(tmp_path) as small, copy_of(small, tmp_path) as back:
        with crew(small, 1) as (worker,):
            worker.ask("stage")
        with colleagues(small) as acknowledged:
            while len(acknowledged) < 20:
                time.sleep(0.05)
        keeper.restores(empty, keeper.backs_up(small))
        assert keeper.reads(empty) == keeper.reads(small)
        keeper.restores(back, keeper.backs_up(empty))
        assert keeper.reads(back) == keeper.reads(small)
