"""Inzicht: a story first, whole numbers for who may see names, no small number for who may not, and no why."""

import re
from datetime import date, timedelta

import pytest
from django.db.models import QuerySet
from django.test import Client

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant
from regie.approach.models import Edition
from regie.base.clock import day
from regie.privacy.models import AccessEntry
from regie.programme.enums import BlockKind
from regie.programme.queries import last_story
from tests.cast import TESTER, Cast, sign_in
from tests.factories import programme, years

URL = "/inzicht/"
HIDDEN = "niet getoond: het gaat om weinig mensen"
# What says that one thing came of another; nobody knows that from these numbers.
CAUSE = re.compile(
    r"dankzij|effect|leidt tot|door de aanpak|omdat|zorgt voor|werkt|score|beste|slechtste", re.I
)


def tables(client: Client, url: str = URL) -> dict[str, dict[str, list[str]]]:
    """By caption and first cell what stands in a row."""
    page = client.get(url).context["page"]
    blocks = getattr(page, "blocks", [page])
    return {
        table.caption: {row[0].text: [cell.text for cell in row[1:]] for row in table.rows}
        for block in blocks
        for table in (*block.tables, *getattr(block, "folded", ()))
    }


def words(client: Client, url: str = URL) -> str:
    html = client.get(url).content.decode()
    return html[html.index("<main") : html.index("</main>")]


@pytest.fixture
def past(year) -> str:
    """The address of last year."""
    return f"{URL}?jaar={year.number}"


class TestWholeNumbers:
    def test_a_coordinator_reads_all_of_the_municipality(self, fatima: Client, last_year, past, year):
        told = tables(fatima, past)
        assert told["Wie erbij kwam en wie stopte"] == {
            "Begeleid aan het begin van het jaar": ["12"],
            "Begonnen in dit jaar": ["8"],
            "Gestopt in dit jaar": ["6"],
            "Begeleid op 31 december": ["14"],
            "Samen: in dit jaar begeleid": ["20"],
        }
        assert told["Waarom het stopte"] == {"Zijn doelen zijn bereikt": ["6"]}
        assert told["Met hoeveel jongeren"] == {
            "Contact met hem": ["15"],
            "Alleen een poging": ["0"],
            "Geen contact vastgelegd": ["5"],
            "Samen: in dit jaar begeleid": ["20"],
        }
        assert told["Hoe vaak"] == {"Contact met hem": ["15"], "Een poging die nog niet lukte": ["0"]}
        counts = ["20", "0", "0", "0", "0", "20"]
        assert told["Hoe het ging met termijnen"] == {"Alle termijnen": counts}
        assert told["Hoe het ging, per soort termijn"] == {"Eerste contact met hem": counts}
        release = told["Bij vrijlating, 6 jongeren"]
        assert (release["Onderdak"], release["Zorg"]) == (["6", "0", "0", "0"], ["0", "0", "0", "6"])
        text = words(fatima, past)
        assert "Op tijd: 20 van 20 termijnen." in text
        assert "Het aandeel ligt tussen 83% en 100% (exact 95%-interval)." in text
        assert HIDDEN not in text

    def test_an_officer_reads_of_his_own_and_nothing_of_the_rest(
        self, sem: Client, noor: Client, last_year, past
    ):
        flow = tables(sem, past)["Wie erbij kwam en wie stopte"]
        assert flow["Samen: in dit jaar begeleid"] == ["5"]
        assert tables(noor, past)["Wie erbij kwam en wie stopte"]["Samen: in dit jaar begeleid"] == ["15"]
        text = words(sem, past)
        assert "Alleen uw jongeren" in text
        assert ">20<" not in text
        assert "95%" not in text  # of one officer no share

    def test_also_of_the_year_that_runs(self, fatima: Client, last_year, today):
        told = tables(fatima)["Wie erbij kwam en wie stopte"]
        assert told["Begeleid aan het begin van het jaar"] == ["14"]
        assert f"{today.year} is nog niet voorbij. Geteld tot en met" in words(fatima)

    def test_of_a_year_with_nobody_one_sentence(self, fatima: Client, noor: Client, rosa: Client, last_year):
        for client, said in (
            (fatima, "In 2001 is er niemand begeleid."),
            (noor, "In 2001 is er van uw jongeren niemand begeleid."),
            (rosa, "In 2001 is er niemand begeleid."),
        ):
            assert said in words(client, f"{URL}?jaar=2001")
            assert not tables(client, f"{URL}?jaar=2001")

    def test_when_nobody_was_ever_guided(self, fatima: Client, rosa: Client, today):
        assert f"In {today.year} is er niemand begeleid." in words(fatima)
        assert f"In {today.year - 1} is er niemand begeleid." in words(rosa)

    def test_a_moment_of_one(self, fatima: Client, cast: Cast, year, now, past):
        kai = years.guide(cast, 1, since=date(year.number, 2, 1), at=now)
        years.free(kai, since=date(year.number, 1, 2), on=date(year.number, 5, 1), at=now)
        assert "Bij vrijlating, 1 jongere" in tables(fatima, past)
        assert f"Twee jaar na vrijlating: dit moment viel bij niemand in {year.number}." in words(
            fatima, past
        )


