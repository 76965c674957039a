"""A coordinator says who guides whom: the verb, its refusals, its record, its journal entry, and the page."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant, User
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.contacts.models import ContactMoment
from regie.persons.rules import Identity
from regie.privacy.models import JournalEntry
from regie.trajectories.actions import Chosen, assign_many
from regie.trajectories.models import Assignment, Trajectory
from regie.trajectories.queries import officers_of, people_visible_to
from tests.cast import TESTER, Cast, employ
from tests.factories import people

TODAY, TOMORROW, NEXT_WEEK = date(2026, 11, 18), date(2026, 11, 19), date(2026, 11, 25)
KEVIN = Identity("Kevin", "Smeets", date(2004, 5, 3))


def standing(trajectory: Trajectory) -> int | None:
    """What a coordinator has before him."""
    found = Assignment.objects.filter(trajectory=trajectory, until__isnull=True).first()
    return found.pk if found else None


def assign(trajectory: Trajectory, officer: User, by: User, now: datetime, **how) -> Assignment:
    how = {"since": TODAY, "seen": standing(trajectory)} | how
    return trajectory.assign(officer=officer, by=by.acting(now), at=now, **how)


def sees(user: User, on: datetime) -> bool:
    return Trajectory.objects.visible_to(user.acting(on)).exists()


class TestItWorks:
    def test_from_today_sem_guides_and_noor_no_longer(self, cast: Cast, trajectory, now):
        assign(trajectory, cast.sem, cast.fatima, now)

        assert trajectory.officer_on(TODAY) == cast.sem
        assert sees(cast.sem, now)
        assert not sees(cast.noor, now)
        with pytest.raises(NotAllowed):
            people.meet(trajectory, by=cast.noor, at=now)
        people.meet(trajectory, by=cast.sem, at=now)

    def test_from_next_week_noor_guides_until_then(self, cast: Cast, trajectory, now):
        assign(trajectory, cast.sem, cast.fatima, now, since=NEXT_WEEK)

        last_day, first_day = now + timedelta(days=6), now + timedelta(days=7)
        assert sees(cast.noor, last_day)
        assert not sees(cast.sem, last_day)
        assert sees(cast.sem, first_day)
        assert not sees(cast.noor, first_day)
        assert trajectory.officer_on(NEXT_WEEK - timedelta(days=1)) == cast.noor
        assert trajectory.officer_on(NEXT_WEEK) == cast.sem

    def test_a_later_decision_takes_the_place_of_what_was_still_to_begin(self, cast: Cast, trajectory, now):
        lotte = employ("Lotte", Role.OFFICER, cast.here, at=now)
        assign(trajectory, cast.sem, cast.fatima, now, since=NEXT_WEEK)
        assign(trajectory, lotte, cast.fatima, now, since=TOMORROW)

        days = [TODAY + timedelta(days=n) for n in range(12)]
        assert [trajectory.officer_on(on) for on in days] == [cast.noor, *[lotte] * 11]

    def test_told_twice_is_once(self, cast: Cast, trajectory, now):
        seen = standing(trajectory)
        first = assign(trajectory, cast.sem, cast.fatima, now, seen=seen)
        assert assign(trajectory, cast.sem, cast.fatima, now, seen=seen) == first
        assert Assignment.objects.count() == 2

    def test_who_left_guides_nobody_until_somebody_is_assigned(self, cast: Cast, trajectory, now):
        RoleGrant.objects.get(user=cast.noor).end(until=TODAY, by=TESTER, at=now)
        assert trajectory.officer_on(TODAY) is None
        assert list(Trajectory.objects.with_nobody(TODAY)) == [trajectory]

        assign(trajectory, cast.sem, cast.fatima, now)
        assert officers_of([trajectory], on=TODAY) == {trajectory.pk: cast.sem}
        assert not Trajectory.objects.with_nobody(TODAY).exists()

    def test_who_has_no_account_any_more_guides_nobody(self, cast: Cast, trajectory, now):
        User.objects.filter(pk=cast.noor.pk).update(is_active=False)
        assert trajectory.officer_on(TODAY) is None

    def test_many_go_at_once(self, cast: Cast, trajectory, now):
        other = people.guide(cast, at=now, who=KEVIN)
        both = [Chosen(one, standing(one)) for one in (other, trajectory)]
        done = assign_many(both, officer=cast.sem, since=TODAY, by=cast.fatima.acting(now), at=now)
        assert done == 2
        assert set(officers_of([trajectory, other], on=TODAY).values()) == {cast.sem}


class TestNobodySeesMoreByIt:
    def test_it_opens_this_file_and_no_other(self, cast: Cast, trajectory, now):
        other = people.guide(cast, at=now, who=KEVIN)
        people.meet(other, by=cast.noor, at=now)
        assign(trajectory, cast.sem, cast.fatima, now)
        sem = cast.sem.acting(now)
        assert list(Trajectory.objects.visible_to(sem)) == [trajectory]
        assert list(people_visible_to(sem)) == [trajectory.person]
        assert not ContactMoment.objects.visible_to(sem).exists()

    def test_who_loses_the_role_later_sees_nothing(self, cast: Cast, trajectory, now):
        assign(trajectory, cast.sem, cast.fatima, now)
        RoleGrant.objects.get(user=cast.sem).end(until=TOMORROW, by=TESTER, at=now)
        assert sees(cast.sem, now)
        assert not sees(cast.sem, now + timedelta(days=1))

    def test_an_actor_without_a_day_guides_nobody(self, cast: Cast, trajectory, now):
        assert not Trajectory.objects.visible_to(replace(cast.noor.acting(now), on=None)).exists()


class TestItIsRefusedForTheWrongPerson:
    @pytest.mark.parametrize("who", ["noor", "sem", "wil", "ada", "bas"])
    def test_only_a_coordinator_of_this_municipality_assigns(self, cast: Cast, trajectory, now, who: str):
        user = getattr(cast, who)
        with pytest.raises(NotAllowed):
            assign(trajectory, cast.sem, user, now)
        with pytest.raises(NotAllowed):
            chosen = [Chosen(trajectory, standing(trajectory))]
            assign_many(chosen, officer=cast.sem, since=TODAY, by=user.acting(now), at=now)
        assert trajectory.officer_on(TODAY) == cast.noor

    def test_not_a_coordinator_elsewhere(self, cast: Cast, trajectory, now):
        with pytest.raises(NotAllowed):
            assign(trajectory, cast.sem, employ("Els", Role.COORDINATOR, cast.elsewhere, at=now), now)


class TestItIsRefusedToTheWrongOfficer:
    @pytest.mark.parametrize("who", ["bas", "fatima", "wil", "ada"])
    def test_only_an_officer_of_this_municipality_gets_him(self, cast: Cast, trajectory, now, who: str):
        with pytest.raises(NotValid, match="geen officier in Sittard-Geleen") as refused:
            assign(trajectory, getattr(cast, who), cast.fatima, now)
        assert refused.value.field == "officer"

    def test_not_who_works_here_no_more_that_day(self, cast: Cast, trajectory, now):
        RoleGrant.objects.get(user=cast.sem).end(until=NEXT_WEEK, by=TESTER, at=now)
        with pytest.raises(NotValid, match="Sem is dan geen officier"):
            assign(trajectory, cast.sem, cast.fatima, now, since=NEXT_WEEK)
        assign(trajectory, cast.sem, cast.fatima, now, since=TOMORROW)

    def test_not_who_has_no_account_any_more(self, cast: Cast, trajectory, now):
        User.objects.filter(pk=cast.sem.pk).update(is_active=False)
        with pytest.raises(NotValid):
            assign(trajectory, cast.sem, cast.fatima, now)

    @pytest.mark.parametrize(
        ("since", "sentence"),
        [(TODAY - timedelta(days=1), "Kies vandaag of een dag later"), (date(2027, 6, 1), "te ver weg")],
    )
    def test_not_from_a_day_that_cannot_be(self, cast: Cast, trajectory, now, since: date, sentence: str):
        with pytest.raises(NotValid, match=sentence) as refused:
            assign(trajectory, cast.sem, cast.fatima, now, since=since)
        assert refused.value.field == "since"


class TestTwoAtOnce:
    def test_the_second_reads_who_was_first(self, cast: Cast, trajectory, now):
        karim, lotte = (
            employ("Karim", Role.COORDINATOR, cast.here, at=now),
            employ("Lotte", Role.OFFICER, cast.here, at=now),
        )
        seen = standing(trajectory)
        assign(trajectory, cast.sem, cast.fatima, now, seen=seen)
        with pytest.raises(NotNow, match="Fatima heeft Jayden Muller intussen toegewezen aan Sem"):
            assign(trajectory, lotte, karim, now, seen=seen)
        assert trajectory.officer_on(TODAY) == cast.sem

    def test_all_or_nothing(self, cast: Cast, trajectory, now):
        lotte = employ("Lotte", Role.OFFICER, cast.here, at=now)
        other = people.guide(cast, at=now, who=KEVIN)
        both = [Chosen(one, standing(one)) for one in (trajectory, other)]
        assign(other, cast.sem, cast.fatima, now)
        with pytest.raises(NotNow, match="Kevin Smeets"):
            assign_many(both, officer=lotte, since=TODAY, by=cast.fatima.acting(now), at=now)
        assert trajectory.officer_on(TODAY) == cast.noor

    def test_the_database_knows_one_officer_at_a_time(self, cast: Cast, trajectory, now):
        stamp = Assignment.stamp(by=TESTER, at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            Assignment.objects.create(trajectory=trajectory, officer=cast.sem, since=TODAY, **stamp)


class TestItIsSeenLater:
    def test_the_journal_tells_who_did_it(self, cast: Cast, trajectory, now):
        assign(trajectory, cast.sem, cast.fatima, now)
        entry = JournalEntry.objects.filter(subject=trajectory.person.ref).order_by("-number").first()
        assert (entry.verb, entry.fields, entry.recorded_by_label) == (
            "trajectory.assigned",
            ["officer", "since"],
            "Fatima",
        )

    def test_the_list_and_his_page_say_who_guides_or_nobody(self, cast: Cast, fatima: Client, now):
        at = this_moment()
        trajectory = people.guide(cast, at=at)
        pages = (reverse("desk:people"), reverse("desk:person", args=[trajectory.person.ref]))
        for url in pages:
            assert "Noor" in fatima.get(url).content.decode()
        RoleGrant.objects.get(user=cast.noor).end(until=day(at), by=TESTER, at=at)
        for url in pages:
            assert "Nog niemand" in fatima.get(url).content.decode()
