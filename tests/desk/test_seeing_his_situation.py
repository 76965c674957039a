"""How his situation stands: on his page, in all that was told of it, and as it was known on another day."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.trajectories.enums import CircumstanceKind as Kind
from regie.trajectories.enums import CircumstanceValue as Value
from tests.cast import Cast
from tests.factories import people

TODAY = date(2026, 11, 18)


@pytest.fixture
def told(cast: Cast, trajectory, now):
    """He got social assistance; since yesterday it stopped. His card expired last week."""
    earlier, yesterday = TODAY - timedelta(days=400), TODAY - timedelta(days=1)
    by = {"by": cast.noor, "at": now}
    people.situate(trajectory, Value.VALID_ID, happened_on=earlier, valid_until=date(2026, 11, 11), **by)
    people.situate(trajectory, Value.SOCIAL_ASSISTANCE, happened_on=earlier, source="UWV", **by)
    return people.situate(trajectory, Value.NO_BENEFIT, happened_on=yesterday, **by)


def page(client: Client, name: str, trajectory) -> str:
    return client.get(reverse(f"desk:{name}", args=[trajectory.person.ref])).content.decode()


def test_his_page_shows_what_holds_now_and_that_his_card_expired(trajectory, told, noor: Client):
    shown = page(noor, "person", trajectory)
    assert "Geen uitkering" in shown
    assert "UWV" not in shown  # who told of the social assistance that stopped
    assert "Verlopen" in shown


def test_all_that_was_told_stands_there_with_what_can_be_done(trajectory, told, noor: Client):
    shown = page(noor, "circumstances", trajectory)
    assert shown.count("Geldt nu") == 2
    assert shown.count("Eerder") == 1
    assert "Bijstand" in shown
    assert reverse("desk:correct_circumstance", args=[told.ref]) in shown
    assert reverse("desk:withdraw_circumstance", args=[told.ref]) in shown


def test_what_was_asked_and_nobody_knows_says_when_it_was_asked(cast: Cast, trajectory, now, noor: Client):
    people.situate(trajectory, Value.UNKNOWN, kind=Kind.HOME, by=cast.noor, at=now)
    assert "Nagevraagd op 18 november 2026" in page(noor, "person", trajectory)


def test_with_nothing_told_it_says_so(trajectory, noor: Client):
    assert "Nog niets vastgelegd" in page(noor, "circumstances", trajectory)


def test_the_coordinator_reads_it_and_changes_nothing(trajectory, told, fatima: Client):
    for name in ("person", "circumstances"):
        shown = page(fatima, name, trajectory)
        assert "Geen uitkering" in shown
        assert "/nieuw/" not in shown
        assert str(told.ref) not in shown
