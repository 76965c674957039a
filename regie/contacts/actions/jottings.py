"""Notes arrive from a telephone that has its network back."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError

from regie.accounts.models import User
from regie.base.actors import Actor
from regie.base.errors import NotValid
from regie.contacts.models import Jotting
from regie.contacts.rules import read_jotting, sealed_about
from regie.privacy.encryption import Unreadable
from regie.privacy.envelopes import KeyGone, open_envelope

LARGEST = 64 * 1024  # bytes of one envelope: the longest note in four-byte letters, and room
TOO_LARGE = "Deze notitie is te lang om te versturen. Vraag uw functioneel beheerder om hulp."
KEY_GONE = (
    "De sleutel waarmee deze notitie verzegeld is, is er niet meer. Vraag uw functioneel beheerder om hulp."
)
NOT_OPENED = "Deze notitie is niet te openen. Vraag uw functioneel beheerder om hulp."


@dataclass(frozen=True)
class Envelope:
    """One sealed note as a telephone sends it."""

    ref: uuid.UUID
    key_id: int
    sealed: bytes


@dataclass(frozen=True)
class Answer:
    """What became of it: kept, or why it has to stay on the telephone."""

    ref: uuid.UUID
    refusal: str = ""


def receive_jottings(envelopes: Iterable[Envelope], *, writer: User, by: Actor, at: datetime) -> list[Answer]:
    """Opens and keeps each, in this order; what was kept before is kept once, what does not open stops no other."""
    return [Answer(one.ref, _receive(one, writer=writer, by=by, at=at)) for one in envelopes]


def _receive(envelope: Envelope, *, writer: User, by: Actor, at: datetime) -> str:
    """Why it was refused; empty when it is kept."""
    if _is_kept(envelope, writer):
        return ""
    if len(envelope.sealed) > LARGEST:
        return TOO_LARGE
    about = sealed_about(writer.ref, envelope.ref)
    try:
        jotted = read_jotting(open_envelope(envelope.sealed, key_id=envelope.key_id, about=about))
    except KeyGone:
        return KEY_GONE
    except (Unreadable, NotValid):
        return NOT_OPENED
    try:
        Jotting.keep(envelope.ref, jotted, writer=writer, by=by, at=at)
    except (
        IntegrityError
    ):  # another tab sent it at this moment; or the number is that of a note of somebody else
        return "" if _is_kept(envelope, writer) else NOT_OPENED
    return ""


def _is_kept(envelope: Envelope, writer: User) -> bool:
    return Jotting.objects.filter(ref=envelope.ref, writer=writer).exists()
