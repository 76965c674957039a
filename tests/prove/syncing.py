"""Programs of others: a CalDAV server (Radicale), and a program that keeps it equal to a calendar (vdirsyncer)."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import caldav
import icalendar
import requests

from tests.entrance.provider import free_port

PROGRAMS = Path(sys.executable).parent
WHO = {"username": "noor", "password": "een-ander-wachtwoord"}
START = 20  # seconds
SYNC = """
[general]
status_path = "{folder}/status/"

[pair agenda]
a = "regie"
b = "telephone"
collections = null
conflict_resolution = "a wins"

[storage regie]
type = "http"
url = "{address}"

[storage telephone]
type = "caldav"
url = "{calendar}"
username = "{username}"
password = "{password}"
"""


@dataclass(frozen=True)
class Telephone:
    """A calendar on a server of another, and the program that fills it from an address."""

    folder: Path
    calendar: caldav.Calendar

    def subscribes(self, address: str) -> None:
        """From now on it reads this address."""
        told = {"folder": self.folder, "address": address, "calendar": self.calendar.url, **WHO}
        (self.folder / "sync").write_text(SYNC.format(**told))
        self.runs("discover")

    def syncs(self) -> list[str]:
        """It fetches, and what stands on its server then: the begin and the title of each, as a client reads them."""
        ran = self.runs("sync")
        assert ran.returncode == 0, ran.stderr
        return self.holds()

    def runs(self, what: str) -> "subprocess.CompletedProcess[str]":
        """Runs the program."""
        command = [PROGRAMS / "vdirsyncer", "--config", self.folder / "sync", what]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, input="y\n")

    def holds(self) -> list[str]:
        """What stands on its server."""
        return sorted(map(_told, (event.icalendar_component for event in self.calendar.events())))


def named_at(address: str) -> dict[str, str]:
    """By name of each event what it tells, for a program that goes by names; vdirsyncer goes by what they tell."""
    answer = requests.get(address, timeout=5)
    answer.raise_for_status()
    return {
        str(one["uid"]): _told(one) for one in icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    }


def _told(event: Any) -> str:
    return f"{event.decoded('dtstart')} {event['summary']}"


@contextmanager
def telephone(folder: Path) -> Iterator[Telephone]:
    """A server with an empty calendar; afterwards it is gone."""
    port = free_port()
    command = [
        *(PROGRAMS / "radicale", "--config", "", "--server-hosts", f"127.0.0.1:{port}"),
        *("--auth-type", "none", "--storage-filesystem-folder", folder / "collections"),
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}/"
        _wait(address)
        with caldav.DAVClient(address, **WHO) as client:
            yield Telephone(folder, client.principal().make_calendar(name="Regie"))
    finally:
        process.terminate()
        process.wait(10)


def _wait(address: str) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until:
        try:
            requests.get(address, timeout=1)
        except requests.RequestException:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"No server at {address} after {START} seconds.")
