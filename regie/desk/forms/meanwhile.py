"""Two told it better at once: what stands now, beside what the second one typed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django import forms

from regie.desk.forms.told import ToldForm
from regie.ui.parts import Item


@dataclass(frozen=True)
class BothTexts:
    """What the second one is shown: in each field what he typed, or what he left alone as it stands now.

    `beside` has for each field that the first one changed, or that would be changed, what stands now. `mine` says
    whether anything that he typed differs from that.
    """

    typed: dict[str, Any]
    beside: dict[str, Item] = field(default_factory=dict)
    mine: bool = False


def both_texts(
    sent: ToldForm, *, was: dict[str, Any] | None, stands: dict[str, Any], withdrawn: bool = False
) -> BothTexts:
    """Both, for a form that was sent; `was` is what he saw when he began, None when nobody knows that."""
    typed: dict[str, Any] = {}
    beside: dict[str, Item] = {}
    mine, there = False, "Ingetrokken. Er stond:" if withdrawn else "Nu staat er:"
    for one in sent.visible_fields():
        name, his = one.name, one.data
        now, before = stands.get(name), (was or {}).get(name)
        left_alone = was is not None and _same(one.field, his, before)
        typed[name] = now if left_alone else his
        if not left_alone and not _same(one.field, his, now):
            mine = True
            beside[name] = Item(there, shown(one.field, now))
        elif left_alone and not _same(one.field, now, before):
            beside[name] = Item("Dit is intussen veranderd. Eerst stond er:", shown(one.field, before))
    return BothTexts(typed, beside, mine)


def shown(asked: forms.Field, value: Any) -> str:
    """An answer in the words of its field."""
    if isinstance(asked, forms.BooleanField):
        return "Ja" if value else "Nee"
    chosen = value if isinstance(value, list | tuple | set | frozenset) else [value]
    if isinstance(asked, forms.ChoiceField):
        choices: Any = asked.choices
        words = dict(_flat(choices))
        chosen = [words.get(str(one), one) for one in chosen]
    return ", ".join(str(one) for one in chosen if one not in (None, "")) or "Niets ingevuld"


def _flat(choices: Iterable[Any]) -> Iterable[tuple[str, str]]:
    """Each choice, also of those that stand in a group."""
    for value, label in choices:
        inside = label if isinstance(label, list | tuple) else [(value, label)]
        yield from ((str(one), str(words)) for one, words in inside)


def _same(asked: forms.Field, one: Any, other: Any) -> bool:
    return bool(_read(asked, one) == _read(asked, other))


def _read(asked: forms.Field, value: Any) -> Any:
    """What the field makes of it, or what was typed when it makes nothing of that."""
    if isinstance(value, set | frozenset | tuple):
        value = sorted(str(one) for one in value)
    try:
        read = asked.to_python(value)
    except forms.ValidationError:
        return value
    return sorted(read) if isinstance(read, list) else read or ""
