"""Noor asks a partner something, types in one tap what he answered, and sends a text that says no more than it may."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.approach.enums import StepActor
from regie.base.clock import day, now
from regie.requests.enums import AnswerKind
from regie.requests.models import PartnerRequest, RequestAnswer
from regie.requests.queries import requests_of
from regie.requests.rules import OTHER_DAY_TYPED
from regie.trajectories.models import Disclosure
from tests.cast import Cast
from tests.factories import goals, people, requests

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)


@pytest.fixture
def involved(cast: Cast, trajectory, now):
    return people.involve(trajectory, by=cast.noor, at=now)


def text(response: Any) -> str:
    main = response.content.decode().split("<main")[1].split("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", main))


def typed(client: Client, url: str, **more: str) -> dict[str, Any]:
    form = client.get(url).context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else str(value) for name, value in values.items()} | more


class TestAsking:
    def test_from_who_is_involved_to_the_list(self, trajectory, involved, noor: Client):
        url = reverse("desk:tell_partnerrequest", args=[trajectory.person.ref])
        way = f"{url}?partner={involved.ref}"
        assert way in noor.get(reverse("desk:involved", args=[trajectory.person.ref])).content.decode()
        wanted = day(now()) + timedelta(days=7)
        sent = noor.post(way, typed(noor, way, words="Belt u hem?", wanted_on=f"{wanted:%d-%m-%Y}"))
        assert sent.status_code == 302
        shown = text(noor.get(sent.url))
        assert "Budgetwinkel Belt u hem?" in shown
        assert "Nog geen antwoord." in shown
        assert Disclosure.objects.get().what == "Gevraagd: Belt u hem?"

    def test_for_a_step_that_nobody_else_takes(self, cast: Cast, trajectory, involved, now, noor: Client):
        goal = goals.goal(trajectory, by=cast.noor, at=now)
        mine = goals.step(goal, by=cast.noor, at=now, words="Zelf.", actor=StepActor.OFFICER)
        his = goals.step(goal, by=cast.noor, at=now, words="Ordenen.", actor=StepActor.PARTNER)
        url = reverse("desk:tell_partnerrequest", args=[trajectory.person.ref])
        page = noor.get(reverse("desk:goal", args=[goal.ref])).content.decode()
        assert f"{url}?stap={his.ref}" in page
        assert f"{url}?stap={mine.ref}" not in page
        form = noor.get(f"{url}?stap={his.ref}").context["form"]
        assert form["step"].value() == str(his.ref)
        assert [label for _, label in form.fields["step"].choices] == ["Niet bij een stap", "Ordenen."]

    def test_what_cannot_be_stands_beside_its_field_and_what_was_typed_stays(
        self, trajectory, involved, noor: Client
    ):
        url = reverse("desk:tell_partnerrequest", args=[trajectory.person.ref])
        sent = noor.post(
            url, typed(noor, url, words="Belt u hem?", wanted_on="1-1-2020", involvement=str(involved.ref))
        )
        assert "Deze dag ligt voor de dag waarop u het vraagt." in text(sent)
        assert "Belt u hem?" in sent.content.decode()
        assert not PartnerRequest.objects.exists()

    def test_only_of_who_is_involved_now(self, cast: Cast, trajectory, involved, now, noor: Client):
        involved.end(ended_on=TODAY, why="Klaar.", by=cast.noor.acting(now), at=now)
        url = reverse("desk:tell_partnerrequest", args=[trajectory.person.ref])
        assert noor.get(url).context["form"].fields["involvement"].choices == [("", "Kies een partner")]
        sent = noor.post(url, typed(noor, url, words="Belt u?", involvement=str(involved.ref)))
        assert sent.status_code == 200
        assert not PartnerRequest.objects.exists()


class TestAnswering:
    @pytest.fixture
    def asked(self, cast: Cast, involved, now) -> PartnerRequest:
        return requests.ask(involved, by=cast.noor, at=now)

    @pytest.fixture
    def url(self, asked) -> str:
        return reverse("desk:partnerrequest", args=[asked.ref])

    @pytest.mark.parametrize(
        ("kind", "more", "said"),
        [
            (AnswerKind.ACCEPTED, {}, "De partner doet het."),
            (AnswerKind.DECLINED, {"words": "Vol."}, "De partner doet het niet. Vol."),
            (AnswerKind.OTHER_DAY, {"proposed_on": "1-3-2027"}, "op een andere dag. Voor 1 maart 2027."),
            (AnswerKind.DONE, {"words": "Verstuurd."}, "De partner heeft het gedaan. Verstuurd."),
            (AnswerKind.CALLED_OFF, {}, "Wij hebben dit niet meer nodig."),
        ],
    )
    def test_in_one_tap(self, noor: Client, url: str, kind, more: dict, said: str):
        sent = noor.post(url, typed(noor, url, kind=kind.value, **more))
        assert sent.status_code == 302
        assert said in text(noor.get(sent.url))

    def test_a_reason_that_is_missing_is_asked_and_what_was_typed_stays(self, noor: Client, url: str):
        sent = noor.post(url, typed(noor, url, kind="declined", proposed_on="1-3-2027"))
        assert "Waarom niet? Schrijf dat op." in text(sent)
        assert "1-3-2027" in sent.content.decode()
        assert not RequestAnswer.objects.exists()

    def test_another_day_beside_another_answer_is_asked_about(self, noor: Client, url: str):
        sent = noor.post(url, typed(noor, url, kind="accepted", proposed_on="1-3-2027"))
        assert OTHER_DAY_TYPED in text(sent)
        assert "1-3-2027" in sent.content.decode()
        assert not RequestAnswer.objects.exists()

    def test_taken_back_it_still_stands_that_it_was_told(self, noor: Client, asked):
        way = reverse("desk:withdraw_partnerrequest", args=[asked.ref])
        assert "Bij zijn verstrekkingen blijft staan dat u dit vertelde." in text(noor.get(way))
        noor.post(way, typed(noor, way))
        assert not PartnerRequest.objects.current().exists()
        assert Disclosure.objects.current().exists()

    def test_who_answers_to_what_he_did_not_see_reads_what_stands(
        self, cast: Cast, trajectory, asked, now, noor: Client, url: str
    ):
        begun = typed(noor, url, kind="declined", words="Vol.")
        requests.answer(asked, by=cast.noor, at=now)
        sent = noor.post(url, begun)
        assert "intussen al geantwoord: de partner doet het" in text(sent)
        assert requests_of(trajectory)[0].state == "accepted"

    def test_only_what_can_follow_is_offered(self, cast: Cast, asked, now, noor: Client, url: str):
        requests.answer(asked, AnswerKind.DONE, by=cast.noor, at=now)
        assert not noor.get(url).context["page"].answers
        taken = reverse("desk:withdraw_requestanswer", args=[asked.ref])
        assert noor.post(taken, typed(noor, taken)).status_code == 302
        assert len(noor.get(url).context["page"].answers) == len(AnswerKind)
        assert noor.get(taken).status_code == 302

    def test_of_a_step_it_stands_beside_it(self, cast: Cast, trajectory, involved, now, noor: Client):
        goal = goals.goal(trajectory, by=cast.noor, at=now)
        step = goals.step(goal, by=cast.noor, at=now, actor=StepActor.PARTNER)
        asked = requests.ask(involved, by=cast.noor, at=now, step=step)
        page = reverse("desk:goal", args=[goal.ref])
        assert "Gevraagd aan Budgetwinkel: Nog geen antwoord." in text(noor.get(page))
        requests.answer(asked, AnswerKind.DONE, by=cast.noor, at=now, words="Verstuurd.")
        shown = text(noor.get(page))
        assert "Gedaan op 18 november 2026. Verstuurd." in shown
        assert "Gevraagd aan Budgetwinkel: De partner heeft het gedaan. Verstuurd." in shown


class TestWhoMaySee:
    def test_a_coordinator_reads_the_list_and_asks_nothing(
        self, cast: Cast, trajectory, involved, now, fatima: Client
    ):
        asked = requests.ask(involved, by=cast.noor, at=now)
        page = fatima.get(reverse("desk:requests", args=[trajectory.person.ref]))
        assert requests.LETTERS in text(page)
        assert not page.context["page"].actions
        assert fatima.get(reverse("desk:partnerrequest", args=[asked.ref])).status_code in (302, 403, 404)

    @pytest.mark.parametrize("who", ["sem", "bas"])
    def test_another_officer_finds_nothing(self, cast: Cast, trajectory, involved, now, who: str, request):
        asked, client = requests.ask(involved, by=cast.noor, at=now), request.getfixturevalue(who)
        for way, ref in (("requests", trajectory.person.ref), ("partnerrequest", asked.ref)):
            assert client.get(reverse(f"desk:{way}", args=[ref])).status_code in (403, 404)


class TestTheText:
    """It says what was asked, and of the step only what the life domains and the ground of the involvement open."""

    def of(self, cast: Cast, trajectory, now, noor: Client, *, domain: str, ground: str) -> Any:
        filed = {"domain": domain, "domain_title": {"housing": "Wonen", "care": "Zorg"}.get(domain, domain)}
        filed = filed if domain == "housing" else goals.HOME
        goal = goals.goal(trajectory, by=cast.noor, at=now, **filed)
        due = {"due_on": TODAY + 9 * DAY, "actor": StepActor.PARTNER}
        step = goals.step(goal, by=cast.noor, at=now, words="Naar de reclassering.", **due)
        told = {"domains": [domain], "ground": ground}
        if ground == "own_request":
            told["scope"] = "Zijn huur."
        involved = people.involve(trajectory, by=cast.noor, at=now, **told)
        asked = requests.ask(involved, by=cast.noor, at=now, step=step)
        return noor.get(reverse("desk:partnerrequest", args=[asked.ref])).context["page"]

    def test_what_the_ground_carries_goes_with_it(self, cast: Cast, trajectory, now, noor: Client):
        page = self.of(cast, trajectory, now, noor, domain="housing", ground="debts")
        assert "U bent betrokken bij Jayden Muller, als Schuldhulpverlener." in page.text
        assert f"Ik vraag u: {requests.LETTERS}" in page.text
        assert "Voor: 27 november 2026" in page.text
        assert "reclassering" not in page.text  # this ground carries no criminal data, and words may hold it
        assert any("Stap" in item.description for item in page.left_out)

    def test_nothing_of_a_step_of_another_domain(self, cast: Cast, trajectory, now, noor: Client):
        page = self.of(cast, trajectory, now, noor, domain="finances_and_debts", ground="debts")
        assert "stap uit het plan" not in page.text
        assert "27 november" not in page.text
        assert page.left_out
