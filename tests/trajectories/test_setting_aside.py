"""A criterion is set aside by two people: one asks, another answers; nobody approves himself."""

from datetime import date, datetime

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.privacy.models import AccessEntry, JournalEntry
from regie.trajectories.actions import answer_exception, ask_exception
from regie.trajectories.enums import Answer
from regie.trajectories.models import Referral, Trajectory, Waiver, WaiverAnswer
from regie.trajectories.queries import waiting_exceptions
from tests.cast import TESTER, Cast
from tests.factories import people

CODE, REASON = "multi_problem", "Hij is net dakloos; de rest weten we morgen."


@pytest.fixture
def referral(cast: Cast, now: datetime) -> Referral:
    """Jayden, of whom one criterion that must be met is not known."""
    made = people.refer(cast, at=now)
    people.weigh(made, by=cast.noor, at=now, multi_problem=Answer.UNKNOWN)
    return made


def ask(referral: Referral, by, now: datetime, code: str = CODE, reason: str = REASON) -> Waiver:
    return ask_exception(referral=referral, criterion=code, reason=reason, by=by.acting(now), at=now)


def answer(waiver: Waiver, by, now: datetime, *, agreed: bool = True, words: str = "") -> WaiverAnswer:
    return answer_exception(waiver=waiver, agreed=agreed, words=words, by=by.acting(now), at=now)


def accept(referral: Referral, cast: Cast, now: datetime) -> Trajectory:
    return referral.accept(planned_end=date(2029, 1, 1), by=cast.noor.acting(now), at=now)


class TestItWorks:
    def test_with_a_second_person_he_is_accepted(self, cast: Cast, referral, now):
        answer(ask(referral, cast.noor, now), cast.fatima, now)
        assert accept(referral, cast, now).officer_on(now.date()) == cast.noor

    def test_asked_alone_is_not_enough(self, cast: Cast, referral, now):
        ask(referral, cast.noor, now)
        with pytest.raises(NotNow, match="nog niet voldaan"):
            accept(referral, cast, now)

    def test_refused_is_refused_and_may_be_asked_again_with_a_better_reason(self, cast: Cast, referral, now):
        answer(ask(referral, cast.noor, now), cast.fatima, now, agreed=False, words="Eerst navragen.")
        with pytest.raises(NotNow, match="nog niet voldaan"):
            accept(referral, cast, now)
        answer(ask(referral, cast.noor, now, reason="Nagevraagd."), cast.fatima, now)
        assert accept(referral, cast, now)

    def test_asked_twice_is_once(self, cast: Cast, referral, now):
        assert ask(referral, cast.noor, now) == ask(referral, cast.noor, now)
        assert Waiver.objects.count() == 1

    def test_it_counts_for_this_criterion_only(self, cast: Cast, referral, now):
        answer(ask(referral, cast.noor, now), cast.fatima, now)
        people.weigh(
            referral, by=cast.noor, at=now, multi_problem=Answer.UNKNOWN, regular_aftercare=Answer.NOT_MET
        )
        with pytest.raises(NotNow, match="Is reguliere nazorg"):
            accept(referral, cast, now)

    def test_it_counts_for_this_referral_only(self, cast: Cast, referral, now):
        answer(ask(referral, cast.noor, now), cast.fatima, now)
        other = people.refer(cast, at=now, who=referral.person)
        people.weigh(other, by=cast.noor, at=now, multi_problem=Answer.UNKNOWN)
        with pytest.raises(NotNow, match="nog niet voldaan"):
            accept(other, cast, now)


class TestItIsRefusedForTheWrongPerson:
    @pytest.mark.parametrize("who", ["fatima", "wil", "ada", "bas"])
    def test_only_who_screens_here_asks(self, cast: Cast, referral, now, who: str):
        with pytest.raises(NotAllowed):
            ask(referral, getattr(cast, who), now)

    @pytest.mark.parametrize("who", ["noor", "sem", "wil", "ada", "bas"])
    def test_only_a_coordinator_here_answers(self, cast: Cast, referral, now, who: str):
        waiver = ask(referral, cast.noor, now)
        with pytest.raises(NotAllowed):
            answer(waiver, getattr(cast, who), now)

    def test_nobody_approves_himself(self, cast: Cast, referral, now):
        RoleGrant.grant(
            user=cast.noor, role=Role.COORDINATOR, municipality=cast.here, since=now.date(), by=TESTER, at=now
        )
        with pytest.raises(NotAllowed, match="U vroeg dit zelf"):
            answer(ask(referral, cast.noor, now), cast.noor, now)

    def test_the_database_holds_it_to_a_second_person(self, cast: Cast, referral, now):
        waiver = ask(referral, cast.noor, now)
        with pytest.raises(IntegrityError), transaction.atomic():
            WaiverAnswer.objects.create(
                waiver=waiver,
                agreed=True,
                asked_by_id=waiver.recorded_by_id,
                **WaiverAnswer.stamp(by=cast.noor.acting(now), at=now),
            )

    def test_the_database_holds_it_to_one_question_at_a_time(self, cast: Cast, referral, now):
        waiver = ask(referral, cast.noor, now)
        with pytest.raises(IntegrityError), transaction.atomic():
            Waiver.objects.create(
                person=waiver.person,
                municipality=waiver.municipality,
                referral_ref=waiver.referral_ref,
                criterion=CODE,
                reason="Nog eens.",
                **Waiver.stamp(by=cast.sem.acting(now), at=now),
            )


