"""What a block of a plan page can say."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from regie.base.errors import NotValid
from regie.programme.enums import BlockKind

YEARLY = frozenset({BlockKind.LOOK_AHEAD, BlockKind.LOOK_BACK})
MANY = frozenset({BlockKind.LINK, BlockKind.RESULT})  # of the others one stands at a time, or one a year
SPOKEN = frozenset({BlockKind.QUOTE, BlockKind.VOICE, BlockKind.STORY})  # no block: it needs leave
LONGEST = {"title": 120, "text": 4000, "url": 300, "definition": 500}
FIRST_YEAR, YEARS_AHEAD = 2015, 10


@dataclass(frozen=True)
class BlockAccount:
    """What is written: words for most, a title and an address for a link; of a result also how it is measured.

    `indicators` are the refs of those by which it is; in an outline their codes.
    """

    text: str = ""
    title: str = ""
    url: str = ""
    definition: str = ""
    indicators: tuple[str, ...] = ()


def heading_of(kind: str, year: int | None = None) -> str:
    """What stands above it: Terugblik 2024."""
    label = BlockKind(kind).label
    return f"{label} {year}" if year else str(label)


def paragraphs(text: str) -> tuple[str, ...]:
    """A text as its paragraphs: every line that says something is one."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def check_year(kind: str, year: int | None, *, on: date) -> None:
    """Raises NotValid for a block of a year without one, with one it cannot be of, or with one it does not have."""
    if kind not in YEARLY:
        if year is not None:
            raise NotValid("Dit blok hoort niet bij een jaar.", field="year")
        return
    check_plan_year(year, on=on)


def check_plan_year(year: int | None, *, on: date) -> None:
    """Raises NotValid for a year before there was such a programme, or far away."""
    last = on.year + YEARS_AHEAD
    if year is None or not FIRST_YEAR <= year <= last:
        raise NotValid(f"Vul een jaar in van {FIRST_YEAR} tot en met {last}, zoals {on.year}.", field="year")


def check_block(kind: str, account: BlockAccount) -> None:
    """Raises NotValid beside what is missing, too long, or does not belong to this kind."""
    link = kind == BlockKind.LINK
    if not (account.title if link else account.text).strip():
        raise NotValid("Vul dit in.", field="title" if link else "text")
    for name, most in LONGEST.items():
        if len(getattr(account, name)) > most:
            raise NotValid(f"Dit is te lang. Er passen {most} tekens.", field=name)
    _check_belongs(kind, account)


def _check_belongs(kind: str, account: BlockAccount) -> None:
    if (account.title or account.url) and kind != BlockKind.LINK:
        raise NotValid("Alleen een link heeft een titel en een adres.", field="text")
    if account.definition and kind != BlockKind.RESULT:
        raise NotValid("Alleen een resultaat wordt gemeten.", field="definition")
    if account.indicators and kind != BlockKind.RESULT:
        raise NotValid("Alleen een resultaat wordt gemeten.", field="indicators")
    if account.url and not _is_address(account.url):
        raise NotValid("Dit is geen adres van een website. Bijvoorbeeld https://www.example.nl.", field="url")


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in parts.netloc and not any(map(str.isspace, url))
