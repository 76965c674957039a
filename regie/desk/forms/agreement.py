"""What was agreed: a text box for whoever promises something, a line for each promise."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from django import forms

from regie.desk.forms.told import ToldForm
from regie.plans.enums import Consent, Presence, PromisedBy, Retold
from regie.plans.models import Agreement
from regie.plans.queries import agreements_of
from regie.plans.rules import AgreementAccount, Promised
from regie.ui.forms import DateField

T = TypeVar("T")
BOX = {"rows": 5}
NAMED = re.compile(r"([^:]+):(?!\d)\s*(.*)")  # "om 10:30" names nobody


def _promises(label: str, help_text: str) -> Any:
    return forms.CharField(label=label, help_text=help_text, required=False, widget=forms.Textarea(attrs=BOX))


class AgreementForm(ToldForm):
    """Begins with the promises that hold now; knows after which agreement it comes (`follows`)."""

    read_by_him = ("young_person", "officer", "someone_else")

    asked_when: Mapping[str, str] = {"retold_words": "nodig als hij het vertelde"}

    young_person = _promises(
        "Wat belooft hij?", "Eén belofte op een regel. Bijvoorbeeld: Ik bel maandag naar school."
    )
    officer = _promises("Wat belooft u?", "Eén belofte op een regel.")
    someone_else = _promises(
        "Wat belooft iemand anders?",
        "Eén belofte op een regel, met de naam ervoor. Bijvoorbeeld: Moeder: rijdt hem naar de kliniek.",
    )
    happened_on = DateField(label="Wanneer spraken jullie dit af?", widget=forms.TextInput)
    presence = forms.ChoiceField(label="Was hij erbij?", choices=Presence.choices, widget=forms.RadioSelect)
    consent = forms.ChoiceField(
        label="Wat vindt hij ervan?", choices=Consent.choices, widget=forms.RadioSelect
    )
    answer = forms.CharField(
        label="Wat zegt hij daarbij?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="In zijn eigen woorden. Kon hij geen antwoord geven? Schrijf op waarom.",
    )
    retold = forms.ChoiceField(
        label="Vertelde hij in zijn eigen woorden wat jullie afspraken?",
        choices=Retold.choices,
        widget=forms.RadioSelect,
        initial=Retold.NOT_ASKED,
        help_text="Vraag het zo: hoe zou je dit aan een vriend vertellen?",
    )
    retold_words = forms.CharField(
        label="Hoe zei hij het?", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    again_on = DateField(
        label="Wanneer kijken jullie hier weer samen naar?",
        required=False,
        widget=forms.TextInput,
        help_text="Spraken jullie geen dag af? Laat dit dan leeg.",
    )
    follows = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.fact is None and not self.is_bound:
            last = self._standing()
            self.initial = {**_boxes(last), "follows": last.pk if last else None, **self.initial}

    def attempt(self, verb: Callable[[], T]) -> T | None:
        """As any form; who was told that others were agreed meanwhile, may now choose his own."""
        made = super().attempt(verb)
        if made is None and self.fact is None and self.is_bound and self.non_field_errors():
            last = self._standing()
            typed = {name: self.data[name] for name in self.data}
            self.data = {**typed, "follows": last.pk if last else ""}
        return made

    @property
    def account(self) -> AgreementAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        return AgreementAccount(
            typed["happened_on"],
            tuple(one for who in PromisedBy for one in _promised(who, typed[who])),
            Consent(typed["consent"]),
            Presence(typed["presence"]),
            typed["answer"],
            Retold(typed["retold"]),
            typed["retold_words"],
            typed["again_on"],
        )

    @property
    def about(self) -> dict[str, Any]:
        """After which one it comes."""
        return {"follows_id": self.cleaned_data["follows"]}

    @classmethod
    def again(cls, fact: Agreement) -> dict[str, Any]:
        """What stands in the form of one that is told better."""
        return super().again(fact) | _boxes(fact)

    def _standing(self) -> Agreement | None:
        return next(iter(agreements_of(self.trajectory)), None)


class ComparingForm(forms.Form):
    """Two of the agreements with him; sent as an address."""

    van = forms.ChoiceField(label="Van")
    met = forms.ChoiceField(label="Met")

    def __init__(self, *args: Any, choices: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = list(choices)
        for field in self.fields.values():
            field.error_messages |= {
                "required": "Kies een dag.",
                "invalid_choice": "Kies een dag van de lijst.",
            }
            chosen: Any = field
            chosen.choices = named


def _promised(who: PromisedBy, typed: str) -> Iterator[Promised]:
    """A promise for each line that says something; of somebody else his name stands before the colon."""
    for line in filter(None, (line.strip() for line in typed.splitlines())):
        named = NAMED.fullmatch(line) if who is PromisedBy.SOMEONE_ELSE else None
        yield Promised(who, named[1].strip(), named[2]) if named else Promised(who, "", line)


def _boxes(agreement: Agreement | None) -> dict[str, str]:
    """The promises of an agreement as they stand in the boxes."""
    lines: dict[str, list[str]] = {who: [] for who in PromisedBy}
    for one in agreement.promises if agreement else ():
        lines[one.who].append(f"{one.name}: {one.words}" if one.name else one.words)
    return {who: "\n".join(of_one) for who, of_one in lines.items()}
