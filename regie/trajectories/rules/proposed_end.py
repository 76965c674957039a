"""When it is proposed to end an involvement before its last day: somebody decides that, never a rule."""

from collections.abc import Iterator
from datetime import date

from regie.approach.rules import Approach
from regie.trajectories.enums import ProposedEnd
from regie.trajectories.rules.guidance import months_on
from regie.trajectories.rules.involvement import (
    InvolvementAccount,
    grounds_to_involve,
    is_off_map,
    works_elsewhere,
)


def why_end(
    account: InvolvementAccount,
    approach: Approach,
    *,
    spoken: date | None,
    refused: bool = False,
    on: date,
) -> tuple[ProposedEnd, ...]:
    """Why it is proposed that day to end it; empty when it is over already.

    Nobody spoke with them since `spoken`; `refused` is that the privacy officer said that it may not.
    """
    if account.is_over(on):
        return ()
    found = tuple(_reasons(account, approach, spoken, on))
    return (ProposedEnd.MAY_NOT, *found) if refused else found


def _reasons(
    account: InvolvementAccount, approach: Approach, spoken: date | None, on: date
) -> Iterator[ProposedEnd]:
    if account.ground not in {one.code for one in grounds_to_involve(approach)}:
        yield ProposedEnd.GROUND
    if is_off_map(account.professional, on=on) or is_off_map(account.organisation, on=on):
        yield ProposedEnd.OFF_MAP
    elif works_elsewhere(account):
        yield ProposedEnd.MOVED
    last = max(account.happened_on, spoken or account.happened_on)
    # Contact is told with an organisation: of whom no organisation is known, nobody can say that it is quiet.
    if account.organisation and months_on(last, approach.quiet_involvement) <= on:
        yield ProposedEnd.QUIET
