"""What the entrance shows."""

from dataclasses import dataclass
from datetime import date, datetime

from allauth.mfa.models import Authenticator
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate

from regie.accounts.enums import Permission
from regie.accounts.models import RoleGrant, User
from regie.accounts.rules import where_may
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.telephone import written_phone
from regie.entrance.second_factor import FACTORS
from regie.mailing.queries import Mailed, Standing, mail_of
from regie.ui.parts import Crumb
from regie.ui.words import listed

NO_PHONE = "Nog geen nummer. Op papier staan puntjes."


@dataclass(frozen=True)
class Item:
    """A term and what we know of it."""

    term: str
    description: str
    more: str = ""


@dataclass(frozen=True)
class Passkey:
    """One passkey; `pk` leads to its own pages."""

    pk: int
    name: str
    used: str


@dataclass(frozen=True)
class MailCard:
    """Which mail I want, what became of the last one, and what is wrong with my address."""

    asked: str
    last: str
    problem: str


@dataclass(frozen=True)
class MailPage:
    """Beside the choice: what became of my last mails, and what is wrong with my address."""

    crumbs: tuple[Crumb, ...]
    cancel_url: str
    last: tuple[Item, ...]
    problem: str


@dataclass(frozen=True)
class PhonePage:
    """Around the form for my number."""

    crumbs: tuple[Crumb, ...]
    cancel_url: str


@dataclass(frozen=True)
class AccountPage:
    """Who I am here, my roles now and to come, and each way to sign in; the last second step cannot go.

    A partner gets no `mail`. `calendar` is whether he has an agenda that a telephone can read; `phone` what stands on
    paper for who is guided by him, None for who guides nobody and has no number.
    """

    me: tuple[Item, ...]
    roles: tuple[Item, ...]
    app: str
    passkeys: tuple[Passkey, ...]
    codes_left: int
    removable: bool
    has_password: bool
    calendar: bool
    phone: str | None
    mail: MailCard | None


def account_page(user: User, *, acting: Actor, at: datetime) -> AccountPage:
    """My own account; five queries."""
    mine = list(Authenticator.objects.filter(user=user).order_by("created_at"))
    app = next((each for each in mine if each.type == Authenticator.Type.TOTP), None)
    codes = next((each for each in mine if each.type == Authenticator.Type.RECOVERY_CODES), None)
    keys = [each for each in mine if each.type == Authenticator.Type.WEBAUTHN]
    guides = bool(where_may(acting, Permission.GUIDE))
    return AccountPage(
        me=(Item("Naam", user.name), Item("E-mailadres", user.email)),
        roles=_seats(acting) or _roles(user, day(at)),
        app=_used(app) if app else "",
        passkeys=tuple(Passkey(key.pk, str(key), _used(key)) for key in keys),
        codes_left=len(codes.wrap().get_unused_codes()) if codes else 0,
        removable=sum(each.type in FACTORS for each in mine) > 1,
        has_password=user.has_usable_password(),
        calendar=guides,
        phone=(written_phone(user.work_phone) or NO_PHONE) if guides or user.work_phone else None,
        mail=None if acting.seats else _mail_card(mail_of(user, at=at)),
    )


def mail_page(mailed: Mailed) -> MailPage:
    """Which mail I want; no query."""
    account = reverse("entrance:account")
    return MailPage(
        crumbs=(Crumb("Mijn account", account), Crumb("Mail van Regie")),
        cancel_url=account,
        last=tuple(Item(one.kind.label, f"{_dated(one)}: {one.said}") for one in mailed.last),
        problem=_problem(mailed),
    )


def phone_page() -> PhonePage:
    """My number for those whom I guide; no query."""
    account = reverse("entrance:account")
    return PhonePage((Crumb("Mijn account", account), Crumb("Werknummer")), account)


def _mail_card(mailed: Mailed) -> MailCard:
    asked = listed([kind.label.lower() for kind in mailed.asked])
    last = f"Laatste mail: {_dated(mailed.last[0])}, {mailed.last[0].said}." if mailed.last else ""
    return MailCard(
        f"U krijgt: {asked}." if asked else "U krijgt geen mail van Regie.", last, _problem(mailed)
    )


def _problem(mailed: Mailed) -> str:
    """What his mail server says of his address, in our words."""
    if not mailed.arrives_not:
        return ""
    return f"Uw mailserver neemt mail aan {mailed.user.email} niet aan. Vraag uw beheerder om hulp."


def _dated(standing: Standing) -> str:
    return date_format(standing.day, "l j F")


def _roles(user: User, on: date) -> tuple[Item, ...]:
    """Roles that hold today, and those still to begin."""
    grants = RoleGrant.objects.filter(Q(until__isnull=True) | Q(until__gt=on), user=user)
    return tuple(
        Item(grant.get_role_display(), str(grant.municipality), _period(grant, on))
        for grant in grants.select_related("municipality").order_by("since", "pk")
    )


def _seats(acting: Actor) -> tuple[Item, ...]:
    """As whom a partner comes in."""
    return tuple(Item("Partner", label) for label in sorted(one.label for one in acting.seats))


def _period(grant: RoleGrant, on: date) -> str:
    begins = "Sinds" if grant.since <= on else "Vanaf"
    ends = f", tot {_written(grant.until)}" if grant.until else ""
    return f"{begins} {_written(grant.since)}{ends}"


def _used(factor: Authenticator) -> str:
    """When it was set up and when it was last used."""
    made = f"Ingesteld op {_written(localdate(factor.created_at))}"
    if factor.last_used_at is None:
        return f"{made}, nog niet gebruikt."
    return f"{made}, gebruikt op {_written(localdate(factor.last_used_at))}."


def _written(day: date) -> str:
    return date_format(day, "j F Y")
