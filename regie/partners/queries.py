"""Which facilities there are, which one a name means, and what stands on the social map."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from regie.accounts.enums import Permission
from regie.accounts.models import Municipality, User
from regie.accounts.queries import managed_by
from regie.accounts.rules import may, where_may
from regie.base.actors import Actor, ActorKind, Seated
from regie.base.clock import day
from regie.partners.enums import AlikeBy
from regie.partners.models import (
    Apart,
    Check,
    ConductAcceptance,
    Merge,
    Organisation,
    Professional,
    Seat,
)
from regie.partners.models.listing import ListingQuerySet
from regie.partners.rules import (
    VERSION,
    CheckFacts,
    Described,
    Standing,
    folded,
    pairs_alike,
    standing_of,
    written_phone,
    written_sheet,
)


def facilities() -> dict[str, tuple[str, ...]]:
    """Name → the other ways in which messages write it; one query."""
    rows = Organisation.objects.facilities().order_by("name").values_list("name", "other_names")
    return {name: tuple(other_names) for name, other_names in rows}


def find(name: str) -> Organisation | None:
    """The facility that is named exactly so, capitals and diacritics aside; never a guess; one query.

    None when nobody is, or more than one.
    """
    wanted = folded(name)
    if not wanted:
        return None
    found = [
        row
        for row in Organisation.objects.facilities().order_by("pk")
        if wanted in {folded(known) for known in (row.name, *row.other_names)}
    ]
    return found[0] if len(found) == 1 else None


def organisations_on_map(
    viewer: Actor, *, on: date, kind: str = "", district: str = "", municipality_id: int | None = None
) -> ListingQuerySet:
    """What this viewer reads, by name; of this kind and in this district when asked."""
    chosen = Organisation.objects.visible_to(viewer).standing(on).order_by("name", "pk")
    if municipality_id:
        chosen = chosen.filter(municipality=municipality_id)
    return chosen.filter(**_asked(kind=kind, district=district))


def organisations_of(municipality_id: int, *, on: date) -> ListingQuerySet:
    """What stands on the map of a municipality, by name, for who works on a trajectory there."""
    chosen: ListingQuerySet = Organisation.objects.standing(on).filter(municipality=municipality_id)
    return chosen.order_by("name", "pk")


def emergency_on_map(viewer: Actor, *, on: date, municipality_id: int) -> list[Organisation]:
    """Whom this viewer can call in an emergency in a municipality, by name; one query."""
    return list(organisations_on_map(viewer, on=on, municipality_id=municipality_id).exclude(emergency=""))


def professionals_on_map(
    viewer: Actor, *, on: date, role: str = "", facility: str = "", kind: str = "", district: str = ""
) -> ListingQuerySet:
    """What this viewer reads, by name; of this role, for this facility, of this kind of organisation when asked."""
    chosen = Professional.objects.visible_to(viewer).standing(on).order_by("name", "pk")
    asked = _asked(role=role, facility__ref=facility, organisation__kind=kind, district=district)
    return chosen.filter(**asked).select_related("organisation", "facility")


def _asked(**wanted: str) -> dict[str, str]:
    return {name: value for name, value in wanted.items() if value}


def asking_a_look(viewer: Actor, *, on: date) -> list[Any]:
    """What somebody should look at: said to be wrong first, then not looked at for longest; two queries."""
    found: list[Any] = []
    for model in (Organisation, Professional):
        chosen = model.objects.visible_to(viewer).standing(on).asking_a_look(on)
        found += chosen.select_related("municipality")
    return sorted(found, key=lambda row: (not row.doubted, row.verified_on or date.min, row.name))


def districts_on_map(viewer: Actor, *, on: date) -> list[str]:
    """The districts that are named on the map of this viewer; one query."""
    organisations = Organisation.objects.visible_to(viewer).standing(on).values_list("district")
    people = Professional.objects.visible_to(viewer).standing(on).values_list("district")
    return sorted({district for (district,) in organisations.union(people) if district})


def people_at(organisation: Organisation, viewer: Actor, *, on: date) -> list[Any]:
    """Who works for this organisation or facility; one query."""
    here = {"facility" if organisation.is_facility else "organisation": organisation}
    people = Professional.objects.visible_to(viewer).standing(on).filter(**here)
    return list(people.select_related("organisation", "facility").order_by("name", "pk"))


def map_as_sheet(viewer: Actor, *, on: date) -> str:
    """What the municipalities of this viewer keep, as a list that can be brought in again; four queries."""
    organisations = list(organisations_on_map(viewer, on=on).filter(municipality__isnull=False))
    people = list(professionals_on_map(viewer, on=on))
    checks = checks_of(organisations), checks_of(people)
    rows = [_told(row, checks[0][row.pk]) | {"kind": row.get_kind_display()} for row in organisations]
    rows += [_told(row, checks[1][row.pk]) | {"role": row.get_role_display()} for row in people]
    return written_sheet(rows)


def _told(row: Any, standing: Standing) -> dict[str, str]:
    told = {name: str(value or "") for name, value in vars(row.account).items()}
    looked = f"{standing.verified_on:%d-%m-%Y}" if standing.verified_on else ""
    return told | {"phone": written_phone(row.phone), "checked_on": looked}


def checks_of(listings: Iterable[Any]) -> dict[int, Standing]:
    """Primary key → what follows from the checks of each of these entries, all of one model; one query."""
    chosen = list(listings)
    if not chosen:
        return {}
    name = chosen[0]._meta.model_name
    told: dict[int, list[CheckFacts]] = {row.pk: [] for row in chosen}
    for check in Check.objects.filter(**{f"{name}__in": chosen}).order_by("pk"):
        facts = CheckFacts(check.holds, check.happened_on, check.recorded_by_label, check.words)
        told[getattr(check, f"{name}_id")].append(facts)
    return {pk: standing_of(checks) for pk, checks in told.items()}


@dataclass(frozen=True)
class AlikePair:
    """Two entries that may be one, and by what."""

    one: Any
    other: Any
    by: tuple[AlikeBy, ...]


def pairs_on_map(viewer: Actor, *, on: date) -> list[AlikePair]:
    """Every two entries that may be one, without those that somebody kept apart; four queries."""
    return [pair for model in (Organisation, Professional) for pair in _pairs(model, viewer, on=on)]


def look_alikes(listing: Any, viewer: Actor, *, on: date) -> list[AlikePair]:
    """The entries that may be the same as this one, which stands first; two queries."""
    return [
        pair if pair.one == listing else AlikePair(pair.other, pair.one, pair.by)
        for pair in _pairs(type(listing), viewer, on=on)
        if listing in (pair.one, pair.other)
    ]


def _pairs(model: type[Any], viewer: Actor, *, on: date) -> Iterator[AlikePair]:
    kept = model.objects.visible_to(viewer).standing(on).filter(municipality__isnull=False).order_by("pk")
    if model is Professional:
        kept = kept.select_related("organisation", "facility")
    rows = {row.pk: row for row in kept}
    name = model._meta.model_name
    apart = set(
        Apart.objects.filter(**{f"{name}__in": list(rows)}).values_list(f"{name}_id", f"other_{name}_id")
    )
    by_map: dict[int, list[Any]] = {}
    for row in rows.values():
        by_map.setdefault(row.municipality_id, []).append(row)
    for together in by_map.values():
        for (first, second), by in pairs_alike([_described(row) for row in together]).items():
            if (first, second) not in apart:
                yield AlikePair(rows[first], rows[second], by)


def _described(row: Any) -> Described:
    if isinstance(row, Organisation):
        return Described(row.pk, row.name, row.phone, row.email, place=row.place)
    return Described(row.pk, row.name, row.phone, row.email, works_at=row.organisation_id, is_person=True)


def merges_of(listing: Any) -> list[Merge]:
    """The merges that stand, of which this entry is one of the two; the last first; one query."""
    name = listing._meta.model_name
    either = Q(**{name: listing}) | Q(**{f"other_{name}": listing})
    standing = Merge.objects.filter(either, undone__isnull=True).select_related(name, f"other_{name}")
    return list(standing.order_by("-pk"))


def find_merge(ref: uuid.UUID, *, viewer: Actor) -> Merge | None:
    """A merge on the map of this viewer, also when it was undone; one query."""
    both = ("organisation", "other_organisation", "professional", "other_professional")
    found = Merge.objects.select_related(*both).filter(ref=ref).first()
    reads = found and may(viewer, Permission.READ_SOCIAL_MAP, found.kept.municipality_id)
    return found if reads else None


def acting(user: User, at: datetime) -> Actor:
    """As whom this user acts: who holds a role here is staff, else a partner when he is a professional of a map.

    One query more for who holds no role.
    """
    actor = user.acting(at)
    if actor.posts or not user.is_active:
        return actor
    seats = _seats(user, on=day(at))
    return replace(actor, kind=ActorKind.PARTNER, seats=seats) if seats else actor


def _seats(user: User, *, on: date) -> frozenset[Seated]:
    his = Seat.objects.running(on).filter(user=user)
    return frozenset(
        Seated(
            one.professional_id,
            one.professional.municipality_id,
            str(one),
            str(one.professional.municipality),
        )
        for one in his.select_related("professional__municipality")
    )


def accepted_conduct(partner: Actor) -> bool:
    """Whether he accepted the code of conduct as it stands now; one query."""
    return ConductAcceptance.objects.filter(user=int(partner.id), version=VERSION).exists()


def seats_managed_by(viewer: Actor) -> QuerySet[Seat]:
    """Who comes or came in as a partner where this viewer manages the users, the newest first."""
    his = Seat.objects.visible_to(viewer).order_by("-since", "-pk")
    return his.select_related("user", "professional__municipality", "professional__organisation")


def seats_to_review(municipality: Municipality, *, on: date) -> dict[User, list[Seat]]:
    """Who is a partner there, by name, with his seats that are not over, worth something or not; one query."""
    there = Seat.objects.standing(on).filter(professional__municipality=municipality)
    along = there.select_related("user", "professional__municipality", "professional__organisation")
    found: dict[User, list[Seat]] = {}
    for seat in along.order_by("user__name", "user__pk", "pk"):
        found.setdefault(seat.user, []).append(seat)
    return found


def seated_in(user: User, *, on: date) -> list[Municipality]:
    """Where he is a partner, or was one when he is it nowhere any more; two queries."""
    his = Seat.objects.filter(user=user)
    seats = his.standing(on) if his.standing(on).exists() else his
    there = Municipality.objects.filter(pk__in=seats.values("professional__municipality"))
    return list(there.order_by("cbs_code"))


def accounts_managed_by(viewer: Actor) -> QuerySet[User]:
    """Everybody who works or worked, or is or was a partner, where this viewer manages the users."""
    seats = Seat.objects.visible_to(viewer).values("user")
    return User.objects.filter(Q(pk__in=managed_by(viewer).values("pk")) | Q(pk__in=seats))


def to_invite(viewer: Actor, *, on: date) -> QuerySet[Professional]:
    """Whom of the map this viewer can ask in: with an address, without an account, by name."""
    there = Professional.objects.filter(municipality__in=where_may(viewer, Permission.MANAGE_USERS))
    seated = Seat.objects.running(on).values("professional")
    chosen = there.standing(on).exclude(email="").exclude(pk__in=seated)
    return chosen.select_related("organisation").order_by("name", "pk")
