"""A referral goes to regular aftercare, with the letters; or the decision waits until a day."""

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
from regie.persons.rules import Identity
from regie.privacy.models import AccessEntry, JournalEntry
from regie.trajectories.actions import (
    Redirecting,
    Telling,
    correct_referral,
    defer_referral,
    redirect_referral,
)
from regie.trajectories.enums import Knew
from regie.trajectories.models import Deferral, Redirection, Referral
from tests.cast import TESTER, Cast
from tests.factories import people

LETTERS = Redirecting("Hij heeft werk en een huis.", Knew.YES, "Geachte heer", "Beste Jayden")


def redirect(referral: Referral, by, now: datetime, **changes: Any) -> Redirection:
    redirecting = Redirecting(**(vars(LETTERS) | changes))
    return redirect_referral(referral=referral, redirecting=redirecting, by=by.acting(now), at=now)


def defer(
    referral: Referral, by, now: datetime, days: int = 7, why: str = "De casemanager belt."
) -> Deferral:
    until = now.date() + timedelta(days=days)
    return defer_referral(referral=referral, until=until, why=why, by=by.acting(now), at=now)


class TestItWorks:
    def test_both_letters_are_kept(self, cast: Cast, referral, now):
        made = redirect(referral, cast.noor, now)
        assert (made.referrer_letter, made.his_letter) == ("Geachte heer", "Beste Jayden")
        assert not Referral.objects.open().exists()

    @pytest.mark.parametrize("knew", [Knew.NO, Knew.UNKNOWN])
    def test_who_did_not_know_gets_no_letter(self, cast: Cast, referral, now, knew: Knew):
        assert redirect(referral, cast.noor, now, knew=knew).his_letter == ""

    def test_the_database_holds_it_to_that(self, cast: Cast, referral, now):
        with pytest.raises(IntegrityError), transaction.atomic():
            Redirection.objects.create(
                referral=referral, why="Zo.", knew=Knew.NO, referrer_letter="Geachte", his_letter="Beste",
                **Redirection.stamp(by=cast.noor.acting(now), at=now),
            )  # fmt: skip

    def test_twice_by_the_same_officer_is_once(self, cast: Cast, referral, now):
        assert redirect(referral, cast.noor, now) == redirect(referral, cast.noor, now)

    def test_he_may_be_referred_again_later(self, cast: Cast, referral, now):
        redirect(referral, cast.noor, now)
        again = people.refer(cast, at=now, who=referral.person)
        people.weigh(again, by=cast.noor, at=now)
        assert again.accept(planned_end=date(2029, 1, 1), by=cast.noor.acting(now), at=now)

    def test_the_decision_waits_and_the_latest_counts(self, cast: Cast, referral, now):
        defer(referral, cast.noor, now)
        defer(referral, cast.sem, now, days=14)
        assert Deferral.objects.count() == 2
        assert Referral.objects.open().exists()

    def test_the_same_wait_twice_is_once(self, cast: Cast, referral, now):
        assert defer(referral, cast.noor, now) == defer(referral, cast.noor, now)


class TestItIsRefusedForTheWrongPerson:
    @pytest.mark.parametrize("who", ["fatima", "wil", "ada", "bas"])
    @pytest.mark.parametrize("verb", [redirect, defer])
    def test_only_an_officer_of_this_municipality_decides(self, cast: Cast, referral, now, who: str, verb):
        with pytest.raises(NotAllowed):
            verb(referral, getattr(cast, who), now)
        assert not Redirection.objects.exists()
        assert not Deferral.objects.exists()

    def test_not_who_is_no_officer_any_more(self, cast: Cast, referral, now):
        redirect(referral, cast.noor, now)
        RoleGrant.objects.get(user=cast.noor).end(until=now.date(), by=TESTER, at=now)
        with pytest.raises(NotAllowed):
            redirect(referral, cast.noor, now)


class TestItIsRefusedInTheWrongState:
    @pytest.mark.parametrize("verb", [redirect, defer])
    def test_after_it_was_accepted(self, cast: Cast, trajectory, now, verb):
        with pytest.raises(NotNow, match="Noor heeft deze aanmelding al aangenomen"):
            verb(trajectory.referral, cast.sem, now)

    @pytest.mark.parametrize(
        "verb", [redirect, defer, lambda *args: people.weigh(args[0], by=args[1], at=args[2])]
    )
    def test_after_a_colleague_redirected_it(self, cast: Cast, referral, now, verb):
        redirect(referral, cast.noor, now)
        with pytest.raises(NotNow, match="Noor heeft deze aanmelding al naar de reguliere nazorg gestuurd"):
            verb(referral, cast.sem, now)

    def test_it_is_not_accepted_nor_corrected_afterwards(self, cast: Cast, referral, now):
        people.weigh(referral, by=cast.noor, at=now)
        redirect(referral, cast.noor, now)
        with pytest.raises(NotNow, match="naar de reguliere nazorg"):
            referral.accept(planned_end=date(2029, 1, 1), by=cast.noor.acting(now), at=now)
        with pytest.raises(NotNow, match="reguliere nazorg"):
            correct_referral(
                referral=referral,
                telling=Telling("Anders", now.date()),
                identity=Identity("Jayden", "Muller"),
                by=cast.noor.acting(now),
                at=now,
            )

    @pytest.mark.parametrize("field", ["why", "referrer_letter", "his_letter"])
    def test_what_is_empty_is_said_beside_the_field(self, cast: Cast, referral, now, field: str):
        with pytest.raises(NotValid) as refused:
            redirect(referral, cast.noor, now, **{field: " "})
        assert refused.value.field == field

    @pytest.mark.parametrize(
        ("days", "says"), [(0, "na vandaag"), (-1, "na vandaag"), (93, "binnen drie maanden")]
    )
    def test_a_day_that_cannot_be(self, cast: Cast, referral, now, days: int, says: str):
        with pytest.raises(NotValid, match=says) as refused:
            defer(referral, cast.noor, now, days=days)
        assert refused.value.field == "until"

    def test_waiting_without_a_reason(self, cast: Cast, referral, now):
        with pytest.raises(NotValid, match="waarom u wacht"):
            defer(referral, cast.noor, now, why="")


