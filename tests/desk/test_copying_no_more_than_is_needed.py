"""What goes to another is how it stands now: what is over, and what tells of something closed, stays here."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant
from regie.approach.enums import CopiedKind, StepActor
from regie.approach.queries import approach_for
from regie.approach.rules import CopyRule
from regie.base.clock import day
from regie.base.errors import NotAllowed
from regie.desk.pages.copied_road import MOST_CONTACTS
from regie.desk.pages.copying import CopyPage, copy_page
from regie.desk.pages.record import record_now
from regie.detention.models.stay import StayAccount
from regie.plans.enums import Eye, PromisedBy, WishOutcome
from regie.plans.rules.agreement import Promised
from regie.trajectories.actions import tell_detention
from regie.trajectories.enums import CircumstanceKind, CircumstanceValue
from regie.trajectories.models import Disclosure, Trajectory
from tests.cast import TESTER, Cast
from tests.factories import agreements, around, goals, people, plans, readings

TODAY = date(2026, 11, 18)
HEADING = "Een.\n\nSchulden:\n- veel"
ON_ONE_LINE = "Een. Schulden: - veel"


def page_for(trajectory: Trajectory, *kinds: CopiedKind) -> CopyPage:
    """What goes to a recipient for whom these kinds are open, of his home alone."""
    rule = CopyRule("proef", "Proef", "", "support", "Overleg", kinds, ("housing",))
    record = record_now(trajectory, on=TODAY)
    return copy_page(record, rule, approach_for(trajectory.municipality, on=TODAY))


def left_out(page: CopyPage, term: str) -> str:
    return next((one.description for one in page.left_out if one.term == term), "")


@pytest.fixture
def told(cast: Cast, now) -> dict[str, Any]:
    return {"by": cast.noor, "at": now}


class TestWhatIsOver:
    def test_a_wish_that_he_let_go(self, trajectory, told):
        plans.wish(trajectory, words="Ik wil een hond.", **told)
        plans.follow_up(
            plans.wish(trajectory, words="Ik wil weg.", **told), outcome=WishOutcome.OTHERWISE, **told
        )
        text = page_for(trajectory, CopiedKind.WISHES).text
        assert "Ik wil een hond." in text
        assert "Ik wil weg." not in text

    def test_the_steps_of_a_goal_that_ended(self, trajectory, told):
        goals.end(goals.goal(trajectory, "De gemeente bellen.", **goals.HOME, **told), **told)
        page = page_for(trajectory, CopiedKind.GOALS, CopiedKind.STEPS)
        assert "(bereikt op 18 november 2026)" in page.text
        assert "De gemeente bellen." not in page.text

    def test_who_left_his_life(self, trajectory, told):
        gone = {"ended_on": TODAY, "ended_words": "Verhuisd."}
        around.know(trajectory, name="Opa Piet", **gone, **told)
        assert page_for(trajectory, CopiedKind.NETWORK).text == ""

    def test_how_it_went_before(self, trajectory, told):
        readings.read(trajectory, words="Eerst slecht.", on=TODAY - timedelta(days=2), **told)
        readings.read(trajectory, words="Nu goed.", **told)
        text = page_for(trajectory, CopiedKind.HIS_VIEW).text
        assert "Nu goed." in text
        assert "Eerst slecht." not in text

    def test_contact_of_longer_ago(self, trajectory, told):
        for number in range(MOST_CONTACTS + 1):
            people.meet(trajectory, words=f"Gesprek {number}.", **told)
        text = page_for(trajectory, CopiedKind.CONTACT_WORDS).text
        assert text.count("Gesprek ") == MOST_CONTACTS
        assert "Gesprek 0." not in text


class TestWhatTellsOfSomethingClosed:
    def test_an_insurance_that_rests_says_that_he_is_inside(self, trajectory, told):
        people.situate(trajectory, CircumstanceValue.SUSPENDED, **told)
        held = page_for(trajectory, CopiedKind.INSURANCE)
        assert held.text == ""
        assert "1 keer zegt het antwoord ook iets" in left_out(held, "Een deel mag niet mee")
        assert "Stilgezet" in page_for(trajectory, CopiedKind.INSURANCE, CopiedKind.DETENTION).text

    def test_that_nobody_asked_is_nothing_to_tell(self, trajectory, told):
        people.situate(trajectory, CircumstanceValue.NOT_ASKED, kind=CircumstanceKind.WORK, **told)
        assert page_for(trajectory, CopiedKind.WORK).text == ""

    def test_who_of_his_own_said_how_it_goes_is_not_named(self, trajectory, told):
        his = {"eye": Eye.NETWORK, "who": "Oma Truus", "words": "Hij eet slecht."}
        readings.read(trajectory, **his, **told)
        text = page_for(trajectory, CopiedKind.JUDGEMENT).text
        assert "Hij eet slecht." in text
        assert "Truus" not in text

    def test_who_of_his_own_does_a_step_is_not_named(self, trajectory, told):
        goal = goals.goal(trajectory, **goals.HOME, **told)
        goals.hold(goals.step(goal, actor=StepActor.NETWORK, actor_name="Oma Truus", **told), **told)
        text = page_for(trajectory, CopiedKind.STEPS).text
        assert "De verhuurder bellen." in text
        assert "kan nog niet" in text
        assert "Truus" not in text

    def test_how_it_goes_in_another_domain_is_counted_and_stays(self, trajectory, told):
        readings.read(trajectory, domain="care", words="Hij drinkt.", **told)
        page = page_for(trajectory, CopiedKind.HIS_VIEW)
        assert page.text == ""
        assert "1 keer dat is gezegd hoe het gaat" in left_out(page, "Een deel mag niet mee")

    def test_health_is_never_missed(self, trajectory):
        """It opens answers of other kinds: that nothing was written of it would tell something."""
        page = page_for(trajectory, CopiedKind.HEALTH, CopiedKind.NAME)
        assert left_out(page, "Niets om mee te geven") == ""


def test_nothing_that_was_typed_looks_like_a_heading(cast: Cast, trajectory, now, told):
    plans.wish(trajectory, words=HEADING, **told)
    goals.step(goals.goal(trajectory, words=HEADING, **goals.HOME, **told), words=HEADING, **told)
    readings.read(trajectory, words=HEADING, **told)
    agreements.agree(trajectory, Promised(PromisedBy.OFFICER, "", HEADING), **told)
    stay = StayAccount("PI Sittard\nSchulden:", entered_on=TODAY - timedelta(days=4))
    tell_detention(trajectory=trajectory, account=stay, by=cast.noor.acting(now), at=now)
    open_kinds = (
        CopiedKind.WISHES,
        CopiedKind.GOALS,
        CopiedKind.STEPS,
        CopiedKind.HIS_VIEW,
        CopiedKind.AGREEMENTS,
    )
    text = page_for(trajectory, *open_kinds, CopiedKind.DETENTION).text
    assert text.count(ON_ONE_LINE) == len(open_kinds)
    assert "\nSchulden:" not in text


def test_who_does_not_guide_him_does_not_hear_for_whom_the_approach_has_rules(cast: Cast, trajectory, now):
    with pytest.raises(NotAllowed):
        Disclosure.copy(
            trajectory=trajectory, to="politie", kinds=[], purpose="", by=cast.sem.acting(now), at=now
        )


def test_who_may_not_copy_is_not_offered_it(trajectory, noor: Client, fatima: Client):
    ledger = reverse("desk:disclosures", args=[trajectory.person.ref])
    copying = reverse("desk:copying", args=[trajectory.person.ref])
    assert copying in noor.get(ledger).content.decode()
    assert copying not in fatima.get(ledger).content.decode()


def test_who_sees_him_and_does_not_guide_him_reads_no_text(cast: Cast, trajectory, now, fatima: Client):
    """Also when she is an officer herself, of others."""
    there = {"municipality": cast.here, "since": day(now)}
    RoleGrant.grant(user=cast.fatima, role=Role.OFFICER, **there, by=TESTER, at=now)
    for name, *more in (("copying",), ("copy", "jpp")):
        answer = fatima.get(reverse(f"desk:{name}", args=[trajectory.person.ref, *more]))
        assert answer.status_code == 403
        assert "Jayden" not in answer.content.decode()


def test_what_was_typed_does_not_break_out_of_the_text_that_is_ready(trajectory, noor: Client, told):
    goals.goal(trajectory, words="</textarea><b>Werk</b>", **goals.HOME, **told)
    url = reverse("desk:copy", args=[trajectory.person.ref, "jpp"])
    form = noor.get(url).context["form"]
    sending = {"purpose": "Overleg.", "shown": form.now, "submission": form["submission"].initial}
    ready = noor.post(url, sending).content.decode()
    assert "data-copy-text" in ready
    assert "&lt;/textarea&gt;&lt;b&gt;Werk&lt;/b&gt;" in ready
    assert "<b>Werk</b>" not in ready
