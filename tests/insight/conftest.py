"""Last year, in which twenty young people were guided."""

from datetime import datetime

import pytest

from regie.insight.rules import Year
from regie.trajectories.models import Trajectory
from tests.again import again
from tests.cast import Cast
from tests.factories import years
from tests.wall_clock import now as this_moment


@pytest.fixture
def today() -> datetime:
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def last_year(cast: Cast, now: datetime) -> list[Trajectory]:
    """Twelve were guided when it began, eight began, six stopped; Sem guides five of them."""
    return again(years.last_year, cast, at=now)


@pytest.fixture
def year(now: datetime) -> Year:
    """The year before this one."""
    return Year(now.year - 1, now.date())
