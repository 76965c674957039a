"""Partners: who of another organisation comes in, asking one in, and ending an account."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.office.pages.inviting import WithdrawPage
from regie.office.pages.reviewing import how_involved
from regie.partners.models import Seat
from regie.ui.parts import Action, Cell, Crumb, FormPage, Item
from regie.ui.words import written


@dataclass(frozen=True)
class PartnersPage:
    """The accounts of partners, the newest first."""

    crumbs: tuple[Crumb, ...]
    actions: tuple[Action, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def partners_page(seats: Iterable[Seat], involved: Collection[int], *, on: date) -> PartnersPage:
    """All of them, also those that ended; by which professionals somebody is involved now; no query."""
    return PartnersPage(
        crumbs=_crumbs(),
        actions=(Action("Partner uitnodigen", reverse("office:invite_partner"), "user-plus"),),
        columns=("Naam", "Wie hij is", "Sinds", "Stand", "Anders beslist?"),
        rows=tuple(_row(seat, involved, on) for seat in seats),
    )


def inviting_partner_page() -> FormPage:
    """The page that asks a partner in."""
    return FormPage(
        title="Partner uitnodigen",
        lead="De partner ziet alleen jongeren bij wie een officier hem zelf betrekt. De code werkt zeven dagen, en één "
        "keer.",
        crumbs=_crumbs("Partner uitnodigen"),
        cancel_url=reverse("office:partners"),
        submit="Uitnodigen",
    )


def end_seat_page(seat: Seat) -> WithdrawPage:
    """The page that ends an account."""
    return WithdrawPage(
        title="Partneraccount beëindigen",
        lead="De partner komt dan meteen niet meer binnen. Wat een officier vastlegde, blijft staan.",
        crumbs=_crumbs("Partneraccount beëindigen"),
        cancel_url=reverse("office:partners"),
        submit="Beëindigen",
        told=(Item("Naam", seat.user.name), Item("Wie hij is", str(seat))),
    )


def _row(seat: Seat, involved: Collection[int], on: date) -> tuple[Cell, ...]:
    over = seat.until is not None and seat.until <= on
    place = seat.professional.organisation
    end = Cell("") if over else Cell("Beëindigen", reverse("office:end_seat", args=[seat.ref]))
    return (
        Cell(seat.user.name, reverse("office:user", args=[seat.user.ref]), seat.user.email),
        Cell(str(seat), more=str(place) if place else ""),
        Cell(written(seat.since)),
        Cell(_standing(seat, over=over, on=on), more=_needed(seat, involved, on)),
        end,
    )


def _standing(seat: Seat, *, over: bool, on: date) -> str:
    if over:
        return f"Geëindigd op {written(seat.until)}"
    if not seat.user.is_active:
        return "Account staat uit"
    return "Actief" if seat.opens(on) else "Werkt ergens anders: nodig opnieuw uit"


def _needed(seat: Seat, involved: Collection[int], on: date) -> str:
    return how_involved([seat], involved, on=on) if seat.opens(on) else ""


def _crumbs(*last: str) -> tuple[Crumb, ...]:
    if not last:
        return (Crumb("Gebruikers", reverse("office:users")), Crumb("Partners"))
    partners = Crumb("Partners", reverse("office:partners"))
    return (Crumb("Gebruikers", reverse("office:users")), partners, *(Crumb(one) for one in last))
