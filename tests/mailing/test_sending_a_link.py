"""Noor sends a link for one request: a mail that names nobody, a code that she tells herself, and back again."""

import html
import re
import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.clock import now as this_moment
from regie.mailing.rules import LINK
from regie.privacy.models import JournalEntry
from regie.requests.enums import AnswerKind
from regie.requests.models import LinkEvent, OneTaskLink
from regie.requests.queries import linked_request
from tests.cast import Cast
from tests.factories import links, people, requests
from tests.factories.partners import organisation, professional
from tests.mailing.office import MailServer

NOT_SENT = "Link gemaakt, mail niet verstuurd"


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def asked(cast: Cast, trajectory, now):
    els = professional(cast, at=now, organisation=organisation(cast, at=now), email="els@bank.example")
    involved = people.involve(trajectory, by=cast.noor, at=now, professional=els)
    return requests.ask(involved, by=cast.noor, at=now)


def at(name: str, asked) -> str:
    return reverse(f"desk:{name}", args=[asked.ref])


def send(noor: Client, asked, email: str, **more: str):
    return noor.post(at("send_request_link", asked), {"email": email, **more}, follow=True)


def text(page) -> str:
    main = page.content.decode().split("<main")[1].split("</main>")[0]
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", main)))


def shown(page) -> tuple[str, str]:
    """The code and the address."""
    found = re.findall(r"<code>(.*?)</code>", page.content.decode())
    assert len(found) == 2, text(page)
    return found[0], found[1]


class TestItIsSent:
    def test_from_the_request_to_a_mail_and_a_code(self, noor: Client, asked, post: MailServer, now):
        assert at("request_link", asked) in noor.get(at("partnerrequest", asked)).content.decode()
        page = send(noor, asked, "from-the-request@bank.example")
        code, address = shown(page)
        assert "De mail is verstuurd. Bel nu de code door." in text(page)
        (mail,) = post.took("from-the-request@bank.example")
        assert address.startswith("https://regie.example.org" + LINK)
        assert address in mail["mail"].replace("=\r\n", "").replace("=\n", "")
        assert code not in mail["mail"]
        assert LinkEvent.objects.get().step == "mailed"
        token = address.removesuffix("/").split("/")[-1]
        opened = linked_request(token, at=this_moment())
        assert opened
        assert opened.link.has_code(code)

    def test_the_address_is_that_of_the_page(self):
        assert reverse("partnerdesk:link", args=["een"]) == f"{LINK}een/"

    def test_the_mail_names_nobody(self, cast: Cast, noor: Client, trajectory, asked, post: MailServer):
        send(noor, asked, "names-nobody@bank.example")
        (mail,) = post.took("names-nobody@bank.example")
        said = mail["mail"].replace("=\r\n", "").replace("=\n", "")
        person = trajectory.person
        els = asked.involvement.professional
        told = (person.given_names, person.family_name, asked.words, els.name, els.organisation.name)
        for secret in (*told, "Noor", asked.involvement.role, str(asked.ref), str(person.ref)):
            assert secret not in said, secret
        assert f"gemeente {cast.here}" in said

    def test_the_map_knows_the_address(self, noor: Client, asked):
        assert noor.get(at("send_request_link", asked)).context["form"]["email"].value() == "els@bank.example"

    def test_code_and_address_are_shown_once(self, noor: Client, asked, post: MailServer):
        code, address = shown(send(noor, asked, "once@bank.example"))
        page = noor.get(at("request_link", asked)).content.decode()
        assert code not in page
        assert address not in page
        assert "once@bank.example" in page

    def test_sent_twice_is_one_link_and_one_mail(self, noor: Client, asked, post: MailServer):
        sent = str(uuid.uuid4())
        for _ in range(2):
            page = send(noor, asked, "twice@bank.example", submission=sent)
            assert page.redirect_chain == [(at("request_link", asked), 302)]
        assert OneTaskLink.objects.count() == len(post.took("twice@bank.example")) == 1


class TestAMailServerThatRefuses:
    @pytest.mark.parametrize("mood", ["gone", "spam", "full", "busy", "hangs", "leaves", "silent"])
    def test_is_told_and_the_link_stands(self, noor: Client, asked, post: MailServer, mood: str):
        page = send(noor, asked, f"{mood}@link.example")
        assert NOT_SENT in text(page)
        assert "Stuur het adres zelf" in text(page)
        _, address = shown(page)
        assert Client().get(address.removeprefix("https://regie.example.org")).status_code == 200
        assert LinkEvent.objects.get().step == "not_mailed"

    def test_one_that_is_not_there_too(self, noor: Client, asked, post: MailServer, settings):
        settings.EMAIL_PORT = 1
        assert NOT_SENT in text(send(noor, asked, "els@bank.example"))


class TestItIsRefused:
    @pytest.mark.parametrize("email", ["els", "els@bank.nl, jan@bank.nl", "els@bank.nl\nBcc: jan@bank.nl"])
    def test_an_address_that_cannot_be_stays_beside_its_field(self, noor: Client, asked, email: str):
        page = send(noor, asked, email)
        assert "Dit is geen e-mailadres" in page.context["form"].errors["email"][0]
        assert html.escape(email.splitlines()[0]) in page.content.decode()
        assert not OneTaskLink.objects.exists()

    def test_while_one_works(self, cast: Cast, noor: Client, asked, now):
        links.link(asked, by=cast.noor, at=now)
        assert "werkt al een link" in text(send(noor, asked, "els@bank.example"))

    def test_of_what_asks_nothing_more(self, cast: Cast, noor: Client, asked, now):
        requests.answer(asked, AnswerKind.DONE, by=cast.noor, at=now)
        assert "vraagt niets meer" in text(send(noor, asked, "els@bank.example"))

    @pytest.mark.parametrize("who", ["sem", "fatima"])
    def test_for_who_does_not_guide_him(self, cast: Cast, asked, who: str, request):
        browser = request.getfixturevalue(who)
        for name in ("request_link", "send_request_link", "revoke_request_link"):
            assert browser.get(at(name, asked)).status_code in (403, 404)


class TestItIsTakenBack:
    def test_after_asking(self, cast: Cast, noor: Client, asked, now):
        made = links.link(asked, by=cast.noor, at=now)
        page = noor.get(at("request_link", asked))
        assert [action.label for action in page.context["page"].actions] == ["Link intrekken"]
        assert "meteen niet meer" in text(noor.get(at("revoke_request_link", asked)))
        assert not LinkEvent.objects.exists()
        page = noor.post(at("revoke_request_link", asked), {"seen": made.link.pk}, follow=True)
        assert "Link ingetrokken" in page.content.decode()
        assert "Werkt niet meer. Ingetrokken" in text(page)
        assert linked_request(made.token, at=this_moment()) is None
        last = JournalEntry.objects.order_by("-number").first()
        assert last
        assert last.verb == "link.revoked"

    def test_what_works_no_more_leads_back(self, cast: Cast, noor: Client, asked, now):
        assert noor.get(at("revoke_request_link", asked))["Location"] == at("request_link", asked)
        made = links.link(asked, by=cast.noor, at=now)
        made.link.revoke(by=cast.noor.acting(now), at=now)
        assert noor.get(at("revoke_request_link", asked))["Location"] == at("request_link", asked)

    def test_how_it_stands(self, cast: Cast, noor: Client, asked, now):
        made = links.link(asked, by=cast.noor, at=now - timedelta(minutes=1))
        links.enter(made, at=now)
        page = text(noor.get(at("request_link", asked)))
        assert "voor els@bank.example." in page
        assert "Werkt tot" in page
        assert "Geopend met de code" in page
