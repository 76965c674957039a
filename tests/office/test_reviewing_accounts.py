"""Gebruikers: the page on which a manager looks at every account, and what was said before."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localtime

from regie.accounts.enums import Role
from regie.accounts.models import AccountReview, RoleGrant, User
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.ui.words import written
from tests.cast import Cast, employ, sign_in
from tests.factories.colleagues import review

PAGE = "/gebruikers/controle/GM1883/"


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def wil(cast: Cast) -> Client:
    """Wil's client: the functional manager."""
    return sign_in(cast.wil)


def answered(client: Client, **other: str) -> dict[str, str]:
    """The form as it was given, with everybody still needed but these."""
    form = client.get(PAGE).context["form"]
    given = {name: form[name].value() for name in ("seen", "submission")}
    return given | {name: "kept" for name in form.fields if name.isdecimal()} | other


class TestWhenItIsTime:
    @pytest.mark.parametrize(
        ("ago", "said"),
        [
            (0, "zijn gecontroleerd op"),
            (92, "zijn gecontroleerd op"),
            (93, "is te laat"),
            (None, "nog nooit gecontroleerd"),
        ],
    )
    def test_the_list_says_how_it_stands(self, wil: Client, cast: Cast, now, ago: int | None, said: str):
        if ago is not None:
            review(
                cast, at=localtime(now) - timedelta(days=ago)
            )  # by the calendar, over a change of the clock
        page = wil.get("/gebruikers/").content.decode()
        assert said in page
        assert PAGE in page
        if said != "zijn gecontroleerd op":
            assert "te verifiëren" in page


class TestLooking:
    def test_every_account_with_role_and_last_time_and_nothing_chosen(self, wil: Client, cast: Cast, now):
        User.objects.filter(pk=cast.noor.pk).update(last_login=now)
        User.objects.filter(pk=cast.sem.pk).update(is_active=False)
        page = wil.get(PAGE).content.decode()
        for words in (
            "Noor",
            "Re-integratieofficier. Laatst ingelogd:",
            "Nog nooit ingelogd. Het account staat uit.",
        ):
            assert words in page
        assert "checked" not in page
        assert "Uw eigen account beoordeelt u niet zelf." in page
        assert "bas@" not in page

    def test_it_is_written_down_and_stays_to_be_read(self, wil: Client, cast: Cast, now):
        typed = answered(wil, **{str(cast.sem.pk): "ended", str(cast.ada.pk): "changed"})
        page = wil.post(PAGE, typed, follow=True).content.decode()
        for words in (
            "Controle vastgelegd.",
            "Gedaan door Wil.",
            "Niet meer nodig",
            "de rollen pas ik aan",
            "Eigen account",
        ):
            assert words in page
        assert RoleGrant.objects.get(user=cast.sem).until == day(now)
        assert written(day(now)) in wil.get(PAGE).content.decode()
        assert "Sem" not in [one.label for one in wil.get(PAGE).context["form"]]

    def test_an_account_without_an_answer_is_named_and_the_rest_stays(self, wil: Client, cast: Cast):
        page = wil.post(PAGE, answered(wil, **{str(cast.sem.pk): ""})).content.decode()
        assert "Kies een antwoord." in page
        assert page.count("checked") == 4
        assert not AccountReview.objects.exists()

    def test_a_double_click_is_one_review(self, wil: Client, cast: Cast):
        typed = answered(wil)
        wil.post(PAGE, typed)
        again = wil.post(PAGE, typed)
        assert AccountReview.objects.count() == 1
        assert again.headers["Location"] == reverse(
            "office:past_review", args=[AccountReview.objects.get().ref]
        )

    def test_the_second_manager_is_told(self, wil: Client, cast: Cast, now):
        mia = sign_in(employ("Mia", Role.FUNCTIONAL_MANAGER, cast.here, at=now))
        typed = answered(mia)
        wil.post(PAGE, answered(wil))
        assert "Iemand anders heeft dit intussen al verbeterd." in mia.post(PAGE, typed).content.decode()
        assert AccountReview.objects.count() == 1

    @pytest.mark.parametrize("who", ["noor", "fatima", "ada", "bas"])
    def test_nobody_else_comes_in(self, cast: Cast, now, who: str):
        client, made = sign_in(getattr(cast, who)), review(cast, at=now)
        assert client.get(PAGE).status_code == 403
        assert client.get(reverse("office:past_review", args=[made.ref])).status_code == 403

    def test_each_review_shows_its_own_answers_and_each_municipality_its_own_reviews(
        self, wil: Client, cast: Cast, now
    ):
        employ("Ina", Role.FUNCTIONAL_MANAGER, cast.elsewhere, at=now)
        last_year, today = (review(cast, at=now - timedelta(days=ago)) for ago in (300, 0))
        AccountReview.objects.filter(pk=last_year.pk).update(municipality=cast.elsewhere)
        page = wil.get(PAGE).context["page"]
        assert [row[0].text for row in page.past] == [written(day(now))]
        shown = wil.get(reverse("office:past_review", args=[today.ref])).context["page"]
        assert [row[0].text for row in shown.rows] == ["Ada", "Fatima", "Noor", "Rosa", "Sem", "Wil"]

    def test_not_of_another_municipality(self, wil: Client, cast: Cast, now):
        assert wil.get("/gebruikers/controle/GM0917/").status_code == 404
        ina = sign_in(employ("Ina", Role.FUNCTIONAL_MANAGER, cast.elsewhere, at=now))
        made = review(cast, at=now)
        assert ina.get(reverse("office:past_review", args=[made.ref])).status_code == 404
        assert ina.get(PAGE).status_code == 404
