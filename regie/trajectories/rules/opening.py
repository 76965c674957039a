"""What who is involved may be told: of his life domains, as far as the ground can carry it; all else is closed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from regie.approach.enums import Carried
from regie.privacy.declarations import Kind, Shared
from regie.trajectories.enums import Withheld

BY_HAND = {Shared.EXPLICIT: Withheld.EXPLICIT, Shared.NEVER: Withheld.NEVER}
NOT_CARRIED = {
    Kind.PERSONAL: Withheld.PERSONAL,
    Kind.SPECIAL: Withheld.SPECIAL,
    Kind.CRIMINAL: Withheld.CRIMINAL,
}


@dataclass(frozen=True)
class Part:
    """One field of something we hold of him: what it is called, its kind by its declaration, and its words."""

    called: str
    kind: Kind
    words: str


@dataclass(frozen=True)
class Thing:
    """Something we hold of him: what it is called, how its declaration shares it, and of which life domain it is.

    A kind of which no row was read has no parts.
    """

    title: str
    shared: Shared
    domain: str = ""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Opening:
    """What may be told, each thing with only the parts that may; and by reason what stays closed."""

    seen: tuple[Thing, ...]
    withheld: Mapping[Withheld, tuple[str, ...]]


def opened(things: Sequence[Thing], *, domains: Collection[str], carries: Collection[Carried]) -> Opening:
    """What opens of these things by the life domains and what the ground carries; what says nothing is not named."""
    seen: list[Thing] = []
    withheld: dict[Withheld, dict[str, None]] = {}
    for thing in things:
        why = _closed(thing, domains)
        if why:
            withheld.setdefault(why, {})[thing.title] = None
            continue
        for part in thing.parts:
            if not _carried(part.kind, carries):
                withheld.setdefault(NOT_CARRIED[part.kind], {})[f"{thing.title}: {part.called}"] = None
        parts = tuple(part for part in thing.parts if _carried(part.kind, carries))
        if parts:
            seen.append(Thing(thing.title, thing.shared, thing.domain, parts))
    return Opening(tuple(seen), {why: tuple(withheld[why]) for why in Withheld if why in withheld})


def _closed(thing: Thing, domains: Collection[str]) -> Withheld | None:
    """Why nothing of it opens; None when it is of a domain that opens."""
    if thing.shared is not Shared.DOMAIN:
        return BY_HAND[thing.shared]
    return None if thing.domain and thing.domain in domains else Withheld.DOMAIN


def _carried(kind: Kind, carries: Collection[Carried]) -> bool:
    return kind is Kind.ORDINARY or Carried(kind.value) in carries
