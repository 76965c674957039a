"""Who has no account opens a link: the code first, then one request, one answer, and after that nothing."""

import html
import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.approach.enums import StepActor
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.privacy.models import AccessEntry
from regie.requests.enums import AnswerKind
from regie.requests.models import LinkEvent, OneTaskLink, RequestAnswer
from regie.requests.rules import LINK_LASTS, MOST_WRONG, SHOWN_FOR
from regie.trajectories.models import Disclosure
from tests.cast import Cast
from tests.factories import goals, links, people, requests

DONE = "/partner/vraag-beantwoord/"


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def asked(cast: Cast, trajectory, now):
    involved = people.involve(trajectory, by=cast.noor, at=now)
    return requests.ask(involved, by=cast.noor, at=now)


@pytest.fixture
def made(cast: Cast, asked, now):
    return links.link(asked, by=cast.noor, at=now)


def page_of(made) -> str:
    return reverse("partnerdesk:link", args=[made.token])


def answer_of(made) -> str:
    return reverse("partnerdesk:link_request", args=[made.token])


@pytest.fixture
def opened(client: Client, made) -> Client:
    """A browser in which the code was typed."""
    response = client.post(page_of(made), {"code": made.code})
    assert response.headers["Location"] == answer_of(made)
    return client


def main(page) -> str:
    words = page.content.decode().split("<main")[1].split("</main>")[0]
    return html.unescape(words)


class TestTheCodeFirst:
    def test_before_the_code_nothing_is_told(self, client: Client, trajectory, asked, made):
        for url in (page_of(made), answer_of(made)):
            text = client.get(url, follow=True).content.decode()
            assert "Vul die hier in." in text
            for secret in (str(trajectory.person), asked.words, asked.asked_of, "Noor"):
                assert secret not in text
        assert not AccessEntry.objects.exists()
        assert not LinkEvent.objects.exists()

    def test_a_wrong_one_is_said_beside_the_field_and_the_fifth_closes_it(self, client: Client, made):
        for _ in range(MOST_WRONG - 1):
            page = client.post(page_of(made), {"code": "BBBB-BBBB"})
            assert "Deze code klopt niet" in page.context["form"].errors["code"][0]
        assert client.post(page_of(made), {"code": "BBBB-BBBB"}).status_code == 404
        assert client.post(page_of(made), {"code": made.code}).status_code == 404

    def test_no_code_is_no_try(self, client: Client, made):
        assert "Vul dit in." in client.post(page_of(made), {"code": " "}).content.decode()
        assert not LinkEvent.objects.exists()

    def test_nobody_keeps_the_page_or_finds_it(self, opened: Client, made):
        for url in (page_of(made), answer_of(made), DONE, reverse("partnerdesk:link", args=["nee"])):
            page = opened.get(url)
            assert (page["Cache-Control"], page["X-Robots-Tag"]) == ("private, no-store", "noindex")
            assert page["Referrer-Policy"] == "same-origin"
            assert '<meta name="robots" content="noindex">' in page.content.decode()


