"""What stories about messages begin with."""

from datetime import datetime

import pytest

from regie.intake.models import Message
from tests.cast import Cast
from tests.factories.messages import START, come_in


@pytest.fixture
def message(cast: Cast, now: datetime) -> Message:
    """That Jayden is detained, as DJI wrote it."""
    return come_in(START, cast, at=now)[0]
