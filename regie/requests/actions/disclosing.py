"""What is told to a partner is told on the ground and for the purpose on which he is involved."""

from datetime import date

from regie.trajectories.models import Involvement
from regie.trajectories.rules import DisclosureAccount


def told_to_partner(involved: Involvement, what: str, *, on: date, channel: str) -> DisclosureAccount:
    """The disclosure of what was told him on a day."""
    return DisclosureAccount(
        happened_on=on,
        what=what,
        ground=involved.ground,
        channel=channel,
        purpose=involved.purpose,
        organisation=involved.organisation,
        recipient=involved.professional.name if involved.professional else "",
    )
