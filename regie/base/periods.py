"""Periods: something holds from a day (`since`) and until, not including, another (`until`); None has no end yet."""

from datetime import date

from django.db.models import Q


def running(on: date) -> Q:
    """Rows whose period holds that day: the first day counts, the last does not."""
    return Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gt=on))
