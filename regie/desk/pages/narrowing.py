"""By what the list of young people and that of referrals can be narrowed and ordered."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db.models import QuerySet

from regie.base.actors import Actor
from regie.clocks.queries import in_order_of_need
from regie.contacts.queries import by_last_contact, out_of_sight, without_contact_since
from regie.desk.pages.filters import Filters, read_filters
from regie.detention.enums import Held
from regie.detention.queries import held_as
from regie.trajectories.models import Referral, Trajectory
from regie.trajectories.models.trajectory import TrajectoryQuerySet
from regie.trajectories.queries import guided_by, officers_seen, weighed

NOBODY, LOST, CLOSED = "niemand", "uit-beeld", "afgerond"
ALL = ("", "Alles")
HELD = ("verblijf", "Verblijf", (ALL, *Held.choices))
CONTACT = (
    "contact",
    "Geen contact",
    (ALL, ("2", "In 2 weken niet"), ("4", "In 4 weken niet"), ("8", "In 8 weken niet")),
)
GUIDANCE = ("begeleiding", "Begeleiding", (("", "Loopt"), (LOST, "Uit beeld"), (CLOSED, "Afgerond")))
ORDER = (
    "volgorde",
    "Volgorde",
    (("", "Wie het langst wacht"), ("naam", "Naam"), ("contact", "Langst geen contact")),
)
WEIGHED = ("stand", "Stand", (ALL, ("wegen", "Nog te wegen"), ("gewogen", "Gewogen")))
NEWEST = ("volgorde", "Volgorde", (("", "Oudste eerst"), ("nieuwste", "Nieuwste eerst"), ("naam", "Naam")))


def people_filters(address: Mapping[str, str], *, viewer: Actor, oversees: bool, on: date) -> Filters:
    """What this address chooses of the young people; who oversees may also choose an officer; one query for that."""
    asked = [GUIDANCE, HELD, CONTACT, ORDER]
    if oversees:
        officers = ((str(officer.pk), officer.name) for officer in officers_seen(viewer, on=on))
        asked.insert(0, ("officier", "Officier", (ALL, *officers, (NOBODY, "Nog niemand"))))
    return read_filters(address, asked)


def narrowed(seen: TrajectoryQuerySet, filters: Filters, *, on: date) -> QuerySet[Trajectory]:
    """Those of these young people who were chosen; who is closed only when that is asked."""
    officer, held, weeks = filters.of("officier"), filters.of("verblijf"), filters.of("contact")
    guidance = filters.of("begeleiding")
    people: QuerySet[Trajectory] = seen.closed(on) if guidance == CLOSED else seen.running(on)
    if officer:
        people = guided_by(people, None if officer == NOBODY else int(officer), on=on)
    if guidance == LOST:
        people = people.filter(out_of_sight())
    if held:
        people = held_as(Held(held), people, person="person", on=on)
    if weeks:
        people = without_contact_since(people, on - timedelta(weeks=int(weeks)))
    return people


def in_order(people: QuerySet[Trajectory], filters: Filters) -> QuerySet[Trajectory]:
    """The same in the order that was chosen; count them before: what an order rests on costs more than counting."""
    if filters.of("volgorde") == "naam":
        return people.order_by("person__family_name", "person__given_names", "pk")
    return by_last_contact(people) if filters.of("volgorde") == "contact" else in_order_of_need(people)


def referral_filters(address: Mapping[str, str]) -> Filters:
    """What this address chooses of the referrals."""
    return read_filters(address, [WEIGHED, NEWEST])


def narrowed_referrals(referrals: QuerySet[Referral], filters: Filters) -> QuerySet[Referral]:
    """Those of these referrals that were chosen, in the order that was chosen."""
    if filters.of("stand"):
        referrals = weighed(referrals, filters.of("stand") == "gewogen")
    if filters.of("volgorde") == "naam":
        return referrals.order_by("person__family_name", "person__given_names", "pk")
    newest = filters.of("volgorde") == "nieuwste"
    return referrals.order_by("-happened_on", "-pk") if newest else referrals.order_by("happened_on", "pk")
