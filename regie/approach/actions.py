"""Loads a layer of the approach from its file, and changes one local setting from a day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO
from typing import Any

from django.db import transaction
from ruamel.yaml.comments import CommentedMap

from regie.accounts.enums import Permission
from regie.accounts.models import Municipality, Region
from regie.accounts.rules import check_may
from regie.approach.enums import Layer
from regie.approach.models import Edition
from regie.approach.queries import editions_in_force, holdings_of, layer_of
from regie.approach.rules import (
    CRITERIA,
    PHASES,
    DeadlineRule,
    LayerText,
    Problem,
    Rule,
    Unreadable,
    Wrong,
    read_layer,
    setting_of,
    tree_of,
    writer,
)
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow, NotValid
from regie.base.facts import CORRECTED_MEANWHILE
from regie.privacy.actions import journal
from regie.privacy.enums import Verb

NONE_YET = 0
NATION = "NL"  # the chain of the journal for what belongs to no municipality


@dataclass(frozen=True)
class Change:
    """One local setting that becomes something else: `value` as it is written, None takes the local rule away."""

    code: str
    value: Any
    reason: str
    valid_from: date


def load(text: str, *, filename: str, by: Actor, at: datetime) -> Edition:
    """Stores a layer as written; the very same text again is the edition that is there.

    Raises NotValid with every problem as "file, line: reason"; then nothing is stored.
    """
    try:
        layer = read_layer(text)
        place = _place_of(layer, text)
        national = _national()
        _check_questions(layer, text, national)
        _check_phases(layer, text, national)
    except Unreadable as unreadable:
        raise NotValid(_told(filename, unreadable.problems)) from None
    with transaction.atomic():
        of_layer = Edition.objects.of(layer.layer, **place)
        last = of_layer.latest_to_begin()
        if last is not None and last.text == text:
            return last
        return _store(Verb.APPROACH_LOADED, layer, text, place, [], by=by, at=at)


def change(
    *, municipality: Municipality, change: Change, seen: int | None = None, by: Actor, at: datetime
) -> Edition:
    """Makes the next edition of the local layer, in which one setting is otherwise from a day on.

    `seen` is the edition the change was made from, NONE_YET when there was none. Raises NotAllowed, NotValid beside
    the field (also before a change that is planned already), or NotNow when somebody else changed the layer meanwhile.
    """
    check_may(by, Permission.CHANGE_APPROACH, municipality.pk)
    _check_change(change, on=day(at))
    with transaction.atomic():
        # Two managers at once: the second waits here and then finds the edition of the first.
        Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)
        last = Edition.objects.of(Layer.LOCAL, municipality=municipality).latest_to_begin()
        if seen is not None and seen != (last.pk if last else NONE_YET):
            raise NotNow(CORRECTED_MEANWHILE)
        if last is not None and last.valid_from > change.valid_from:
            raise NotValid(
                f"Er staat al een wijziging klaar vanaf {last.valid_from:%d-%m-%Y}. Kies die dag of een dag erna.",
                field="valid_from",
            )
        _check_criterion(change.code, municipality, on=change.valid_from)
        text = _rewritten(last.text if last else _empty(municipality, change), change, on=day(at))
        layer = read_layer(text)
        place = {"municipality": municipality}
        return _store(
            Verb.APPROACH_CHANGED, layer, text, place, [change.code], reason=change.reason, by=by, at=at
        )


def _store(
    verb: Verb,
    layer: LayerText,
    text: str,
    place: dict[str, Any],
    fields: list[str],
    *,
    reason: str = "",
    by: Actor,
    at: datetime,
) -> Edition:
    edition = Edition.objects.create(
        layer=layer.layer,
        valid_from=layer.valid_from,
        text=text,
        reason=reason,
        **place,
        **Edition.stamp(by=by, at=at),
    )
    chain = place["municipality"].cbs_code if "municipality" in place else NATION
    journal(verb, chain=chain, subject=edition.ref, fields=fields or ["text"], by=by, at=at)
    return edition


def _place_of(layer: LayerText, text: str) -> dict[str, Any]:
    """The region or municipality that a layer names; raises Unreadable when we do not know it."""
    ways: dict[Layer, tuple[str, Callable[[str], Any]]] = {
        Layer.REGIONAL: ("region", lambda name: Region.objects.filter(name=name).first()),
        Layer.LOCAL: ("municipality", lambda name: Municipality.objects.filter(cbs_code=name).first()),
    }
    if layer.layer is Layer.NATIONAL:
        return {}
    kind, find = ways[layer.layer]
    found = find(layer.name)
    if found is None:
        raise Unreadable(
            [
                Problem(
                    int(tree_of(text).lc.key("name")[0]) + 1,
                    f"{layer.name} kennen we niet in deze installatie",
                )
            ]
        )
    return {kind: found}


def _national() -> Mapping[str, Rule]:
    """The rules of the national layer that was loaded last; empty before the first one."""
    last = Edition.objects.of(Layer.NATIONAL).latest_to_begin()
    return layer_of(last).rules if last else {}


def _check_questions(layer: LayerText, text: str, national: Mapping[str, Rule]) -> None:
    """Raises Unreadable for a criterion whose question neither this layer nor the national one says."""
    _refuse(
        text,
        {
            code: "text ontbreekt; welke vraag is dit?"
            for code, rule in layer.rules.items()
            if code.startswith(CRITERIA) and not rule.text and code not in national
        },
    )


def _check_phases(layer: LayerText, text: str, national: Mapping[str, Rule]) -> None:
    """Raises Unreadable for a term of a phase that no layer knows: it would never hold."""
    laid_down = [rules[PHASES].value for rules in (layer.rules, national) if PHASES in rules]
    known = {phase.code for phases in laid_down for phase in phases}
    terms = {code: rule.value for code, rule in layer.rules.items() if isinstance(rule.value, DeadlineRule)}
    _refuse(
        text,
        {
            code: f"de fase {unknown[0]} kennen we niet; kies uit {', '.join(sorted(known))}"
            for code, term in terms.items()
            if (unknown := [phase for phase in term.phases if phase not in known])
        },
    )


def _refuse(text: str, wrong: Mapping[str, str]) -> None:
    """Raises Unreadable with what is wrong by the code of its rule, each with its line."""
    if wrong:
        lines = tree_of(text)["rules"].lc
        raise Unreadable(
            [Problem(int(lines.key(code)[0]) + 1, f"{code}: {why}") for code, why in wrong.items()]
        )


def _told(filename: str, problems: list[Problem]) -> str:
    return "\n".join(f"{filename}, regel {problem.line}: {problem.reason}" for problem in problems)


def _check_change(change: Change, *, on: date) -> None:
    setting = setting_of(change.code)
    if setting is None or Layer.LOCAL not in setting.layers:
        raise NotValid("Deze instelling ligt landelijk vast.")
    if not change.reason.strip():
        raise NotValid("Schrijf op waarom. Dat lezen uw collega's later terug.", field="reason")
    if change.valid_from < on:
        raise NotValid("Kies vandaag of een latere dag. Wat eerder gold, verandert niet.", field="valid_from")
    if change.value is None:
        return
    try:
        setting.kind.read(change.value)
    except Wrong as wrong:
        raise NotValid(f"Dit kan niet: {wrong}.", field="value") from None


def _check_criterion(code: str, municipality: Municipality, *, on: date) -> None:
    """A screen changes how a criterion counts; a new question comes with a file, where it is written out."""
    if code.startswith(CRITERIA) and code not in holdings_of(editions_in_force(municipality, on=on)):
        raise NotValid("Dit criterium kennen we niet. Een nieuw criterium komt met een bestand.")


def _empty(municipality: Municipality, change: Change) -> str:
    return (
        f"layer: local\nname: {municipality.cbs_code}\ntitle: Lokale aanpak {municipality.name}\n"
        f"valid_from: {change.valid_from}\n\nrules: {{}}\n"
    )


def _rewritten(text: str, change: Change, *, on: date) -> str:
    """The same layer with one rule otherwise; comments, order and all other rules stay as they were."""
    tree = tree_of(text)
    tree["valid_from"] = change.valid_from
    rules = tree["rules"]
    if change.value is not None:
        _lay_down(rules, change, on=on)
    elif change.code in rules:
        del rules[change.code]
    else:
        raise NotNow("Deze instelling heeft geen lokale regel.")
    written = StringIO()
    writer().dump(tree, written)
    return written.getvalue()


def _lay_down(rules: CommentedMap, change: Change, *, on: date) -> None:
    """Writes one rule; in place, for the comments around it hang on its lines."""
    rules.fa.set_block_style()
    rule = rules.setdefault(change.code, CommentedMap())
    if not change.code.startswith(CRITERIA):
        rule.pop("text", None)  # it explained the former value; the text of a criterion is its question
    rule.update(
        {
            "value": change.value,
            "source": "besluit van de gemeente",
            "read_on": on,
            "verified": True,
            "reason": change.reason.strip(),
        }
    )
