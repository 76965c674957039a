"""Noor makes an address for her calendar and takes it to her telephone; what somebody else tries at such an address."""

import logging
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from config.logs import WithoutAddresses
from regie.accounts.models import CalendarAddress, CalendarReading
from regie.base.clock import day
from regie.base.clock import now as this_moment
from tests.cast import Cast, sign_in
from tests.factories.calendars import events, make, read, standing, told, url
from tests.factories.detention import hear
from tests.pinned.counting import questions

PAGE = reverse("desk:calendar_address")
MAKE, TITLES, STOP = (
    reverse(f"desk:{name}")
    for name in ("make_calendar_address", "choose_calendar_titles", "stop_calendar_address")
)
NEUTRAL, INITIALS = {"titles": "neutral"}, {"titles": "initials"}
STOPPED = "U heeft nu geen agenda-adres"


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


def text(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def form_of(client: Client, way: str) -> dict[str, str]:
    """What the page fills in of itself."""
    form = client.get(way).context["form"]
    return {name: str(form[name].value() or "") for name in ("seen", "submission")}


def send(client: Client, way: str, **typed: str):
    return client.post(way, form_of(client, way) | typed, follow=True)


def shown(response) -> str:
    """The token in the address on the page."""
    (token,) = re.findall(r"http://testserver/agenda/([\w-]+)\.ics", text(response))
    return token


class TestHerAddress:
    def test_she_makes_it_and_sees_it_once(self, cast: Cast, noor: Client):
        assert STOPPED in text(noor.get(PAGE))
        made = send(noor, MAKE, **NEUTRAL)
        assert "Agenda-adres gemaakt. " in text(made)
        token = shown(made)
        assert f'href="webcal://testserver/agenda/{token}.ics"' in made.content.decode()
        again = text(noor.get(PAGE))
        assert token not in again
        assert "Het adres zelf is niet meer te zien." in again
        assert "Laatst opgehaald Nog niet opgehaald" in again
        assert read(token)["name"] == "Regie"

    def test_where_regie_is_safe_her_telephone_opens_it_so(self, noor: Client):
        noor.post(MAKE, form_of(noor, MAKE) | NEUTRAL)
        made = noor.get(PAGE, secure=True)
        (opens,) = re.findall(r'href="(webcal[^"]*)"', made.content.decode())
        assert opens.startswith("webcals://testserver/agenda/")

    def test_she_reads_when_it_was_fetched_last(self, cast: Cast, noor: Client, now):
        token = shown(send(noor, MAKE, **NEUTRAL))
        told(token)
        assert re.search(r"Laatst opgehaald Vandaag, \d{1,2}\.\d\d uur", text(noor.get(PAGE)))
        CalendarReading.objects.update(at=now - timedelta(days=300))
        assert re.search(r"Laatst opgehaald \d+ \w+ 20\d\d, ", text(noor.get(PAGE)))

    def test_a_new_one_ends_the_old_one(self, noor: Client):
        old = shown(send(noor, MAKE, **NEUTRAL))
        assert "Het oude adres werkt dan meteen niet meer." in text(noor.get(MAKE))
        new = shown(send(noor, MAKE, **NEUTRAL))
        assert Client().get(url(old)).status_code == 404
        assert read(new)

    def test_renewed_in_two_tabs(self, noor: Client):
        first = shown(send(noor, MAKE, **NEUTRAL))
        one, two = form_of(noor, MAKE), form_of(noor, MAKE)
        new = shown(noor.post(MAKE, one | NEUTRAL, follow=True))
        assert "intussen al veranderd" in text(noor.post(MAKE, two | NEUTRAL))
        twice = noor.post(MAKE, one | NEUTRAL, follow=True)  # the back button, and once more
        assert "/agenda/" not in text(twice)
        assert read(new)
        assert Client().get(url(first)).status_code == 404

    def test_the_token_is_not_shown_to_a_later_address(self, noor: Client, cast: Cast, now):
        noor.post(MAKE, form_of(noor, MAKE) | NEUTRAL)  # and she does not look
        make(cast.noor, at=now)
        assert ".ics" not in text(noor.get(PAGE))

    def test_she_chooses_initials_and_is_warned(self, trajectory, noor: Client, now):
        hear(trajectory.person, at=now, happened_on=day(now) + timedelta(days=3))
        token = shown(send(noor, MAKE, **NEUTRAL))
        assert "uw agenda staat buiten Regie" in text(noor.get(TITLES))
        assert "Vastgelegd: met initialen." in text(send(noor, TITLES, **INITIALS))
        assert [one for one in told(token) if one.endswith("Regie: zitting J.M.")]
        assert "Kies een antwoord." in text(send(noor, TITLES))
        assert standing_titles(noor) == "Met initialen"
        assert "Selecteer" in text(send(noor, TITLES, titles="namen"))

    def test_she_stops(self, noor: Client):
        token = shown(send(noor, MAKE, **NEUTRAL))
        assert "Gestopt." in text(send(noor, STOP))
        assert Client().get(url(token)).status_code == 404
        page = text(noor.get(PAGE))
        assert STOPPED in page
        assert "Laatst opgehaald" not in page

    def test_without_an_address_there_is_nothing_to_choose_or_stop(self, noor: Client):
        assert [noor.get(way).status_code for way in (TITLES, STOP)] == [404, 404]
        send(noor, MAKE, **NEUTRAL)
        stale = form_of(noor, TITLES)
        send(noor, STOP)
        assert "U heeft nu geen agenda-adres." in text(noor.post(TITLES, stale | INITIALS))

    def test_each_has_his_own(self, cast: Cast, noor: Client, sem: Client):
        hers, his = (shown(send(client, MAKE, **NEUTRAL)) for client in (noor, sem))
        send(sem, STOP)
        assert read(hers)
        assert Client().get(url(his)).status_code == 404
        assert standing(cast.noor).works

    @pytest.mark.parametrize("who", ["fatima", "wil", "ada"])
    def test_who_guides_nobody_has_no_such_page(self, cast: Cast, who: str):
        client = sign_in(getattr(cast, who))
        assert [client.get(way).status_code for way in (PAGE, MAKE, TITLES, STOP)] == [403] * 4
        assert client.post(MAKE, NEUTRAL).status_code == 403
        assert not CalendarAddress.objects.exists()
        assert "Agenda-adres" not in text(client.get(reverse("entrance:account")))

    def test_the_way_there_is_on_her_account(self, noor: Client):
        assert f'href="{PAGE}"' in noor.get(reverse("entrance:account")).content.decode()


def standing_titles(client: Client) -> str:
    (item,) = [one for one in client.get(PAGE).context["page"].told if one.term == "Wat er staat"]
    return item.description


class TestWhatOthersTry:
    @pytest.mark.parametrize(
        "token",
        ["x", "é" * 9, "%00%0a", "A" * 5_000, "..%2f..%2fetc", "😀", "'; DROP TABLE--", "-", "None"],
    )
    def test_odd_tokens_find_nothing(self, db, token: str):
        response = Client().get(f"/agenda/{token}.ics")
        assert response.status_code == 404

    def test_no_answer_tells_why_nothing_is_there(self, cast: Cast, now):
        """Never made, mistyped, renewed, stopped, of a closed account: all alike, and as much work."""
        renewed = make(cast.noor, at=now).token
        works = make(cast.noor, at=now).token
        stopped = make(cast.sem, at=now)
        stopped.address.stop(by=cast.sem.acting(now), at=now)
        closed = make(cast.bas, at=now).token
        cast.bas.is_active = False
        cast.bas.save()
        answers, asked = set(), set()
        for token in ("A" * 43, works[:-1], works.swapcase(), works + "=", renewed, stopped.token, closed):
            responses = []
            sql = questions(lambda token=token, found=responses: found.append(Client().get(url(token))))
            (response,) = responses
            answers.add((response.status_code, response.content, tuple(sorted(response.headers.items()))))
            asked.add(len([one for one in sql if "accounts_" in one]))
        ((status, content, _),) = answers
        assert (status, content) == (404, b"Hier is niets.\n")
        assert asked == {1}
        assert not CalendarReading.objects.exists()
        assert events(works) == []

    def test_who_tries_too_often_waits_and_who_knows_it_does_not(self, cast: Cast, now):
        token = make(cast.noor, at=now).token
        statuses = [Client().get(url("B" * 43)).status_code for _ in range(61)]
        assert statuses == [*[404] * 60, 429]
        assert read(token)

    def test_no_other_question_is_answered(self, cast: Cast, now):
        token, guard = make(cast.noor, at=now).token, Client(enforce_csrf_checks=True)
        for way in (url(token), url("C" * 43)):
            for ask in (guard.post, guard.put, guard.delete, guard.options, guard.patch):
                answer = ask(way)
                assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")
            assert guard.generic("PROPFIND", way).status_code == 405
        assert not CalendarReading.objects.exists()


class TestHowItIsAnswered:
    def test_head_and_not_changed(self, trajectory, cast: Cast, now):
        hear(trajectory.person, at=now, happened_on=day(now))
        token = make(cast.noor, at=now).token
        whole, head = Client().get(url(token)), Client().head(url(token))
        assert head.status_code == 200
        assert head.content == b""
        assert head["ETag"] == whole["ETag"]
        same = Client().get(url(token), headers={"If-None-Match": whole["ETag"]})
        assert (same.status_code, same.content) == (304, b"")
        hear(trajectory.person, at=now, happened_on=day(now) + timedelta(days=1))
        changed = Client().get(url(token), headers={"If-None-Match": whole["ETag"]})
        assert changed.status_code == 200

    def test_it_is_a_calendar_that_nobody_keeps_and_gives_no_cookie(self, cast: Cast, now):
        for token, kind in ((make(cast.noor, at=now).token, "text/calendar"), ("D" * 43, "text/plain")):
            response = Client().get(url(token))
            assert response["Content-Type"] == f"{kind}; charset=utf-8"
            assert response["Cache-Control"] == "private, no-store"
            assert response["Referrer-Policy"] == "no-referrer"
            assert response["X-Robots-Tag"] == "noindex"
            assert not response.cookies

    def test_an_empty_calendar_is_a_good_one(self, cast: Cast, now):
        token = make(cast.sem, at=now).token
        calendar = read(token)
        assert not calendar.walk("VEVENT")
        assert calendar.subcomponents  # RFC 5545 asks for one at least: the time zone


class TestNoLogHoldsIt:
    def test_what_django_writes(self, db, caplog: pytest.LogCaptureFixture):
        token = "E" * 43
        with caplog.at_level(logging.DEBUG):
            Client().get(url(token))
            Client().post(url(token))
        said = [record.getMessage() for record in caplog.records]
        assert "Not Found: /agenda/….ics" in said
        assert "Method Not Allowed (POST): /agenda/….ics" in said
        assert not [one for one in said if token in one]

    def test_a_fault_in_the_calendar_itself(self, cast: Cast, now, caplog, monkeypatch):
        token = make(cast.noor, at=now).token
        monkeypatch.setattr("regie.desk.views.calendar.agenda_of", lambda *_args, **_how: 1 / 0)
        assert Client(raise_request_exception=False).get(url(token)).status_code == 500
        assert "Internal Server Error: /agenda/….ics" in [one.getMessage() for one in caplog.records]
        assert token not in caplog.text

    def test_other_addresses_stand_there_as_they_are(self):
        record = logging.LogRecord("x", 30, "f", 1, "%s: %s %d", ("Not Found", "/jongeren/", 7), None)
        assert WithoutAddresses().filter(record)
        assert record.getMessage() == "Not Found: /jongeren/ 7"
