"""How many queries the desk of a partner takes, with few and with many with whom he is involved."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from regie.base.clock import now as this_moment
from tests.cast import Cast
from tests.isolation.addresses import addresses
from tests.pinned.counting import questions
from tests.pinned.partners import PINNED, Desk

FEW, MANY = (2, 2), (20, 200)  # with whom she is involved, and what she is asked
MOST = 12  # of a page of the desk of a partner, what he is asked included
DESK = {"partnerdesk:asked", "partnerdesk:involved"}


@pytest.fixture
def at() -> datetime:
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def cast(db: None, at: datetime) -> Cast:
    """The cast, by the clock of the pages."""
    return Cast.assemble(at=at)


def visit(desk: Desk, client: Client, what: str) -> Callable[[], Any]:
    """Asks for a page, or sends its form."""
    name = what.removeprefix("send ")
    (address,) = [address for address in addresses() if address.name == name]
    url = reverse(name, kwargs={part: desk.parts()[part] for part in address.parts})
    if name == what:
        return lambda: expect(client.get(url), 200)
    return lambda: expect(client.post(url, desk.typed(name)), 302)


def expect(response: Any, status: int) -> None:
    assert response.status_code == status, response.content.decode()


@pytest.mark.parametrize("size", [FEW, MANY])
def test_the_number_of_queries_is_pinned_whatever_the_number_of_rows(
    cast: Cast, at: datetime, size: tuple[int, int]
):
    desk, wrong = Desk(cast, size[0], requested=size[1], at=at), []
    for (who, what), number in PINNED.items():
        with transaction.atomic():
            asked = questions(visit(desk, desk.client(who), what))
            transaction.set_rollback(True)
        if len(asked) != number:
            wrong.append(f"{what} takes {who} {len(asked)} queries, not {number}:\n  " + "\n  ".join(asked))
    assert not wrong, "\n".join(wrong)


def test_a_list_of_a_partner_stays_under_its_ceiling():
    assert all(number <= MOST for (_, what), number in PINNED.items() if what in DESK)
