"""What stands in a database after the storm: how much of each, and every half change."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, QuerySet

from regie.contacts.models import ContactMoment
from regie.persons.models import Person
from regie.privacy.enums import Verb
from regie.privacy.models import JournalEntry
from regie.privacy.queries import flaws
from regie.trajectories.models import Assignment, Referral, Trajectory

Finding = dict[str, Any]


def finding() -> Finding:
    """Flaws of the journal, half changes, and the refs of all that is there."""
    return {
        "flaws": [str(flaw) for flaw in flaws()],
        "halves": list(halves()),
        "entries": JournalEntry.objects.count(),
        "referral": _refs(Referral.objects.all()),
        "trajectory": _refs(Trajectory.objects.all()),
        "contact": _refs(ContactMoment.objects.filter(corrects__isnull=True)),
        "correction": _refs(ContactMoment.objects.filter(corrects__isnull=False)),
        "open and guided": _refs(Referral.objects.open().filter(person__in=_guided())),
        "people": Person.objects.count(),
    }


def halves() -> Iterator[str]:
    """Every change that was made in part: rows without the rows or the journal entry that belong to it."""
    for trajectory in Trajectory.objects.exclude(pk__in=Assignment.objects.values("trajectory")):
        yield f"trajectory {trajectory.ref} has no officer"
    for trajectory in Trajectory.objects.annotate(now=Count("assignments")).exclude(now=1):
        yield f"trajectory {trajectory.ref} has {trajectory.now} officers"
    for person in Person.objects.exclude(pk__in=Referral.objects.values("person")):
        yield f"person {person.ref} has no referral"
    for verb, rows in _rows_by_verb().items():
        yield from _unmatched(verb, rows)


def _rows_by_verb() -> dict[Verb, QuerySet]:
    """Verb → the rows of which each has one entry with that verb."""
    return {
        Verb.PERSON_REGISTERED: Person.objects.all(),
        Verb.REFERRAL_REGISTERED: Referral.objects.filter(corrects__isnull=True),
        Verb.REFERRAL_CORRECTED: Referral.objects.filter(corrects__isnull=False),
        Verb.REFERRAL_ACCEPTED: Trajectory.objects.all(),
        Verb.CONTACT_LOGGED: ContactMoment.objects.filter(corrects__isnull=True),
        Verb.CONTACT_CORRECTED: ContactMoment.objects.filter(corrects__isnull=False, withdrawn=False),
        Verb.CONTACT_WITHDRAWN: ContactMoment.objects.filter(withdrawn=True),
    }


def _unmatched(verb: Verb, rows: QuerySet) -> Iterator[str]:
    entries = JournalEntry.objects.filter(verb=verb).count()
    if rows.count() != entries:
        yield f"{rows.count()} rows and {entries} journal entries of {verb.value}"


def _guided() -> QuerySet:
    return Trajectory.objects.values("person")


def _refs(rows: QuerySet) -> list[str]:
    return [str(ref) for ref in rows.order_by("pk").values_list("ref", flat=True)]
