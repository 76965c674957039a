"""One form makes one record, however often it is sent."""

import uuid
from collections.abc import Callable
from typing import Any, TypeVar

from django.db import IntegrityError, transaction

from regie.base.errors import DomainError
from regie.base.facts import Recorded

F = TypeVar("F", bound=Recorded)


def once(model: type[F], submission: uuid.UUID | None, make: Callable[[], F]) -> F:
    """The record that this form made earlier, or else the one that `make` makes now."""
    if submission is None:
        return make()
    earlier = _made_by(model, submission)
    if earlier is not None:
        return earlier
    try:
        with transaction.atomic():
            return make()
    except (IntegrityError, DomainError):
        # The other click was a moment earlier; what went wrong otherwise has no such record and goes on up.
        earlier = _made_by(model, submission)
        if earlier is None:
            raise
        return earlier


def _made_by(model: type[F], submission: uuid.UUID) -> F | None:
    manager: Any = model._default_manager
    found: F | None = manager.filter(submission=submission).first()
    return found
