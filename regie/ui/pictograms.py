"""Every pictogram of Regie, on the screen and on paper: one drawing stands for one thing, and one thing has one.

The drawings are Tabler's outline icons (MIT); bin/vendor reads the names here. They stand beside words, never instead.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pictogram:
    """A drawing, the word for it as he would say it, and what it stands for wherever it is used."""

    drawing: str
    word: str
    stands_for: str


@dataclass(frozen=True)
class Pictograms:
    """Those that belong together."""

    title: str
    drawn: tuple[Pictogram, ...]


HIS_LIFE = Pictograms(
    "Zijn leven",
    (
        Pictogram("home", "wonen", "Een plek om te wonen."),
        Pictogram("bed", "slapen", "Waar hij slaapt."),
        Pictogram("briefcase", "werk", "Werk en inkomen uit werk."),
        Pictogram("school", "school", "School of een opleiding."),
        Pictogram("coin-euro", "geld", "Geld: wat er is en wat er komt."),
        Pictogram("cash", "uitkering", "Een uitkering of een toeslag."),
        Pictogram("receipt-euro", "schuld", "Een schuld of een rekening."),
        Pictogram("credit-card", "bankrekening", "Een bankrekening of een pas."),
        Pictogram("id", "identiteitsbewijs", "Een paspoort, rijbewijs of ID-kaart."),
        Pictogram("folder", "regelzaken", "Papieren en zaken die geregeld moeten zijn."),
        Pictogram("umbrella", "verzekering", "De zorgverzekering, of een andere."),
        Pictogram("heart", "zorg", "Zorg voor lichaam en hoofd."),
        Pictogram("stethoscope", "dokter", "De huisarts of een andere dokter."),
        Pictogram("pill", "medicijnen", "Medicijnen en recepten."),
        Pictogram("users", "mensen", "De mensen om wie het gaat, of om hem heen."),
        Pictogram("seedling", "herstel", "Goedmaken wat er gebeurd is."),
        Pictogram("ball-football", "sport", "Sport en vrije tijd."),
        Pictogram("prison", "gevangenis", "De inrichting, of dat hij vastzit."),
        Pictogram("door-exit", "vrijkomen", "De dag waarop hij vrijkomt."),
        Pictogram("gavel", "zitting", "De rechter en zijn besluit."),
        Pictogram("shield-lock", "voorwaarde", "Een regel die de rechter hem geeft."),
    ),
)
CONTACT = Pictograms(
    "Contact",
    (
        Pictogram("message", "contact", "Contact met hem, en wat hij zegt."),
        Pictogram("messages", "gesprek", "Een gesprek, ergens samen."),
        Pictogram("phone", "bellen", "Iemand bellen, of een nummer."),
        Pictogram("device-mobile-message", "appje", "WhatsApp of sms."),
        Pictogram("device-mobile", "mobiel", "Het toestel zelf."),
        Pictogram("video", "beeldbellen", "Elkaar zien op een scherm."),
        Pictogram("door-enter", "langskomen", "Een bezoek bij hem thuis."),
        Pictogram("mail", "post", "Een brief of een mail."),
        Pictogram("inbox", "melding", "Wat binnenkomt: een aanmelding of een bericht."),
        Pictogram("eye", "in beeld", "Gezien: we weten waar hij is."),
        Pictogram("eye-off", "uit beeld", "Niet gezien: we zoeken hem."),
        Pictogram("address-book", "adresboek", "Wie er in de omgeving kan helpen."),
    ),
)
TIME = Pictograms(
    "Tijd en plaats",
    (
        Pictogram("sun", "vandaag", "Wat er vandaag is."),
        Pictogram("calendar", "dag", "Een dag, of een termijn."),
        Pictogram("calendar-event", "afspraak", "Een afspraak in de agenda."),
        Pictogram("calendar-week", "week", "Hoe een week eruitziet."),
        Pictogram("clock", "tijd", "Hoe laat, of hoe lang."),
        Pictogram("history", "vroeger", "Wat er eerder gebeurde."),
        Pictogram("map-pin", "plek", "Waar iets of iemand is."),
        Pictogram("walk", "gaan", "Ergens naartoe gaan."),
        Pictogram("bus", "reizen", "De bus, de trein of vervoer."),
        Pictogram("backpack", "meenemen", "Wat hij bij zich heeft."),
        Pictogram("shirt", "kleding", "Kleren."),
        Pictogram("tools-kitchen-2", "eten", "Eten en drinken."),
    ),
)
DOING = Pictograms(
    "Doen",
    (
        Pictogram("pencil", "schrijven", "Iets opschrijven of veranderen."),
        Pictogram("signature", "tekenen", "Een handtekening zetten."),
        Pictogram("contract", "machtiging", "Een papier waarmee een ander iets mag doen."),
        Pictogram("clipboard-list", "aanvraag", "Iets aanvragen met een formulier."),
        Pictogram("checks", "beloven", "Wat twee mensen afspreken."),
        Pictogram("heart-handshake", "hulp", "Iemand die helpt."),
        Pictogram("star", "wens", "Wat hij wil."),
        Pictogram("target", "doel", "Waar hij aan werkt."),
        Pictogram("scale", "afwegen", "Wikken, wegen en besluiten."),
        Pictogram("checklist", "nog te doen", "Een lijst van wat nog moet."),
        Pictogram("list-check", "hoe het staat", "Een lijst van hoe het nu is."),
        Pictogram("notes", "opgeschreven", "Wat opgeschreven of bewaard is."),
        Pictogram("key", "sleutel", "Een sleutel: van een deur, of om in te loggen."),
        Pictogram("printer", "papier", "Afdrukken op papier."),
    ),
)
PEOPLE = Pictograms(
    "Wie",
    (
        Pictogram("user", "hijzelf", "Een mens: hijzelf, of u."),
        Pictogram("user-check", "officier", "De officier die hem begeleidt."),
        Pictogram("friends", "samen", "Twee mensen doen het samen."),
        Pictogram("building", "organisatie", "Een gemeente of andere organisatie."),
        Pictogram("id-badge-2", "medewerker", "Wie met Regie werkt."),
        Pictogram("user-plus", "erbij", "Er komt iemand bij."),
    ),
)
STATE = Pictograms(
    "Hoe het ermee is",
    (
        Pictogram("circle-check", "klaar", "Het is gedaan."),
        Pictogram("check", "ja", "Het klopt, of het is er."),
        Pictogram("x", "nee", "Het klopt niet, of het gaat dicht."),
        Pictogram("circle-dashed", "nog open", "Het is nog niet gedaan."),
        Pictogram("hourglass", "wachten", "Het loopt; iemand wacht."),
        Pictogram("player-pause", "kan nog niet", "Het staat even stil."),
        Pictogram("question-mark", "weten we niet", "Niet bekend."),
        Pictogram("confetti", "gelukt", "Gefeliciteerd."),
        Pictogram("flag", "einde", "Het wordt afgerond."),
        Pictogram("info-circle", "uitleg", "Goed om te weten."),
        Pictogram("alert-triangle", "let op", "Kijk hier goed naar."),
        Pictogram("alert-circle", "fout", "Er klopt iets niet."),
        Pictogram("ambulance", "gevaar", "Bel 112."),
        Pictogram("ban", "verboden", "Dit mag niet."),
        Pictogram("mood-smile", "rustig", "Hier is niets te doen."),
        Pictogram("lock", "op slot", "Dicht: niet iedereen mag erbij."),
    ),
)
THE_PROGRAM = Pictograms(
    "Het programma",
    (
        Pictogram("menu-2", "menu", "Opent het menu."),
        Pictogram("search", "zoeken", "Zoekt iemand of iets."),
        Pictogram("plus", "toevoegen", "Voegt iets toe."),
        Pictogram("trash", "weg", "Neemt iets weg."),
        Pictogram("copy", "kopie", "Twee keer hetzelfde."),
        Pictogram("device-floppy", "bewaren", "Slaat iets op."),
        Pictogram("arrow-left", "terug", "Een stap terug."),
        Pictogram("arrow-right", "verder", "Een stap verder."),
        Pictogram("chevron-left", "vorige", "De vorige bladzijde."),
        Pictogram("chevron-right", "meer", "De volgende bladzijde, of meer hierover."),
        Pictogram("chevron-down", "open", "Klapt een lijst uit."),
        Pictogram("settings", "instellen", "Hoe de gemeente werkt."),
        Pictogram("news", "programma", "De bladzijde van een deel van het programma."),
        Pictogram("chart-line", "cijfers", "Wat er gemeten is, en hoe dat verloopt."),
        Pictogram("palette", "vormgeving", "Hoe Regie eruitziet."),
        Pictogram("fingerprint", "passkey", "Inloggen met een vinger of gezicht."),
        Pictogram("logout", "uitloggen", "Uit Regie gaan."),
        Pictogram("cloud-off", "geen netwerk", "Er is nu geen verbinding."),
        Pictogram("send", "versturen", "Iets gaat naar een ander."),
        Pictogram("download", "ophalen", "Een bestand komt op uw computer."),
    ),
)
ALL = (HIS_LIFE, CONTACT, TIME, DOING, PEOPLE, STATE, THE_PROGRAM)
PICTOGRAMS = {one.drawing: one for group in ALL for one in group.drawn}
