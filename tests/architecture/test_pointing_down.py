"""Keys point down: a string key escapes the import contracts, so the model registry itself is walked."""

from collections.abc import Iterable, Iterator, Mapping

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import models
from django.test.utils import isolate_apps

from tests.architecture.shape import height
from tests.architecture.source import none


def app_of(model: type[models.Model]) -> str:
    """The package under regie/ that holds this model, or the empty text."""
    parts = model.__module__.split(".")
    return parts[1] if parts[0] == "regie" else ""


def keys_of(model: type[models.Model]) -> Iterator[models.Field]:
    """The keys that this model itself has to other models."""
    return (
        field for field in [*model._meta.local_fields, *model._meta.local_many_to_many] if field.is_relation
    )


def climbing(model: type[models.Model], key: models.Field, heights: Mapping[str, int]) -> Iterator[str]:
    """The sentence about a key from a lower app to a higher one, or to one beside it."""
    here, there = app_of(model), app_of(key.related_model)
    if there and here != there and heights[there] >= heights[here]:
        yield f"{key}: {here} may not know {there}. Put the key in {there}, or a model between them."


def looking_back(model: type[models.Model], key: models.Field) -> Iterator[str]:
    """The sentence about a key between apps that has a reverse name."""
    if app_of(model) != app_of(key.related_model) and not key.remote_field.hidden:
        yield f'{key}: a lower app knows nothing of a higher one. Give the key related_name="+".'


def wrong_keys(chosen: Iterable[type[models.Model]], heights: Mapping[str, int]) -> Iterator[str]:
    """Every key that climbs, looks back, or names its model in a column (a generic key)."""
    for model in chosen:
        for key in keys_of(model):
            yield from climbing(model, key, heights)
            yield from looking_back(model, key)
        for generic in model._meta.private_fields:
            yield f"{model.__name__}.{generic.name}: a generic key can point anywhere. Use a foreign key."


def model_in(app: str, name: str, **fields: models.Field) -> type[models.Model]:
    """A model that pretends to stand in this app."""
    meta = type("Meta", (), {"app_label": app})
    return type(name, (models.Model,), {"__module__": f"regie.{app}.models", "Meta": meta, **fields})


def test_every_key_points_down():
    ours = [model for model in apps.get_models() if app_of(model)]
    assert ours
    none(wrong_keys(ours, height()))


@isolate_apps("regie.persons", "regie.trajectories")
def test_a_key_that_climbs_is_found():
    model_in("trajectories", "Trajectory")
    person = model_in(
        "persons",
        "Person",
        last=models.ForeignKey("trajectories.Trajectory", models.PROTECT, related_name="+"),
    )
    (found,) = wrong_keys([person], height())
    assert "persons may not know trajectories" in found


@isolate_apps("regie.persons", "regie.trajectories")
def test_many_keys_that_climb_are_found():
    model_in("trajectories", "Trajectory")
    person = model_in(
        "persons", "Person", all=models.ManyToManyField("trajectories.Trajectory", related_name="+")
    )
    (found,) = wrong_keys([person], height())
    assert "persons may not know trajectories" in found


@isolate_apps("regie.persons", "regie.trajectories")
def test_a_reverse_name_between_apps_is_found():
    model_in("persons", "Person")
    trajectory = model_in(
        "trajectories", "Trajectory", person=models.ForeignKey("persons.Person", models.PROTECT)
    )
    (found,) = wrong_keys([trajectory], height())
    assert 'related_name="+"' in found


@isolate_apps("regie.persons", "django.contrib.contenttypes")
def test_a_generic_key_is_found():
    person = model_in("persons", "Person", about=GenericForeignKey())
    (found,) = wrong_keys([person], height())
    assert "generic key" in found
