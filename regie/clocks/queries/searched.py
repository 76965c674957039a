"""What terms rest on while he is out of sight: when we try again, or when we looked for him last."""

from datetime import date

from regie.approach.enums import Anchor
from regie.clocks.rules import Told
from regie.trajectories.queries import Loss


def searched(loss: Loss | None, *, last_contact: date | None) -> dict[Anchor, list[Told]]:
    """Nothing of who is not out of sight. Each attempt begins another term, as each contact does."""
    if loss is None or not loss.stands(last_contact=last_contact):
        return {}
    occurrence = f"attempt:{loss.last_ref}" if loss.last_ref else f"out_of_sight:{loss.ref}"
    tried = "1 keer gezocht" if loss.attempts == 1 else f"{loss.attempts} keer gezocht"
    if loss.again_on:
        return {Anchor.NEXT_ATTEMPT: [Told(loss.again_on, occurrence, f"{tried}. Volgende poging")]}
    if loss.last_attempt:
        return {Anchor.OUT_OF_SIGHT: [Told(loss.last_attempt, occurrence, f"{tried}. Laatste poging")]}
    return {Anchor.OUT_OF_SIGHT: [Told(loss.since, occurrence, "Uit beeld sinds")]}
