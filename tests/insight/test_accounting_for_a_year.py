"""Jaarverantwoording: trajectories of a year and for each basic condition, as a page and as CSV."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.db.models import QuerySet
from django.test import Client

from regie.approach.models import Edition
from regie.insight.rules import Flow, Line, YearlyAccount, written_account
from regie.plans.enums import ConditionAnswer
from tests.factories import years
from tests.insight.test_looking_at_a_year import HIDDEN, tables, words


@pytest.fixture
def url(year) -> str:
    """Of last year."""
    return f"/inzicht/jaar/{year.number}/"


def rows(client: Client, url: str) -> list[list[str]]:
    answer = client.get(f"{url.removesuffix('/')}.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"].startswith("attachment")
    text = answer.content.decode("utf-8")
    assert text.startswith("\ufeffgemeente;jaar;over wie;onderdeel;wat is geteld;aantal;opmerking\r\n")
    return list(csv.reader(StringIO(text.removeprefix("\ufeff")), delimiter=";"))


class TestThePage:
    def test_trajectories_and_each_basic_condition(self, fatima: Client, last_year, url, now, year):
        years.measure(last_year[0], ConditionAnswer.NO, on=date(year.number, 9, 1), at=now)
        told = tables(fatima, url)
        assert told["Wie erbij kwam en wie stopte"]["Samen: in dit jaar begeleid"] == ["20"]
        conditions = told["Per basisvoorwaarde, aantal trajecten"]
        assert conditions["Onderdak"] == ["5", "1", "0", "14"]
        assert conditions["Zorg"] == ["0", "0", "0", "20"]
        text = words(fatima, url)
        assert "Een vaste vorm daarvan kennen wij niet" in text
        assert "Zo is er geteld" in text

    def test_an_officer_accounts_for_his_own(self, sem: Client, last_year, url):
        assert tables(sem, url)["Per basisvoorwaarde, aantal trajecten"]["Onderdak"] == ["0", "0", "0", "5"]
        assert "Alleen uw jongeren" in words(sem, url)

    def test_the_programme_manager_without_small_numbers(self, rosa: Client, last_year, url, now, year):
        for one in last_year[:2]:
            years.measure(one, ConditionAnswer.NO, on=date(year.number, 9, 1), at=now)
        told = tables(rosa, url)["Per basisvoorwaarde, aantal trajecten"]
        assert told["Onderdak"] == ["niet getoond", "niet getoond", "niet getoond", "14"]
        assert "Staat er ‘niet getoond’? Dan gaat het om weinig mensen" in words(rosa, url)

    def test_by_no_approach(self, rosa: Client, last_year, url):
        QuerySet(Edition).update(valid_from=date(2100, 1, 1))
        assert "Er is geen aanpak geladen." in words(rosa, url)
        assert not tables(rosa, url)
        assert rosa.get(f"{url.removesuffix('/')}.csv").status_code == 404

    def test_the_way_to_it_and_back(self, fatima: Client, last_year, url, year):
        assert f"{url}?gemeente=GM1883" in words(fatima, f"/inzicht/?jaar={year.number}")
        assert f"/inzicht/?gemeente=GM1883&amp;jaar={year.number}" in fatima.get(url).content.decode()
        assert f"{year.number}.csv?gemeente=GM1883" in words(fatima, url)


class TestTheFile:
    def test_one_number_a_line(self, fatima: Client, last_year, url, year):
        told = rows(fatima, url)
        place = ["Sittard-Geleen", str(year.number), "alle jongeren"]
        assert told[1] == [*place, "trajecten", "in dit jaar begeleid", "20", ""]
        assert [*place, "Onderdak", "in orde", "6", ""] in told
        assert [*place, "Onderdak", "niet gevraagd", "14", ""] in told
        assert len(told) == 1 + 5 + 5 * 4

    def test_of_an_officer_it_says_so(self, sem: Client, last_year, url):
        assert {row[2] for row in rows(sem, url)[1:]} == {"uw jongeren"}

    def test_a_hidden_number_is_empty_and_says_so(self, rosa: Client, last_year, url):
        hidden = [row for row in rows(rosa, url) if row[3] == "Onderdak"]
        assert hidden[0][4:] == ["in orde", "", HIDDEN]

    def test_of_the_year_that_runs_until_when(self, fatima: Client, last_year, today):
        told = rows(fatima, f"/inzicht/jaar/{today.year}/")
        assert f"begeleid op {today:%d-%m-%Y}" in {row[4] for row in told}

    @pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
    def test_no_cell_is_a_formula(self, year, sign: str):
        account = YearlyAccount(Flow(0, 0, 0, 0, 0, 0), (Line(f"{sign}1+1", (1, 2, 3, 4)),))
        text = written_account(account, place=f"{sign}cmd", year=year, whose="alle jongeren")
        told = list(csv.reader(StringIO(text), delimiter=";"))
        assert told[1][0] == f"'{sign}cmd"
        assert told[-1][3] == f"'{sign}1+1"
