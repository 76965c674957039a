"""Somebody asks to be involved: Noor writes it down, and answers by involving or not."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.trajectories.models import Involvement, JoinRequest
from tests.cast import Cast
from tests.factories import others
from tests.factories.partners import organisation

ASKING = "Vraagt om mee te doen"


def way(name: str, *parts: object) -> str:
    return reverse(f"desk:{name}", args=parts)


@pytest.fixture
def page(trajectory) -> str:
    """Who is involved with him."""
    return way("involved", trajectory.person.ref)


@pytest.fixture
def asked(cast: Cast, trajectory, now) -> JoinRequest:
    """Petra asked it today."""
    return others.ask_to_join(trajectory, by=cast.noor, at=now)


@pytest.fixture
def sent(cast: Cast, now) -> dict[str, Any]:
    """What is typed to involve the organisation for which she works."""
    return {
        "organisation": str(organisation(cast, at=now).ref),
        "role": "Wijkteam",
        "domains": ["finances_and_debts"],
        "ground": "debts",
        "purpose": "Helpen met zijn post.",
        "happened_on": f"{day(now):%d-%m-%Y}",
        "until": f"{day(now) + timedelta(days=30):%d-%m-%Y}",
    }


class TestItIsWrittenDown:
    def test_in_one_line_and_it_waits_on_top(self, noor: Client, trajectory, page, now):
        assert "Iemand vraagt om mee te doen" in noor.get(page).content.decode()
        url = way("tell_joinrequest", trajectory.person.ref)
        typed = {"who": "Petra Smit", "words": "Zijn post.", "happened_on": f"{day(now):%d-%m-%Y}"}
        refused = noor.post(url, typed | {"words": ""}).content.decode()
        assert "Petra Smit" in refused
        assert not JoinRequest.objects.exists()
        shown = noor.post(url, typed, follow=True).content.decode()
        assert "Verzoek om mee te doen vastgelegd." in shown
        assert shown.index(ASKING) < shown.index("Petra Smit")
        assert "Vertel nog niets over de jongere. Dat mag pas als u iemand betrekt." in shown
        assert "Vroeg dit op 18 november 2026" in shown

    def test_it_is_told_better_and_taken_back(self, noor: Client, asked, page):
        typed = {"who": "Petra de Wit", "words": asked.words, "happened_on": "18-11-2026", "seen": asked.pk}
        better = noor.post(way("correct_joinrequest", asked.ref), typed, follow=True).content.decode()
        assert "Petra de Wit" in better
        seen = JoinRequest.objects.current().get().pk
        noor.post(way("withdraw_joinrequest", asked.ref), {"seen": seen})
        assert ASKING not in noor.get(page).content.decode()


class TestItIsAnswered:
    def test_no_with_why_and_what_may_be_said(self, noor: Client, asked, page):
        url = way("refuse_joinrequest", asked.ref)
        form = noor.get(url).content.decode()
        assert "Petra Smit, wijkteam" in form
        assert "Zeg verder niets over de jongere." in form
        typed = {"refused_on": "18-11-2026", "why_refused": "Hij wil dit niet.", "seen": asked.pk}
        refused = noor.post(url, typed | {"why_refused": ""}).content.decode()
        assert "18-11-2026" in refused
        assert JoinRequest.objects.count() == 1
        shown = noor.post(url, typed, follow=True).content.decode()
        assert ASKING not in shown
        assert "Petra Smit, wijkteam, vroeg om mee te doen: Niet betrokken" in shown
        assert "Niet betrokken op 18 november 2026: Hij wil dit niet." in shown

    def test_why_not_can_be_told_better(self, noor: Client, cast: Cast, asked, now):
        told = asked.refuse(refused_on=day(now), why="Nee.", by=cast.noor.acting(now), at=now)
        url = way("correct_joinrequest", asked.ref)
        assert "Nee." in noor.get(url).content.decode()
        typed = {"who": told.who, "words": told.words, "happened_on": "18-11-2026", "seen": told.pk}
        noor.post(url, typed | {"refused_on": "18-11-2026", "why_refused": "Hij wil dit niet."})
        assert JoinRequest.objects.current().get().why_refused == "Hij wil dit niet."

    def test_yes_after_a_look_at_what_it_opens(self, noor: Client, asked, sent, page):
        url = way("involve_asker", asked.ref)
        form = noor.get(url)
        assert form.context["form"]["purpose"].value() == "Helpen met zijn post."
        assert "Petra Smit, wijkteam" in form.content.decode()
        looked = noor.post(url, sent)
        assert not Involvement.objects.exists()
        shown = noor.post(url, sent | {"shown": looked.context["page"].shown}, follow=True).content.decode()
        assert "Vastgelegd wie betrokken is." in shown
        assert ASKING not in shown
        assert "Petra Smit, wijkteam, vroeg om mee te doen: Betrokken" in shown
        assert JoinRequest.objects.current().get().involvement == Involvement.objects.get().ref

    def test_what_cannot_be_is_said_beside_it_and_who_asked_still_stands_above(self, noor, asked, sent):
        page = noor.post(way("involve_asker", asked.ref), sent | {"role": " "}).content.decode()
        assert "Petra Smit, wijkteam" in page
        assert not Involvement.objects.exists()

    def test_who_was_answered_meanwhile_is_not_involved_twice(self, noor: Client, asked, sent):
        url = way("involve_asker", asked.ref)
        typed = sent | {"shown": noor.post(url, sent).context["page"].shown}
        noor.post(url, typed)
        again = noor.post(url, typed | {"submission": "5e1f4a52-93a5-4b9f-8b0e-3a9a1f2a6f11"})
        assert "Dit verzoek is al beantwoord." in again.content.decode()
        assert Involvement.objects.count() == 1

    def test_sent_twice_is_once(self, noor: Client, asked, sent):
        url = way("involve_asker", asked.ref)
        typed = sent | {"submission": "5e1f4a52-93a5-4b9f-8b0e-3a9a1f2a6f11"}
        typed |= {"shown": noor.post(url, typed).context["page"].shown}
        assert [noor.post(url, typed).status_code for _ in range(2)] == [302, 302]
        assert Involvement.objects.count() == 1


def test_the_coordinator_reads_it_and_nobody_else(asked, page, fatima: Client, sem: Client):
    shown = fatima.get(page).content.decode()
    assert "Petra Smit, wijkteam" in shown
    assert str(asked.ref) not in shown
    for name in ("involve_asker", "refuse_joinrequest", "correct_joinrequest", "withdraw_joinrequest"):
        assert fatima.get(way(name, asked.ref)).status_code == 403
        assert sem.get(way(name, asked.ref)).status_code == 404
