"""Noor tells that she will be away; Sem reads what he must know; she reads what happened meanwhile."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.accounts.models import Absence, Cover
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.privacy.models import AccessEntry
from regie.trajectories.models import MustKnow, Trajectory
from tests.cast import Cast
from tests.factories import people


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def jayden(cast: Cast, now) -> Trajectory:
    """Noor guides Jayden."""
    return people.guide(cast, at=now)


@pytest.fixture
def cover(cast: Cast, jayden: Trajectory, now) -> Cover:
    """Sem covers for Noor, this week."""
    absence = Absence(cast.noor, cast.here, cast.sem, day(now), day(now) + timedelta(days=7))
    return Cover.arrange(absence, by=cast.noor.acting(now), at=now)


def text(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def typed(cast: Cast, client: Client, now, **how) -> dict:
    form = client.get(reverse("desk:arrange_cover")).context["form"]
    by_name = {label.split(",")[0]: value for value, label in form.fields["post"].choices}
    days = {"since": f"{day(now):%d-%m-%Y}", "until": f"{day(now) + timedelta(days=7):%d-%m-%Y}"}
    return {"post": by_name.get("Noor", ""), "substitute": cast.sem.pk, **days} | how


def test_noor_arranges_it_herself(cast: Cast, jayden, noor: Client, now):
    sent = noor.post(reverse("desk:arrange_cover"), typed(cast, noor, now), follow=True)
    assert "Vastgelegd. Sem vervangt Noor." in text(sent)
    assert Cover.objects.get().planned
    assert "Noor Sem" in text(noor.get(reverse("desk:covers")))


def test_fatima_arranges_it_for_her(cast: Cast, jayden, fatima: Client, now):
    fatima.post(reverse("desk:arrange_cover"), typed(cast, fatima, now))
    assert not Cover.objects.get().planned
    assert "Niet gepland" in text(fatima.get(reverse("desk:covers")))


def test_what_is_wrong_is_said_and_the_rest_is_kept(cast: Cast, noor: Client, now):
    sent = noor.post(
        reverse("desk:arrange_cover"), typed(cast, noor, now, until=f"{day(now):%d-%m-%Y}"), follow=True
    )
    assert "De eerste dag terug ligt na de eerste dag afwezig." in text(sent)
    assert f'<option value="{cast.sem.pk}" selected>' in sent.content.decode()


def test_sem_does_not_tell_that_noor_is_away(cast: Cast, sem: Client, noor: Client, now):
    sent = sem.post(reverse("desk:arrange_cover"), typed(cast, noor, now), follow=True)
    assert "Deze collega is hier geen officier." in text(sent)
    assert not Cover.objects.exists()


def test_sem_reads_what_he_must_know_and_the_log_says_why_he_may(
    cast: Cast, jayden, cover, noor: Client, sem: Client
):
    url = reverse("desk:tell_must_know", args=[cover.ref, jayden.person.ref])
    noor.post(url, {"words": "Bel eerst zijn moeder."})
    his = sem.get(reverse("desk:person", args=[jayden.person.ref]))
    assert "Dit moet u weten: Sem vervangt Noor tot" in text(his)
    assert "Bel eerst zijn moeder." in text(his)
    assert AccessEntry.objects.latest("pk").ground == "cover"
    list_of_his = text(sem.get(reverse("desk:people")))
    assert "U vervangt Noor tot" in list_of_his
    assert re.search(r"Jayden Muller .* Noor", list_of_his)
    assert sem.get(url).status_code == 404
    assert sem.get(reverse("desk:end_cover", args=[cover.ref])).status_code == 404


def test_who_saw_older_words_reads_that_they_changed(cast: Cast, jayden, cover, noor: Client):
    url = reverse("desk:tell_must_know", args=[cover.ref, jayden.person.ref])
    noor.post(url, {"words": "Bel eerst zijn moeder."})
    first = MustKnow.objects.get().pk
    noor.post(url, {"words": "Bel eerst zijn tante.", "seen": first})
    assert "intussen" in text(noor.post(url, {"words": "Bel niet.", "seen": first}))
    assert MustKnow.objects.count() == 2


def test_what_sem_did_says_for_whom_and_noor_reads_all_of_it(cast: Cast, jayden, cover, noor: Client, now):
    people.meet(jayden, by=cast.sem, at=now)
    assert "Sem, als vervanger van Noor" in text(noor.get(reverse("desk:person", args=[jayden.person.ref])))
    assert "Sem, als vervanger van Noor" in text(noor.get(reverse("desk:contacts", args=[jayden.person.ref])))
    page = text(noor.get(reverse("desk:cover", args=[cover.ref])))
    assert "Dit gebeurde tijdens de afwezigheid" in page
    assert "Jayden Muller Contact vastgelegd Sem als vervanger van Noor" in page


def test_noor_stops_it_and_is_led_to_what_happened(cast: Cast, jayden, cover, noor: Client, sem: Client, now):
    Cover.objects.update(since=day(now) - timedelta(days=2))
    sent = noor.post(reverse("desk:end_cover", args=[cover.ref]), follow=True)
    assert "De vervanging is gestopt." in text(sent)
    assert "U bent terug. Dit gebeurde tijdens uw afwezigheid." in text(noor.get(reverse("desk:people")))
    assert sem.get(reverse("desk:person", args=[jayden.person.ref])).status_code == 404
    assert "Jayden" not in text(sem.get(reverse("desk:people")))
    assert "Jayden" not in text(sem.get(reverse("desk:cover", args=[cover.ref])))


def test_a_stranger_finds_nothing(cast: Cast, cover, bas: Client):
    for name in ("cover", "end_cover"):
        assert bas.get(reverse(f"desk:{name}", args=[cover.ref])).status_code == 404
    assert "Noor" not in text(bas.get(reverse("desk:covers")))