class TestWithoutSmallNumbers:
    def test_the_programme_manager_reads_what_is_of_enough(self, rosa: Client, last_year, past, year):
        told = tables(rosa)  # she begins with last year
        assert told == tables(rosa, past)
        assert told["Wie erbij kwam en wie stopte"]["Samen: in dit jaar begeleid"] == ["20"]
        assert told["Met hoeveel jongeren"]["Geen contact vastgelegd"] == ["5"]
        assert told["Hoe vaak"]["Een poging die nog niet lukte"] == [HIDDEN]
        assert "Hoe het ging met termijnen" in told
        assert "Hoe het ging, per soort termijn" not in told
        assert f"Bij vrijlating, 6 jongeren: {HIDDEN}." in words(rosa)

    def test_who_stopped_alone_hides_who_came(self, rosa: Client, cast: Cast, now):
        years.last_year(cast, at=now, stopped=1)
        told = tables(rosa)
        flow = told["Wie erbij kwam en wie stopte"]
        assert (flow["Begonnen in dit jaar"], flow["Gestopt in dit jaar"]) == ([HIDDEN], [HIDDEN])
        assert flow["Begeleid op 31 december"] == ["19"]
        assert "Waarom het stopte" not in told
        assert f"Met hoeveel jongeren: {HIDDEN}." in words(rosa)
        text = words(rosa)
        assert "alleen jaren die voorbij zijn" in text
        assert "kan iets vertellen over één jongere" in text

    def test_nothing_of_the_year_that_runs(self, rosa: Client, last_year, today):
        assert rosa.get(f"{URL}?jaar={today.year}").status_code == 404
        assert f"jaar={today.year}" not in words(rosa)
        assert rosa.get(f"{URL}jaar/{today.year}/").status_code == 404
        assert rosa.get(f"{URL}jaar/{today.year}.csv").status_code == 404

    def test_nothing_where_nobody_said_how_few_is_too_few(
        self, rosa: Client, fatima: Client, last_year, past
    ):
        QuerySet(Edition).update(valid_from=date(2100, 1, 1))
        assert "Er is geen aanpak geladen." in words(rosa)
        assert not tables(rosa)
        assert tables(fatima, past)["Wie erbij kwam en wie stopte"]["Begonnen in dit jaar"] == ["8"]
        assert "In de aanpak staan geen basisvoorwaarden." in words(fatima, past)


class TestTheStory:
    def test_first_of_all_the_last_for_which_leave_was_given(self, noor: Client, cast: Cast, today):
        plan = programme.begin(cast, by=cast.rosa, at=today)
        told = {"by": cast.rosa, "at": today}
        waiting = programme.say(plan, BlockKind.STORY, "Dit mag nog niet.", **told)
        assert "Er is nog geen verhaal dat mag worden verteld." in words(noor)
        assert "programmamanager kan er een schrijven" in words(noor)
        story = programme.say(plan, BlockKind.STORY, "Hij kreeg een kamer.\nHij leert koken.", **told)
        programme.approve(story, by=cast.noor, at=today)
        quote = programme.say(plan, BlockKind.QUOTE, "Van een partner.", **told)
        programme.approve(quote, by=cast.rosa, at=today + timedelta(minutes=1))
        text = words(noor)
        assert "Hij kreeg een kamer." in text
        assert text.index("Hij leert koken.") < text.index("Cijfers")
        assert waiting.words not in text
        assert "Van een partner." not in text
        story.withdraw(by=cast.rosa.acting(today), at=today)
        assert "Hij kreeg een kamer." not in words(noor)

    @pytest.fixture
    def story(self, cast: Cast, today) -> None:
        """One of Sittard-Geleen."""
        plan = programme.begin(cast, by=cast.rosa, at=today)
        said = programme.say(plan, BlockKind.STORY, "Hij kreeg een kamer.", by=cast.rosa, at=today)
        programme.approve(said, by=cast.noor, at=today)

    def test_who_may_not_read_the_programme_there_gets_none(self, cast: Cast, story, today):
        assert last_story(cast.noor.acting(today), cast.here) is not None
        assert last_story(cast.bas.acting(today), cast.here) is None

    def test_of_another_municipality_nothing(self, cast: Cast, story, now, today):
        RoleGrant.grant(
            user=cast.noor, role=Role.OFFICER, municipality=cast.elsewhere, since=day(now), by=TESTER, at=now
        )
        noor = sign_in(cast.noor)
        assert "Hij kreeg een kamer." in words(noor, f"{URL}?gemeente=GM1883")
        assert "Hij kreeg een kamer." not in words(noor, f"{URL}?gemeente=GM0917")


