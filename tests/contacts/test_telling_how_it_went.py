"""An officer tells how it went with an appointment; that he was not there closes nothing."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.approach.enums import Anchor
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.base.errors import NotAllowed, NotNow
from regie.clocks.queries import reckonings, standings
from regie.contacts.actions import tell_how_it_went
from regie.contacts.enums import AppointmentResult, ContactKind, MeetingWith, Outcome
from regie.contacts.models import AppointmentOutcome, ContactMoment
from regie.contacts.queries import day_of, meetings_of
from regie.contacts.rules import OutcomeAccount
from regie.privacy.models import JournalEntry
from tests.cast import Cast
from tests.factories import endings, people
from tests.factories.appointments import agree, went

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)
MADE, NO_SHOW = AppointmentResult.MADE, AppointmentResult.NO_SHOW
OFF = (AppointmentResult.OFF_BY_HIM, AppointmentResult.OFF_BY_US)


@pytest.fixture
def yesterday(cast: Cast, trajectory, now):
    """An appointment of yesterday."""
    return agree(trajectory, by=cast.noor, at=now, on=TODAY - DAY)


def missed(trajectory, *, on: date):
    terms = reckonings([trajectory], on=on)[trajectory.pk].terms
    return [term for term in terms if term.rule.anchor is Anchor.NO_SHOW]


class TestItWorks:
    def test_contact_is_written_down_by_it(self, cast: Cast, trajectory, yesterday, now):
        told = went(yesterday, MADE, by=cast.noor, at=now, words="Hij wil leren lassen.")
        moment = ContactMoment.objects.current().get()
        assert told.contact == moment
        assert (moment.happened_on, moment.kind, moment.outcome) == (TODAY - DAY, "meeting", Outcome.MADE)
        assert (moment.words, told.words) == ("Hij wil leren lassen.", "")
        assert not standings([trajectory], on=TODAY)[trajectory.pk].day_one.runs

    def test_it_may_have_no_words(self, cast: Cast, yesterday, now):
        assert went(yesterday, MADE, by=cast.noor, at=now).contact.words == ""

    def test_when_he_was_not_there_it_is_an_attempt_and_no_contact(
        self, cast: Cast, trajectory, yesterday, now
    ):
        went(yesterday, NO_SHOW, by=cast.noor, at=now)
        contact = standings([trajectory], on=TODAY)[trajectory.pk].contact
        assert (contact.first, contact.attempts) == (None, 1)

    def test_that_closes_nothing_and_asks_for_a_new_one(self, cast: Cast, trajectory, yesterday, now):
        went(yesterday, NO_SHOW, by=cast.noor, at=now)
        assert trajectory.guidance().closed_on is None
        (term,) = missed(trajectory, on=TODAY)
        assert (term.title, term.done_on) == ("Nieuwe afspraak maken", None)
        assert term.due == TODAY + DAY  # two working days after yesterday

    def test_a_new_appointment_answers_it(self, cast: Cast, trajectory, yesterday, now):
        went(yesterday, NO_SHOW, by=cast.noor, at=now)
        new = agree(trajectory, by=cast.noor, at=now, on=TODAY + DAY)
        assert missed(trajectory, on=TODAY)[0].done_on == TODAY
        went(new, AppointmentResult.OFF_BY_US, by=cast.noor, at=now)
        assert missed(trajectory, on=TODAY)[0].done_on is None

    def test_and_so_does_contact(self, cast: Cast, trajectory, yesterday, now):
        went(yesterday, NO_SHOW, by=cast.noor, at=now)
        people.meet(trajectory, by=cast.noor, at=now)
        assert missed(trajectory, on=TODAY)[0].done_on == TODAY

    @pytest.mark.parametrize("result", OFF)
    def test_called_off_it_is_neither_contact_nor_attempt(
        self, cast: Cast, trajectory, now, result: AppointmentResult
    ):
        told = went(agree(trajectory, by=cast.noor, at=now), result, by=cast.noor, at=now, words="Ziek")
        assert (told.words, told.contact, told.happened_on) == ("Ziek", None, TODAY)
        assert not ContactMoment.objects.exists()
        assert missed(trajectory, on=TODAY) == []

    @pytest.mark.parametrize("result", list(AppointmentResult))
    def test_without_him_it_is_no_contact_with_him(
        self, cast: Cast, trajectory, now, result: AppointmentResult
    ):
        without = {"company": MeetingWith.WITHOUT_HIM, "partner": "Kredietbank", "kind": ContactKind.PHONE}
        told = agree(trajectory, by=cast.noor, at=now, on=TODAY - DAY, **without)
        outcome = went(told, result, by=cast.noor, at=now)
        if result in (MADE, NO_SHOW):
            assert (outcome.contact.kind, outcome.contact.party) == (ContactKind.PARTNER, "Kredietbank")
        contact = standings([trajectory], on=TODAY)[trajectory.pk].contact
        assert (contact.first, contact.attempts) == (None, 0)
        assert missed(trajectory, on=TODAY) == []

    def test_two_taps_are_one(self, cast: Cast, yesterday, now):
        by, said = cast.noor.acting(now), OutcomeAccount(MADE)
        sending = uuid.uuid4()
        told = [
            tell_how_it_went(appointment=yesterday, account=said, submission=one, by=by, at=now)
            for one in (sending, sending, uuid.uuid4())
        ]
        assert len({one.pk for one in told}) == 1
        assert ContactMoment.objects.count() == 1

    def test_taken_back_it_is_asked_again_and_the_contact_goes_too(
        self, cast: Cast, trajectory, yesterday, now
    ):
        by = cast.noor.acting(now)
        went(yesterday, MADE, by=cast.noor, at=now).withdraw(by=by, at=now)
        assert not ContactMoment.objects.current().exists()
        assert [one.outcome for one in meetings_of(trajectory)] == [None]
        again = went(yesterday, NO_SHOW, by=cast.noor, at=now)
        assert [one.outcome for one in meetings_of(trajectory)] == [again]
        said = JournalEntry.objects.filter(verb__startswith="appointment_outcome").order_by("pk")
        assert [one.verb.split(".")[1] for one in said] == ["told", "withdrawn", "told"]

    def test_a_contact_that_was_taken_back_already_stays_so(self, cast: Cast, yesterday, now):
        by, told = cast.noor.acting(now), went(yesterday, MADE, by=cast.noor, at=now)
        told.contact.withdraw(by=by, at=now)
        told.withdraw(by=by, at=now)
        assert not ContactMoment.objects.current().exists()


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_for_whoever_does_not_guide_him(self, cast: Cast, yesterday, now, who: str):
        other = getattr(cast, who)
        for result in AppointmentResult:
            with pytest.raises(NotAllowed):
                went(yesterday, result, by=other, at=now)
        told = went(yesterday, MADE, by=cast.noor, at=now)
        with pytest.raises(NotAllowed):
            told.withdraw(by=other.acting(now), at=now)
        assert AppointmentOutcome.objects.visible_to(other.acting(now)).exists() == (who == "fatima")

    @pytest.mark.parametrize("result", [MADE, NO_SHOW])
    def test_before_it_was(self, cast: Cast, trajectory, now, result: AppointmentResult):
        told = agree(trajectory, by=cast.noor, at=now)
        with pytest.raises(NotNow, match="moet nog komen"):
            went(told, result, by=cast.noor, at=now)
        assert not AppointmentOutcome.objects.exists()

    def test_when_somebody_told_otherwise(self, cast: Cast, yesterday, now):
        went(yesterday, NO_SHOW, by=cast.noor, at=now)
        with pytest.raises(NotNow, match="hij was er niet"):
            went(yesterday, MADE, by=cast.noor, at=now)
        assert ContactMoment.objects.count() == 1

    def test_of_what_was_withdrawn(self, cast: Cast, yesterday, now):
        yesterday.withdraw(by=cast.noor.acting(now), at=now)
        with pytest.raises(NotNow, match="ingetrokken"):
            went(yesterday, MADE, by=cast.noor, at=now)

    def test_in_another_way(self, cast: Cast, trajectory, yesterday, now):
        told, by = went(yesterday, MADE, by=cast.noor, at=now), cast.noor.acting(now)
        with pytest.raises(TypeError):
            told.correct(account=OutcomeAccount(NO_SHOW), by=by, at=now)
        with pytest.raises(TypeError):
            AppointmentOutcome.tell(trajectory=trajectory, account=OutcomeAccount(MADE), by=by, at=now)

    def test_by_the_database(self, cast: Cast, trajectory, yesterday, now):
        went(yesterday, MADE, by=cast.noor, at=now)
        told = {"trajectory": trajectory, "happened_on": TODAY} | AppointmentOutcome.stamp(
            by=cast.noor.acting(now), at=now
        )
        for values, constraint in (
            ({"agreed": yesterday.ref, "result": "made"}, "one_each|agreed"),
            ({"agreed": uuid.uuid4(), "result": "bad"}, "words_we_know"),
        ):
            with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
                AppointmentOutcome.objects.create(**told, **values)


class TestWhoIsAsked:
    def test_his_officer_until_it_is_told(self, cast: Cast, yesterday, now):
        noor = cast.noor.acting(now)
        assert list(day_of(noor, on=TODAY)) == [yesterday]
        assert list(day_of(cast.sem.acting(now), on=TODAY)) == []
        assert list(day_of(cast.fatima.acting(now), on=TODAY)) == []
        went(yesterday, NO_SHOW, by=cast.noor, at=now)
        assert list(day_of(noor, on=TODAY)) == []

    def test_not_of_tomorrow_nor_once_his_guidance_is_over(self, cast: Cast, trajectory, yesterday, now):
        agree(trajectory, by=cast.noor, at=now)
        assert list(day_of(cast.noor.acting(now), on=TODAY)) == [yesterday]
        closing = endings.close(trajectory, by=cast.noor, at=now)
        endings.agree(closing, by=cast.fatima, at=now)
        assert list(day_of(cast.noor.acting(now), on=TODAY)) == []
        endings.reopen(trajectory, by=cast.fatima, at=now)
        assert list(day_of(cast.noor.acting(now), on=TODAY)) == [yesterday]


class TestThePagesShowIt:
    @pytest.fixture
    def asked(self, cast: Cast, trajectory):
        at = this_moment()
        return agree(trajectory, by=cast.noor, at=at, on=day(at) - DAY)

    def test_vandaag_asks_and_one_tap_answers(self, asked, noor: Client):
        shown = noor.get(reverse("desk:today")).content.decode()
        assert "Afspraken" in shown
        assert "Hoe ging het?" in shown
        address = reverse("desk:appointment", args=[asked.ref])
        assert address in shown
        assert "We hadden contact" in noor.get(address).content.decode()
        sent = noor.post(address, {"result": "made", "words": ""}, follow=True).content.decode()
        assert "Contact vastgelegd." in sent
        assert address not in sent

    def test_who_was_not_there_is_not_blamed(self, asked, noor: Client):
        address = reverse("desk:appointment", args=[asked.ref])
        noor.post(address, {"result": "no_show"})
        shown = noor.get(address).content.decode()
        assert "Dat kan gebeuren." in shown
        assert "Nieuwe afspraak maken" in shown
        assert "Nieuwe afspraak maken" in noor.get(reverse("desk:today")).content.decode()

    def test_before_its_time_it_can_only_be_called_off(self, cast: Cast, trajectory, noor: Client):
        told = agree(trajectory, by=cast.noor, at=this_moment())
        shown = noor.get(reverse("desk:appointment", args=[told.ref])).content.decode()
        assert "We hadden contact" not in shown
        assert "Hij zegde af" in shown

    def test_what_was_told_can_be_taken_back(self, asked, noor: Client):
        noor.post(reverse("desk:appointment", args=[asked.ref]), {"result": "made"})
        address = reverse("desk:withdraw_appointmentoutcome", args=[asked.ref])
        version = AppointmentOutcome.objects.get().pk
        assert "vragen we weer" in noor.get(address).content.decode()
        sent = noor.post(address, {"seen": version}, follow=True).content.decode()
        assert "We hadden contact" in sent
        assert not ContactMoment.objects.current().exists()
        assert noor.get(address).status_code == 302

    def test_his_next_one_is_where_he_is_looked_for(self, cast: Cast, trajectory, noor: Client):
        told = agree(trajectory, by=cast.noor, at=this_moment())
        person = trajectory.person.ref
        for page in (
            reverse("desk:people"),
            reverse("desk:person", args=[person]),
            reverse("desk:appointments", args=[person]),
        ):
            assert "10.30" in noor.get(page).content.decode(), page
        went(told, AppointmentResult.OFF_BY_HIM, by=cast.noor, at=this_moment())
        assert "10.30" not in noor.get(reverse("desk:people")).content.decode()
        assert "Hij zegde af" in noor.get(reverse("desk:appointments", args=[person])).content.decode()

    def test_whom_it_does_not_concern_gets_nothing(self, asked, sem: Client, fatima: Client, bas: Client):
        address = reverse("desk:appointment", args=[asked.ref])
        assert [one.get(address).status_code for one in (sem, bas)] == [404, 404]
        assert fatima.get(address).status_code == 403
