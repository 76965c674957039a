"""Notes arrive from a telephone that has its network back."""

import uuid
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError

from regie.accounts.models import User
from regie.base.actors import Actor
from regie.base.errors import NotValid
from regie.contacts.enums import NotOpened
from regie.contacts.models import Jotting
from regie.contacts.rules import Jotted, read_jotting, sealed_about
from regie.privacy.encryption import Unreadable
from regie.privacy.envelopes import KeyGone, open_envelope

LARGEST = 64 * 1024  # bytes of one envelope: the longest note in four-byte letters, and room
ASK = "Vraag uw functioneel beheerder om hulp. Lukt het niet, gooi haar dan weg op Vandaag."
OF_ANOTHER = "Deze notitie is niet te openen. Vraag uw functioneel beheerder om hulp."


@dataclass(frozen=True)
class Envelope:
    """One sealed note as a telephone sends it."""

    ref: uuid.UUID
    key_id: int
    sealed: bytes


@dataclass(frozen=True)
class Answer:
    """What became of it: kept, thrown away by its writer (`gone`), or why it has to stay on the telephone."""

    ref: uuid.UUID
    refusal: str = ""
    gone: bool = False

    @property
    def kept(self) -> bool:
        """Whether we have its words, or had."""
        return not self.refusal and not self.gone


def receive_jottings(envelopes: Iterable[Envelope], *, writer: User, by: Actor, at: datetime) -> list[Answer]:
    """Opens and keeps each, in this order; what was kept before is kept once, what does not open stops no other.

    What does not open is told to its writer: it stays on the telephone until it does, or until he throws it away.
    """
    return [_receive(one, writer=writer, by=by, at=at) for one in envelopes]


def _receive(envelope: Envelope, *, writer: User, by: Actor, at: datetime) -> Answer:
    before = _standing(envelope, writer)
    if before and not before.refusal:
        return before
    opened = _opened(envelope, writer)
    keep: Callable[..., Jotting] = Jotting.keep if isinstance(opened, Jotted) else Jotting.keep_shut
    # Another tab sent it at this moment; or the number is that of a note of somebody else.
    with suppress(IntegrityError):
        keep(envelope.ref, opened, writer=writer, by=by, at=at)
    return _standing(envelope, writer) or Answer(envelope.ref, OF_ANOTHER)


def _opened(envelope: Envelope, writer: User) -> Jotted | NotOpened:
    """What stands in it, or why that cannot be read."""
    if len(envelope.sealed) > LARGEST:
        return NotOpened.TOO_LARGE
    about = sealed_about(writer.ref, envelope.ref)
    try:
        return read_jotting(open_envelope(envelope.sealed, key_id=envelope.key_id, about=about))
    except KeyGone:
        return NotOpened.KEY_GONE
    except (Unreadable, NotValid):
        return NotOpened.DAMAGED


def _standing(envelope: Envelope, writer: User) -> Answer | None:
    """What we know of it; None when it never came from him."""
    note = Jotting.objects.filter(ref=envelope.ref, writer=writer).first()
    if note is None:
        return None
    if not note.unopened:
        return Answer(note.ref)
    if note.is_ended:
        return Answer(note.ref, gone=True)
    return Answer(note.ref, f"{note.get_unopened_display()}. {ASK}")
