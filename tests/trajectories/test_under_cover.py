"""What was done as a substitute says so: by whom, for whom and on which days; and what he must know is of one person."""

from datetime import date, datetime, timedelta

import pytest

from regie.accounts.enums import Role
from regie.accounts.models import Absence, Cover, User
from regie.base.actors import Actor, ActorKind
from regie.contacts.models import ContactMoment
from regie.persons.rules import Identity
from regie.trajectories.models import Assignment, MustKnow, Trajectory
from regie.trajectories.queries import must_know_now, substitutions_of
from tests.cast import Cast, employ
from tests.factories import people

TODAY = date(2026, 11, 18)
BEGINS, BACK = TODAY + timedelta(days=2), TODAY + timedelta(days=7)


@pytest.fixture
def cover(cast: Cast, trajectory, now) -> Cover:
    """Sem covers for Noor, from the day after tomorrow."""
    return arrange(cast, BEGINS, BACK, now)


def arrange(cast: Cast, since: date, until: date, now: datetime) -> Cover:
    absence = Absence(cast.noor, cast.here, cast.sem, since, until)
    return Cover.arrange(absence, by=cast.noor.acting(now), at=now)


def behalf(trajectory: Trajectory, by: Actor | User, now: datetime, days: int) -> str:
    """For whom something counts that was written down so many days from now."""
    at = now + timedelta(days=days)
    who = by if isinstance(by, Actor) else by.acting(at)
    return substitutions_of(trajectory.guidance()).behalf(ContactMoment(**ContactMoment.stamp(by=who, at=at)))


class TestForWhom:
    def test_on_the_days_of_the_cover_and_no_other(self, cast: Cast, trajectory, cover, now):
        said = [behalf(trajectory, cast.sem, now, days) for days in range(9)]
        assert said == ["", "", *["Noor"] * 5, "", ""]

    def test_only_by_the_substitute(self, cast: Cast, trajectory, cover, now):
        job = Actor(ActorKind.JOB, str(cast.sem.pk), "Taak")
        assert [behalf(trajectory, by, now, 3) for by in (cast.noor, cast.fatima, job)] == ["", "", ""]

    def test_only_while_who_is_away_guides_him(self, cast: Cast, trajectory, cover, now):
        lotte, seen = employ("Lotte", Role.OFFICER, cast.here, at=now), Assignment.objects.get().pk
        since = TODAY + timedelta(days=4)
        trajectory.assign(officer=lotte, since=since, seen=seen, by=cast.fatima.acting(now), at=now)
        assert [behalf(trajectory, cast.sem, now, days) for days in (3, 4)] == ["Noor", ""]

    def test_a_cover_elsewhere_says_nothing_here(self, cast: Cast, trajectory, cover, now):
        Cover.objects.update(municipality=cast.elsewhere)
        assert behalf(trajectory, cast.sem, now, 3) == ""


class TestWhatMustBeKnown:
    def told(self, cover: Cover, trajectory: Trajectory, words: str, now: datetime) -> MustKnow:
        by = cover.officer.acting(now)
        return MustKnow.tell(cover=cover, trajectory=trajectory, words=words, seen=None, by=by, at=now)

    def test_is_of_one_young_person(self, cast: Cast, trajectory, cover, now):
        kevin = people.guide(cast, at=now, who=Identity("Kevin", "Smeets", date(2004, 5, 3)))
        self.told(cover, kevin, "Bel zijn tante.", now)
        his = self.told(cover, trajectory, "Bel zijn moeder.", now)
        assert must_know_now(trajectory, substitutions_of(trajectory.guidance()), on=BEGINS) == [his]

    def test_is_of_the_cover_that_runs(self, cast: Cast, trajectory, cover, now):
        self.told(cover, trajectory, "Bel zijn moeder.", now)
        again = arrange(cast, BACK, BACK + timedelta(days=7), now)
        assert must_know_now(trajectory, substitutions_of(trajectory.guidance()), on=BACK) == []
        told = self.told(again, trajectory, "Bel zijn oma.", now)
        assert must_know_now(trajectory, substitutions_of(trajectory.guidance()), on=BACK) == [told]


def test_who_is_no_member_of_staff_sees_no_cover(cast: Cast, cover, now):
    noor = cast.noor.acting(now)
    job = Actor(ActorKind.JOB, noor.id, "Taak", noor.posts, noor.on)
    assert Cover.objects.visible_to(noor).exists()
    assert not Cover.objects.visible_to(job).exists()
