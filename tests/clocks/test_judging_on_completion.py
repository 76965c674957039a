"""What is done or not needed is judged at once, when that is said; the end of the day has the last word."""

from datetime import date, timedelta
from typing import Any

import pytest

from regie.clocks.enums import HandlingKind
from regie.clocks.models import Judgement
from regie.privacy.models import JournalEntry
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.clocks.judging import came, judge
from tests.factories.detention import hold, release
from tests.factories.terms import handle

TODAY = date(2026, 11, 18)
DAY = timedelta(days=1)
FIRST_CONTACT = date(2026, 11, 25)  # five working days after he was referred
NOT_NEEDED, PUT_OFF = HandlingKind.NOT_NEEDED, HandlingKind.PUT_OFF


def test_what_is_done_or_not_needed_is_judged_when_it_is_said(cast: Cast, trajectory, now):
    handle(trajectory, "first_contact", by=cast.noor, at=now, kind=NOT_NEEDED)
    handle(trajectory, "measured_at_entry", by=cast.noor, at=now)
    told = Judgement.objects.order_by("pk").values_list("rule", "verdict", "done_on", "judged_for")
    assert list(told) == [
        ("first_contact", "exempt", None, TODAY),
        ("measured_at_entry", "met", TODAY, TODAY),
    ]
    assert {one.recorded_by_label for one in Judgement.objects.all()} == {"Noor"}


def test_under_the_journal_entry_of_what_was_said(cast: Cast, trajectory, now):
    handle(trajectory, "first_contact", by=cast.noor, at=now)
    entry = JournalEntry.objects.filter(subject=trajectory.person.ref).last()
    assert (entry.verb, "verdict" in entry.fields) == ("term.done", True)


@pytest.mark.parametrize("days", [0, 10])
def test_but_putting_it_off_is_not_judged(cast: Cast, trajectory, now, days: int):
    """Not even when its day is over: that is for the daily run to say."""
    at, until = now + days * DAY, TODAY + (days + 1) * DAY
    handle(trajectory, "first_contact", by=cast.noor, at=at, kind=PUT_OFF, until=until)
    assert not Judgement.objects.exists()
    entry = JournalEntry.objects.filter(subject=trajectory.person.ref).last()
    assert "verdict" not in entry.fields


def test_the_daily_run_then_has_nothing_to_add(cast: Cast, trajectory, now):
    handle(trajectory, "first_contact", by=cast.noor, at=now)
    judge(FIRST_CONTACT)
    assert came(trajectory, "first_contact") == [("met", FIRST_CONTACT, TODAY)]


def test_what_is_taken_back_is_open_again_after_the_daily_run(cast: Cast, trajectory, now):
    done = handle(trajectory, "first_contact", by=cast.noor, at=now)
    done.take_back(by=cast.noor.acting(now + DAY), at=now + DAY)
    judge(FIRST_CONTACT)
    assert came(trajectory, "first_contact") == [
        ("met", FIRST_CONTACT, TODAY),
        ("open", FIRST_CONTACT, TODAY + DAY),
        ("missed", FIRST_CONTACT, FIRST_CONTACT),
    ]


def test_it_is_not_kept_when_what_was_said_is_not(cast: Cast, trajectory, now, monkeypatch):
    def broken(*given: Any, **more: Any) -> None:
        raise RuntimeError("the journal is full")

    monkeypatch.setattr(Trajectory, "journal", broken)
    with pytest.raises(RuntimeError):
        handle(trajectory, "first_contact", by=cast.noor, at=now)
    assert not Judgement.objects.exists()


def test_a_day_that_moves_afterwards_makes_nobody_late(cast: Cast, trajectory, now):
    out = date(2027, 5, 17)
    hold(trajectory.person, at=now, entered_on=TODAY - 4 * DAY)
    release(trajectory.person, at=now, expected_on=out)
    handle(trajectory, "identity_document", by=cast.noor, at=now)
    release(trajectory.person, at=now + DAY, expected_on=TODAY + 9 * DAY)
    judge(TODAY + 3 * DAY)
    assert [verdict for verdict, *_ in came(trajectory, "identity_document")] == ["met"]
