"""Looking at every account: one answer for each."""

from collections.abc import Sequence
from typing import Any

from django import forms

from regie.accounts.enums import ReviewOutcome
from regie.accounts.queries import Colleague
from regie.ui.verb_form import VerbForm
from regie.ui.words import moment

ANSWERS = [outcome for outcome in ReviewOutcome if outcome is not ReviewOutcome.OWN]


class ReviewForm(VerbForm):
    """A question for every account but one's own, named by its key; nothing is chosen beforehand."""

    def __init__(self, *args: Any, colleagues: Sequence[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for colleague in colleagues:
            self.fields[str(colleague.user.pk)] = forms.ChoiceField(
                label=colleague.user.name,
                choices=[(outcome.value, outcome.label) for outcome in ANSWERS],
                widget=forms.RadioSelect,
                help_text=_known(colleague),
                error_messages={"required": "Kies een antwoord."},
            )

    @property
    def outcomes(self) -> dict[int, ReviewOutcome]:
        """What was chosen for each account."""
        typed = self.cleaned_data
        return {int(name): ReviewOutcome(typed[name]) for name in self.fields if name.isdecimal()}


def _known(colleague: Colleague) -> str:
    """Words of ours only: a description is shown as it is."""
    roles = ", ".join(grant.get_role_display() for grant in colleague.grants)
    seen = colleague.user.last_login
    came = f"Laatst ingelogd: {moment(seen)}." if seen else "Nog nooit ingelogd."
    return f"{roles}. {came}{'' if colleague.user.is_active else ' Het account staat uit.'}"
