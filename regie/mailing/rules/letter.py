"""What a mail says: how many things there are, or that something is asked, and where to look. Never who or what."""

from dataclasses import dataclass
from datetime import date
from html import escape

from regie.mailing.enums import MailKind
from regie.ui.words import written

# Where these pages are: what is below the fronts cannot ask them, and a test holds it to theirs.
TODAY, CHOICE, LINK = "/vandaag/", "/mijn-account/mail/", "/partner/vraag/"
CALM = "Er is nu niets dat niet kan wachten."
SUBJECTS = {MailKind.OVERVIEW: "Regie: uw week", MailKind.ALARM: "Regie: kijk vandaag op Vandaag"}
ASKED = "Een gemeente vraagt u iets"
NAMELESS = "In deze mail staan geen namen. Om wie en wat het gaat, ziet u alleen in Regie."


@dataclass(frozen=True)
class Counts:
    """How many things: needed now, this week, new among what is needed now, and sooner than he was told."""

    now: int = 0
    week: int = 0
    new: int = 0
    earlier: int = 0


@dataclass(frozen=True)
class Letter:
    """A mail in words, plain and as a page: the same ones."""

    subject: str
    text: str
    html: str


def letter(kind: MailKind, counts: Counts, *, today_url: str, choice_url: str) -> Letter:
    """The mail; both addresses are of a page that asks who looks."""
    lines = _overview(counts) if kind is MailKind.OVERVIEW else _alarm(counts)
    paragraphs = [
        ("Beste collega,", ""),
        *((line, "") for line in lines),
        ("Kijk op Vandaag:", today_url),
        (NAMELESS, ""),
        ("U krijgt deze mail omdat u daarvoor koos. Wilt u iets anders? Kies hier:", choice_url),
        ("Met vriendelijke groet,\nRegie", ""),
    ]
    return Letter(SUBJECTS[kind], _plain(paragraphs), _page(paragraphs))


def link_letter(municipality: str, *, url: str, until: date) -> Letter:
    """The mail with a link for one request; the code goes another way."""
    paragraphs = [
        ("Goedendag,", ""),
        (f"De gemeente {municipality} vraagt u iets. Hier leest en beantwoordt u het:", url),
        ("U heeft daarvoor een code nodig. Die krijgt u apart, door de telefoon.", ""),
        (f"De link werkt tot {written(until)}, voor één antwoord.", ""),
        (NAMELESS, ""),
        ("Is deze mail niet voor u? Gooi hem dan weg. Zonder code gaat de link niet open.", ""),
        ("Met vriendelijke groet,\nRegie", ""),
    ]
    return Letter(ASKED, _plain(paragraphs), _page(paragraphs))


def _overview(counts: Counts) -> list[str]:
    if not counts.now:
        return [CALM, f"Deze week {_are(counts.week)} nodig."] if counts.week else [CALM]
    also = f" en {counts.week} deze week" if counts.week else ""
    return [f"Er {_are(counts.now)} nu nodig{also}."]


def _alarm(counts: Counts) -> list[str]:
    wait = "dat niet kan wachten" if counts.new == 1 else "die niet kunnen wachten"
    must = "moet" if counts.earlier == 1 else "moeten"
    told = [
        (counts.new, f"Er {_are(counts.new)} bij gekomen {wait}."),
        (counts.earlier, f"{_things(counts.earlier)} {must} eerder dan u dacht."),
    ]
    return [line for number, line in told if number]


def _are(count: int) -> str:
    return f"{'is' if count == 1 else 'zijn'} {_things(count)}"


def _things(count: int) -> str:
    return "1 ding" if count == 1 else f"{count} dingen"


def _plain(paragraphs: list[tuple[str, str]]) -> str:
    return "\n\n".join(f"{words}\n{url}" if url else words for words, url in paragraphs) + "\n"


def _page(paragraphs: list[tuple[str, str]]) -> str:
    body = "\n".join(f"<p>{_line(words, url)}</p>" for words, url in paragraphs)
    return f'<!doctype html>\n<html lang="nl">\n<body>\n{body}\n</body>\n</html>\n'


def _line(words: str, url: str) -> str:
    said = escape(words).replace("\n", "<br>")
    return f'{said}<br><a href="{escape(url)}">{escape(url)}</a>' if url else said
