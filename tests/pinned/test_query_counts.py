"""How many questions each page asks of the database: pinned, and the same for two young people as for fifty.

A list page stays at most at 12 and a person page at 25. Five are of the frame around every page: the session
(read, and kept alive), the user, and his roles (to act, and to show). Change a number only with its reason in the commit.
"""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from regie.persons.rules import Identity
from tests.cast import Cast
from tests.factories import people

MOST_OF_A_LIST, MOST_OF_A_PERSON = 12, 25
PAGES = {
    "entrance:account": 7,
    "desk:people": 10,
    "desk:person": 12,
    "desk:log_contact": 9,
    "desk:correct_contact": 9,
    "desk:referrals": 7,
    "desk:referral": 9,
    "desk:correct_referral": 8,
    "desk:register_referral": 6,
}


@pytest.fixture
def filled(cast: Cast, now) -> Callable[[int], dict[str, list[object]]]:
    """So many young people guided by Noor, each with as many moments of contact, and as many open referrals."""

    def fill(number: int) -> dict[str, list[object]]:
        for count in range(number):
            guided = people.guide(
                cast, at=now, who=Identity(f"Guided{count}", f"Jongere{count}", date(2004, 1, 1))
            )
            people.meet(guided, by=cast.noor, at=now)
            referral = people.refer(
                cast, at=now, who=Identity(f"Open{count}", f"Ander{count}", date(2003, 1, 1))
            )
        moments = [people.meet(guided, by=cast.noor, at=now) for _ in range(number)]
        return {
            "desk:person": [guided.person.ref],
            "desk:log_contact": [guided.person.ref],
            "desk:correct_contact": [moments[-1].ref],
            "desk:referral": [referral.ref],
            "desk:correct_referral": [referral.ref],
        }

    return fill


def asked(client: Client, url: str) -> list[str]:
    """The questions that opening a page asks, after it was opened once (the second factor is asked once a session)."""
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return [query["sql"] for query in captured if not query["sql"].startswith(("SAVEPOINT", "RELEASE"))]


@pytest.mark.parametrize("number", [2, 50])
def test_every_page_asks_so_many_questions(filled, noor: Client, number: int):
    kwargs = filled(number)
    counts = {page: len(asked(noor, reverse(page, args=kwargs.get(page, [])))) for page in PAGES}
    assert counts == PAGES


def test_none_asks_too_many():
    assert max(PAGES.values()) <= MOST_OF_A_PERSON
    assert all(PAGES[page] <= MOST_OF_A_LIST for page in ("desk:people", "desk:referrals"))


@pytest.mark.parametrize("number", [2, 50])
def test_the_coordinators_list_too(filled, fatima: Client, number: int):
    filled(number)
    assert len(asked(fatima, reverse("desk:people"))) == PAGES["desk:people"]
