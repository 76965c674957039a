"""How many queries the pages of the social map take, with few and with many on it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.partners.actions import merge_listings
from tests.cast import Cast, sign_in
from tests.factories.partners import organisation, prison, professional
from tests.isolation.addresses import addresses
from tests.pinned.counting import questions
from tests.pinned.social_map import LISTS, PINNED

FEW, MANY, CROWD = 2, 40, 500
LIST, PAGE = 12, 26  # the most that a list and any other page may ask
PARTNER = {"name": "Politie", "kind": "police", "phone": "0900-8844"}
SHEET = {"lines": "naam;soort\nPolitie;politie", "sure": "on"}
MENTOR = {"name": "Piet Pex", "role": "mentor"}


@pytest.fixture
def at() -> datetime:
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def cast(db: None, at: datetime) -> Cast:
    """The cast, by the clock of the pages."""
    return Cast.assemble(at=at)


class Map:
    """So many organisations, and as many people at the first of them."""

    def __init__(self, cast: Cast, size: int, *, people: int, at: datetime) -> None:
        self.cast, inside, long_ago = cast, prison(at=at), at - timedelta(days=300)
        self.partners = [
            organisation(cast, f"Partner {n}", at=at, checked_on=day(long_ago), district=f"Wijk {n}")
            for n in range(size)
        ]
        self.people = [
            professional(cast, f"Els {n}", at=long_ago, organisation=self.partners[0], facility=inside)
            for n in range(people)
        ]

        kept, gone = (organisation(cast, f"Zelfde {n}", at=at) for n in range(2))
        self.merge = merge_listings(kept=kept, gone=gone, by=cast.noor.acting(at), at=at)

    def visit(self, client: Client, what: str) -> Callable[[], Any]:
        """Asks for a page, or sends its form."""
        name = what.removeprefix("send ")
        refs = {
            "organisation_ref": self.partners[0].ref,
            "professional_ref": self.people[0].ref,
            "merge_ref": self.merge.ref,
        }
        (address,) = [address for address in addresses() if address.name == name]
        url = reverse(name, kwargs={part: refs[part] for part in address.parts})
        if name == what:
            return lambda: expect(client.get(url), {200, 405})
        if name == "desk:compare_organisation":
            return lambda: expect(client.post(url, {"other": self.partners[1].ref, "what": "this"}), {302})
        typed = SHEET if name == "desk:bring_in" else PARTNER if "organisation" in name else MENTOR
        status = 200 if name == "desk:bring_in" else 302
        return lambda: expect(client.post(url, typed | {"municipality": self.cast.here.pk}), {status})


def expect(response: Any, statuses: set[int]) -> None:
    assert response.status_code in statuses, response.content.decode()


def counted(filled: Map, pinned: dict[tuple[str, str], int]) -> list[str]:
    """Every page that takes another number of queries than was pinned."""
    wrong = []
    for (who, what), number in pinned.items():
        with transaction.atomic():
            asked = questions(filled.visit(sign_in(getattr(filled.cast, who)), what))
            transaction.set_rollback(True)
        if len(asked) != number:
            wrong.append(f"{what} takes {who} {len(asked)} queries, not {number}:\n  " + "\n  ".join(asked))
    return wrong


@pytest.mark.parametrize("size", [FEW, MANY])
def test_the_number_of_queries_is_pinned_whatever_the_number_of_rows(cast: Cast, at: datetime, size: int):
    wrong = counted(Map(cast, size, people=size, at=at), PINNED)
    assert not wrong, "\n".join(wrong)


def test_the_lists_ask_no_more_with_500_organisations(cast: Cast, at: datetime):
    lists = {key: number for key, number in PINNED.items() if key[1] in LISTS}
    assert not counted(Map(cast, CROWD, people=1, at=at), lists)


def test_lists_and_pages_stay_under_their_ceiling():
    for (_, what), number in PINNED.items():
        assert number <= (LIST if what in LISTS else PAGE), f"{what} takes {number} queries: too many."
