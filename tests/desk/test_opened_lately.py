"""Laatst geopend: the files that somebody opened himself, the last one first, as far as he may see them today."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.persons.rules import Identity
from regie.privacy.actions import log_access
from regie.privacy.enums import AccessGround
from regie.trajectories.models import Assignment
from tests.cast import Cast
from tests.factories import people

PAGES = ("/zoeken/", "/jongeren/")


def recent(client: Client, page: str = "/jongeren/") -> list[str]:
    return [person.label for person in client.get(page).context["page"].recent]


def open_file(client: Client, trajectory: Any) -> None:
    assert client.get(reverse("desk:person", args=[trajectory.person.ref])).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_the_last_one_comes_first_and_each_once(cast: Cast, trajectory, now, noor: Client, page: str):
    other = people.guide(cast, at=now, who=Identity("Kai", "Alders"))
    for opened in (other, trajectory, other):
        open_file(noor, opened)
    assert recent(noor, page) == ["Kai Alders", "Jayden Muller"]
    told = noor.get(page).content.decode()
    assert "Laatst geopend" in told
    assert reverse("desk:person", args=[other.person.ref]) in told


@pytest.mark.parametrize("page", PAGES)
def test_who_opened_nothing_reads_nothing_of_it(trajectory, noor: Client, page: str):
    assert "Laatst geopend" not in noor.get(page).content.decode()


def test_eight_and_no_more(cast: Cast, now, noor: Client):
    guided = [people.guide(cast, at=now, who=Identity(f"Kai {n}", "Alders")) for n in range(9)]
    for trajectory in guided:
        open_file(noor, trajectory)
    assert recent(noor) == [f"Kai {n} Alders" for n in range(8, 0, -1)]


@pytest.mark.parametrize("page", PAGES)
def test_what_a_colleague_opened_is_not_mine(trajectory, noor: Client, fatima: Client, page: str):
    open_file(noor, trajectory)
    assert recent(fatima, page) == []


def test_a_referral_leads_to_the_referral(referral, sem: Client):
    address = reverse("desk:referral", args=[referral.ref])
    sem.get(address)
    assert recent(sem, "/zoeken/") == ["Jayden Muller"]
    assert recent(sem, "/jongeren/") == []  # only who is guided stands there
    assert address in sem.get("/zoeken/").content.decode()


def test_whom_he_may_not_see_any_more_is_gone(cast: Cast, trajectory, now, noor: Client):
    open_file(noor, trajectory)
    yesterday = now.date() - timedelta(days=1)
    Assignment.objects.filter(trajectory=trajectory).update(since=yesterday, until=yesterday)
    for page in PAGES:
        assert recent(noor, page) == []
        assert "Jayden" not in noor.get(page).content.decode()


def test_an_entry_of_another_kind_of_actor_with_the_same_number_is_not_his(
    cast: Cast, trajectory, now, noor: Client
):
    somebody = type(cast.noor.acting(now))
    young = somebody("young_person", str(cast.noor.pk), "Jongere")
    log_access(
        municipality_code="GM1883",
        subject=trajectory.person.ref,
        page="desk:person",
        ground=AccessGround.ASSIGNMENT,
        by=young,
        at=now,
    )
    assert recent(noor) == []
