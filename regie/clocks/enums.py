"""Where a trajectory stands."""

from enum import StrEnum


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
