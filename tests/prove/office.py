"""The office: colleagues in processes of their own, around one scratch database."""

import json
import select
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from tests.prove.scratch import ROOT, Environment

REALLY_AT_ONCE = 5  # rounds in which the two were at it together; with fewer a test proves little
PATIENCE = 60  # seconds before we call a colleague stuck
Asked = partial[Any]  # an act with what it is given, such as partial(acts.accept, by="noor", referral=3)


@dataclass(frozen=True)
class Outcome:
    """What came of a deed: an answer, or the name and the sentence of what was raised; and in which seconds."""

    answer: Any = None
    refused: str = ""
    sentence: str = ""
    began: float = 0
    ended: float = 0

    @property
    def made(self) -> Any:
        """The answer; fails when there is none."""
        assert not self.refused, f"{self.refused}: {self.sentence}"
        return self.answer


class Colleague:
    """One process, started and killed by us."""

    def __init__(self, environment: Environment) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.prove.colleague"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def tell(self, what: Any) -> None:
        """Sends one line."""
        assert self.process.stdin
        self.process.stdin.write(json.dumps(what) + "\n")
        self.process.stdin.flush()

    def hear(self) -> Any:
        """The next line; fails when it does not come."""
        assert self.process.stdout
        heard, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
        assert heard, "A colleague is stuck."
        return json.loads(self.process.stdout.readline())

    def prepare(self, asked: Asked) -> None:
        """Has him look up what he needs; he is not waited for."""
        self.tell({"act": asked.func.__name__, "given": asked.keywords})

    def leave(self) -> None:
        """Ends the process, whatever it is doing."""
        self.process.kill()
        self.process.communicate()


class Office:
    """Asks colleagues to do something, one of them alone or several at once."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.colleagues: list[Colleague] = []

    def staff(self, number: int) -> Sequence[Colleague]:
        """So many colleagues; who is not there yet comes in."""
        new = [Colleague(self.environment) for _ in range(number - len(self.colleagues))]
        self.colleagues += new
        for colleague in new:
            assert colleague.hear() == "in"
        return self.colleagues[:number]

    def alone(self, asked: Asked) -> Any:
        """What one colleague answers; fails when it is refused."""
        return self.at_once(asked)[0].made

    def at_once(self, *asked: Asked) -> list[Outcome]:
        """Each by another colleague, all at the same moment."""
        colleagues = self.staff(len(asked))
        for colleague, act in zip(colleagues, asked, strict=True):
            colleague.prepare(act)
        readied = [colleague.hear() for colleague in colleagues]
        assert set(readied) == {"ready"}, readied if len(asked) > 1 else readied[0]
        moment = time.monotonic() + 0.005
        for colleague in colleagues:
            colleague.tell(moment)
        return [Outcome(**colleague.hear()) for colleague in colleagues]

    def close(self) -> None:
        """Everybody goes."""
        for colleague in self.colleagues:
            colleague.leave()


def overlap(outcomes: Sequence[Outcome]) -> bool:
    """Whether there was a moment at which all were at it."""
    return max(one.began for one in outcomes) < min(one.ended for one in outcomes)


def in_rounds(office: Office, rounds: Iterator[tuple[Asked, Asked]]) -> Iterator[list[Outcome]]:
    """What came of every round; fails when the two were hardly ever at it together."""
    together = 0
    for both in rounds:
        outcomes = office.at_once(*both)
        together += overlap(outcomes)
        yield outcomes
    assert together >= REALLY_AT_ONCE, f"Only {together} rounds were at once."
