"""Wie weet wat over mij, for himself on paper: who helps him, what was told to whom, and what he may do about it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from regie.approach.enums import GroundKind
from regie.approach.rules import Approach, GroundRule
from regie.desk.pages.sheet_parts import SheetToMake, number_of, part, stands, whom_to_call
from regie.trajectories.models import Disclosure, Guidance, Involvement, Trajectory
from regie.trajectories.queries import disclosures_of, involvements_of
from regie.ui.words import capital, listed, on_weekday

TITLE = "Wie weet wat over mij"
EVERYTHING = part(
    "Wie leest mijn plan?",
    (
        "Mijn officier leest mijn plan.",
        "Ook mijn coördinator bij de gemeente leest het.",
        "Is mijn officier weg? Dan leest de vervanger het.",
    ),
)
MAY = part(
    "Wat mag ik?",
    (
        "Ik mag lezen wat er over mij staat.",
        "Klopt er iets niet? Dan zeg ik het.",
        "Ik mag vragen om iets weg te halen.",
        "Wil ik niet dat iemand iets weet? Dan zeg ik het. Mijn officier legt uit wat kan.",
    ),
)
NOBODY = part("Wie helpt mij nog meer?", ("Nu is er niemand anders.",))
NOTHING = part("Wat is er verteld?", ("Mijn officier heeft nog niets verteld aan een ander.",))
WHY = {
    GroundKind.LAW: "Waarom mag dat? Er is een wet voor: {title}.",
    GroundKind.REQUEST: "Waarom mag dat? Ik vroeg er zelf om, of ik vond het goed.",
    GroundKind.PENDING: "Of dit mag, kijkt de gemeente nog na.",
}


def who_knows(trajectory: Trajectory, guidance: Guidance, approach: Approach, *, on: date) -> SheetToMake:
    """As it stands today; two queries, and those of who guides him."""
    grounds = {one.code: one for one in approach.grounds}
    helping = [one for one in involvements_of(trajectory) if one.account.is_on(on)]
    told = disclosures_of(trajectory)
    officer = guidance.officer_on(on)
    content = {
        "name": str(trajectory.person),
        "stands": stands(on),
        "parts": [
            EVERYTHING,
            *([_helps(one, approach, grounds) for one in helping] or [NOBODY]),
            *(_told(told, grounds) if told else [NOTHING]),
            MAY,
        ],
        "call": whom_to_call(officer, number_of(officer)),
    }
    return SheetToMake("who_knows", TITLE, content, f"wie-weet-wat-{on:%Y-%m-%d}.pdf")


def _helps(one: Involvement, approach: Approach, grounds: Mapping[str, GroundRule]) -> dict[str, Any]:
    """Somebody who helps him: for what, about what, why he may, from when until when."""
    about = [domain.title.lower() for domain in approach.life_domains if domain.code in one.domains]
    lines = (
        f"Wat doet deze persoon? {one.role}",
        f"Waarvoor? {one.purpose}",
        f"Waarover mag mijn officier iets vertellen? {capital(listed(about))}.",
        _why(one.ground, grounds),
        f"Ik zei: {one.scope}" if one.scope else "",
        f"Sinds wanneer? {capital(on_weekday(one.happened_on))}.",
        f"Tot en met wanneer? {capital(on_weekday(one.until))}.",
    )
    return part(f"{one.who} helpt mij", filter(None, lines))


def _told(told: Sequence[Disclosure], grounds: Mapping[str, GroundRule]) -> Iterator[dict[str, Any]]:
    """What was told, the last first."""
    for one in told:
        lines = (one.what, f"Waarvoor? {one.purpose}", _why(one.ground, grounds))
        yield part(f"Verteld aan {one.to} op {on_weekday(one.happened_on)}", filter(None, lines))


def _why(code: str, grounds: Mapping[str, GroundRule]) -> str:
    ground = grounds.get(code)
    return WHY[ground.kind].format(title=ground.title) if ground else ""
