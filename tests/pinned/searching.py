"""What is pinned of searching, and what is typed into it."""

from typing import Any

from django.test import Client
from django.urls import reverse

FIND = "find"  # asks, and is led to what was found: the two together
FIND_CONTACT = "find contact"  # the same, of what was told
TYPED = {
    "desk:search": {"text": "allders 2003"},
    "desk:search_contacts": {"text": "wil automonteur"},
    "desk:search_his_contacts": {"text": "automonteur worden"},
}

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "desk:search"): 6,
    ("noor", "send desk:search"): 5,
    ("noor", FIND): 13,
    ("fatima", FIND): 11,
    ("noor", "desk:happened"): 13,  # of all his people at once, each of whom is written down as read
    ("noor", "desk:search_contacts"): 5,
    ("noor", "desk:search_his_contacts"): 8,
    ("noor", "send desk:search_contacts"): 5,
    ("noor", "send desk:search_his_contacts"): 8,
    ("noor", FIND_CONTACT): 17,
    ("fatima", FIND_CONTACT): 15,
}


def find(client: Client, what: str) -> Any:
    """Asks for somebody, a little misspelt, or for what was told, and reads what was found."""
    name = "desk:search" if what == FIND else "desk:search_contacts"
    return client.post(reverse(name), TYPED[name], follow=True)
