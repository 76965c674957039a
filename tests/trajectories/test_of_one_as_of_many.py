"""Who guides one trajectory and who may see it is answered without the database as the querysets answer it."""

from datetime import timedelta
from itertools import product

import pytest
from django.db.models import F

from regie.accounts.enums import Role
from regie.accounts.models import Absence, Cover, RoleGrant, User
from regie.base.actors import Actor, ActorKind
from regie.base.clock import day
from regie.privacy.enums import AccessGround
from regie.trajectories.models import Assignment, Trajectory
from tests.cast import TESTER, Cast, employ

DAY = timedelta(days=1)
# From when until when, in days from today: over, until today, going on, still to begin, never begun.
PERIODS = ((-9, -1), (-9, 0), (-9, None), (1, None), (0, 0))


def answers(trajectory: Trajectory, viewer: Actor) -> tuple[bool, bool, bool]:
    guidance = trajectory.guidance()
    own = guidance.ground(viewer) is AccessGround.ASSIGNMENT
    return guidance.is_seen_by(viewer), own, guidance.is_by(viewer)


def asked(viewer: Actor) -> tuple[bool, bool, bool]:
    seen = Trajectory.objects.visible_to(viewer).exists()
    oversees = viewer.label == "Fatima"
    return seen, Trajectory.objects.assigned_to(viewer).exists(), seen and not oversees


def test_whatever_the_periods_of_assignments_covers_and_roles(cast: Cast, trajectory, now):
    on, everyone = day(now), (cast.noor, cast.sem, cast.fatima, cast.bas, cast.wil)
    absence = Absence(cast.noor, cast.here, cast.sem, on, on + DAY)
    cover = Cover.arrange(absence, by=cast.noor.acting(now), at=now)
    told = set()
    for since_until, cover_since, where, works in product(
        PERIODS, (-3, 0, 2), (cast.here, cast.elsewhere), (True, False)
    ):
        since, until = (n if n is None else on + n * DAY for n in since_until)
        Assignment.objects.update(since=since, until=until)
        begins = on + cover_since * DAY
        Cover.objects.filter(pk=cover.pk).update(
            since=begins, until=begins + 2 * DAY, planned_until=begins + 2 * DAY, municipality=where
        )
        RoleGrant.objects.filter(user__in=[cast.noor, cast.sem]).update(
            until=None if works else F("since") + DAY
        )
        for actor in (user.acting(now) for user in everyone):
            assert answers(trajectory, actor) == asked(actor), (since_until, cover_since, where, works, actor)
            told.add((actor.label, *answers(trajectory, actor)))
        officer = Trajectory.objects.filter(pk=trajectory.pk).guided(on).get(trajectory.pk)
        assert trajectory.officer_on(on) == (officer.officer if officer else None)
    assert {("Noor", True, True, True), ("Sem", True, False, True), ("Sem", False, False, False)} <= told


@pytest.mark.parametrize("gone", ["another role", "elsewhere", "account off"])
def test_who_is_no_officer_here_any_more_guides_nobody(cast: Cast, trajectory, now, gone: str):
    his = RoleGrant.objects.filter(user=cast.noor)
    if gone == "another role":
        his.update(role=Role.COORDINATOR)
    elif gone == "elsewhere":
        his.update(municipality=cast.elsewhere)
    else:
        User.objects.filter(pk=cast.noor.pk).update(is_active=False)
    assert trajectory.officer_on(day(now)) is None
    assert Trajectory.objects.all().guided(day(now))[trajectory.pk].officer is None


def test_who_oversees_elsewhere_sees_nobody_here(cast: Cast, trajectory, now):
    ina = employ("Ina", Role.COORDINATOR, cast.elsewhere, at=now).acting(now)
    assert answers(trajectory, ina) == asked(ina) == (False, False, False)


def test_who_is_no_member_of_staff_and_who_acts_on_no_day_guides_nobody(cast: Cast, trajectory, now):
    noor = cast.noor.acting(now)
    job = Actor(ActorKind.JOB, str(cast.noor.pk), "Taak", noor.posts, noor.on)
    never = Actor(noor.kind, noor.id, noor.label, noor.posts)
    for actor in (job, never, TESTER):
        assert answers(trajectory, actor) == asked(actor) == (False, False, False)
