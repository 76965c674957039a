"""From when until when something holds, and whether that can be."""

from dataclasses import dataclass
from datetime import date, timedelta

from regie.base.errors import NotValid

# Our own choice: a day further away is a slip of the pen. Conditions of an early release can last many years.
FURTHEST_BEGIN = timedelta(days=5 * 366)
FURTHEST_END = timedelta(days=20 * 366)


@dataclass(frozen=True)
class Period:
    """From `since` up to and including `until`, each None when not known; from `ended_on` on it holds no longer."""

    since: date | None = None
    until: date | None = None
    ended_on: date | None = None

    def begun(self, *, on: date) -> bool:
        """Whether it began; of what began on a day that nobody knows we say that it did."""
        return self.since is None or self.since <= on

    def over(self, *, on: date) -> bool:
        """Whether it holds no longer; what ends on a day that nobody knows goes on."""
        return bool(self.until and self.until < on) or bool(self.ended_on and self.ended_on <= on)


def check_period(period: Period, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside the day that cannot be."""
    since, until = period.since, period.until
    if since and birth_date and since <= birth_date:
        raise NotValid("Deze dag ligt niet na de geboortedatum.", field="since")
    if since and since > on + FURTHEST_BEGIN:
        raise NotValid("Deze dag ligt meer dan vijf jaar vooruit. Klopt het jaar?", field="since")
    first = since or birth_date
    if until and first and until < first:
        raise NotValid("Deze dag ligt voor het begin.", field="until")
    if until and until > on + FURTHEST_END:
        raise NotValid("Deze dag ligt meer dan twintig jaar vooruit. Klopt het jaar?", field="until")
    _check_end(period, birth_date=birth_date, on=on)


def _check_end(period: Period, *, birth_date: date | None, on: date) -> None:
    ended_on, first = period.ended_on, period.since or birth_date
    if ended_on and ended_on > on:
        raise NotValid("Deze dag is nog niet geweest. Vul een dag in tot en met vandaag.", field="ended_on")
    if ended_on and first and ended_on < first:
        raise NotValid("Deze dag ligt voor het begin.", field="ended_on")


def check_told_in_words(words: str, *, needed: bool) -> None:
    """Raises NotValid when only words can say what it is, and there are none."""
    if needed and not words:
        raise NotValid("Schrijf op wat de voorwaarde is.", field="words")
