"""The scene, built once for all tests of this folder; what a test changes in it is undone."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from regie.base.clock import now
from tests.isolation.scene import Scene


@pytest.fixture(scope="package")
def scene(django_db_setup: None, django_db_blocker: Any) -> Iterator[Scene]:
    """Two municipalities with people and files; gone after the folder."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield Scene.build(at=now())
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def undone(scene: Scene, db: None) -> None:
    """Every test finds the scene as it was built: `db` undoes what a test did, inside the transaction of the scene."""
