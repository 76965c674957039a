"""Noor says what she did with a term: it is done, not needed, or put off; and it stays so when a date moves."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.clocks.enums import HandlingKind, State
from regie.clocks.models import Handling
from regie.clocks.queries import handled_of
from regie.clocks.rules import state
from regie.privacy.models import JournalEntry
from regie.trajectories.models import Trajectory
from tests.cast import TESTER, Cast
from tests.factories.detention import hear, hold, release
from tests.factories.terms import handle, term_of

TODAY = date(2026, 11, 18)
IN, OUT = date(2026, 11, 14), date(2027, 5, 17)
WEEK = timedelta(weeks=1)
PUT_OFF, NOT_NEEDED = HandlingKind.PUT_OFF, HandlingKind.NOT_NEEDED
NOT_HARD = "home"  # four weeks after day one


def standing(trajectory: Trajectory, code: str, on: date = TODAY) -> State:
    term = term_of(trajectory, code, on=on)
    found = handled_of([trajectory.pk]).get(trajectory.pk, {}).get(term.key)
    return state(term, found.handled if found else None, on=on)


class TestItWorks:
    def test_by_its_day(self, trajectory, now):
        stay = hold(trajectory.person, at=now, entered_on=IN)
        assert standing(trajectory, NOT_HARD) is State.COMING
        assert standing(trajectory, NOT_HARD, IN + 3 * WEEK) is State.THIS_WEEK
        assert standing(trajectory, NOT_HARD, IN + 4 * WEEK) is State.NOW
        assert stay.entered_on == IN

    def test_done(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN)
        done = handle(trajectory, "allowances_entry", by=cast.noor, at=now)
        assert standing(trajectory, "allowances_entry") is State.DONE
        assert done.due_then == IN + 4 * WEEK
        entry = JournalEntry.objects.filter(subject=trajectory.person.ref).last()
        assert (entry.verb, "rule" in entry.fields) == ("term.done", True)

    def test_put_off_it_comes_back_that_day(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN)
        handle(trajectory, NOT_HARD, by=cast.noor, at=now, kind=PUT_OFF, until=IN + 5 * WEEK)
        assert standing(trajectory, NOT_HARD, IN + 5 * WEEK - timedelta(days=1)) is State.PUT_OFF
        assert standing(trajectory, NOT_HARD, IN + 5 * WEEK) is State.NOW

    def test_taken_back_it_is_open_again(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN)
        done = handle(trajectory, NOT_HARD, by=cast.noor, at=now, kind=NOT_NEEDED)
        assert standing(trajectory, NOT_HARD) is State.NOT_NEEDED
        done.take_back(by=cast.noor.acting(now), at=now)
        assert standing(trajectory, NOT_HARD) is State.COMING
        assert JournalEntry.objects.filter(subject=trajectory.person.ref).last().verb == "term.reopened"
        with pytest.raises(NotNow):
            done.take_back(by=cast.noor.acting(now), at=now)


class TestItSurvives:
    def test_a_release_that_moves(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN)
        release(trajectory.person, at=now, expected_on=OUT)
        handle(trajectory, "identity_document", by=cast.noor, at=now)
        later = now + timedelta(days=1)
        release(trajectory.person, at=later, expected_on=OUT - 10 * WEEK)
        assert standing(trajectory, "identity_document", TODAY + timedelta(days=1)) is State.DONE

    def test_a_first_day_that_is_told_better(self, cast: Cast, trajectory, now):
        assert trajectory.referral.detained_since
        handle(trajectory, "allowances_entry", by=cast.noor, at=now)
        stay = hold(trajectory.person, at=now, entered_on=IN)
        assert standing(trajectory, "allowances_entry") is State.DONE
        stay.add_correction(by=TESTER, at=now, entered_on=IN - WEEK)
        assert standing(trajectory, "allowances_entry") is State.DONE

    def test_but_not_a_new_detention(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN).leave(on=IN + timedelta(days=2), by=TESTER, at=now)
        hold(trajectory.person, at=now, entered_on=IN + timedelta(days=1))
        handle(trajectory, "allowances_entry", by=cast.noor, at=now)
        again = now + WEEK
        hold(trajectory.person, at=again, entered_on=TODAY + WEEK)
        assert standing(trajectory, "allowances_entry", TODAY + WEEK) is State.COMING

    def test_nor_the_next_time_of_what_comes_again(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN)
        handle(trajectory, "progress_meeting", by=cast.noor, at=now)
        assert standing(trajectory, "progress_meeting") is State.DONE
        assert standing(trajectory, "progress_meeting", IN + 7 * WEEK) is State.COMING


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "wil", "ada", "bas"])
    def test_to_who_does_not_guide_or_coordinate(self, cast: Cast, trajectory, now, who: str):
        done = handle(trajectory, NOT_HARD, by=cast.noor, at=now)
        with pytest.raises(NotAllowed):
            handle(trajectory, "first_contact", by=getattr(cast, who), at=now)
        with pytest.raises(NotAllowed):
            done.take_back(by=getattr(cast, who).acting(now), at=now)

    def test_a_hard_term_is_never_put_off_and_nothing_hides_it(self, cast: Cast, trajectory, now):
        hear(trajectory.person, at=now, happened_on=TODAY + timedelta(days=1))
        with pytest.raises(NotNow, match="kan niet worden uitgesteld"):
            handle(trajectory, "hearing", by=cast.noor, at=now, kind=PUT_OFF, until=TODAY + WEEK)
        handle(trajectory, NOT_HARD, by=cast.noor, at=now, kind=PUT_OFF, until=TODAY + WEEK)
        term = term_of(trajectory, "hearing", on=TODAY)
        put_off = Handling.objects.get().handled
        assert state(term, put_off, on=TODAY) is State.NOW

    def test_a_term_of_another_is_not_put_off(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN)
        with pytest.raises(NotNow, match="van een ander"):
            handle(trajectory, "detention_plan", by=cast.noor, at=now, kind=PUT_OFF, until=TODAY + WEEK)

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"kind": PUT_OFF, "until": TODAY}, "until"),
            ({"kind": PUT_OFF, "until": None}, "until"),
            ({"kind": PUT_OFF, "until": TODAY + 14 * WEEK}, "until"),
            ({"kind": PUT_OFF, "until": TODAY + WEEK, "words": " "}, "words"),
            ({"kind": NOT_NEEDED, "words": ""}, "words"),
            ({"words": "x" * 501}, "words"),
            ({"happened_on": TODAY + timedelta(days=1)}, "happened_on"),
        ],
    )
    def test_beside_what_cannot_be(self, cast: Cast, trajectory, now, told, field):
        with pytest.raises(NotValid) as refused:
            handle(trajectory, NOT_HARD, by=cast.noor, at=now, **told)
        assert refused.value.field == field
        assert not Handling.objects.exists()

    def test_when_a_colleague_was_earlier(self, cast: Cast, trajectory, now):
        first = handle(trajectory, NOT_HARD, by=cast.noor, at=now, kind=NOT_NEEDED)
        with pytest.raises(NotNow, match="intussen"):
            handle(trajectory, NOT_HARD, by=cast.fatima, at=now)
        handle(trajectory, NOT_HARD, by=cast.fatima, at=now, seen=first)

    def test_the_fourth_time_a_second_person_puts_it_off(self, cast: Cast, trajectory, now):
        last = None
        for number in range(1, 4):
            until = TODAY + timedelta(days=number)
            last = handle(trajectory, NOT_HARD, by=cast.noor, at=now, kind=PUT_OFF, until=until, seen=last)
        with pytest.raises(NotAllowed, match="drie keer"):
            handle(trajectory, NOT_HARD, by=cast.noor, at=now, kind=PUT_OFF, until=TODAY + WEEK, seen=last)
        handle(trajectory, NOT_HARD, by=cast.fatima, at=now, kind=PUT_OFF, until=TODAY + WEEK, seen=last)
        assert standing(trajectory, NOT_HARD) is State.PUT_OFF

    @pytest.mark.parametrize(
        "wrong", [{"kind": "done", "until": TODAY}, {"kind": "put_off"}, {"kind": "not_needed", "words": ""}]
    )
    def test_by_the_database_too(self, cast: Cast, trajectory, now, wrong):
        stamp = Handling.stamp(by=cast.noor.acting(now), at=now)
        told = {
            "trajectory": trajectory,
            "rule": "home",
            "occurrence": "a",
            "happened_on": TODAY,
            "words": "a",
        }
        with pytest.raises(IntegrityError), transaction.atomic():
            Handling.objects.create(**(told | wrong), **stamp)


class TestItIsSeen:
    def test_by_who_may_see_him(self, cast: Cast, trajectory, now):
        handle(trajectory, NOT_HARD, by=cast.noor, at=now)
        users = (cast.noor, cast.sem, cast.fatima, cast.wil, cast.ada, cast.bas)
        seen = [Handling.objects.visible_to(user.acting(now)).exists() for user in users]
        assert seen == [True, False, True, False, False, False]

    def test_as_it_was_known_that_day(self, cast: Cast, trajectory, now):
        handle(trajectory, NOT_HARD, by=cast.noor, at=now)
        assert handled_of([trajectory.pk], as_known=TODAY - timedelta(days=1)) == {}
        assert len(handled_of([trajectory.pk], as_known=TODAY)) == 1
