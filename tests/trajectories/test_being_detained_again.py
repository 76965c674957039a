"""He is held again: the same guidance goes on, what he is held for begins anew, and nothing is closed."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.clocks.queries import reckonings, standings
from regie.contacts.enums import ContactKind, Outcome
from regie.detention.enums import Arrival, Certainty, Held, Title
from regie.detention.models import ReleaseDate, Sentence, Stay
from regie.detention.models.release_date import ReleaseAccount
from regie.detention.models.stay import StayAccount
from regie.detention.queries import held_as, history
from regie.privacy.models import JournalEntry
from regie.trajectories.actions import (
    Again,
    correct_detention,
    tell_detained_again,
    tell_detention,
    withdraw_detained_again,
)
from regie.trajectories.enums import CircumstanceValue
from regie.trajectories.models import Referral, Trajectory
from tests.cast import Cast
from tests.factories import people
from tests.factories.detention import hold, sentence

HAS_ACCOUNT = CircumstanceValue.HAS_ACCOUNT
TODAY = date(2026, 11, 18)
IN, OUT = date(2026, 1, 5), date(2026, 10, 6)
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


@pytest.fixture
def trajectory(cast: Cast) -> Trajectory:
    """Noor guides Jayden since January, when he was four days inside."""
    return people.guide(cast, at=datetime(2026, 1, 9, 9, 30, tzinfo=UTC))


@pytest.fixture
def free(cast: Cast, trajectory: Trajectory, now) -> Trajectory:
    """Jayden came in in January on a sentence of nine months, and is out since October."""
    hold(trajectory.person, at=now, entered_on=IN, left_on=OUT)
    sentence(trajectory.person, at=now, months=9, known_since=IN)
    return trajectory


def tell(trajectory: Trajectory, cast: Cast, now, on: date = TODAY, by: Any = None, **told: Any) -> Stay:
    again = Again(on, **told)
    officer = (by or cast.noor).acting(now)
    return tell_detained_again(trajectory=trajectory, again=again, source="Moeder", by=officer, at=now)


def phase(trajectory: Trajectory, on: date = TODAY) -> str:
    (standing,) = standings([trajectory], on=on).values()
    return standing.phase_title


def terms(trajectory: Trajectory, on: date = TODAY) -> dict[str, Any]:
    chosen = Trajectory.objects.select_related("person", "referral", "municipality")
    found = reckonings(chosen.filter(pk=trajectory.pk), on=on)[trajectory.pk]
    return {term.rule.code: term for term in found.terms}


def why_silent(trajectory: Trajectory, code: str) -> str:
    chosen = Trajectory.objects.select_related("person", "referral", "municipality")
    silent = reckonings(chosen.filter(pk=trajectory.pk), on=TODAY)[trajectory.pk].silent
    return next(one.why for one in silent if one.rule.code == code)


class TestItWorks:
    def test_he_is_inside_in_the_same_guidance_and_nothing_is_closed(self, cast: Cast, free, now):
        before = Trajectory.objects.values().get()
        stay = tell(free, cast, now, TODAY - DAY, facility="PI Vught", title=Title.PRETRIAL)
        place = history(free.person).whereabouts(on=TODAY)
        assert place
        assert (stay.arrival, stay.source, place.facility) == (Arrival.ENTERED, "Moeder", "PI Vught")
        assert (place.came_in, place.title) == (TODAY - DAY, Title.PRETRIAL)
        assert Trajectory.objects.values().get() == before
        assert Stay.objects.current().get(entered_on=IN).left_on == OUT

    def test_the_phase_and_the_terms_follow_from_it(self, cast: Cast, free, now):
        people.meet(free, by=cast.noor, at=now, happened_on=TODAY - 6 * WEEK)
        people.situate(free, HAS_ACCOUNT, by=cast.noor, at=now, happened_on=IN)
        assert phase(free) == "Stabiliseren"
        assert terms(free)["measured_after_6_months"].told.day == OUT
        tell(free, cast, now)
        assert phase(free) == "Plan maken"
        assert terms(free)["bank_account"].told.day == TODAY
        assert why_silent(free, "measured_after_6_months") == "Alleen als hij vrij is. Dat is niet zo."
        assert why_silent(free, "contact_norm_outside") == "Alleen als hij vrij is. Dat is niet zo."
        assert terms(free)["guidance_ends"].told.day == free.planned_end

    def test_day_one_of_his_guidance_stays_as_it_was(self, cast: Cast, free, now):
        tell(free, cast, now)
        assert Referral.objects.get().day_one == IN

    def test_on_the_very_day_that_he_came_out(self, cast: Cast, free, now):
        tell(free, cast, now, OUT)
        assert history(free.person).whereabouts(on=OUT)
        assert phase(free) == phase(free, OUT) != "Vrijlating"
        assert terms(free)["first_visit_again"].told.day == OUT

    def test_in_and_out_and_in_again_on_one_day_whatever_was_corrected_since(
        self, cast: Cast, trajectory, now
    ):
        first = hold(trajectory.person, at=now, entered_on=TODAY, left_on=TODAY)
        tell(trajectory, cast, now, facility="PI Vught")
        told = StayAccount("PI Grave", entered_on=TODAY, left_on=TODAY)
        correct_detention(trajectory=trajectory, told=first, account=told, by=cast.noor.acting(now), at=now)
        place = history(trajectory.person).whereabouts(on=TODAY)
        assert place
        assert place.facility == "PI Vught"
        assert "released" not in {term.rule.anchor for term in terms(trajectory).values()}
        people_inside = held_as(Held.INSIDE, Trajectory.objects.all(), person="person", on=TODAY)
        assert people_inside.exists()

    def test_of_whom_only_the_referral_told_that_he_was_inside_that_stays_the_first_time(
        self, cast: Cast, trajectory, now
    ):
        told = trajectory.referral.detained_since
        tell(trajectory, cast, now)
        assert Referral.objects.get().day_one == told
        assert Stay.objects.current().get(entered_on=told).source == "PI Sittard"

    def test_told_twice_is_once_and_a_facility_that_was_missing_is_filled_in(self, cast: Cast, free, now):
        stay = tell(free, cast, now)
        assert tell(free, cast, now) == stay
        better = tell(free, cast, now, facility="PI Vught", title=Title.PRETRIAL)
        assert better.corrects_id == stay.pk
        assert tell(free, cast, now) == better
        assert Stay.objects.current().filter(entered_on=TODAY).count() == 1

    def test_what_he_was_held_for_before_does_not_hold_now(self, cast: Cast, free, now):
        tell(free, cast, now)
        place = history(free.person).whereabouts(on=TODAY)
        assert place
        assert place.title is None
        assert "end_leave" not in terms(free)

    def test_the_same_ground_and_the_same_release_can_be_told_of_this_time(self, cast: Cast, free, now):
        by = cast.noor.acting(now)
        any_day = ReleaseAccount(certainty=Certainty.ANY_DAY)
        old = ReleaseDate.record(person=free.person, account=any_day, by=by, at=now - 9 * WEEK)
        sentence(free.person, at=now, title=Title.PRETRIAL, known_since=IN + DAY)
        tell(free, cast, now, title=Title.PRETRIAL)
        new = tell_detention(trajectory=free, account=any_day, by=by, at=now)
        assert new != old
        assert Sentence.objects.current().filter(title=Title.PRETRIAL).count() == 2
        assert tell_detention(trajectory=free, account=any_day, by=by, at=now) == new


class TestTheFirstVisit:
    def test_is_asked_within_five_working_days_until_somebody_came(self, cast: Cast, free, now):
        people.meet(free, by=cast.noor, at=now, happened_on=IN)
        tell(free, cast, now, TODAY - DAY)
        assert terms(free)["first_visit_again"].due == date(2026, 11, 24)
        people.meet(free, by=cast.noor, at=now, kind=ContactKind.PHONE)
        people.meet(free, by=cast.noor, at=now, outcome=Outcome.ATTEMPTED)
        assert terms(free)["first_visit_again"].done_on is None
        people.meet(free, by=cast.noor, at=now)
        assert terms(free)["first_visit_again"].done_on == TODAY
        people.meet(free, by=cast.noor, at=now + WEEK)
        assert terms(free, TODAY + WEEK)["first_visit_again"].done_on == TODAY

    def test_is_not_asked_the_first_time(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=TODAY - WEEK)
        assert "first_visit_again" not in terms(trajectory)


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, free, now, who: str):
        stay = tell(free, cast, now)
        with pytest.raises(NotAllowed):
            tell(free, cast, now, TODAY - DAY, by=getattr(cast, who))
        with pytest.raises(NotAllowed):
            withdraw_detained_again(trajectory=free, entry=stay, by=getattr(cast, who).acting(now), at=now)

    @pytest.mark.parametrize(
        ("on", "told", "says", "field"),
        [
            (TODAY + DAY, {}, "nog niet geweest", "entered_on"),
            (OUT - DAY, {}, "kwam vrij op 06-10-2026", "entered_on"),
            (date(1990, 1, 1), {}, "kwam vrij op", "entered_on"),
        ],
    )
    def test_on_a_day_that_cannot_be(
        self, cast: Cast, free, now, on: date, told: dict, says: str, field: str
    ):
        with pytest.raises(NotValid, match=says) as refused:
            tell(free, cast, now, on, **told)
        assert refused.value.field == field
        assert Stay.objects.count() == 1

    def test_when_he_was_still_inside_until_somebody_says_what_happened(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN)
        with pytest.raises(NotValid, match="We dachten dat hij nog vastzat") as refused:
            tell(trajectory, cast, now)
        assert refused.value.field == "arrival"
        moved = tell(trajectory, cast, now, TODAY - DAY, arrival=Arrival.MOVED, facility="PI Vught")
        assert (moved.arrival, Referral.objects.get().day_one) == (Arrival.MOVED, IN)
        assert "first_visit_again" not in terms(trajectory)
        tell(trajectory, cast, now, arrival=Arrival.ENTERED)
        assert terms(trajectory)["first_visit_again"].told.day == TODAY
        assert not Stay.objects.filter(left_on__isnull=False).exists()

    def test_before_a_stay_that_is_there(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=TODAY - DAY)
        with pytest.raises(NotValid, match="op deze dag of later begon") as refused:
            tell(trajectory, cast, now, TODAY - WEEK, arrival=Arrival.ENTERED)
        assert refused.value.field == "entered_on"

    def test_somewhere_else_on_the_same_day(self, cast: Cast, free, now):
        tell(free, cast, now, facility="PI Vught")
        with pytest.raises(NotValid, match="in PI Vught zit") as refused:
            tell(free, cast, now, facility="PI Grave")
        assert refused.value.field == "facility"


class TestTakingItBack:
    def test_takes_the_ground_along_and_he_is_free_again(self, cast: Cast, free, now):
        stay = tell(free, cast, now, title=Title.PRETRIAL)
        withdraw_detained_again(trajectory=free, entry=stay, by=cast.noor.acting(now), at=now)
        assert history(free.person).whereabouts(on=TODAY) is None
        assert [one.title for one in Sentence.objects.current()] == [Title.PRISON]
        assert phase(free) == "Stabiliseren"

    def test_leaves_what_was_told_otherwise_meanwhile(self, cast: Cast, free, now):
        stay = tell(free, cast, now)
        tell(free, cast, now, facility="PI Vught")
        with pytest.raises(NotNow, match="intussen anders verteld"):
            withdraw_detained_again(trajectory=free, entry=stay, by=cast.noor.acting(now), at=now)


class TestItLeavesARecord:
    def test_in_the_journal(self, cast: Cast, free, now):
        before = JournalEntry.objects.count()
        stay = tell(free, cast, now, title=Title.PRETRIAL)
        withdraw_detained_again(trajectory=free, entry=stay, by=cast.noor.acting(now), at=now)
        entries = JournalEntry.objects.order_by("pk")[before:]
        assert [(entry.verb, entry.fields == ["withdrawn"]) for entry in entries] == [
            ("stay.recorded", False),
            ("sentence.recorded", False),
            ("sentence.recorded", True),
            ("stay.recorded", True),
        ]
        assert {entry.subject for entry in entries} == {free.person.ref}
