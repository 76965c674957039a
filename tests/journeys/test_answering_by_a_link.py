"""Noor sends a link for one request; who has no account reads the mail, types the code that she rang, and answers."""

import re
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from regie.approach.enums import StepActor
from regie.base.clock import day, now
from regie.base.errors import NotValid
from regie.requests.actions import NewLink
from regie.requests.enums import AnswerKind
from regie.requests.models import PartnerRequest, RequestAnswer
from regie.requests.rules import LINK_LASTS, MOST_WRONG
from regie.trajectories.models import Involvement
from tests.cast import Cast
from tests.factories import goals, links, people, requests
from tests.factories.partners import organisation, professional
from tests.journeys.conftest import Arrives
from tests.journeys.visitor import Visitor
from tests.mailing.office import MailServer

STEP = "De brieven van de deurwaarder ordenen."
CLOSED = "Deze link werkt niet"
HOW = [
    pytest.param({}, id="at a desk"),
    pytest.param({"phone": True}, id="on a phone"),
    pytest.param({"javascript": False}, id="without JavaScript"),
]


def answered(made: NewLink, request: PartnerRequest, cast: Cast) -> None:
    links.answer(links.found(made, at=now()), AnswerKind.DONE, at=now())


def revoked(made: NewLink, request: PartnerRequest, cast: Cast) -> None:
    made.link.revoke(by=cast.noor.acting(now()), at=now())


def guessed(made: NewLink, request: PartnerRequest, cast: Cast) -> None:
    for _ in range(MOST_WRONG):
        with pytest.raises(NotValid):
            links.enter(made, at=now(), code="BBBB-BBBB")


def answered_by_telephone(made: NewLink, request: PartnerRequest, cast: Cast) -> None:
    requests.answer(request, AnswerKind.DONE, by=cast.noor, at=now())


def withdrawn(made: NewLink, request: PartnerRequest, cast: Cast) -> None:
    request.withdraw(by=cast.noor.acting(now()), at=now())


ENDINGS = (answered, revoked, guessed, answered_by_telephone, withdrawn)


@pytest.fixture
def involved(cast: Cast) -> Involvement:
    """Els, who has no account, helps Jayden because he asked for it; a step of his plan is hers."""
    trajectory = people.guide(cast, at=now())
    els = professional(cast, at=now(), organisation=organisation(cast, at=now()), email="els@bank.example")
    money = {"domain": "finances_and_debts", "domain_title": "Financiën en schulden"}
    goal = goals.goal(trajectory, words="Ik wil rust in mijn geld.", **money, by=cast.noor, at=now())
    goals.step(goal, by=cast.noor, at=now(), words=STEP, actor=StepActor.PARTNER)
    scope = "Dat u mijn schulden kent."
    told = {"professional": els, "ground": "own_request", "scope": scope}
    return people.involve(trajectory, by=cast.noor, at=now(), **told)


@pytest.fixture
def mailbox(post: MailServer, live_server: LiveServer, settings: Any) -> MailServer:
    """Who follows a link in a mail comes at the server of the test."""
    settings.REGIE_SITE, settings.EMAIL_TIMEOUT = live_server.url, 10
    return post


@pytest.fixture
def asked(cast: Cast, involved: Involvement) -> PartnerRequest:
    """Noor asked her something, by telephone."""
    return requests.ask(involved, by=cast.noor, at=now())


def sends_a_link(noor: Visitor, address: str) -> str:
    """From the request that she looks at; answers the code that she is shown."""
    noor.clicks("Link voor een partner")
    noor.clicks("Stuur een link")
    noor.types({"Naar welk e-mailadres?": address})
    noor.clicks("Link sturen")
    noor.sees("De mail is verstuurd. Bel nu de code door.")
    noor.shows("link-gestuurd")
    return noor.page.locator("code").first.inner_text()


def opens_with_the_code(els: Visitor, path: str, code: str) -> None:
    """In her own browser, as she was told."""
    els.goes_to(path)
    els.types({"Code": code})
    els.clicks("Verder")


def where_to(letter: EmailMessage, live_server: LiveServer) -> str:
    """The one address in a mail, without the server."""
    body = letter.get_body(("plain",))
    assert body
    (found,) = re.findall(rf"{live_server.url}(\S+)", body.get_content())
    return str(found)


def page_text(els: Visitor, token: str) -> str:
    els.goes_to(f"/partner/vraag/{token}/")
    return els.page.locator("body").inner_text()


def all_of(letter: EmailMessage) -> str:
    """Everything that whoever reads along may read of a mail."""
    parts = [part.get_content() for part in letter.walk() if not part.is_multipart()]
    return " ".join([*(f"{name}: {value}" for name, value in letter.items()), *parts])


