"""The invented people, words and moments the gallery shows."""

from typing import Any

from django.core.paginator import Paginator

from regie.figures.rules import SEATS, Around, on_rings
from regie.gallery.charts import FUNNEL, TRENDS
from regie.gallery.forms.example import ExampleForm, OvertakenForm, refused_form
from regie.gallery.pages import (
    Badge,
    Cell,
    Choice,
    DayOne,
    Entry,
    Fact,
    GalleryPage,
    Link,
    PersonCard,
    Point,
    Sociogram,
)
from regie.ui.pictograms import ALL

LONG = (
    "Arbeidsongeschiktheidsverzekeringsmaatschappij en schuldhulpverleningsovereenkomst: "
    "de officier belde met de woningcorporatie, de wijkcoach en de casemanager van de PI."
)
CRUMBS: tuple[Link, ...] = (
    Link("Vandaag", "#top"),
    Link("Mijn jongeren", "#personen"),
    Link("يوسف العمراني"),
)
ACTIONS: tuple[Link, ...] = (
    Link("Contact opschrijven", "#knoppen", "primary", "pencil"),
    Link("Afdrukken", "#knoppen", "secondary", "printer"),
)
BADGES: tuple[Badge, ...] = (
    Badge("Aangemeld", "accent"),
    Badge("In detentie", "neutral", "prison"),
    Badge("Eerste contact gelegd", "positive", "check"),
    Badge("Wacht op ons", "warning", "hourglass"),
    Badge("Overgedragen, niet aangenomen", "negative", "alert-circle"),
    Badge("Niet bekend", "unknown", "question-mark"),
)
FACTS: tuple[Fact, ...] = (
    Fact("22 jaar", "user"),
    Fact("PI Zuid-Oost, Roermond", "map-pin"),
    Fact("Vrij rond 14 maart 2027", "door-exit"),
)
KNOWN: tuple[Fact, ...] = (
    Fact(term="Wil graag", description="Weer bij zijn oma wonen en leren lassen"),
    Fact(term="Telefoon", description=""),
    Fact(
        term="Vrijlating",
        description="14 maart 2027",
        more="Volgens de PI, sinds 3 november. Kan eerder worden.",
    ),
    Fact(term="Casusregisseur", description="Noor van den Heuvel", url="#lijsten"),
    Fact(term="Uitleg", description=LONG),
)
PEOPLE: tuple[PersonCard, ...] = (
    PersonCard("Yiğit Öztürk", "Aangemeld", "accent", 22, "Dag 12, nog geen eerste contact", True),
    PersonCard("Daan", "In detentie", "neutral", 19, "Nog 41 dagen tot vrijlating", False, "Gisteren gebeld"),
    PersonCard(
        "يوسف العمراني",
        "Weer thuis",
        "positive",
        24,
        "Eerste contact op dag 6",
        False,
        "3 november, bezoek in de PI",
    ),
    PersonCard(
        "Luna 🌻",
        "Wacht op besluit",
        "warning",
        18,
        "Besluit nodig voor 27 november",
        True,
        "Zij appte zelf, vandaag",
    ),
    PersonCard(
        "Maximiliaan-Alexander van Oldenbarnevelt tot Wassenaarse Duinen",
        "Nazorg loopt",
        "positive",
        27,
        "",
        False,
        LONG,
    ),
    PersonCard("Naam niet bekend", note="Uit beeld"),
)
CLOCKS: tuple[DayOne, ...] = (
    DayOne(
        "Loopt",
        "running",
        "De klok loopt: dag 12, nog geen eerste contact",
        (
            Point("In detentie", "done", "11 november 2026", between="5 dagen"),
            Point("Aangemeld", "done", "16 november 2026", "Door PI Zuid-Oost", "7 dagen"),
            Point("Eerste contact", "open"),
        ),
    ),
    DayOne(
        "Klaar",
        "ready",
        "Eerste contact op dag 6",
        (
            Point("In detentie", "done", "2 november 2026", between="2 dagen"),
            Point("Aangemeld", "done", "4 november 2026", "Door Halt, team Limburg", "4 dagen"),
            Point("Eerste contact", "done", "8 november 2026", "Bezoek in de PI"),
        ),
    ),
    DayOne(
        "Niet bekend",
        "unknown",
        "We weten niet sinds wanneer hij vastzit",
        (
            Point("In detentie", "unknown", "", "Vraag het de PI"),
            Point("Aangemeld", "done", "4 november 2026", between="19 dagen"),
            Point("Eerste contact", "open"),
        ),
    ),
)
ENTRIES: tuple[Entry, ...] = (
    Entry(
        "Bezoek in de PI",
        "vandaag, 10.15 uur",
        "Noor van den Heuvel",
        "Hij was rustig en lachte. Hij wil naar zijn oma in Geleen.\nIk bel morgen met de woningcorporatie.",
        "messages",
    ),
    Entry("Aangemeld", "4 november 2026", "PI Zuid-Oost", "", "inbox", True),
    Entry("Gebeld", "2 november 2026", "سارة بن علي", LONG, "phone"),
)
COLUMNS: tuple[str, ...] = ("Naam", "Fase", "Vrijlating", "Laatste contact")
ROWS: tuple[tuple[Any, ...], ...] = (
    (
        Cell("Yiğit Öztürk", "#tabellen", "22 jaar"),
        "Aangemeld",
        "14 maart 2027",
        Cell("Nog geen contact", more="dag 12"),
    ),
    (Cell("يوسف العمراني", "#tabellen"), "Weer thuis", "1 september 2026", "3 november"),
    (Cell("Luna 🌻", "#tabellen"), "Wacht op besluit", "Niet bekend", LONG),
)
CHOICES: tuple[Choice, ...] = (
    Choice(
        "1",
        "Ja, dit is Yiğit Öztürk",
        ("Geboren op 3-5-2004", "Woont in Sittard"),
        "Lijkt sterk",
        "accent",
        checked=True,
    ),
    Choice("2", "Ja, dit is Yigit Ozturk", ("Geboortedatum niet bekend",), "Lijkt een beetje"),
    Choice("0", "Nee, dit is iemand anders"),
    Choice("9", "Bij een andere gemeente", ("U mag dit dossier niet zien.",), disabled=True),
)
ACCENTS: tuple[str, ...] = ("50", "100", "200", "300", "400", "500", "600", "700")


