"""Which facilities there are, and which one a name means."""

from regie.partners.models import Organisation
from regie.partners.rules import folded


def facilities() -> dict[str, tuple[str, ...]]:
    """Name → the other ways in which messages write it; one query."""
    rows = Organisation.objects.order_by("name").values_list("name", "other_names")
    return {name: tuple(other_names) for name, other_names in rows}


def find(name: str) -> Organisation | None:
    """The organisation that is named exactly so, capitals and diacritics aside; never a guess; one query.

    None when nobody is, or more than one.
    """
    wanted = folded(name)
    if not wanted:
        return None
    found = [
        row
        for row in Organisation.objects.order_by("pk")
        if wanted in {folded(known) for known in (row.name, *row.other_names)}
    ]
    return found[0] if len(found) == 1 else None
