"""The manager reads of each partner since when, when he last came in, and whether an officer involves him now."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.accounts.models import AccountReview, User
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.partners.models import Professional, Seat
from regie.ui.words import moment, written
from tests.cast import Cast, sign_in
from tests.factories import people
from tests.factories.partners import move, organisation, professional, seat
from tests.office.test_reviewing_accounts import PAGE, answered

PROPOSED = "Voorstel: niet meer nodig."


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def wil(cast: Cast) -> Client:
    return sign_in(cast.wil)


@pytest.fixture
def entry(cast: Cast, now) -> Professional:
    return professional(cast, at=now, organisation=organisation(cast, at=now))


@pytest.fixture
def els(entry, now) -> User:
    return seat(entry, at=now)


def said(wil: Client, els: User) -> tuple[str, str]:
    """What stands above and under the question about him."""
    field = wil.get(PAGE).context["form"].fields[str(els.pk)]
    return str(field.label), str(field.help_text)


class TestWhatIsToldOfHim:
    def test_since_when_and_when_he_came_last(self, wil: Client, els, now):
        label, known = said(wil, els)
        assert label == "Els Janssen, Kredietbank Limburg"
        assert known.startswith(f"Partner sinds {written(day(now))}. Nog nooit ingelogd.")
        User.objects.filter(pk=els.pk).update(last_login=now, is_active=False)
        assert f"Laatst ingelogd: {moment(now)}. Het account staat uit." in said(wil, els)[1]

    def test_whom_nobody_involves_is_proposed_for_closing(
        self, wil: Client, cast: Cast, trajectory, els, now
    ):
        assert f"Nu bij geen jongere betrokken. {PROPOSED}" in said(wil, els)[1]
        his = Seat.objects.get().professional
        told = people.involve(trajectory, by=cast.noor, at=now, professional=his)
        assert said(wil, els)[1].endswith("Nu betrokken bij een jongere.")
        page = wil.get(PAGE).content.decode()
        assert "Jayden" not in page
        told.end(ended_on=day(now), why="Klaar.", by=cast.noor.acting(now), at=now)
        assert PROPOSED in said(wil, els)[1]

    def test_another_of_his_bank_keeps_nobody_in(self, wil: Client, cast: Cast, trajectory, els, now):
        other = professional(cast, "Loes", at=now)
        loes = seat(other, at=now)
        people.involve(trajectory, by=cast.noor, at=now, professional=other)
        assert PROPOSED in said(wil, els)[1]
        assert PROPOSED not in said(wil, loes)[1]

    def test_who_works_elsewhere_as_well(self, wil: Client, cast: Cast, entry, els, now):
        move(entry, cast, at=now)
        assert said(wil, els)[1].endswith(f"werkt ergens anders, zegt de sociale kaart. {PROPOSED}")

    def test_of_a_colleague_only_his_roles_are_asked(self, wil: Client, cast: Cast, now):
        seat(professional(cast, "Noor", at=now), at=now, user=cast.noor, promised=False)
        assert said(wil, cast.noor)[1].startswith("Re-integratieofficier.")

    def test_the_page_of_partners_says_so_too(self, wil: Client, cast: Cast, trajectory, entry, els, now):
        page = reverse("office:partners")
        assert PROPOSED in wil.get(page).content.decode()
        people.involve(trajectory, by=cast.noor, at=now, professional=entry)
        shown = wil.get(page).content.decode()
        assert PROPOSED not in shown
        assert "Nu betrokken bij een jongere." in shown


class TestLooking:
    def test_nothing_is_chosen_beforehand_and_no_role_is_offered(self, wil: Client, els):
        field = wil.get(PAGE).context["form"][str(els.pk)]
        assert not field.value()
        assert [value for value, _ in field.field.choices] == ["kept", "ended"]

    def test_who_is_needed_no_more_comes_in_no_more(self, wil: Client, els):
        his = sign_in(els)
        assert his.get("/partner/betrokken/").status_code == 200
        page = wil.post(PAGE, answered(wil, **{str(els.pk): "ended"}), follow=True).content.decode()
        assert "Controle vastgelegd." in page
        assert "Partner" in page
        assert his.get("/partner/betrokken/").status_code in (302, 403, 404)

    def test_without_an_answer_of_him_nothing_is_written(self, wil: Client, els):
        page = wil.post(PAGE, answered(wil, **{str(els.pk): ""})).content.decode()
        assert "Kies een antwoord." in page
        assert not AccountReview.objects.exists()


def test_a_year_later_he_is_still_asked(wil: Client, cast: Cast, els, now):
    Seat.objects.update(since=day(now) - timedelta(days=365))
    assert f"Partner sinds {written(day(now) - timedelta(days=365))}." in said(wil, els)[1]
