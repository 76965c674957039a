"""The guidance period: from the acceptance until at least two years later."""

import uuid
from datetime import date, datetime
from functools import lru_cache, reduce
from operator import or_
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q

from regie.accounts.enums import Permission
from regie.accounts.models import Cover, Municipality, RoleGrant, User
from regie.accounts.rules import check_may, where_may
from regie.approach.rules import Approach
from regie.base.actors import Actor, ActorKind
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.base.facts import Recorded
from regie.base.gathering import Asked, Gathered, gather
from regie.persons.models import Person
from regie.privacy.actions import journal
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.models.assignment import Assignment, Guided
from regie.trajectories.models.closure import Closure
from regie.trajectories.models.guidance import Guidance, is_closed


@lru_cache(maxsize=100)  # every list asks it, and to make it anew takes as long as to ask it
def _closed(on: date, as_known: date | None) -> Exists:
    return Exists(Closure.objects.holding(on, as_known=as_known).filter(trajectory=OuterRef("pk")))


@lru_cache(maxsize=1000)  # every page asks it of whoever looks
def _assigned(officer_id: int, on: date | None) -> "models.QuerySet[Assignment, Any]":
    if on is None:
        return Assignment.objects.none()
    return Assignment.objects.running(on).filter(officer_id=officer_id).order_by().values("trajectory")


class TrajectoryQuerySet(models.QuerySet["Trajectory"]):
    """Questions about trajectories."""

    def visible_to(self, viewer: Actor) -> Self:
        """An officer sees what he guides that day, himself or for a colleague; a coordinator all; others nothing."""
        seen = Q(municipality__in=where_may(viewer, Permission.SEE_ALL_TRAJECTORIES))
        # Of who guides nowhere nothing is asked: making the question costs more than its answer.
        if where_may(viewer, Permission.GUIDE):
            seen |= self._in_hands_of(viewer)
        return self.filter(seen)

    def in_hands_of(self, officer: Actor) -> Self:
        """The trajectories that he guides that day, himself or for a colleague: never all that he may see."""
        return self.filter(self._in_hands_of(officer))

    def assigned_to(self, officer: Actor) -> Self:
        """The trajectories that this officer guides on the day he acts: his own young people."""
        return self.filter(self._assigned_to(officer))

    def running(self, on: date, *, as_known: date | None = None) -> Self:
        """Those that are not closed that day, as we hold it true or did at the end of a day."""
        return self.filter(~_closed(on, as_known))

    def closed(self, on: date) -> Self:
        """Those that are closed that day."""
        return self.filter(_closed(on, None))

    def with_nobody(self, on: date) -> Self:
        """The trajectories that nobody guides that day."""
        return self.filter(~Exists(Assignment.objects.guiding(on).filter(trajectory=OuterRef("pk"))))

    def guided(self, on: date) -> dict[int, Guided]:
        """By key who guides each of these that day, and from then on; one query."""
        return Assignment.objects.filter(trajectory__in=self.order_by()).guided(on)

    def people(self) -> models.QuerySet[Person]:
        """The young people of these trajectories."""
        return Person.objects.filter(pk__in=self.values("person"))

    def _in_hands_of(self, officer: Actor) -> Q:
        return Q(municipality__in=where_may(officer, Permission.GUIDE)) & self._guided_by(officer)

    def _guided_by(self, officer: Actor) -> Q:
        """Of whom he covers for only what is assigned to them: never what that colleague covers himself."""
        covered = [
            Q(municipality=one.municipality_id, pk__in=_assigned(one.officer_id, officer.on))
            for one in officer.stands_in
        ]
        return reduce(or_, covered, self._assigned_to(officer))

    def _assigned_to(self, officer: Actor) -> Q:
        if officer.kind is not ActorKind.STAFF:
            return Q(pk__in=[])
        return Q(pk__in=_assigned(int(officer.id), officer.on))