@pytest.mark.parametrize("how", HOW)
def test_els_answers_what_noor_asked(
    cast: Cast,
    arrives: Arrives,
    involved: Involvement,
    mailbox: MailServer,
    live_server: LiveServer,
    how: dict,
):
    # Given Noor, who asks Els something for a step of his plan
    his = f"/jongeren/{involved.trajectory.person.ref}/"
    noor, address = arrives(cast.noor, **how), f"els.{'.'.join(how)}@bank.example"
    noor.goes_to(f"{his}gevraagd/nieuw/")
    later = f"{day(now()) + timedelta(days=9):%-d-%-m-%Y}"
    noor.types({"Wat vraagt u?": requests.LETTERS, "Voor wanneer?": later})
    noor.field("Bij welke stap hoort dit?").select_option(label=STEP)
    noor.clicks("Opslaan")
    noor.clicks("Wat was het antwoord?")
    # When she sends a link, the mail names nobody and holds no code
    code = sends_a_link(noor, address)
    (letter,) = mailbox.letters(address)
    secret = ("Jayden", "Els", "Kredietbank", "brieven", "Noor", "Schuldhulp", str(involved.ref), code)
    assert [word for word in secret if word in all_of(letter)] == []
    # Then Els opens it in her own browser, and reads nothing before the code
    els = arrives(**how)
    opens_with_the_code(els, where_to(letter, live_server), "BBBB BBBB")
    els.sees("Een gemeente vraagt u iets", "Deze code klopt niet. Kijk hem na, of bel wie hem gaf.")
    els.shows("link-verkeerde-code")
    els.does_not_see("Jayden")
    els.types({"Code": code.lower().replace("-", " ")})
    els.clicks("Verder")
    # And then that one request with its step, and no way on
    els.sees(f"Ik vraag u: {requests.LETTERS}", f"Stap: {STEP}")
    els.shows("link-vraag")
    els.does_not_see("Ik wil rust in mijn geld.")
    expect(els.page.locator("main").get_by_role("link")).to_have_count(0)
    els.clicks("Ik doe het")
    els.sees("Uw antwoord is vastgelegd", "De link werkt nu niet meer.")
    els.shows("link-beantwoord")
    # Then it stands beside the step, and in the ledger
    noor.goes_to(f"{his}plan/")
    noor.clicks("Ik wil rust in mijn geld.")
    noor.sees(STEP, "Gevraagd aan Els Janssen: De partner doet het.")
    noor.goes_to(f"{his}verstrekkingen/")
    noor.sees(f"Gelezen met een link: {requests.LETTERS} Met de stap waar dit bij hoort.")


def test_a_second_link_says_that_it_is_done(
    cast: Cast, arrives: Arrives, asked: PartnerRequest, mailbox: MailServer, live_server: LiveServer
):
    # Given Els, who answered with a link that she does it: one link is one answer
    first = links.link(asked, by=cast.noor, at=now())
    links.answer(links.found(first, at=now()), at=now())
    els = arrives(phone=True)
    els.goes_to(f"/partner/vraag/{first.token}/")
    els.sees(CLOSED, "Een link werkt een week, voor één antwoord.")
    els.shows("link-werkt-niet")
    # When Noor sends another, Els says with a note that it is done
    noor = arrives(cast.noor)
    noor.goes_to(f"/gevraagd/{asked.ref}/")
    code = sends_a_link(noor, "els.later@bank.example")
    (letter,) = mailbox.letters("els.later@bank.example")
    opens_with_the_code(els, where_to(letter, live_server), code)
    els.types({"Wilt u er iets bij zeggen?": "Alles ligt op volgorde."})
    els.clicks("Het is gedaan")
    els.sees("Uw antwoord is vastgelegd")
    # Then Noor reads so
    noor.goes_to(f"/jongeren/{asked.trajectory.person.ref}/gevraagd/")
    noor.opens("Eén keer eerder")
    noor.sees("Gedaan. Alles ligt op volgorde.")
    came = RequestAnswer.objects.order_by("pk").values_list("kind", "channel")
    assert list(came) == [("accepted", "link"), ("done", "link")]


def test_els_answers_by_keyboard_alone(cast: Cast, arrives: Arrives, asked: PartnerRequest):
    made = links.link(asked, by=cast.noor, at=now())
    els = arrives()
    els.goes_to(f"/partner/vraag/{made.token}/")
    els.tabs_to(els.field("Code"))
    els.page.keyboard.type(made.code)
    els.presses("Verder")
    els.tabs_to(els.field("Welke andere dag?"))
    els.page.keyboard.type(f"{day(now()) + timedelta(days=20):%-d-%-m-%Y}")
    els.page.keyboard.press("Enter")
    els.sees("U vulde een andere dag in.")
    els.looks()
    els.shows("link-andere-dag")
    els.tabs_to(els.field("Welke andere dag?"))
    els.page.keyboard.press("Delete")
    els.presses("Ik doe het niet")
    els.sees("Waarom niet? Schrijf dat op.")
    els.tabs_to(els.field("Wilt u er iets bij zeggen?"))
    els.page.keyboard.type("Ik heb geen plek meer.")
    els.presses("Ik doe het niet")
    els.sees("Uw antwoord is vastgelegd")
    assert RequestAnswer.objects.get().words == "Ik heb geen plek meer."


def test_what_works_no_more_is_one_page_for_all(
    cast: Cast, arrives: Arrives, involved: Involvement, monkeypatch: pytest.MonkeyPatch
):
    # Given links that are answered, revoked, closed by guessing, and of what was withdrawn; and one that nobody made
    asked = [
        requests.ask(involved, by=cast.noor, at=now(), words=f"Vraag {nth}?") for nth in range(len(ENDINGS))
    ]
    made = [links.link(one, by=cast.noor, at=now()) for one in asked]
    for one, request, ends in zip(made, asked, ENDINGS, strict=True):
        ends(one, request, cast)
    last = links.link(requests.ask(involved, by=cast.noor, at=now()), by=cast.noor, at=now())
    els = arrives()
    # When each is opened, then all say the same
    read = {page_text(els, token) for token in (*(one.token for one in made), "verzonnen")}
    assert len(read) == 1
    assert CLOSED in read.pop()
    # And so does the last, once its week is over
    els.goes_to(f"/partner/vraag/{last.token}/")
    els.sees("U kreeg een code door de telefoon.")
    later = now() + LINK_LASTS
    monkeypatch.setattr("regie.entrance.middleware.now", lambda: later)
    assert page_text(els, last.token) == page_text(els, "verzonnen")