RINGS = ("Dichtbij", "Gewoon", "Ver weg", "Niet bekend")
FEW = (
    Around(0, "supports", "Mijn oma", "steunt · Opa of oma"),
    Around(1, "both", "Mo", "steunt en risico · Broer of zus"),
    Around(0, "risky", "Dave", "risico · Vriend of vriendin"),
    Around(2, "risky", "Kim", "geen contact · risico · Partner", barred=True),
    Around(3, "unknown", "يوسف العمراني", "niet bekend · Buur"),
)
MANY = tuple(Around(n % 4, "supports", f"{LONG[:40]} {n}", "steunt · Iemand anders") for n in range(SEATS))
SOCIOGRAMS = (
    Sociogram("Daan", on_rings(FEW, rings=RINGS)),
    Sociogram("Luna", on_rings(MANY, rings=RINGS), "Eén ander staat alleen in de tabel."),
)


def gallery_page() -> GalleryPage:
    """Everything the gallery shows, with fresh forms."""
    return GalleryPage(
        form=ExampleForm(),
        refused=refused_form(),
        overtaken=OvertakenForm(prefix="samen"),
        numbered=Paginator(range(120), 10).page(6),
        long=LONG,
        crumbs=CRUMBS,
        actions=ACTIONS,
        badges=BADGES,
        facts=FACTS,
        known=KNOWN,
        people=PEOPLE,
        clocks=CLOCKS,
        entries=ENTRIES,
        sociograms=SOCIOGRAMS,
        trends=TRENDS,
        funnel=FUNNEL,
        columns=COLUMNS,
        rows=ROWS,
        choices=CHOICES,
        accents=ACCENTS,
        pictograms=ALL,
    )
