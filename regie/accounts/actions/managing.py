"""Gives and ends roles, closes and opens accounts, and takes a second step away that was lost.

Never one's own, and never so that a municipality is left without a functional manager.
"""

from collections.abc import Collection, Iterable
from datetime import date, datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from regie.accounts.enums import AccountEventKind, Permission, Role
from regie.accounts.models import AccountEvent, Municipality, RoleGrant, User
from regie.accounts.queries import SECOND_FACTORS
from regie.accounts.rules import check_may_manage, check_not_himself, check_role_period, where_may
from regie.base.actors import Actor, ActorKind
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow
from regie.base.periods import running
from regie.privacy.actions import journal
from regie.privacy.enums import Verb

STRANGER = "Deze collega werkt niet in uw gemeente. Nodig de collega eerst uit."
ALSO_ELSEWHERE = "Deze collega werkt ook in een andere gemeente. Beëindig de rollen in uw eigen gemeente."
PARTNER_ELSEWHERE = (
    "Deze partner komt ook bij een andere gemeente binnen. Beëindig alleen het account bij uw gemeente."
)
LAST_MANAGER = "Dit is de enige functioneel beheerder van {place}. Geef eerst iemand anders deze rol."
HELD = "Deze collega heeft deze rol in die tijd al."
Places = Collection[Municipality]


def give_role(
    *,
    user: User,
    role: Role,
    municipality: Municipality,
    since: date,
    until: date | None = None,
    by: Actor,
    at: datetime,
) -> RoleGrant:
    """Gives a colleague a role here from a day on, and until (not including) another if that is known."""
    check_may_manage(by, municipality.pk)
    check_not_himself(by, user.pk)
    _check_known(user, by)
    check_role_period(since, until, on=day(at))
    with transaction.atomic():
        _lock([municipality.pk])
        held = RoleGrant.objects.filter(user=user, role=role, municipality=municipality).not_over(since)
        if (held.filter(since__lt=until) if until else held).exists():
            raise NotNow(HELD, field="role")
        return RoleGrant.grant(
            user=user, role=role, municipality=municipality, since=since, until=until, by=by, at=at
        )


def end_role(grant: RoleGrant, *, until: date, by: Actor, at: datetime) -> RoleGrant:
    """Lets a role end on a day: from then on he may no more; an end that is still to come can be moved."""
    check_may_manage(by, grant.municipality_id)
    check_not_himself(by, grant.user_id)
    check_role_period(grant.since, until, on=day(at), ending=True)
    with transaction.atomic():
        _lock([grant.municipality_id])
        if grant.role == Role.FUNCTIONAL_MANAGER:
            _check_manager_remains(grant.municipality, without=grant.user, on=until)
        grant.end(until=until, by=by, at=at)
    return grant


def close_account(user: User, *, also: Places = (), by: Actor, at: datetime) -> AccountEvent:
    """He can come in no more, from this moment on; his roles stand as they are. `also` is where he is a partner."""
    places = _check_all_his(user, by, at, also)
    with transaction.atomic():
        _lock([place.pk for place in places])
        if not User.objects.select_for_update().get(pk=user.pk).is_active:
            raise NotNow("Dit account stond al uit.")
        managing = RoleGrant.objects.running(day(at)).filter(user=user, role=Role.FUNCTIONAL_MANAGER)
        for grant in managing.select_related("municipality"):
            _check_manager_remains(grant.municipality, without=user, on=day(at))
        user.end_sessions(at=at, is_active=False)
        return _written(AccountEventKind.CLOSED, Verb.ACCOUNT_CLOSED, user, places, by=by, at=at)


def reopen_account(user: User, *, also: Places = (), by: Actor, at: datetime) -> AccountEvent:
    """He can come in again, with his password and his second step; sessions of before stay over."""
    places = _check_all_his(user, by, at, also)
    with transaction.atomic():
        _lock([place.pk for place in places])
        if User.objects.select_for_update().get(pk=user.pk).is_active:
            raise NotNow("Dit account stond al aan.")
        user.end_sessions(at=at, is_active=True)
        return _written(AccountEventKind.REOPENED, Verb.ACCOUNT_REOPENED, user, places, by=by, at=at)


def reset_second_factor(user: User, *, also: Places = (), by: Actor, at: datetime) -> AccountEvent:
    """Takes every second step of his away, recovery codes too: he sets up a new one when he next comes in."""
    places = _check_all_his(user, by, at, also)
    with transaction.atomic():
        _lock([place.pk for place in places])
        his = Authenticator.objects.filter(user=user)
        if not his.filter(type__in=SECOND_FACTORS).exists():
            raise NotNow("Dit account heeft nog geen tweede stap.")
        his.delete()
        user.end_sessions(at=at, is_active=User.objects.get(pk=user.pk).is_active)
        return _written(AccountEventKind.FACTOR_RESET, Verb.SECOND_FACTOR_RESET, user, places, by=by, at=at)


def _check_known(user: User, by: Actor, also: Places = ()) -> None:
    """A manager gives roles to who works or worked with him; others he invites."""
    managed = where_may(by, Permission.MANAGE_USERS)
    his = RoleGrant.objects.filter(user=user, municipality__in=managed)
    if by.kind is not ActorKind.JOB and not his.exists() and not {place.pk for place in also} & managed:
        raise NotAllowed(STRANGER)


def _check_all_his(user: User, by: Actor, at: datetime, also: Places) -> list[Municipality]:
    """The municipalities in which he works; a manager must manage them all.

    Of who works nowhere those in which he is a partner (`also`), or in which he worked.
    """
    check_not_himself(by, user.pk)
    _check_known(user, by, also)
    grants = RoleGrant.objects.filter(user=user).select_related("municipality").order_by("municipality")
    works = {grant.municipality for grant in grants.not_over(day(at))}
    places = works or set(also) or {grant.municipality for grant in grants}
    strange = {place.pk for place in places} - where_may(by, Permission.MANAGE_USERS)
    if by.kind is not ActorKind.JOB and strange:
        raise NotAllowed(ALSO_ELSEWHERE if works or not also else PARTNER_ELSEWHERE)
    return sorted(places, key=lambda place: place.cbs_code)


def _check_manager_remains(place: Municipality, *, without: User, on: date) -> None:
    managers = RoleGrant.objects.filter(running(on), municipality=place, role=Role.FUNCTIONAL_MANAGER)
    if not managers.filter(user__is_active=True).exclude(user=without).exists():
        raise NotNow(LAST_MANAGER.format(place=place))


def _lock(municipalities: Iterable[int]) -> None:
    """Two managers at once: the second waits here, and then finds what the first did."""
    list(Municipality.objects.select_for_update(no_key=True).filter(pk__in=municipalities).order_by("pk"))


def _written(
    kind: AccountEventKind, verb: Verb, user: User, places: list[Municipality], *, by: Actor, at: datetime
) -> AccountEvent:
    event = AccountEvent.objects.create(user=user, kind=kind, **AccountEvent.stamp(by=by, at=at))
    for place in places:
        journal(verb, chain=place.cbs_code, subject=user.ref, by=by, at=at)
    return event
