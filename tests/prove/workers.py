"""Processes that each carry out orders on the same database, at the same moment."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.prove.scratch import ROOT, Environment

SOON = 0.01  # seconds: long enough for the moment to reach everyone before it comes


class Worker:
    """One process with a connection of its own; it reads orders and answers them, a line each."""

    def __init__(self, environment: Environment) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.prove.worker"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def order(self, what: str, **details: Any) -> None:
        """Gives an order; the worker looks up what it needs, says that it is ready, and waits for `begin`."""
        self._tell({"what": what, **details})

    def hear_ready(self) -> None:
        """Waits until it has looked up what it needs."""
        answer = self.answer()
        assert answer == "ready", answer

    def begin(self, at: float = 0) -> None:
        """Lets it do what it was ordered, at a moment on the clock of the machine."""
        self._tell(at)

    def _tell(self, words: Any) -> None:
        assert self.process.stdin
        self.process.stdin.write(json.dumps(words) + "\n")
        self.process.stdin.flush()

    def answer(self) -> Any:
        """The next answer; None when the process has ended."""
        assert self.process.stdout
        line = self.process.stdout.readline()
        return json.loads(line) if line.endswith("\n") else None

    def answers(self) -> Iterator[Any]:
        """Everything it still says, until it ends."""
        while (answer := self.answer()) is not None:
            yield answer

    def ask(self, what: str, **details: Any) -> Any:
        """Gives an order and waits for the answer."""
        self.order(what, **details)
        self.hear_ready()
        self.begin()
        return self.answer()

    def kill(self) -> None:
        """Ends it in the middle of whatever it does, without a chance to tidy up."""
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def dismiss(self) -> None:
        """Lets it end by itself."""
        if self.process.poll() is None and self.process.stdin:
            self.process.stdin.close()
            self.process.wait(timeout=60)
        if self.process.stdout:
            self.process.stdout.close()


@contextmanager
def crew(environment: Environment, size: int) -> Iterator[list[Worker]]:
    """So many workers, ready; gone afterwards."""
    workers = [Worker(environment) for _ in range(size)]
    try:
        for worker in workers:
            assert worker.answer() == "ready"
        yield workers
    finally:
        for worker in workers:
            worker.dismiss()


def at_once(workers: list[Worker], orders: list[dict[str, Any]]) -> list[Any]:
    """Each worker carries out one order, all at the same moment; the answers in the same order."""
    for worker, order in zip(workers, orders, strict=True):
        worker.order(**order)
    for worker in workers:
        worker.hear_ready()
    moment = time.monotonic() + SOON
    for worker in workers:
        worker.begin(moment)
    return [worker.answer() for worker in workers]
