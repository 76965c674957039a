"""Who is involved with him: since, until, as what, in which life domains, on which ground and for what."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.timezone import localdate

from regie.approach.queries import Approaches
from regie.approach.rules import Approach
from regie.desk.forms.told import ToldForm
from regie.partners.models import Organisation, Professional
from regie.trajectories.models import Involvement
from regie.trajectories.rules import (
    ANOTHER,
    LONGEST_ENDING,
    LONGEST_PURPOSE,
    LONGEST_ROLE,
    LONGEST_SCOPE,
    InvolvementAccount,
    grounds_to_involve,
    with_employer,
)
from regie.ui.forms import Choice, ChoiceCards, DateField, WordsField
from regie.ui.verb_form import VerbForm
from regie.ui.words import listed

ENDING = ("ended_on", "why_ended")


def _of_map(label: str, nobody: Any) -> Any:
    return forms.ModelChoiceField(
        label=label,
        queryset=nobody,
        required=False,
        to_field_name="ref",
        empty_label="Niet gekozen",
    )


class InvolvementForm(ToldForm):
    """All of it; `shown` is which preview was looked at, so that nobody is involved unseen."""

    read_by_him = ("purpose", "scope")
    folded, folded_title = ("another",), "Is het familie?"
    asked_when: Mapping[str, str] = {
        "organisation": "nodig als u geen professional koos",
        "domains": "minstens één",
        "professional": "nodig als u geen organisatie koos",
        "scope": "alleen nodig als hij erom vroeg of toestemming gaf",
    }

    organisation = _of_map("Welke organisatie?", Organisation.objects.none())
    professional = _of_map("Welke professional?", Professional.objects.none())
    role = WordsField(
        label="Wat doet hij voor de jongere?",
        longest=LONGEST_ROLE,
        lines=1,
        help_text="Kort. Bijvoorbeeld: schuldhulpverlener.",
    )
    domains = forms.MultipleChoiceField(
        label="In welke leefgebieden?",
        required=False,  # the rule says it better
        widget=forms.CheckboxSelectMultiple,
        help_text="Niet meer dan hij nodig heeft. Van andere leefgebieden hoort hij niets.",
    )
    ground = forms.ChoiceField(label="Op welke grond?", widget=ChoiceCards)
    scope = WordsField(
        label="Wat vroeg hij, of waarmee stemde hij in?",
        required=False,
        longest=LONGEST_SCOPE,
        lines=2,
        help_text="Hij mag dit altijd intrekken. Dan eindigt dit meteen.",
    )
    purpose = WordsField(
        label="Waarvoor?",
        longest=LONGEST_PURPOSE,
        lines=2,
        help_text=(
            "Bijvoorbeeld: zodat zijn schulden niet groeien. Beoordeelt de functionaris gegevensbescherming nog? "
            "Schrijf dan op wat u vraagt, zonder zijn naam."
        ),
    )
    lead = forms.BooleanField(
        label="Heeft de leiding bij de partners",
        required=False,
        help_text="Eén tegelijk. Had een ander de leiding? Dan heeft die haar niet meer.",
    )
    happened_on = DateField(label="Sinds wanneer?", widget=forms.TextInput)
    until = DateField(
        label="Tot en met wanneer?", widget=forms.TextInput, help_text="Daarna eindigt het vanzelf."
    )
    another = forms.BooleanField(
        label="Dit is een ander dan wie in zijn omgeving staat",
        required=False,
        help_text="Alleen als iemand om hem heen dezelfde naam of hetzelfde nummer heeft.",
    )
    ended_on = DateField(label="Eerder geëindigd op", required=False, widget=forms.TextInput)
    why_ended = WordsField(label="Waarom stopte het?", required=False, longest=LONGEST_ENDING, lines=2)
    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, approach: Approach, organisations: Any, professionals: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["organisation"].queryset, fields["professional"].queryset = organisations, professionals
        fields["domains"].choices = [(one.code, one.title) for one in approach.life_domains]
        fields["domains"].error_messages["required"] = "Kies minstens één leefgebied."
        fields["ground"].choices = [
            (one.code, Choice(one.title, tuple(filter(None, (one.text, one.article)))))
            for one in grounds_to_involve(approach)
        ]
        if isinstance(self.fact, Involvement):
            self._with_what_left(self.fact, "domains", set(self.fact.domains), "life_domains")
            self._with_what_left(self.fact, "ground", {self.fact.ground}, "grounds")
        if not getattr(self.fact, "ended_on", None):
            for name in ENDING:
                del self.fields[name]

    def _with_what_left(self, told: Involvement, name: str, codes: set[str], of: str) -> None:
        """What was told and left the approach since: of what is over it can still be chosen, else that is said."""
        field: Any = self.fields[name]
        gone = sorted(codes - {code for code, _ in field.choices})
        if not gone:
            return
        approaches = Approaches.of(self.trajectory.municipality, until=self.on)
        then = approaches.entries(of, told.happened_on, localdate(told.recorded_at))
        titles = {code: then[code].title if code in then else code for code in gone}
        if told.is_over(self.on):
            field.choices = [*field.choices, *((code, Choice(titles[code], ())) for code in gone)]
        else:
            field.help_text = f"{listed(list(titles.values()))}: dit staat niet meer in de aanpak. {ANOTHER}"
            field.error_messages["required"] = field.help_text

    @property
    def account(self) -> InvolvementAccount:
        """What was told, as typed."""
        known = InvolvementAccount.__dataclass_fields__
        told = {name: value for name, value in self.cleaned_data.items() if name in known}
        return with_employer(InvolvementAccount(**told))

    def looked_at(self, shown: str) -> bool:
        """Whether he looked at just this before."""
        return bool(self.cleaned_data["shown"] == shown)

    def to_send_again(self) -> list[Any]:
        """What was typed, to be sent along with the preview."""
        return [self[name].as_hidden() for name in self.fields if name != "shown"]

    @classmethod
    def again(cls, fact: Any) -> dict[str, Any]:
        """What stands in the form of one that is told better; who it is by the address of the map."""
        named = {name: getattr(fact, name) for name in ("organisation", "professional")}
        return super().again(fact) | {name: one.ref if one else None for name, one in named.items()}


class InvolvementEndForm(VerbForm):
    """The day from which he is involved no more, and why."""

    read_by_him = ("why_ended",)

    ended_on = DateField(label="Vanaf welke dag niet meer?", widget=forms.TextInput)
    why_ended = WordsField(
        label="Waarom stopt het?",
        longest=LONGEST_ENDING,
        lines=2,
        help_text="Bijvoorbeeld: hij trekt zijn toestemming in.",
    )
