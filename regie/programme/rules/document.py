"""A plan page as a document: plain values by a schema (docs/plan-page.schema.json), and back again."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from regie.programme.rules.caseload import MonthCount, Shown
from regie.programme.rules.results import Figure, MeasuredBy, Result
from regie.programme.rules.sections import Reached, Section

SCHEMA_VERSION = 1


def document(
    sections: Iterable[Section], *, municipality: Mapping[str, str], intervention: Mapping[str, str]
) -> dict[str, Any]:
    """The page as it is published; every list is there, also an empty one, and null is not known."""
    return {
        "schemaVersion": SCHEMA_VERSION,
        "municipality": dict(municipality),
        "intervention": dict(intervention),
        "sections": [_told(one) for one in sections],
    }


def sections_in(told: Mapping[str, Any]) -> list[Section]:
    """The sections of a document."""
    return [_section(one) for one in told["sections"]]


def numbers_in(told: Mapping[str, Any]) -> Shown:
    """What a document shows of the young people who were guided, by month; None is a number that it hides."""
    counts = (one for section in sections_in(told) for one in section.caseload)
    return {one.month: one.real for one in counts if one.hidden or one.real is not None}


def fingerprint(told: Mapping[str, Any]) -> str:
    """The SHA-256 of a document, however its keys are ordered."""
    plain = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def differing(before: Mapping[str, Any] | None, now: Mapping[str, Any]) -> list[str]:
    """The headings under which something else stands than before; of a first page all of them."""
    old = {_key(one): one for one in before["sections"]} if before else {}
    new = {_key(one): one for one in now["sections"]}
    headings = [one["heading"] for key, one in new.items() if old.get(key) != one]
    gone = [f"{one['heading']} (weg)" for key, one in old.items() if key not in new]
    if not headings and not gone and before and list(old) != list(new):
        return ["De volgorde"]
    return headings + gone


def _key(told: Mapping[str, Any]) -> tuple[str, int | None]:
    return told["kind"], told["year"]


def _told(section: Section) -> dict[str, Any]:
    return {
        "kind": str(section.kind),
        "heading": section.heading,
        "year": section.year,
        "paragraphs": list(section.paragraphs),
        "links": [{"title": title, "url": url or None} for title, url in section.links],
        "results": [_promised(one) for one in section.results],
        "milestones": [
            {
                "name": one.name,
                "planned": one.planned or None,
                "real": one.real or None,
                "realOn": one.real_on.isoformat() if one.real_on else None,
                "why": one.why or None,
            }
            for one in section.milestones
        ],
        "caseload": [
            {
                "month": f"{one.month:%Y-%m}",
                "planned": one.planned,
                "real": one.real,
                "hidden": one.hidden,
            }
            for one in section.caseload
        ],
        "voices": [{"words": words, "speaker": speaker or None} for words, speaker in section.voices],
    }


def _section(told: Mapping[str, Any]) -> Section:
    return Section(
        told["kind"],
        told["heading"],
        told["year"],
        tuple(told["paragraphs"]),
        tuple((one["title"], one["url"] or "") for one in told["links"]),
        tuple(_result(one) for one in told["results"]),
        tuple(_reached(one) for one in told["milestones"]),
        tuple(_counts(told["caseload"])),
        tuple((one["words"], one["speaker"] or "") for one in told["voices"]),
    )


def _reached(told: Mapping[str, Any]) -> Reached:
    day = date.fromisoformat(told["realOn"]) if told["realOn"] else None
    return Reached(told["name"], told["planned"] or "", told["real"] or "", day, told["why"] or "")


def _counts(told: Sequence[Mapping[str, Any]]) -> Iterable[MonthCount]:
    for one in told:
        month = date.fromisoformat(f"{one['month']}-01")
        yield MonthCount(month, one["planned"], one["real"], one["hidden"])


def _promised(one: Result) -> dict[str, Any]:
    """A result; its indicators only when it names some, so that what was published before says no less."""
    told: dict[str, Any] = {"text": one.text, "definition": one.definition or None}
    if one.indicators:
        told["indicators"] = [_measured(named) for named in one.indicators]
    return told


def _measured(one: MeasuredBy) -> dict[str, Any]:
    return {
        "name": one.name,
        "defined": one.defined,
        "here": vars(one.here).copy() if one.here else None,
        "nation": vars(one.nation).copy() if one.nation else None,
        "compared": str(one.compared),
        "endedOn": one.ended_on.isoformat() if one.ended_on else None,
    }


def _result(told: Mapping[str, Any]) -> Result:
    named = tuple(_measured_by(one) for one in told.get("indicators", ()))
    return Result(told["text"], told["definition"] or "", named)


def _measured_by(told: Mapping[str, Any]) -> MeasuredBy:
    here, nation = (Figure(**told[area]) if told[area] else None for area in ("here", "nation"))
    ended = date.fromisoformat(told["endedOn"]) if told["endedOn"] else None
    return MeasuredBy(told["name"], told["defined"], here, nation, told["compared"], ended)
