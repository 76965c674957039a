"""Gebruikers: who works here, and who is asked in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from regie.accounts.models import Invitation, Municipality, RoleGrant, User
from regie.accounts.queries import Colleague
from regie.base.clock import day
from regie.office.pages.colleague import last_seen
from regie.office.pages.mailing import Undelivered, undelivered
from regie.office.pages.reviewing import ReviewStanding, standing
from regie.ui.parts import Action, Cell
from regie.ui.words import moment, written

ALONE = (
    "Een uitzondering op een criterium keurt altijd een ander goed dan wie hem vraagt. Zonder tweede persoon blijft "
    "zo'n aanmelding wachten. Geef een collega de rol Coördinator, of nodig een coördinator van een buurgemeente uit. "
    "Wilt u het zelf doen? Vraag dan de beheerder van de installatie om u die rol te geven."
)


@dataclass(frozen=True)
class Alone:
    """A municipality without a second person: what that means and what to do."""

    title: str
    text: str = ALONE


@dataclass(frozen=True)
class UsersPage:
    """The people of a municipality, and the invitations that wait."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    invited_columns: tuple[str, ...]
    invited: tuple[tuple[Cell, ...], ...]
    actions: tuple[Action, ...]
    alone: tuple[Alone, ...]
    reviews: tuple[ReviewStanding, ...]
    undelivered: tuple[Undelivered, ...]


def users_page(
    colleagues: Iterable[Colleague],
    invitations: Iterable[Invitation],
    *,
    with_factor: frozenset[int],
    alone: Iterable[Municipality],
    reviewed: Iterable[tuple[Municipality, date | None]],
    not_arriving: Iterable[User],
    at: datetime,
) -> UsersPage:
    """Everybody with a role here, and every invitation without an answer."""
    on = day(at)
    return UsersPage(
        columns=("Naam", "Stand", "Rollen", "Laatst ingelogd", "Tweede stap"),
        rows=tuple(
            _row(colleague, on, second_factor=colleague.user.pk in with_factor) for colleague in colleagues
        ),
        invited_columns=("Naam", "Rol", "De code werkt tot", "Uitgenodigd door", "Anders beslist?"),
        invited=tuple(_invited(invitation, at) for invitation in invitations),
        actions=(
            Action("Collega uitnodigen", reverse("office:invite"), "user-plus"),
            Action("Partners", reverse("office:partners"), variant="secondary"),
            Action("Mail aan gebruikers", reverse("office:mailing"), variant="secondary"),
        ),
        alone=tuple(Alone(f"{place} heeft geen tweede persoon") for place in alone),
        reviews=tuple(standing(place, last, on=on) for place, last in reviewed),
        undelivered=undelivered(not_arriving),
    )


def _row(colleague: Colleague, on: date, *, second_factor: bool) -> tuple[Cell, ...]:
    return (
        Cell(colleague.user.name, reverse("office:user", args=[colleague.user.ref]), colleague.user.email),
        Cell(_standing(colleague, on)),
        Cell("; ".join(period(grant, on) for grant in colleague.grants)),
        Cell(last_seen(colleague.user)),
        Cell("Ja" if second_factor else "Nee"),
    )


def _standing(colleague: Colleague, on: date) -> str:
    if not colleague.user.is_active:
        return "Account staat uit"
    if colleague.works(on):
        return "Actief"
    return "Begint nog" if any(grant.since > on for grant in colleague.grants) else "Werkt hier niet meer"


def period(grant: RoleGrant, on: date) -> str:
    """A role with its period: Coördinator, Heerlen (sinds 1 mei 2026)."""
    begins = f"{'sinds' if grant.since <= on else 'vanaf'} {written(grant.since)}"
    ends = f" tot {written(grant.until)}" if grant.until else ""
    return f"{grant} ({begins}{ends})"


def _invited(invitation: Invitation, at: datetime) -> tuple[Cell, ...]:
    late = invitation.expires_at <= at
    return (
        Cell(invitation.name, more=invitation.email),
        Cell(invitation.asked_as),
        Cell("Verlopen: nodig opnieuw uit" if late else moment(invitation.expires_at)),
        Cell(invitation.recorded_by_label),
        Cell("Intrekken", reverse("office:withdraw_invitation", args=[invitation.ref])),
    )
