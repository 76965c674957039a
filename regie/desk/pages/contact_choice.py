"""With whom there was contact: whom one guides, each one tap away from writing it down."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.base.actors import Actor
from regie.trajectories.models import Trajectory
from regie.ui.parts import Action, Crumb

TITLE = "Contact vastleggen"


@dataclass(frozen=True)
class ContactChoicePage:
    """Everybody whom he guides that day, himself or for a colleague, by name."""

    title: str
    crumbs: tuple[Crumb, ...]
    people: tuple[Crumb, ...]


def contact_choice_page(viewer: Actor, *, on: date) -> ContactChoicePage:
    """One query; who is closed is not asked, for nothing is written down of him any more."""
    guided = Trajectory.objects.visible_to(viewer).in_hands_of(viewer).running(on).select_related("person")
    ordered = guided.order_by("person__given_names", "person__family_name", "pk")
    return ContactChoicePage(
        TITLE,
        (Crumb("Vandaag", reverse("desk:today")), Crumb(TITLE)),
        tuple(Crumb(str(one.person), reverse("desk:log_contact", args=[one.person.ref])) for one in ordered),
    )


def way_to_log() -> Action:
    """The button on Vandaag."""
    return Action(TITLE, reverse("desk:choose_contact"), "message")
