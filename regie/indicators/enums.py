"""The words of indicators: what kind they are, in what they are counted, and how a figure came here."""

from django.db.models import TextChoices


class IndicatorKind(TextChoices):
    """What an indicator is for."""

    PLANNED_RESULT = "planned_result", "Beoogd resultaat"
    MEASURE = "measure", "Indicator"
    REFERENCE = "reference", "Referentielijn"


class Unit(TextChoices):
    """In what a figure is told."""

    PERCENT = "percent", "procent"
    PER_1000 = "per_1000", "per 1.000"
    PER_10000 = "per_10000", "per 10.000"
    NUMBER = "number", "aantal"


class Way(TextChoices):
    """How a figure came into Regie."""

    HAND = "hand", "met de hand ingevoerd"
    CSV = "csv", "ingelezen uit een CSV-bestand"
    CBS = "cbs", "ingelezen uit een CBS-bestand"
    SHIPPED = "shipped", "meegeleverd met Regie"


class Arrived(TextChoices):
    """What becomes of one line of a file."""

    NEW = "new", "nieuw"
    SAME = "same", "stond er al zo"
    WRONG = "wrong", "klopt niet"


# What one of a unit is of the share that numerator and denominator give; a number is no share.
SCALES: dict[str, int] = {Unit.PERCENT: 100, Unit.PER_1000: 1_000, Unit.PER_10000: 10_000}