class TestOneRequest:
    def test_it_says_exactly_what_the_mail_says(self, opened: Client, noor: Client, asked, made):
        mail = noor.get(reverse("desk:partnerrequest", args=[asked.ref])).context["page"].text
        page = opened.get(answer_of(made))
        assert page.context["page"].text == mail
        assert asked.words in main(page)

    def test_of_a_step_no_more_than_may_be_told(self, cast: Cast, client: Client, trajectory, now):
        goal = goals.goal(trajectory, by=cast.noor, at=now, **goals.HOME)
        step = goals.step(goal, by=cast.noor, at=now, words="Iets heel anders.", actor=StepActor.PARTNER)
        one = requests.ask(people.involve(trajectory, by=cast.noor, at=now), by=cast.noor, at=now, step=step)
        made = links.link(one, by=cast.noor, at=now)
        client.post(page_of(made), {"code": made.code})
        assert "Iets heel anders." not in main(client.get(answer_of(made)))
        assert "Met de stap" not in Disclosure.objects.get(channel="link").what

    def test_reading_is_written_down_each_time_and_told_once(self, opened: Client, trajectory, made):
        opened.get(answer_of(made))
        opened.get(answer_of(made))
        entries = AccessEntry.objects.values_list("page", "ground", "subject", "recorded_by_kind")
        assert (
            list(entries)
            == [("partnerdesk:link_request", "involvement", trajectory.person.ref, "link_holder")] * 2
        )
        assert {one.recorded_by_label for one in AccessEntry.objects.all()} == {"Wie de link kreeg"}
        assert Disclosure.objects.filter(channel="link").count() == 1

    def test_forwarded_it_asks_the_code(self, opened: Client, made):
        elsewhere = Client().get(answer_of(made))
        assert (elsewhere.status_code, elsewhere["Location"]) == (302, page_of(made))
        assert Client().post(answer_of(made), {"kind": "accepted"})["Location"] == page_of(made)
        assert not RequestAnswer.objects.exists()

    def test_one_code_opens_one_link(self, cast: Cast, opened: Client, asked, made, now):
        other = requests.ask(asked.involvement, by=cast.noor, at=now, words="Belt u?")
        second = links.link(other, by=cast.noor, at=now)
        assert opened.get(answer_of(second))["Location"] == page_of(second)

    def test_it_opens_nothing_else(self, opened: Client, trajectory, asked, made):
        for url in (
            "/partner/gevraagd/",
            reverse("partnerdesk:request", args=[asked.ref]),
            reverse("desk:person", args=[trajectory.person.ref]),
        ):
            assert opened.get(url)["Location"].startswith("/inloggen/")

    def test_after_half_an_hour_the_code_is_asked_again(self, opened: Client, made, monkeypatch):
        later = this_moment() + SHOWN_FOR
        monkeypatch.setattr("regie.entrance.middleware.now", lambda: later)
        assert opened.get(answer_of(made))["Location"] == page_of(made)


class TestOneAnswer:
    @pytest.mark.parametrize(
        "sent",
        [
            {"kind": "accepted"},
            {"kind": "done", "words": "Alles ligt op volgorde."},
            {"kind": "declined", "words": "Geen tijd."},
        ],
    )
    def test_in_one_tap(self, opened: Client, made, sent: dict):
        page = opened.post(answer_of(made), sent, follow=True)
        assert page.redirect_chain == [(DONE, 302)]
        assert "Uw antwoord is vastgelegd" in page.content.decode()
        answer = RequestAnswer.objects.get()
        assert (answer.kind, answer.words) == (sent["kind"], sent.get("words", ""))
        assert (answer.channel, answer.recorded_by_kind) == ("link", "link_holder")

    def test_another_day_by_name(self, opened: Client, made, now):
        other = day(now) + timedelta(days=20)
        opened.post(answer_of(made), {"kind": "other_day", "proposed_on": f"{other:%d-%m-%Y}"})
        assert RequestAnswer.objects.get().proposed_on == other

    def test_why_not_is_asked_beside_the_field_and_what_was_typed_stays(self, opened: Client, made):
        assert opened.post(answer_of(made), {"kind": "declined"}).context["form"].errors["words"]
        page = opened.post(answer_of(made), {"kind": "other_day", "words": "Pas later."})
        assert "Pas later." in page.content.decode()
        assert not RequestAnswer.objects.exists()

    def test_that_we_need_it_no_more_is_not_his_to_say(self, opened: Client, made):
        assert opened.post(answer_of(made), {"kind": "called_off"}).status_code == 200
        assert not RequestAnswer.objects.exists()

    def test_sent_twice_is_once_and_reads_the_same(self, opened: Client, made):
        sent = {"kind": "accepted", "submission": str(uuid.uuid4())}
        for _ in range(2):
            assert opened.post(answer_of(made), sent)["Location"] == DONE
        assert RequestAnswer.objects.count() == 1

    def test_sent_twice_at_once_reads_the_same_before_the_browser_knows(self, opened: Client, made):
        sent = {"kind": "done", "words": "Klaar.", "submission": str(uuid.uuid4())}
        before = dict(opened.session)
        opened.post(answer_of(made), sent)
        session = opened.session
        session.clear()
        session.update(before)
        session.save()
        assert opened.post(answer_of(made), sent)["Location"] == DONE
        assert opened.post(answer_of(made), sent | {"submission": str(uuid.uuid4())}).status_code == 404
        assert opened.post(answer_of(made), sent | {"submission": "x"}).status_code == 404
        assert opened.get(answer_of(made)).status_code == 404

    def test_what_the_officer_typed_meanwhile_is_said(self, cast: Cast, opened: Client, asked, made, now):
        requests.answer(asked, by=cast.noor, at=now)
        page = opened.post(answer_of(made), {"kind": "declined", "words": "Vol.", "seen": ""})
        assert "Er is intussen al geantwoord" in page.content.decode()
        assert RequestAnswer.objects.count() == 1

    def test_the_officer_reads_that_it_came_with_a_link(self, opened: Client, noor: Client, asked, made):
        opened.post(answer_of(made), {"kind": "accepted"})
        text = main(noor.get(reverse("desk:partnerrequest", args=[asked.ref])))
        assert "Met een link." in text
        assert "De partner doet het" in text


