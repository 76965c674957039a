"""Databases of one's own: one for each test, and an office with one for all the tests of a file."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.prove import acts
from tests.prove.office import Office
from tests.prove.scratch import Environment, copy_of, migrated
from tests.prove.workers import crew


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Environment]:
    """A migrated database without a row of anybody, to be copied and not to be used."""
    with migrated(tmp_path_factory.mktemp("blank")) as environment:
        yield environment


@pytest.fixture(scope="session")
def staged(blank: Environment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Environment]:
    """One with the cast in it, to be copied and not to be used."""
    with copy_of(blank, tmp_path_factory.mktemp("staged")) as environment:
        with crew(environment, 1) as (worker,):
            worker.ask("stage")
        yield environment


@pytest.fixture
def database(staged: Environment, tmp_path: Path) -> Iterator[Environment]:
    """A database with the cast in it, for one test."""
    with copy_of(staged, tmp_path) as copied:
        yield copied


@pytest.fixture(scope="module")
def office(staged: Environment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Colleagues around a database with the cast in it, for all the tests of a file."""
    with copy_of(staged, tmp_path_factory.mktemp("office")) as environment:
        opened = Office(environment)
        try:
            opened.alone(partial(acts.open_office))
            yield opened
        finally:
            opened.close()
