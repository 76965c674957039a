"""Looking changes nothing: a GET writes only that somebody looked."""

from collections.abc import Iterable, Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from regie.accounts.access import everyone
from regie.accounts.models import Region
from tests.architecture.addresses import addresses
from tests.architecture.source import none
from tests.architecture.visits import Visit, visit_all

MAY_BE_WRITTEN = {
    "privacy_accessentry": "who opened which file",
    "clocks_notice": "who was told of which term",
    "accounts_calendarreading": "when a calendar was read last",
    "django_session": "every click starts the half hour anew",
    "shared_cache": "counts of who tries too often",
}
# A mark that something was shown, at one address: the address and the table.
MARKS = {
    ("mfa_view_recovery_codes", "mfa_authenticator"): "allauth notes that the codes were seen",
    ("mfa_download_recovery_codes", "mfa_authenticator"): "allauth notes that the codes were seen",
}


def changing(visits: Iterable[Visit]) -> Iterator[str]:
    """Every GET that wrote to a table about anything else."""
    for visit in visits:
        for table in sorted(visit.written - set(MAY_BE_WRITTEN)):
            if (visit.name, table) not in MARKS:
                yield f"{visit}: looking wrote to {table}. Ask first, and change it at the POST."


def test_looking_changes_nothing(visits: list[Visit]):
    none(changing(visits))


def test_opening_a_file_is_written_down(visits: list[Visit]):
    (opened,) = [visit for visit in visits if visit.name == "desk:person" and visit.visitor == "Noor"]
    assert "privacy_accessentry" in opened.written


@everyone
def page(request: HttpRequest) -> HttpResponse:
    """A page that makes something when somebody looks at it."""
    Region.objects.get_or_create(name="Zuid-Limburg")
    return HttpResponse()


urlpatterns = [path("", page, name="page"), path("inloggen/", page, name="account_login")]


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_a_page_that_changes_something_is_found():
    found = list(changing(visit_all(addresses(urlpatterns[:1]), {}, lambda: {"nobody": Client()})))
    assert found == [
        "page (/, nobody): looking wrote to accounts_region. Ask first, and change it at the POST."
    ]
