"""To which level a barrier rises, what is answered there, and how that stands."""

from django.db.models import TextChoices


class Level(TextChoices):
    """Who can take away what stands in his way: we ourselves, who coordinates, or who governs."""

    OPERATIONAL = "operational", "Uitvoerend"
    TACTICAL = "tactical", "Tactisch"
    STRATEGIC = "strategic", "Strategisch"

    @property
    def rank(self) -> int:
        """How high it is; 0 is we ourselves."""
        return list(Level).index(self)


class EscalationOutcome(TextChoices):
    """What came of it; that nobody answered and that we need it no more are said by ourselves."""

    SOLVED = "solved", "Opgelost"
    EXCEPTION = "exception", "Uitzondering gemaakt"
    REFUSED = "refused", "Geweigerd"
    OTHER_LEVEL = "other_level", "Naar een ander niveau"
    SILENT = "silent", "Geen antwoord gekregen"
    CALLED_OFF = "called_off", "Niet meer nodig"


class EscalationState(TextChoices):
    """How it stands: derived from what was told, and from its barrier."""

    PROPOSED = "proposed", "Wacht op een tweede persoon. Nog niet verstuurd"
    NOT_SENT = "not_sent", "Niet verstuurd: de tweede persoon zei nee"
    PENDING = "pending", "Wacht op antwoord"
    ANSWERED = "answered", "Beantwoord"
    CALLED_OFF = "called_off", "Niet meer nodig"
    OVER = "over", "Vervallen: de barrière is voorbij"
