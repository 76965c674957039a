"""Noor is away and Sem covers for her: then, and not longer."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from regie.accounts.enums import Role
from regie.accounts.models import Absence, Cover, RoleGrant, User
from regie.base.actors import Actor, ActorKind
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.contacts.models import ContactMoment
from regie.persons.rules import Identity
from regie.privacy.enums import AccessGround
from regie.privacy.models import JournalEntry
from regie.trajectories.models import Assignment, MustKnow, Trajectory
from regie.trajectories.queries import (
    covered_in,
    covers_around,
    done_during,
    ground_of,
    must_know_now,
    people_visible_to,
    substitutions_of,
    told_in,
)
from tests.cast import TESTER, Cast, employ
from tests.factories import people

TODAY, BACK = date(2026, 11, 18), date(2026, 11, 25)
KEVIN = Identity("Kevin", "Smeets", date(2004, 5, 3))


def arrange(cast: Cast, now: datetime, *, by: User | None = None, **how) -> Cover:
    how = {"officer": cast.noor, "municipality": cast.here, "substitute": cast.sem} | how
    how = {"since": TODAY, "until": BACK} | how
    return Cover.arrange(Absence(**how), by=(by or cast.noor).acting(now), at=now)


def sees(user: User, on: datetime) -> bool:
    return Trajectory.objects.visible_to(user.acting(on)).exists()


def later(now: datetime, days: int) -> datetime:
    return now + timedelta(days=days)


class TestItWorks:
    def test_sem_guides_on_these_days_and_not_longer(self, cast: Cast, trajectory, now):
        arrange(cast, now, since=TODAY + timedelta(days=1))
        assert [sees(cast.sem, later(now, n)) for n in range(9)] == [False, *[True] * 6, False, False]
        assert all(sees(cast.noor, later(now, n)) for n in range(9))

    def test_he_works_on_it_while_it_holds(self, cast: Cast, trajectory, now):
        arrange(cast, now)
        people.meet(trajectory, by=cast.sem, at=now)
        with pytest.raises(NotAllowed):
            people.meet(trajectory, by=cast.sem, at=later(now, 7))
        sem = cast.sem.acting(now)
        assert ground_of(trajectory, viewer=sem) is AccessGround.COVER
        assert ground_of(trajectory, viewer=cast.noor.acting(now)) is AccessGround.ASSIGNMENT
        assert ground_of(trajectory, viewer=cast.fatima.acting(now)) is AccessGround.COORDINATION
        assert list(people_visible_to(sem)) == [trajectory.person]
        assert ContactMoment.objects.visible_to(sem).exists()
        assert trajectory.officer_on(TODAY) == cast.noor

    def test_a_coordinator_tells_that_somebody_is_away(self, cast: Cast, trajectory, now):
        assert arrange(cast, now).planned
        Cover.objects.all().delete()
        assert not arrange(cast, now, by=cast.fatima).planned

    def test_told_twice_is_once(self, cast: Cast, now):
        assert arrange(cast, now) == arrange(cast, now)

    def test_ended_early_it_is_over_at_once(self, cast: Cast, trajectory, now):
        cover = arrange(cast, now)
        people.meet(trajectory, by=cast.sem, at=now)
        cover.end(by=cast.noor.acting(later(now, 2)), at=later(now, 2))
        assert sees(cast.sem, later(now, 1))
        assert not sees(cast.sem, later(now, 2))
        assert cover.ended_early
        with pytest.raises(NotNow, match="al voorbij"):
            cover.end(by=cast.noor.acting(later(now, 3)), at=later(now, 3))

    def test_ended_before_it_began_it_never_was(self, cast: Cast, trajectory, now):
        cover = arrange(cast, now, since=TODAY + timedelta(days=2))
        cover.end(by=cast.fatima.acting(now), at=now)
        assert not any(sees(cast.sem, later(now, n)) for n in range(9))
        arrange(cast, now)


class TestNobodySeesMoreByIt:
    def test_only_whom_noor_guides(self, cast: Cast, trajectory, now):
        lotte = employ("Lotte", Role.OFFICER, cast.here, at=now)
        people.guide(cast, at=now, who=KEVIN, by=lotte)
        arrange(cast, now)
        assert list(Trajectory.objects.visible_to(cast.sem.acting(now))) == [trajectory]

    def test_no_cover_of_a_cover(self, cast: Cast, trajectory, now):
        lotte = employ("Lotte", Role.OFFICER, cast.here, at=now)
        arrange(cast, now)
        arrange(cast, now, by=cast.fatima, officer=cast.sem, substitute=lotte)
        assert sees(cast.sem, now)
        assert not sees(lotte, now)

    def test_only_in_this_municipality(self, cast: Cast, now):
        for user, where in ((cast.noor, cast.elsewhere), (cast.sem, cast.elsewhere)):
            since = TODAY - timedelta(days=9)
            RoleGrant.grant(user=user, role=Role.OFFICER, municipality=where, since=since, by=TESTER, at=now)
        people.guide(cast, at=now, by=cast.noor, where=cast.elsewhere)
        arrange(cast, now)
        assert not sees(cast.sem, now)

    def test_not_whom_noor_guides_no_more(self, cast: Cast, trajectory, now):
        arrange(cast, now)
        Assignment.objects.update(until=TODAY)
        assert not sees(cast.sem, now)

    def test_not_without_the_role(self, cast: Cast, trajectory, now):
        arrange(cast, now)
        RoleGrant.objects.get(user=cast.sem).end(until=TODAY, by=TESTER, at=now)
        assert not sees(cast.sem, now)
        assert not Cover.objects.visible_to(cast.sem.acting(now)).exists()
        RoleGrant.grant(
            user=cast.sem, role=Role.OFFICER, municipality=cast.elsewhere, since=TODAY, by=TESTER, at=now
        )
        assert covers_around(cast.sem.acting(now), on=TODAY, back_since=TODAY) == []

    def test_the_cover_is_seen_by_who_has_to_do_with_it(self, cast: Cast, now):
        lotte = employ("Lotte", Role.OFFICER, cast.here, at=now)
        arrange(cast, now)
        users = (cast.noor, cast.sem, cast.fatima, lotte, cast.wil, cast.ada, cast.bas)
        seen = [Cover.objects.visible_to(user.acting(now)).exists() for user in users]
        assert seen == [True, True, True, False, False, False, False]


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "wil", "ada", "bas"])
    def test_to_who_is_not_away_and_does_not_coordinate(self, cast: Cast, now, who: str):
        with pytest.raises(NotAllowed):
            arrange(cast, now, by=getattr(cast, who))
        cover = arrange(cast, now)
        with pytest.raises(NotAllowed):
            cover.end(by=getattr(cast, who).acting(now), at=now)

    @pytest.mark.parametrize("who", ["bas", "fatima", "wil", "noor"])
    def test_for_who_is_no_other_officer_here(self, cast: Cast, now, who: str):
        with pytest.raises(NotValid) as refused:
            arrange(cast, now, substitute=getattr(cast, who))
        assert refused.value.field == "substitute"

    def test_for_who_works_here_only_part_of_it(self, cast: Cast, now):
        RoleGrant.objects.get(user=cast.sem).end(until=BACK - timedelta(days=1), by=TESTER, at=now)
        with pytest.raises(NotValid, match="niet al die dagen officier"):
            arrange(cast, now)
        arrange(cast, now, until=BACK - timedelta(days=1))

    def test_for_the_absence_of_who_is_no_officer_here(self, cast: Cast, now):
        with pytest.raises(NotValid, match="Bas is dan geen officier") as refused:
            arrange(cast, now, by=cast.fatima, officer=cast.bas)
        assert refused.value.field == "officer"

    @pytest.mark.parametrize(
        ("since", "until", "field"),
        [
            (TODAY - timedelta(days=1), BACK, "since"),
            (TODAY, TODAY, "until"),
            (TODAY, TODAY + timedelta(days=93), "until"),
        ],
    )
    def test_days_that_cannot_be(self, cast: Cast, now, since: date, until: date, field: str):
        with pytest.raises(NotValid) as refused:
            arrange(cast, now, since=since, until=until)
        assert refused.value.field == field

    def test_the_second_is_told(self, cast: Cast, now):
        lotte = employ("Lotte", Role.OFFICER, cast.here, at=now)
        arrange(cast, now)
        with pytest.raises(NotNow, match="vervangt Sem Noor al"):
            arrange(cast, now, by=cast.fatima, substitute=lotte, until=BACK + timedelta(days=3))
        with pytest.raises(NotValid, match="Noor is dan zelf afwezig"):
            arrange(cast, now, by=lotte, officer=lotte, substitute=cast.noor)
        with pytest.raises(NotNow, match="U vervangt dan Noor"):
            arrange(cast, now, by=cast.sem, officer=cast.sem, substitute=lotte)

    def test_the_database_holds_it_to_that(self, cast: Cast, now):
        arrange(cast, now)
        for wrong in (
            {"until": TODAY - timedelta(days=1)},
            {"until": BACK + timedelta(days=1)},
            {"substitute": cast.noor},
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                Cover.objects.update(**wrong)


class TestWhatMustBeKnown:
    def tell(self, cover: Cover, trajectory, by: User, now, words="Bel zijn moeder.", seen=None) -> MustKnow:
        return MustKnow.tell(
            cover=cover, trajectory=trajectory, words=words, seen=seen, by=by.acting(now), at=now
        )

    def test_sem_reads_it_while_he_covers(self, cast: Cast, trajectory, now):
        cover = arrange(cast, now)
        first = self.tell(cover, trajectory, cast.noor, now)
        assert self.tell(cover, trajectory, cast.noor, now) == first
        better = self.tell(cover, trajectory, cast.fatima, now, "Bel zijn tante.", seen=first.pk)
        assert must_know_now(trajectory, substitutions_of(trajectory.guidance()), on=TODAY) == [better]
        assert told_in(cover, viewer=cast.sem.acting(now)) == {trajectory.pk: better}
        assert told_in(cover, viewer=cast.sem.acting(later(now, 7))) == {}
        assert must_know_now(trajectory, substitutions_of(trajectory.guidance()), on=BACK) == []
        assert [entry.verb for entry in JournalEntry.objects.filter(subject=trajectory.person.ref)].count(
            "must_know.told"
        ) == 2

    def test_it_is_not_for_who_covers_no_more_for_who_guides_him(self, cast: Cast, trajectory, now):
        lotte = employ("Lotte", Role.OFFICER, cast.here, at=now)
        self.tell(arrange(cast, now), trajectory, cast.noor, now)
        seen = Assignment.objects.get().pk
        trajectory.assign(officer=lotte, since=TODAY, seen=seen, by=cast.fatima.acting(now), at=now)
        assert must_know_now(trajectory, substitutions_of(trajectory.guidance()), on=TODAY) == []

    def test_it_is_refused(self, cast: Cast, trajectory, now):
        cover = arrange(cast, now)
        for who in (cast.sem, cast.bas, cast.wil):
            with pytest.raises(NotAllowed):
                self.tell(cover, trajectory, who, now)
        with pytest.raises(NotValid):
            self.tell(cover, trajectory, cast.noor, now, " ")
        with pytest.raises(NotValid):
            self.tell(cover, trajectory, cast.noor, now, "x" * 4001)
        other = people.guide(cast, at=now, who=KEVIN, by=cast.sem)
        with pytest.raises(NotNow, match="valt niet onder"):
            self.tell(cover, other, cast.noor, now)
        self.tell(cover, trajectory, cast.noor, now)
        with pytest.raises(NotNow, match="intussen"):
            self.tell(cover, trajectory, cast.fatima, now, "Anders.")
        with pytest.raises(NotNow, match="voorbij"):
            self.tell(cover, trajectory, cast.noor, later(now, 7))


class TestItIsSeenLater:
    def test_what_was_done_under_cover_says_so(self, cast: Cast, trajectory, now):
        before = people.meet(trajectory, by=cast.noor, at=now)
        cover = arrange(cast, now)
        under = people.meet(trajectory, by=cast.sem, at=later(now, 1))
        cover.end(by=cast.noor.acting(later(now, 1)), at=later(now, 1))
        trajectory.assign(
            officer=cast.sem,
            since=TODAY + timedelta(days=5),
            seen=Assignment.objects.get().pk,
            by=cast.fatima.acting(now),
            at=now,
        )
        own = people.meet(trajectory, by=cast.sem, at=later(now, 5))
        substitutions = substitutions_of(trajectory.guidance())
        job = Actor(ActorKind.JOB, str(cast.sem.pk), "Taak")
        done = ContactMoment(**ContactMoment.stamp(by=job, at=later(now, 1)))
        assert [substitutions.behalf(one) for one in (before, under, own, done)] == ["", "Noor", "", ""]

    def test_noor_reads_what_was_done_for_her_people(self, cast: Cast, trajectory, now):
        people.meet(trajectory, by=cast.noor, at=now)
        cover = arrange(cast, now)
        people.guide(cast, at=now, who=KEVIN, by=cast.sem)
        people.meet(trajectory, by=cast.sem, at=later(now, 6))
        noor = cast.noor.acting(later(now, 8))
        done = done_during(cover, list(covered_in(cover, viewer=noor)))
        mine = [entry for entry in done if entry.recorded_by_label == "Sem"]
        assert [(entry.verb, entry.subject) for entry in mine] == [("contact.logged", trajectory.person.ref)]
        assert not done.filter(recorded_by_label="Noor").exists()

    def test_arranging_and_ending_are_in_the_journal(self, cast: Cast, now):
        cover = arrange(cast, now)
        cover.end(by=cast.fatima.acting(now), at=now)
        entries = JournalEntry.objects.filter(subject=cover.ref).order_by("number")
        assert [(entry.verb, entry.fields, entry.recorded_by_label) for entry in entries] == [
            ("cover.arranged", ["officer", "since", "substitute", "until"], "Noor"),
            ("cover.ended", ["until"], "Fatima"),
        ]
