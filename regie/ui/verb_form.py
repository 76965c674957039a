"""A form behind which stands one verb."""

import uuid
from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

from django import forms
from django.http import QueryDict

from regie.base.errors import DomainError
from regie.base.facts import CORRECTED_MEANWHILE
from regie.ui.parts import Item

T = TypeVar("T")


class Sent(Protocol):
    """A request as a form needs it: how it came, what it sent, and what he had typed before his session ended."""

    @property
    def method(self) -> str | None: ...

    @property
    def POST(self) -> QueryDict: ...  # noqa: N802 - as Django calls it

    @property
    def typed(self) -> QueryDict | None: ...


class VerbForm(forms.Form):
    """Knows which sending it is (`submission`) and of which version (`seen`).

    What the verb refuses, it puts beside the right field.
    """

    # A brief form leaves away "(niet verplicht)" and the example of a date; its page says once what may stay empty.
    brief = False
    # Of a field that is asked in some answers only: when, in a few words; without them it is "(niet verplicht)".
    asked_when: Mapping[str, str] = {}
    # What is seldom told: names of fields that stand folded away, and what stands on the fold.
    folded: tuple[str, ...] = ()
    folded_title = ""
    # The fields that the young person reads himself: beside them stands how easily they read.
    read_by_him: tuple[str, ...] = ()

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)

    def __init__(self, *args: Any, version: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = version
        self.beside: dict[str, Item] = {}  # by field, what somebody else made of it meanwhile
        self.fields["seen"].initial = version
        for field in self.fields.values():
            choice = isinstance(field, forms.ChoiceField)
            field.error_messages["required"] = "Kies een antwoord." if choice else "Vul dit in."

    @classmethod
    def of(cls, request: Sent, *, initial: dict[str, Any] | None = None, **kwargs: Any) -> Any:
        """The form as it was sent, or an empty one; with what was typed before the session ended, if anything."""
        sent = request.POST if request.method == "POST" else None
        return cls(data=sent, initial=(initial or {}) | _typed(request.typed), **kwargs)

    def ask_which(self, name: str, rows: Any) -> None:
        """Lets him choose one of these rows (a query) in the field; who has one only is not asked."""
        field: Any = self.fields[name]
        field.queryset = rows
        if len(rows) == 1:
            field.initial, field.widget = rows[0].pk, forms.HiddenInput()

    @property
    def unfolded(self) -> bool:
        """Whether something in the fold was told, or is refused: then it is open."""
        return any(self[name].errors or self[name].value() for name in self.folded)

    def clean_seen(self) -> int | None:
        """Holds the form to the version it was made from: who saw an older one may not write over a newer one."""
        seen: int | None = self.cleaned_data["seen"]
        if seen is not None and seen != self.version:
            self.add_error(None, CORRECTED_MEANWHILE)
        return seen

    def attempt(self, verb: Callable[[], T]) -> T | None:
        """What the verb made, or None: then nothing was sent yet, or the form says why not."""
        if not self.is_valid():
            return None
        try:
            return verb()
        except DomainError as error:
            self.add_error(error.field if error.field in self.fields else None, error.sentence)
            return None


def _typed(query: QueryDict | None) -> dict[str, Any]:
    """Of what can be ticked more than once, all that was ticked."""
    lists = query.lists() if query else ()
    return {name: values if len(values) > 1 else values[-1] for name, values in lists if values}
