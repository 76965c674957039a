"""What the tests of the entrance can ask for: an empty count of wrong tries, and Noor with her app."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache

from regie.accounts.models import User
from tests.cast import Cast
from tests.entrance.codes import give_app
from tests.entrance.provider import provider, running_provider


@pytest.fixture(autouse=True)
def nothing_counted(db: None) -> Iterator[None]:
    """Wrong tries and used codes of another test do not count."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def noor_with_app(cast: Cast) -> User:
    """Noor, who has an app as second step."""
    give_app(cast.noor)
    return cast.noor


__all__ = ["noor_with_app", "nothing_counted", "provider", "running_provider"]
