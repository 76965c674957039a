"""Journeys: a real browser before a real server, with the cast."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from regie.accounts.models import User
from tests.cast import sign_in
from tests.entrance.provider import provider, running_provider
from tests.journeys.visitor import Visitor
from tests.mailing.office import post, running_mail_server
from tests.wall_clock import now as this_moment

# Playwright's own loop runs in this thread: Django would refuse the database here otherwise.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

QUIET = (
    "--no-sandbox",  # the tests may run as root
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
    "--disable-component-update",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",  # nothing leaves this computer
)
# What a machine needs that does three other things at once; who waits for nothing does not notice.
LONG, SEEN = 60_000, 15_000  # milliseconds
expect.set_options(timeout=SEEN)
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
Arrives = Callable[..., Visitor]
__all__ = ["Arrives", "post", "provider", "running_mail_server", "running_provider"]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's own Chromium, without anything that calls home."""
    return {**browser_type_launch_args, "executable_path": "/usr/bin/chromium", "args": list(QUIET)}


@pytest.fixture
def now() -> datetime:
    """A browser lives today."""
    return this_moment()


@pytest.fixture
def arrives(browser: Browser, live_server: LiveServer, tmp_path: Path) -> Iterator[Arrives]:
    """Brings somebody to the door: `arrives()`, or as a colleague who is signed in already: `arrives(cast.noor)`."""
    cache.clear()
    contexts = []

    def arrive(as_user: User | None = None, *, phone: bool = False, javascript: bool = True) -> Visitor:
        context = browser.new_context(
            viewport=PHONE if phone else DESK, java_script_enabled=javascript, locale="nl-NL"
        )
        contexts.append(context)
        if as_user:
            session = sign_in(as_user).cookies[settings.SESSION_COOKIE_NAME].value
            cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}
            context.add_cookies([cookie])
        context.set_default_timeout(LONG)
        pictures = Path(os.environ.get("REGIE_SHOTS", tmp_path))
        copy = None if javascript else browser.new_page(viewport=PHONE if phone else DESK)
        if copy:
            contexts.append(copy.context)
        return Visitor(context.new_page(), live_server.url, pictures=pictures, copy=copy)

    yield arrive
    for context in contexts:
        context.close()
