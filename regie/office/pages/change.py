"""Changing one setting: what it is now, and whose rule that is."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.accounts.models import Municipality
from regie.approach.queries import Changeable
from regie.office.pages.approach import IN_THE_PROFILE
from regie.ui.parts import Crumb, Item
from regie.ui.words import written


@dataclass(frozen=True)
class ChangePage:
    """One rule as it holds: now, or from the day of the last change that is planned."""

    title: str
    when: str
    crumbs: tuple[Crumb, ...]
    now: tuple[Item, ...]
    cancel_url: str


def change_page(found: Changeable, place: Municipality, *, on: date) -> ChangePage:
    """The rule that is about to become something else, as it stands after what is planned already; no query."""
    holding, planned = found.holding, found.planned
    back = f"{reverse('office:approach')}?gemeente={place.cbs_code}"
    return ChangePage(
        title=holding.title,
        when=f"Zo wordt het vanaf {written(planned)}" if planned and planned > on else "Zo is het nu",
        crumbs=(Crumb("Aanpak", back), Crumb(holding.title)),
        now=(
            Item("In uw gemeente", holding.words),
            Item("Wiens regel", holding.layer.label),
            Item("Landelijk profiel", holding.national_words or "Zegt hier niets over"),
            Item("Waarom", holding.why or IN_THE_PROFILE),
        ),
        cancel_url=back,
    )
