"""One colleague or partner: what he is here, how he comes in, and what a manager can do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from regie.accounts.models import AccountEvent, RoleGrant, User
from regie.base.clock import day
from regie.partners.models import Seat
from regie.ui.parts import Action, Cell, Crumb, FormPage, Item
from regie.ui.words import moment, written

ROLE_COLUMNS = ("Rol", "Vanaf", "Tot", "Gegeven door", "Anders beslist?")


@dataclass(frozen=True)
class ColleaguePage:
    """What a manager sees of a colleague or a partner; no file of a young person."""

    title: str
    crumbs: tuple[Crumb, ...]
    facts: tuple[Item, ...]
    columns: tuple[str, ...]
    roles: tuple[tuple[Cell, ...], ...]
    actions: tuple[Action, ...]
    himself: bool
    events: tuple[str, ...]


@dataclass(frozen=True)
class ButtonPage(FormPage):
    """A page with one button, and what it is about."""

    told: tuple[Item, ...] = ()


def colleague_page(
    user: User,
    grants: Iterable[RoleGrant],
    seats: Iterable[Seat],
    events: Iterable[AccountEvent],
    *,
    second_factor: bool,
    himself: bool,
    at: datetime,
) -> ColleaguePage:
    """The page of one of them; no query."""
    on, roles = day(at), tuple(grants)
    return ColleaguePage(
        title=user.name,
        crumbs=_crumbs(user.name),
        facts=(
            Item("E-mailadres", user.email),
            Item("Account", "Aan") if user.is_active else Item("Account", "Uit", OFF),
            Item("Laatst ingelogd", last_seen(user)),
            Item("Tweede stap", "Ja" if second_factor else "Nee"),
        ),
        columns=ROLE_COLUMNS,
        roles=(*(_role(grant, on, himself) for grant in roles), *(_seat(seat, on) for seat in seats)),
        actions=() if himself else _actions(user, second_factor, partner=not roles),
        himself=himself,
        events=tuple(
            f"{moment(event.recorded_at)}: {event.get_kind_display()}, door {event.recorded_by_label}."
            for event in events
        ),
    )


OFF = "Inloggen kan niet."


def last_seen(user: User) -> str:
    """When he last came in."""
    return moment(user.last_login) if user.last_login else "Nog nooit"


def giving_page(user: User) -> FormPage:
    """The page that gives a role."""
    return FormPage(
        f"Rol geven aan {user.name}",
        "De rol telt vanaf de dag die u kiest.",
        _crumbs(user.name, user, "Rol geven"),
        _url(user),
        "Rol geven",
    )


def ending_page(grant: RoleGrant, *, on: date) -> ButtonPage:
    """The page that lets a role end."""
    return ButtonPage(
        "Rol beëindigen",
        "Vanaf die dag mag de collega dit niet meer. Wie begeleid werd, staat dan zonder officier.",
        _crumbs(grant.user.name, grant.user, "Rol beëindigen"),
        _url(grant.user),
        "Rol beëindigen",
        (Item("Collega", grant.user.name), Item("Rol", str(grant), _period(grant, on))),
    )


def account_page(user: User) -> ButtonPage:
    """The page that closes or opens an account."""
    closing = (
        "Account uitzetten",
        "Wie dit account heeft, wordt nu uitgelogd en kan niet meer inloggen. De rollen blijven staan.",
    )
    opening = (
        "Account aanzetten",
        "Inloggen kan dan weer, met het eigen wachtwoord en de eigen tweede stap.",
    )
    title, lead = closing if user.is_active else opening
    return ButtonPage(title, lead, _crumbs(user.name, user, title), _url(user), title, _who(user))


def factor_page(user: User) -> ButtonPage:
    """The page that takes a second step away."""
    title = "Tweede stap weghalen"
    lead = (
        "Doe dit alleen als u zeker weet wie het vraagt: kijk iemand aan, of bel zelf terug. "
        "Wie dit account heeft, wordt uitgelogd en stelt bij het inloggen een nieuwe tweede stap in."
    )
    return ButtonPage(title, lead, _crumbs(user.name, user, title), _url(user), title, _who(user))


def _who(user: User) -> tuple[Item, ...]:
    return (Item("Naam", user.name), Item("E-mailadres", user.email))


def _actions(user: User, second_factor: bool, *, partner: bool) -> tuple[Action, ...]:
    off = "Account uitzetten" if user.is_active else "Account aanzetten"
    giving = Action("Rol geven", reverse("office:give_role", args=[user.ref]), "plus")
    actions = [
        *(() if partner else (giving,)),
        Action(off, reverse("office:account", args=[user.ref]), "lock", "secondary"),
    ]
    if second_factor:
        url = reverse("office:reset_second_factor", args=[user.ref])
        actions.append(Action("Tweede stap weghalen", url, "device-mobile", "secondary"))
    return tuple(actions)


def _role(grant: RoleGrant, on: date, himself: bool) -> tuple[Cell, ...]:
    over = grant.until is not None and grant.until <= on
    end = Cell("Beëindigd") if over else Cell("–") if himself else Cell("Beëindigen", _end_url(grant))
    return (
        Cell(str(grant)),
        Cell(written(grant.since)),
        Cell(written(grant.until) or "Nog geen einde"),
        Cell(grant.recorded_by_label),
        end,
    )


def _seat(seat: Seat, on: date) -> tuple[Cell, ...]:
    over = seat.until is not None and seat.until <= on
    end = Cell("Beëindigd") if over else Cell("Beëindigen", reverse("office:end_seat", args=[seat.ref]))
    return (
        Cell(f"Partner: {seat}"),
        Cell(written(seat.since)),
        Cell(written(seat.until) or "Nog geen einde"),
        Cell(seat.recorded_by_label),
        end,
    )


def _period(grant: RoleGrant, on: date) -> str:
    ends = f", tot {written(grant.until)}" if grant.until else ""
    return f"{'Sinds' if grant.since <= on else 'Vanaf'} {written(grant.since)}{ends}"


def _end_url(grant: RoleGrant) -> str:
    return reverse("office:end_role", args=[grant.ref])


def _url(user: User) -> str:
    return reverse("office:user", args=[user.ref])


def _crumbs(name: str, user: User | None = None, last: str = "") -> tuple[Crumb, ...]:
    here = Crumb("Gebruikers", reverse("office:users"))
    return (here, Crumb(name, _url(user)), Crumb(last)) if user else (here, Crumb(name))
