"""His guidance ends: for a reason, with a second person when it is early; silence never ends it."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from regie.accounts.enums import Role
from regie.accounts.models import Absence, Cover, RoleGrant
from regie.approach.queries import approach_for
from regie.approach.rules import SILENCE
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.base.errors import NotAllowed, NotNow
from regie.privacy.models import JournalEntry
from regie.trajectories.actions import (
    close_trajectory,
    take_back_closure,
)
from regie.trajectories.models import Closure, ClosureAnswer, Trajectory
from regie.trajectories.queries import closure_held, waiting_closures
from tests.cast import TESTER, Cast
from tests.factories import endings, losses

DAY, YEARS = timedelta(days=1), timedelta(days=731)


@pytest.fixture
def now() -> datetime:
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def today(now: datetime) -> date:
    return day(now)


@pytest.fixture
def long_ago(trajectory: Trajectory, today: date) -> Trajectory:
    """Jayden is guided for two years today."""
    Trajectory.objects.filter(pk=trajectory.pk).update(started_on=today - YEARS)
    trajectory.refresh_from_db()
    return trajectory


def runs(trajectory: Trajectory, on: date) -> bool:
    """Whether it runs, of one as of many."""
    running = Trajectory.objects.running(on).filter(pk=trajectory.pk).exists()
    assert running is not Trajectory.objects.closed(on).filter(pk=trajectory.pk).exists()
    assert running is (trajectory.guidance().closed_on is None)
    assert running is (closure_held(trajectory, on=on) is None)
    return running


class TestItWorks:
    def test_after_two_years_the_officer_closes_it_himself(self, cast: Cast, long_ago, now, today):
        closure = endings.close(long_ago, "time_over", by=cast.noor, at=now, takes_over="Schuld: de bank")
        assert not runs(long_ago, today)
        assert (closure.second_person, closure.title) == (False, "De tijd is om en hij redt het zelf")
        assert closure.results["housing"] == {"result": "reached", "words": "Ik red het."}
        assert (closure.takes_over, closure.door) == ("Schuld: de bank", "yes")

    def test_from_a_day_that_was_and_not_before_it(self, cast: Cast, long_ago, now, today):
        Trajectory.objects.update(started_on=today - YEARS - 9 * DAY)
        long_ago.refresh_from_db()
        endings.close(long_ago, by=cast.noor, at=now, happened_on=today - DAY)
        assert Trajectory.objects.running(today - 2 * DAY).exists()
        assert not Trajectory.objects.running(today - DAY).exists()

    def test_earlier_it_runs_until_a_second_person_agrees(self, cast: Cast, trajectory, now, today):
        closure = endings.close(trajectory, by=cast.noor, at=now)
        assert closure.second_person
        assert runs(trajectory, today)
        assert list(waiting_closures(cast.fatima.acting(now))) == [closure]
        tomorrow = now + DAY
        answer = endings.agree(closure, by=cast.fatima, at=tomorrow)
        assert answer.asked_by_id == str(cast.noor.pk)
        assert Trajectory.objects.running(today).exists()  # he was still guided when nobody had agreed
        assert not Trajectory.objects.running(today + DAY).exists()
        assert not waiting_closures(cast.fatima.acting(now)).exists()

    def test_not_yet_leaves_it_running_and_it_may_be_asked_again(self, cast: Cast, trajectory, now, today):
        first = endings.close(trajectory, by=cast.noor, at=now)
        endings.agree(first, by=cast.fatima, at=now, agreed=False, words="Zijn huis is nog niet zeker.")
        assert runs(trajectory, today)
        again = endings.close(trajectory, by=cast.noor, at=now, words="Nu wel.")
        endings.agree(again, by=cast.fatima, at=now)
        assert not runs(trajectory, today)

    def test_told_twice_is_once(self, cast: Cast, trajectory, long_ago, now, today):
        sending, by = uuid.uuid4(), cast.noor.acting(now)
        closing = endings.what_is_told(trajectory, on=today)
        made = {
            close_trajectory(trajectory=trajectory, closing=closing, submission=sent, by=by, at=now).pk
            for sent in (sending, sending, None, uuid.uuid4())
        }
        assert len(made) == 1
        assert JournalEntry.objects.filter(verb="trajectory.closed").count() == 1

    def test_a_form_that_is_sent_again_after_it_was_taken_back_closes_nothing(
        self, cast: Cast, long_ago, now, today
    ):
        closing, by = endings.what_is_told(long_ago, on=today), cast.noor.acting(now)
        told: dict[str, Any] = {"trajectory": long_ago, "closing": closing, "submission": uuid.uuid4()}
        close_trajectory(**told, by=by, at=now)
        take_back_closure(trajectory=long_ago, by=by, at=now)
        close_trajectory(**told, by=by, at=now)
        assert runs(long_ago, today)

    def test_a_death_asks_nothing_of_anybody_and_wins_from_what_was_asked(
        self, cast: Cast, trajectory, now, today
    ):
        asked = endings.close(trajectory, by=cast.noor, at=now)
        closure = endings.close(trajectory, "died", by=cast.noor, at=now)
        assert not runs(trajectory, today)
        assert (closure.death, closure.results, closure.stays, closure.door) == (True, {}, "", "")
        with pytest.raises(NotNow, match="geen antwoord meer"):
            endings.agree(asked, by=cast.fatima, at=now)
        assert not waiting_closures(cast.fatima.acting(now)).exists()

    def test_of_the_wrong_person_it_is_taken_back(self, cast: Cast, trajectory, now, today):
        endings.close(trajectory, "died", by=cast.noor, at=now)
        for by in (cast.fatima, cast.noor):
            take_back_closure(trajectory=trajectory, by=by.acting(now), at=now)
            assert runs(trajectory, today)
            endings.close(trajectory, "died", by=cast.noor, at=now)
        then = closure_held(trajectory, on=today, as_known=today)
        assert then is not None

    def test_as_known_on_a_day(self, cast: Cast, long_ago, now, today):
        endings.close(long_ago, by=cast.noor, at=now)
        take_back_closure(trajectory=long_ago, by=cast.noor.acting(now), at=now + DAY)
        assert closure_held(long_ago, on=today, as_known=today)
        assert not closure_held(long_ago, on=today, as_known=today + DAY)
        assert not Trajectory.objects.running(today, as_known=today).exists()
        assert Trajectory.objects.running(today, as_known=today - DAY).exists()


class TestSilenceNeverClosesIt:
    def test_it_is_no_reason_of_the_shipped_approach(self, cast: Cast, today):
        reasons = approach_for(cast.here, on=today).closure_reasons
        assert len(reasons) == 6
        assert not SILENCE & {reason.code for reason in reasons}
        for reason in reasons:
            for word in ("contact", "uit beeld", "no-show", "bereikbaar"):
                assert word not in reason.title.lower()

    def test_neither_years_nor_attempts_nor_absence_close_anything(self, cast: Cast, long_ago, now, today):
        losses.lose(long_ago, by=cast.noor, at=now, since=today - 90 * DAY)
        for _ in range(3):
            losses.look(long_ago, by=cast.noor, at=now)
        assert runs(long_ago, today + YEARS)

    def test_the_database_refuses_it(self, cast: Cast, trajectory, now, today):
        stamp = Closure.stamp(by=cast.noor.acting(now), at=now)
        wrong: list[dict[str, Any]] = [
            *({"reason": code} for code in sorted(SILENCE)),
            {"reason": "died", "death": True, "second_person": True},
            *({"reason": "died", "death": True, name: "x"} for name in ("stays", "takes_over", "door")),
        ]
        for told in wrong:
            with pytest.raises(IntegrityError), transaction.atomic():
                QuerySet(Closure).create(trajectory=trajectory, happened_on=today, title="x", **told, **stamp)
        asked = endings.close(trajectory, by=cast.noor, at=now)
        answer = {"closure": asked, "agreed": True, "answered_on": today}
        with pytest.raises(IntegrityError), transaction.atomic():
            ClosureAnswer.objects.create(asked_by_id=stamp["recorded_by_id"], **answer, **stamp)


class TestItIsRefusedForTheWrongPerson:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_only_the_officer_who_guides_him(self, cast: Cast, long_ago, now, today, who: str):
        for reason in ("goals_reached", "died"):
            with pytest.raises(NotAllowed):
                endings.close(long_ago, reason, by=getattr(cast, who), at=now)
        assert runs(long_ago, today)

    @pytest.mark.parametrize("who", ["noor", "sem", "wil", "ada", "bas"])
    def test_only_a_second_person_answers(self, cast: Cast, trajectory, now, today, who: str):
        closure = endings.close(trajectory, by=cast.noor, at=now)
        with pytest.raises(NotAllowed):
            endings.agree(closure, by=getattr(cast, who), at=now)
        seen = Closure.objects.visible_to(getattr(cast, who).acting(now))
        assert not seen.exists()

    def test_who_asks_never_answers_though_he_coordinates_too(self, cast: Cast, trajectory, now, today):
        role = Role.COORDINATOR
        RoleGrant.grant(user=cast.noor, role=role, municipality=cast.here, since=today, by=TESTER, at=now)
        closure = endings.close(trajectory, by=cast.noor, at=now)
        with pytest.raises(NotAllowed, match="Iemand anders"):
            endings.agree(closure, by=cast.noor, at=now)
        assert not waiting_closures(cast.noor.acting(now)).exists()

    @pytest.mark.parametrize("who", ["sem", "wil", "ada", "bas"])
    def test_only_who_guides_or_coordinates_takes_it_back(self, cast: Cast, long_ago, now, today, who: str):
        endings.close(long_ago, by=cast.noor, at=now)
        with pytest.raises(NotAllowed):
            take_back_closure(trajectory=long_ago, by=getattr(cast, who).acting(now), at=now)
        assert not runs(long_ago, today)

    def test_a_substitute_writes_a_death_down_and_no_other_end(self, cast: Cast, long_ago, now, today):
        absence = Absence(cast.noor, cast.here, cast.sem, today, today + 9 * DAY)
        Cover.arrange(absence, by=cast.noor.acting(now), at=now)
        with pytest.raises(NotAllowed, match="U vervangt"):
            endings.close(long_ago, by=cast.sem, at=now)
        endings.close(long_ago, "died", by=cast.sem, at=now)
        assert not runs(long_ago, today)

    def test_who_saw_him_last_and_who_coordinates_still_see_him(self, cast: Cast, long_ago, now):
        endings.close(long_ago, by=cast.noor, at=now)
        seen = {
            who
            for who in ("noor", "sem", "fatima", "wil", "ada", "bas")
            if Trajectory.objects.visible_to(getattr(cast, who).acting(now)).exists()
        }
        assert seen == {"noor", "fatima"}


class TestItLeavesARecord:
    def test_in_the_journal_without_a_word_of_it(self, cast: Cast, trajectory, now):
        asked = endings.close(trajectory, by=cast.noor, at=now)
        endings.agree(asked, by=cast.fatima, at=now)
        take_back_closure(trajectory=trajectory, by=cast.noor.acting(now), at=now)
        endings.close(trajectory, "died", by=cast.noor, at=now)
        entries = JournalEntry.objects.filter(subject=trajectory.person.ref).order_by("-pk")[:4]
        asked_of = ["door", "happened_on", "reason", "results", "second_person", "stays", "takes_over"]
        died = ["death", "happened_on", "reason", "second_person", "title", "words"]
        assert [(entry.verb, entry.fields) for entry in reversed(entries)] == [
            ("closure.asked", sorted({*asked_of, *died})),
            ("closure.answered", ["agreed", "words"]),
            ("closure.withdrawn", []),
            ("trajectory.closed", died),
        ]
