"""Termijnen uitgelegd: every rule in plain words with where it comes from, and what it gives by days of nobody."""

import re
from datetime import date
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from regie.approach.actions import load
from regie.approach.enums import Act
from regie.approach.queries import approach_for
from regie.base.clock import day
from regie.office.pages.deadline_words import loudness, rhythm, source, whom
from tests.cast import TESTER, Cast, sign_in
from tests.clocks.terms import RULES, rule, shipped
from tests.factories.approaches import shipped as shipped_text

TERMS = "/aanpak/termijnen/"
EXAMPLE = {"aangemeld": "3-11-2026", "binnen": "1-11-2026", "vrij": "3-5-2027", "geboren": "3-5-2004"}


def page(client: Client, **typed: str) -> str:
    return client.get(TERMS, typed).content.decode()


def card(text: str, code: str) -> str:
    """The words of one rule on the page."""
    (found,) = re.findall(rf'<article[^>]* id="{code}">(.*?)</article>', text, re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found)).split())


class TestReading:
    def test_every_rule_that_holds_has_its_place(self, noor: Client, cast: Cast, now):
        text = page(noor)
        for one in approach_for(cast.here, on=day(now)).deadlines:
            assert one.title in card(text, one.code)
        assert "Zo telt Regie vandaag de termijnen in Sittard-Geleen." in text

    def test_in_plain_words(self, noor: Client, cast: Cast):
        told = card(page(noor), "end_leave")
        for words in (
            "Eindverlof kan beginnen", "Te verifiëren", "14 dagen voor de vrijlating", "De inrichting",
            "Alleen als hij een straf uitzit en voor hem het volwassenenstrafrecht geldt.",
            "Alleen bij een straf vanaf 8 dagen tot en met 12 maanden.", "Geldt vanaf 15 juli 2025.",
            "Mag u verwachten", "Regie vraagt u niets te doen.", "Zo vroeg kan hij al vrijkomen.",
            "tweedekamer.nl", "Gelezen op 20 november 2026.", "Landelijk profiel",
        ):  # fmt: skip
            assert words in told, words

    def test_a_source_that_is_an_address_is_a_link_and_other_words_are_not(self, noor: Client, cast: Cast):
        text = page(noor)
        toeslagen = (
            "https://www.belastingdienst.nl/wps/wcm/connect/nl/toeslagen/content/detentie-en-toeslagen"
        )
        assert f'<a href="{toeslagen}">belastingdienst.nl<' in text
        assert "Bron Eigen voorstel" in card(text, "contact_norm")
        assert "Alleen in de fase Kennismaken of Plan maken." in card(text, "contact_norm")
        assert "Nagegaan" in card(text, "allowances_entry")

    def test_the_page_of_the_approach_leads_there_and_lists_none(self, noor: Client, cast: Cast):
        text = noor.get(reverse("office:approach")).content.decode()
        assert "Termijnen uitgelegd" in text
        assert f"{len(RULES)} regels tellen een termijn." in text
        assert f"{TERMS}?gemeente=GM1883" in text
        assert "Identiteitsbewijs aanvragen" not in text

    def test_what_the_municipality_made_of_it(self, noor: Client, cast: Cast, now):
        text = shipped_text("sittard-geleen").rstrip() + LOCAL
        load(text.replace("2025-07-01", f"{day(now)}", 1), filename="local.yaml", by=TESTER, at=now)
        told = page(noor)
        assert "2 weken na het laatste contact" in card(told, "contact_norm")
        assert "Landelijk: 4 weken na het laatste contact; u." in card(told, "contact_norm")
        assert "Zo wil de raad het." in card(told, "contact_norm")
        assert "Geldt hier niet" in card(told, "bank_account")
        assert "Gemeente" in card(told, "bank_account")

    @pytest.mark.parametrize(
        ("on", "words"),
        [("1-2-2025", "Zo telde of telt Regie op 1 februari 2025"), ("31-12-2023", "nog niet geladen")],
    )
    def test_of_another_day(self, noor: Client, cast: Cast, on: str, words: str):
        assert words in page(noor, op=on)

    def test_who_has_no_business_here_does_not_come_in(self, cast: Cast):
        assert sign_in(cast.ada).get(TERMS).status_code == 403
        assert Client().get(TERMS).status_code == 302

    def test_who_guides_nobody_reads_of_the_officer(self, noor: Client, cast: Cast):
        assert "Dit doet u" in page(noor)
        managed = page(sign_in(cast.wil))
        assert "Dit doet u" not in managed
        assert "Dit doet de jongere, met de officier" in managed
        assert "Wie De officier" in card(managed, "hearing")

    def test_who_works_elsewhere_reads_of_there(self, bas: Client, cast: Cast):
        assert "de termijnen in Heerlen." in page(bas)
        assert "de termijnen in Heerlen." in page(bas, gemeente="GM1883")


class TestFindingARule:
    def test_every_name_leads_to_its_card_which_lies_open(self, noor: Client, cast: Cast):
        text = page(noor)
        (names,) = re.findall(r"<nav[^>]* id=\"regels\".*?</nav>", text, re.DOTALL)
        for one in RULES:
            assert f'<a href="#{one.code}">{one.title}</a>' in unescape(names)
            before = text.partition(f'id="{one.code}"')[0]
            assert before.count("<details") == before.count("</details>")

    def test_on_a_phone_there_are_a_few_closed_lists_with_how_many_each_has(self, noor: Client, cast: Cast):
        (names,) = re.findall(r"<nav[^>]* id=\"regels\".*?</nav>", page(noor), re.DOTALL)
        assert names.count('<details class="more">') <= len(Act)
        mine = sum(one.act is Act.OFFICER for one in RULES)
        assert f"Dit doet u ({mine})" in names

    def test_and_a_way_back_after_each_group(self, noor: Client, cast: Cast):
        text = page(noor)
        assert text.count('href="#regels"') == text.count('<details class="more">')

    def test_without_rules_there_are_no_names(self, noor: Client, cast: Cast):
        assert "Zoek een regel" not in page(noor, op="31-12-2023")


