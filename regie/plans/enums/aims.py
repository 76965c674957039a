"""What he wants and is good at, and what is done for that."""

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


class Horizon(TextChoices):
    """Whether he works at a goal now, or later."""

    NOW = "now", "Nu"
    LATER = "later", "Later"


class GoalOutcome(TextChoices):
    """What came of a goal; it is no mark."""

    REACHED = "reached", "Bereikt"
    PARTLY = "partly", "Voor een deel bereikt"
    STOPPED = "stopped", "Gestopt"


class StepState(TextChoices):
    """How it stands with a step since a day; one of which nobody told this is still to be done."""

    DONE = "done", "Gedaan"
    HELD = "held", "Kan nog niet"
