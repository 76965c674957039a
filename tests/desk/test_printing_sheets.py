"""Noor prints what she takes along, what is signed, and what goes to who helps him: each readable aloud."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.accounts.models import RoleGrant
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.plans.enums import Consent, GoalOutcome, Lasts, WishOutcome
from regie.plans.models import Authorisation
from regie.privacy.models import AccessEntry
from regie.trajectories.enums import CircumstanceKind, CircumstanceValue
from regie.trajectories.models import Trajectory
from regie.ui.words import written as told_day
from tests.cast import Cast, sign_in
from tests.factories import around, debts, endings, goals, people, plans, readings, taking_over
from tests.factories.agreements import RIDE, SCHOOL, account, agree
from tests.sheets.reading import faults, pages, said

NAMES = ("Nguyễn Thị", "Жанна", "محمد", "李 Wei", "#panic()", "a" * 150)


def visit(client: Client, trajectory: Trajectory) -> str:
    return words(client, reverse("desk:visit_sheet", args=[trajectory.person.ref]))


def words(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer["Content-Type"] == "application/pdf"
    assert "no-store" in answer["Cache-Control"]
    assert faults(answer.content) == []
    return said(answer.content)


@pytest.fixture
def told(cast: Cast, now: Any) -> dict[str, Any]:
    return {"by": cast.noor, "at": now}


class TestTheVisitSheet:
    def test_says_who_he_is_and_leaves_room_for_what_nobody_knows(self, noor: Client, trajectory):
        text = visit(noor, trajectory)
        assert f"Naam: {trajectory.person}" in text
        assert "Registratienummer: . ." in text
        assert "Wat ik hoorde" in text
        assert "Wie: . ." in text

    def test_begins_with_what_he_wants(self, noor: Client, trajectory, told):
        assert "Wat hij wil Nog niet gevraagd. Begin daarmee." in visit(noor, trajectory)
        plans.wish(trajectory, words="Ik wil naar zee.", **told)
        assert "Wat hij wil “Ik wil naar zee.”" in visit(noor, trajectory)

    def test_leaves_out_what_he_wants_no_more_and_a_goal_that_ended(self, noor: Client, trajectory, told):
        plans.follow_up(plans.wish(trajectory, **told), outcome=WishOutcome.OTHERWISE, **told)
        goals.end(goals.goal(trajectory, "Bellen.", **told), GoalOutcome.STOPPED, congratulation="", **told)
        text = visit(noor, trajectory)
        assert "Nog niet gevraagd." in text
        assert "Bellen." not in text

    def test_says_of_many_wishes_how_many_more_there_are(self, noor: Client, trajectory, told):
        for number in range(10):
            plans.wish(trajectory, words=f"Wens {number}.", **told)
        text = visit(noor, trajectory)
        assert text.count("Wens ") == 8
        assert "En nog 2. Die staan in Regie." in text

    def test_says_no_term_of_what_was_closed(self, cast: Cast, noor: Client, trajectory, told):
        assert "Wat een termijn heeft" in visit(noor, trajectory)
        endings.agree(endings.close(trajectory, **told), by=cast.fatima, at=told["at"])
        assert "Wat een termijn heeft" not in visit(noor, trajectory)

    def test_asks_how_it_went_with_what_both_promised(self, noor: Client, trajectory, told):
        agree(trajectory, SCHOOL, RIDE, **told)
        text = visit(noor, trajectory)
        assert "Afgesproken op 18 november 2026: hoe ging het? Ik bel maandag naar school. Wie: hij" in text
        assert "Moeder" not in text

    def test_says_the_next_step_of_each_goal(self, noor: Client, trajectory, told):
        goal = goals.goal(trajectory, **told)
        goals.step(goal, due_on=date(2026, 12, 1), **told)
        goals.step(goal, words="Verhuizen.", **told)
        text = visit(noor, trajectory)
        assert "De verhuurder bellen. Ik heb een eigen kamer. Voor 1 december 2026." in text
        assert "Verhuizen" not in text

    def test_says_how_many_more_there_are(self, noor: Client, trajectory, told):
        for number in range(11):
            goals.goal(trajectory, f"Stap {number}.", words=f"Doel {number}.", **told)
        text = visit(noor, trajectory)
        assert "Stap 7." in text
        assert "Stap 8." not in text
        assert "En nog 3. Die staan in Regie." in text

    def test_says_what_to_ask_him(self, noor: Client, trajectory, told):
        assert "Vraag hem naar Uitkering" in visit(noor, trajectory)
        people.situate(trajectory, CircumstanceValue.UNKNOWN, kind=CircumstanceKind.BENEFIT, **told)
        assert "Vraag hem naar Uitkering" in visit(noor, trajectory)
        people.situate(trajectory, **told)
        assert "Vraag hem naar Uitkering" not in visit(noor, trajectory)

    def test_tells_a_finder_nothing_of_debts_people_and_how_it_goes(self, noor: Client, trajectory, told):
        mark = "Kenmerkwoord"
        readings.read(trajectory, words=mark, **told)
        debts.owe(trajectory, mark, **told)
        around.know(trajectory, name=mark, **told)
        debts.evicted_on(trajectory, date(2026, 12, 1), **told)
        people.meet(trajectory, words=mark, **told)
        text = visit(noor, trajectory)
        assert mark not in text
        assert "Huisuitzetting" not in text
        assert "Detentie melden" in text

    def test_is_on_his_page_while_he_is_inside(self, noor: Client, trajectory):
        address = reverse("desk:visit_sheet", args=[trajectory.person.ref])
        assert address in noor.get(reverse("desk:person", args=[trajectory.person.ref])).content.decode()


class TestTheSheetOfDebts:
    def address(self, trajectory: Trajectory) -> str:
        return reverse("desk:debts_sheet", args=[trajectory.person.ref])

    def test_says_each_debt_and_what_it_is_together(self, noor: Client, trajectory, told):
        debts.owe(trajectory, "CJIB", "3000", reference="K-1", **told)
        text = words(noor, self.address(trajectory))
        assert "Aan wie Kenmerk Bedrag Regeling Wat dreigt CJIB" in text
        assert "K-1 € 3.000,00" in text
        assert "Samen: " in text
        assert "door Noor." in text

    def test_says_so_when_nobody_asked(self, noor: Client, trajectory):
        assert "Nog niet bekend." in words(noor, self.address(trajectory))

    @pytest.mark.parametrize("name", NAMES)
    def test_holds_a_name_of_any_kind(self, noor: Client, trajectory, told, name: str):
        debts.owe(trajectory, name[:100], **told)
        assert words(noor, self.address(trajectory))

    def test_of_many_says_all_of_them(self, noor: Client, trajectory, told):
        for number in range(60):
            debts.owe(trajectory, f"Schuldeiser {number}.", "10", **told)
        pdf = noor.get(self.address(trajectory)).content
        text = said(pdf)
        assert all(f"Schuldeiser {number}." in text for number in range(60))
        assert text.count("Aan wie Kenmerk Bedrag") == len(pages(pdf)) > 1
        assert "Gemaakt:" not in text  # each page says it at its foot


class TestTheAgreement:
    def test_says_what_both_promised_and_gives_room_to_sign(self, noor: Client, trajectory, told):
        made = agree(trajectory, SCHOOL, RIDE, again_on=date(2026, 12, 1), **told)
        text = words(noor, reverse("desk:agreement_sheet", args=[made.ref]))
        assert "Onze afspraken" in text
        assert "Dit beloof jij Ik bel maandag naar school." in text
        assert "Dit belooft Moeder rijdt hem naar de kliniek." in text
        assert "Op dinsdag 1 december 2026 kijken we hier samen naar." in text
        assert "Handtekeningen Ik: . ." in text

    def test_says_what_he_said_of_it_and_that_no_day_is_known(self, noor: Client, trajectory, told):
        made = agree(trajectory, consent=Consent.NOT_AGREED, answer="Te snel.", **told)
        text = words(noor, reverse("desk:agreement_sheet", args=[made.ref]))
        assert "Jij bent het hier niet mee eens. “Te snel.”" in text
        assert "We spreken nog af wanneer we hier samen naar kijken." in text

    def test_as_it_stands_and_not_when_it_was_withdrawn(self, noor: Client, trajectory, told, now):
        made = agree(trajectory, SCHOOL, **told)
        by = told["by"].acting(now)
        better = made.correct(account=account(now, RIDE), by=by, at=now)
        address = reverse("desk:agreement_sheet", args=[made.ref])
        assert "Ik bel maandag naar school." not in words(noor, address)
        better.withdraw(by=by, at=now)
        assert noor.get(address).status_code == 404

    def test_the_page_leads_to_it(self, noor: Client, trajectory, told):
        made = agree(trajectory, **told)
        html = noor.get(reverse("desk:agreement_paper", args=[made.ref])).content.decode()
        assert reverse("desk:agreement_sheet", args=[made.ref]) in html


class TestTheAuthorisation:
    def sheet(self, client: Client, one: Authorisation) -> str:
        return words(client, reverse("desk:authorisation_sheet", args=[one.ref]))

    def test_says_who_may_do_what_and_until_when(self, noor: Client, trajectory, told, now):
        one = taking_over.authorise(trajectory, until=date(2027, 1, 5), lasts=Lasts.UNTIL_DAY, **told)
        text = self.sheet(noor, one)
        assert f"Ik ben {trajectory.person}, geboren op {told_day(trajectory.person.birth_date)}." in text
        assert (
            "Ik geef een machtiging aan Noor, re-integratieofficier van de gemeente Sittard-Geleen." in text
        )
        assert one.scope in text
        assert "Dit geldt tot en met 5 januari 2027" in text
        assert "Alleen wat hier staat, mag." in text
        assert "Deze machtiging is getekend op 18 november 2026. Handtekeningen Ik: . ." in text
        assert "Gestopt" not in text

    def test_leaves_room_for_what_nobody_knows_yet(self, cast: Cast, trajectory, told):
        one = taking_over.authorise(trajectory, signed_on=None, lasts=Lasts.UNKNOWN, **told)
        RoleGrant.objects.filter(user=cast.noor).update(until=day(this_moment()))
        text = self.sheet(sign_in(cast.fatima), one)
        assert "Ik geef een machtiging aan . ." in text
        assert "Dit geldt tot en met: …" in text
        assert "getekend" not in text

    def test_says_that_it_was_stopped(self, noor: Client, trajectory, told, now):
        one = taking_over.authorise(trajectory, stopped_on=now.date(), **told)
        assert "Gestopt op 18 november 2026. Deze machtiging geldt niet meer." in self.sheet(noor, one)

    def test_not_when_it_was_withdrawn(self, noor: Client, trajectory, told, now):
        one = taking_over.authorise(trajectory, **told)
        one.withdraw(by=told["by"].acting(now), at=now)
        assert noor.get(reverse("desk:authorisation_sheet", args=[one.ref])).status_code == 404


class TestWhoMayPrintThem:
    def addresses(self, trajectory: Trajectory, told: dict[str, Any]) -> list[str]:
        ref = trajectory.person.ref
        return [
            reverse("desk:visit_sheet", args=[ref]),
            reverse("desk:debts_sheet", args=[ref]),
            reverse("desk:agreement_sheet", args=[agree(trajectory, **told).ref]),
            reverse("desk:authorisation_sheet", args=[taking_over.authorise(trajectory, **told).ref]),
        ]

    def test_who_guides_him_and_the_coordinator_and_it_is_written_down(self, cast: Cast, trajectory, told):
        for address in self.addresses(trajectory, told):
            for user, answer in (
                (cast.noor, 200),
                (cast.fatima, 200),
                (cast.bas, 404),
                (cast.sem, 404),
                (cast.wil, 403),
            ):
                before = AccessEntry.objects.filter(subject=trajectory.person.ref).count()
                assert sign_in(user).get(address).status_code == answer
                after = AccessEntry.objects.filter(subject=trajectory.person.ref).count()
                assert after - before == (answer == 200)
