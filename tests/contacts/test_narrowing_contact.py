"""An officer looks for contact of one kind, and reads what Regie keeps of his road between it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant
from regie.contacts.enums import ContactKind, Outcome
from tests.cast import TESTER, Cast
from tests.factories import people
from tests.factories.people import meet


@pytest.fixture
def everything(cast: Cast, trajectory, now) -> str:
    meet(trajectory, by=cast.noor, at=now, kind=ContactKind.STREET, words="Bij de bakker.")
    meet(trajectory, by=cast.noor, at=now, outcome=Outcome.ATTEMPTED, words="Niemand deed open.")
    meet(trajectory, by=cast.noor, at=now, kind=ContactKind.PARTNER, party="Els Janssen", words="Overlegd.")
    return reverse("desk:contacts", args=[trajectory.person.ref])


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({}, {"Bij de bakker.", "Niemand deed open.", "Overlegd."}),
        ({"soort": "street"}, {"Bij de bakker."}),
        ({"soort": "met_hem"}, {"Bij de bakker.", "Niemand deed open."}),
        ({"soort": "partner"}, {"Overlegd."}),
        ({"uitkomst": "attempted"}, {"Niemand deed open."}),
        ({"soort": "partner", "uitkomst": "attempted"}, set()),
        ({"soort": "bestaat niet"}, {"Bij de bakker.", "Niemand deed open.", "Overlegd."}),
    ],
)
def test_only_what_was_asked(noor: Client, everything, asked: dict[str, str], shown: set[str]):
    page = noor.get(everything, asked).content.decode()
    assert {
        words for words in ("Bij de bakker.", "Niemand deed open.", "Overlegd.") if words in page
    } == shown
    assert ("Er is geen contact zoals u het vraagt." in page) == (not shown)
    assert ("Een keuze in dit adres bestaat niet." in page) == (asked.get("soort") == "bestaat niet")


def test_what_regie_keeps_is_hidden_until_one_asks(
    cast: Cast, trajectory, now, noor: Client, fatima: Client, everything
):
    people.turn(trajectory, by=cast.noor, at=now, words="Hij belde zijn moeder.")
    kept = ("Aangemeld", "Begeleid door Noor", "Keerpunt: Hij belde zijn moeder.", "Bijgehouden door Regie")
    assert not [line for line in kept if line in noor.get(everything).content.decode()]
    for client in (noor, fatima):
        page = client.get(everything, {"regie": "tonen"}).content.decode()
        assert not [line for line in kept if line not in page]
        assert "Bij de bakker." in page
        assert "Gepland einde" not in page


def test_both_stand_in_the_order_of_the_days(cast: Cast, trajectory, now, noor: Client, everything):
    people.turn(trajectory, by=cast.noor, at=now, happened_on=now.date() - timedelta(days=1), words="Keer.")
    page = noor.get(everything, {"regie": "tonen"}).content.decode()
    assert page.index("Bij de bakker.") < page.index("Keerpunt: Keer.")


def test_whom_he_guides_is_one_tap_away(
    cast: Cast, trajectory, noor: Client, sem: Client, bas: Client, fatima: Client
):
    way, his = reverse("desk:choose_contact"), reverse("desk:log_contact", args=[trajectory.person.ref])
    assert f'href="{way}"' in noor.get(reverse("desk:today")).content.decode()
    assert f'href="{way}"' not in fatima.get(reverse("desk:today")).content.decode()
    assert f'href="{his}"' in noor.get(way).content.decode()
    for other in (sem, bas):
        assert str(trajectory.person.ref) not in other.get(way).content.decode()
    assert fatima.get(way).status_code == 403


def test_whom_he_only_oversees_he_writes_nothing_of(cast: Cast, trajectory, now, sem: Client):
    """Sem coordinates too: he may see Jayden, whom Noor guides, and nothing of him is his to write."""
    since = now.date() - timedelta(days=1)
    RoleGrant.grant(
        user=cast.sem, role=Role.COORDINATOR, municipality=cast.here, since=since, by=TESTER, at=now
    )
    assert sem.get(reverse("desk:person", args=[trajectory.person.ref])).status_code == 200
    assert str(trajectory.person.ref) not in sem.get(reverse("desk:choose_contact")).content.decode()
