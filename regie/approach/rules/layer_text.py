"""Reads one layer from its YAML, and tells everything that is wrong with it, each with its line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent

from regie.approach.enums import Layer
from regie.approach.rules.catalogue import CRITERIA, SETTINGS, setting_of
from regie.approach.rules.deadline import DEADLINES
from regie.approach.rules.wrong import Wrong

LARGEST = 200_000  # characters
DEEPEST = 8  # boxes in boxes; a layer needs five
HEAD = {"layer", "name", "title", "valid_from", "rules"}
SAID = {"value", "text", "source", "read_on", "verified", "reason"}


@dataclass(frozen=True)
class Problem:
    """What is wrong, and on which line (counted from 1)."""

    line: int
    reason: str


class Unreadable(Exception):
    """A layer that cannot be used, with all its problems."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(f"regel {problem.line}: {problem.reason}" for problem in problems))
        self.problems = problems


@dataclass(frozen=True)
class Rule:
    """One setting as a layer lays it down: its value, where that was read and when, and whether it was verified."""

    code: str
    value: Any
    source: str
    read_on: date
    verified: bool
    text: str = ""
    reason: str = ""


@dataclass(frozen=True)
class LayerText:
    """One layer as written. `name` is the region's name or the CBS code of the municipality; national has none."""

    layer: Layer
    name: str
    title: str
    valid_from: date
    rules: Mapping[str, Rule]


@lru_cache(maxsize=64)
def read_layer(text: str) -> LayerText:
    """The layer that this YAML describes, read once for one text; raises Unreadable with every problem there is."""
    tree = tree_of(text)
    problems = [*_head_problems(tree), *_rules_problems(tree)]
    if problems:
        raise Unreadable(sorted(problems, key=lambda problem: problem.line))
    rules = {code: _rule(code, said) for code, said in tree["rules"].items()}
    return LayerText(
        Layer(tree["layer"]), str(tree.get("name") or ""), str(tree["title"]), tree["valid_from"], rules
    )


def tree_of(text: str) -> CommentedMap:
    """The YAML as a tree that keeps its comments and its order; raises Unreadable."""
    if len(text) > LARGEST:
        raise Unreadable([Problem(1, f"het bestand is te groot; hoogstens {LARGEST} tekens")])
    try:
        _refuse_bombs(text)
        tree = writer().load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Unreadable([Problem((mark.line if mark else 0) + 1, _said(error))]) from None
    except (YAMLError, ValueError, RecursionError):
        raise Unreadable(
            [_impossible_day(text) or Problem(1, "dit is geen leesbare tekst in YAML")]
        ) from None
    if not isinstance(tree, CommentedMap):
        raise Unreadable([Problem(1, "dit is geen aanpak: layer, title, valid_from en rules ontbreken")])
    return tree


def _impossible_day(text: str) -> Problem | None:
    """The first thing written as a day that no calendar has: reading YAML stumbles over it without saying where."""
    for number, line in enumerate(text.splitlines(), start=1):
        for year, month, day in re.findall(r"\b(\d{4})-(\d\d)-(\d\d)\b", line):
            try:
                date(int(year), int(month), int(day))
            except ValueError:
                return Problem(number, f"{year}-{month}-{day} is geen datum")
    return None


def _refuse_bombs(text: str) -> None:
    """A copy of a copy of a copy …, or a box in a box in a box …, takes any memory and time; we need neither."""
    depth = 0
    for event in YAML().parse(text):
        line = event.start_mark.line + 1
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            raise Unreadable([Problem(line, "verwijzingen (& en *) mogen hier niet")])
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > DEEPEST:
            raise Unreadable([Problem(line, "hier staat te veel in elkaar")])


