"""Where a trajectory stands, what was done with a term, and what came of it."""

from enum import StrEnum

from django.db.models import TextChoices


class Phase(StrEnum):
    """Where the road is now. Reconstructed from practice, not published: te verifiëren (domain.md §1.3 [I]).

    Only the phases that today's facts can show; each later one comes with the facts that show it.
    """

    REFERRAL = "referral"
    ACQUAINTANCE = "acquaintance"

    @property
    def label(self) -> str:
        """The word on the screen."""
        return {Phase.REFERRAL: "Aangemeld", Phase.ACQUAINTANCE: "Kennismaken"}[self]


class HandlingKind(TextChoices):
    """What somebody did with a term."""

    DONE = "done", "gedaan"
    NOT_NEEDED = "not_needed", "niet nodig"
    PUT_OFF = "put_off", "uitgesteld"


class Verdict(TextChoices):
    """What came of a term; it judges the term and never him."""

    MET = "met", "op tijd"
    MISSED = "missed", "te laat"
    EXEMPT = "exempt", "niet nodig"
    UNKNOWN = "unknown", "niet te zeggen"
    OPEN = "open", "weer open"


class State(StrEnum):
    """How a term stands on a day."""

    NOW = "now"
    THIS_WEEK = "this_week"
    COMING = "coming"
    PUT_OFF = "put_off"
    DONE = "done"
    NOT_NEEDED = "not_needed"

    @property
    def label(self) -> str:
        """The heading on the screen."""
        return {
            State.NOW: "Nu",
            State.THIS_WEEK: "Deze week",
            State.COMING: "Komt eraan",
            State.PUT_OFF: "Uitgesteld",
            State.DONE: "Gedaan",
            State.NOT_NEEDED: "Niet nodig",
        }[self]
