"""Which role comes in at which page at all."""

import pytest
from django.urls import reverse

from tests.cast import Cast, sign_in

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
    [("noor", "/jongeren/"), ("fatima", "/jongeren/"), ("wil", "/aanpak/"), ("ada", "/mijn-account/")],
)
def test_everyone_begins_where_his_work_is(cast: Cast, who: str, home: str):
    assert sign_in(getattr(cast, who)).get("/").headers["Location"] == home
