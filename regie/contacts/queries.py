"""What contacts tell a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Min, Q

from regie.contacts.enums import Outcome
from regie.contacts.models import ContactMoment


@dataclass(frozen=True)
class ContactSpan:
    """The first and the last day of contact that came about, and the number of attempts that did not."""

    first: date | None = None
    last: date | None = None
    attempts: int = 0


def contact_spans(trajectory_ids: Iterable[int], *, as_known: date | None = None) -> dict[int, ContactSpan]:
    """Per trajectory its span of contact, as we hold it true or did at the end of a day; one query."""
    made = Q(outcome=Outcome.MADE)
    rows = (
        ContactMoment.objects.known(as_known)
        .filter(trajectory__in=list(trajectory_ids))
        .values("trajectory")
        .annotate(
            first=Min("happened_on", filter=made),
            last=Max("happened_on", filter=made),
            attempts=Count("pk", filter=~made),
        )
        .order_by("trajectory")
    )
    return {row["trajectory"]: ContactSpan(row["first"], row["last"], row["attempts"]) for row in rows}
