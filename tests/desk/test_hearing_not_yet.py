"""Noor hears not yet of the second person: it stands on his page while she does what was asked, and no longer."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.clock import now as this_moment
from regie.base.errors import NotAllowed, NotNow
from regie.privacy.models import JournalEntry
from regie.trajectories.actions import take_back_closure
from regie.trajectories.models import Closure, ClosureAnswer
from tests.cast import Cast
from tests.factories import endings

SAID, WEEKS = "Bel eerst met Weert.", timedelta(weeks=4)


@pytest.fixture
def now() -> datetime:
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def refused(cast: Cast, trajectory, now: datetime) -> Closure:
    """Noor asked to close it early; Fatima said not yet."""
    asked = endings.close(trajectory, "moved", by=cast.noor, at=now, takes_over="Werk: de gemeente Weert")
    endings.agree(asked, by=cast.fatima, at=now, agreed=False, words=SAID)
    return asked


def read(who: Client, name: str, closure: Closure) -> str:
    return who.get(reverse(f"desk:{name}", args=[closure.trajectory.person.ref])).content.decode()


@pytest.mark.parametrize(("ago", "stands"), [(WEEKS - timedelta(days=1), True), (WEEKS, False)])
def test_for_four_weeks_it_stands_on_his_page_and_then_where_one_closes(
    refused, noor: Client, ago: timedelta, stands: bool
):
    before = ClosureAnswer.objects.get()
    ClosureAnswer.objects.update(answered_on=before.answered_on - ago)
    assert (SAID in read(noor, "person", refused)) is stands
    page = read(noor, "closing", refused)
    assert SAID in page
    assert "Kies deze reden" in page


def test_not_asked_again_it_is_gone(cast: Cast, refused, noor: Client):
    assert "Niet opnieuw vragen" in read(noor, "closing", refused)
    way = reverse("desk:take_back_closure", args=[refused.trajectory.person.ref])
    page = noor.post(way, follow=True).content.decode()
    assert "Ingetrokken. De begeleiding loopt." in page
    assert SAID not in page
    page = read(noor, "closing", refused)
    assert SAID not in page
    assert "Kies deze reden" in page
    entries = JournalEntry.objects.filter(subject=refused.trajectory.person.ref).order_by("-number")
    assert entries.first().verb == "closure.withdrawn"


def test_nobody_else_says_so_for_her_and_it_is_once(cast: Cast, refused, now):
    his = refused.trajectory
    with pytest.raises(NotAllowed):
        take_back_closure(trajectory=his, by=cast.sem.acting(now), at=now)
    take_back_closure(trajectory=his, by=cast.noor.acting(now), at=now)
    with pytest.raises(NotNow, match="geen afronding om in te trekken"):
        take_back_closure(trajectory=his, by=cast.noor.acting(now), at=now)


def test_who_said_not_yet_is_not_asked_to_answer_again(refused, fatima: Client):
    page = read(fatima, "closing", refused)
    assert SAID in page
    assert "Antwoorden" not in page
