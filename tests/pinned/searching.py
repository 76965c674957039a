"""What is pinned of searching, and what is typed into it."""

from typing import Any

from django.test import Client
from django.urls import reverse

FIND = "find"  # asks, and is led to what was found: the two together
TYPED = {"desk:search": {"text": "allders 2003"}}

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "desk:search"): 6,
    ("noor", "send desk:search"): 5,
    ("noor", FIND): 13,
    ("fatima", FIND): 11,
}


def find(client: Client) -> Any:
    """Asks for somebody, a little misspelt, and reads who was found."""
    return client.post(reverse("desk:search"), TYPED["desk:search"], follow=True)
