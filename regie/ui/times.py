"""How Regie reads a time of day."""

import re
from typing import Any

from django import forms

HOURS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
HALF_PAST = re.compile(rf"half:({'|'.join(HOURS)})")


class TimeField(forms.TimeField):
    """A time of day as people type it: 9.30, 09:30, 9u30, 930, 9.30 uur or 9 uur."""

    default_error_messages = {
        "invalid": "Dit is geen tijd. Vul uren en minuten in, bijvoorbeeld 9.30.",
        "midnight": "24.00 uur is 0.00 uur van de volgende dag. Vul die dag in, met 0.00.",
    }
    input_formats = ["%H:%M", "%H"]

    def to_python(self, value: Any) -> Any:
        """Read points, spaces and the letter u between hours and minutes as a colon."""
        typed = _clock(value) if isinstance(value, str) else value
        if typed in ("24", "24:00"):
            raise forms.ValidationError(self.error_messages["midnight"])
        if isinstance(typed, str) and (half := HALF_PAST.fullmatch(typed)):
            hour = HOURS.index(half[1])
            said = f"‘half {half[1]}’ kan op twee tijden zijn: {hour}.30 of {(hour + 12) % 24}.30 uur. Vul in welke."
            raise forms.ValidationError(said)
        return super().to_python(typed)


def _clock(text: str) -> str:
    typed = re.sub(r"\s*(uur|u)$", "", text.strip().lower())
    parts = [part for part in re.split(r"[\s.:u]+", typed) if part]
    return re.sub(r"^(\d{1,2})(\d{2})$", r"\1:\2", ":".join(parts))
