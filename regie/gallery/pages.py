"""What the gallery shows: invented people and every state a component can have."""

from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page, Paginator
from django.forms import Form

from regie.gallery.forms.example import ExampleForm, refused_form

LONG = (
    "Arbeidsongeschiktheidsverzekeringsmaatschappij en schuldhulpverleningsovereenkomst: "
    "de officier belde met de woningcorporatie, de wijkcoach en de casemanager van de PI."
)


@dataclass(frozen=True)
class Link:
    """A word with an address: a crumb or an action."""

    label: str
    url: str = ""
    variant: str = "primary"
    icon: str = ""


@dataclass(frozen=True)
class Badge:
    """A state in one or two words."""

    label: str
    tone: str
    icon: str = ""


@dataclass(frozen=True)
class Fact:
    """A fact under a name, or a term with its description."""

    text: str = ""
    icon: str = ""
    term: str = ""
    description: str = ""
    more: str = ""
    url: str = ""


@dataclass(frozen=True)
class PersonCard:
    """One young person in the list."""

    name: str
    phase: str = ""
    tone: str = "unknown"
    age: int | None = None
    clock: str = ""
    clock_calls: bool = False
    contact: str = ""
    url: str = "#personen"


@dataclass(frozen=True)
class Point:
    """One point of the day-one clock."""

    label: str
    state: str
    date_text: str = ""
    note: str = ""
    between: str = ""


@dataclass(frozen=True)
class DayOne:
    """The day-one clock of one trajectory."""

    title: str
    state: str
    sentence: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Entry:
    """Something that happened."""

    kind: str
    date_text: str
    who: str
    words: str = ""
    icon: str = "notes"
    quiet: bool = False


@dataclass(frozen=True)
class Cell:
    """A table cell with a link or a second line."""

    text: str
    url: str = ""
    more: str = ""


@dataclass(frozen=True)
class Choice:
    """A radio button as a card."""

    value: str
    title: str
    lines: tuple[str, ...] = ()
    badge: str = ""
    tone: str = "neutral"
    checked: bool = False
    disabled: bool = False


@dataclass(frozen=True)
class GalleryPage:
    """Everything on the gallery page."""

    form: Form = field(default_factory=ExampleForm)
    refused: Form = field(default_factory=refused_form)
    long: str = LONG
    crumbs: tuple[Link, ...] = (Link("Vandaag", "#top"), Link("Mijn jongeren", "#personen"), Link("يوسف العمراني"))
    actions: tuple[Link, ...] = (Link("Contact opschrijven", "#knoppen", "primary", "pencil"), Link("Afdrukken", "#knoppen", "secondary", "printer"))
    badges: tuple[Badge, ...] = (
        Badge("Aangemeld", "accent"), Badge("In detentie", "neutral", "lock"), Badge("Eerste contact gelegd", "positive", "check"),
        Badge("Wacht op ons", "warning", "hourglass"), Badge("Overgedragen, niet aangenomen", "negative", "alert-circle"), Badge("Niet bekend", "unknown", "question-mark"),
    )
    facts: tuple[Fact, ...] = (Fact("22 jaar", "user"), Fact("PI Zuid-Oost, Roermond", "map-pin"), Fact("Vrij rond 14 maart 2027", "door-exit"))
    known: tuple[Fact, ...] = (
        Fact(term="Wil graag", description="Weer bij zijn oma wonen en leren lassen"), Fact(term="Telefoon", description=""),
        Fact(term="Vrijlating", description="14 maart 2027", more="Volgens de PI, sinds 3 november. Kan eerder worden."),
        Fact(term="Casusregisseur", description="Noor van den Heuvel", url="#lijsten"), Fact(term="Uitleg", description=LONG),
    )
    people: tuple[PersonCard, ...] = (
        PersonCard("Yiğit Öztürk", "Aangemeld", "accent", 22, "Dag 12, nog geen eerste contact", True),
        PersonCard("Daan", "In detentie", "neutral", 19, "Nog 41 dagen tot vrijlating", False, "Gisteren gebeld"),
        PersonCard("يوسف العمراني", "Weer thuis", "positive", 24, "Eerste contact op dag 6", False, "3 november, bezoek in de PI"),
        PersonCard("Luna 🌻", "Wacht op besluit", "warning", 18, "Besluit nodig voor 27 november", True, "Zij appte zelf, vandaag"),
        PersonCard("Maximiliaan-Alexander van Oldenbarnevelt tot Wassenaarse Duinen", "Nazorg loopt", "positive", 27, "", False, LONG),
        PersonCard("Naam niet bekend"),
    )
    clocks: tuple[DayOne, ...] = (
        DayOne("Loopt", "running", "De klok loopt: dag 12, nog geen eerste contact", (
            Point("In detentie", "done", "11 november 2026", between="5 dagen"), Point("Aangemeld", "done", "16 november 2026", "Door PI Zuid-Oost", "7 dagen"), Point("Eerste contact", "open"))),
        DayOne("Klaar", "ready", "Eerste contact op dag 6", (
            Point("In detentie", "done", "2 november 2026", between="2 dagen"), Point("Aangemeld", "done", "4 november 2026", "Door Halt, team Limburg", "4 dagen"), Point("Eerste contact", "done", "8 november 2026", "Bezoek in de PI"))),
        DayOne("Niet bekend", "unknown", "We weten niet sinds wanneer hij vastzit", (
            Point("In detentie", "unknown", "", "Vraag het de PI"), Point("Aangemeld", "done", "4 november 2026", between="19 dagen"), Point("Eerste contact", "open"))),
    )
    entries: tuple[Entry, ...] = (
        Entry("Bezoek in de PI", "vandaag, 10.15 uur", "Noor van den Heuvel", "Hij was rustig en lachte. Hij wil naar zijn oma in Geleen.\nIk bel morgen met de woningcorporatie.", "messages"),
        Entry("Aangemeld", "4 november 2026", "PI Zuid-Oost", "", "inbox", True),
        Entry("Gebeld", "2 november 2026", "سارة بن علي", LONG, "phone"),
    )
    columns: tuple[str, ...] = ("Naam", "Fase", "Vrijlating", "Laatste contact")
    rows: tuple[tuple[Any, ...], ...] = (
        (Cell("Yiğit Öztürk", "#tabellen", "22 jaar"), "Aangemeld", "14 maart 2027", Cell("Nog geen contact", more="dag 12")),
        (Cell("يوسف العمراني", "#tabellen"), "Weer thuis", "1 september 2026", "3 november"),
        (Cell("Luna 🌻", "#tabellen"), "Wacht op besluit", "Niet bekend", LONG),
    )
    choices: tuple[Choice, ...] = (
        Choice("1", "Ja, dit is Yiğit Öztürk", ("Geboren op 3-5-2004", "Woont in Sittard"), "Lijkt sterk", "accent", checked=True),
        Choice("2", "Ja, dit is Yigit Ozturk", ("Geboortedatum niet bekend",), "Lijkt een beetje"),
        Choice("0", "Nee, dit is iemand anders"), Choice("9", "Bij een andere gemeente", ("U mag dit dossier niet zien.",), disabled=True),
    )
    numbered: Page = field(default_factory=lambda: Paginator(range(120), 10).page(6))
    accents: tuple[str, ...] = ("50", "100", "200", "300", "400", "500", "600", "700")


def gallery_page() -> GalleryPage:
    """Everything the gallery shows."""
    return GalleryPage()
