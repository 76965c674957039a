"""What a fixture writes back is what the verbs wrote, and only on what these stood on."""

from datetime import datetime, timedelta

import pytest
from django.db import transaction

from regie.accounts.models import User
from regie.persons.rules import Identity
from regie.privacy.queries import flaws
from regie.trajectories.models import Trajectory
from tests.again import again, every_row
from tests.cast import Cast
from tests.factories import people

KEVIN = Identity("Kevin", "Smeets", None)


class Guided:
    """Somebody is guided, by the verbs; how often they were asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, cast: Cast, *, at: datetime) -> Trajectory:
        self.times += 1
        return people.guide(cast, at=at)


def test_every_row_is_the_same(cast: Cast, now: datetime):
    guided, rows = Guided(), []
    for _ in range(3):
        with transaction.atomic():
            again(guided, cast, at=now)
            rows.append(every_row())
            transaction.set_rollback(True)
    assert guided.times == 2
    assert rows[2] == rows[1]
    assert list(rows[2]["trajectories_trajectory"])


def test_the_journal_is_whole(cast: Cast, now: datetime):
    guided = Guided()
    for _ in range(3):
        with transaction.atomic():
            again(guided, cast, at=now)
            assert list(flaws()) == []
            transaction.set_rollback(True)


def test_each_time_there_is_an_answer_of_its_own(cast: Cast, now: datetime):
    guided = Guided()
    for _ in range(4):
        with transaction.atomic():
            trajectory = again(guided, cast, at=now)
            assert trajectory.person.family_name == "Muller"
            trajectory.person.family_name = "Meulder"  # which the next may not notice
            transaction.set_rollback(True)


def test_after_something_else_the_verbs_are_asked(cast: Cast, now: datetime):
    guided = Guided()
    for _ in range(2):
        with transaction.atomic():
            again(guided, cast, at=now)
            transaction.set_rollback(True)
    people.refer(cast, at=now, who=KEVIN)
    again(guided, cast, at=now)
    assert guided.times == 3
    assert list(flaws()) == []


def test_at_another_moment_the_verbs_are_asked(cast: Cast, now: datetime):
    guided = Guided()
    for days in range(3):
        with transaction.atomic():
            trajectory = again(guided, cast, at=now + timedelta(days=days))
            assert trajectory.recorded_at == now + timedelta(days=days)
            transaction.set_rollback(True)
    assert guided.times == 3


def test_a_change_of_what_stood_is_refused(cast: Cast):
    def renamed() -> None:
        User.objects.filter(pk=cast.noor.pk).update(name="Noortje")

    again(renamed)
    with pytest.raises(AssertionError, match="accounts_user: a row was changed"):
        User.objects.filter(pk=cast.noor.pk).update(name="Noor")
        again(renamed)
