"""An officer accepts a referral: the verb, its refusals, its record, its journal entry, and the page."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.approach.actions import Change, change
from regie.approach.models import Edition
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.privacy.models import JournalEntry
from regie.trajectories.models import Assignment, Referral, Trajectory
from tests.cast import Cast
from tests.factories import people

TWO_YEARS_ON = date(2028, 11, 18)


@pytest.fixture
def referral(cast: Cast, now: datetime) -> Referral:
    """Jayden was referred and weighed: everything is met."""
    return ready(cast, now)


def ready(cast: Cast, now: datetime, **told) -> Referral:
    made = people.refer(cast, at=now, **told)
    people.weigh(made, by=cast.noor, at=now)
    return made


def accept(referral: Referral, by, now: datetime, planned_end: date = TWO_YEARS_ON) -> Trajectory:
    return referral.accept(planned_end=planned_end, by=by.acting(now), at=now)


class TestItWorks:
    def test_a_trajectory_begins_with_its_officer_and_an_end_two_years_on(self, cast: Cast, referral, now):
        trajectory = accept(referral, cast.noor, now)

        assert trajectory.person == referral.person
        assert trajectory.started_on == date(2026, 11, 18)
        assert trajectory.planned_end == TWO_YEARS_ON
        assert trajectory.officer_on(now.date()) == cast.noor

    def test_guidance_may_be_planned_longer(self, cast: Cast, referral, now):
        assert accept(referral, cast.noor, now, date(2030, 1, 1)).planned_end == date(2030, 1, 1)

    def test_twice_by_the_same_officer_is_once(self, cast: Cast, referral, now):
        assert accept(referral, cast.noor, now) == accept(referral, cast.noor, now)
        assert Trajectory.objects.count() == 1
        assert Assignment.objects.count() == 1


class TestItIsRefusedForTheWrongPerson:
    @pytest.mark.parametrize("who", ["fatima", "wil", "ada", "bas"])
    def test_only_an_officer_of_this_municipality_accepts(self, cast: Cast, referral, now, who: str):
        with pytest.raises(NotAllowed):
            accept(referral, getattr(cast, who), now)
        assert not Trajectory.objects.exists()

    def test_not_an_officer_whose_role_has_ended(self, cast: Cast, referral, now):
        from regie.accounts.models import RoleGrant
        from tests.cast import TESTER

        RoleGrant.objects.get(user=cast.noor).end(until=now.date(), by=TESTER, at=now)
        with pytest.raises(NotAllowed):
            accept(referral, cast.noor, now)

    def test_not_an_officer_whose_account_is_closed(self, cast: Cast, referral, now):
        cast.noor.is_active = False
        with pytest.raises(NotAllowed):
            accept(referral, cast.noor, now)


class TestItIsRefusedInTheWrongState:
    def test_the_second_officer_reads_who_was_first(self, cast: Cast, referral, now):
        accept(referral, cast.noor, now)
        with pytest.raises(NotNow, match="Noor heeft deze aanmelding al aangenomen"):
            accept(referral, cast.sem, now)
        assert Trajectory.objects.get().officer_on(now.date()) == cast.noor

    def test_a_young_person_who_is_guided_already_is_not_accepted_again(self, cast: Cast, now):
        trajectory = people.guide(cast, at=now)
        again = ready(cast, now, who=trajectory.person, by=cast.sem)
        with pytest.raises(NotNow, match="heeft al een traject, bij Noor"):
            accept(again, cast.sem, now)

    def test_not_shorter_than_two_years_from_day_one(self, cast: Cast, referral, now):
        from_day_one = date(2028, 11, 14)
        with pytest.raises(NotValid, match=r"minstens twee jaar\. Kies 14-11-2028 of later") as refused:
            accept(referral, cast.noor, now, from_day_one - timedelta(days=1))
        assert refused.value.field == "planned_end"
        assert accept(referral, cast.noor, now, from_day_one).planned_end == from_day_one

    def test_without_a_known_day_one_the_two_years_begin_with_the_acceptance(self, cast: Cast, now):
        referral = ready(cast, now, detained_since=None)
        with pytest.raises(NotValid, match="18-11-2028 of later"):
            accept(referral, cast.noor, now, TWO_YEARS_ON - timedelta(days=1))

    def test_as_long_as_the_approach_of_his_municipality_says(self, cast: Cast, referral, now):
        longer = Change("guidance.shortest", 36, "Zo kiest de gemeente.", now.date())
        change(municipality=cast.here, change=longer, by=cast.wil.acting(now), at=now)
        with pytest.raises(NotValid, match=r"minstens drie jaar\. Kies 14-11-2029"):
            accept(referral, cast.noor, now)

    def test_a_longer_term_from_tomorrow_does_not_count_today(self, cast: Cast, referral, now):
        tomorrow = Change("guidance.shortest", 36, "Vanaf morgen.", now.date() + timedelta(days=1))
        change(municipality=cast.here, change=tomorrow, by=cast.wil.acting(now), at=now)
        assert accept(referral, cast.noor, now).planned_end == TWO_YEARS_ON

    def test_not_before_there_is_an_approach(self, cast: Cast, now, noor: Client):
        referral = people.refer(cast, at=now)
        Edition.objects.filter(layer="national")._raw_delete("default")
        text = noor.get(reverse("desk:referral", args=[referral.ref])).content.decode()
        assert "De aanpak is nog niet geladen." in text
        assert (
            "De aanpak is nog niet geladen."
            in noor.post(
                reverse("desk:accept_referral", args=[referral.ref]), {"planned_end": "1-1-2030"}
            ).content.decode()
        )
        assert not Trajectory.objects.exists()


class TestTheDatabaseHoldsItTo:
    def test_one_trajectory_for_a_person(self, cast: Cast, trajectory, now):
        other = people.refer(cast, at=now, who=trajectory.person)
        with pytest.raises(IntegrityError), transaction.atomic():
            Trajectory.objects.create(
                person=trajectory.person, municipality=cast.here, referral=other, started_on=now,
                planned_end=TWO_YEARS_ON,
                **Trajectory.stamp(by=cast.sem.acting(now), at=now),
            )  # fmt: skip

    def test_one_officer_at_a_time(self, cast: Cast, trajectory, now):
        with pytest.raises(IntegrityError), transaction.atomic():
            Assignment.objects.create(
                trajectory=trajectory,
                officer=cast.sem,
                since=now,
                **Assignment.stamp(by=cast.sem.acting(now), at=now),
            )

    def test_an_end_after_the_start(self, cast: Cast, referral, now):
        with pytest.raises(IntegrityError), transaction.atomic():
            Trajectory.objects.create(
                person=referral.person, municipality=cast.here, referral=referral, started_on=now, planned_end=now,
                **Trajectory.stamp(by=cast.noor.acting(now), at=now),
            )  # fmt: skip

    def test_an_assignment_that_does_not_end_before_it_begins(self, cast: Cast, trajectory, now):
        with pytest.raises(IntegrityError), transaction.atomic():
            Assignment.objects.update(until=now - timedelta(days=1))


class TestItLeavesARecord:
    def test_who_and_when(self, cast: Cast, referral, now):
        trajectory = accept(referral, cast.noor, now)
        assert (trajectory.recorded_by_label, trajectory.recorded_by_id) == ("Noor", str(cast.noor.pk))
        assert trajectory.recorded_at == now

    def test_a_journal_entry_without_his_name(self, cast: Cast, referral, now):
        accept(referral, cast.noor, now)
        entry = JournalEntry.objects.get(verb="referral.accepted")
        assert (entry.chain_id, entry.subject) == ("GM1883", referral.person.ref)
        assert entry.fields == ["assignment", "planned_end", "trajectory"]
        assert entry.recorded_by_label == "Noor"

    def test_no_entry_when_it_was_refused(self, cast: Cast, referral, now):
        with pytest.raises(NotAllowed):
            accept(referral, cast.bas, now)
        assert not JournalEntry.objects.filter(verb="referral.accepted").exists()


class TestThePageShowsIt:
    def test_from_the_referral_to_his_page(self, cast: Cast, referral, noor: Client):
        page = noor.get(reverse("desk:referral", args=[referral.ref]))
        planned_end = page.context["form"]["planned_end"].value()
        sent = noor.post(
            reverse("desk:accept_referral", args=[referral.ref]), {"planned_end": planned_end}, follow=True
        )
        assert sent.redirect_chain == [(reverse("desk:person", args=[referral.person.ref]), 302)]
        assert "U begeleidt nu Jayden Muller." in sent.content.decode()
        assert "Jayden Muller" in noor.get(reverse("desk:people")).content.decode()

    def test_too_short_keeps_what_was_typed_and_says_why(self, referral, noor: Client):
        sent = noor.post(reverse("desk:accept_referral", args=[referral.ref]), {"planned_end": "1-1-2027"})
        page = sent.content.decode()
        assert "De begeleiding duurt minstens twee jaar." in page
        assert 'value="1-1-2027"' in page

    def test_the_second_officer_reads_who_was_first_and_nothing_of_him(
        self, cast: Cast, referral, now, sem: Client
    ):
        accept(referral, cast.noor, now)
        sent = sem.post(reverse("desk:accept_referral", args=[referral.ref]), {"planned_end": "1-1-2030"})
        assert sent.status_code == 409
        assert (
            "Noor heeft deze aanmelding aangenomen, op 18 november 2026, 10.30 uur." in sent.content.decode()
        )
        assert "Jayden" not in sent.content.decode()

    def test_who_accepted_it_is_brought_to_his_page(self, cast: Cast, referral, now, noor: Client):
        accept(referral, cast.noor, now)
        gone = noor.get(reverse("desk:referral", args=[referral.ref]))
        assert gone.headers["Location"] == reverse("desk:person", args=[referral.person.ref])
