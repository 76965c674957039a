"""What else is decided on a referral: regular aftercare, waiting, or an exception by two people."""

from collections.abc import Mapping

from django import forms

from regie.trajectories.actions import Redirecting
from regie.trajectories.enums import Knew
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm


class RedirectionForm(VerbForm):
    """Why regular aftercare, and the letters as they are sent."""

    read_by_him = ("his_letter",)

    asked_when: Mapping[str, str] = {"his_letter": "nodig als hij ervan weet"}

    why = forms.CharField(label="Waarom past reguliere nazorg?", widget=forms.Textarea(attrs={"rows": 3}))
    knew = forms.ChoiceField(
        label="Weet de jongere van deze aanmelding?",
        choices=Knew.choices,
        widget=forms.RadioSelect,
        help_text="Alleen als hij ervan weet, krijgt hij een brief.",
    )
    referrer_letter = forms.CharField(
        label="Brief aan wie aanmeldde",
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Schrijf niet meer over hem dan nodig is.",
    )
    his_letter = forms.CharField(
        label="Brief aan de jongere", required=False, widget=forms.Textarea(attrs={"rows": 16})
    )

    @property
    def redirecting(self) -> Redirecting:
        """What was filled in."""
        typed = self.cleaned_data
        return Redirecting(typed["why"], Knew(typed["knew"]), typed["referrer_letter"], typed["his_letter"])


class DeferralForm(VerbForm):
    """Until when the decision waits, and why."""

    until = DateField(label="Tot wanneer wacht u?", widget=forms.TextInput)
    why = forms.CharField(label="Waarop wacht u?", widget=forms.Textarea(attrs={"rows": 3}))


class ExceptionForm(VerbForm):
    """Why this criterion should not count for him."""

    reason = forms.CharField(
        label="Waarom moet dit voor hem niet gelden?", widget=forms.Textarea(attrs={"rows": 4})
    )


class ExceptionAnswerForm(VerbForm):
    """What the second person says."""

    asked_when: Mapping[str, str] = {"words": "nodig bij ‘Nee’"}

    agreed = forms.ChoiceField(
        label="Bent u het eens met deze uitzondering?",
        choices=[("yes", "Ja"), ("no", "Nee")],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label="Toelichting",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
