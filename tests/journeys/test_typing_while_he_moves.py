"""Noor is typing contact while he goes to a colleague, or is closed: her words are on the next page, as a note of hers."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from regie.base.clock import day
from regie.trajectories.models import Assignment, Trajectory
from tests.cast import Cast
from tests.factories import endings
from tests.journeys.conftest import Arrives

Happens = Callable[[Trajectory, Cast, Any], object]


def _moves(trajectory: Trajectory, cast: Cast, now: Any) -> None:
    standing = Assignment.objects.get(until=None)
    told = {"seen": standing.pk, "by": cast.fatima.acting(now), "at": now}
    trajectory.assign(officer=cast.sem, since=day(now), **told)


def _closes(trajectory: Trajectory, cast: Cast, now: Any) -> None:
    endings.agree(endings.close(trajectory, by=cast.noor, at=now), by=cast.fatima, at=now)


@pytest.mark.parametrize("javascript", [True, False], ids=["with", "without"])
@pytest.mark.parametrize(
    ("happens", "why"), [(_moves, "U begeleidt deze jongere niet meer."), (_closes, "afgerond")]
)
def test_her_words_are_there(
    cast: Cast, arrives: Arrives, trajectory, now, happens: Happens, why: str, javascript: bool
):
    Assignment.objects.update(since=day(now) - timedelta(days=7))
    noor = arrives(cast.noor, phone=True, javascript=javascript)
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/contacten/nieuw/")
    noor.types({"Wat wilt u onthouden?": "Hij wil lasser worden."})
    noor.page.get_by_role("radio", name="Telefoon").check()
    noor.page.wait_for_timeout(
        1500
    )  # how easily it reads was asked by now, and nothing else asks the database
    noor.page.wait_for_load_state("networkidle")
    happens(trajectory, cast, now)
    noor.clicks("Opslaan")
    noor.sees("Dit contact is niet vastgelegd.", why, "Uw woorden zijn bewaard als kladnotitie.")
    noor.sees("Hij wil lasser worden.", f"{trajectory.person}")
    noor.looks()
    noor.goes_to("/vandaag/")
    noor.sees("Kladnotities", f"Over: {trajectory.person}", "Hij wil lasser worden.")
