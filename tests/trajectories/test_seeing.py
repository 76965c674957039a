"""Who sees which referral, trajectory and person: one definition each."""

from datetime import date, timedelta

import pytest

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant
from regie.contacts.models import ContactMoment
from regie.persons.rules import Identity
from regie.trajectories.models import Assignment, Referral, Trajectory
from regie.trajectories.queries import decision_on, people_visible_to
from tests.cast import TESTER, Cast, employ
from tests.factories import people

EVERYONE = ("noor", "sem", "fatima", "wil", "ada", "bas")


def who_sees(cast: Cast, now, queryset) -> set[str]:
    return {name for name in EVERYONE if queryset.visible_to(getattr(cast, name).acting(now)).exists()}


def test_an_open_referral_is_seen_by_who_screens_and_coordinates_there(cast: Cast, referral, now):
    assert who_sees(cast, now, Referral.objects) == {"noor", "sem", "fatima"}


def test_an_accepted_one_by_who_guides_and_coordinates(cast: Cast, trajectory, now):
    assert who_sees(cast, now, Referral.objects) == {"noor", "fatima"}


def test_a_trajectory_and_its_contact_by_who_guides_and_coordinates(cast: Cast, trajectory, now):
    people.meet(trajectory, by=cast.noor, at=now)
    assert who_sees(cast, now, Trajectory.objects) == {"noor", "fatima"}
    assert who_sees(cast, now, ContactMoment.objects) == {"noor", "fatima"}


@pytest.mark.parametrize("accepted", [False, True])
def test_a_person_by_who_sees_his_referral_or_trajectory(cast: Cast, now, accepted: bool):
    people.guide(cast, at=now) if accepted else people.refer(cast, at=now)
    seers = {name for name in EVERYONE if people_visible_to(getattr(cast, name).acting(now)).exists()}
    assert seers == ({"noor", "fatima"} if accepted else {"noor", "sem", "fatima"})


def test_nobody_sees_both_versions_of_a_corrected_referral(cast: Cast, referral, now):
    referral.add_correction(by=cast.noor.acting(now), at=now, facility="PI Vught")
    assert [open.facility for open in Referral.objects.open()] == ["PI Vught"]


def test_a_person_is_not_seen_by_an_older_version_of_his_referral(cast: Cast, trajectory, now):
    better = trajectory.referral.add_correction(by=cast.noor.acting(now), at=now, facility="PI Vught")
    Trajectory.objects.update(referral=better)
    assert not people_visible_to(cast.sem.acting(now)).exists()


def test_an_assignment_counts_until_it_ends(cast: Cast, trajectory, now):
    Assignment.objects.update(until=now.date())
    assert who_sees(cast, now, Trajectory.objects) == {"fatima"}


def test_an_assignment_without_the_role_counts_no_more(cast: Cast, trajectory, now):
    RoleGrant.objects.get(user=cast.noor).end(until=now.date(), by=TESTER, at=now)
    assert who_sees(cast, now, Trajectory.objects) == {"fatima"}


def test_an_officer_who_moved_to_another_municipality_leaves_his_files_behind(cast: Cast, trajectory, now):
    RoleGrant.objects.get(user=cast.noor).end(until=now.date(), by=TESTER, at=now)
    RoleGrant.grant(
        user=cast.noor, role=Role.OFFICER, municipality=cast.elsewhere, since=now.date(), by=TESTER, at=now
    )
    assert who_sees(cast, now, Trajectory.objects) == {"fatima"}
    with pytest.raises(Exception, match="Alleen de toegewezen"):
        trajectory.check_guided_by(cast.noor.acting(now))


def test_who_accepted_is_told_to_who_screens_there_only(cast: Cast, trajectory, now):
    ref = trajectory.referral.ref
    told = {name for name in EVERYONE if decision_on(ref, viewer=getattr(cast, name).acting(now))}
    assert told == {"noor", "sem"}


def test_a_coordinator_elsewhere_sees_his_own_only(cast: Cast, trajectory, now):
    there = employ("Els", Role.COORDINATOR, cast.elsewhere, at=now)
    born = date(2004, 5, 3)
    people.guide(cast, at=now, by=cast.bas, where=cast.elsewhere, who=Identity("Kevin", "Smeets", born))
    seen = Trajectory.objects.visible_to(there.acting(now + timedelta(days=1)))
    assert [str(trajectory.person) for trajectory in seen] == ["Kevin Smeets"]