class TestOnePageForAllThatWorksNot:
    """Guessed, expired, revoked, closed, used, over: nobody can tell one from another."""

    @pytest.fixture
    def nothing(self, db, client: Client) -> str:
        page = client.get(reverse("partnerdesk:link", args=["verzonnen"]))
        assert page.status_code == 404
        assert "Deze link werkt niet" in page.content.decode()
        return main(page)

    def same(self, client: Client, made, nothing: str) -> None:
        for browser in (client, Client()):
            for url in (page_of(made), answer_of(made)):
                for page in (browser.get(url), browser.post(url, {"code": made.code, "kind": "done"})):
                    assert (page.status_code, main(page)) == (404, nothing)
        assert RequestAnswer.objects.count() <= 1

    def test_revoked_also_while_it_is_open(self, cast: Cast, nothing, opened: Client, made, now):
        made.link.revoke(by=cast.noor.acting(now), at=now)
        self.same(opened, made, nothing)

    def test_expired(self, nothing, opened: Client, made, monkeypatch):
        later = this_moment() + LINK_LASTS
        monkeypatch.setattr("regie.entrance.middleware.now", lambda: later)
        self.same(opened, made, nothing)

    def test_closed_by_guessing(self, nothing, opened: Client, made):
        for _ in range(MOST_WRONG):
            Client().post(page_of(made), {"code": "BBBB-BBBB"})
        self.same(opened, made, nothing)

    def test_used_by_another_browser(self, nothing, opened: Client, made, now):
        links.answer(links.found(made, at=now), at=now)
        self.same(opened, made, nothing)

    def test_answered_for_good_by_telephone(self, cast: Cast, nothing, opened: Client, asked, made, now):
        requests.answer(asked, AnswerKind.DONE, by=cast.noor, at=now)
        self.same(opened, made, nothing)

    def test_once_he_is_not_involved(self, cast: Cast, nothing, opened: Client, asked, made, now):
        asked.involvement.end(ended_on=day(now), why="Klaar.", by=cast.noor.acting(now), at=now)
        self.same(opened, made, nothing)

    def test_what_he_typed_is_not_lost_to_him(self, cast: Cast, opened: Client, made, now):
        made.link.revoke(by=cast.noor.acting(now), at=now)
        sent = {"kind": "done", "words": "Alles <b>ligt</b> op volgorde."}
        page = opened.post(answer_of(made), sent)
        assert page.status_code == 404
        assert "Dit schreef u. Het is niet vastgelegd." in main(page)
        assert "Alles &lt;b&gt;ligt&lt;/b&gt; op volgorde." in page.content.decode()
        guessed = reverse("partnerdesk:link_request", args=["verzonnen"])
        assert main(opened.post(guessed, sent)) == main(page)

    def test_who_tries_too_often_waits(self, db, client: Client):
        for number in range(60):
            client.get(reverse("partnerdesk:link", args=[f"nee{number}"]))
        assert client.get(reverse("partnerdesk:link", args=["nee"])).status_code == 429
        assert not OneTaskLink.objects.exists()
