"""Who takes a barrier, and how it ended."""

from django.db.models import TextChoices


class BarrierOwner(TextChoices):
    """Who of us sees to it that it is tried again; never he himself."""

    OFFICER = "officer", "Zijn officier"
    PARTNER = "partner", "Een partner"
    SOMEBODY = "somebody", "Een collega of iemand anders"


class BarrierOutcome(TextChoices):
    """How it ended."""

    BROKEN = "broken", "Doorbroken"
    NOT_NEEDED = "not_needed", "Niet meer nodig"
