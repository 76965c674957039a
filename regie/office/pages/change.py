"""Changing one setting: what it is now, and whose rule that is."""

from dataclasses import dataclass

from django.urls import reverse

from regie.accounts.models import Municipality
from regie.approach.rules import Holding
from regie.office.pages.approach import IN_THE_PROFILE
from regie.ui.parts import Crumb, Item


@dataclass(frozen=True)
class ChangePage:
    """One rule as it holds now."""

    title: str
    crumbs: tuple[Crumb, ...]
    now: tuple[Item, ...]
    cancel_url: str


def change_page(holding: Holding, place: Municipality) -> ChangePage:
    """The rule that is about to become something else; no query."""
    back = f"{reverse('office:approach')}?gemeente={place.cbs_code}"
    return ChangePage(
        title=holding.title,
        crumbs=(Crumb("Aanpak", back), Crumb(holding.title)),
        now=(
            Item("Nu in uw gemeente", holding.words),
            Item("Wiens regel", holding.layer.label),
            Item("Landelijk profiel", holding.national_words or "Zegt hier niets over"),
            Item("Waarom", holding.why or IN_THE_PROFILE),
        ),
        cancel_url=back,
    )
