"""From when somebody may guide."""

from datetime import date, timedelta

from regie.base.errors import NotValid

LONGEST_AHEAD = timedelta(days=92)  # our own choice: who works where is not known for longer


def check_assigned_from(since: date, *, on: date) -> None:
    """Raises NotValid for a day that is over (who guided then is a fact), or one too far ahead."""
    if since < on:
        raise NotValid("Kies vandaag of een dag later.", field="since")
    if since > on + LONGEST_AHEAD:
        raise NotValid("Dat is te ver weg. Kies een dag binnen drie maanden.", field="since")


MOST = 200  # young people with one officer: more is a typing error


def check_planned_number(number: int) -> None:
    """Raises NotValid for a number of young people that nobody can mean."""
    if not 0 <= number <= MOST:
        raise NotValid(f"Kies een getal van 0 tot en met {MOST}.", field="number")
