"""What terms rest on of his situation: what nobody told, nobody knew or nobody asked is not known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from regie.approach.enums import Anchor, Situation
from regie.base.facts import AS_TOLD
from regie.clocks.rules import Told
from regie.trajectories.enums import CircumstanceKind as Kind
from regie.trajectories.enums import CircumstanceValue as Value
from regie.trajectories.models import Circumstance
from regie.trajectories.models.circumstance import holding
from regie.trajectories.rules import NO_ANSWER

# Which value says that it is so; another one of that kind says that it is not.
SAYS: Mapping[Situation, tuple[Kind, Value]] = {
    Situation.ON_SOCIAL_ASSISTANCE: (Kind.BENEFIT, Value.SOCIAL_ASSISTANCE),
    Situation.ON_DISABILITY_BENEFIT: (Kind.BENEFIT, Value.DISABILITY_BENEFIT),
    Situation.GETS_ALLOWANCES: (Kind.ALLOWANCES, Value.GETS_ALLOWANCES),
    Situation.RENTS: (Kind.HOME, Value.RENTS),
    Situation.INSURED: (Kind.INSURANCE, Value.INSURED),
    Situation.HAS_ACCOUNT: (Kind.ACCOUNT, Value.HAS_ACCOUNT),
}


Holds = Mapping[Kind, Circumstance]  # of each kind what holds on a day

# The facts that a paper of his gives: which kind of his situation tells each.
TOLD_BY: Mapping[Anchor, Kind] = {
    Anchor.ID_EXPIRES: Kind.IDENTITY,
    Anchor.AUTHORISATION_END: Kind.AUTHORISATION,
    Anchor.ADDRESS_TOLD: Kind.ADDRESS,
}


def kinds_for(anchors: Iterable[Anchor], situations: Iterable[Situation]) -> set[Kind]:
    """What must be read of his situation when terms are counted from these facts and ask for these situations."""
    asks = {code: kind for code, (kind, _) in SAYS.items()}
    asks |= {Situation.NO_VALID_ID: Kind.IDENTITY, Situation.HAD_SOCIAL_ASSISTANCE: Kind.BENEFIT}
    told = {TOLD_BY[anchor] for anchor in anchors if anchor in TOLD_BY}
    return told | {asks[code] for code in situations if code in asks}


def situation(
    told: Sequence[Circumstance], holds: Holds, *, came_in: date | None, on: date
) -> dict[Situation, bool | None]:
    """What is so that day, by all that was told and by what `holds` then."""
    found = {code: _is(holds.get(kind), value) for code, (kind, value) in SAYS.items()}
    valid = _valid(holds.get(Kind.IDENTITY), on=on)
    return {
        **found,
        Situation.NO_VALID_ID: None if valid is None else not valid,
        Situation.HAD_SOCIAL_ASSISTANCE: _had_assistance(told, came_in=came_in),
    }


def told_of_his_papers(holds: Holds) -> Iterator[tuple[Anchor, Told]]:
    """Until when his identity card and authorisation hold, and since when his address is known; also past days."""
    card, signed, address = (holds.get(kind) for kind in (Kind.IDENTITY, Kind.AUTHORISATION, Kind.ADDRESS))
    if card and card.value == Value.VALID_ID and card.valid_until:
        yield (
            Anchor.ID_EXPIRES,
            Told(card.valid_until, f"identity:{card.ref}", "Identiteitsbewijs geldig tot"),
        )
    if signed and signed.value == Value.SIGNED and signed.valid_until:
        yield (
            Anchor.AUTHORISATION_END,
            Told(signed.valid_until, f"authorisation:{signed.ref}", "Machtiging tot"),
        )
    if address and address.value not in NO_ANSWER:
        yield Anchor.ADDRESS_TOLD, Told(address.happened_on, f"address:{address.ref}", "Adres verteld")


def _is(one: Circumstance | None, value: Value) -> bool | None:
    return None if one is None or one.value in NO_ANSWER else one.value == value


def _valid(card: Circumstance | None, *, on: date) -> bool | None:
    expired = bool(card and card.valid_until and card.valid_until < on)
    return False if expired else _is(card, Value.VALID_ID)


def _had_assistance(told: Sequence[Circumstance], *, came_in: date | None) -> bool | None:
    """Nobody begins to get it inside: who was first told to have it after that day had it when he came in."""
    if came_in is None:
        return None
    at_the_door = _is(holding(told, on=came_in).get(Kind.BENEFIT), Value.SOCIAL_ASSISTANCE)
    later = (one for one in told if one.kind == Kind.BENEFIT and one.happened_on > came_in)
    first = min(later, key=AS_TOLD, default=None)
    return True if at_the_door is None and _is(first, Value.SOCIAL_ASSISTANCE) else at_the_door
