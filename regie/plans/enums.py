"""The words of his plan: when he begins at a goal, what came of it, and how it stands with a step."""

from django.db.models import TextChoices


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
