"""An officer sees at the top of his page where he is: what he is out of does not stand there."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from tests.factories import detention


@pytest.fixture
def shown(trajectory, noor: Client):
    """What stands in the header of his page."""

    def header() -> str:
        page = noor.get(reverse("desk:person", args=[trajectory.person.ref])).content.decode()
        return page.partition('class="person-header')[2].partition("Contact vastleggen")[0]

    return header


def test_what_the_referral_told_while_nothing_else_was_told(trajectory, shown):
    assert trajectory.referral.facility == "PI Sittard"
    assert "PI Sittard" in shown()


def test_where_he_is_held_by_the_last_stay(trajectory, shown, now):
    detention.hold(trajectory.person, at=now, entered_on=day(now) - timedelta(days=9), facility="PI Grave")
    assert "PI Grave" in shown()
    assert "PI Sittard" not in shown()


def test_who_is_out_is_in_no_facility(trajectory, shown, now):
    entered_on = day(now) - timedelta(days=9)
    detention.hold(trajectory.person, at=now, entered_on=entered_on, left_on=day(now) - timedelta(days=2))
    assert "PI Sittard" not in shown()
