"""A planned result, and how it stands with what it is measured by, in words."""

from dataclasses import dataclass
from datetime import date

from regie.figures.enums import Comparison
from regie.figures.rules import OF_FEW

NOT_DEFINED = "Niet meetbaar: definitie ontbreekt."


@dataclass(frozen=True)
class Figure:
    """A figure in words, in its unit, with its period and edition; None is hidden: it tells of few people."""

    said: str | None
    period: str
    edition: str


@dataclass(frozen=True)
class MeasuredBy:
    """An indicator of a result: its last figure here, that of the country, and how the one stands to the other.

    Not `defined` is: nobody said what is counted. `ref` leads to it inside, and is not published.
    """

    name: str
    defined: bool = False
    here: Figure | None = None
    nation: Figure | None = None
    compared: str = Comparison.UNKNOWN
    ended_on: date | None = None
    ref: str = ""


@dataclass(frozen=True)
class Result:
    """What is to be different, in words how it is measured, and by which indicators."""

    text: str
    definition: str = ""
    indicators: tuple[MeasuredBy, ...] = ()


def measured(result: Result) -> str:
    """How it is measured, in a sentence; without a definition or an indicator it cannot be, and that is said."""
    if result.definition:
        return f"Zo wordt het gemeten: {result.definition}"
    return "" if result.indicators else NOT_DEFINED


def standing(one: MeasuredBy, *, under: Result) -> str:
    """How it stands with an indicator, in a few sentences; its name is left out when the result alone says the same."""
    alone = len(under.indicators) == 1
    same = alone and one.name.strip(" .").casefold() == under.text.strip(" .").casefold()
    said = ["" if same else f"{one.name.rstrip('.')}.", *_figures(one)]
    if one.ended_on:
        said.append(f"Niet meer gevolgd sinds {one.ended_on:%d-%m-%Y}.")
    return " ".join(filter(None, said))


def _figures(one: MeasuredBy) -> list[str]:
    if not one.defined:
        return [NOT_DEFINED]
    here = _said(one.here) if one.here else "nog geen cijfer"
    nation = _said(one.nation) if one.nation else "niet bekend"
    compared = Comparison(one.compared).label
    return [f"{here[:1].upper()}{here[1:]}.", f"Nederland: {nation}.", f"Naast Nederland: {compared}."]


def _said(one: Figure) -> str:
    if one.said is None:
        return f"{OF_FEW} (over {one.period}, uitgave {one.edition})"
    return f"{one.said} over {one.period} (uitgave {one.edition})"
