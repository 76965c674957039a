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
