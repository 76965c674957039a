"""What is pinned of copying for another, and what is sent: which text was looked at."""

from typing import Any

from django.test import Client

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "desk:copying"): 10,
    ("noor", "desk:copy"): 19,
    ("noor", "send desk:copy"): 28,
    ("noor", "desk:archive"): 8,
    ("fatima", "desk:archive"): 7,
    (
        "noor",
        "send desk:archive",
    ): 29,  # one question, but for who is involved (it names two others), answers and what happened to a link
}
GIVES = "desk:copy"
ANSWERED_AT_ONCE = {GIVES, "desk:archive"}


def looked_at(client: Client, url: str) -> dict[str, Any]:
    """The form as the page holds it."""
    form: Any = client.get(url).context["form"]
    return {"purpose": "Overleg.", "shown": form.now}
