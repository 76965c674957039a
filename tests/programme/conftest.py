"""Pia, her browser, and the page that she keeps."""

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
def pia(cast: Cast, now) -> User:
    """The programme manager."""
    return programme.keeper(cast, at=now)


@pytest.fixture
def plan(cast: Cast, pia: User, now) -> Intervention:
    """The page of the RIO."""
    return programme.begin(cast, by=pia, at=now)


@pytest.fixture
def hers(pia: User) -> Client:
    """Her browser."""
    return sign_in(pia)
