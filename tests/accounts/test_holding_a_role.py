"""Roles with periods, and what somebody may do with them."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from regie.accounts.enums import Permission, Role
from regie.accounts.models import Municipality, RoleGrant, User
from regie.accounts.rules import ROLE_PERMISSIONS, where_may
from regie.base.actors import Actor, ActorKind, Post
from regie.base.errors import NotNow
from regie.privacy.models import JournalEntry
from tests.cast import TESTER, Cast

SOCIAL_MAP = {Permission.READ_SOCIAL_MAP, Permission.KEEP_SOCIAL_MAP}
PROGRAMME = {Permission.READ_PROGRAMME, Permission.APPROVE_STORIES}
SEEN_BY = {
    Role.OFFICER: {
        Permission.SCREEN_REFERRALS,
        Permission.GUIDE,
        Permission.READ_APPROACH,
        Permission.READ_INDICATORS,
        Permission.READ_INSIGHT,
        *SOCIAL_MAP,
        *PROGRAMME,
    },
    Role.COORDINATOR: {
        *SOCIAL_MAP,
        *PROGRAMME,
        Permission.READ_INDICATORS,
        Permission.READ_INSIGHT,
        Permission.SEE_ALL_TRAJECTORIES,
        Permission.APPROVE_EXCEPTIONS,
        Permission.TAKE_OVER_MESSAGES,
        Permission.ASSIGN,
        Permission.READ_APPROACH,
    },
    Role.PROGRAMME_MANAGER: {
        Permission.READ_APPROACH,
        Permission.READ_PROGRAMME,
        Permission.KEEP_PROGRAMME,
        Permission.READ_INDICATORS,
        Permission.KEEP_INDICATORS,
        Permission.READ_INSIGHT,
    },
    Role.FUNCTIONAL_MANAGER: {
        Permission.READ_INDICATORS,
        Permission.READ_APPROACH,
        Permission.CHANGE_APPROACH,
        Permission.MANAGE_USERS,
        Permission.READ_PROGRAMME,
        *SOCIAL_MAP,
    },
    Role.PRIVACY_OFFICER: {Permission.JUDGE_GROUNDS},
}


@pytest.mark.parametrize("role", Role)
def test_a_role_may_exactly_this(role: Role):
    assert ROLE_PERMISSIONS[role] == SEEN_BY.get(role, set())


def test_a_role_counts_in_its_own_municipality_only():
    actor = Actor(ActorKind.STAFF, "1", "Noor", frozenset({Post(Role.OFFICER, 1), Post(Role.COORDINATOR, 2)}))
    assert where_may(actor, Permission.GUIDE) == {1}
    assert where_may(actor, Permission.SEE_ALL_TRAJECTORIES) == {2}


def test_a_role_begins_on_its_first_day_and_ends_before_its_last(cast: Cast, now):
    grant = RoleGrant.objects.get(user=cast.noor)
    grant.end(until=now.date(), by=TESTER, at=now)
    assert cast.noor.acting(now - timedelta(days=1)).posts
    assert not cast.noor.acting(now).posts
    assert not cast.noor.acting(now - timedelta(days=366)).posts


def test_an_ended_role_does_not_end_again(cast: Cast, now):
    grant = RoleGrant.objects.get(user=cast.noor)
    grant.end(until=now.date(), by=TESTER, at=now)
    with pytest.raises(NotNow, match="al beëindigd"):
        grant.end(until=now.date(), by=TESTER, at=now)


def test_giving_and_ending_are_in_the_journal(cast: Cast, now):
    grant = RoleGrant.objects.get(user=cast.noor)
    grant.end(until=now.date(), by=TESTER, at=now)
    entries = JournalEntry.objects.filter(subject=grant.ref).order_by("number")
    assert [(entry.verb, entry.fields) for entry in entries] == [
        ("role.granted", ["municipality", "role", "since", "user"]),
        ("role.ended", ["until"]),
    ]


def test_the_same_role_is_not_held_twice_at_once(cast: Cast, now):
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleGrant.grant(
            user=cast.noor, role=Role.OFFICER, municipality=cast.here, since=now.date(), by=TESTER, at=now
        )


@pytest.mark.parametrize("same", [{"name": "Heerlen"}, {"cbs_code": "GM0917"}])
def test_a_municipality_is_there_once(cast: Cast, same: dict[str, str]):
    told = {"name": "Beek", "cbs_code": "GM0888", "region": cast.here.region} | same
    with pytest.raises(IntegrityError), transaction.atomic():
        Municipality.objects.create(**told)


def test_an_address_is_of_one_account(cast: Cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("Noor@Example.nl", name="Noor twee")


def test_a_role_does_not_end_before_it_begins(cast: Cast, now):
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleGrant.objects.get(user=cast.noor).end(until=now.date() - timedelta(days=400), by=TESTER, at=now)


def test_who_acts_by_another_kind_of_key_is_no_member_of_staff(cast: Cast, trajectory, now):
    from regie.trajectories.models import Trajectory

    posts = cast.noor.acting(now).posts
    stranger = Actor(ActorKind.LINK_HOLDER, str(cast.noor.pk), "Een link", posts)
    assert not Trajectory.objects.visible_to(stranger).exists()
    assert Trajectory.objects.visible_to(cast.noor.acting(now)).exists()
