"""When what a referral tells can be true."""

from datetime import date

from regie.base.errors import NotValid


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
