"""What open referrals ask of who screens them."""

from collections.abc import Iterable, Mapping
from datetime import date

from regie.approach.enums import Anchor
from regie.approach.rules import Approach
from regie.clocks.rules import CaseFacts, Term, Told, reckon
from regie.trajectories.models import Referral


def referral_terms(
    referrals: Iterable[Referral], approaches: Mapping[int, Approach], *, on: date
) -> list[tuple[Referral, Term]]:
    """The terms of a day that accepting him fulfils, of each of these open referrals; no query.

    The person must have been fetched along. Of who is guided `reckonings` gives them, fulfilled.
    """
    return [
        (one, term)
        for one in referrals
        for term in reckon(
            [rule for rule in approaches[one.municipality_id].deadlines if rule.done_by is Anchor.ACCEPTED],
            _facts_of(one),
            on=on,
        ).terms
    ]


def _facts_of(referral: Referral) -> CaseFacts:
    """What a referral itself tells; what else there is, is known once he is guided."""
    days = {
        Anchor.REFERRED: Told(referral.happened_on, "referral", "Aangemeld"),
        Anchor.DAY_ONE: Told(referral.detained_since, "detention:referred", "Binnengekomen"),
    }
    told = {anchor: [one] for anchor, one in days.items() if one.day}
    return CaseFacts(told, birth_date=referral.person.birth_date)
