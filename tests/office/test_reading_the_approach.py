"""Aanpak: who may read the rules and change a local one, and what the pages say."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.approach.enums import Layer
from regie.approach.models import Edition
from regie.ui.words import written
from tests.cast import Cast, employ, sign_in
from tests.factories.approaches import shipped

OLDEST = "/aanpak/GM1883/age.oldest/wijziging/"


@pytest.fixture
def wil(cast: Cast) -> Client:
    """Wil's client: the functional manager."""
    return sign_in(cast.wil)


def page(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def decision(client: Client, url: str = OLDEST, **typed: str) -> dict[str, str]:
    """The form as it was given, with this typed into it."""
    seen = client.get(url).context["form"].version
    return {"way": "own", "value": "29", "reason": "De raad besloot dit.", "seen": str(seen)} | typed


class TestReading:
    def test_every_rule_with_its_layer_its_difference_and_its_reason(self, noor: Client, cast: Cast):
        text = page(noor, reverse("office:approach"))
        for words in (
            "Aanpak Sittard-Geleen", "Oudste leeftijd, tot en met", "27 jaar", "Landelijk profiel", "Hier anders",
            "de dag van aannemen", "zo telt de gemeente", "Te verifiëren", "Leefgebieden", "Regelzaken",
            "maakhetzeniettemakkelijk.nl", "Gelezen op 20 november 2026", "Er is geen landelijke norm gepubliceerd.",
        ):  # fmt: skip
            assert words in text, words
        assert "/wijziging/" not in text

    def test_a_question_is_not_its_own_reason(self, noor: Client, cast: Cast):
        assert page(noor, reverse("office:approach")).count("Past zijn leeftijd?") == 1

    def test_only_the_manager_is_led_to_a_change(self, wil: Client):
        text = page(wil, reverse("office:approach"))
        assert OLDEST in text
        assert "content.life_domains/wijziging" not in text

    def test_a_municipality_without_an_own_layer_follows_the_land(self, bas: Client):
        text = page(bas, reverse("office:approach"))
        assert "Aanpak Heerlen" in text
        assert "Sittard" not in text.replace("uitvoeringsplan Preventie met Gezag Sittard-Geleen", "")

    @pytest.mark.parametrize(
        ("on", "said"),
        [("1-1-2024", "27 jaar"), ("31-12-2023", "nog niet geladen"), ("gisteren", "Dit is geen datum.")],
    )
    def test_another_day(self, noor: Client, cast: Cast, on: str, said: str):
        assert said in page(noor, f"{reverse('office:approach')}?op={on}")

    def test_who_works_in_two_municipalities_chooses(self, cast: Cast, now):
        from regie.accounts.enums import Role
        from regie.accounts.models import RoleGrant
        from tests.cast import TESTER

        since = now.date() - timedelta(days=9)
        RoleGrant.grant(
            user=cast.bas, role=Role.OFFICER, municipality=cast.here, since=since, by=TESTER, at=now
        )
        both = sign_in(cast.bas)
        assert "Aanpak Heerlen" in page(both, "/aanpak/")
        assert "Aanpak Sittard-Geleen" in page(both, "/aanpak/?gemeente=GM1883")
        assert "Aanpak Heerlen" in page(both, "/aanpak/?gemeente=GM9999")

    def test_two_editions_side_by_side(self, noor: Client, cast: Cast):
        national, local = Edition.objects.get(layer=Layer.NATIONAL), Edition.objects.get(layer=Layer.LOCAL)
        text = page(noor, f"/aanpak/vergelijking/?links={national.ref}&rechts={local.ref}")
        assert "Landelijk profiel, vanaf 1 januari 2024" in text
        assert text.count("Zegt hier niets over") >= 5
        assert "Anders" in text

    def test_a_criterion_is_named_by_its_question_wherever_that_is_asked(self, noor: Client, cast: Cast):
        local = Edition.objects.get(layer=Layer.LOCAL)
        text = page(noor, f"/aanpak/vergelijking/?links={local.ref}&rechts={local.ref}")
        assert "Gaat het om een delict met veel impact" in text
        assert "criteria." not in text

    def test_an_edition_that_is_not_his_is_not_compared(self, bas: Client, cast: Cast):
        local = Edition.objects.get(layer=Layer.LOCAL)
        text = page(bas, f"/aanpak/vergelijking/?links={local.ref}&rechts={local.ref}")
        assert "GM1883" not in text
        assert bas.get(reverse("office:export_edition", args=[local.ref])).status_code == 404

    def test_the_file_is_the_same_file(self, noor: Client, cast: Cast):
        edition = Edition.objects.get(layer=Layer.LOCAL)
        sent = noor.get(reverse("office:export_edition", args=[edition.ref]))
        assert sent.content.decode() == shipped("sittard-geleen")
        assert 'filename="sittard-geleen-2025-07-01.yaml"' in sent.headers["Content-Disposition"]

    def test_the_privacy_officer_has_no_business_here(self, cast: Cast):
        assert sign_in(cast.ada).get(reverse("office:approach")).status_code == 403


class TestChanging:
    def test_from_a_day_on(self, wil: Client, cast: Cast):
        soon = date.today() + timedelta(days=30)
        sent = wil.post(OLDEST, decision(wil, valid_from=f"{soon:%d-%m-%Y}"), follow=True)
        text = sent.content.decode()
        assert f"Regel gewijzigd. Hij geldt zo vanaf {written(soon)}." in text
        assert "Gaat nog in" in text
        assert "De raad besloot dit." in text
        assert "29 jaar" not in text.split("Uitgaven")[0]
        assert "29 jaar" in page(wil, f"/aanpak/?op={soon:%d-%m-%Y}")

    def test_back_to_the_layer_above(self, wil: Client, cast: Cast):
        url = "/aanpak/GM1883/guidance.counted_from/wijziging/"
        today = f"{date.today():%d-%m-%Y}"
        typed = decision(wil, url, value="day_one", way="follow", valid_from=today)
        wil.post(url, typed)
        text = page(wil, reverse("office:approach"))
        assert "de dag van aannemen" in text
        assert "zo telt de gemeente" not in text

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"reason": ""}, "Vul dit in."),
            ({"value": ""}, "Vul dit in."),
            ({"value": "veel"}, "Vul een heel getal in"),
            ({"value": "99"}, "vul een heel getal in van 18 tot en met 40"),
            ({"valid_from": "1-1-2020"}, "Kies vandaag of een latere dag"),
            ({"valid_from": "morgen"}, "Dit is geen datum."),
            ({"seen": "1"}, "Iemand anders heeft dit intussen al verbeterd."),
        ],
    )
    def test_what_cannot_be_is_said_and_what_was_typed_stays(
        self, wil: Client, cast: Cast, typed: dict[str, str], sentence: str
    ):
        before = Edition.objects.count()
        today = f"{date.today():%d-%m-%Y}"
        sent = wil.post(OLDEST, decision(wil, **({"valid_from": today, "reason": "Zo is het."} | typed)))
        assert sentence in sent.content.decode()
        if "reason" not in typed:
            assert "Zo is het." in sent.content.decode()
        assert Edition.objects.count() == before

    @pytest.mark.parametrize(
        "url",
        [
            "/aanpak/GM0917/age.oldest/wijziging/",
            "/aanpak/GM1883/age.nonsense/wijziging/",
            "/aanpak/GM1883/content.phases/wijziging/",
            "/aanpak/GM1883/content.life_domains/wijziging/",
            "/aanpak/GM1883/criteria.unknown/wijziging/",
        ],
    )
    def test_what_is_not_his_or_not_one_value_is_not_there(self, wil: Client, url: str):
        assert wil.get(url).status_code == 404

    @pytest.mark.parametrize("who", ["noor", "fatima", "ada", "bas"])
    def test_nobody_else_comes_in(self, cast: Cast, who: str):
        assert sign_in(getattr(cast, who)).get(OLDEST).status_code == 403

    def test_a_second_change_builds_on_a_planned_one(self, wil: Client, cast: Cast):
        soon = date.today() + timedelta(days=30)
        wil.post(OLDEST, decision(wil, valid_from=f"{soon:%d-%m-%Y}"))
        url = "/aanpak/GM1883/caseload.norm/wijziging/"
        assert f"Zo wordt het vanaf {written(soon)}" in page(wil, url)
        given = wil.get(url).context["form"]
        assert given["valid_from"].value() == f"{soon:%d-%m-%Y}"
        early = decision(wil, url, value="12", valid_from=f"{date.today():%d-%m-%Y}")
        assert "klaar vanaf" in wil.post(url, early).content.decode()

    def test_before_anything_is_loaded_it_is_said(self, db, now):
        from regie.accounts.enums import Role
        from regie.accounts.models import Municipality, Region

        region = Region.objects.create(name="Twente")
        empty = Municipality.objects.create(name="Almelo", cbs_code="GM0141", region=region)
        manager = sign_in(employ("Mia", Role.FUNCTIONAL_MANAGER, empty, at=now))
        assert "De aanpak is nog niet geladen" in page(manager, "/aanpak/")
        assert manager.get("/aanpak/GM0141/age.oldest/wijziging/").status_code == 404
