"""What the stories of his first days share."""

from django.test import Client
from django.urls import reverse

from regie.trajectories.models import Trajectory


def way(name: str, *parts: object) -> str:
    """The address of a page."""
    return reverse(f"desk:{name}", args=parts)


def page(client: Client, his: Trajectory) -> str:
    """The screen of his first days, as this visitor reads it."""
    return client.get(way("first_hours", his.person.ref)).content.decode()


def typed(day_: object) -> str:
    """A day as somebody types it."""
    return f"{day_:%d-%m-%Y}"
