"""What goes to another says how it stands: each answer under its own kind, in words, also when it is not known."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.approach.enums import CopiedKind, StepActor
from regie.approach.queries import approach_for
from regie.approach.rules import CopyRule
from regie.base.clock import day
from regie.desk.pages.copying import copy_page
from regie.desk.pages.record import record_now
from regie.detention.enums import SpecialConditionKind
from regie.detention.models.release_date import ReleaseAccount
from regie.detention.models.special_condition import SpecialConditionAccount
from regie.detention.models.stay import StayAccount
from regie.persons.models import Person
from regie.plans.enums import Eye, PromisedBy
from regie.plans.rules.agreement import Promised
from regie.trajectories.actions import correct_detention, tell_detention
from regie.trajectories.enums import ApplicationKind, CircumstanceValue
from regie.trajectories.models import Assignment, Trajectory
from tests.cast import Cast
from tests.desk.test_copying_no_more_than_is_needed import HEADING, ON_ONE_LINE, TODAY, page_for
from tests.factories import agreements, around, debts, goals, people, plans, readings


def lines(trajectory: Trajectory, kind: CopiedKind) -> list[str]:
    """What goes of one kind."""
    return [line for line in page_for(trajectory, kind).text.splitlines() if line.startswith("- ")]


@pytest.fixture
def told(cast: Cast, now) -> dict[str, Any]:
    return {"by": cast.noor, "at": now}


class TestHisSituation:
    @pytest.mark.parametrize(
        ("value", "kind", "line"),
        [
            (CircumstanceValue.RENTS, CopiedKind.HOME, "Woning: Huurt"),
            (CircumstanceValue.POSTAL_ADDRESS, CopiedKind.HOME, "Adres: Briefadres"),
            (CircumstanceValue.SOCIAL_ASSISTANCE, CopiedKind.INCOME, "Uitkering: Bijstand"),
            (CircumstanceValue.GETS_ALLOWANCES, CopiedKind.INCOME, "Toeslagen: Krijgt toeslag"),
            (CircumstanceValue.INSURED, CopiedKind.INSURANCE, "Zorgverzekering: Verzekerd"),
            (CircumstanceValue.ACCOUNT_CLOSED, CopiedKind.INSURANCE, "Bankrekening: Gesloten of geweigerd"),
            (CircumstanceValue.SCHOOL, CopiedKind.WORK, "Werk of school: School"),
            (CircumstanceValue.EXPIRED_ID, CopiedKind.IDENTITY, "Identiteitsbewijs: Verlopen of kwijt"),
        ],
    )
    def test_each_answer_goes_under_one_kind(self, trajectory, told, value, kind: CopiedKind, line: str):
        people.situate(trajectory, value, **told)
        assert lines(trajectory, kind) == [f"- {line}, sinds 18 november 2026"]
        assert page_for(trajectory, *[one for one in CopiedKind if one not in (kind, *ALWAYS)]).text == ""

    def test_what_was_asked_and_what_came_of_it(self, trajectory, told):
        people.ask(trajectory, **told)
        (line,) = lines(trajectory, CopiedKind.APPLICATIONS)
        assert line == "- Bijstand, aangevraagd op 18 november 2026: Loopt nog"

    def test_how_many_were_held_is_said(self, trajectory, told):
        people.ask(trajectory, ApplicationKind.SUPPORT, **told)
        page = page_for(trajectory, CopiedKind.APPLICATIONS)
        (held,) = [one.description for one in page.left_out if one.term == "Een deel mag niet mee"]
        assert held.startswith("Aanvragen: 1 keer zegt het antwoord ook iets")

    def test_help_with_debts_goes_where_debts_are_open_and_not_with_his_health(self, trajectory, told):
        people.ask(trajectory, ApplicationKind.DEBT_HELP, **told)
        assert page_for(trajectory, CopiedKind.APPLICATIONS, CopiedKind.HEALTH).text == ""
        assert "Schuldhulpverlening" in page_for(trajectory, CopiedKind.APPLICATIONS, CopiedKind.DEBTS).text


# Of everybody there is something to say of these.
ALWAYS = (CopiedKind.NAME, CopiedKind.BIRTH_DATE, CopiedKind.OFFICER, CopiedKind.PHASE)


class TestHisRoad:
    def test_in_which_phase_he_is_and_who_guides_him(self, cast: Cast, trajectory, now):
        assert len(lines(trajectory, CopiedKind.PHASE)) == 1
        assert lines(trajectory, CopiedKind.OFFICER) == ["- Noor, re-integratieofficier"]
        Assignment.objects.update(until=day(now))
        assert lines(trajectory, CopiedKind.OFFICER) == ["- Nog niemand, re-integratieofficier"]

    def test_a_place_that_nobody_knows_is_said(self, trajectory, told, now, cast: Cast):
        about: dict[str, Any] = {"trajectory": trajectory, "by": cast.noor.acting(now), "at": now}
        assert lines(trajectory, CopiedKind.DETENTION) == []
        stay = tell_detention(account=StayAccount("", entered_on=day(now) - timedelta(days=4)), **about)
        assert lines(trajectory, CopiedKind.DETENTION) == ["- Inrichting niet bekend, sinds 14 november 2026"]
        left = StayAccount("", entered_on=day(now) - timedelta(days=4), left_on=day(now) - timedelta(days=1))
        correct_detention(told=stay, account=left, **about)
        assert lines(trajectory, CopiedKind.DETENTION) == ["- Niet in een inrichting"]

    def test_a_release_is_told_with_how_certain_it_is(self, trajectory, now, cast: Cast):
        about: dict[str, Any] = {"trajectory": trajectory, "by": cast.noor.acting(now), "at": now}
        tell_detention(account=StayAccount("PI Sittard", entered_on=day(now)), **about)
        tell_detention(account=ReleaseAccount(date(2027, 2, 16)), **about)
        (line,) = lines(trajectory, CopiedKind.RELEASE)
        assert line.startswith("- 16 februari 2027 (")

    def test_a_release_that_nobody_knows_and_a_birth_date_that_nobody_knows(
        self, trajectory, now, cast: Cast
    ):
        about: dict[str, Any] = {"trajectory": trajectory, "by": cast.noor.acting(now), "at": now}
        tell_detention(account=StayAccount("PI Sittard", entered_on=day(now)), **about)
        tell_detention(account=ReleaseAccount(None), **about)
        assert lines(trajectory, CopiedKind.RELEASE) == []
        Person.objects.filter(pk=trajectory.person_id).update(birth_date=None)
        trajectory.person.refresh_from_db()
        assert lines(trajectory, CopiedKind.BIRTH_DATE) == ["- Niet bekend"]

    def test_a_condition_stands_on_one_line(self, trajectory, now, cast: Cast):
        about: dict[str, Any] = {"trajectory": trajectory, "by": cast.noor.acting(now), "at": now}
        tell_detention(account=SpecialConditionAccount(SpecialConditionKind.AREA_BAN, HEADING), **about)
        assert ON_ONE_LINE in page_for(trajectory, CopiedKind.CONDITIONS).text


class TestContact:
    def test_how_it_went_and_without_words_no_line(self, trajectory, told):
        people.meet(trajectory, words="", **told)
        (line,) = lines(trajectory, CopiedKind.CONTACT)
        assert line.endswith(": We hadden contact")
        assert lines(trajectory, CopiedKind.CONTACT_WORDS) == []


class TestHisPlan:
    def test_a_step_of_a_partner_names_him_and_how_it_stands(self, trajectory, told):
        goal = goals.goal(trajectory, **goals.HOME, **told)
        goals.step(goal, words="Bellen.", **told)
        goals.mark(
            goals.step(goal, words="Mailen.", actor=StepActor.PARTNER, actor_name="De\nbank", **told), **told
        )
        assert lines(trajectory, CopiedKind.STEPS) == [
            f"- Bellen. (wie: {StepActor.UNKNOWN.label}; nog te doen)",
            "- Mailen. (wie: De bank; gedaan op 18 november 2026)",
        ]

    def test_how_it_goes_by_a_partner_names_him(self, trajectory, told):
        readings.read(trajectory, eye=Eye.PARTNER, who="De wijkagent", words="", **told)
        readings.read(trajectory, eye=Eye.PARTNER, who="De school", words=HEADING, **told)
        first, second = sorted(lines(trajectory, CopiedKind.JUDGEMENT), key=len)
        assert "volgens De wijkagent (18 november 2026)." in first
        assert "“" not in first
        assert "volgens De school" in second
        assert f"“{ON_ONE_LINE}”" in second

    def test_how_it_goes_in_each_domain_that_is_open(self, trajectory, told):
        readings.read(trajectory, words="Thuis.", **told)
        readings.read(trajectory, domain="care", words="In zijn hoofd.", **told)
        rule = CopyRule(
            "proef", "Proef", "", "support", "Overleg", (CopiedKind.HIS_VIEW,), ("housing", "care")
        )
        approach = approach_for(trajectory.municipality, on=TODAY)
        text = copy_page(record_now(trajectory, on=TODAY), rule, approach).text
        assert "Thuis." in text
        assert "In zijn hoofd." in text

    def test_that_he_owes_nothing(self, trajectory, told):
        debts.owes_nothing(trajectory, **told)
        (line,) = lines(trajectory, CopiedKind.DEBTS)
        assert "schulden" in line.lower()

    def test_nothing_that_was_typed_of_people_or_debts_looks_like_a_heading(self, trajectory, told):
        around.know(trajectory, name=HEADING, helps_with=HEADING, **told)
        debts.owe(trajectory, HEADING, "4", **told)
        text = page_for(trajectory, CopiedKind.NETWORK, CopiedKind.DEBTS).text
        assert text.count(ON_ONE_LINE) == 3

    def test_a_talent_on_one_line_and_of_promises_the_last(self, trajectory, told):
        plans.talent(trajectory, words=HEADING, **told)
        for words in ("Eerst dit.", "Nu dit."):
            agreements.agree(trajectory, Promised(PromisedBy.OFFICER, "", words), **told)
        text = page_for(trajectory, CopiedKind.TALENTS, CopiedKind.AGREEMENTS).text
        assert ON_ONE_LINE in text
        assert "Nu dit." in text
        assert "Eerst dit." not in text

    def test_held_goals_are_counted_in_words(self, trajectory, told):
        for _ in range(2):
            goals.goal(trajectory, domain="care", domain_title="Zorg", **told)
        (held,) = [
            one.description
            for one in page_for(trajectory, CopiedKind.GOALS).left_out
            if one.term == "Een deel mag niet mee"
        ]
        assert held.startswith("2 doelen:")


def test_links_to_each_recipient_say_whole_for_whom_and_what(trajectory, noor: Client):
    page = noor.get(reverse("desk:copying", args=[trajectory.person.ref])).content.decode()
    names = [one.split("</a>")[0] for one in page.split("Tekst bekijken")[1:]]
    assert len(names) == 3
    assert not any("…" in name for name in names)