class TestAnExample:
    def test_says_beside_each_rule_what_comes_of_it(self, noor: Client, cast: Cast):
        text = page(noor, **EXAMPLE)
        assert "In uw voorbeeld: Uiterlijk 10 november 2026." in card(text, "first_contact")
        assert "In uw voorbeeld: Uiterlijk 29 november 2026." in card(text, "allowances_entry")
        assert "Uiterlijk 26 april 2027. Op zijn vroegst al nodig op 12 april 2027." in card(
            text, "release_week"
        )
        assert "Op zijn vroegst op 19 april 2027." in card(text, "end_leave")
        assert "In uw voorbeeld: Uiterlijk 10 mei 2027." in card(text, "measured_at_release")

    def test_and_why_nothing_does(self, noor: Client, cast: Cast):
        text = page(noor, **EXAMPLE | {"geboren": "3-5-1990"})
        none = "Geen dag in uw voorbeeld:"
        assert f"{none} Vul hierboven de zitting in." in card(text, "hearing")
        assert f"{none} Het aannemen zit er niet in." in card(text, "measured_at_entry")
        assert f"{none} Alleen onder de 27 jaar. Dan is hij ouder." in card(text, "search_period")
        assert f"{none} Deze regel gold tot 15-07-2025." in card(text, "end_leave_before_2025")

    def test_without_days_there_is_none(self, noor: Client, cast: Cast):
        assert "in uw voorbeeld" not in page(noor, gemeente="GM1883").lower()

    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ({"binnen": "31-2-2026"}, "Dit is geen datum."),
            ({"zitting": "morgen"}, "Dit is geen datum."),
            ({"vrij": "1-1-0001"}, "Kies een dag van 1 januari 1900 tot en met 31 december 2100."),
            ({"geboren": "31-12-9999"}, "Kies een dag van 1 januari 1900 tot en met 31 december 2100."),
            ({"binnen": "2-5-2026", "vrij": "1-5-2026"}, "De vrijlating ligt voor dag één van de detentie."),
        ],
    )
    def test_a_day_that_cannot_be_is_said_and_stays(
        self, noor: Client, cast: Cast, typed: dict[str, str], says: str
    ):
        text = page(noor, **typed)
        assert says in text
        for value in typed.values():
            assert f'value="{value}"' in text
        assert "in uw voorbeeld" not in text.lower()

    @pytest.mark.parametrize("on", ["1-1-1900", "31-12-2100"])
    def test_the_first_and_the_last_day_can_be_reckoned(self, noor: Client, cast: Cast, on: str):
        assert "Uiterlijk" in page(noor, **dict.fromkeys(EXAMPLE, on), contact=on, zitting=on)

    def test_what_was_typed_cannot_become_markup(self, noor: Client, cast: Cast):
        assert "<b>x" not in page(noor, vrij='"><b>x')


class TestWords:
    def test_of_who_it_is_for(self):
        assert whom(rule(), {}) == "Voor iedereen."
        assert (
            whom(rule(phases=("release", "gone")), {"release": "Vrijlating"})
            == "Alleen in de fase Vrijlating of gone."
        )
        assert whom(rule(younger_than=27), {}) == "Alleen onder de 27 jaar."
        assert (
            whom(shipped("screening"), {})
            == "Alleen als hij vast zit. Niet als voor hem het jeugdstrafrecht geldt."
        )
        assert (
            whom(rule(law=(date(2025, 7, 15), date(2026, 1, 1))), {})
            == "Geldt van 15 juli 2025 tot 1 januari 2026."
        )
        assert whom(rule(law=(None, date(2026, 1, 1))), {}) == "Gold tot 1 januari 2026."

    def test_of_how_its_day_moves(self):
        assert rhythm(rule()) == ""
        assert rhythm(shipped("first_contact")) == "Klaar bij het eerste contact."
        assert rhythm(shipped("progress_meeting")) == "Daarna steeds weer na 6 weken."
        assert "de eerste werkdag erna" in rhythm(rule(next_working_day=True))

    def test_of_what_cannot_be_put_off(self):
        assert loudness(shipped("hearing")) == "U kunt hem niet uitstellen."
        assert loudness(shipped("contact_norm")) == ""

    @pytest.mark.parametrize(
        ("told", "url", "named"),
        [
            ("https://www.dji.nl/a (één bron)", "https://www.dji.nl/a", "dji.nl (één bron)"),
            ("https://www.dji.nl/a", "https://www.dji.nl/a", "dji.nl"),
            ("eigen voorstel", "", "Eigen voorstel"),
            ("javascript://dji.nl/%0aalert(1)", "", "Javascript://dji.nl/%0aalert(1)"),
            ("https://[oeps", "", "Https://[oeps"),
        ],
    )
    def test_of_a_source(self, told: str, url: str, named: str):
        assert source(told) == (url, named)


LOCAL = """
  deadlines.contact_norm:
    value:
      title: Weer contact met hem
      counted: 2 weeks after last_contact
      act: officer
      tone: quiet
    text: Wie niets hoort, denkt dat hij er alleen voor staat.
    source: besluit van de raad
    read_on: 2026-11-20
    verified: true
    reason: Zo wil de raad het.
  deadlines.bank_account:
    value: off
    source: besluit van de raad
    read_on: 2026-11-20
    verified: true
    reason: De bank bevestigde dat.
"""
