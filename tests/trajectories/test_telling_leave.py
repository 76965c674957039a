"""Leave: he goes out for a goal and comes back. Told, granted, how it went; and he stays inside by all that counts."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.base.errors import NotAllowed, NotValid
from regie.clocks.queries import reckonings
from regie.detention.enums import LeaveKind, LeaveState
from regie.detention.models import Leave
from regie.detention.queries import history
from regie.detention.rules import LeaveAccount
from regie.privacy.models import JournalEntry
from regie.trajectories.actions import correct_detention, tell_detention
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories.detention import hold

TODAY, DAY, WEEK = date(2026, 11, 18), timedelta(days=1), timedelta(weeks=1)
GRANTED = {"state": LeaveState.GRANTED, "since": TODAY - WEEK, "until": TODAY - WEEK + DAY}
WENT = {"result": "well", "result_words": "Hij heeft zijn ID.", "heard_on": TODAY}


@pytest.fixture
def inside(trajectory: Trajectory, now) -> Trajectory:
    """Jayden is inside since two weeks."""
    hold(trajectory.person, at=now, entered_on=TODAY - 2 * WEEK)
    return trajectory


def account(**told: Any) -> LeaveAccount:
    return LeaveAccount(**({"kind": LeaveKind.SHORT, "goal": "Een ID aanvragen."} | told))


def tell(trajectory: Trajectory, cast: Cast, now, by: Any = None, **told: Any) -> Leave:
    leave = tell_detention(
        trajectory=trajectory, account=account(**told), by=(by or cast.noor).acting(now), at=now
    )
    assert isinstance(leave, Leave)
    return leave


def better(trajectory: Trajectory, leave: Leave, cast: Cast, now, **told: Any) -> Leave:
    told_better = account(**(vars(leave.account) | told))
    by = cast.noor.acting(now)
    found = correct_detention(trajectory=trajectory, told=leave, account=told_better, by=by, at=now)
    assert isinstance(found, Leave)
    return found


def due(trajectory: Trajectory) -> Any:
    chosen = Trajectory.objects.select_related("person", "referral", "municipality")
    terms = reckonings(chosen, on=TODAY)[trajectory.pk].terms
    return next((term for term in terms if term.rule.code == "leave_result"), None)


class TestItWorks:
    def test_leave_is_no_release(self, cast: Cast, inside, now):
        tell(inside, cast, now, **(GRANTED | {"since": TODAY, "until": TODAY + DAY}))
        place = history(inside.person).whereabouts(on=TODAY)
        assert place
        assert place.came_in == TODAY - 2 * WEEK

    def test_told_twice_is_once_and_told_better_is_a_version(self, cast: Cast, inside, now):
        leave = tell(inside, cast, now)
        assert tell(inside, cast, now) == leave
        granted = better(inside, leave, cast, now, **GRANTED)
        assert (granted.corrects_id, granted.state) == (leave.pk, "granted")
        assert tell(inside, cast, now, **GRANTED) == granted

    def test_the_day_after_somebody_asks_how_it_went(self, cast: Cast, inside, now):
        leave = tell(inside, cast, now, **GRANTED)
        assert due(inside).due == TODAY - WEEK + 2 * DAY
        assert due(inside).done_on is None
        better(inside, leave, cast, now, **WENT)
        assert due(inside).done_on == TODAY

    @pytest.mark.parametrize("state", [LeaveState.ASKED, LeaveState.REFUSED, LeaveState.DROPPED])
    def test_of_leave_that_was_not_granted_nobody_asks_it(self, cast: Cast, inside, now, state: LeaveState):
        tell(inside, cast, now, **(GRANTED | {"state": state}))
        assert due(inside) is None


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, inside, now, who: str):
        with pytest.raises(NotAllowed):
            tell(inside, cast, now, by=getattr(cast, who))

    @pytest.mark.parametrize(
        ("told", "says", "field"),
        [
            ({"goal": " "}, "doel", "goal"),
            ({"goal": "a" * 301}, "te lang", "goal"),
            ({"since": TODAY, "until": TODAY - DAY}, "voor het begin", "until"),
            ({"until": TODAY}, "ook de eerste dag", "since"),
            ({"since": TODAY, "until": TODAY + timedelta(days=184)}, "half jaar", "until"),
            ({"since": TODAY + timedelta(days=800)}, "twee jaar vooruit", "since"),
            ({"since": TODAY - 3 * WEEK}, "zit hij niet vast", "since"),
            ({"result": "well", "heard_on": TODAY}, "nog niet geweest", "result"),
            (GRANTED | {"since": TODAY + DAY, "until": None} | WENT, "nog niet geweest", "result"),
            (GRANTED | WENT | {"heard_on": None}, "wanneer u dit hoorde", "heard_on"),
            (GRANTED | WENT | {"heard_on": TODAY + DAY}, "nog niet geweest", "heard_on"),
            (GRANTED | WENT | {"heard_on": TODAY - 2 * WEEK}, "voor het verlof", "heard_on"),
            (GRANTED | WENT | {"result": ""}, "Kies ook hoe het ging", "result"),
            (GRANTED | WENT | {"result": "great"}, "Kies een antwoord", "result"),
        ],
    )
    def test_what_cannot_be(self, cast: Cast, inside, now, told: dict, says: str, field: str):
        with pytest.raises(NotValid, match=says) as refused:
            tell(inside, cast, now, **told)
        assert refused.value.field == field
        assert not Leave.objects.exists()

    def test_granted_leave_during_granted_leave_and_not_what_is_only_asked(self, cast: Cast, inside, now):
        tell(inside, cast, now, **GRANTED)
        asked = tell(inside, cast, now, **(GRANTED | {"state": LeaveState.ASKED, "goal": "Naar zijn oma."}))
        with pytest.raises(NotValid, match="heeft hij al verlof") as refused:
            better(inside, asked, cast, now, state=LeaveState.GRANTED)
        assert refused.value.field == "since"

    @pytest.mark.parametrize(
        "wrong",
        [
            {"goal": ""},
            {"kind": "holiday"},
            {"until": TODAY - DAY},
            {"result": "well"},
            {"heard_on": TODAY},
            {"result": "well", "heard_on": TODAY, "state": "asked"},
        ],
    )
    def test_by_the_database(self, cast: Cast, inside, now, wrong: dict):
        stamp = Leave.stamp(by=cast.noor.acting(now), at=now)
        told = {"kind": "short", "goal": "ID", "state": "granted", "since": TODAY, "happened_on": TODAY}
        with pytest.raises(IntegrityError), transaction.atomic():
            Leave.objects.create(person=inside.person, **told | wrong, **stamp)


class TestThePageShowsIt:
    def test_from_the_form_to_the_card_and_the_timeline(self, inside, noor: Client):
        sent = {"kind": "short", "goal": "Een ID aanvragen.", "state": "granted", "source": "Casemanager"}
        days = {"since": "20-11-2026", "until": "21-11-2026"}
        form = reverse("desk:tell_leave", args=[inside.person.ref])
        page = noor.post(form, sent | days, follow=True).content.decode()
        for says in (
            "Kortdurend verlof duurt meestal één dag.",
            "Kortdurend re-integratieverlof, toegekend",
            "Van 20 november 2026 tot en met 21 november 2026 · Een ID aanvragen.",
            "Verlof: kortdurend re-integratieverlof",
        ):
            assert says in page

    def test_the_journal_says_that_and_not_what(self, cast: Cast, inside, now):
        before = JournalEntry.objects.count()
        tell(inside, cast, now).withdraw(by=cast.noor.acting(now), at=now)
        entries = JournalEntry.objects.order_by("pk")[before:]
        assert [entry.verb for entry in entries] == ["leave.recorded", "leave.recorded"]
        assert entries[1].fields == ["withdrawn"]
        assert "goal" in entries[0].fields
