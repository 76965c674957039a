"""How a list of facilities is read."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from regie.partners.enums import FACILITIES, OrganisationKind

LARGEST = 200_000  # characters
KINDS = tuple(kind.value for kind in OrganisationKind if kind in FACILITIES)


@dataclass(frozen=True)
class Entry:
    """One organisation as a list tells it: where that was read, when, and whether it was read at all (`verified`)."""

    kind: OrganisationKind
    name: str
    place: str
    other_names: tuple[str, ...]
    source: str
    read_on: date
    verified: bool

    def values(self) -> dict[str, Any]:
        """Field name → value, as it is stored."""
        return vars(self) | {"other_names": list(self.other_names)}


@dataclass(frozen=True)
class Problem:
    """What is wrong in a list, and on which line (counted from 1)."""

    line: int
    reason: str


class Unreadable(Exception):
    """A list that cannot be used, with all its problems."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(f"regel {problem.line}: {problem.reason}" for problem in problems))
        self.problems = problems


def _is_text(value: Any, longest: int = 120) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= longest


def _is_day(value: Any) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _are_names(value: Any) -> bool:
    return value is None or (isinstance(value, list) and all(map(_is_text, value)))


# Per word of a row: what holds of it, and what to say when it does not.
CHECKS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "kind": (
        lambda value: value in KINDS,
        f"ontbreekt of klopt niet; kies uit {', '.join(KINDS)}",
    ),
    "name": (_is_text, "ontbreekt of is geen tekst van hoogstens 120 tekens"),
    "place": (lambda value: _is_text(value, 80), "ontbreekt of is geen tekst van hoogstens 80 tekens"),
    "other_names": (_are_names, "is geen lijst van namen"),
    "source": (lambda value: _is_text(value, 300), "ontbreekt of is geen tekst van hoogstens 300 tekens"),
    "read_on": (_is_day, "ontbreekt of is geen datum als 2026-01-31"),
    "verified": (lambda value: isinstance(value, bool), "ontbreekt; schrijf true of false"),
}
SAID = frozenset(CHECKS)


def folded(name: str) -> str:
    """A name without capitals, diacritics, punctuation and double spaces: "P.I. Sittard" → "pi sittard"."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace(".", ""))
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return " ".join(re.findall(r"\w+", letters))


def read_facilities(text: str) -> tuple[Entry, ...]:
    """The facilities that this YAML lists; raises Unreadable with every problem there is."""
    listed = _listed(text)
    problems = [*_row_problems(listed), *_twice(listed)]
    if problems:
        raise Unreadable(*sorted(problems, key=lambda problem: problem.line))
    return tuple(_entry(row) for row in listed)


def _listed(text: str) -> Any:
    """The rows of the list, with their lines."""
    if len(text) > LARGEST:
        raise Unreadable(Problem(1, f"het bestand is te groot; hoogstens {LARGEST} tekens"))
    if re.search(r"(?m)(?:^|[\s:\[-])[&*]\w", text):  # a copy of a copy of a copy takes any memory
        raise Unreadable(Problem(1, "verwijzingen (& en *) mogen hier niet"))
    try:
        tree = YAML().load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Unreadable(Problem((mark.line if mark else 0) + 1, "dit is geen goede YAML")) from None
    except (YAMLError, ValueError, RecursionError):
        raise Unreadable(Problem(1, "dit is geen leesbare tekst in YAML")) from None
    listed = tree.get("facilities") if isinstance(tree, CommentedMap) else None
    if not isinstance(listed, list) or not listed:
        raise Unreadable(Problem(1, "dit is geen lijst van inrichtingen: facilities ontbreekt"))
    return listed


def _row_problems(listed: Any) -> Iterator[Problem]:
    for number, row in enumerate(listed):
        line = int(listed.lc.item(number)[0]) + 1
        if isinstance(row, CommentedMap):
            yield from _field_problems(row, line)
        else:
            yield Problem(line, "elke inrichting heeft een kind, name, place, source, read_on en verified")


def _field_problems(row: CommentedMap, line: int) -> Iterator[Problem]:
    wrong = {str(key): f"kennen we niet; gebruik {', '.join(sorted(SAID))}" for key in row if key not in SAID}
    for key, (holds, sentence) in CHECKS.items():
        if not holds(row.get(key)):
            wrong[key] = sentence
    for key, sentence in wrong.items():
        yield Problem(int(row.lc.key(key)[0]) + 1 if key in row else line, f"{key} {sentence}")


def _twice(listed: Any) -> Iterator[Problem]:
    """A name that two facilities have: a message that names it could mean either."""
    owners: dict[str, int] = {}
    for number, row in enumerate(listed):
        if not isinstance(row, CommentedMap):
            continue
        names = row.get("other_names")
        for name in {
            folded(str(name)) for name in [row.get("name"), *(names if isinstance(names, list) else [])]
        }:
            if owners.setdefault(name, number) != number:
                line = int(listed.lc.item(number)[0]) + 1
                yield Problem(line, f"de naam {name} staat ook bij een andere inrichting")


def _entry(row: CommentedMap) -> Entry:
    return Entry(
        kind=OrganisationKind(row["kind"]),
        name=row["name"].strip(),
        place=row["place"].strip(),
        other_names=tuple(str(name).strip() for name in (row.get("other_names") or [])),
        source=row["source"].strip(),
        read_on=row["read_on"],
        verified=row["verified"],
    )
