"""The layers of the approach, and the words some of its settings can have."""

from django.db.models import TextChoices


class Layer(TextChoices):
    """Whose rule it is; each layer below may say more, or otherwise, than the one above it."""

    NATIONAL = "national", "Landelijk profiel"
    REGIONAL = "regional", "Regio"
    LOCAL = "local", "Gemeente"


class Weight(TextChoices):
    """How a criterion counts in the weighing."""

    NEEDED = "needed", "moet"
    WEIGHED = "weighed", "weegt mee"
    OFF = "off", "geldt hier niet"


class ReckonedOn(TextChoices):
    """On which day an age is reckoned."""

    DAY_ONE = "day_one", "de eerste dag van de detentie"
    REFERRAL = "referral", "de dag van de aanmelding"
    DECISION = "decision", "de dag van het besluit"


class CountedFrom(TextChoices):
    """From which day the shortest duration of guidance is counted."""

    DAY_ONE = "day_one", "de eerste dag van de detentie"
    ACCEPTANCE = "acceptance", "de dag van aannemen"
