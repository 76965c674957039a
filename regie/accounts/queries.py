"""What the office reads of the people who work in a municipality."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator
from django.db.models import OuterRef, QuerySet, Subquery

from regie.accounts.enums import AccountEventKind, Permission
from regie.accounts.models import AccountEvent, AccountReview, Municipality, RoleGrant, User
from regie.accounts.rules import lacks_second_person, where_may
from regie.base.actors import Actor

SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


@dataclass(frozen=True)
class Colleague:
    """Somebody with a role here, and all roles he held, holds or will hold here, the newest first."""

    user: User
    grants: tuple[RoleGrant, ...]

    def works(self, on: date) -> bool:
        """Whether he may come in and holds a role here that day."""
        return self.user.is_active and any(grant.holds(on) for grant in self.grants)


def colleagues_in(municipalities: Iterable[int]) -> list[Colleague]:
    """Everybody who ever held a role there, by name; one query."""
    grants = RoleGrant.objects.filter(municipality__in=municipalities).select_related("user", "municipality")
    by_user: dict[User, list[RoleGrant]] = {}
    for grant in grants.order_by("user__name", "user__pk", "-since", "-pk"):
        by_user.setdefault(grant.user, []).append(grant)
    return [Colleague(user, tuple(held)) for user, held in by_user.items()]


def accounts_to_review(municipality: Municipality, *, on: date) -> list[Colleague]:
    """Everybody with a role there that is not over, with those roles only, by name; one query."""
    colleagues = colleagues_in([municipality.pk])
    standing = [
        Colleague(one.user, tuple(grant for grant in one.grants if grant.until is None or grant.until > on))
        for one in colleagues
    ]
    return [one for one in standing if one.grants]


def last_reviews(municipalities: Iterable[int]) -> list[tuple[Municipality, date | None]]:
    """Every municipality with the day on which its accounts were last looked at, by name; one query."""
    places = Municipality.objects.filter(pk__in=municipalities).order_by("name")
    latest = AccountReview.objects.filter(municipality=OuterRef("pk")).order_by("-reviewed_on")
    found = places.annotate(last=Subquery(latest.values("reviewed_on")[:1]))
    return [(place, place.last) for place in found]


def managed_by(viewer: Actor) -> QuerySet[User]:
    """Everybody who works or worked where this viewer manages the users."""
    grants = RoleGrant.objects.filter(municipality__in=where_may(viewer, Permission.MANAGE_USERS))
    return User.objects.filter(pk__in=grants.values("user"))


def without_second_person(municipalities: Iterable[int], *, on: date) -> list[Municipality]:
    """Those where nobody is there to approve an exception but, at most, who asks it; three queries."""
    running = RoleGrant.objects.running(on).filter(municipality__in=municipalities)
    ask, approve = (
        set(running.allowing(permission).values_list("municipality", "user"))
        for permission in (Permission.SCREEN_REFERRALS, Permission.APPROVE_EXCEPTIONS)
    )
    places = Municipality.objects.filter(pk__in=municipalities).order_by("name")
    return [
        place
        for place in places
        if lacks_second_person(
            [user for where, user in ask if where == place.pk],
            [user for where, user in approve if where == place.pk],
        )
    ]


def with_second_factor(users: Iterable[User]) -> frozenset[int]:
    """The keys of those who have an app or a passkey; one query."""
    theirs = Authenticator.objects.filter(user__in=[user.pk for user in users], type__in=SECOND_FACTORS)
    return frozenset(theirs.values_list("user_id", flat=True))


def last_reset(user: User) -> AccountEvent | None:
    """When and by whom his second step was last taken away, if ever."""
    resets = AccountEvent.objects.filter(user=user, kind=AccountEventKind.FACTOR_RESET)
    return resets.order_by("recorded_at", "pk").last()


def works_in(user: User, *, on: date) -> list[Municipality]:
    """Where he works, or worked when he works nowhere: each keeps its own journal; two queries."""
    his = RoleGrant.objects.filter(user=user)
    grants = his.not_over(on) if his.not_over(on).exists() else his
    return list(Municipality.objects.filter(pk__in=grants.values("municipality")).order_by("cbs_code"))
