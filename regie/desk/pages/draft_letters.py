"""The letters to him: short, without blame, and about nobody else; each a proposal that his officer changes."""

from collections.abc import Callable, Mapping
from typing import Any

from regie.desk.pages.drafts import About, Ask, Draft, he_is_called
from regie.desk.pages.sheet_parts import SheetToMake, number_of
from regie.detention.queries import facilities
from regie.plans.enums import PaperKind
from regie.ui.words import on_weekday

DOTS = "…"  # what the officer fills in; a letter with dots left in it is not made
INVITATION = """Beste {name},

Ik wil graag met je praten. We kijken samen hoe het gaat.

Wanneer: …
Waar: …

Kun je dan niet? Laat het mij weten. Dan kiezen we samen een ander moment.
Mijn nummer is: {number}

Groeten,

{writer}
Gemeente {place}
"""
MISSED = """Beste {name},

We hadden een afspraak op: …
We hebben je gemist. Er kan van alles tussenkomen. Ik hoop dat het goed met je gaat.

Ik wil je nog steeds graag helpen. Daarom kiezen we een nieuw moment.

Wanneer: …
Waar: …

Kun je dan niet? Laat het mij weten. Wil je liever ergens anders praten? Dat mag ook.
Mijn nummer is: {number}

Groeten,

{writer}
Gemeente {place}
"""
ABOUT_HIM = """Beste {name},

Ik help je nu je vastzit en als je vrij bent. Daarvoor schrijf ik dingen over je op.
In deze brief lees je wat ik opschrijf en wie het ziet.

Wat schrijf ik op?
Wat jij wilt. Wat we samen afspreken. Waar je woont, werkt of leert.
Ik schrijf alleen op wat nodig is om je te helpen.

Wie ziet het?
Ik zie het. Mijn vervanger en mijn coördinator bij de gemeente zien het ook.
Soms vertel ik iets aan een ander die je helpt. Ik schrijf op aan wie, en waarom.

Wat mag jij?
Je mag lezen wat er over je staat.
Klopt er iets niet? Zeg het mij. Dan verbeter ik het.
Je mag ook vragen om iets weg te halen.
Komen we er samen niet uit? Vraag de gemeente om de functionaris gegevensbescherming.
Je mag ook klagen bij de Autoriteit Persoonsgegevens.

Heb je een vraag? Bel mij. Mijn nummer is: {number}

Groeten,

{writer}
Gemeente {place}
"""
HANDED_OVER = """Beste {name},

Tot nu toe was ik jouw officier. Straks helpt een andere officier je.
Jouw nieuwe officier heet: …
De eerste dag met deze officier is: …

Wat we hebben afgesproken, blijft staan.
Jouw plan gaat mee. Je hoeft niet alles opnieuw te vertellen.

Je nieuwe officier belt je of komt langs op: …
Het nummer van deze officier is: …

Bedankt dat je met mij hebt gewerkt.

Groeten,

{writer}
Gemeente {place}
"""
ADDRESS = "Zijn naam en adres. Leeg: dan staat er dat u de brief zelf geeft."


def _asks(text: str) -> Callable[[About], tuple[Ask, ...]]:
    """The address and the text, filled in as far as is known; one query."""

    def asks(about: About) -> tuple[Ask, ...]:
        trajectory = about.trajectory
        person, place = trajectory.person, trajectory.municipality.name
        inside = facilities([person.pk], on=about.on).get(person.pk, "")
        known = f"{person}\n{inside}\n" if inside else ""
        number = number_of(about.writer) or DOTS
        letter = text.format(name=he_is_called(person), writer=about.writer.name, number=number, place=place)
        dots = "Vul in waar puntjes staan (…)." if DOTS in letter else ""
        return (
            Ask("address", "Waar moet de brief heen?", known, ADDRESS, 4, sentences=False),
            Ask("text", "Wat staat er in de brief?", letter, dots, 22, must=True),
        )

    return asks


def _sheet(title: str, filename: str) -> Callable[[About, Mapping[str, Any]], SheetToMake]:
    def sheet(about: About, typed: Mapping[str, Any]) -> SheetToMake:
        address = [line.strip() for line in typed["address"].splitlines() if line.strip()]
        content = {
            "address": address or ["Om zelf te geven aan", str(about.trajectory.person)],
            "day": f"{about.trajectory.municipality.name}, {on_weekday(about.on)}",
            "paragraphs": [_paragraph(one) for one in _paragraphs(typed["text"])],
        }
        return SheetToMake("letter", title, content, f"{filename}-{about.on:%Y-%m-%d}.pdf")

    return sheet


def _paragraphs(text: str) -> list[str]:
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return [one for one in lines.split("\n\n") if one.strip()]


def _paragraph(text: str) -> dict[str, str]:
    """A first line that asks something, with its answer below it, is a heading."""
    first, _, rest = text.strip().partition("\n")
    asks = first.endswith("?") and rest
    return {"title": first, "words": rest} if asks else {"title": "", "words": text.strip()}


def letter(title: str, lead: str, text: str, filename: str) -> Draft:
    """A letter whose text is proposed; `{name}`, `{writer}`, `{number}` and `{place}` in it are filled in."""
    return Draft(title, lead, PaperKind.LETTER, _asks(text), _sheet(title, filename))


LETTERS = {
    "uitnodiging": letter("Uitnodiging voor een gesprek", "U nodigt hem uit.", INVITATION, "uitnodiging"),
    "gemist": letter("We hebben je gemist", "Hij kwam niet, en u zoekt een nieuw moment.", MISSED, "gemist"),
    "over-jou": letter(
        "Wat we over je opschrijven",
        "Wat er over hem staat, wie het ziet en wat hij mag.",
        ABOUT_HIM,
        "over-jou",
    ),
    "andere-officier": letter(
        "Je krijgt een andere officier", "Een ander gaat hem begeleiden.", HANDED_OVER, "andere-officier"
    ),
}
