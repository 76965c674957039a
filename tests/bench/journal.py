"""How fast the journal grows and is checked."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from time import perf_counter

from django.core.management import call_command
from django.db import transaction

from regie.base.facts import Recorded
from regie.privacy.actions import journal
from regie.privacy.enums import Verb
from regie.privacy.models.journal import BEGIN, JournalChain, JournalEntry
from tests.bench.places import BENCH

CHAIN = "GM0000"
APPENDS = 200


@dataclass(frozen=True)
class JournalFigures:
    """Entries added per second, each in its own transaction; seconds in which 10,000 entries are checked."""

    appends: float
    verify: float


def measure_journal(entries: int, *, at: datetime) -> JournalFigures:
    """In the database we work in; the entries that were there already are checked along."""
    _fill(entries, at=at)
    started = perf_counter()
    for _ in range(APPENDS):
        with transaction.atomic():
            journal(Verb.CONTACT_LOGGED, chain=CHAIN, subject=uuid.uuid4(), fields=["words"], by=BENCH, at=at)
    appended = perf_counter()
    call_command("journal", "verify", stdout=StringIO())
    verified = perf_counter()
    count = JournalEntry.objects.count()
    return JournalFigures(APPENDS / (appended - started), (verified - appended) / count * 10_000)


def _fill(entries: int, *, at: datetime) -> None:
    """A chain of so many entries, sealed as the journal does it."""
    JournalChain.objects.create(code=CHAIN)
    made: list[JournalEntry] = []
    for number in range(1, entries + 1):
        entry = JournalEntry(
            chain_id=CHAIN,
            number=number,
            verb=Verb.CONTACT_LOGGED,
            subject=uuid.uuid4(),
            fields=["happened_on", "kind", "outcome", "words"],
            previous=made[-1].hash if made else BEGIN,
            **Recorded.stamp(by=BENCH, at=at),
        )
        entry.hash = entry.sealed()
        made.append(entry)
    JournalEntry.objects.bulk_create(made)
