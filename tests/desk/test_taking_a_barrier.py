"""Noor opens a barrier from a step in one click, keeps trying, and tells how it was broken through."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.barriers.enums import BarrierOutcome
from regie.barriers.models import Barrier, BarrierAttempt, BarrierEnd
from regie.base.clock import day
from regie.base.clock import now as this_moment
from tests.cast import Cast
from tests.factories import barriers, goals

DAY = timedelta(days=1)


@pytest.fixture
def step(cast: Cast, trajectory, now):
    goal = goals.goal(trajectory, by=cast.noor, at=now, **goals.HOME)
    return goals.step(goal, by=cast.noor, at=now)


def text(response: Any) -> str:
    main = response.content.decode().split("<main")[1].split("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", main))


def typed(client: Client, url: str, **more: str) -> dict[str, Any]:
    form = client.get(url).context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else value for name, value in values.items()} | more


def send(client: Client, url: str, **more: str) -> Any:
    return client.post(url, typed(client, url, **more))


class TestFromItsStepToItsEnd:
    def test_in_one_click_it_knows_the_step_and_where_that_is_filed(self, trajectory, step, noor: Client):
        way = f"{reverse('desk:tell_barrier', args=[trajectory.person.ref])}?stap={step.ref}"
        goal = reverse("desk:goal", args=[step.goal.ref])
        assert way in noor.get(goal).content.decode()
        sent = send(noor, way, kind="deposit", words="De verhuurder wil twee maanden borg.")
        assert sent.status_code == 302
        one = Barrier.objects.get()
        assert (one.steps, one.domain_title, one.kind_title) == (
            [str(step.ref)],
            "Wonen",
            "Geen geld voor de borg",
        )
        shown = text(noor.get(sent.url))
        assert "De verhuurder wil twee maanden borg." in shown
        assert "Nog geen poging." in shown
        beside = noor.get(goal)
        assert "Barrière: Geen geld voor de borg. Nog geen poging." in text(beside)
        assert reverse("desk:barrier", args=[one.ref]) in beside.content.decode()

    def test_perseverance_and_the_end_stand_beside_the_step(self, cast, trajectory, step, noor: Client):
        at, today = this_moment(), day(this_moment())
        told = {"steps": [str(step.ref)], "happened_on": today - 12 * DAY}
        one = barriers.blocked(trajectory, by=cast.noor, at=at, **told)
        for words in ("Gebeld.", "Langsgegaan."):
            sent = send(noor, reverse("desk:tell_barrierattempt", args=[one.ref]), words=words, answer="Nee.")
            assert sent.status_code == 302
        page = text(noor.get(sent.url))
        assert "2 pogingen in 12 dagen." in page
        assert page.index("Langsgegaan.") < page.index("Gebeld.")
        way = reverse("desk:tell_barrierend", args=[one.ref])
        refused = send(noor, way, outcome="broken", words=" ")
        assert refused.status_code == 200
        sent = send(noor, way, outcome="broken", words="Met een verklaring.")
        assert "Met een verklaring." in text(noor.get(sent.url))
        beside = text(noor.get(reverse("desk:goal", args=[step.goal.ref])))
        assert "Barrière doorbroken op" in beside
        assert "Met een verklaring." in beside
        over = text(noor.get(reverse("desk:barriers", args=[trajectory.person.ref])))
        assert over.index("Dit is voorbij") < over.index("2 pogingen in 12 dagen.")

    def test_what_cannot_be_stands_beside_its_field_and_what_was_typed_stays(self, trajectory, noor: Client):
        way = reverse("desk:tell_barrier", args=[trajectory.person.ref])
        sent = send(noor, way, kind="no_id", words="Kwijt in de cel.", owner="partner")
        assert "Wie pakt het op? Schrijf de naam op." in text(sent)
        assert "Kwijt in de cel." in sent.content.decode()
        assert not Barrier.objects.exists()

    def test_told_better_and_taken_back(self, cast: Cast, trajectory, noor: Client):
        one = barriers.blocked(trajectory, by=cast.noor, at=this_moment())
        tried, over = (tell(one, by=cast.noor, at=this_moment()) for tell in (barriers.attempt, barriers.end))
        for name, fact in (("barrierend", over), ("barrierattempt", tried), ("barrier", one)):
            sent = send(noor, reverse(f"desk:correct_{name}", args=[fact.ref]), words="Anders.")
            assert "Anders." in text(noor.get(sent.url))
            sent = noor.post(reverse(f"desk:withdraw_{name}", args=[fact.ref]), {"seen": _last(fact).pk})
            assert sent.status_code == 302
        for model in (Barrier, BarrierAttempt, BarrierEnd):
            assert not model.objects.current().exists()


def _last(fact: Any) -> Any:
    return type(fact).objects.last_versions().get(ref=fact.ref)


class TestWhoSeesIt:
    def test_a_coordinator_reads_it_and_changes_nothing(self, cast, trajectory, step, fatima: Client):
        one = barriers.blocked(trajectory, by=cast.noor, at=this_moment(), steps=[str(step.ref)])
        person = trajectory.person.ref
        for way, ref in (("barriers", person), ("barrier", one.ref)):
            page = fatima.get(reverse(f"desk:{way}", args=[ref])).content.decode()
            assert barriers.WORDS in page
            assert "/nieuw/" not in page.split("<main")[1]
        assert fatima.get(reverse("desk:tell_barrier", args=[person])).status_code == 403
        assert "?stap=" not in fatima.get(reverse("desk:goal", args=[step.goal.ref])).content.decode()

    def test_another_officer_finds_nothing(self, cast, trajectory, sem: Client):
        one = barriers.blocked(trajectory, by=cast.noor, at=this_moment())
        for way, ref in (
            ("barriers", trajectory.person.ref),
            ("barrier", one.ref),
            ("correct_barrier", one.ref),
            ("tell_barrierattempt", one.ref),
        ):
            assert sem.get(reverse(f"desk:{way}", args=[ref])).status_code == 404

    def test_what_is_not_needed_any_more_is_said_so(self, cast, trajectory, noor: Client):
        one = barriers.blocked(trajectory, by=cast.noor, at=this_moment())
        barriers.end(one, BarrierOutcome.NOT_NEEDED, by=cast.noor, at=this_moment(), words="Hij verhuist.")
        page = text(noor.get(reverse("desk:barrier", args=[one.ref])))
        assert "Niet meer nodig op" in page
        assert "Poging vastleggen" not in page
