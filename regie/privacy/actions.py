"""Writes the journal and the access log."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import transaction

from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.facts import Recorded
from regie.privacy.enums import AccessGround, Verb
from regie.privacy.models.access import AccessEntry
from regie.privacy.models.journal import BEGIN, JournalChain, JournalEntry


def journal(
    verb: Verb, *, chain: str, subject: uuid.UUID, fields: Iterable[str] = (), by: Actor, at: datetime
) -> JournalEntry:
    """Adds an entry at the end of a municipality's chain, in the transaction of the change itself.

    Outside a transaction it is an error: an entry without its change, or a change without its entry, may not be.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("The journal is written in the same transaction as the change.")
    JournalChain.objects.get_or_create(code=chain)
    JournalChain.objects.select_for_update().get(code=chain)
    last = JournalEntry.objects.filter(chain_id=chain).order_by("-number").first()
    entry = JournalEntry(
        chain_id=chain,
        number=last.number + 1 if last else 1,
        verb=verb,
        subject=subject,
        fields=sorted(fields),
        previous=last.hash if last else BEGIN,
        **Recorded.stamp(by=by, at=at.astimezone(UTC)),
    )
    entry.hash = entry.sealed()
    entry.save(force_insert=True)
    return entry


def log_access(
    *, municipality_code: str, subject: uuid.UUID, page: str, ground: AccessGround, by: Actor, at: datetime
) -> AccessEntry:
    """Writes down that somebody opened a file."""
    return AccessEntry.objects.create(
        municipality_code=municipality_code,
        subject=subject,
        page=page,
        ground=ground,
        **Recorded.stamp(by=by, at=at),
    )


@dataclass(frozen=True)
class Read:
    """Of whom was read, in which municipality, and why that was allowed."""

    subject: uuid.UUID
    municipality_code: str
    ground: AccessGround


def log_access_once_a_day(reads: Iterable[Read], *, page: str, by: Actor, at: datetime) -> None:
    """Writes down that something of these was read, of each once a day: for what a program fetches; two queries."""
    today = AccessEntry.objects.of(by).filter(page=page, recorded_at__date=day(at))
    known = set(today.values_list("subject", "ground"))
    stamp = Recorded.stamp(by=by, at=at)
    new = {one for one in reads if (one.subject, one.ground) not in known}
    AccessEntry.objects.bulk_create(
        AccessEntry(page=page, **vars(one), **stamp) for one in sorted(new, key=lambda one: one.subject)
    )
