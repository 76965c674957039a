"""What a colleague can be asked to do with a link: he is a server and a browser of his own; an act is as in `acts`."""

import re
from collections.abc import Iterator
from typing import Any

from django.test import Client
from django.urls import reverse

from regie.accounts.models import User
from regie.base.clock import now
from regie.privacy.enums import Verb
from regie.requests.models import LinkEvent, OneTaskLink, PartnerRequest
from regie.requests.models.one_task_link import WRITTEN
from tests.factories import links
from tests.prove.acts import Deed, acting


def make_a_link(*, by: str, request: int) -> Deed:
    """For this request; answers its token and its code."""
    asked = PartnerRequest.objects.select_related("trajectory__person", "trajectory__municipality").get(
        pk=request
    )
    who = User.objects.get(email=f"{by}@example.nl")

    def deed() -> list[str]:
        made = links.link(asked, by=who, at=now())
        return [made.token, made.code]

    return deed


def open_in_a_browser(*, token: str, code: str) -> Deed:
    """Types the code; answers the session of that browser, to go on with, and which sending his form is."""

    def deed() -> list[str]:
        browser = Client()
        opened = browser.post(reverse("partnerdesk:link", args=[token]), {"code": code}, follow=True)
        (sent,) = re.findall(r'name="submission" value="(\S+)"', opened.content.decode())
        return [browser.cookies["sessionid"].value, sent]

    return deed


def answer_with_a_link(*, token: str, session: str, sent: str, kind: str, words: str = "") -> Deed:
    """Presses a button on the page that he has open; answers the status, and what the page says."""
    browser = Client()
    browser.cookies["sessionid"] = session
    address = reverse("partnerdesk:link_request", args=[token])
    answer = {"kind": kind, "words": words, "submission": sent}
    return lambda: _told(browser.post(address, answer))


def type_codes(*, token: str, codes: list[str]) -> Deed:
    """Types these, one after the other; answers each status with what the page says."""
    browser, address = Client(), reverse("partnerdesk:link", args=[token])
    return lambda: [_told(browser.post(address, {"code": code})) for code in codes]


def revoke_a_link(*, by: str, token: str) -> Deed:
    """Makes it worthless."""
    (found,) = OneTaskLink.objects.by_token(token).select_related(
        "trajectory__person", "trajectory__municipality"
    )
    who = acting(by)
    return lambda: found.revoke(by=who, at=now()).pk


def steps_of(*, token: str) -> Deed:
    """What happened to it."""
    steps = LinkEvent.objects.filter(link__in=OneTaskLink.objects.by_token(token)).order_by("pk")
    return lambda: list(steps.values_list("step", flat=True))


def of_links() -> Iterator[tuple[str, Any]]:
    """Every change of a link that asks for an entry: the verb and its subject."""
    for made in OneTaskLink.objects.select_related("trajectory__person"):
        yield Verb.LINK_MADE.value, made.trajectory.person.ref
    for event in LinkEvent.objects.select_related("link__trajectory__person"):
        if event.step in WRITTEN:
            yield WRITTEN[event.step].value, event.link.trajectory.person.ref


def _told(page: Any) -> list[Any]:
    """The status, and where it leads or what stands above and beside what was typed."""
    if page.status_code == 302:
        return [302, page["Location"]]
    main = page.content.decode().split("<main")[1].split("</main>")[0]
    return [page.status_code, " ".join(re.sub(r"<[^>]*>", " ", main).split())]
