"""How a result stands with its indicators is published in words: no key to inside, and no figure of few people."""

import json
from typing import Any

import pytest
from django.test import Client

from regie.accounts.models import User
from regie.indicators.models import Definition
from regie.programme.actions import draft_of
from regie.programme.models import Intervention
from regie.programme.rules import document, sections_in
from tests.cast import Cast, sign_in
from tests.factories import measures, programme
from tests.programme.test_measuring_a_result import STANDS, observe, promise
from tests.programme.test_publishing import PUBLIC, SCHEMA
from tests.programme.test_writing_a_block import page_of
from tests.sheets.reading import faults, said


class TestFewPeople:
    @pytest.mark.parametrize(
        "told", [{"numerator": 2, "denominator": 40}, {"numerator": 38, "denominator": 40}]
    )
    def test_a_figure_of_few_is_hidden_from_everyone(
        self, cast: Cast, plan: Intervention, one, rosa: User, now, told
    ):
        nation = {"region": "NL", "numerator": 500_000, "denominator": 1_000_000}
        for counts in (told, nation):
            measures.observe(one, cast, told=measures.account(value=None, **counts), at=now)
        promise(plan, one, by=rosa, at=now)
        programme.publish(plan, by=rosa, at=now)
        public = Client().get(PUBLIC).content.decode()
        assert (
            "Niet getoond: het gaat om weinig mensen (over 2023, uitgave 2024). Nederland: 50% over 2023"
            in public
        )
        assert "Naast Nederland: onbekend." in public
        (named,) = _named(json.loads(Client().get(f"{PUBLIC}json/").content))
        assert (named["here"]["said"], named["compared"]) == (None, "unknown")

    def test_a_number_of_few_too_and_who_may_see_every_name_sees_it_inside(
        self, cast: Cast, plan: Intervention, rosa: User, now
    ):
        one = measures.define(measures.indicator(cast, at=now), cast, unit="number", at=now)
        observe(one, cast, now, "3")
        promise(plan, one, by=rosa, at=now)
        assert "Niet getoond: het gaat om weinig mensen (over 2023" in page_of(sign_in(cast.noor), plan)
        assert "3 over 2023" in page_of(sign_in(cast.fatima), plan)
        assert "weinig mensen" not in str(draft_of(plan, on=now.date()).document)
        (named,) = _named(draft_of(plan, on=now.date()).document)
        assert named["here"] == {"said": None, "period": "2023", "edition": "2024"}


def _named(told: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        named
        for section in told["sections"]
        for result in section["results"]
        for named in result.get("indicators", [])
    ]


class TestPublished:
    def test_everyone_reads_the_same_words_without_a_link_to_inside(
        self, hers: Client, plan: Intervention, counted: Definition, rosa: User, now
    ):
        promise(plan, counted, by=rosa, at=now)
        version = programme.publish(plan, by=rosa, at=now)
        public = Client().get(PUBLIC).content.decode()
        assert STANDS in public
        assert "/indicatoren/" not in public
        told = json.loads(Client().get(f"{PUBLIC}json/").content)
        assert list(SCHEMA.iter_errors(told)) == []
        assert str(counted.indicator.ref) not in json.dumps(told)
        (named,) = _named(told)
        assert (named["here"]["said"], named["compared"], named["defined"]) == ("17,4%", "alike", True)
        paper = Client().get(f"{PUBLIC}pdf/").content
        assert faults(paper) == []
        for words in ("17,4% over 2023", "niet te onderscheiden"):
            assert words in " ".join(said(paper).split())
        assert STANDS in hers.get(f"/programma/versies/{version.ref}/").context["page"].text

    def test_a_later_figure_changes_no_version_and_is_a_change_to_publish(
        self, hers: Client, cast: Cast, plan: Intervention, counted: Definition, rosa: User, now
    ):
        promise(plan, counted, by=rosa, at=now)
        version = programme.publish(plan, by=rosa, at=now)
        observe(counted, cast, now, "30", "29", "31", period="2024")
        assert STANDS in Client().get(PUBLIC).content.decode()
        version.refresh_from_db()
        assert version.fingerprint == json.loads(Client().get(f"{PUBLIC}json/").content)["fingerprint"]
        page = hers.get(f"/programma/{plan.ref}/publicatie/").content.decode()
        assert "Gewijzigd sinds versie 1: Resultaat." in page

    def test_the_same_page_is_the_same_document_whoever_looks(
        self, plan: Intervention, counted: Definition, rosa: User, now
    ):
        promise(plan, counted, by=rosa, at=now)
        first, second = (draft_of(plan, on=now.date()) for _ in range(2))
        assert first.fingerprint == second.fingerprint
        again = document(
            sections_in(first.document),
            municipality=first.document["municipality"],
            intervention=first.document["intervention"],
        )
        assert again == first.document

    def test_what_names_none_is_told_as_before(self, plan: Intervention, rosa: User, now):
        (result,) = [
            one
            for section in draft_of(plan, on=now.date()).document["sections"]
            for one in section["results"]
        ]
        assert result.keys() == {"text", "definition"}

    def test_the_schema_finds_what_is_wrong(self, plan: Intervention, counted, rosa: User, now):
        promise(plan, counted, by=rosa, at=now)
        programme.publish(plan, by=rosa, at=now)
        for wrong in ({"compared": "beter"}, {"ref": "x"}, {"here": {"said": "3"}}, {"endedOn": 3}):
            told = json.loads(Client().get(f"{PUBLIC}json/").content)
            _named(told)[0].update(wrong)
            assert list(SCHEMA.iter_errors(told)), wrong

    def test_an_ended_one_says_so(self, cast: Cast, plan: Intervention, counted, rosa: User, now):
        promise(plan, counted, by=rosa, at=now)
        measures.end(counted.indicator, cast, at=now)
        programme.publish(plan, by=rosa, at=now)
        assert f"Niet meer gevolgd sinds {now:%d-%m-%Y}." in Client().get(PUBLIC).content.decode()
        assert list(SCHEMA.iter_errors(json.loads(Client().get(f"{PUBLIC}json/").content))) == []
