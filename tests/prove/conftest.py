"""An office with a database of its own, for the tests of one file."""

from collections.abc import Iterator
from functools import partial

import pytest

from tests.prove import acts
from tests.prove.databases import scratch
from tests.prove.office import Office


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Everybody is in place; nobody is referred yet."""
    with scratch(tmp_path_factory.mktemp("office")) as environment:
        opened = Office(environment)
        try:
            opened.alone(partial(acts.open_office))
            yield opened
        finally:
            opened.close()
