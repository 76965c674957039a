"""When somebody may be covered for."""

from datetime import date, timedelta

from regie.base.errors import NotValid

LONGEST = timedelta(days=92)  # our own choice: who is away longer, hands his people over


def check_absence(*, since: date, until: date, on: date) -> None:
    """Raises NotValid beside the day that cannot be; `until` is the first day back."""
    if since < on:
        raise NotValid("Kies vandaag of een dag later.", field="since")
    if until <= since:
        raise NotValid("De eerste dag terug ligt na de eerste dag afwezig.", field="until")
    if until > since + LONGEST:
        raise NotValid(
            "Dat is langer dan drie maanden. Laat de coördinator de jongeren toewijzen aan een ander.",
            field="until",
        )
