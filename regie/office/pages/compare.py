"""Two editions side by side."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from regie.approach.models import Edition
from regie.approach.queries import layer_of
from regie.approach.rules import Rule, setting_of
from regie.office.forms.asking import called
from regie.ui.parts import Cell, Crumb

NOTHING = "Zegt hier niets over"


@dataclass(frozen=True)
class ComparePage:
    """What the one says beside what the other says; empty until two were chosen."""

    crumbs: tuple[Crumb, ...]
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()


def compare_page(left: Edition | None, right: Edition | None, *, known: Iterable[Edition]) -> ComparePage:
    """Every rule that either edition lays down; no query. A question may be asked in another edition (`known`)."""
    crumbs = (Crumb("Aanpak", reverse("office:approach")), Crumb("Uitgaven vergelijken"))
    if left is None or right is None:
        return ComparePage(crumbs)
    one, other = layer_of(left).rules, layer_of(right).rules
    codes = [*one, *(code for code in other if code not in one)]
    return ComparePage(
        crumbs,
        columns=("Regel", called(left), called(right), "Verschil"),
        rows=tuple(_row(_title(code, known), one.get(code), other.get(code)) for code in codes),
    )


def _title(code: str, known: Iterable[Edition]) -> str:
    setting = setting_of(code)
    rules = (layer_of(edition).rules.get(code) for edition in known)
    asked = next((rule.text for rule in rules if rule and rule.text), code)
    return setting.title if setting and setting.title else asked


def _row(title: str, one: Rule | None, other: Rule | None) -> tuple[Cell, ...]:
    same = one is not None and other is not None and one.value == other.value
    return (
        Cell(title),
        Cell(_words(one), more=one.reason if one else ""),
        Cell(_words(other), more=other.reason if other else ""),
        Cell("Gelijk" if same else "Anders"),
    )


def _words(rule: Rule | None) -> str:
    setting = setting_of(rule.code) if rule else None
    return setting.kind.words(rule.value) if rule and setting else NOTHING
