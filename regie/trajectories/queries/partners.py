"""With whom a partner is involved: what names him himself, on the day he looks."""

import uuid
from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from regie.base.actors import Actor, ActorKind
from regie.trajectories.models import Involvement, Trajectory


def involvements_of_partner(viewer: Actor) -> QuerySet[Involvement]:
    """Those that name his professional, run that day and are of somebody who is guided; one query.

    That only his organisation is named opens nothing to him. Nor does what was told before he moved: then it was
    about his work elsewhere, and somebody has to involve him anew.
    """
    if viewer.kind is not ActorKind.PARTNER or viewer.on is None:
        return Involvement.objects.none()
    people = "trajectory__person", "trajectory__municipality", "professional", "organisation"
    return _open_to({seat.professional_id for seat in viewer.seats}, on=viewer.on).select_related(*people)


def professionals_involved(professionals: Collection[int], *, on: date) -> frozenset[int]:
    """Which of these (by key) are involved with anybody that day, as far as it opens something to them; one query."""
    return frozenset(_open_to(professionals, on=on).order_by().values_list("professional", flat=True))


def _open_to(professionals: Collection[int], *, on: date) -> Any:
    named = Involvement.objects.current().filter(
        professional__in=professionals,
        trajectory__in=Trajectory.objects.running(on),
        trajectory__municipality=F("professional__municipality"),
        happened_on__lte=on,
        until__gte=on,
    )
    stands = Q(ended_on__isnull=True) | Q(ended_on__gt=on)
    return named.filter(stands, _of_where_he_works(), _told_since_he_moved())


def involvement_of_partner(ref: uuid.UUID, *, viewer: Actor) -> Involvement | None:
    """One of these, or None as if it were not there; one query."""
    found: Any = involvements_of_partner(viewer).filter(ref=ref).first()
    return found


def _of_where_he_works() -> Q:
    """When he is named with an organisation, the map must not say that he works elsewhere."""
    works_at = Q(organisation=F("professional__organisation")) | Q(organisation=F("professional__facility"))
    nowhere = Q(professional__organisation__isnull=True, professional__facility__isnull=True)
    return Q(organisation__isnull=True) | works_at | nowhere


def _told_since_he_moved() -> Q:
    """By when it was told first: a correction does not make it an involvement of his new work."""
    first = Involvement.objects.filter(ref=OuterRef("ref"), corrects__isnull=True)
    since = first.filter(recorded_at__gt=OuterRef("professional__moved_at"))
    return Q(professional__moved_at__isnull=True) | Q(Exists(since))