class TestWhoComesIn:
    @pytest.mark.parametrize("url", [URL, f"{URL}jaar/2025/", f"{URL}jaar/2025.csv"])
    @pytest.mark.parametrize("who", ["wil", "ada"])
    def test_nobody_else(self, cast: Cast, who: str, url: str):
        assert sign_in(getattr(cast, who)).get(url).status_code == 403

    def test_it_stands_in_the_navigation(self, rosa: Client, noor: Client, fatima: Client):
        for client in (rosa, noor, fatima):
            assert '<a href="/inzicht/"' in client.get(URL).content.decode()

    @pytest.mark.parametrize("path", ["", "jaar/2025/", "jaar/2025.csv"])
    @pytest.mark.parametrize("code", ["GM0917", "GM9999", "", "abc"])
    def test_a_municipality_that_is_not_his(self, noor: Client, path: str, code: str):
        assert noor.get(f"{URL}{path}?gemeente={code}").status_code == 404

    @pytest.mark.parametrize("asked", ["0", "abc", "", "-1", "99999", "1899", "2025.5", "²025"])
    def test_a_year_that_is_none(self, fatima: Client, asked: str):
        assert fatima.get(f"{URL}?jaar={asked}").status_code == 404
        assert fatima.get(f"{URL}jaar/{asked}/").status_code == 404
        assert fatima.get(f"{URL}jaar/{asked}.csv").status_code == 404

    def test_a_year_that_is_still_to_come(self, fatima: Client, today):
        assert fatima.get(f"{URL}?jaar={today.year + 1}").status_code == 404

    def test_who_has_two_municipalities_chooses(self, cast: Cast, now, today):
        RoleGrant.grant(
            user=cast.fatima,
            role=Role.OFFICER,
            municipality=cast.elsewhere,
            since=day(now),
            by=TESTER,
            at=now,
        )
        years.guide(cast, 1, since=date(2025, 2, 1), by=cast.bas, where=cast.elsewhere, at=now)
        fatima = sign_in(cast.fatima)
        assert "Inzicht: Heerlen" in words(fatima)  # by name the first
        assert "Alleen uw jongeren" in words(fatima)
        assert "In 2025 is er van uw jongeren niemand begeleid." in words(
            fatima, f"{URL}?gemeente=GM0917&jaar=2025"
        )
        assert "Alle jongeren van deze gemeente samen." in words(fatima, f"{URL}?gemeente=GM1883")
        assert "Een andere gemeente" in words(fatima)


class TestWhatItSays:
    def test_nothing_of_one_thing_that_comes_of_another(self, fatima, noor, rosa, last_year, past, year):
        for client in (fatima, noor, rosa):
            for url in (past, f"{URL}jaar/{year.number}/"):
                assert not CAUSE.search(re.sub(r"<[^>]+>", " ", words(client, url)))

    def test_a_missing_contact_is_no_missing_contact(self, fatima: Client, last_year, past):
        assert "Dat is iets anders dan: er was geen contact." in words(fatima, past)

    def test_no_name_and_no_file_is_opened(self, fatima: Client, last_year, past, year):
        before = AccessEntry.objects.count()
        for url in (past, f"{URL}jaar/{year.number}/", f"{URL}jaar/{year.number}.csv"):
            html = fatima.get(url).content.decode()
            assert "Alders" not in html
            assert "Kai " not in html
        assert AccessEntry.objects.count() == before
