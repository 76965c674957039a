"""A process is killed in the middle of its work: what it acknowledged is there, and nothing is there by half."""

import random
import time

import pytest

from tests.prove.scratch import Environment
from tests.prove.workers import Worker, crew

pytestmark = pytest.mark.prove
KILLS = 8
SHORTEST, LONGEST = 0.2, 1.5  # seconds of work before it ends


def killed_at_work(workers: list[Worker], names: list[str]) -> list[tuple[str, str]]:
    """Lets them work, kills them all at some moment, and answers what they had acknowledged: kind and ref."""
    for worker, name in zip(workers, names, strict=True):
        worker.order("toil", who=name, name=f"{name} {time.time()}")
        worker.hear_ready()
        worker.begin()
    time.sleep(random.uniform(SHORTEST, LONGEST))  # noqa: S311 - any moment will do
    for worker in workers:
        worker.kill()
    said = [answer for worker in workers for answer in worker.answers()]
    assert not [answer for answer in said if "made" not in answer], said
    return [(answer["kind"], answer["made"]) for answer in said]


def test_what_was_acknowledged_is_there_and_nothing_by_half(database: Environment):
    acknowledged = []
    for _ in range(KILLS):
        with crew(database, 2) as workers:
            acknowledged += killed_at_work(workers, ["Noor", "Sem"])
        with crew(database, 1) as (worker,):
            found = worker.ask("finding")
        assert found["flaws"] == []
        assert found["halves"] == []
        lost = [(kind, ref) for kind, ref in acknowledged if ref not in found[kind]]
        assert not lost, f"{len(lost)} acknowledged writes are gone: {lost}"
    assert len(acknowledged) > KILLS * 4, "They hardly worked: the test proves nothing."
