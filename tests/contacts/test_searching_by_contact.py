"""Noor calls Jayden in vain while he is out of sight: with one tap it counts as looking for him."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment
from regie.persons.rules import Identity
from regie.trajectories.models import Attempt, OutOfSight, Trajectory
from tests.cast import Cast
from tests.factories import losses, people
from tests.factories.appointments import agree

DAY = timedelta(days=1)
OFFERED = "Was dit ook een poging om hem te vinden?"


@pytest.fixture
def now() -> datetime:
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def lost(cast: Cast, trajectory: Trajectory, now: datetime) -> OutOfSight:
    """Nobody knows where Jayden is, since three days."""
    return losses.lose(trajectory, by=cast.noor, at=now, since=day(now) - 3 * DAY)


def sent(on: datetime, **told: str) -> dict[str, str]:
    told = {"kind": "phone", "outcome": "attempted", "words": "Zijn voicemail."} | told
    return told | {"happened_on": f"{day(on):%d-%m-%Y}"}


def log(noor: Client, trajectory: Trajectory, typed: dict[str, str]) -> str:
    way = reverse("desk:log_contact", args=[trajectory.person.ref])
    return noor.post(way, typed, follow=True).content.decode()


@pytest.mark.parametrize(
    ("kind", "how"), [("phone", "called"), ("message", "message"), ("home_visit", "visited")]
)
def test_it_is_offered_filled_in_and_told_with_one_tap(
    lost, trajectory, now, noor: Client, kind: str, how: str
):
    page = log(noor, trajectory, sent(now, kind=kind))
    assert OFFERED in page
    assert not Attempt.objects.exists()
    way = reverse("desk:tell_attempt", args=[trajectory.person.ref])
    form = noor.get(way, {"contact": ContactMoment.objects.get().ref}).context["form"]
    assert form.initial == {"kind": how, "words": "Zijn voicemail.", "happened_on": f"{day(now):%d-%m-%Y}"}
    noor.post(way, form.initial)
    told = Attempt.objects.get()
    assert (told.kind, told.words, told.happened_on) == (how, "Zijn voicemail.", day(now))


@pytest.mark.parametrize(
    "told", [{"outcome": "made"}, {"kind": "partner", "party": "Zijn moeder"}], ids=["made", "of a partner"]
)
def test_only_of_contact_with_him_that_failed(lost, trajectory, now, noor: Client, told: dict):
    assert OFFERED not in log(noor, trajectory, sent(now, **told))


def test_not_of_who_was_spoken_on_the_day_he_was_lost(lost, trajectory, now, noor: Client):
    assert OFFERED not in log(noor, trajectory, sent(now - 3 * DAY, outcome="made"))


def test_not_of_a_day_before_he_was_lost(lost, trajectory, now, noor: Client):
    assert OFFERED not in log(noor, trajectory, sent(now - 4 * DAY))


def test_not_of_who_is_not_out_of_sight(trajectory, now, noor: Client):
    assert OFFERED not in log(noor, trajectory, sent(now))


def test_who_was_not_at_an_appointment_was_sought_too(cast: Cast, lost, trajectory, now, noor: Client):
    one = agree(trajectory, by=cast.noor, at=now, on=day(now) - DAY)
    way = reverse("desk:appointment", args=[one.ref])
    assert OFFERED in noor.post(way, {"result": "no_show"}, follow=True).content.decode()


def test_called_off_is_no_search(cast: Cast, lost, trajectory, now, noor: Client):
    one = agree(trajectory, by=cast.noor, at=now, on=day(now) - DAY)
    way = reverse("desk:appointment", args=[one.ref])
    assert OFFERED not in noor.post(way, {"result": "off_by_us"}, follow=True).content.decode()


def test_contact_of_another_fills_nothing_in(cast: Cast, lost, trajectory, now, noor: Client):
    other = people.guide(cast, at=now, who=Identity("Milan", "Mulder", date(2006, 1, 9)))
    told = {"kind": ContactKind.PHONE, "outcome": Outcome.ATTEMPTED, "words": "Van een ander."}
    moment = people.meet(other, by=cast.noor, at=now, **told)
    way = reverse("desk:tell_attempt", args=[trajectory.person.ref])
    for ref in (moment.ref, "geen-naam"):
        page = noor.get(way, {"contact": ref})
        assert page.status_code == 200
        assert "Van een ander." not in page.content.decode()


def test_words_too_long_for_an_attempt_are_left_out(lost, trajectory, now, noor: Client):
    assert OFFERED in log(noor, trajectory, sent(now, words="Gebeld. " * 300))
    way = reverse("desk:tell_attempt", args=[trajectory.person.ref])
    assert noor.get(way, {"contact": ContactMoment.objects.get().ref}).context["form"].initial["words"] == ""
