"""A server lives long: what it loaded is never garbage, and what a page makes is not looked through time and again."""

import gc
from collections.abc import Iterator

import pytest

from config.memory import LOOKS_AFTER, keep_what_is_loaded


@pytest.fixture
def as_it_was() -> Iterator[None]:
    """The collector of these tests is left as it was."""
    seldom = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*seldom)


@pytest.mark.usefixtures("as_it_was")
def test_what_was_loaded_is_out_of_sight_of_the_collector_which_looks_seldom():
    keep_what_is_loaded()
    assert gc.get_freeze_count() > 100_000
    assert gc.get_threshold()[0] == LOOKS_AFTER > 10_000


@pytest.mark.usefixtures("as_it_was")
def test_what_a_page_left_behind_is_still_taken_away():
    keep_what_is_loaded()
    for _ in range(10):
        left: list[object] = []
        left.append(left)
        del left
    assert gc.collect() >= 10
