"""How it goes in each life domain, by the eyes of one person; a row a domain, and each may stay empty."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from regie.approach.queries import Approaches
from regie.approach.rules import NOT_KNOWN, Approach, Entry
from regie.base.facts import Fact
from regie.desk.forms.told import ToldForm
from regie.plans.enums import Eye
from regie.plans.models import Row
from regie.plans.rules import LONGEST_TEXT, DomainReadingAccount
from regie.trajectories.models import Trajectory
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm

UNKNOWN, NOT_ASKED = (NOT_KNOWN, "Niet bekend"), ("", "Niet gevraagd")


def _words() -> forms.CharField:
    return forms.CharField(
        label="In eigen woorden",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Is het van hem? Schrijf het op zoals hij het zei.",
    )


class _Whose(forms.Form):
    """Who says it, and when."""

    asked_when: Mapping[str, str] = {"who": "alleen bij een partner of zijn netwerk"}

    eye = forms.ChoiceField(
        label="Wie zegt hoe het gaat?", choices=Eye.choices, widget=forms.RadioSelect, initial=Eye.HIMSELF
    )
    who = forms.CharField(
        label="Welke partner, of wie uit zijn netwerk?",
        required=False,
        max_length=LONGEST_TEXT["who"],
        help_text="Bijvoorbeeld: zijn begeleider bij de opvang, of zijn oma.",
    )
    happened_on = DateField(label="Op welke dag was dat?", widget=forms.TextInput)


class ReadingsForm(_Whose, VerbForm):
    """Of each domain of the approach how it goes, and in which words; not asked when it stays empty."""

    brief = True

    def __init__(self, *args: Any, approach: Approach, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.domains = approach.life_domains
        for domain in self.domains:
            self.fields[f"level_{domain.code}"] = forms.ChoiceField(
                label=domain.title,
                choices=[NOT_ASKED, *_choices(approach.reading_levels), UNKNOWN],
                required=False,
            )
            self.fields[f"words_{domain.code}"] = _words()
            self.fields[f"words_{domain.code}"].label = f"{domain.title}, in eigen woorden"
            self.fields[f"words_{domain.code}"].help_text = ""

    @property
    def rows(self) -> list[Row]:
        """What was told of each domain that was told of."""
        typed = self.cleaned_data
        return [
            Row(
                {"domain": one.code},
                DomainReadingAccount(
                    typed["happened_on"],
                    Eye(typed["eye"]),
                    typed[f"level_{one.code}"],
                    typed[f"words_{one.code}"],
                    typed["who"],
                ),
            )
            for one in self.domains
            if typed[f"level_{one.code}"] or typed[f"words_{one.code}"].strip()
        ]


class DomainReadingForm(_Whose, ToldForm):
    """One of them, told better: a level that the approach had that day can still be chosen."""

    level = forms.ChoiceField(label="Hoe gaat het?", widget=forms.RadioSelect)
    words = _words()

    def __init__(
        self, *args: Any, trajectory: Trajectory, on: date, fact: Fact | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, trajectory=trajectory, on=on, fact=fact, **kwargs)
        days = (on, fact.happened_on) if fact else (on,)
        levels = Approaches.of(trajectory.municipality, until=on).entries("reading_levels", *days)
        self.fields["level"].choices = [*_choices(levels.values()), UNKNOWN]  # type: ignore[attr-defined]

    @property
    def account(self) -> DomainReadingAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        whose = typed["happened_on"], Eye(typed["eye"])
        return DomainReadingAccount(*whose, typed["level"], typed["words"], typed["who"])


def _choices(levels: Any) -> list[tuple[str, str]]:
    entries: list[Entry] = list(levels)
    return [(one.code, one.title) for one in entries]
