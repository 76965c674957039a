"""Which role comes in at which page at all."""

from datetime import timedelta

import pytest
from django.urls import reverse

from config.navigation import MOST_ON_A_LINE
from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant
from regie.base.clock import day
from tests.cast import TESTER, Cast, sign_in

WHO_COMES_IN = {
    "desk:people": {"noor", "sem", "fatima", "bas"},
    "desk:referrals": {"noor", "sem", "fatima", "bas"},
    "desk:register_referral": {"noor", "sem", "bas"},
    "entrance:account": {"noor", "sem", "fatima", "bas", "wil", "ada"},
}


@pytest.mark.parametrize("page", WHO_COMES_IN)
def test_who_comes_in(cast: Cast, page: str):
    answers = {
        name: sign_in(getattr(cast, name)).get(reverse(page)).status_code
        for name in ("noor", "sem", "fatima", "bas", "wil", "ada")
    }
    assert answers == {name: 200 if name in WHO_COMES_IN[page] else 403 for name in answers}


@pytest.mark.parametrize(
    ("who", "home"),
    [("noor", "/vandaag/"), ("fatima", "/vandaag/"), ("wil", "/aanpak/"), ("ada", "/gronden/")],
)
def test_everyone_begins_where_his_work_is(cast: Cast, who: str, home: str):
    assert sign_in(getattr(cast, who)).get("/").headers["Location"] == home


@pytest.mark.parametrize(("who", "label"), [("noor", "Mijn jongeren"), ("fatima", "Jongeren")])
def test_the_menu_names_the_list_as_the_list_names_itself(cast: Cast, who: str, label: str):
    page = sign_in(getattr(cast, who)).get(reverse("desk:people"))
    assert page.context["page"].title == label
    assert [item.label for item in page.context["frame"].nav if item.current] == [label]


LESS = ["Aanpak", "Programma", "Indicatoren", "Inzicht"]


@pytest.mark.parametrize("who", ["noor", "fatima"])
def test_who_has_many_places_finds_those_he_needs_less_behind_meer(cast: Cast, who: str):
    page = sign_in(getattr(cast, who)).get(reverse("desk:people"))
    frame, shown = page.context["frame"], page.content.decode()
    assert [item.label for item in frame.nav_more] == LESS
    assert len(frame.nav_first) <= MOST_ON_A_LINE
    first, folded = shown.split('<details class="nav__more">')
    for item in frame.nav:
        assert f'<a href="{item.url}"' in (folded if item.more else first)


def test_where_he_is_stays_in_sight(cast: Cast):
    page = sign_in(cast.noor).get(reverse("office:approach")).content.decode()
    assert '<details class="nav__more" open>' in page


@pytest.mark.parametrize("who", ["wil", "ada", "rosa"])
def test_who_has_few_unfolds_nothing(cast: Cast, who: str):
    page = sign_in(getattr(cast, who)).get(reverse("office:programme"))
    assert not page.context["frame"].nav_more
    assert "nav__more" not in page.content.decode()


def test_who_guides_and_oversees_finds_the_list_once(cast: Cast, now):
    RoleGrant.grant(
        user=cast.fatima,
        role=Role.OFFICER,
        municipality=cast.here,
        since=day(now) - timedelta(days=1),
        by=TESTER,
        at=now,
    )
    page = sign_in(cast.fatima).get(reverse("desk:people"))
    labels = [item.label for item in page.context["frame"].nav]
    assert labels.count("Jongeren") == 1
    assert "Mijn jongeren" not in labels
