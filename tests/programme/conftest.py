"""Rosa, her browser, and the page that she keeps."""

from datetime import datetime

import pytest
from django.test import Client

from regie.accounts.models import User
from regie.base.clock import now as this_moment
from regie.programme.models import Intervention
from tests.cast import Cast, sign_in
from tests.factories import programme


@pytest.fixture
def now() -> datetime:
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def rosa(cast: Cast, now) -> User:
    """The programme manager."""
    return cast.rosa


@pytest.fixture
def plan(cast: Cast, rosa: User, now) -> Intervention:
    """The page of the RIO."""
    return programme.begin(cast, by=rosa, at=now)


@pytest.fixture
def hers(rosa: User) -> Client:
    """Her browser."""
    return sign_in(rosa)
