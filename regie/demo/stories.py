"""What the young people of the demo want, and what is done for that: three stories, each told in their own words."""

from dataclasses import dataclass
from decimal import Decimal

from regie.plans.enums import DebtKind, SlotKind, Tie


@dataclass(frozen=True)
class Story:
    """His wish and what he is good at, the goal and its steps, who helps, what he owes, and what is taken over."""

    wish: str
    talent: str
    goal: str
    domain: tuple[str, str]
    steps: tuple[str, str, str]
    helper: tuple[str, Tie, str]
    creditor: tuple[str, DebtKind, Decimal | None]
    taken_over: str
    mandate: tuple[str, str]
    promises: tuple[str, str]
    retold: str
    weekly: tuple[SlotKind, str]


ROOM = Story(
    wish="Ik wil een eigen kamer. Met een slot op de deur, en dat mijn dochter mag komen.",
    talent="Hij kan goed koken, ook voor veel mensen.",
    goal="Ik heb een eigen kamer.",
    domain=("housing", "Wonen"),
    steps=(
        "Inschrijven bij de woningcorporatie.",
        "Een brief vragen dat hij urgentie heeft.",
        "Samen een kamer bekijken.",
    ),
    helper=("Mijn oma", Tie.GRANDPARENT, "Hij kan altijd bij haar eten."),
    creditor=("Zorgverzekeraar", DebtKind.INSURANCE, Decimal("612.40")),
    taken_over="De post openen en voorlezen.",
    mandate=("Woningcorporatie", "Bellen over zijn inschrijving."),
    promises=("Ik haal elke maandag mijn post.", "Ik bel de woningcorporatie voor vrijdag."),
    retold="Jij belt voor mij. Ik haal de post, dan gaan we samen kijken.",
    weekly=(SlotKind.WORK, "Werkplaats"),
)
WORK = Story(
    wish="Ik wil werken met mijn handen. Auto's, of iets met hout.",
    talent="Hij krijgt elke brommer weer aan de praat.",
    goal="Ik werk drie dagen in de week.",
    domain=("work_and_income", "Werk en inkomen"),
    steps=(
        "Kijken bij de garage van zijn oom.",
        "Een verklaring omtrent het gedrag aanvragen.",
        "Een week proefdraaien.",
    ),
    helper=("Mijn oom Ali", Tie.OTHER, "Hij heeft een garage en laat hem proberen."),
    creditor=("CJIB", DebtKind.FINES, None),
    taken_over="Bellen met het CJIB over een regeling.",
    mandate=("CJIB", "Vragen hoeveel het is, en een regeling afspreken."),
    promises=("Ik ben er om negen uur, ook op maandag.", "Ik bel het CJIB en vraag wat het samen is."),
    retold="Ik moet op tijd zijn. Jij regelt de boetes, zodat ik niet steeds brieven krijg.",
    weekly=(SlotKind.WORK, "De garage van zijn oom"),
)
SCHOOL = Story(
    wish="Ik wil mijn school afmaken. Niemand in mijn familie heeft een diploma.",
    talent="Hij onthoudt alles wat hij hoort.",
    goal="Ik ga weer naar school.",
    domain=("work_and_income", "Werk en inkomen"),
    steps=(
        "Bellen met de school over een plek.",
        "Een rustige plek zoeken om te leren.",
        "De eerste week samen heen.",
    ),
    helper=("Mijn zus", Tie.SIBLING, "Zij belt hem elke ochtend wakker."),
    creditor=("Telefoonbedrijf", DebtKind.PHONE, Decimal("289.95")),
    taken_over="De aanvraag voor studiefinanciering invullen.",
    mandate=("DUO", "De aanvraag invullen en nabellen."),
    promises=("Ik leer elke avond een half uur.", "Ik ga de eerste week mee naar school."),
    retold="Elke avond een half uur, meer niet. Jij gaat mee de eerste week.",
    weekly=(SlotKind.SCHOOL, "School"),
)
STORIES = (ROOM, WORK, SCHOOL)
