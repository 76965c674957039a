"""How a list of organisations and professionals is written and read: CSV, a line each, an empty cell is not told."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from io import StringIO

from regie.base.errors import NotValid
from regie.partners.enums import FACILITIES, OrganisationKind, ProfessionalRole
from regie.partners.rules.details import tidy, tidy_lines
from regie.partners.rules.facilities import folded

MOST = 500  # lines
SEPARATORS = ";\t|,"
# A spreadsheet takes a cell that begins with one of these for a formula and runs it.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Column, as it is written → what else it may be called.
COLUMNS: dict[str, tuple[str, ...]] = {
    "naam": ("name",),
    "soort": ("type", "soort organisatie"),
    "rol": ("functie",),
    "organisatie": ("werkt bij",),
    "inrichting": ("werkt voor inrichting", "pi"),
    "adres": ("straat", "straat en huisnummer"),
    "plaats": ("woonplaats", "vestigingsplaats"),
    "wijk": ("werkt voor wijk", "gebied"),
    "telefoon": ("telefoonnummer", "tel", "mobiel"),
    "e-mail": ("mail", "e mailadres", "emailadres"),
    "website": ("site",),
    "bijzonderheden": ("opmerking", "opmerkingen", "notitie"),
    "noodadres": ("bereikbaar bij nood", "nood"),
    "nagekeken op": ("laatst nagekeken", "gecontroleerd op"),
}
KNOWN = {folded(name): column for column, others in COLUMNS.items() for name in (column, *others)}
KNOWN |= {"email": "e-mail"}
# Column → the field that it tells; what is wrong with the field is said of the column.
FIELDS = {
    "naam": "name", "soort": "kind", "rol": "role", "organisatie": "organisation", "inrichting": "facility",
    "adres": "address", "plaats": "place", "wijk": "district", "telefoon": "phone", "e-mail": "email",
    "website": "site", "bijzonderheden": "note", "noodadres": "emergency",
    "nagekeken op": "checked_on",
}  # fmt: skip
OF_PLACES, OF_PEOPLE = ("address", "place", "site", "emergency"), ("organisation", "facility")
TITLES = {name: column for column, name in FIELDS.items()}


@dataclass(frozen=True)
class Line:
    """One line of a list: its number (from 1, as in a text editor), as typed, and what it tells; or why not."""

    number: int
    raw: str
    told: dict[str, str] = field(default_factory=dict)
    problem: str = ""

    @property
    def is_person(self) -> bool:
        """Whether it tells of a professional."""
        return "role" in self.told


def read_sheet(text: str) -> tuple[Line, ...]:
    """The lines of a list; raises NotValid (field "lines") when it is no list at all."""
    rows = [row for row in _rows(text.lstrip("\ufeff")) if any(cell.strip() for cell in row[2])]
    header = tuple(KNOWN.get(folded(cell)) for cell in rows[0][2]) if rows else ()
    if "naam" not in header or not {"soort", "rol"} & set(header):
        raise NotValid(
            "De eerste regel moet de kolommen noemen. Nodig zijn: naam, en soort of rol. Verder kan: "
            f"{', '.join(name for name in COLUMNS if name not in ('naam', 'soort', 'rol'))}.",
            field="lines",
        )
    if len(rows) - 1 > MOST:
        raise NotValid(
            f"Deze lijst heeft {len(rows) - 1} regels. Breng er hoogstens {MOST} tegelijk in.", field="lines"
        )
    if twice := {name for name in header if name and header.count(name) > 1}:
        raise NotValid(f"Deze kolom staat er twee keer: {', '.join(sorted(twice))}.", field="lines")
    return tuple(_line(number, raw, cells, header) for number, raw, cells in rows[1:])


def _rows(text: str) -> Iterator[tuple[int, str, list[str]]]:
    """Number, raw line and cells of each row, by the separator that the first line uses most."""
    lines = [
        f"{line}\n" for line in text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    ]
    skipped, first = 0, next((line for line in lines if line.strip()), "")
    separator = max(SEPARATORS, key=first.count)
    if first.lower().startswith("sep=") and first[4:5] in SEPARATORS:  # as Excel writes it
        skipped, separator = lines.index(first) + 1, first[4]
    if "".join(lines).count('"') % 2:  # a quote that never closes would swallow all the lines below it
        yield from _plain(lines, separator, skipped)
        return
    reader, done = csv.reader(lines[skipped:], delimiter=separator), 0
    try:
        rows = []
        for cells in reader:
            raw = "".join(lines[skipped + done : skipped + reader.line_num]).rstrip("\n")
            rows.append((skipped + done + 1, raw, cells))
            done = reader.line_num
    except csv.Error:
        yield from _plain(lines, separator, skipped)
        return
    yield from rows


def _plain(lines: list[str], separator: str, skipped: int) -> Iterator[tuple[int, str, list[str]]]:
    for number, line in enumerate(lines[skipped:], skipped + 1):
        yield number, line.rstrip("\n"), line.rstrip("\n").split(separator)


def _line(number: int, raw: str, cells: list[str], header: tuple[str | None, ...]) -> Line:
    if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
        return Line(
            number, raw, problem=f"Deze regel heeft {len(cells)} kolommen; de eerste regel {len(header)}."
        )
    paired = zip(header, cells, strict=False)
    told = {FIELDS[name]: value for name, cell in paired if name and (value := _plain_cell(cell, name))}
    return Line(number, raw, told, _flaw(told))


def _flaw(told: dict[str, str]) -> str:
    """Why a line cannot be used as it stands, in Dutch; empty when it can."""
    if "name" not in told:
        return "Er staat geen naam."
    if ("kind" in told) == ("role" in told):
        return "Vul een soort in voor een organisatie, of een rol voor een professional. Niet allebei."
    if strange := [TITLES[name] for name in told if name in (OF_PLACES if "role" in told else OF_PEOPLE)]:
        whose = "een professional" if "role" in told else "een organisatie"
        return f"Dit hoort niet bij {whose}: {', '.join(strange)}. Maak die cel leeg."
    try:
        told |= {"role": role_of(told["role"])} if "role" in told else {"kind": kind_of(told["kind"])}
        day_of(told.get("checked_on", ""))
    except NotValid as wrong:
        return wrong.sentence
    return ""


def kind_of(word: str) -> str:
    """The kind that a word means: "Reclassering" → "probation"; raises NotValid with what one can choose from."""
    return _chosen(word, OrganisationKind, "Deze soort kennen we niet", but=FACILITIES)


def role_of(word: str) -> str:
    """The role that a word means; raises NotValid with what one can choose from."""
    return _chosen(word, ProfessionalRole, "Deze rol kennen we niet")


def _chosen(
    word: str,
    words: type[OrganisationKind] | type[ProfessionalRole],
    unknown: str,
    but: frozenset[str] = frozenset(),
) -> str:
    by_word = {folded(str(choice.label)): choice.value for choice in words}
    if folded(word) not in by_word:
        raise NotValid(
            f"{unknown}: {word}. Kies uit: {', '.join(str(choice.label) for choice in words if choice not in but)}."
        )
    return by_word[folded(word)]


def day_of(text: str) -> date | None:
    """A day as it stands in lists: 31-1-2026, 31/1/2026 or 2026-01-31; None when it is empty; raises NotValid."""
    for pattern in ("%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, pattern).date() if text else None
        except ValueError:
            continue
    raise NotValid(f"Dit is geen datum: {text}. Bijvoorbeeld 31-1-2026.", field="checked_on")


def _plain_cell(cell: str, column: str) -> str:
    """What a cell tells, without the mark that keeps a spreadsheet from running it."""
    value = tidy_lines(cell) if column == "bijzonderheden" else tidy(cell)
    return value[1:] if value[:1] == "'" and value.lstrip("'").startswith(FORMULA) else value


def written_sheet(rows: Iterable[dict[str, str]]) -> str:
    """A list as CSV with every column, as Excel opens it in Dutch; no cell can be taken for a formula."""
    written = StringIO()
    writer = csv.DictWriter(written, fieldnames=list(COLUMNS), delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({TITLES[name]: harmless(value) for name, value in row.items()})
    return written.getvalue()


def harmless(value: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if value.lstrip("'").startswith(FORMULA) else value
