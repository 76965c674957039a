"""Looking at every account: one answer for each."""

from collections.abc import Sequence
from typing import Any

from django import forms

from regie.accounts.enums import ReviewOutcome
from regie.accounts.models import User
from regie.accounts.queries import Colleague
from regie.office.pages.reviewing import PartnerAccount
from regie.ui.verb_form import VerbForm
from regie.ui.words import moment

ANSWERS = [(one.value, one.label) for one in ReviewOutcome if one is not ReviewOutcome.OWN]
OF_PARTNERS = [
    (ReviewOutcome.KEPT.value, ReviewOutcome.KEPT.label),
    (ReviewOutcome.ENDED.value, "Niet meer nodig: het account eindigt vandaag"),
]


class ReviewForm(VerbForm):
    """A question for every account but one's own, named by its key; nothing is chosen beforehand."""

    def __init__(
        self, *args: Any, colleagues: Sequence[Colleague], partners: Sequence[PartnerAccount], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for colleague in colleagues:
            roles = ", ".join(grant.get_role_display() for grant in colleague.grants)
            self._ask(colleague.user, colleague.user.name, ANSWERS, f"{roles}. {_came(colleague.user)}")
        for one in partners:
            self._ask(one.user, one.named, OF_PARTNERS, f"{one.since} {_came(one.user)} {one.stands}")

    def _ask(self, user: User, label: str, answers: list[tuple[str, str]], known: str) -> None:
        """`known` is in words of ours only: a description is shown as it is."""
        self.fields[str(user.pk)] = forms.ChoiceField(
            label=label,
            choices=answers,
            widget=forms.RadioSelect,
            help_text=known,
            error_messages={"required": "Kies een antwoord."},
        )

    @property
    def outcomes(self) -> dict[int, ReviewOutcome]:
        """What was chosen for each account."""
        typed = self.cleaned_data
        return {int(name): ReviewOutcome(typed[name]) for name in self.fields if name.isdecimal()}


def _came(user: User) -> str:
    seen = user.last_login
    came = f"Laatst ingelogd: {moment(seen)}." if seen else "Nog nooit ingelogd."
    return f"{came}{'' if user.is_active else ' Het account staat uit.'}"
