"""Noor ends an involvement while something is still asked: she reads so first, and the question stands as it is."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.approach.enums import StepActor
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.requests.enums import AnswerKind
from regie.requests.models import PartnerRequest
from regie.trajectories.models import Involvement
from tests.cast import Cast
from tests.desk.test_asking_partners import text, typed
from tests.factories import goals, people, requests

OVER = "Deze partner is niet meer betrokken."


@pytest.fixture
def now():
    """What she sees is of this moment."""
    return this_moment()


@pytest.fixture
def involved(cast: Cast, trajectory, now) -> Involvement:
    return people.involve(trajectory, by=cast.noor, at=now)


@pytest.fixture
def asked(cast: Cast, involved, now) -> PartnerRequest:
    return requests.ask(involved, by=cast.noor, at=now)


@pytest.mark.parametrize("way", ["end_involvement", "withdraw_involvement"])
def test_the_form_says_beforehand_what_is_open(cast: Cast, involved, now, noor: Client, way: str):
    url = reverse(f"desk:{way}", args=[involved.ref])
    assert "open bij hem" not in text(noor.get(url))
    requests.ask(involved, by=cast.noor, at=now)
    assert "Er staat nog 1 vraag open bij hem." in text(noor.get(url))
    requests.ask(involved, by=cast.noor, at=now, words="Belt u?")
    done = requests.ask(involved, by=cast.noor, at=now, words="Klaar?")
    requests.answer(done, AnswerKind.DONE, by=cast.noor, at=now)
    assert "Er staan nog 2 vragen open bij hem." in text(noor.get(url))


def test_and_not_what_is_asked_of_another(cast: Cast, trajectory, involved, asked, now, noor: Client):
    other = people.involve(trajectory, by=cast.noor, at=now, role="Budgetcoach")
    assert "open bij hem" not in text(noor.get(reverse("desk:end_involvement", args=[other.ref])))


class TestOnceItEnded:
    @pytest.fixture(autouse=True)
    def _ended(self, cast: Cast, involved, asked, now):
        involved.end(ended_on=day(now), why="Klaar.", by=cast.noor.acting(now), at=now)

    def test_the_list_says_so_after_what_still_asks(self, cast: Cast, trajectory, asked, now, noor: Client):
        other = people.involve(trajectory, by=cast.noor, at=now, role="Budgetcoach")
        later = day(now) + timedelta(days=60)
        requests.ask(other, by=cast.noor, at=now, words="Belt u?", wanted_on=later)
        shown = text(noor.get(reverse("desk:requests", args=[trajectory.person.ref])))
        assert f"Nog geen antwoord. {OVER}" in shown
        assert shown.index("Belt u?") < shown.index(asked.words)
        assert "Wat was het antwoord?" in shown

    def test_only_what_closes_it_can_be_told_and_nothing_is_sent(self, asked, noor: Client):
        url = reverse("desk:partnerrequest", args=[asked.ref])
        shown = noor.get(url)
        labels = [one.label for one in shown.context["page"].answers]
        assert labels == ["Doet het niet", "Gedaan", "Niet meer nodig"]
        assert OVER in text(shown)
        assert "beveiligde mail" not in text(shown)
        refused = noor.post(url, typed(noor, url, kind="accepted"))
        assert "of vraag het een ander" in text(refused)
        assert noor.post(url, typed(noor, url, kind="done")).status_code == 302

    def test_it_stands_beside_its_step(self, cast: Cast, trajectory, now, noor: Client):
        goal = goals.goal(trajectory, by=cast.noor, at=now)
        step = goals.step(goal, by=cast.noor, at=now, actor=StepActor.PARTNER)
        other = people.involve(trajectory, by=cast.noor, at=now, role="Budgetcoach")
        requests.ask(other, by=cast.noor, at=now, step=step)
        other.withdraw(by=cast.noor.acting(now), at=now)
        shown = text(noor.get(reverse("desk:goal", args=[goal.ref])))
        assert f"Gevraagd aan Budgetwinkel: Nog geen antwoord. {OVER}" in shown
