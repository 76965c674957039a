"""The words of figures."""

from django.db.models import TextChoices


class Comparison(TextChoices):
    """How a figure stands to another; never a colour or an arrow without this word."""

    BELOW = "below", "onder"
    ALIKE = "alike", "niet te onderscheiden"
    ABOVE = "above", "boven"
    UNKNOWN = "unknown", "onbekend"


class ComparedBy(TextChoices):
    """The test that gave the answer, in words for its reader."""

    RATIO = (
        "ratio",
        "het exacte 95%-interval van de verhouding: kan die 1 zijn, dan is er geen verschil te zien",
    )
    OVERLAP = "overlap", "de 95%-intervallen naast elkaar: raken ze elkaar, dan is er geen verschil te zien"
    NOTHING = "nothing", "er is te weinig bekend om te vergelijken"
