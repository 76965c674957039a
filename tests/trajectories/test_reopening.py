"""The door stays open: the same guidance goes on, with its whole history."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.accounts.models import RoleGrant
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.intake.actions import confirm_message
from regie.intake.actions.confirming import Confirmed
from regie.intake.models import Confirmation, Message
from regie.persons.rules import Identity
from regie.privacy.models import JournalEntry
from regie.trajectories.actions import Telling, take_back_closure
from regie.trajectories.models import Closure, Referral, Reopening, Trajectory
from regie.trajectories.queries import considered, decision_on, duration_of
from tests.cast import Cast, sign_in
from tests.factories import endings, people
from tests.factories.messages import come_in

DAY = timedelta(days=1)


@pytest.fixture
def now() -> datetime:
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def today(now: datetime) -> date:
    return day(now)


@pytest.fixture
def closed(cast: Cast, trajectory: Trajectory, now: datetime) -> Trajectory:
    """Noor and Fatima closed the guidance of Jayden early."""
    endings.agree(endings.close(trajectory, by=cast.noor, at=now), by=cast.fatima, at=now)
    return trajectory


@pytest.fixture
def again(cast: Cast, closed: Trajectory, now: datetime) -> Referral:
    """Jayden is referred again, and weighed."""
    referral = people.refer(cast, at=now, who=closed.person, by=cast.sem)
    people.weigh(referral, by=cast.sem, at=now)
    return referral


def runs(trajectory: Trajectory, on: date) -> bool:
    return Trajectory.objects.running(on).filter(pk=trajectory.pk).exists()


def accept(referral: Referral, *, by: Any, at: datetime) -> Trajectory:
    end = duration_of(referral, on=day(at)).proposed
    return referral.accept(planned_end=end, by=by.acting(at), at=at)


class TestItWorks:
    @pytest.mark.parametrize("who", ["noor", "sem", "fatima"])
    def test_an_officer_or_coordinator_goes_on_with_the_same(self, cast, closed, now, today, who: str):
        made = endings.reopen(closed, by=getattr(cast, who), at=now)
        assert runs(closed, today)
        assert closed.officer_on(today) == cast.noor
        people.meet(closed, by=cast.noor, at=now)
        assert (Trajectory.objects.count(), made.referral_ref) == (1, None)

    def test_told_twice_is_once_and_it_may_be_closed_and_opened_again(self, cast: Cast, closed, now, today):
        assert endings.reopen(closed, by=cast.noor, at=now) == endings.reopen(closed, by=cast.noor, at=now)
        again = endings.close(closed, "own_wish", by=cast.noor, at=now)
        endings.agree(again, by=cast.fatima, at=now)
        assert not runs(closed, today)
        endings.reopen(closed, by=cast.noor, at=now)
        assert runs(closed, today)
        assert JournalEntry.objects.filter(verb="trajectory.reopened").count() == 2

    def test_from_a_day_since_it_was_closed(self, cast: Cast, closed, now, today):
        endings.reopen(closed, by=cast.noor, at=now + 5 * DAY, since=today + 3 * DAY)
        assert [runs(closed, today + number * DAY) for number in (0, 2, 3)] == [False, False, True]
        known = Trajectory.objects.running(today + 3 * DAY, as_known=today + 4 * DAY)
        assert not known.exists()

    def test_whose_officer_left_stands_with_the_coordinator(self, cast: Cast, closed, now, today):
        RoleGrant.objects.filter(user=cast.noor).update(until=today)
        endings.reopen(closed, by=cast.fatima, at=now)
        assert list(Trajectory.objects.running(today).with_nobody(today)) == [closed]


class TestWhoIsReferredAgain:
    def test_is_not_accepted_a_second_time_but_goes_on(self, cast: Cast, closed, again, now, today):
        with pytest.raises(NotNow, match="Heropen die begeleiding"):
            accept(again, by=cast.sem, at=now)
        made = endings.reopen(closed, by=cast.sem, at=now, referral=again)
        assert made.referral_ref == again.ref
        assert not Referral.objects.open().exists()
        with pytest.raises(NotNow, match="Sem heeft met deze aanmelding de begeleiding heropend"):
            people.weigh(again, by=cast.sem, at=now)
        decision = decision_on(again.ref, viewer=cast.sem.acting(now))
        assert (decision.by, decision.done) == ("Sem", "gebruikt om de begeleiding te heropenen")

    def test_whose_guidance_runs_is_told_so_as_before(self, cast: Cast, trajectory, now):
        referral = people.refer(cast, at=now, who=trajectory.person)
        people.weigh(referral, by=cast.noor, at=now)
        with pytest.raises(NotNow, match="heeft al een traject, bij Noor"):
            accept(referral, by=cast.noor, at=now)
        assert considered(referral, on=day(now)).weighing

    def test_of_somebody_else_it_is_refused(self, cast: Cast, closed, now):
        other = people.refer(cast, at=now, who=Identity("Kai", "Alders"))
        with pytest.raises(NotAllowed, match="andere jongere"):
            endings.reopen(closed, by=cast.noor, at=now, referral=other)

    def test_a_message_about_him_is_a_new_referral(self, cast: Cast, closed, now, today):
        self.confirm(cast, closed, now, today)
        referral = Referral.objects.open().get()
        assert referral.person == closed.person
        assert referral.ref != closed.referral.ref

    def test_a_message_about_who_died_is_handed_over_and_breaks_nothing(
        self, cast: Cast, trajectory, now, today
    ):
        endings.close(trajectory, "died", by=cast.noor, at=now)
        with pytest.raises(NotNow, match="is overleden"):
            self.confirm(cast, trajectory, now, today)
        assert not Confirmation.objects.exists()
        take_back_closure(trajectory=trajectory, by=cast.noor.acting(now), at=now)
        self.confirm(cast, trajectory, now, today)
        assert Confirmation.objects.exists()

    def confirm(self, cast: Cast, trajectory: Trajectory, now: datetime, today: date) -> None:
        there = Message.objects.first()
        message = there or come_in("Achternaam: Muller\nVoornaam: Jayden\n", cast, at=now)[0]
        person = trajectory.person
        told = Confirmed(Telling("DJI", today, facility="PI Vught"))
        by = cast.noor.acting(now)
        confirm_message(message=message, who=person.identity, known=person, told=told, by=by, at=now)


class TestItIsRefusedForTheWrongPerson:
    @pytest.mark.parametrize("who", ["wil", "ada", "bas"])
    def test_only_who_guides_or_coordinates_in_his_municipality(self, cast, closed, now, today, who: str):
        with pytest.raises(NotAllowed):
            endings.reopen(closed, by=getattr(cast, who), at=now)
        assert not runs(closed, today)

    @pytest.mark.parametrize(("who", "status"), [("sem", 404), ("wil", 403), ("bas", 404)])
    def test_on_the_page_who_may_not_see_him_finds_nothing(
        self, cast, closed, again, now, today, who, status
    ):
        client = sign_in(getattr(cast, who))
        sent = {"since": f"{today:%d-%m-%Y}", "words": "Hij belde."}
        for name in ("closing", "reopen", "take_back_closure"):
            assert client.get(reverse(f"desk:{name}", args=[closed.person.ref])).status_code == status
        assert client.post(reverse("desk:reopen", args=[closed.person.ref]), sent).status_code == status
        if who != "sem":
            way = reverse("desk:reopen_referred", args=[again.ref])
            assert client.post(way, sent).status_code == status
        assert not runs(closed, today)


class TestItIsRefusedWhenItCannotBe:
    @pytest.mark.parametrize(
        ("since", "words", "says", "field"),
        [
            (1, "Hij belde.", "nog niet geweest", "since"),
            (-1, "Hij belde.", "liep nog tot", "since"),
            (0, " ", "Schrijf op waarom", "words"),
            (0, "a" * 4001, "te lang", "words"),
        ],
    )
    def test_a_day_or_words_that_cannot_be(
        self, cast: Cast, closed, now, today, since: int, words: str, says: str, field: str
    ):
        with pytest.raises(NotValid, match=says) as refused:
            endings.reopen(closed, by=cast.noor, at=now, since=today + since * DAY, words=words)
        assert refused.value.field == field

    def test_never_closed_or_open_already(self, cast: Cast, trajectory, now):
        with pytest.raises(NotNow, match="loopt"):
            endings.reopen(trajectory, by=cast.noor, at=now)
        asked = endings.close(trajectory, by=cast.noor, at=now)
        with pytest.raises(NotNow, match="loopt"):
            endings.reopen(trajectory, by=cast.noor, at=now)
        endings.agree(asked, by=cast.fatima, at=now)
        endings.reopen(trajectory, by=cast.noor, at=now)
        for by, words in ((cast.sem, "Hij belde: het gaat niet goed."), (cast.noor, "Anders.")):
            with pytest.raises(NotNow, match="loopt"):
                endings.reopen(trajectory, by=by, at=now, words=words)

    def test_who_died_is_not_reopened_and_what_went_on_is_not_answered_any_more(self, cast, trajectory, now):
        asked = endings.close(trajectory, by=cast.noor, at=now)
        endings.close(trajectory, "died", by=cast.noor, at=now)
        with pytest.raises(NotNow, match="overleden"):
            endings.reopen(trajectory, by=cast.noor, at=now)
        take_back_closure(trajectory=trajectory, by=cast.noor.acting(now), at=now)
        endings.agree(asked, by=cast.fatima, at=now)
        endings.reopen(trajectory, by=cast.noor, at=now)
        with pytest.raises(NotNow, match="geen antwoord meer"):
            endings.agree(asked, by=cast.fatima, at=now, agreed=False, words="Toch niet.")
        with pytest.raises(NotNow, match="geen afronding"):
            take_back_closure(trajectory=trajectory, by=cast.noor.acting(now), at=now)

    def test_the_database_holds_it_to_that(self, cast: Cast, closed, now, today):
        stamp, closure = Reopening.stamp(by=cast.noor.acting(now), at=now), Closure.objects.get()
        with pytest.raises(IntegrityError), transaction.atomic():
            Reopening.objects.create(closure=closure, since=today, words="", **stamp)
        endings.reopen(closed, by=cast.noor, at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            Reopening.objects.create(closure=closure, since=today, words="Weer.", **stamp)


class TestItLeavesARecord:
    def test_in_the_journal_without_his_words(self, cast: Cast, closed, now):
        endings.reopen(closed, by=cast.sem, at=now)
        entry = JournalEntry.objects.filter(subject=closed.person.ref).latest("pk")
        assert (entry.verb, entry.fields) == ("trajectory.reopened", ["since", "words"])
        assert entry.recorded_by_label == "Sem"


class TestThePageShowsIt:
    def test_from_his_page_back_to_work(self, cast: Cast, closed, noor: Client, today):
        his = [closed.person.ref]
        page = noor.get(reverse("desk:closing", args=his)).content.decode()
        assert reverse("desk:reopen", args=his) in page
        way = reverse("desk:reopen", args=his)
        assert "Noor begeleidt hem dan weer." in noor.get(way).content.decode()
        assert "nog niet geweest" in noor.post(way, {"since": "1-1-2090", "words": "x"}).content.decode()
        sent = {"since": f"{today:%d-%m-%Y}", "words": "Hij belde zelf."}
        page = noor.post(way, sent, follow=True).content.decode()
        assert "is heropend. Noor begeleidt hem." in page
        assert "Contact vastleggen" in page
        assert "Heropend" in page
        assert "Afgerond op" not in page

    def test_from_a_new_referral(self, cast: Cast, closed, again, sem: Client, today):
        page = sem.get(reverse("desk:referral", args=[again.ref])).content.decode()
        way = reverse("desk:reopen_referred", args=[again.ref])
        assert way in page
        assert "U wordt de re-integratieofficier" not in page
        sent = {"since": f"{today:%d-%m-%Y}", "words": "Weer vast."}
        page = sem.post(way, sent, follow=True).content.decode()
        assert "is heropend" in page
        assert sem.get(way).status_code == 409
        fatima = sign_in(cast.fatima)
        gone = fatima.get(reverse("desk:referral", args=[again.ref]))
        assert gone.url == reverse("desk:person", args=[closed.person.ref])

    def test_a_referral_of_somebody_new_has_nothing_to_reopen(self, cast: Cast, referral, sem: Client):
        assert sem.get(reverse("desk:reopen_referred", args=[referral.ref])).status_code == 404
        assert (
            "al eerder begeleid"
            not in sem.get(reverse("desk:referral", args=[referral.ref])).content.decode()
        )
