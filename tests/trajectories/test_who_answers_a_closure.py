"""Who may answer that guidance ends early, and who finds nothing: each his own municipality, and never himself."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.base.errors import NotNow
from regie.persons.rules import Identity
from regie.privacy.models import AccessEntry
from regie.trajectories.actions import take_back_closure
from regie.trajectories.models import Closure, Trajectory
from regie.trajectories.queries import closure_held, waiting_closures
from tests.cast import TESTER, Cast, employ, sign_in
from tests.factories import endings, losses, people

DAY = timedelta(days=1)


@pytest.fixture
def now() -> datetime:
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def today(now: datetime) -> date:
    return day(now)


@pytest.fixture
def asked(cast: Cast, trajectory: Trajectory, now: datetime) -> Closure:
    """Noor asked to close the guidance of Jayden early."""
    return endings.close(trajectory, by=cast.noor, at=now)


def test_a_coordinator_elsewhere_finds_nothing(cast: Cast, asked: Closure, now):
    els = employ("Els", Role.COORDINATOR, cast.elsewhere, at=now)
    assert not waiting_closures(els.acting(now)).exists()
    assert sign_in(els).get(reverse("desk:answer_closure", args=[asked.ref])).status_code == 404


def test_one_elsewhere_or_who_asks_is_no_second_person(cast: Cast, trajectory, now, today):
    employ("Els", Role.COORDINATOR, cast.elsewhere, at=now)
    RoleGrant.objects.filter(user=cast.fatima).update(until=today)
    role = Role.COORDINATOR
    RoleGrant.grant(user=cast.noor, role=role, municipality=cast.here, since=today, by=TESTER, at=now)
    with pytest.raises(NotNow, match="functioneel beheerder"):
        endings.close(trajectory, by=cast.noor, at=now)


def test_what_ended_of_another_leaves_his_waiting(cast: Cast, asked: Closure, now):
    kai = people.guide(cast, at=now, who=Identity("Kai", "Alders", date(2004, 1, 1)))
    endings.close(kai, "died", by=cast.noor, at=now)
    assert list(waiting_closures(cast.fatima.acting(now))) == [asked]


def test_a_no_closes_nothing_and_counts_from_no_day(cast: Cast, asked: Closure, now):
    endings.agree(asked, by=cast.fatima, at=now, agreed=False, words="Nog niet.")
    assert not Closure.objects.get().agreed


def test_it_is_closed_since_the_answer(cast: Cast, asked: Closure, trajectory, now, today):
    endings.agree(asked, by=cast.fatima, at=now + DAY)
    held = closure_held(trajectory, on=today + DAY)
    assert held is not None
    assert held.closes_on == today + DAY


def test_what_was_taken_back_is_not_there_to_answer(
    cast: Cast, asked: Closure, trajectory, now, fatima: Client
):
    way = reverse("desk:answer_closure", args=[asked.ref])
    take_back_closure(trajectory=trajectory, by=cast.noor.acting(now), at=now)
    assert fatima.get(way).status_code == 404


def test_the_page_offers_to_answer_to_a_second_person_alone(
    cast: Cast, asked: Closure, trajectory, now, noor: Client, fatima: Client
):
    way = reverse("desk:closing", args=[trajectory.person.ref])
    answer = reverse("desk:answer_closure", args=[asked.ref])
    assert answer not in noor.get(way).content.decode()
    assert answer in fatima.get(way).content.decode()
    assert (
        reverse("desk:close", args=[trajectory.person.ref, "moved"]) not in fatima.get(way).content.decode()
    )


def test_who_died_is_not_offered_to_be_reopened(cast: Cast, trajectory, now, noor: Client):
    endings.close(trajectory, "died", by=cast.noor, at=now)
    page = noor.get(reverse("desk:closing", args=[trajectory.person.ref])).content.decode()
    assert reverse("desk:reopen", args=[trajectory.person.ref]) not in page


def test_each_page_is_in_the_access_log(cast: Cast, trajectory, now, noor: Client):
    his = [trajectory.person.ref]
    noor.get(reverse("desk:close", args=[*his, "moved"]))
    endings.close(trajectory, "died", by=cast.noor, at=now)
    for name in ("take_back_closure", "reopen"):
        noor.get(reverse(f"desk:{name}", args=his))
    pages = set(AccessEntry.objects.filter(subject=trajectory.person.ref).values_list("page", flat=True))
    assert {"desk:close", "desk:take_back_closure", "desk:reopen"} <= pages


def test_who_only_coordinates_is_not_shown_how_to_close(cast: Cast, trajectory, fatima: Client):
    his = [trajectory.person.ref]
    assert (
        reverse("desk:close", args=[*his, "moved"])
        not in fatima.get(reverse("desk:closing", args=his)).content.decode()
    )
    assert (
        reverse("desk:tell_out_of_sight", args=his)
        not in fatima.get(reverse("desk:out_of_sight", args=his)).content.decode()
    )


def test_out_of_sight_of_somebody_elses_is_not_found(cast: Cast, trajectory, now, sem: Client):
    lost = losses.lose(trajectory, by=cast.noor, at=now)
    assert sem.get(reverse("desk:correct_out_of_sight", args=[lost.ref])).status_code == 404
