"""What lines say behind labels: which thing is asked for, and the whole value that stands with it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regie.recognition.rules.doubt import FORMER, RELATED, speaks_of_other
from regie.recognition.rules.labels import LABEL, NAMES, PERSONAL, Asked, asked_by
from regie.recognition.rules.people import name_of

CELLS = re.compile(r"\t|\||;|[ ]{2,}")
BULLET = re.compile(r"\s{0,20}(?:[-•*·–]|\d{1,2}[.)])\s+")
COLON = re.compile(r"\s{0,3}[:=]\s{0,9}")
CLOSED_VALUE = re.compile(r"\d[.,]?$|\)[.,]?$|[^\W\d_]{2,}[.,]$")
OWN_HEADING = re.compile(
    r"gedetineerde|betrokkene|justitiabele|persoonsgegevens|personalia"
    r"|jongere|cli[eë]nt|nieuwe? gegevens|huidige gegevens",
    re.I,
)
NEUTRAL = re.compile(
    r"detentie|insluiting|overplaats|ontslag|d&r|re-integratie|reintegratie"
    r"|injus|straf|kennisgeving|bericht|melding"
    r"|inrichting|vrijheid|verblijf|titel|gegevens|portaal|\b(?:pi|jji)\b"
    r"|datum|data|formulier|berichtenbox|overzicht",
    re.I,
)
GREETING = re.compile(r"\s{0,9}(?:beste|geachte|goede|hallo|hoi|dag|hi|l\.?s)\b", re.I)
ADDRESSED = re.compile(r"\s{0,9}(?:t\.?a\.?v\.?|ter attentie)\b", re.I)
NAME_OF_ONE = re.compile(
    r"p\.?i\.?|jji|inr\.?|penitentiaire inrichting", re.I
)  # begins the name of a facility
TITLES = re.compile(r"(?:begin|start|aanvang) detentie|insluiting", re.I)  # labels that also head a message
LONGEST = 4000  # characters of a line that is read


@dataclass(frozen=True)
class Piece:
    """One label with its value ("" when it has none); `line` is where the value stands, `at` the label."""

    asked: Asked
    label: str
    value: str
    line: int
    at: int


class Voice:
    """How much the lines of a paragraph may tell: 3 all, 2 no names, 1 nothing personal, 0 nothing."""

    def __init__(self) -> None:
        self.level = 3
        self.stays = False

    def hear(self, line: str, *, labelled: bool, heads: bool) -> int:
        """What this line may tell, given the lines before it."""
        if not line.strip():
            self.level = self.level if self.stays else 3
        elif FORMER.search(line[:80]):
            self.level, self.stays = 0, True
            return 0
        elif speaks_of_other(line):
            self._other(line)
            return 0
        elif not labelled and len(line) < 70:
            self._heading(line, heads=heads)
        return self.level

    def _other(self, line: str) -> None:
        heading = (
            len(line) < 60
            and not ADDRESSED.match(line)
            and not re.search(
                r"[:="
                r"|\t]\s*\S",
                line,
            )
            and not line.rstrip().endswith(".")
        )
        if heading or RELATED.search(line):
            self.level, self.stays = 0, True

    def _heading(self, line: str, *, heads: bool) -> None:
        plain = len(line.split()) <= 7 and re.search(r"[^\W\d_].*(?<![.,!])$", line.rstrip()) is not None
        if plain and OWN_HEADING.search(line):
            self.level, self.stays = 3, False
        elif plain and heads and not NEUTRAL.search(line) and not GREETING.match(line):
            self.level, self.stays = min(self.level, 1), True


def pieces(lines: Sequence[str], spoken: frozenset[int]) -> tuple[list[Piece], frozenset[int]]:
    """Every label with its value, and the lines that may tell something in running prose."""
    found, tabled = _tables(lines, spoken)
    heard: set[int] = set()
    voice = Voice()
    alone: list[Piece] = []
    for number, line in enumerate(lines):
        line = BULLET.sub("", line, count=1) if number in spoken - tabled and len(line) <= LONGEST else ""
        here = list(_on(line, number))
        below = lines[number + 1] if number + 1 < len(lines) else ""
        level = voice.hear(line, labelled=bool(here), heads=any(p.asked in NAMES for p in _on(below, 0)))
        said = [piece for piece in here if _may(piece, level)]
        if len(alone) == 1 and line.strip() and not here:
            found.append(_below(alone[0], line, number, below))
        elif alone:
            found.extend(piece for piece in alone if line.strip() or not TITLES.fullmatch(piece.label))
        alone = [piece for piece in said if not piece.value] if len(here) == 1 else []
        found.extend(piece for piece in said if piece not in alone)
        if not here and level == 3 and line.strip():
            heard.add(number)
    return found + alone, frozenset(heard)


def _below(label: Piece, line: str, number: int, after: str) -> Piece:
    """A label with the value from the next line; nothing when the line after that is one more bare value."""
    alone = not after.strip() or bool(list(_on(after, 0))) or ":" in after
    return Piece(label.asked, label.label, line.strip() if alone else "", number, label.at)


def _may(piece: Piece, level: int) -> bool:
    return (
        level == 3
        or (level == 2 and piece.asked not in NAMES)
        or (level == 1 and piece.asked not in PERSONAL)
    )


def _on(line: str, number: int) -> Iterator[Piece]:
    if len(line) > LONGEST:
        return
    cells = [cell.strip(" *_") for cell in CELLS.split(line)]
    cells = [cell for cell in cells if cell]
    place = 0
    while place < len(cells):
        asked = asked_by(cells[place].rstrip(" :="))
        if asked is None:
            yield from _in_cell(cells[place], number)
            place += 1
            continue
        values: list[str] = []
        while place + len(values) + 1 < len(cells) and not _labelled(cells[place + len(values) + 1]):
            values.append(cells[place + len(values) + 1])
        yield Piece(
            asked, cells[place], values[0] if len(values) == 1 else " ; ".join(values), number, number
        )
        place += 1 + len(values)


def _labelled(cell: str) -> bool:
    first = LABEL.match(cell)
    return asked_by(cell.rstrip(" :=")) is not None or bool(first and COLON.match(cell, first.end()))


def _in_cell(cell: str, number: int) -> Iterator[Piece]:
    """The labels with a colon in one cell; a label after other words counts only when those are a closed value."""
    marks = [(m, c) for m in LABEL.finditer(cell) if (c := COLON.match(cell, m.end())) is not None]
    if marks and marks[0][0].start() == 0:
        for place, (label, colon) in enumerate(marks):
            stop = marks[place + 1][0].start() if place + 1 < len(marks) else len(cell)
            value = cell[colon.end() : stop].strip()
            last = place + 1 == len(marks)
            asked = asked_by(label[0])
            closed = last or CLOSED_VALUE.search(value) is not None or _whole_name(label[0], value)
            if asked is not None:
                yield Piece(asked, label[0], value.rstrip(",") if closed else "", number, number)
            if not closed:
                return
    elif (
        not marks
        and (bare := LABEL.match(cell))
        and not NAME_OF_ONE.fullmatch(bare[0])
        and (asked := asked_by(bare[0]))
        and _bare(cell, bare.end())
    ):
        yield Piece(asked, bare[0], cell[bare.end() :].strip(), number, number)


def _bare(cell: str, end: int) -> bool:
    """Whether what stands behind a label without a colon is short and begins as a value does."""
    value = cell[end:].strip()
    return (
        0 < len(value) <= 45
        and ":" not in value
        and (value[0].isdigit() or (len(value.split()) <= 4 and value[0].isupper()))
    )


def _whole_name(label: str, value: str) -> bool:
    """Whether the value before a next label is a name with a comma, which nothing else can be."""
    name = name_of(value) if "," in value and asked_by(label) == Asked.NAME else None
    return name is not None and name.given is not None and len(value.split()) == 2


def _tables(lines: Sequence[str], spoken: frozenset[int]) -> tuple[list[Piece], frozenset[int]]:
    """What tables with a row of labels above say, and the lines that they stand on."""
    found: list[Piece] = []
    tabled: set[int] = set()
    header: list[Asked | None] = []
    for number, line in enumerate(lines):
        cells = _row(line) if number in spoken and len(line) <= LONGEST else []
        if header and cells and set("".join(cells)) <= set("-: "):
            tabled.add(number)
        elif header and len(cells) == len(header) and not speaks_of_other(line):
            tabled.add(number)
            filled = zip(header, cells, strict=True)
            found += [
                Piece(asked, str(asked), cell, number, number) for asked, cell in filled if asked and cell
            ]
        else:
            header = _header(cells)
            tabled |= {number} if header else set()
    return found, frozenset(tabled)


def _row(line: str) -> list[str]:
    separator = "|" if "|" in line else "\t"
    return [cell.strip() for cell in line.strip("| ").split(separator)] if separator in line else []


def _header(cells: Sequence[str]) -> list[Asked | None]:
    """What the columns ask for when these cells are a row of labels with a name among them; else nothing."""
    asked = [asked_by(cell) for cell in cells]
    known = sum(one is not None for one in asked)
    return asked if len(cells) > 1 and known > 1 and all(asked[:2]) and NAMES & set(asked) else []
