"""Every field of every model says what kind of data it holds."""

from collections.abc import Iterable, Iterator, Mapping

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import models
from django.test.utils import isolate_apps

from config.declarations import THIRD_PARTY
from regie.privacy.declarations import Declaration, Kind, Retention, Shared, stale, undeclared
from tests.architecture.source import none


def declaration_of(model: type[models.Model], elsewhere: Mapping[str, Declaration]) -> Declaration | None:
    """What our own model says of itself, or what config says of a model of another package."""
    ours = model.__module__.startswith("regie.")
    return vars(model).get("privacy") if ours else elsewhere.get(model._meta.label)


def flaws(model: type[models.Model], declaration: Declaration) -> Iterator[str]:
    """The sentences about one declaration: fields forgotten, gone, named twice, or kept for nothing."""
    named = [name for kind in Kind for name in getattr(declaration, kind.value).split()]
    kept = set(declaration.kept_when_anonymised.split())
    sensitive = {name for name, kind in declaration.kinds().items() if kind is not Kind.ORDINARY}
    for names, sentence in (
        (undeclared(model, declaration), "say what it holds: ordinary, personal, special or criminal"),
        (stale(model, declaration), "the model has no such field; take it out of the declaration"),
        ({name for name in named if named.count(name) > 1}, "declared twice; keep the strictest kind"),
        (kept - sensitive, "kept when anonymised, but anonymising does not clear it; take it out"),
    ):
        yield from (f"{model._meta.label}.{name}: {sentence}." for name in sorted(names))


def unclear(chosen: Iterable[type[models.Model]], elsewhere: Mapping[str, Declaration]) -> Iterator[str]:
    """Every model without a declaration, with a flaw in it, or that is not there any more."""
    models_by_label = {model._meta.label: model for model in chosen}
    for label, model in models_by_label.items():
        declaration = declaration_of(model, elsewhere)
        if declaration is None:
            yield f"{label}: declare its fields with `privacy = Declaration(…)`, or in config/declarations.py."
        else:
            yield from flaws(model, declaration)
    for label in sorted(set(elsewhere) - set(models_by_label)):
        yield f"{label}: this model is not installed; take it out of config/declarations.py."


def test_every_field_is_declared():
    none(unclear(apps.get_models(), THIRD_PARTY))


def person(**privacy: str) -> type[models.Model]:
    """A model of ours with a name; its declaration has these kinds, or there is none."""
    declared = Declaration(Shared.NEVER, Retention.TRAJECTORY, **privacy) if privacy else None
    meta = type("Meta", (), {"app_label": "persons"})
    fields = {"name": models.TextField()} | ({"privacy": declared} if declared else {})
    return type("Person", (models.Model,), {"__module__": "regie.persons.models", "Meta": meta, **fields})


@isolate_apps("regie.persons")
def test_a_model_without_a_declaration_is_found():
    (found,) = unclear([person()], {})
    assert "persons.Person: declare its fields" in found


@pytest.mark.parametrize(
    ("privacy", "sentence"),
    [
        ({"ordinary": "id"}, "persons.Person.name: say what it holds"),
        ({"ordinary": "id", "personal": "name age"}, "persons.Person.age: the model has no such field"),
        ({"ordinary": "id name", "personal": "name"}, "persons.Person.name: declared twice"),
        (
            {"ordinary": "id name", "kept_when_anonymised": "name"},
            "persons.Person.name: kept when anonymised",
        ),
    ],
)
@isolate_apps("regie.persons")
def test_a_flaw_in_a_declaration_is_found(privacy: dict[str, str], sentence: str):
    (found,) = unclear([person(**privacy)], {})
    assert sentence in found


def test_a_model_of_another_package_is_found_when_forgotten_and_when_gone():
    assert "sessions.Session: declare" in next(unclear([Session], {}))
    assert "is not installed" in next(unclear([], THIRD_PARTY))
