"""Who guides whom: assigning one or many, and planning how many."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django import forms

from regie.accounts.models import User
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm


@dataclass(frozen=True)
class Ticked:
    """A young person who was ticked, and the key of the assignment that stood then; None for nobody."""

    person_ref: uuid.UUID
    seen: int | None

    @classmethod
    def read(cls, value: str) -> "Ticked":
        """What a tick box sent; raises ValueError."""
        ref, _, seen = value.partition(".")
        return cls(uuid.UUID(ref), int(seen) or None)


class PeopleField(forms.MultipleChoiceField):
    """Tick boxes of young people; a tick from an older page is read too, so that the verb can say what changed."""

    def valid_value(self, value: str) -> bool:
        try:
            Ticked.read(value)
        except ValueError:
            return False
        return True


class AssigningForm(VerbForm):
    """These young people go to this officer, from this day on."""

    people = PeopleField(label="Jongeren", error_messages={"required": "Kies minstens één jongere."})
    officer = forms.TypedChoiceField(label="Naar welke officier?", coerce=int)
    since = DateField(label="Vanaf welke dag?", widget=forms.TextInput)

    def __init__(
        self, *args: Any, people: list[tuple[str, str]], officers: Collection[User], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["people"]
        chosen.choices = people
        chosen.error_messages["required"] = "Kies minstens één jongere."
        chosen.error_messages["invalid_choice"] = "Deze keuze kennen we niet. Kies opnieuw."
        offered: Any = self.fields["officer"]
        offered.choices = [("", "Kies een officier"), *((one.pk, one.name) for one in officers)]
        offered.error_messages["invalid_choice"] = "Deze collega is hier geen officier. Kies een ander."

    @property
    def ticked(self) -> list[Ticked]:
        """Who was ticked."""
        return [Ticked.read(value) for value in self.cleaned_data["people"]]

    @property
    def chosen(self) -> frozenset[str]:
        """Whose box was ticked, whatever stood behind it, to keep it when something is wrong."""
        return frozenset(value.partition(".")[0] for value in self["people"].data or ())


class PostField(forms.ChoiceField):
    """An officer where he works; what an older page offered is read too, so that the verb can say what changed."""

    def valid_value(self, value: str) -> bool:
        return [part.isdecimal() for part in str(value).split(".")] == [True, True]


class CaseloadForm(VerbForm):
    """How many young people one officer is meant to guide."""

    post = PostField(label="Officier")
    number = forms.IntegerField(
        label="Hoeveel jongeren?", widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )

    def __init__(self, *args: Any, posts: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered: Any = self.fields["post"]
        offered.choices = [("", "Kies een officier"), *posts]
        self.fields["number"].error_messages["invalid"] = "Vul een heel getal in."

    @property
    def chosen(self) -> tuple[int, int | None]:
        """The key of the post that was chosen, and of what was planned for it when this page was made."""
        post, _, seen = self.cleaned_data["post"].partition(".")
        return int(post), int(seen) or None
