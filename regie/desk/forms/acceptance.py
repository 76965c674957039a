"""Taking a young person on."""

from typing import Any

from django import forms

from regie.trajectories.queries import Duration
from regie.trajectories.rules import lasting
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm
from regie.ui.words import written


class AcceptanceForm(VerbForm):
    """Until when the guidance is planned: as long as the approach says, or longer."""

    planned_end = DateField(label="Begeleiding loopt minstens tot", widget=forms.TextInput)

    def __init__(self, *args: Any, duration: Duration, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[
            "planned_end"
        ].help_text = (
            f"Minstens {lasting(duration.shortest)}: tot {written(duration.earliest)}. Langer mag ook."
        )
