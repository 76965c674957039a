"""An officer logs a moment of contact, tells it better, or takes it back."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.clocks.queries import standings
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment
from regie.contacts.rules import ContactAccount
from regie.privacy.models import JournalEntry
from tests.cast import TESTER, Cast, sign_in
from tests.factories import people

TODAY = date(2026, 11, 18)
SENT = {"outcome": "made", "kind": "phone", "happened_on": "17-11-2026", "words": "Hij wil een opleiding."}


class TestItWorks:
    def test_it_is_on_his_page(self, cast: Cast, trajectory, now):
        people.meet(trajectory, by=cast.noor, at=now)
        assert ContactMoment.objects.current().get().trajectory == trajectory

    def test_a_first_contact_ends_the_day_one_clock(self, cast: Cast, trajectory, now):
        assert standings([trajectory], on=TODAY)[trajectory.pk].day_one.runs
        people.meet(trajectory, by=cast.noor, at=now)
        assert not standings([trajectory], on=TODAY)[trajectory.pk].day_one.runs

    def test_an_attempt_does_not_end_it(self, cast: Cast, trajectory, now):
        people.meet(trajectory, by=cast.noor, at=now, outcome=Outcome.ATTEMPTED)
        standing = standings([trajectory], on=TODAY)[trajectory.pk]
        assert standing.day_one.runs
        assert standing.contact.attempts == 1

    def test_one_sending_makes_one_record(self, cast: Cast, trajectory, now):
        sending, told = uuid.uuid4(), ContactAccount(TODAY, ContactKind.PHONE, Outcome.MADE)
        by = cast.noor.acting(now)
        first = ContactMoment.log(trajectory=trajectory, account=told, submission=sending, by=by, at=now)
        second = ContactMoment.log(trajectory=trajectory, account=told, submission=sending, by=by, at=now)
        assert first == second
        assert JournalEntry.objects.filter(verb="contact.logged").count() == 1


class TestItIsRefusedForTheWrongPerson:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_only_the_officer_who_guides_him(self, cast: Cast, trajectory, now, who: str):
        with pytest.raises(NotAllowed):
            people.meet(trajectory, by=getattr(cast, who), at=now)

    @pytest.mark.parametrize("who", ["sem", "fatima", "bas"])
    def test_nor_told_better_or_taken_back_by_others(self, cast: Cast, trajectory, now, who: str):
        moment = people.meet(trajectory, by=cast.noor, at=now)
        by = getattr(cast, who).acting(now)
        with pytest.raises(NotAllowed):
            moment.correct(account=ContactAccount(TODAY, ContactKind.PHONE, Outcome.MADE), by=by, at=now)
        with pytest.raises(NotAllowed):
            moment.withdraw(by=by, at=now)
        assert ContactMoment.objects.count() == 1


class TestItIsRefusedWhenItCannotBe:
    @pytest.mark.parametrize(
        ("day", "sentence"),
        [(TODAY + timedelta(days=1), "nog niet geweest"), (date(2005, 4, 16), "voor de geboortedatum")],
    )
    def test_a_day_that_cannot_be(self, cast: Cast, trajectory, now, day: date, sentence: str):
        with pytest.raises(NotValid, match=sentence) as refused:
            people.meet(trajectory, by=cast.noor, at=now, happened_on=day)
        assert refused.value.field == "happened_on"


class TestTellingItBetter:
    def test_the_new_words_stand_and_the_old_can_be_read_back(self, cast: Cast, trajectory, now):
        moment = people.meet(trajectory, by=cast.noor, at=now, words="Bij de bakker.")
        tomorrow = now + timedelta(days=1)
        told = ContactAccount(TODAY, ContactKind.PHONE, Outcome.MADE, "Bij de slager.")
        better = moment.correct(account=told, by=cast.noor.acting(tomorrow), at=tomorrow)

        assert ContactMoment.objects.current().get() == better
        assert better.ref == moment.ref
        assert ContactMoment.objects.as_known(TODAY).get().words == "Bij de bakker."
        assert ContactMoment.objects.as_known(tomorrow.date()).get().words == "Bij de slager."

    def test_the_journal_names_what_changed_and_no_words(self, cast: Cast, trajectory, now):
        moment = people.meet(trajectory, by=cast.noor, at=now, words="Bij de bakker.")
        told = ContactAccount(TODAY, ContactKind.PRISON_VISIT, Outcome.MADE, "Bij de slager.")
        moment.correct(account=told, by=cast.noor.acting(now), at=now)
        assert JournalEntry.objects.get(verb="contact.corrected").fields == ["words"]

    def test_one_sending_makes_one_correction(self, cast: Cast, trajectory, now):
        moment = people.meet(trajectory, by=cast.noor, at=now)
        sending, told = uuid.uuid4(), ContactAccount(TODAY, ContactKind.PHONE, Outcome.MADE)
        by = cast.noor.acting(now)
        first = moment.correct(account=told, submission=sending, by=by, at=now)
        assert moment.correct(account=told, submission=sending, by=by, at=now) == first
        assert JournalEntry.objects.filter(verb="contact.corrected").count() == 1

    def test_two_corrections_of_one_version_do_not_pass_each_other(self, cast: Cast, trajectory, now):
        moment = people.meet(trajectory, by=cast.noor, at=now)
        told, by = ContactAccount(TODAY, ContactKind.PHONE, Outcome.MADE), cast.noor.acting(now)
        moment.correct(account=told, by=by, at=now)
        with pytest.raises(NotNow, match="intussen al verbeterd"):
            moment.correct(account=told, by=by, at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            ContactMoment.objects.create(
                trajectory=trajectory, happened_on=TODAY, kind="phone", outcome="made", corrects=moment, ref=moment.ref,
                **ContactMoment.stamp(by=by, at=now),
            )  # fmt: skip


class TestTakingItBack:
    def test_it_is_gone_from_the_page_and_stays_in_the_history(self, cast: Cast, trajectory, now):
        moment = people.meet(trajectory, by=cast.noor, at=now)
        tomorrow = now + timedelta(days=1)
        moment.withdraw(by=cast.noor.acting(tomorrow), at=tomorrow)
        assert not ContactMoment.objects.current().exists()
        assert ContactMoment.objects.as_known(TODAY).get() == moment
        assert JournalEntry.objects.filter(verb="contact.withdrawn").count() == 1

    def test_the_clock_runs_again(self, cast: Cast, trajectory, now):
        people.meet(trajectory, by=cast.noor, at=now).withdraw(by=cast.noor.acting(now), at=now)
        assert standings([trajectory], on=TODAY)[trajectory.pk].day_one.runs


class TestItLeavesARecord:
    def test_a_journal_entry_without_his_words(self, cast: Cast, trajectory, now):
        people.meet(trajectory, by=cast.noor, at=now, words="Geheim")
        entry = JournalEntry.objects.get(verb="contact.logged")
        assert entry.subject == trajectory.person.ref
        assert entry.fields == ["happened_on", "kind", "outcome", "words"]


class TestThePageShowsIt:
    def test_logging(self, trajectory, noor: Client):
        ref = trajectory.person.ref
        sent = noor.post(reverse("desk:log_contact", args=[ref]), SENT, follow=True)
        assert "Contact vastgelegd." in sent.content.decode()
        assert "Hij wil een opleiding." in sent.content.decode()
        assert "Eerste contact na 3 dagen." in sent.content.decode()

    def test_telling_it_better(self, cast: Cast, trajectory, now, noor: Client):
        moment = people.meet(trajectory, by=cast.noor, at=now, words="Bij de bakker.")
        url = reverse("desk:correct_contact", args=[moment.ref])
        assert "Bij de bakker." in noor.get(url).content.decode()
        page = noor.post(url, SENT, follow=True).content.decode()
        assert "Hij wil een opleiding." in page
        assert "Bij de bakker." not in page

    def test_taking_it_back_asks_first(self, cast: Cast, trajectory, now, noor: Client):
        moment = people.meet(trajectory, by=cast.noor, at=now)
        url = reverse("desk:withdraw_contact", args=[moment.ref])
        assert "Was dit contact er niet?" in noor.get(url).content.decode()
        assert ContactMoment.objects.current().exists()
        assert "Contact ingetrokken." in noor.post(url, follow=True).content.decode()
        assert not ContactMoment.objects.current().exists()

    def test_a_wrong_day_keeps_the_words(self, trajectory, noor: Client):
        url = reverse("desk:log_contact", args=[trajectory.person.ref])
        page = noor.post(url, SENT | {"happened_on": "31-2-2026"}).content.decode()
        assert "Dit is geen datum." in page
        assert "Hij wil een opleiding." in page
        assert not ContactMoment.objects.exists()

    def test_the_coordinator_reads_and_cannot_write(self, cast: Cast, trajectory, now, fatima: Client):
        people.meet(trajectory, by=cast.noor, at=now)
        page = fatima.get(reverse("desk:person", args=[trajectory.person.ref])).content.decode()
        assert "Hij wil automonteur worden." in page
        assert "Verbeteren" not in page
        assert "Contact vastleggen" not in page

    def test_who_coordinates_and_guides_others_reads_why_he_cannot(
        self, cast: Cast, trajectory, now, sem: Client
    ):
        RoleGrant.grant(
            user=cast.sem, role=Role.COORDINATOR, municipality=cast.here, since=TODAY, by=TESTER, at=now
        )
        sent = sem.post(reverse("desk:log_contact", args=[trajectory.person.ref]), SENT)
        assert sent.status_code == 403
        assert "Alleen de toegewezen re-integratieofficier kan dit vastleggen." in sent.content.decode()
        assert not ContactMoment.objects.exists()

    @pytest.mark.parametrize("who", ["sem", "bas"])
    @pytest.mark.parametrize("page", ["correct_contact", "withdraw_contact"])
    def test_for_who_may_not_see_it_there_is_nothing(self, cast: Cast, trajectory, now, who: str, page: str):
        moment = people.meet(trajectory, by=cast.noor, at=now)
        url = reverse(f"desk:{page}", args=[moment.ref])
        assert sign_in(getattr(cast, who)).get(url).status_code == 404

    def test_an_older_version_is_not_told_better(self, cast: Cast, trajectory, now, noor: Client):
        moment = people.meet(trajectory, by=cast.noor, at=now, words="Bij de bakker.")
        url = reverse("desk:correct_contact", args=[moment.ref])
        noor.post(url, SENT)
        assert "Bij de bakker." not in noor.get(url).content.decode()

    def test_a_form_of_an_older_version_writes_nothing_over(self, cast: Cast, trajectory, now, noor: Client):
        moment = people.meet(trajectory, by=cast.noor, at=now)
        url = reverse("desk:correct_contact", args=[moment.ref])
        seen = noor.get(url).context["form"]["seen"].value()
        noor.post(url, SENT | {"seen": seen})
        page = noor.post(url, SENT | {"seen": seen, "words": "Iets anders."}).content.decode()
        assert "Iemand anders heeft dit intussen al verbeterd." in page
        assert ContactMoment.objects.current().get().words == SENT["words"]
