"""Brings a list of facilities in."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from regie.base.actors import Actor
from regie.base.errors import NotValid
from regie.partners.models import Organisation
from regie.partners.rules import Unreadable, read_facilities


@dataclass(frozen=True)
class Loaded:
    """How many organisations were added, changed, and stood there already as told."""

    added: int = 0
    changed: int = 0
    same: int = 0


def load_facilities(text: str, *, by: Actor, at: datetime) -> Loaded:
    """Adds the facilities that are new and changes those told otherwise; removes none: a stay may name it.

    All or nothing. Raises NotValid with every problem of the list as "regel N: reason".
    """
    try:
        entries = read_facilities(text)
    except Unreadable as unreadable:
        raise NotValid(
            "\n".join(f"regel {problem.line}: {problem.reason}" for problem in unreadable.problems)
        ) from None
    added = changed = 0
    with transaction.atomic():
        known = {(row.kind, row.name): row for row in Organisation.objects.facilities().select_for_update()}
        for entry in entries:
            organisation = known.get((entry.kind, entry.name))
            if organisation is None:
                Organisation.add_facility(entry=entry, by=by, at=at)
                added += 1
            else:
                changed += organisation.change_facility(entry=entry, by=by, at=at)
    return Loaded(added, changed, len(entries) - added - changed)
