"""When a referral can be accepted, and how long guidance lasts."""

from datetime import date

from dateutil.relativedelta import relativedelta

from regie.base.errors import NotValid

# The seed's promise: "voor minimaal twee jaar". Issue of the layered approach: this becomes a setting with its source.
SHORTEST = relativedelta(years=2)


def earliest_end(started_on: date) -> date:
    """The first day on which guidance may be planned to end: two calendar years on (from 29 February: 1 March)."""
    end = started_on + SHORTEST
    return end if (end.month, end.day) == (started_on.month, started_on.day) else end + relativedelta(days=1)


def check_planned_end(planned_end: date, *, started_on: date) -> None:
    """Raises NotValid when guidance would be planned shorter than two years."""
    earliest = earliest_end(started_on)
    if planned_end < earliest:
        raise NotValid(
            f"De begeleiding duurt minstens twee jaar. Kies {earliest:%d-%m-%Y} of later.",
            field="planned_end",
        )


def check_referral_dates(
    *, received_on: date, detained_since: date | None, birth_date: date | None, on: date
) -> None:
    """Raises NotValid beside the date that cannot be true."""
    if received_on > on:
        raise NotValid("Deze dag is nog niet geweest.", field="happened_on")
    if detained_since is None:
        return
    if detained_since > on:
        raise NotValid(
            "Deze dag is nog niet geweest. Nog niet in detentie? Laat dit dan leeg.", field="detained_since"
        )
    if birth_date and birth_date <= on and detained_since <= birth_date:
        raise NotValid("Deze dag ligt voor de geboortedatum.", field="detained_since")