class Trajectory(Recorded):
    """One young person is guided, from `started_on` until at least two years later (`planned_end`).

    It begins with the acceptance of a referral; a new detention continues it, and so does who comes back after it was
    closed (`Reopening`): a second one of the same young person is never made.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{RECORDED} ref person municipality referral",
        criminal="started_on planned_end",
    )

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    referral = models.OneToOneField("trajectories.Referral", models.PROTECT, related_name="trajectory")
    started_on = models.DateField()
    planned_end = models.DateField()

    objects = TrajectoryQuerySet.as_manager()

    class Meta:
        constraints = [
            # Also of who was closed: re-opening continues this one, with its whole history.
            models.UniqueConstraint(fields=["person"], name="trajectories_trajectory_one_per_person"),
            models.CheckConstraint(
                name="trajectories_trajectory_ends_after_it_starts",
                condition=Q(planned_end__gt=F("started_on")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.ref)

    def least(self, approach: Approach | None, *, day_one: date | None) -> tuple[date, str] | None:
        """Until when it lasts at least by the approach of the day it began, and how long that is; None without one."""
        if approach is None:
            return None
        earliest = rules.earliest_end(approach, started_on=self.started_on, day_one=day_one)
        return earliest, rules.lasting(approach.shortest)

    def guiding(self) -> list[Asked]:
        """What to ask for `guidance`, beside whatever else is asked of him."""
        his = [self.pk]
        return [Asked(Assignment, "trajectory", his, "officer"), Asked(Closure, "trajectory", his)]

    def guidance(self, told: Gathered | None = None) -> Guidance:
        """Who guided him in which period, the first one first; one query, two when closing was ever told of.

        One less when it was `told` with more (`guiding`).
        """
        told = told or gather(self.guiding())
        periods = sorted(told.of(Assignment), key=lambda one: (one.since, one.pk))
        ever = bool(told.of(Closure))
        return Guidance(self.municipality_id, periods, self._closed_on() if ever else None, ever)

    def officer_on(self, on: date) -> User | None:
        """Who guides him that day, or nobody."""
        return self.guidance().officer_on(on)

    def assign(self, *, officer: User, since: date, seen: int | None, by: Actor, at: datetime) -> Assignment:
        """From a day on this officer guides him, and who did no longer; told twice is once.

        `seen` is the key of the assignment that stood when this was decided, None for nobody. Raises NotAllowed,
        NotValid (the day, or no officer here), or NotNow when a colleague assigned him meanwhile.
        """
        check_may(by, Permission.ASSIGN, self.municipality_id)
        rules.check_assigned_from(since, on=day(at))
        self._check_works_here(officer, since)
        with transaction.atomic():
            self.hold_open()
            his = Assignment.objects.filter(trajectory=self)
            standing = his.filter(until__isnull=True).select_related("officer").first()
            if standing and standing.officer_id == officer.pk and standing.since <= since:
                return standing
            if standing and standing.pk != seen:
                raise NotNow(
                    f"{standing.recorded_by_label} heeft {self.person} intussen toegewezen aan {standing.officer}."
                )
            his.end(until=since)
            made = Assignment.objects.create(
                trajectory=self, officer=officer, since=since, **Assignment.stamp(by=by, at=at)
            )
            self.journal(Verb.TRAJECTORY_ASSIGNED, ["officer", "since"], by=by, at=at)
        return made

    def _check_works_here(self, officer: User, on: date) -> None:
        grants = RoleGrant.objects.running(on).allowing(Permission.GUIDE)
        if not grants.filter(user=officer, municipality=self.municipality_id).exists():
            raise NotValid(f"{officer} is dan geen officier in {self.municipality}.", field="officer")

    def journal(self, verb: Verb, fields: list[str], *, by: Actor, at: datetime) -> None:
        """Writes what was done with it in the journal of its municipality, within the transaction that did it."""
        chain = self.municipality.cbs_code
        journal(verb, chain=chain, subject=self.person.ref, fields=fields, by=by, at=at)

    def is_guided_by(self, officer: Actor) -> bool:
        """Whether this officer guides him on the day he acts, himself or for a colleague, and may write more down."""
        return self.guidance().is_open_to(officer)

    def hold(self) -> date | None:
        """Locks it, so that who closes or assigns at the same moment waits; answers since when it is closed."""
        Trajectory.objects.select_for_update(no_key=True).get(pk=self.pk)
        # A question of its own: beside the lock, PostgreSQL answers it as it stood before we had to wait.
        return self._closed_on()

    def _closed_on(self) -> date | None:
        closed = Closure.objects.holding(date.max).filter(trajectory=self)
        found: date | None = closed.values_list("closed_on", flat=True).first()
        return found

    def hold_open(self) -> None:
        """Locks it; raises NotNow when it is closed."""
        closed_on = self.hold()
        if closed_on:
            raise NotNow(is_closed(closed_on))

    def covered_in(self, cover: Cover) -> bool:
        """Whether who is away guides him at some time of that cover."""
        his = Assignment.objects.filter(trajectory=self, officer=cover.officer_id, since__lt=cover.until)
        return (
            self.municipality_id == cover.municipality_id
            and his.filter(Q(until__isnull=True) | Q(until__gt=cover.since)).exists()
        )

    def check_guided_by(self, by: Actor) -> None:
        """Raises NotAllowed unless this officer guides this trajectory on the day he acts; NotNow when it is closed."""
        guidance = self.guidance()
        if not guidance.is_by(by):
            raise NotAllowed("Alleen de toegewezen re-integratieofficier kan dit vastleggen.")
        guidance.check_open()
