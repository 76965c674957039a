"""Migrations tell everything that the models say, in one line without branches."""

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.db import models
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.graph import MigrationGraph
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.migration import Migration
from django.db.migrations.state import ModelState, ProjectState
from django.utils import translation

from tests.architecture.source import none

OURS = frozenset(config.label for config in apps.get_app_configs() if config.name.startswith("regie."))


def loaded() -> MigrationLoader:
    """The migrations as they stand in the files."""
    return MigrationLoader(None)


def branches(graph: MigrationGraph, labels: Iterable[str]) -> Iterator[str]:
    """Every migration that two others of its app come after, and every app with two ends."""
    for key, node in sorted(graph.node_map.items()):
        after = sorted(child.key[1] for child in node.children if child.key[0] == key[0])
        if key[0] in labels and len(after) > 1:
            yield f"{'.'.join(key)}: {' and '.join(after)} both come after it. Put one after the other."


def untold(loader: MigrationLoader, said: ProjectState, labels: Iterable[str]) -> Iterator[str]:
    """Every change in the models that no migration makes."""
    detector = MigrationAutodetector(loader.project_state(), said)
    with translation.override(None):  # labels of Django's own fields are compared as they stand in its code
        changes_by_app = detector.changes(graph=loader.graph)
    for label, migrations in changes_by_app.items():
        changes = [operation.describe() for migration in migrations for operation in migration.operations]
        if label in labels:
            yield f"{label}: no migration says {'; '.join(changes)}. Run bin/manage makemigrations {label}."


def test_migrations_stand_in_one_line():
    none(branches(loaded().graph, OURS))


def test_migrations_tell_everything():
    none(untold(loaded(), ProjectState.from_apps(apps), OURS))


def test_a_branch_is_found():
    graph = MigrationGraph()
    for name in ("0001_initial", "0002_one", "0002_other"):
        graph.add_node(("persons", name), Migration(name, "persons"))
    for name in ("0002_one", "0002_other"):
        graph.add_dependency(Migration(name, "persons"), ("persons", name), ("persons", "0001_initial"))
    (found,) = branches(graph, {"persons"})
    assert found.startswith("persons.0001_initial: 0002_one and 0002_other both come after it")


def test_a_change_without_a_migration_is_found():
    said = ProjectState.from_apps(apps)
    said.add_model(ModelState("persons", "Nickname", [("id", models.BigAutoField(primary_key=True))]))
    (found,) = untold(loaded(), said, OURS)
    assert found.startswith("persons: no migration says Create model Nickname")
