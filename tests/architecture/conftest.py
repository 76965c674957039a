"""What the guards ask for: a visit to every address by everyone."""

import logging
from datetime import datetime
from typing import Any

import pytest
from django.urls import get_resolver

from tests.architecture.addresses import addresses
from tests.architecture.visits import Visit, furnish, visit_all, visitors
from tests.cast import Cast

MUNICIPALITY = {
    "provider_id": "gemeente",
    "name": "uw gemeente",
    "client_id": "regie",
    "secret": "invented",
    "settings": {"server_url": "https://inloggen.example"},
}


@pytest.fixture
def visits(cast: Cast, now: datetime, settings: Any, caplog: pytest.LogCaptureFixture) -> list[Visit]:
    """What everyone got at every address."""
    caplog.set_level(logging.CRITICAL, logger="django.request")  # being refused is no news here
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [MUNICIPALITY]}}
    filling = furnish(cast, at=now)
    return list(visit_all(addresses(get_resolver().url_patterns), filling, visitors(cast)))
