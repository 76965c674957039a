"""The picture of his environment: him in the middle, people around him by how near they are to him."""

from collections.abc import Sequence
from dataclasses import dataclass

from regie.figures.rules import SEATS, Around, RingDrawing, on_rings
from regie.plans.enums import Closeness, Influence, NoContact
from regie.plans.models import NetworkMember
from regie.plans.queries import as_read

RINGS = (Closeness.NEAR, Closeness.AVERAGE, Closeness.FAR, Closeness.UNKNOWN)
# How each is drawn: no two share a shape or a line, and the words say it too.
SHAPES = {
    Influence.SUPPORTS: "supports",
    Influence.RISKY: "risky",
    Influence.BOTH: "both",
    Influence.UNKNOWN: "unknown",
}


@dataclass(frozen=True)
class Sociogram:
    """The picture, and who is not in it because it is full."""

    name: str
    drawing: RingDrawing
    outside: str


def sociogram(members: Sequence[NetworkMember], *, name: str) -> Sociogram:
    """Draws them in the order in which they were told of; of too many those whom one reads first."""
    drawn = as_read(list(members))[:SEATS]
    chosen = [one for one in members if one in drawn]
    around = [_around(one) for one in chosen]
    drawing = on_rings(around, rings=[ring.label for ring in RINGS])
    return Sociogram(name, drawing, _outside(len(members) - len(chosen)))


def _around(one: NetworkMember) -> Around:
    apart = one.no_contact != NoContact.NOTHING_TOLD
    said = ["geen contact" if apart else "", _said(one), one.get_tie_display()]
    return Around(
        ring=RINGS.index(Closeness(one.closeness)),
        shape=SHAPES[Influence(one.influence)],
        label=one.name,
        note=" · ".join(filter(None, said)),
        barred=apart,
    )


def _said(one: NetworkMember) -> str:
    words = {Influence.SUPPORTS: "steunt", Influence.RISKY: "risico", Influence.BOTH: "steunt en risico"}
    return words.get(Influence(one.influence), "niet bekend")


def _outside(number: int) -> str:
    if not number:
        return ""
    others = "1 ander staat" if number == 1 else f"{number} anderen staan"
    return f"In de tekening passen {SEATS} mensen. {others} alleen in de tabel."
