"""Rosa, her browser, and the page that she keeps."""

from datetime import datetime
from decimal import Decimal

import pytest
from django.test import Client

from regie.accounts.models import User
from regie.indicators.models import Definition
from regie.programme.models import Intervention
from tests.cast import Cast, sign_in
from tests.factories import measures, programme
from tests.wall_clock import now as this_moment


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


@pytest.fixture
def one(cast: Cast, now) -> Definition:
    """An indicator with a definition, and no figure yet."""
    return measures.define(measures.indicator(cast, at=now), cast, at=now)


@pytest.fixture
def counted(one: Definition, cast: Cast, now) -> Definition:
    """The same with a figure of here and one of the country."""
    here = {"value": Decimal("17.4"), "low": Decimal("14.9"), "high": Decimal("20.1")}
    nation = {"value": Decimal("16.9"), "low": Decimal("16.7"), "high": Decimal("17.2")}
    for told in (here, nation | {"region": "NL", "edition": "mei 2024"}):
        measures.observe(one, cast, told=measures.account(**told), at=now)
    return one
