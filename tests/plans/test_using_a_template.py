"""A goal begins from an example of the approach, and stays when the example goes."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from regie.approach.actions import load
from regie.approach.enums import StepActor
from regie.approach.rules import Unreadable, approach_from, read_layer
from regie.base.errors import NotNow
from regie.plans.models import Goal
from regie.plans.queries import goals_of
from regie.plans.rules import domains_of
from tests.cast import TESTER, Cast, sign_in
from tests.factories import goals

NATIONAL = (Path(__file__).parents[2] / "approaches/national.yaml").read_text()
APPROACH = approach_from([read_layer(NATIONAL)], editions=(1,))
BANK = next(one for one in APPROACH.goal_templates if one.code == "account_after_registration")
HEAD = (
    "layer: national\ntitle: Proef\nvalid_from: 2024-01-01\nrules:\n  content.goal_templates:\n    value:\n"
)
TAIL = "    source: eigen voorstel\n    read_on: 2026-11-27\n    verified: false\n"


def way(name: str, trajectory, *parts: str) -> str:
    return reverse(f"desk:{name}", args=[trajectory.person.ref, *parts])


class TestTheExamples:
    def test_that_ship_are_all_of_the_issue_and_to_verify(self):
        assert [one.code for one in APPROACH.goal_templates] == [
            "id_inside", "digid_and_address", "account_after_registration", "insurance_restart",
            "benefit_without_gap", "debts_overview", "home", "care_intake", "school_or_work", "vog", "good_weekday",
        ]  # fmt: skip
        rule = read_layer(NATIONAL).rules["content.goal_templates"]
        assert not rule.verified
        filed = {one.code for one in domains_of(APPROACH)}
        assert {one.domain for one in APPROACH.goal_templates} <= filed

    def test_the_road_to_an_account_is_four_steps(self):
        assert [one.counted for one in BANK.steps] == ["goal", "step_before", "step_before", "step_before"]

    @pytest.mark.parametrize(
        ("written", "says"),
        [
            ("      home: Wonen\n", "minstens één stap"),
            ("      home: {title: Wonen, steps: []}\n", "minstens één stap"),
            ("      home: {title: Wonen, steps: [''] }\n", "schrijf het in woorden"),
            ("      home: {title: Wonen, steps: [{words: Bel, actor: buur}]}\n", "kennen we niet"),
            ("      home: {title: Wonen, steps: [{words: Bel, weeks: 2}]}\n", "allebei"),
            ("      home: {title: Wonen, steps: [{words: Bel, weeks: -1, counted: goal}]}\n", "heel getal"),
            (
                "      home: {title: Wonen, steps: [{words: Bel, weeks: 2, counted: ooit}]}\n",
                "kennen we niet",
            ),
            ("      home: {title: Wonen, steps: [{words: Bel, when: nu}]}\n", "stap 1: schrijf"),
            ("      home: {title: Wonen, outside_only: nooit, steps: [Bel]}\n", "true of false"),
            ("      home: {title: Wonen, color: rood, steps: [Bel]}\n", "title en text"),
            ("      Home!: {title: Wonen, steps: [Bel]}\n", "kleine letters"),
            (f"      home: {{title: {'a' * 201}, steps: [Bel]}}\n", "titel is te lang"),
            (f"      home: {{title: Wonen, steps: [{'a' * 301}]}}\n", "stap 1: te lang"),
            ("      - home\n", "schrijf een lijst met codes"),
        ],
    )
    def test_written_wrong_says_where(self, written: str, says: str):
        with pytest.raises(Unreadable) as refused:
            read_layer(HEAD + written + TAIL)
        assert says in str(refused.value.problems)

    def test_the_office_shows_what_there_is(self, cast: Cast):
        shown = sign_in(cast.wil).get(reverse("office:approach")).content.decode()
        assert "Voorbeelden van doelen" in shown
        assert "Ik heb weer een bankrekening" in shown


class TestBeginningFromOne:
    def test_choosing_filling_in_and_telling(self, trajectory, noor: Client):
        shown = noor.get(way("goal_examples", trajectory)).content.decode()
        assert way("goal_from_example", trajectory, "home") in shown
        form = noor.get(way("goal_from_example", trajectory, BANK.code))
        filled = form.context["form"].initial
        assert filled["words"] == "Ik heb weer een bankrekening"
        lines = filled["steps"].splitlines()
        assert len(lines) == 4
        typed = {"words": filled["words"], "domain": filled["domain"], "horizon": "now"}
        steps = "\n".join([lines[0], "Eerst thee drinken.", lines[3]])
        told = typed | {"steps": steps, "happened_on": "18-11-2026"}
        assert noor.post(way("goal_from_example", trajectory, BANK.code), told).status_code == 302
        (story,) = goals_of(trajectory)
        assert (story.goal.template, story.goal.template_title) == (BANK.code, BANK.title)
        first, own, last = (one.step for one in story.steps)
        assert (first.actor, first.weeks, first.counted) == ("young_person", 2, "goal")
        assert (own.actor, own.weeks) == (StepActor.UNKNOWN, None)
        assert (last.actor, last.counted) == ("officer", "step_before")

    def test_of_what_is_not_there_nothing(self, trajectory, noor: Client):
        assert noor.get(way("goal_from_example", trajectory, "nooit")).status_code == 404

    def test_who_does_not_guide_him_chooses_nothing(self, trajectory, fatima: Client, bas: Client):
        for client in (fatima, bas):
            for name, parts in (("goal_examples", ()), ("goal_from_example", ("home",))):
                assert client.get(way(name, trajectory, *parts)).status_code in (403, 404)

    def test_a_goal_stays_when_its_example_and_its_domain_go(self, cast: Cast, trajectory, now, noor: Client):
        told = {
            "template": "vog",
            "template_title": "Ik weet voor welk werk ik een verklaring (VOG) kan krijgen",
        }
        goal = goals.goal(trajectory, "Bellen.", by=cast.noor, at=now, **goals.HOME, **told)
        changed = {
            "2024-01-01": "2026-11-18",
            "      vog:\n": "      vog_new:\n",
            "      housing: W": "      home: W",
        }
        text = NATIONAL
        for was, becomes in changed.items():
            text = text.replace(was, becomes, 1)
        load(text, filename="national.yaml", by=TESTER, at=now)
        assert noor.get(way("goal_from_example", trajectory, "vog")).status_code == 404
        shown = noor.get(reverse("desk:goal", args=[goal.ref])).content.decode()
        assert told["template_title"] in shown
        account = replace(goal.account, words="Ik krijg een VOG.")
        better = goal.correct(account=account, by=cast.noor.acting(now), at=now)
        assert (better.template, better.domain_title) == ("vog", "Wonen")

    def test_it_went_from_the_approach_meanwhile(self, cast: Cast, trajectory, now):
        with pytest.raises(NotNow, match="niet meer in de aanpak"):
            goals.goal(trajectory, by=cast.noor, at=now, template="oud", template_title="Oud")
        assert not Goal.objects.exists()
