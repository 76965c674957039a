"""A list is narrowed and ordered by codes in its address; pages keep them, and back from somebody leads to the same."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant
from regie.detention.enums import Arrival, Held
from regie.detention.queries import held_as
from regie.detention.rules import StayFacts, where
from regie.persons.rules import Identity
from regie.trajectories.models import Assignment, Trajectory
from tests.cast import TESTER, Cast, employ
from tests.factories import people
from tests.factories.detention import hold

PEOPLE, REFERRALS = "/jongeren/", "/aanmeldingen/"
NOTE = "Een keuze in dit adres bestaat niet."


@pytest.fixture
def three(cast: Cast, now) -> dict[str, Trajectory]:
    """Ali, whom Noor met five weeks ago; Bo, whom she met today; Cas, whom Sem guides and nobody met."""
    born = date(2004, 5, 3)
    made = {
        name: people.guide(cast, at=now, by=by, who=Identity(name, last, born))
        for name, last, by in (
            ("Ali", "Zeegers", cast.noor),
            ("Bo", "Maas", cast.noor),
            ("Cas", "Alders", cast.sem),
        )
    }
    long_ago = now - timedelta(weeks=5)
    Trajectory.objects.update(started_on=long_ago.date())
    people.meet(made["Ali"], by=cast.noor, at=now, happened_on=long_ago.date())
    people.meet(made["Bo"], by=cast.noor, at=now)
    return made


def names(client: Client, query: str = "", url: str = PEOPLE) -> list[str]:
    page = client.get(f"{url}?{query}").context["page"]
    return [card.name for card in page.cards] if url == PEOPLE else [row[0].text for row in page.rows]


def officers(client: Client) -> list[str]:
    asked = client.get(PEOPLE).context["page"].filters.all
    return [option.label for one in asked if one.name == "officier" for option in one.options]


class TestYoungPeople:
    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ("", ["Cas Alders", "Bo Maas", "Ali Zeegers"]),
            ("contact=4", ["Cas Alders", "Ali Zeegers"]),
            ("contact=8", ["Cas Alders"]),
            ("volgorde=naam", ["Cas Alders", "Bo Maas", "Ali Zeegers"]),
            ("volgorde=contact", ["Cas Alders", "Ali Zeegers", "Bo Maas"]),
            ("verblijf=onbekend&volgorde=naam", ["Cas Alders", "Bo Maas", "Ali Zeegers"]),
        ],
    )
    def test_the_coordinator_chooses(self, three, fatima: Client, query: str, expected: list[str]):
        assert names(fatima, query) == expected

    def test_by_officer_and_by_nobody(self, cast: Cast, three, fatima: Client, now):
        assert names(fatima, f"officier={cast.noor.pk}&volgorde=naam") == ["Bo Maas", "Ali Zeegers"]
        Assignment.objects.filter(trajectory=three["Cas"]).update(until=now.date())
        assert names(fatima, "officier=niemand") == ["Cas Alders"]

    def test_by_where_he_is(self, three, fatima: Client, now):
        inside, free = three["Ali"].person, three["Bo"].person
        hold(inside, at=now, entered_on=now.date() - timedelta(days=9))
        hold(free, at=now, entered_on=now.date() - timedelta(days=9), left_on=now.date())
        found = {code: names(fatima, f"verblijf={code}") for code in Held.values}
        assert found == {"vast": ["Ali Zeegers"], "vrij": ["Bo Maas"], "onbekend": ["Cas Alders"]}

    def test_an_officer_chooses_among_his_own_and_no_officer(self, cast: Cast, three, noor: Client):
        assert names(noor, "contact=4") == ["Ali Zeegers"]
        assert names(noor, f"officier={cast.sem.pk}&volgorde=naam") == ["Bo Maas", "Ali Zeegers"]
        assert 'name="officier"' not in noor.get(PEOPLE).content.decode()

    def test_an_officer_elsewhere_is_no_choice(self, cast: Cast, three, fatima: Client):
        told = fatima.get(f"{PEOPLE}?officier={cast.bas.pk}").content.decode()
        assert NOTE in told
        assert "Bas" not in told

    def test_officers_are_those_who_guide_somebody_she_sees(self, cast: Cast, three, now, fatima: Client):
        employ("Lotte", Role.OFFICER, cast.here, at=now)
        since = now.date()
        RoleGrant.grant(
            user=cast.fatima, role=Role.OFFICER, municipality=cast.elsewhere, since=since, by=TESTER, at=now
        )
        people.guide(
            cast, at=now, by=cast.bas, where=cast.elsewhere, who=Identity("Dao", "Bos", date(2004, 5, 3))
        )
        assert officers(fatima) == ["Alles", "Noor", "Sem", "Nog niemand"]

    @pytest.mark.parametrize("gone", ["assignment over", "role over", "another role", "elsewhere"])
    def test_who_guides_nobody_any_more_is_no_choice(self, cast: Cast, three, now, fatima: Client, gone: str):
        his = RoleGrant.objects.filter(user=cast.sem)
        if gone == "assignment over":
            Assignment.objects.filter(officer=cast.sem).update(until=now.date())
        elif gone == "role over":
            his.update(until=now.date())
        elif gone == "another role":
            his.update(role=Role.PRIVACY_OFFICER)
        else:
            his.update(municipality=cast.elsewhere)
            told = {"municipality": cast.elsewhere, "since": now.date(), "by": TESTER, "at": now}
            RoleGrant.grant(user=cast.fatima, role=Role.COORDINATOR, **told)
        assert officers(fatima) == ["Alles", "Noor", "Nog niemand"]
        assert names(fatima, "officier=niemand") == ["Cas Alders"]

    def test_what_was_chosen_is_drawn_as_chosen(self, cast: Cast, three, fatima: Client):
        (asked,) = [
            one
            for one in fatima.get(f"{PEOPLE}?contact=4").context["page"].filters.all
            if one.name == "contact"
        ]
        assert [option.value for option in asked.options if option.chosen] == ["4"]

    def test_nobody_fits_and_that_is_said(self, cast: Cast, three, noor: Client):
        told = noor.get(f"{PEOPLE}?contact=8").content.decode()
        assert "Niemand past bij deze keuzes." in told
        assert "Wis de keuzes" in told


@pytest.mark.parametrize("url", [PEOPLE, REFERRALS])
@pytest.mark.parametrize(
    "query", ["volgorde=-bsn", "volgorde=Alders", "volgorde=%F0%9F%8C%B7", "volgorde=1'--"]
)
def test_what_is_no_choice_is_left_out_and_said(three, fatima: Client, url: str, query: str):
    page = fatima.get(f"{url}?{query}")
    assert page.status_code == 200
    assert NOTE in page.content.decode()
    assert names(fatima, query, url) == names(fatima, "", url)
    assert NOTE not in fatima.get(url).content.decode()


class TestReferrals:
    def test_by_whether_it_was_weighed_and_in_order(self, cast: Cast, now, noor: Client):
        first = people.refer(
            cast, at=now, who=Identity("Kai", "Zeegers"), happened_on=now.date() - timedelta(days=3)
        )
        people.refer(cast, at=now, who=Identity("Bo", "Alders"))
        people.weigh(first, by=cast.noor, at=now)
        assert names(noor, "", REFERRALS) == ["Kai Zeegers", "Bo Alders"]
        assert names(noor, "stand=gewogen", REFERRALS) == ["Kai Zeegers"]
        assert names(noor, "stand=wegen", REFERRALS) == ["Bo Alders"]
        assert names(noor, "volgorde=nieuwste", REFERRALS) == ["Bo Alders", "Kai Zeegers"]
        assert names(noor, "volgorde=naam", REFERRALS) == ["Bo Alders", "Kai Zeegers"]


def test_pages_keep_the_choice_and_back_leads_to_the_same_list(cast: Cast, now, fatima: Client):
    for number in range(51):
        people.guide(cast, at=now, who=Identity(f"Kai {number:02}", "Alders"))
    told: Any = fatima.get(f"{PEOPLE}?volgorde=naam&pagina=2")
    assert [card.name for card in told.context["page"].cards] == ["Kai 50 Alders"]
    assert "?volgorde=naam&amp;pagina=1" in told.content.decode()
    person = Trajectory.objects.get(person__given_names="Kai 50").person
    crumbs = fatima.get(reverse("desk:person", args=[person.ref])).context["page"].crumbs
    assert crumbs[0].url == "/jongeren/?volgorde=naam&pagina=2"


def test_only_codes_are_remembered(three, fatima: Client):
    fatima.get(f"{PEOPLE}?volgorde=naam&zoek=Alders&contact=Zeegers")
    assert fatima.session["lists"] == {"desk:people": "volgorde=naam"}


DAY = date(2026, 11, 18)
DAYS = [None, DAY - timedelta(days=9), DAY - timedelta(days=3), DAY, DAY + timedelta(days=2)]


@pytest.mark.parametrize("left_on", DAYS)
@pytest.mark.parametrize("moved_on", DAYS)
def test_inside_or_free_is_the_same_in_sql_as_in_the_rule(cast: Cast, trajectory, now, moved_on, left_on):
    first = hold(trajectory.person, at=now, entered_on=DAY - timedelta(days=20))
    facts = [first.facts]
    if moved_on and (left_on is None or left_on >= moved_on) and moved_on <= DAY:
        told = {"entered_on": moved_on, "left_on": left_on if left_on and left_on <= DAY else None}
        facts.append(hold(trajectory.person, at=now, arrival=Arrival.MOVED, **told).facts)
    inside = where(facts, on=DAY) is not None
    found = [
        kind for kind in Held if held_as(kind, Trajectory.objects.all(), person="person", on=DAY).exists()
    ]
    assert found == [Held.INSIDE if inside else Held.FREE]
    assert where([StayFacts(Arrival.ENTERED, None)], on=DAY) == 0
