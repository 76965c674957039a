"""The record of one young person as it was known at the end of a day: what was told later, or better, is not in it."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.accounts.models import Absence, Cover
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.rules import ContactAccount
from regie.detention.enums import Certainty, HearingKind
from regie.persons.rules import Identity
from regie.plans.enums import WishOutcome
from regie.privacy.models import AccessEntry
from regie.trajectories.actions import Telling, correct_referral
from regie.trajectories.models import MustKnow
from regie.trajectories.models.turning_point import TurningPointAccount
from tests.cast import TESTER, Cast, sign_in
from tests.factories import people, plans
from tests.factories.detention import hear, hold, release
from tests.pinned.counting import questions

FREE = date(2028, 5, 1)


@pytest.fixture
def at() -> datetime:
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def cast(db: None, at: datetime) -> Cast:
    """The cast, long enough ago to have known what is looked back at."""
    return Cast.assemble(at=at - timedelta(days=60))


@pytest.fixture
def then(at: datetime) -> datetime:
    """Ten days ago."""
    return at - timedelta(days=10)


@pytest.fixture
def trajectory(cast: Cast, then: datetime) -> Any:
    """Jayden, whom Noor guides since ten days."""
    return people.guide(cast, at=then)


def back(client: Client, trajectory: Any, on: date | str) -> str:
    """The record as it was known at the end of that day."""
    way = reverse("desk:as_known", args=[trajectory.person.ref])
    return client.get(way, {"op": f"{on}"}).content.decode()


def today(client: Client, trajectory: Any) -> str:
    return client.get(reverse("desk:person", args=[trajectory.person.ref])).content.decode()


class TestItShowsWhatWasKnownThen:
    def test_a_stay_a_hearing_and_a_release_date_that_were_told_later(
        self, cast: Cast, trajectory, then, at, noor: Client
    ):
        hold(trajectory.person, at=then, entered_on=day(then) - timedelta(days=30), facility="PI Vught")
        later = at - timedelta(days=3)
        hold(trajectory.person, at=later, entered_on=day(later), facility="PI Roermond")
        hear(trajectory.person, at=later, happened_on=day(at) + timedelta(days=9), kind=HearingKind.TRIAL)
        release(trajectory.person, at=later, expected_on=FREE, certainty=Certainty.FIXED)
        old, now = back(noor, trajectory, day(then)), today(noor, trajectory)
        assert "PI Vught" in old
        for word in ("PI Roermond", "nhoudelijke zitting", "1 mei 2028"):
            assert word in now
            assert word not in old

    def test_what_was_told_better_and_taken_back_later_stands_as_it_did(
        self, cast: Cast, trajectory, then, at, noor: Client
    ):
        by, account = (
            cast.noor.acting(at),
            ContactAccount(day(then), ContactKind.PHONE, Outcome.MADE, "Bij de slager."),
        )
        people.meet(trajectory, by=cast.noor, at=then, words="Bij de bakker.").correct(
            account=account, by=by, at=at
        )
        point = people.turn(trajectory, by=cast.noor, at=then, words="Hij zwaaide.")
        point.correct(account=TurningPointAccount(day(then), "Hij groette."), by=by, at=at)
        hold(trajectory.person, at=then, facility="PI Vught").withdraw(by=TESTER, at=at)
        old, now = back(noor, trajectory, day(then)), today(noor, trajectory)
        for was, is_now in (("Bij de bakker.", "Bij de slager."), ("Hij zwaaide.", "Hij groette.")):
            assert was in old
            assert is_now not in old
            assert is_now in now
            assert was not in now
        assert "PI Vught" in old
        assert "PI Vught" not in now

    def test_his_name_and_birth_date_as_they_were_known(self, cast: Cast, trajectory, then, at, noor: Client):
        told = Telling("Zijn broer", day(then), told="Alles anders.")
        better = Identity("Jaden", "Mulder", date(2004, 1, 1), "999990019")
        by = cast.noor.acting(at)
        correct_referral(referral=trajectory.referral, telling=told, identity=better, by=by, at=at)
        old, now = back(noor, trajectory, day(then)), today(noor, trajectory)
        assert "Jaden Mulder" in now
        assert "Jaden Mulder" not in old
        assert "Jayden Muller" in old
        assert "17 april 2005" in old
        assert "Alles anders." not in old
        assert "Geen ID." in old

    def test_what_he_wanted_and_what_he_is_good_at(self, cast: Cast, trajectory, then, at, noor: Client):
        room = plans.wish(trajectory, by=cast.noor, at=then)
        plans.follow_up(room, by=cast.noor, at=at, outcome=WishOutcome.CAME_TRUE)
        plans.wish(trajectory, by=cast.noor, at=at, words="Ik wil werken.")
        plans.talent(trajectory, by=cast.noor, at=at)
        old, now = back(noor, trajectory, day(then)), today(noor, trajectory)
        assert "Ik wil een eigen kamer." in old
        assert "Ik wil een eigen kamer." not in now
        for later in (
            "Ik wil werken.",
            "Hij kookt goed.",
            reverse("desk:plan", args=[trajectory.person.ref]),
        ):
            assert later in now
            assert later not in old

    def test_before_anyone_took_him_on(self, cast: Cast, then, at, noor: Client):
        referral = people.refer(cast, at=then)
        people.weigh(referral, by=cast.noor, at=at)
        end = day(at) + timedelta(days=800)
        trajectory = referral.accept(planned_end=end, by=cast.noor.acting(at), at=at)
        old = back(noor, trajectory, day(then))
        assert "Nog niemand" in old
        assert "Fase: Aangemeld" in old
        for later in ("Kennismaken", "Gepland einde", "Minstens twee jaar"):
            assert later in today(noor, trajectory)
            assert later not in old

    def test_all_contact_that_was_known_also_more_than_ten(self, cast: Cast, trajectory, then, noor: Client):
        for number in range(12):
            people.meet(trajectory, by=cast.noor, at=then, words=f"Gesprek {number}.")
        assert all(f"Gesprek {number}." in back(noor, trajectory, day(then)) for number in range(12))

    def test_the_clock_stands_as_it_stood(self, cast: Cast, trajectory, at, then, noor: Client):
        people.meet(trajectory, by=cast.noor, at=at)
        assert "Nog geen eerste contact." in back(noor, trajectory, day(then))
        assert "Nog geen eerste contact." not in today(noor, trajectory)


class TestItIsClearlyOld:
    def test_it_says_so_and_nothing_can_be_changed_from_it(self, cast: Cast, trajectory, then, noor: Client):
        stay = hold(trajectory.person, at=then, facility="PI Vught")
        people.meet(trajectory, by=cast.noor, at=then)
        people.turn(trajectory, by=cast.noor, at=then)
        page = back(noor, trajectory, day(then))
        assert "Dit is oude kennis" in page
        assert f"Zoals bekend op {day(then).day} " in page
        assert "Naar wat we nu weten" in page
        assert "Die dag" in page
        assert str(stay.ref) not in page
        assert reverse("desk:conditions", args=[trajectory.person.ref]) not in page
        for word in ("vastleggen", "Verbeteren", "Vandaag"):
            assert word not in page.split("<main")[1].split("</main>")[0]

    def test_what_a_substitute_must_know_is_of_today(self, cast: Cast, trajectory, at, then, noor: Client):
        by, words = cast.noor.acting(then), "Bel zijn moeder."
        absence = Absence(cast.noor, cast.here, cast.sem, day(then), day(at) + timedelta(days=9))
        cover = Cover.arrange(absence, by=by, at=then)
        MustKnow.tell(cover=cover, trajectory=trajectory, words=words, seen=None, by=by, at=then)
        assert words in today(noor, trajectory)
        assert words not in back(noor, trajectory, day(then))

    def test_the_page_of_today_leads_there(self, trajectory, noor: Client):
        assert reverse("desk:as_known", args=[trajectory.person.ref]) in today(noor, trajectory)


class TestADayThatCannotBe:
    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ("31-2-2026", "Dit is geen datum."),
            ("eergisteren", "Dit is geen datum."),
            ("1-1-2090", "Deze dag is nog niet geweest. Kies vandaag of een eerdere dag."),
            ("1-1-2001", "Op 1 januari 2001 was er nog niets over hem bekend. Kies een latere dag."),
            ("", "Vul een dag in."),
        ],
    )
    def test_is_said_and_what_was_typed_stays(self, trajectory, noor: Client, typed: str, says: str):
        page = back(noor, trajectory, typed)
        assert says in page
        assert f'value="{typed}"' in page or not typed

    def test_today_and_a_day_as_people_write_it(self, trajectory, at, noor: Client):
        assert "Dit is oude kennis" in back(noor, trajectory, day(at))
        assert "Dit is oude kennis" in back(noor, trajectory, f"{day(at):%d-%m-%Y}")

    def test_without_a_day_it_asks_for_one(self, trajectory, noor: Client):
        page = noor.get(reverse("desk:as_known", args=[trajectory.person.ref])).content.decode()
        assert "Van welke dag?" in page
        assert "Vul een dag in." not in page


class TestWhoMaySeeHimTodayMaySeeIt:
    def test_the_coordinator_too(self, trajectory, then, fatima: Client):
        assert "Dit is oude kennis" in back(fatima, trajectory, day(then))

    @pytest.mark.parametrize("who", ["sem", "bas", "wil", "ada"])
    def test_others_find_nothing(self, cast: Cast, trajectory, then, who: str):
        way = reverse("desk:as_known", args=[trajectory.person.ref])
        answer = sign_in(getattr(cast, who)).get(way, {"op": f"{day(then)}"})
        assert answer.status_code in (403, 404)
        assert "Jayden" not in answer.content.decode()
        assert not AccessEntry.objects.filter(subject=trajectory.person.ref).exists()

    def test_opening_it_is_written_in_the_access_log(self, trajectory, then, noor: Client):
        back(noor, trajectory, day(then))
        entry = AccessEntry.objects.get(subject=trajectory.person.ref)
        assert (entry.page, entry.recorded_by_label) == ("desk:as_known", "Noor")


class TestItAsksLittle:
    @pytest.mark.parametrize("many", [1, 20])
    def test_as_many_queries_however_much_is_known(
        self, cast: Cast, trajectory, then, noor: Client, many: int
    ):
        for number in range(many):
            people.meet(trajectory, by=cast.noor, at=then, words=f"Gesprek {number}.")
            hear(trajectory.person, at=then, happened_on=day(then) + timedelta(days=number))
            people.turn(trajectory, by=cast.noor, at=then)
        assert len(questions(lambda: back(noor, trajectory, day(then)))) == 16
