"""What every test can ask for: the cast, the moment, and a signed-in browser-less client."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from django.db import connection
from django.test import Client, TransactionTestCase
from hypothesis import HealthCheck, settings

from regie.privacy import append_only
from tests.again import again
from tests.cast import Cast, sign_in
from tests.factories import people
from tests.same_on_both import says_the_same_on_both
from tests.tables import made_once

settings.register_profile("default", deadline=None)
settings.register_profile("prove", deadline=None, max_examples=3_000, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

_flush = TransactionTestCase._fixture_teardown


def _flush_the_journal_too(case: TransactionTestCase) -> None:
    """Tests that empty their database lift the append-only triggers for that moment."""
    append_only.remove(connection)
    try:
        _flush(case)
    finally:
        append_only.install(connection)


TransactionTestCase._fixture_teardown = _flush_the_journal_too  # type: ignore[method-assign]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys are marked as such, and what is alike; with REGIE_REVERSE=1 everything runs in reverse order."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)
        if says_the_same_on_both(item):
            item.add_marker(pytest.mark.alike)
    if os.environ.get("REGIE_REVERSE") == "1":
        items.reverse()


MORNING = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
TODAY = datetime(2026, 11, 28, 11, tzinfo=UTC)  # of the pages: what was told at `now` is ten days old
ON_THE_DAY_OF_THE_MACHINE = {"journeys", "prove"}  # a browser and another process cannot be moved
time_machine.travel(TODAY, tick=True).start()  # before the first test is imported


@contextmanager
def _its_day(path: Path) -> Iterator[None]:
    """The suite lives on one day, whenever it is run, and its clock goes on; but for who cannot be moved."""
    if not ON_THE_DAY_OF_THE_MACHINE & {*path.parts}:
        yield
        return
    with time_machine.travel(time_machine.escape_hatch.datetime.datetime.now(UTC), tick=True):
        yield


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    """A module that asks for the day when it is imported, gets the day of its tests."""
    with _its_day(collector.path):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Everything that a test asks for is made on its day."""
    with _its_day(item.path):
        return (yield)


@pytest.fixture(scope="session")
def turn_at_the_tables() -> Iterator[ExitStack]:
    """Who runs beside us waits until our tables are made, or we for them."""
    with ExitStack() as stack:
        stack.enter_context(made_once())
        yield stack


@pytest.fixture(scope="session")
def django_db_setup(turn_at_the_tables: ExitStack, django_db_setup: None) -> None:
    """The database of the tests, with all tables."""
    turn_at_the_tables.close()


@pytest.fixture
def now() -> datetime:
    """A Wednesday morning in November 2026."""
    return MORNING


@pytest.fixture
def cast(db: None, now: datetime) -> Cast:
    """Two municipalities and the people who work there."""
    return again(Cast.assemble, at=now)


@pytest.fixture
def noor(cast: Cast) -> Client:
    """Noor's client: she guides Jayden."""
    return sign_in(cast.noor)


@pytest.fixture
def sem(cast: Cast) -> Client:
    """Sem's client: an officer in the same municipality."""
    return sign_in(cast.sem)


@pytest.fixture
def fatima(cast: Cast) -> Client:
    """Fatima's client: the coordinator."""
    return sign_in(cast.fatima)


@pytest.fixture
def rosa(cast: Cast) -> Client:
    """Rosa's client: the programme manager."""
    return sign_in(cast.rosa)


@pytest.fixture
def bas(cast: Cast) -> Client:
    """Bas's client: an officer elsewhere, who must not get in."""
    return sign_in(cast.bas)


@pytest.fixture
def referral(cast: Cast, now: datetime):
    """Jayden was referred, and nobody decided yet."""
    return again(people.refer, cast, at=now)


@pytest.fixture
def trajectory(cast: Cast, now: datetime):
    """Noor guides Jayden."""
    return again(people.guide, cast, at=now)
