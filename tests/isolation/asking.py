"""Somebody asks for a page or sends a form: all that he is told, and what it changed."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core import mail
from django.db import connection, transaction
from django.forms import BaseForm
from django.test import Client, TestCase
from django.urls import reverse

from regie.accounts.access import access_of
from regie.base.actors import Actor
from regie.base.clock import now
from regie.partners.queries import acting
from tests.isolation.addresses import Address
from tests.isolation.reading import told_by, told_by_mail
from tests.isolation.scene import Asked, Scene
from tests.isolation.secrets import Secret, found
from tests.isolation.state import State, Writes, difference, state, watched
from tests.isolation.typed import plausible
from tests.isolation.viewer import Viewer
from tests.isolation.viewers import VIEWERS

ODD_QUERY = "?pagina=2&next=/jongeren/&zoek=a&sorteer=-bsn&format=json&alles=1"
FORM = "application/x-www-form-urlencoded"
NOBODY = ("no-second-factor", "anonymous")
FAR = (  # together they reach every form
    "the-officer-who-guides-here",
    "functional_manager-here",
    "coordinator-here",
    *NOBODY,
)
SECOND_FACTOR = "/mijn-account/tweede-stap/"


@dataclass
class Answer:
    """What came back: its status, everything it told, the secrets in that, and what changed."""

    status: int
    told: str
    secrets: list[Secret]
    changes: list[str]


@dataclass
class Visit:
    """Somebody in the scene with his browser; every question finds the scene as it was."""

    viewer: Viewer
    scene: Scene
    client: Client = field(init=False)

    def __post_init__(self) -> None:
        self.client = self.viewer.comes_in(self.scene)

    def ask(self, asked: Asked, method: str = "GET", query: str = "", data: Any = None) -> Answer:
        """Asks, follows where it leads, and reads it all."""
        mail.outbox.clear()
        before = self.before
        with undone():
            browser, writes = self._browser(), Writes()
            with connection.execute_wrapper(writes), TestCase.captureOnCommitCallbacks(execute=True):
                response: Any = _send(browser, method, asked.url + query, data or {})
            way = [url for url, _ in response.redirect_chain]
            cookies = [morsel.value for morsel in browser.cookies.values()]
            told = "\n".join([told_by(response), told_by_mail(), *way, *cookies])
            changes = difference(before, self._state(writes.tables)) if writes.tables else []
            answer = Answer(_status(response), told, self.scene.hoard.found_in(told), changes)
        if method == "GET" and not query:
            self.scene.told[self.viewer.name, asked.url] = answer.secrets
        return answer

    def is_stopped_at(self, address: Address) -> bool:
        """Whether his role lets him in nowhere behind this address, whichever file he asks for."""
        access, actor = access_of(address.view), self.actor
        return bool(access and access.is_of_somebody and not (actor and access.admits(actor)))

    def told_at(self, asked: Asked) -> list[Secret]:
        """The secrets on a page; whoever asked for it before in this scene, is not sent again."""
        asking = (self.viewer.name, asked.url)
        if asking not in self.scene.told:
            self.ask(asked)
        return self.scene.told[asking]

    def page_at(self, asked: Asked) -> Any:
        """The page that he finds there, or None when he is sent elsewhere."""
        with undone():
            page = self._browser().get(asked.url)
            return None if page.has_header("Location") else page

    def leaks(self, answer: Answer, asked: Asked, query: str, data: Any) -> list[Secret]:
        """The secrets that he is told of the files he may not see, but those that he tells himself by asking."""
        promises = bool(data) and asked.address.name == "partnerdesk:conduct"
        leaked = [one for one in answer.secrets if not self.viewer.is_told(one, promises=promises)]
        known = found(leaked, f"{asked.url}{query}{data}")
        return [secret for secret in leaked if secret not in known]

    @cached_property
    def actor(self) -> Actor | None:
        """As whom he comes in; None without signing in, or without his second step."""
        user = self.viewer.user(self.scene)
        return acting(user, at=now()) if user and self.viewer.second_factor else None

    @cached_property
    def before(self) -> State:
        """How everything stands when he has come in; after each question it stands so again."""
        return self._state(watched())

    def _state(self, tables: Collection[str]) -> State:
        files = self.scene.files.values()
        unseen = {file.subject for file in files if file.name not in self.viewer.reads}
        return state(viewer=self.viewer.user(self.scene), unseen=unseen, tables=tables)

    def _browser(self) -> Client:
        """A browser with the same cookie: what happens in one does not reach the next."""
        browser = Client(raise_request_exception=False)
        browser.handler = self.client.handler  # the middleware keeps nothing of anyone: it is made once
        for name, morsel in self.client.cookies.items():
            browser.cookies[name] = morsel.value
        return browser


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside is undone."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def typed_at(asked: Asked, scene: Scene) -> dict[str, Any]:
    """What to send there: from the form that the first viewer finds who may send it, or who gets far in general.

    When somebody who may send it sees the page and no form on it, nobody is asked after him.
    """
    able = [viewer for viewer in VIEWERS if viewer.may_change(asked)]
    others = [] if asked.file else [viewer for viewer in VIEWERS if viewer.name in FAR]
    for viewer in able[:3] + others:
        with undone():
            page = Visit(viewer, scene).page_at(asked)
            form = page and (page.context or {}).get("form")
            if isinstance(form, BaseForm):
                return plausible(form, scene)
            if page and page.status_code in (200, 405) and viewer in able:
                return {}
    return {}


def _send(browser: Client, method: str, url: str, data: dict[str, Any]) -> Any:
    """Sends it and follows, but for the way to signing in: what stands there is asked for elsewhere in the matrix."""
    send = getattr(browser, method.lower())
    odd = method not in ("GET", "POST")
    kwargs = {"data": urlencode(data), "content_type": FORM} if odd else {"data": data}
    response = send(url, **kwargs)
    signing_in = response.headers.get("Location", "").startswith((reverse("account_login"), SECOND_FACTOR))
    if signing_in and "messages" not in browser.cookies:
        response.redirect_chain = [(response.headers["Location"], response.status_code)]
        return response
    if response.status_code in (307, 308) or not response.has_header("Location"):
        response.redirect_chain = []
        return response
    return browser._handle_redirects(response)  # type: ignore[attr-defined]  # what follow=True does


def _status(response: Any) -> int:
    """The first answer: a way elsewhere counts as such, wherever it ended; an error at the end counts most."""
    if response.status_code >= 500 or not response.redirect_chain:
        return int(response.status_code)
    return int(response.redirect_chain[0][1])