def writer() -> YAML:
    """Reads and writes YAML so that what was not changed stays as it was."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 110
    return yaml


def _said(error: MarkedYAMLError) -> str:
    if "duplicate key" in str(error.problem):
        return "deze regel staat er twee keer"
    return "dit is geen goede YAML; kijk naar inspringen, dubbele punten en aanhalingstekens"


def _line(tree: CommentedMap, key: Any) -> int:
    return int(tree.lc.key(key)[0]) + 1 if key in tree else int(tree.lc.line) + 1


def _head_problems(tree: CommentedMap) -> Iterator[Problem]:
    for key in set(tree) - HEAD:
        yield Problem(_line(tree, key), f"{key} kennen we niet; gebruik {', '.join(sorted(HEAD))}")
    layer = tree.get("layer")
    if layer not in Layer.values:
        yield Problem(
            _line(tree, "layer"), f"layer ontbreekt of klopt niet; kies uit {', '.join(Layer.values)}"
        )
    elif (layer == Layer.NATIONAL) == bool(tree.get("name")):
        yield Problem(
            _line(tree, "name"), "name hoort alleen bij een regio (de naam) of een gemeente (de CBS-code)"
        )
    if not isinstance(tree.get("title"), str) or not tree["title"].strip():
        yield Problem(_line(tree, "title"), "title ontbreekt")
    if not _is_date(tree.get("valid_from")):
        yield Problem(_line(tree, "valid_from"), "valid_from ontbreekt of is geen datum als 2026-01-31")


def _rules_problems(tree: CommentedMap) -> Iterator[Problem]:
    rules = tree.get("rules")
    if not isinstance(rules, CommentedMap):
        yield Problem(_line(tree, "rules"), "rules ontbreekt")
        return
    layer = tree.get("layer")
    for code, said in rules.items():
        if isinstance(said, CommentedMap):
            yield from _rule_problems(str(code), said, _line(rules, code), layer)
        else:
            yield Problem(_line(rules, code), f"bij {code} horen value, source, read_on en verified")
    missing = [setting for setting in SETTINGS if setting.required and setting.code not in rules]
    for setting in missing if layer == Layer.NATIONAL else ():
        yield Problem(_line(tree, "rules"), f"{setting.code} ({setting.title}) ontbreekt")


def _rule_problems(code: str, said: CommentedMap, line: int, layer: Any) -> Iterator[Problem]:
    setting = setting_of(code)
    if setting is None:
        yield Problem(line, f"{code} is geen instelling die we kennen")
        return
    for key in set(said) - SAID:
        yield Problem(_line(said, key), f"{key} kennen we niet; gebruik {', '.join(sorted(SAID))}")
    if layer in Layer.values and layer not in setting.layers:
        yield Problem(line, f"{code} ligt landelijk vast")
    try:
        if "value" not in said:
            raise Wrong("value ontbreekt")
        setting.kind.read(said["value"])
    except Wrong as wrong:
        yield Problem(_line(said, "value"), f"{code}: {wrong}")
    yield from _origin_problems(code, said, layer)


def _origin_problems(code: str, said: CommentedMap, layer: Any) -> Iterator[Problem]:
    if not _says(said, "source"):
        yield Problem(_line(said, "source"), f"{code}: source ontbreekt; waar staat dit?")
    if not _is_date(said.get("read_on")):
        yield Problem(_line(said, "read_on"), f"{code}: read_on ontbreekt of is geen datum als 2026-01-31")
    if not isinstance(said.get("verified"), bool):
        yield Problem(_line(said, "verified"), f"{code}: verified ontbreekt; schrijf true of false")
    yield from _words_problems(code, said, layer)


def _words_problems(code: str, said: CommentedMap, layer: Any) -> Iterator[Problem]:
    for key in ("text", "reason"):
        if key in said and not isinstance(said[key], str):
            yield Problem(_line(said, key), f"{code}: {key} is geen tekst")
    if layer in (Layer.REGIONAL, Layer.LOCAL) and not _says(said, "reason"):
        yield Problem(_line(said, "reason"), f"{code}: reason ontbreekt; waarom is het hier anders of extra?")
    if code.startswith(CRITERIA) and layer == Layer.NATIONAL and not _says(said, "text"):
        yield Problem(_line(said, "text"), f"{code}: text ontbreekt; welke vraag is dit?")
    if code.startswith(DEADLINES) and isinstance(said.get("value"), Mapping) and not _says(said, "text"):
        yield Problem(_line(said, "text"), f"{code}: text ontbreekt; waarom is deze termijn er?")


def _says(said: CommentedMap, key: str) -> bool:
    return isinstance(said.get(key), str) and bool(said[key].strip())


def _rule(code: str, said: CommentedMap) -> Rule:
    setting = setting_of(code)
    assert setting is not None
    return Rule(
        code=code,
        value=setting.kind.read(said["value"]),
        source=said["source"].strip(),
        read_on=said["read_on"],
        verified=said["verified"],
        text=str(said.get("text") or "").strip(),
        reason=str(said.get("reason") or "").strip(),
    )


def _is_date(value: Any) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)
