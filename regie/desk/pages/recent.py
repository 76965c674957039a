"""Laatst geopend: whose file this viewer opened himself, as far as he may see him today."""

from datetime import date

from django.urls import reverse

from regie.base.actors import Actor
from regie.trajectories.queries import Known, guided_lately, lately_opened
from regie.ui.parts import Crumb

MOST = 8


def recent(viewer: Actor, *, on: date) -> tuple[Crumb, ...]:
    """The last eight, the latest first; one query, and nothing is kept for it but the access log."""
    return tuple(Crumb(str(known.person), url_of(known)) for known in lately_opened(viewer, on=on, most=MOST))


def recent_guided(viewer: Actor) -> tuple[Crumb, ...]:
    """The same on the list of who is guided: only they stand in it; one query."""
    return tuple(
        Crumb(str(person), reverse("desk:person", args=[person.ref]))
        for person in guided_lately(viewer, most=MOST)
    )


def url_of(known: Known) -> str:
    """His own page, or that of the referral that this viewer may see."""
    if known.guided:
        return reverse("desk:person", args=[known.person.ref])
    return reverse("desk:referral", args=[known.referral_ref])
