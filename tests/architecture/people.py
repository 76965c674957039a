"""Which models hold rows about young people."""

from collections.abc import Iterable

from django.apps import apps
from django.db import models

from regie.persons.models import Person


def about_people(chosen: Iterable[type[models.Model]]) -> frozenset[str]:
    """The names of Person and of every model of ours that points to him, directly or through another."""
    bound, before = {Person}, set[type[models.Model]]()
    ours = [model for model in chosen if model.__module__.startswith("regie.")]
    while bound != before:
        before = set(bound)
        bound |= {model for model in ours if before & {field.related_model for field in model._meta.fields}}
    return frozenset(model.__name__ for model in bound)


PEOPLE = about_people(apps.get_models())
OTHERS = frozenset(model.__name__ for model in apps.get_models()) - PEOPLE
