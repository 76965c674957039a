"""Organisations and professionals on the social map, made by the verbs themselves."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from regie.accounts.models import Municipality, User
from regie.base.clock import day
from regie.partners.actions import load_facilities
from regie.partners.enums import OrganisationKind, ProfessionalRole
from regie.partners.models import (
    ConductAcceptance,
    Organisation,
    Professional,
    ProfessionalAccount,
    Seat,
)
from regie.partners.queries import acting
from regie.partners.rules import VERSION, OrganisationAccount
from tests.cast import TESTER, Cast

SITTARD = """facilities:
- {kind: prison, name: PI Sittard, place: Sittard, source: uit het hoofd, read_on: 2026-11-24, verified: false}
"""


def organisation(
    cast: Cast,
    name: str = "Kredietbank Limburg",
    *,
    at: datetime,
    by: User | None = None,
    where: Municipality | None = None,
    checked_on: date | None = None,
    **told: Any,
) -> Organisation:
    """A credit bank in Sittard that Noor adds unless told otherwise; looked at today unless `checked_on` says when."""
    account = OrganisationAccount(
        **({"kind": OrganisationKind.CREDIT_BANK, "name": name, "place": "Sittard"} | told)
    )
    return Organisation.add(
        account=account,
        municipality=where or cast.here,
        checked_on=checked_on or day(at),
        by=(by or cast.noor).acting(at),
        at=at,
    )


def credit_bank(where: Municipality, *, by: User, at: datetime) -> Organisation:
    """Just such a bank, on the map of a municipality."""
    account = OrganisationAccount(kind=OrganisationKind.CREDIT_BANK, name="Budgetwinkel", place="Sittard")
    return Organisation.add(account=account, municipality=where, checked_on=day(at), by=by.acting(at), at=at)


def professional(
    cast: Cast,
    name: str = "Els Janssen",
    *,
    at: datetime,
    by: User | None = None,
    where: Municipality | None = None,
    **told: Any,
) -> Professional:
    """A debt counsellor whom Noor adds unless told otherwise."""
    account = ProfessionalAccount(**({"name": name, "role": ProfessionalRole.DEBT_COUNSELLOR} | told))
    return Professional.add(
        account=account,
        municipality=where or cast.here,
        checked_on=day(at),
        by=(by or cast.noor).acting(at),
        at=at,
    )


def move(who: Professional, cast: Cast, *, at: datetime) -> None:
    """He works for another bank now."""
    account = replace(who.account, organisation=organisation(cast, "Stadsbank", at=at))
    who.change(account=account, by=cast.noor.acting(at), at=at)
    who.refresh_from_db()


def prison(*, at: datetime) -> Organisation:
    """PI Sittard, on the list of the country."""
    load_facilities(SITTARD, by=TESTER, at=at)
    return Organisation.objects.get(name="PI Sittard")


def seat(entry: Professional, *, at: datetime, user: User | None = None, promised: bool = True) -> User:
    """He has an account, a new one unless told whose, and accepted the code of conduct unless told otherwise."""
    email = f"{entry.name.lower().replace(' ', '.')}.{entry.pk}@partner.example"
    user = user or User.objects.create_user(email, "een-lang-wachtwoord", name=entry.name)
    Seat.give(user=user, professional=entry, by=TESTER, at=at)
    if promised:
        ConductAcceptance.accept(version=VERSION, by=acting(user, at=at), at=at)
    return user
