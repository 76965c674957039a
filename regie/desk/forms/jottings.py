"""What is typed on a telephone without a network, and what it sends of that later: sealed notes."""

import base64
import json
import uuid
from typing import Any

from django import forms

from regie.base.errors import NotValid
from regie.contacts.actions import Envelope
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.rules import LONGEST_ABOUT, LONGEST_JOTTING

MOST = 100  # at one time
NOT_UNDERSTOOD = "Deze notities zijn niet goed aangekomen. Ze staan nog op het toestel."


class JottingForm(forms.Form):
    """What is asked on the telephone; it is never sent as it stands: a script seals it."""

    brief = True

    words = forms.CharField(
        label="Wat wilt u onthouden?",
        help_text="Schrijf het zo op dat de jongere het zelf mag lezen.",
        max_length=LONGEST_JOTTING,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    about = forms.CharField(
        label="Over wie?",
        required=False,
        help_text="Alleen zijn voornaam is genoeg.",
        max_length=LONGEST_ABOUT,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    outcome = forms.ChoiceField(
        label="Is het gelukt?", required=False, choices=Outcome.choices, widget=forms.RadioSelect
    )
    kind = forms.ChoiceField(
        label="Hoe?", required=False, choices=ContactKind.choices, widget=forms.RadioSelect
    )
    told = forms.CharField(
        label="Wanneer?",
        required=False,
        help_text="Volgens de klok van dit toestel.",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
    )


def read_envelopes(body: bytes) -> list[Envelope]:
    """Every sealed note in it. Raises NotValid for anything else: then nothing of it is kept."""
    try:
        sent: list[Any] = json.loads(body)["notes"]
        if not isinstance(sent, list) or len(sent) > MOST:
            raise NotValid(NOT_UNDERSTOOD)
        return [_envelope(one) for one in sent]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise NotValid(NOT_UNDERSTOOD) from None


def _envelope(one: dict[str, Any]) -> Envelope:
    sealed = base64.b64decode(one["sealed"], validate=True)
    return Envelope(uuid.UUID(one["ref"]), int(one["key"]), sealed)
