"""With whom a partner is involved: who names him himself, while it runs, and for no work that he left."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from regie.accounts.models import User
from regie.base.actors import Actor, ActorKind
from regie.partners.queries import acting
from regie.trajectories.models import Involvement, Trajectory
from regie.trajectories.queries import involvement_of_partner, involvements_of_partner
from tests.cast import Cast
from tests.factories import endings, people
from tests.factories.partners import organisation, professional, seat

TODAY, DAY, HOUR = date(2026, 11, 18), timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def bank(cast: Cast, now):
    return organisation(cast, at=now)


@pytest.fixture
def els(cast: Cast, bank, now):
    return professional(cast, at=now, organisation=bank)


@pytest.fixture
def partner(els, now) -> User:
    return seat(els, at=now)


def seen(user: User, at) -> set[int]:
    return set(involvements_of_partner(acting(user, at)).values_list("pk", flat=True))


def test_who_names_her_and_where_she_works(cast: Cast, trajectory, els, bank, partner, now):
    told = {
        people.involve(trajectory, by=cast.noor, at=now, professional=els).pk,
        people.involve(trajectory, by=cast.noor, at=now, professional=els, organisation=bank).pk,
    }
    assert seen(partner, now) == told


def test_that_only_her_organisation_is_named_opens_nothing(cast: Cast, trajectory, bank, partner, now):
    people.involve(trajectory, by=cast.noor, at=now, organisation=bank)
    assert not seen(partner, now)


def test_another_of_the_same_organisation_is_not_she(cast: Cast, trajectory, bank, partner, now):
    loes = professional(cast, "Loes", at=now, organisation=bank)
    told = people.involve(trajectory, by=cast.noor, at=now, professional=loes)
    assert not seen(partner, now)
    assert involvement_of_partner(told.ref, viewer=acting(partner, now)) is None
    assert seen(seat(loes, at=now), now) == {told.pk}


def test_from_the_first_day_up_to_and_including_the_last(cast: Cast, trajectory, els, partner, now):
    told = people.involve(trajectory, by=cast.noor, at=now, professional=els, until=TODAY + DAY)
    days = {at: seen(partner, now + at * DAY) == {told.pk} for at in (0, 1, 2)}
    assert days == {0: True, 1: True, 2: False}
    before = replace(acting(partner, now), on=TODAY - DAY)
    assert not involvements_of_partner(before).exists()


def test_what_ended_earlier_is_over_on_that_very_day(cast: Cast, trajectory, els, partner, now):
    told = people.involve(trajectory, by=cast.noor, at=now, professional=els)
    told.end(ended_on=TODAY, why="Hij trekt zijn toestemming in.", by=cast.noor.acting(now), at=now)
    assert not seen(partner, now)
    assert involvement_of_partner(told.ref, viewer=acting(partner, now)) is None


def test_what_was_withdrawn_never_was(cast: Cast, trajectory, els, partner, now):
    told = people.involve(trajectory, by=cast.noor, at=now, professional=els)
    told.withdraw(by=cast.noor.acting(now), at=now)
    assert not seen(partner, now)


def test_who_is_guided_no_more_is_open_to_nobody(cast: Cast, trajectory, els, partner, now):
    people.involve(trajectory, by=cast.noor, at=now, professional=els)
    endings.close(trajectory, "died", by=cast.noor, at=now)
    assert not seen(partner, now)


def test_at_her_new_work_she_sees_nothing_of_before(cast: Cast, trajectory, els, bank, partner, now):
    """Not when she was named alone, not after a correction, and not when she comes back."""
    alone = people.involve(trajectory, by=cast.noor, at=now, professional=els)
    people.involve(trajectory, by=cast.noor, at=now, professional=els, organisation=bank)
    other = organisation(cast, "Ander werk", at=now)
    moved = now + HOUR
    els.change(account=replace(els.account, organisation=other), by=cast.noor.acting(moved), at=moved)
    anew = seat(els, at=moved + HOUR, user=partner)
    assert not seen(anew, moved + HOUR)
    later = moved + HOUR
    better = replace(alone.account, role="Budgetcoach")
    alone.correct(account=better, by=cast.noor.acting(later), at=later)
    assert not seen(anew, later)
    fresh = people.involve(trajectory, by=cast.noor, at=later, professional=els)
    assert seen(anew, later) == {fresh.pk}


def test_an_organisation_where_she_does_not_work_opens_nothing(cast: Cast, trajectory, bank, now):
    """The map did not say where she worked when he was told; it says now that it is elsewhere."""
    loes = professional(cast, "Loes", at=now)
    people.involve(trajectory, by=cast.noor, at=now, professional=loes, organisation=bank)
    user = seat(loes, at=now)
    assert len(seen(user, now)) == 1
    other = organisation(cast, "Ander werk", at=now)
    loes.change(account=replace(loes.account, organisation=other), by=cast.noor.acting(now), at=now)
    assert not seen(user, now)


def test_of_another_municipality_nothing(cast: Cast, now):
    there = people.guide(cast, at=now, by=cast.bas, where=cast.elsewhere)
    els_there = professional(cast, at=now, by=cast.bas, where=cast.elsewhere)
    told = people.involve(there, by=cast.bas, at=now, professional=els_there)
    here = seat(professional(cast, at=now), at=now)
    assert not seen(here, now)
    assert seen(seat(els_there, at=now), now) == {told.pk}


def test_only_a_partner_has_involvements_and_only_today(cast: Cast, trajectory, els, partner, now):
    people.involve(trajectory, by=cast.noor, at=now, professional=els)
    staff = replace(acting(partner, now), kind=ActorKind.STAFF)
    nobody = Actor(ActorKind.PARTNER, str(partner.pk), "Els")
    assert not involvements_of_partner(staff).exists()
    assert not involvements_of_partner(replace(acting(partner, now), on=None)).exists()
    assert not involvements_of_partner(replace(nobody, on=TODAY)).exists()


def test_what_staff_may_see_she_may_not(cast: Cast, trajectory, els, partner, now):
    people.involve(trajectory, by=cast.noor, at=now, professional=els)
    viewer = acting(partner, now)
    assert not Trajectory.objects.visible_to(viewer).exists()
    assert not Involvement.objects.visible_to(viewer).exists()
