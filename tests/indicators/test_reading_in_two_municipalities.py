"""Who works in two municipalities reads the indicators of one at a time."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant
from regie.indicators.models import Indicator, Observation
from tests.cast import TESTER, employ, sign_in
from tests.factories.measures import account, define, indicator

LIST = reverse("office:indicators")


@pytest.fixture
def told(cast, now) -> Indicator:
    """Each municipality has an indicator of its own, and a figure of one that is shipped; the country has one too."""
    loek = employ("Loek", Role.PROGRAMME_MANAGER, cast.elsewhere, at=now)
    indicator(cast, "Alleen van Heerlen", at=now, by=loek, where=cast.elsewhere)
    indicator(cast, "Alleen van Sittard", at=now)
    shared = indicator(cast, "Van het hele land", at=now)
    counted = define(shared, cast, at=now)
    Indicator.objects.filter(pk=shared.pk).update(municipality=None, code="land")
    for by, place, value in ((loek, cast.elsewhere, "21.5"), (cast.rosa, cast.here, "12.5")):
        figure = account(region=place.cbs_code, value=Decimal(value))
        acting = {"by": by.acting(now), "at": now}
        Observation.tell(definition=counted, municipality=place, account=figure, **acting)
    return shared


@pytest.fixture
def both(cast, now) -> Client:
    """Bas, who works in Heerlen and since last week here too."""
    since = now.date() - timedelta(days=9)
    RoleGrant.grant(user=cast.bas, role=Role.OFFICER, municipality=cast.here, since=since, by=TESTER, at=now)
    return sign_in(cast.bas)


@pytest.mark.parametrize(
    ("asked", "title", "own", "value", "other", "others"),
    [
        ("", "Heerlen", "Alleen van Heerlen", "21,5%", "Alleen van Sittard", "12,5%"),
        ("GM0917", "Heerlen", "Alleen van Heerlen", "21,5%", "Alleen van Sittard", "12,5%"),
        ("GM1883", "Sittard-Geleen", "Alleen van Sittard", "12,5%", "Alleen van Heerlen", "21,5%"),
        ("GM9999", "Heerlen", "Alleen van Heerlen", "21,5%", "Alleen van Sittard", "12,5%"),
    ],
)
def test_he_chooses_whose_and_reads_on_in_it(both, told, asked, title, own, value, other, others):
    page = both.get(LIST, {"gemeente": asked} if asked else {}).content.decode()
    assert f"Indicatoren {title}" in page
    for there in (own, value, "Van het hele land", "Een andere gemeente"):
        assert there in page, there
    for elsewhere in (other, others):
        assert elsewhere not in page, elsewhere
    (url,) = re.findall(rf'href="({reverse("office:indicator", args=[told.ref])}[^"]*)"', page)
    read = both.get(url).content.decode()
    assert value in read
    assert others not in read


def test_who_works_in_one_has_nothing_to_choose(noor, bas, told):
    for client, value, others in ((noor, "12,5%", "21,5%"), (bas, "21,5%", "12,5%")):
        for asked in ("", "GM0917", "GM1883"):
            page = client.get(LIST, {"gemeente": asked}).content.decode()
            assert value in page
            assert others not in page
            assert "Een andere gemeente" not in page
