"""When what a referral tells can be true."""

from datetime import date, timedelta

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


LONGEST = 4_000  # characters of one explanation
LONGEST_WAIT = timedelta(days=92)  # our own choice: a young person inside cannot wait unnoticed


def check_said(words: str, *, field: str, what: str = "Vul dit in.") -> None:
    """Raises NotValid when nothing was written, or more than anyone reads."""
    if not words.strip():
        raise NotValid(what, field=field)
    check_length(words, field=field)


def check_length(words: str, *, field: str) -> None:
    """Raises NotValid for more than anyone reads."""
    if len(words) > LONGEST:
        raise NotValid(f"Dit is te lang. Houd het onder {LONGEST} tekens.", field=field)


def check_waiting(until: date, *, on: date) -> None:
    """Raises NotValid when a decision would wait until a day that is over, or for so long that it is forgotten."""
    if until <= on:
        raise NotValid("Kies een dag na vandaag.", field="until")
    if until > on + LONGEST_WAIT:
        raise NotValid("Dat is te lang. Kies een dag binnen drie maanden.", field="until")
