"""Mail: whether what Regie mails to colleagues arrives; never what is in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from regie.accounts.models import User
from regie.mailing.queries import Mailed, Standing
from regie.ui.parts import Cell, Crumb
from regie.ui.words import capital, listed, moment, written


@dataclass(frozen=True)
class Undelivered:
    """A colleague whom mail does not reach, and what to do."""

    title: str
    text: str


@dataclass(frozen=True)
class MailingPage:
    """Who asks for which mail, and how the last one stands."""

    crumbs: tuple[Crumb, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    undelivered: tuple[Undelivered, ...]


def mailing_page(colleagues: Iterable[Mailed]) -> MailingPage:
    """A line for each last mail of each colleague; no query."""
    told = list(colleagues)
    return MailingPage(
        crumbs=(Crumb("Gebruikers", reverse("office:users")), Crumb("Mail")),
        columns=("Naam", "Vraagt om", "Laatste mail", "Hoe het staat"),
        rows=tuple(row for mailed in told for row in _rows(mailed)),
        undelivered=undelivered(one.user for one in told if one.arrives_not),
    )


def undelivered(users: Iterable[User]) -> tuple[Undelivered, ...]:
    """Whom the last mail did not reach."""
    return tuple(
        Undelivered(
            f"Mail aan {user.name} komt niet aan",
            f"De mailserver neemt mail aan {user.email} niet aan. Kijk na of dit adres nog klopt.",
        )
        for user in users
    )


def _rows(mailed: Mailed) -> Iterable[tuple[Cell, ...]]:
    name = Cell(mailed.user.name, reverse("office:user", args=[mailed.user.ref]), mailed.user.email)
    asks = Cell(capital(listed([kind.label.lower() for kind in mailed.asked])) or "Geen mail")
    if not mailed.last:
        yield name, asks, Cell("Nog geen"), Cell("")
    for standing in mailed.last:
        mail = Cell(standing.kind.label, more=written(standing.day))
        yield name, asks, mail, Cell(capital(standing.said), more=_when(standing))


def _when(standing: Standing) -> str:
    answered = f" De mailserver antwoordde {standing.code}." if standing.code else ""
    return f"{moment(standing.at)}.{answered}"
