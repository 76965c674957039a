"""Noor looks for a young person: tolerant of how she types it, within whom she may see, no name in any address."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.accounts.models import RoleGrant
from regie.base.clock import day
from regie.persons.rules import Identity
from regie.privacy.models import AccessEntry
from tests.cast import TESTER, Cast, sign_in
from tests.factories import detention, people

SEARCH = "/zoeken/"


def find(client: Client, text: str) -> Any:
    return client.post(SEARCH, {"text": text}, follow=True)


def names(response: Any) -> list[str]:
    results = response.context["page"].results
    return [row[0].text for row in results.rows] if results else []


class TestFinding:
    @pytest.mark.parametrize(
        "typed",
        ["jaiden müler", "Muller Jayden", "mull", "17 april 2005", "17042005", "999990019", "jayden 2005"],
    )
    def test_noor_finds_jayden(self, trajectory, noor: Client, typed: str):
        page = find(noor, typed)
        assert names(page) == ["Jayden Muller"]
        told = page.content.decode()
        for words in ("1 jongere gevonden", "17 april 2005", "21 jaar", "PI Sittard", "Noor"):
            assert words in told
        assert reverse("desk:person", args=[trajectory.person.ref]) in told

    def test_who_is_out_stands_in_no_facility(self, trajectory, now, noor: Client):
        days = {"entered_on": day(now) - timedelta(days=9), "left_on": day(now) - timedelta(days=2)}
        detention.hold(trajectory.person, at=now, **days)
        told = find(noor, "jayden").content.decode()
        assert "Niet in een inrichting" in told
        assert "PI Sittard" not in told

    def test_a_stay_that_was_taken_back_says_nothing(self, trajectory, now, noor: Client):
        days = {"entered_on": day(now) - timedelta(days=9), "left_on": day(now) - timedelta(days=2)}
        stay = detention.hold(trajectory.person, at=now, **days)
        stay.withdraw(by=TESTER, at=now)
        assert "PI Sittard" in find(noor, "jayden").content.decode()

    def test_who_left_guides_nobody(self, cast: Cast, trajectory, now, fatima: Client):
        RoleGrant.objects.filter(user=cast.noor).update(until=day(now))
        assert "Nog niemand" in find(fatima, "jayden").content.decode()

    def test_where_he_is_held_is_where_he_was_moved_to(self, trajectory, now, noor: Client):
        detention.hold(
            trajectory.person, at=now, entered_on=day(now) - timedelta(days=9), facility="PI Grave"
        )
        assert "PI Grave" in find(noor, "jayden").content.decode()

    def test_what_was_opened_lately_stands_beside_no_answer(self, trajectory, noor: Client):
        noor.get(reverse("desk:person", args=[trajectory.person.ref]))
        assert noor.get(SEARCH).context["page"].recent
        assert not find(noor, "jayden").context["page"].recent

    def test_an_open_referral_leads_to_the_referral(self, referral, sem: Client):
        page = find(sem, "jayden")
        assert reverse("desk:referral", args=[referral.ref]) in page.content.decode()
        assert "Aanmelding" in page.content.decode()

    def test_of_two_referrals_the_last_one_and_what_it_tells_now(self, cast: Cast, now, sem: Client):
        days = [day(now) - timedelta(days=ago) for ago in (1, 9)]
        last = people.refer(cast, at=now, happened_on=days[0])
        first = people.refer(cast, at=now, happened_on=days[1], who=last.person)
        by = cast.noor.acting(now)
        last.add_correction(by=by, at=now, happened_on=days[0] - timedelta(days=3), facility="PI Grave")
        page = find(sem, "jayden").content.decode()
        assert "PI Grave" in page
        assert reverse("desk:referral", args=[last.ref]) in page
        assert reverse("desk:referral", args=[first.ref]) not in page

    def test_the_coordinator_finds_everyone_of_his_municipality(self, trajectory, fatima: Client):
        assert names(find(fatima, "muller")) == ["Jayden Muller"]

    def test_the_nearest_comes_first_and_the_order_is_always_the_same(self, cast: Cast, now, noor: Client):
        for given_names, family_name in (
            ("Bo", "Jansens"),
            ("Ali", "Janssen"),
            ("Ali", "Jansen"),
            ("Bo", "Jansen"),
        ):
            people.refer(cast, at=now, who=Identity(given_names, family_name))
        expected = ["Ali Jansen", "Bo Jansen", "Bo Jansens", "Ali Janssen"]
        assert names(find(noor, "jansen")) == names(find(noor, "jansen")) == expected

    def test_too_many_are_cut_off_and_that_is_said(self, cast: Cast, now, noor: Client):
        for number in range(27):
            people.refer(cast, at=now, who=Identity(f"Kai {number:02}", "Alders"))
        page = find(noor, "alders")
        assert len(names(page)) == 25
        assert "27 jongeren gevonden" in page.content.decode()
        assert "U ziet de eerste 25." in page.content.decode()


class TestNothingFound:
    def test_it_says_what_to_try(self, trajectory, noor: Client):
        told = find(noor, "quispel").content.decode()
        assert "Niemand gevonden" in told
        assert "Nieuwe aanmelding invoeren" in told

    def test_who_registers_nobody_is_not_led_there(self, trajectory, fatima: Client):
        told = find(fatima, "quispel").content.decode()
        assert "Niemand gevonden" in told
        assert "Nieuwe aanmelding invoeren" not in told

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ("", "Typ een naam, een geboortedatum of een BSN."),
            ("a", "minstens twee letters"),
            ("x" * 201, "te lang"),
        ],
    )
    def test_wrong_input_is_said_beside_the_box_and_kept(self, noor: Client, typed: str, sentence: str):
        page = noor.post(SEARCH, {"text": typed})
        assert page.status_code == 200
        assert sentence in page.content.decode()
        assert f'value="{typed}"' in page.content.decode() or not typed


class TestWhomHeMayNotSee:
    @pytest.mark.parametrize("typed", ["Jayden Muller", "999990019", "17-4-2005"])
    @pytest.mark.parametrize("who", ["sem", "bas"])
    def test_is_as_if_he_were_not_there(self, cast: Cast, trajectory, who: str, typed: str):
        client = sign_in(getattr(cast, who))
        answer, stranger = (find(client, text) for text in (typed, "Xaveer Quispel"))
        assert names(answer) == []
        assert "Niemand gevonden" in answer.content.decode()
        assert len(answer.context["page"].results.rows) == len(stranger.context["page"].results.rows)
        assert answer.context["page"] == stranger.context["page"]

    @pytest.mark.parametrize("who", ["wil", "ada"])
    def test_who_sees_nobody_does_not_come_in_and_has_no_box(self, cast: Cast, who: str):
        client = sign_in(getattr(cast, who))
        assert client.get(SEARCH).status_code == 403
        assert client.post(SEARCH, {"text": "Jayden"}).status_code == 403
        assert 'action="/zoeken/"' not in client.get("/mijn-account/").content.decode()

    def test_a_referral_shows_no_officer_who_guides_him_unseen(
        self, cast: Cast, now: datetime, trajectory, sem: Client
    ):
        before = day(now) - timedelta(days=3)
        again = people.refer(cast, at=now, who=trajectory.person, by=cast.noor, happened_on=before)
        page = find(sem, "jayden")
        assert reverse("desk:referral", args=[again.ref]) in page.content.decode()
        assert names(page) == ["Jayden Muller"]
        assert "Nog niemand" in page.content.decode()
        assert str(trajectory.person.ref) not in page.content.decode()


class TestNoNameInAnAddress:
    def test_the_address_holds_a_number_and_shows_the_same_again(self, trajectory, noor: Client):
        sent = noor.post(SEARCH, {"text": "jayden"})
        address = sent.headers["Location"]
        assert sent.status_code == 302
        assert "jayden" not in address
        assert names(noor.get(address)) == names(noor.get(address)) == ["Jayden Muller"]

    def test_without_the_number_the_page_is_empty(self, trajectory, noor: Client):
        find(noor, "jayden")
        told = noor.get(SEARCH).content.decode()
        assert "jayden" not in told.lower()
        assert "Deze zoekvraag is niet bewaard." not in told

    def test_an_older_number_says_that_it_is_gone(self, trajectory, noor: Client):
        older = noor.post(SEARCH, {"text": "jayden"}).headers["Location"]
        find(noor, "muller")
        told = noor.get(older).content.decode()
        assert "Deze zoekvraag is niet bewaard." in told
        assert "jayden" not in told.lower()

    def test_the_number_of_somebody_else_tells_nothing(self, trajectory, noor: Client, sem: Client):
        address = noor.post(SEARCH, {"text": "jayden"}).headers["Location"]
        assert "jayden" not in sem.get(address).content.decode().lower()

    def test_words_in_the_address_are_not_searched_by(self, trajectory, noor: Client):
        assert names(noor.get(SEARCH, {"text": "jayden", "vraag": ""})) == []

    def test_the_browser_is_asked_to_remember_no_typing(self, noor: Client):
        assert 'autocomplete="off"' in noor.get(SEARCH).content.decode()
        assert 'autocomplete="off"' in noor.get("/jongeren/").content.decode()


def test_searching_is_not_opening_a_file(trajectory, noor: Client):
    find(noor, "jayden")
    assert not AccessEntry.objects.exists()
