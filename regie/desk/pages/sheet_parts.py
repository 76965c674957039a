"""What sheets of paper are made of: plain values, for a layout of regie/sheets."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from regie.accounts.models import User
from regie.approach.enums import StepActor
from regie.base.telephone import written_phone
from regie.desk.pages.agreements import quoted
from regie.ui.words import on_weekday

# Whose step it is, as he says it himself, and the picture beside it.
WHOSE = {
    StepActor.YOUNG_PERSON: ("ik", "user"),
    StepActor.OFFICER: ("mijn officier", "user-check"),
    StepActor.PARTNER: ("iemand die mij helpt", "heart-handshake"),
    StepActor.NETWORK: ("iemand die ik ken", "users"),
    StepActor.UNKNOWN: ("dat spreken we nog af", "question-mark"),
}

PAIR = re.compile(r"\d\d(?=(?:\d\d)+$)")


@dataclass(frozen=True)
class SheetToMake:
    """One sheet: its layout, what stands on it, its title, and the name of the file, which names nobody."""

    layout: str
    title: str
    content: dict[str, Any]
    filename: str


def part(
    title: str, lines: Iterable[str] = (), actions: Iterable[dict[str, Any]] = (), after: str = ""
) -> dict[str, Any]:
    """A heading, lines below it, things to do each with a box to tick, and a line after those."""
    return {"title": title, "lines": list(lines), "actions": list(actions), "after": after}


def to_do(picture: str, words: str, *lines: str) -> dict[str, Any]:
    """One thing to do; lines that say nothing are left out."""
    return {"picture": picture, "words": words, "lines": [line for line in lines if line]}


def stands(on: date) -> str:
    """Of which day a sheet is."""
    return f"Zo staat het op {on_weekday(on)}."


def whom_to_call(officer: User | None, number: str, stand_in: str = "") -> dict[str, Any]:
    """Who guides him and on which number, and who when he is not there; nobody yet is said."""
    name = f"{officer.name}, mijn officier" if officer else "Mijn officier: die naam komt nog"
    people = [{"picture": "phone", "name": name, "number": number}]
    if stand_in:
        people.append({"picture": "phone", "name": "Is mijn officier er niet?", "number": stand_in})
    danger = {"picture": "ambulance", "words": "Is er gevaar? Bel 112."}
    return {"title": "Wie kan ik bellen?", "people": people, "danger": danger}


def number_of(officer: User | None) -> str:
    """On which number he is called, two digits at a time for who reads with difficulty; empty when he told none."""
    return PAIR.sub(r"\g<0> ", written_phone(officer.work_phone)) if officer else ""


def in_his_words(words: Sequence[str]) -> list[str]:
    """What he said, between quotation marks."""
    return [quoted(one) for one in words]
