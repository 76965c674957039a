"""What the guards ask for: a visit to every address by everyone, made once."""

import logging
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings
from django.urls import get_resolver

from tests.architecture.addresses import addresses
from tests.architecture.furniture import furnish
from tests.architecture.visits import Visit, visit_all, visitors
from tests.cast import Cast

NOW = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
MUNICIPALITY = {
    "provider_id": "gemeente",
    "name": "uw gemeente",
    "client_id": "regie",
    "secret": "invented",
    "settings": {"server_url": "https://inloggen.example"},
}


@pytest.fixture
def visits(db: None, visited: list[Visit]) -> list[Visit]:
    """What everyone got at every address."""
    return visited


@pytest.fixture(scope="session")
def visited(django_db_setup: None, django_db_blocker: Any) -> list[Visit]:
    """The same, made once; the rows that this took are gone again."""
    log = logging.getLogger("django.request")
    log.disabled = True  # being refused is no news here
    try:
        with django_db_blocker.unblock(), transaction.atomic():
            made = visit_everything()
            transaction.set_rollback(True)
    finally:
        log.disabled = False
    return made


def visit_everything() -> list[Visit]:
    """Everyone asks for every address, in an installation with single sign-on."""
    with override_settings(SOCIALACCOUNT_PROVIDERS={"openid_connect": {"APPS": [MUNICIPALITY]}}):
        cast = Cast.assemble(at=NOW)
        filling = furnish(cast, at=NOW)
        return list(
            visit_all(addresses(get_resolver().url_patterns), filling, lambda: visitors(cast, filling))
        )
