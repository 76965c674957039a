"""Ten layouts of our own making: everything certain is found, and nothing else."""

from datetime import date

import pytest

from regie.recognition.rules import MessageKind, Part, read

TODAY = date(2026, 11, 24)
FACILITIES = {
    "PI Zuid-Oost, locatie Sittard": ("PI Sittard", "De Geerhorst"),
    "PI Ter Peel": ("Ter Peel",),
    "PI Roermond": (),
}
SITTARD = "PI Zuid-Oost, locatie Sittard"
JAYDEN = {Part.GIVEN_NAMES: "Jayden", Part.FAMILY_NAME: "Muller", Part.BIRTH_DATE: date(2005, 4, 17)}
ENTERED = {Part.ENTERED_ON: date(2026, 11, 20)}

LAYOUTS = {
    "labels with a colon": (
        "Begin detentie\n\nNaam: Muller, Jayden\nGeboortedatum: 17-04-2005\nBSN: 999990019\n"
        "Inrichting: PI Sittard\nDatum insluiting: 20-11-2026\nTitel: voorlopige hechtenis",
        MessageKind.START,
        JAYDEN | ENTERED | {Part.BSN: "999990019", Part.FACILITY: SITTARD, Part.TITLE: "pretrial"},
    ),
    "a table pasted from a portal": (
        "Achternaam\tMuller\nVoornamen\tJayden\nGeboren\t17/04/2005\nWoonplaats\tGeleen\n"
        "Insluitdatum\t20 nov 2026\nStrafduur\t9 maanden",
        MessageKind.START,
        JAYDEN | ENTERED | {Part.PLACE: "Geleen", Part.LENGTH_MONTHS: 9},
    ),
    "labels above their values": (
        "Naam\nMuller, Jayden\n\nGeboortedatum\n17 april 2005\n\nOvergeplaatst naar\nPI Ter Peel\n\n"
        "Overgeplaatst per\n23-11-2026",
        MessageKind.MOVED,
        JAYDEN | {Part.FACILITY: "PI Ter Peel", Part.MOVED_ON: date(2026, 11, 23)},
    ),
    "capitals and abbreviations": (
        "BETR.: MULLER, JAYDEN\nGEB.DATUM 17.04.2005\nNIEUWE ONTSLAGDATUM: 3-5-2027\nSOORT ONTSLAG: v.i.",
        MessageKind.RELEASE_DATE,
        JAYDEN | {Part.RELEASE_ON: date(2027, 5, 3), Part.RELEASE_KIND: "conditional"},
    ),
    "several on one line": (
        "Naam: Muller, Jayden  Geb.datum: 17-4-2005  BSN: 999990019\nIn vrijheid gesteld op: 21-11-2026",
        MessageKind.END,
        JAYDEN | {Part.BSN: "999990019", Part.LEFT_ON: date(2026, 11, 21)},
    ),
    "a mail with a greeting and a signature": (
        "Beste collega,\n\nJayden Muller, geboren op 17 april 2005, is op 20 november 2026 ingesloten in PI Sittard.\n\n"
        "Met vriendelijke groet,\nEls Janssen\nCasemanager\nGeboren: 3-3-1980",
        MessageKind.START,
        JAYDEN | ENTERED | {Part.FACILITY: SITTARD},
    ),
    "an answer above a quoted mail": (
        "Naam: Muller, Jayden\nGeboren: 17-04-2005\nNieuwe einddatum: 1 juni 2027\n\n"
        "-----Oorspronkelijk bericht-----\nVan: Els\nVerzonden: 1 november 2026\nNaam: Bakker, Ali\nEinddatum: 1-1-2027",
        MessageKind.RELEASE_DATE,
        JAYDEN | {Part.RELEASE_ON: date(2027, 6, 1)},
    ),
    "what stood there before": (
        "Naam: Muller, Jayden\nGeboren: 17-04-2005\nHuidige gegevens\nOntslagdatum: 3-5-2027\n\n"
        "Oude gegevens\nOntslagdatum: 1-3-2027\nInrichting: PI Roermond",
        MessageKind.RELEASE_DATE,
        JAYDEN | {Part.RELEASE_ON: date(2027, 5, 3)},
    ),
    "roles around him": (
        "Casemanager: Els Janssen\nAdvocaat: mr. T. de Vries\nNaam: Muller, Jayden\nGeboren: 17-04-2005\n"
        "Moeder: Karin Muller, geboren 3-4-1975\nParketnummer: 03/123456-26",
        None,
        JAYDEN,
    ),
    "a shared plan": (
        "Onderwerp: D&R-plan\n\nNaam: Muller, Jayden\nGeboortedatum: 17-04-2005\nVerblijft in: Ter Peel\n"
        "Start PP: 1-2-2027",
        MessageKind.PLAN,
        JAYDEN
        | {
            Part.FACILITY: "PI Ter Peel",
            Part.RELEASE_ON: date(2027, 2, 1),
            Part.RELEASE_KIND: "programme",
        },
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_everything_certain_is_found_and_nothing_else(layout: str):
    text, kind, expected = LAYOUTS[layout]
    (person,) = read(text, facilities=FACILITIES, today=TODAY).people
    found = {part: finding.value for part, finding in person.findings.items()}
    wrong = {part: value for part, value in found.items() if expected.get(part) != value}
    assert not wrong, f"wrong: {wrong}"
    assert found == expected
    assert person.kind in {kind, None}


def test_a_finding_names_the_line_it_stands_on():
    text, _, _ = LAYOUTS["labels with a colon"]
    (person,) = read(text, facilities=FACILITIES, today=TODAY).people
    assert "17-04-2005" in person.text.splitlines()[person.findings[Part.BIRTH_DATE].line]