class TestItIsRefusedInTheWrongState:
    def test_before_anyone_weighed(self, cast: Cast, now):
        with pytest.raises(NotNow, match="Weeg de aanmelding eerst"):
            ask(people.refer(cast, at=now), cast.noor, now)

    @pytest.mark.parametrize("code", ["regular_aftercare", "willingness", "hair_colour"])
    def test_what_is_met_or_not_needed_or_not_asked(self, cast: Cast, referral, now, code: str):
        with pytest.raises(NotNow, match="geen uitzondering nodig"):
            ask(referral, cast.noor, now, code)

    def test_without_a_reason(self, cast: Cast, referral, now):
        with pytest.raises(NotValid, match="Schrijf op waarom") as refused:
            ask(referral, cast.noor, now, reason=" ")
        assert refused.value.field == "reason"

    def test_a_no_without_why(self, cast: Cast, referral, now):
        with pytest.raises(NotValid, match="Schrijf op waarom niet") as refused:
            answer(ask(referral, cast.noor, now), cast.fatima, now, agreed=False)
        assert refused.value.field == "words"

    def test_answered_twice(self, cast: Cast, referral, now):
        waiver = ask(referral, cast.noor, now)
        answer(waiver, cast.fatima, now)
        with pytest.raises(NotNow, match="al geantwoord"):
            answer(waiver, cast.fatima, now, agreed=False, words="Toch niet.")

    def test_after_it_was_decided(self, cast: Cast, referral, now):
        waiver = ask(referral, cast.noor, now)
        people.weigh(referral, by=cast.noor, at=now)
        accept(referral, cast, now)
        with pytest.raises(NotNow, match="al aangenomen"):
            answer(waiver, cast.fatima, now)
        assert not waiting_exceptions(cast.fatima.acting(now)).exists()


class TestWhoSeesIt:
    def test_only_the_coordinator_here_is_asked(self, cast: Cast, referral, now):
        ask(referral, cast.noor, now)
        sees = {
            name
            for name in ("noor", "sem", "fatima", "wil", "ada", "bas")
            if Waiver.objects.visible_to(getattr(cast, name).acting(now)).exists()
        }
        assert sees == {"fatima"}


class TestItLeavesARecord:
    def test_a_journal_entry_for_asking_and_for_answering(self, cast: Cast, referral, now):
        answer(ask(referral, cast.noor, now), cast.fatima, now)
        asked, answered = JournalEntry.objects.filter(verb__startswith="exception.").order_by("number")
        assert (asked.verb, asked.recorded_by_label, asked.subject) == (
            "exception.asked",
            "Noor",
            referral.person.ref,
        )
        assert (answered.verb, answered.recorded_by_label, answered.subject) == (
            "exception.answered",
            "Fatima",
            referral.person.ref,
        )


class TestThePageShowsIt:
    def test_from_asking_to_accepting(self, cast: Cast, referral, noor: Client, fatima: Client):
        page = reverse("desk:referral", args=[referral.ref])
        url = reverse("desk:ask_exception", args=[referral.ref, CODE])
        assert url in noor.get(page).content.decode()
        assert "Gevraagd." in noor.post(url, {"reason": REASON}, follow=True).content.decode()
        assert "wacht op een tweede persoon" in noor.get(page).content.decode()
        assert url not in noor.get(page).content.decode()

        waiver = Waiver.objects.get()
        asked = reverse("desk:answer_exception", args=[waiver.ref])
        assert asked in fatima.get(reverse("desk:referrals")).content.decode()
        assert REASON in fatima.get(asked).content.decode()
        sent = fatima.post(asked, {"agreed": "yes", "words": ""}, follow=True).content.decode()
        assert "Uw antwoord is opgeslagen." in sent
        assert "akkoord van Fatima" in sent
        assert "U wordt de re-integratieofficier." in noor.get(page).content.decode()

    def test_reading_it_is_written_in_the_access_log(self, cast: Cast, referral, now, fatima: Client):
        waiver = ask(referral, cast.noor, now)
        fatima.get(reverse("desk:answer_exception", args=[waiver.ref]))
        assert AccessEntry.objects.filter(subject=referral.person.ref, recorded_by_label="Fatima").exists()

    def test_an_officer_is_not_shown_the_question_to_the_second_person(self, cast: Cast, referral, now, sem):
        waiver = ask(referral, cast.noor, now)
        assert sem.get(reverse("desk:answer_exception", args=[waiver.ref])).status_code == 403

    def test_a_criterion_that_does_not_exist_is_not_there(self, referral, noor: Client):
        url = reverse("desk:ask_exception", args=[referral.ref, "hair_colour"])
        assert noor.get(url).status_code == 404
