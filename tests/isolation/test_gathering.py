"""What is gathered in one question is, row by row and field by field, what the ORM would have answered."""

from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from regie.base.facts import Fact
from regie.base.gathering import ABOUT_THE_WRITING, Asked, _reading, gather
from regie.detention.models import Stay
from regie.persons.models import FormerIdentity, Person
from regie.trajectories.models import Casemanager, Circumstance, Trajectory
from tests.isolation.scene import Scene

KEYS = {"person": Person, "trajectory": Trajectory}


def gathered_of(model: type[models.Model]) -> list[tuple[str, str]]:
    """By which keys a kind can be gathered, and with which other kind along."""
    keys = {one.name: one.related_model for one in model._meta.concrete_fields if one.related_model}
    return [(key, along) for key in keys if keys[key] is KEYS.get(key) for along in ("", *keys)]


# All facts, and what is kept sealed.
TOLD = (Fact, FormerIdentity)
KINDS = [model for model in apps.get_models() if issubclass(model, TOLD) and gathered_of(model)]


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.__name__)
def test_each_kind_comes_back_as_the_orm_would_make_it(scene: Scene, model: Any):
    found = 0
    for key, along in gathered_of(model):
        for whose in KEYS[key].objects.all():
            rows = model.objects.filter(**{key: whose}).order_by("pk")
            rows = list(rows.select_related(along) if along else rows)
            with CaptureQueriesContext(connection) as asked:
                told = gather([Asked(model, key, [whose.pk], along)]).of(model)
                assert [shown(one, along) for one in told] == [shown(one, along) for one in rows]
            assert len(asked) == 1
            found += len(told)
    assert found, f"The scene has no {model.__name__}: nothing was compared."


def shown(row: models.Model, along: str) -> list[Any]:
    """All that it holds, with its types, and what was fetched along."""
    told = getattr(row, along) if along else None
    beside = [] if told is None else [type(told), vars(told) | {"_state": None}]
    values = {name: (type(value), value) for name, value in vars(row).items() if name != "_state"}
    return [type(row), values, row._state.adding, row._state.db, *beside]


def test_many_kinds_are_one_question_and_stay_apart(scene: Scene, django_assert_num_queries: Any):
    his = Trajectory.objects.select_related("person").first()
    assert his
    told = [
        Asked(Stay, "person", [his.person_id], "organisation"),
        Asked(Casemanager, "trajectory", [his.pk]),
    ]
    with django_assert_num_queries(1):
        found = gather(told)
    assert found.of(Stay) == list(Stay.objects.filter(person=his.person).order_by("pk"))
    assert found.of(Casemanager) == list(Casemanager.objects.filter(trajectory=his).order_by("pk"))


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.__name__)
def test_of_many_at_once_it_is_the_same(scene: Scene, model: Any):
    for key, along in gathered_of(model):
        keys = [*KEYS[key].objects.values_list("pk", flat=True)]
        rows = model.objects.filter(**{f"{key}__in": keys}).order_by("pk")
        rows = list(rows.select_related(along) if along else rows)
        told = gather([Asked(model, key, keys, along)]).of(model)
        assert [shown(one, along) for one in told] == [shown(one, along) for one in rows]


def test_a_plain_row_reads_who_wrote_it_when_somebody_asks(scene: Scene, django_assert_num_queries: Any):
    people = [*Person.objects.values_list("pk", flat=True)]
    plain = gather([Asked(Stay, "person", people, plain=True)]).of(Stay)
    assert plain == [*Stay.objects.order_by("pk")]
    assert plain[0].get_deferred_fields() == set(ABOUT_THE_WRITING)
    whole = Stay.objects.get(pk=plain[0].pk)
    with django_assert_num_queries(1):
        assert plain[0].recorded_by_label == whole.recorded_by_label


def test_of_a_kind_only_what_is_so_is_asked(scene: Scene):
    there = sorted(set(Circumstance.objects.values_list("kind", flat=True)))
    assert there
    roads = [*Trajectory.objects.values_list("pk", flat=True)]
    for asked in (roads, roads[:1]):
        for among in ([], there[:1], there):
            told = gather([Asked(Circumstance, "trajectory", asked, among=("kind", among))]).of(Circumstance)
            of_them = Circumstance.objects.filter(trajectory__in=asked, kind__in=among)
            assert told == [*of_them.order_by("pk")]


def test_what_was_not_asked_is_not_answered(scene: Scene):
    with pytest.raises(KeyError):
        gather([Asked(Stay, "person", [0])]).of(Casemanager)


def test_of_nobody_there_is_nothing(scene: Scene):
    assert gather([Asked(Stay, "person", [0])]).of(Stay) == []


def test_a_kind_of_value_that_nobody_read_back_before_is_refused(scene: Scene):
    class Unheard(models.DurationField):
        """A type of no row of ours."""

    with pytest.raises(KeyError):
        _reading(Unheard())
