"""What terms rest on of what was agreed: the day to look at it again, or else the day it was agreed."""

from regie.approach.enums import Anchor
from regie.clocks.rules import Told
from regie.plans.models import Agreement

AGREED = {Anchor.AGREED, Anchor.AGREEMENT_AGAIN}


def agreed(agreement: Agreement | None) -> dict[Anchor, list[Told]]:
    """Nothing of who agreed on nothing yet. Each agreement begins another term, as each contact does."""
    if agreement is None:
        return {}
    occurrence = f"agreement:{agreement.ref}"
    if agreement.again_on:
        return {Anchor.AGREEMENT_AGAIN: [Told(agreement.again_on, occurrence, "Opnieuw bekijken")]}
    return {Anchor.AGREED: [Told(agreement.happened_on, occurrence, "Afgesproken")]}
