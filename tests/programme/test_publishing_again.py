"""Rosa publishes once more: who lays two versions side by side sees nobody come or go."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from regie.accounts.enums import Role
from regie.accounts.models import User
from regie.base.errors import NotValid
from regie.programme.actions import begin_as_shipped, draft_of, shipped_outline
from regie.programme.models import Intervention, PublishedPage
from regie.programme.rules import sections_in
from tests.cast import Cast, employ
from tests.factories.programme import grow, publish
from tests.programme.test_growing_the_caseload import guide, shown
from tests.programme.test_publishing import url_of


def caseload_in(page: PublishedPage) -> list[int | None]:
    """How many a version says were guided, month by month."""
    return [one.real for section in sections_in(page.document) for one in section.caseload]


def test_between_two_versions_nobody_is_seen_to_have_come(
    cast: Cast, plan: Intervention, rosa: User, hers: Client, now
):
    year = now.year - 1
    for number in range(5):
        guide(cast, number, since=date(year, 1, 20), at=now)
    grow(plan, 4, 5, year=year, by=rosa, at=now)
    assert caseload_in(publish(plan, by=rosa, at=now)) == [5, 5]
    guide(cast, 5, since=date(year, 2, 20), at=now)
    url = url_of(plan)
    page = hers.get(url).content.decode()
    assert "Gewijzigd sinds versie 1: Opbouw van de caseload." in page
    assert "niet getoond: het gaat om weinig mensen" in page
    assert caseload_in(publish(plan, by=rosa, at=now)) == [5, None]
    assert "Er is niets gewijzigd sinds versie 2." in hers.get(url).content.decode()
    for number in range(6, 12):
        guide(cast, number, since=date(year, 2, 20), at=now)
    with pytest.raises(NotValid, match="niets gewijzigd sinds versie 2"):  # hidden once, hidden ever
        publish(plan, by=rosa, at=now)


def test_a_version_that_was_taken_back_was_read_too(cast: Cast, plan: Intervention, rosa: User, now):
    for number in range(5):
        guide(cast, number, since=date(now.year - 1, 1, 20), at=now)
    grow(plan, 4, year=now.year - 1, by=rosa, at=now)
    first = publish(plan, by=rosa, at=now)
    first.take_back(reason="Eentje vergeten.", by=rosa.acting(now), at=now)
    guide(cast, 5, since=date(now.year - 1, 1, 21), at=now)
    assert caseload_in(publish(plan, by=rosa, at=now)) == [None]


def test_a_month_that_the_last_version_did_not_tell_was_told_by_the_one_before(
    cast: Cast, plan: Intervention, rosa: User, now
):
    for number in range(5):
        guide(cast, number, since=date(now.year - 1, 1, 20), at=now)
    planned = grow(plan, 4, year=now.year - 1, by=rosa, at=now)
    publish(plan, by=rosa, at=now)
    planned.withdraw(by=rosa.acting(now), at=now)
    publish(plan, by=rosa, at=now)
    guide(cast, 5, since=date(now.year - 1, 1, 21), at=now)
    grow(plan, 4, year=now.year - 1, by=rosa, at=now)
    assert caseload_in(publish(plan, by=rosa, at=now)) == [None]


def test_what_another_municipality_published_hides_nothing_here(
    cast: Cast, plan: Intervention, rosa: User, hers: Client, now
):
    for number in range(5):
        guide(cast, number, since=date(now.year - 1, 1, 20), at=now)
    grow(plan, 4, year=now.year - 1, by=rosa, at=now)
    loek = employ("Loek", Role.PROGRAMME_MANAGER, cast.elsewhere, at=now)
    told = {"by": loek.acting(now), "at": now}
    theirs = begin_as_shipped(shipped_outline("rio"), municipality=cast.elsewhere, **told)
    document = draft_of(plan, on=now.date()).document
    told |= {"pdf": b"", "version": 1, "changes": "Alles.", "submission": None}
    assert caseload_in(PublishedPage.add(intervention=theirs, document=document, **told)) == [5]
    guide(cast, 5, since=date(now.year - 1, 1, 21), at=now)
    assert [one for _, one in shown(hers, plan).values()] == ["6"]
    assert caseload_in(publish(plan, by=rosa, at=now)) == [6]


def test_a_month_that_was_not_over_is_shown_when_it_is(cast: Cast, plan: Intervention, rosa: User, now):
    eve = now.replace(day=1, hour=12) - timedelta(days=1)
    for number in range(5):
        guide(cast, number, since=eve.date() - timedelta(days=40), at=now)
    grow(plan, *[None] * (eve.month - 1), 4, year=eve.year, by=rosa, at=now)
    assert caseload_in(publish(plan, by=rosa, at=eve)) == [None]
    assert caseload_in(publish(plan, by=rosa, at=now)) == [5]


def test_who_looks_does_not_read_the_papers_of_every_version(plan: Intervention, rosa: User, now):
    publish(plan, by=rosa, at=now)
    with CaptureQueriesContext(connection) as asked:
        draft_of(plan, on=now.date())
    assert not [one["sql"] for one in asked if '"pdf"' in one["sql"]]
