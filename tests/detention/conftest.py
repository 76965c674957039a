"""The young person of these tests."""

from datetime import datetime

import pytest

from regie.persons.models import Person
from tests.cast import TESTER, Cast
from tests.factories.people import JAYDEN


@pytest.fixture
def jayden(cast: Cast, now: datetime) -> Person:
    """Jayden, of whom nothing is told yet."""
    return Person.register(identity=JAYDEN, municipality=cast.here, by=TESTER, at=now)
