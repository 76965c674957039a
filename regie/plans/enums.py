"""The words of his plan."""

from django.db.models import TextChoices


class SaidBy(TextChoices):
    """Who says that he is good at something."""

    HIMSELF = "himself", "Hijzelf"
    OFFICER = "officer", "De officier"
    NETWORK = "network", "Iemand uit zijn netwerk"
    SCHOOL_OR_WORK = "school_or_work", "School of werk"
    OTHER = "other", "Iemand anders"
    UNKNOWN = "unknown", "Niet bekend"


class WishOutcome(TextChoices):
    """What became of a wish, when he was asked again; that he wants something else is no failure."""

    STILL = "still", "Hij wil dit nog steeds"
    CAME_TRUE = "came_true", "Het is gelukt"
    OTHERWISE = "otherwise", "Hij wil nu iets anders"
    UNKNOWN = "unknown", "Dat weten we niet"
