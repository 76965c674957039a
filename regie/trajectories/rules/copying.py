"""What may be copied for the system of another, by the approach of that day."""

from collections.abc import Collection
from datetime import date

from regie.approach.enums import CopiedKind
from regie.approach.rules import Approach, CopyRule, GroundRule
from regie.base.errors import NotNow
from regie.trajectories.enums import DisclosureChannel
from regie.trajectories.rules.telling_others import DisclosureAccount

NOTHING_GOES = "Er is nog niets vastgelegd dat mee mag."
UNKNOWN = "Voor wie dit is, staat niet of niet meer in de aanpak. Kies opnieuw voor wie u kopieert."
GROUND_ENDED = (
    "De grond waarop u dit zou doorgeven, staat niet meer in de aanpak. Vraag het de functioneel beheerder."
)


def copy_rule(approach: Approach, code: str) -> CopyRule:
    """The rule for this recipient; raises NotNow when the approach has it not, or not any more."""
    found = next((one for one in approach.copied_for if one.code == code), None)
    if found is None:
        raise NotNow(UNKNOWN)
    return found


def ground_of(approach: Approach, rule: CopyRule) -> GroundRule:
    """On which ground it may go; raises NotNow when the approach has that ground not, or not any more."""
    found = next((one for one in approach.grounds if one.code == rule.ground), None)
    if found is None:
        raise NotNow(GROUND_ENDED)
    return found


def copied_account(
    approach: Approach, code: str, *, kinds: Collection[CopiedKind], purpose: str, on: date
) -> DisclosureAccount:
    """How the ledger tells it: to whom, which kinds, on which ground; raises NotNow for what may not go."""
    rule = copy_rule(approach, code)
    ground = ground_of(approach, rule)
    if not kinds or not set(kinds) <= set(rule.kinds):
        raise NotNow(NOTHING_GOES)
    what = ", ".join(kind.label.lower() for kind in rule.kinds if kind in kinds)
    channel = DisclosureChannel.SYSTEM
    return DisclosureAccount(on, f"Gekopieerd: {what}.", ground.code, channel, purpose, recipient=rule.title)