class TestWhoSeesIt:
    def test_who_redirected_it_and_the_coordinator(self, cast: Cast, referral, now):
        redirect(referral, cast.noor, now)
        sees = {
            name: Referral.objects.visible_to(getattr(cast, name).acting(now)).exists()
            for name in ("noor", "sem", "fatima", "wil", "ada", "bas")
        }
        assert sees == {"noor": True, "sem": False, "fatima": True, "wil": False, "ada": False, "bas": False}


class TestItLeavesARecord:
    def test_a_journal_entry_for_each(self, cast: Cast, referral, now):
        defer(referral, cast.noor, now)
        redirect(referral, cast.noor, now)
        verbs = JournalEntry.objects.filter(subject=referral.person.ref).values_list("verb", flat=True)
        assert {"referral.deferred", "referral.redirected"} <= set(verbs)


class TestThePageShowsIt:
    def test_from_the_proposed_letters_to_printing_them(self, referral, noor: Client):
        url = reverse("desk:redirect", args=[referral.ref])
        form = noor.get(url).context["form"]
        letters = {name: form[name].value() for name in ("referrer_letter", "his_letter")}
        assert "Geen ID." not in "".join(letters.values())  # what was told goes to nobody
        sent = noor.post(url, {"why": "Hij heeft een huis.", "knew": "yes", **letters}, follow=True)
        page = sent.content.decode()
        assert "Beste Jayden," in page
        assert "Geachte heer of mevrouw," in page
        shown = noor.get(reverse("desk:referral", args=[referral.ref])).content.decode()
        assert "Reguliere nazorg" in shown
        assert "Hij heeft een huis." in shown

    def test_the_coordinator_and_who_decided_find_it_back(self, cast: Cast, referral, now, noor, fatima, sem):
        redirect(referral, cast.noor, now)
        url = reverse("desk:redirected_referrals")
        for client in (noor, fatima):
            assert url in client.get(reverse("desk:referrals")).content.decode()
            assert "Jayden Muller" in client.get(url).content.decode()
        assert "Jayden" not in sem.get(url).content.decode()

    def test_without_a_letter_to_who_did_not_know(self, cast: Cast, referral, now, noor: Client):
        redirect(referral, cast.noor, now, knew=Knew.UNKNOWN)
        page = noor.get(reverse("desk:letters", args=[referral.ref])).content.decode()
        assert "De jongere krijgt geen brief" in page
        assert "Beste" not in page

    def test_reading_them_is_written_in_the_access_log(self, cast: Cast, referral, now, fatima: Client):
        redirect(referral, cast.noor, now)
        fatima.get(reverse("desk:letters", args=[referral.ref]))
        assert AccessEntry.objects.filter(subject=referral.person.ref, recorded_by_label="Fatima").exists()

    def test_there_are_no_letters_before_it_is_decided(self, referral, noor: Client):
        assert noor.get(reverse("desk:letters", args=[referral.ref])).status_code == 404

    def test_a_colleague_reads_who_decided_and_nothing_of_him(self, cast: Cast, referral, now, sem: Client):
        redirect(referral, cast.noor, now)
        sent = sem.get(reverse("desk:referral", args=[referral.ref]))
        assert sent.status_code == 409
        assert "Noor heeft deze aanmelding naar de reguliere nazorg gestuurd" in sent.content.decode()
        assert "Jayden" not in sent.content.decode()

    def test_waiting_is_said_on_the_list_and_on_the_page(self, referral, noor: Client):
        until = day(this_moment()) + timedelta(days=10)
        url = reverse("desk:defer", args=[referral.ref])
        noor.post(url, {"until": f"{until:%d-%m-%Y}", "why": "De rechter beslist dan."})
        assert (
            "De rechter beslist dan."
            in noor.get(reverse("desk:referral", args=[referral.ref])).content.decode()
        )
        assert "Wacht tot" in noor.get(reverse("desk:referrals")).content.decode()

    def test_a_wrong_day_keeps_what_was_typed(self, referral, noor: Client):
        url = reverse("desk:defer", args=[referral.ref])
        page = noor.post(url, {"until": "1-1-2020", "why": "Later."}).content.decode()
        assert "Kies een dag na vandaag." in page
        assert 'value="1-1-2020"' in page
        assert "Later." in page
