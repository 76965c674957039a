"""That a barrier stands under a pattern: put there by hand, and taken out again."""

from datetime import datetime
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q

from regie.accounts.rules import where_may
from regie.barriers.models import Barrier
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.base.facts import Fact, FactQuerySet
from regie.patterns.models.pattern import READS, Pattern, check_groups
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory

ELSEWHERE = "Deze barrière is van een andere gemeente. Kies er een van hier."
GONE = "Deze barrière is ingetrokken. Ververs de pagina."
NO_PATTERN = "Dit patroon is ingetrokken. Kies een ander."
NOT_SEEN = "Deze barrière is niet van iemand die u begeleidt."
UNDER_ANOTHER = "Deze barrière hoort al bij “{title}”. Haal haar daar eerst weg."


class GroupedQuerySet(FactQuerySet):
    """Questions about what stands under patterns."""

    def visible_to(self, viewer: Actor) -> Self:
        """Those of the trajectories he may see."""
        return self.filter(trajectory__in=Trajectory.objects.visible_to(viewer))

    def counted_for(self, viewer: Actor) -> Self:
        """Those of the municipalities whose patterns he may read: to count, never to show whose they are."""
        places = frozenset[int]().union(*(where_may(viewer, one) for one in READS))
        return self.filter(trajectory__municipality__in=places)


class Grouped(Fact):
    """A barrier, by its ref, under at most one pattern; put elsewhere or taken out is its next version."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} happened_on source trajectory barrier_ref pattern_ref",
    )

    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="+")
    barrier_ref = models.UUIDField()
    pattern_ref = models.UUIDField(db_index=True)

    objects = GroupedQuerySet.as_manager()

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            models.UniqueConstraint(
                name="patterns_grouped_one_of_a_barrier",
                fields=["barrier_ref"],
                condition=Q(corrects__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return str(self.ref)

    @classmethod
    def put(cls, *, barrier: Barrier, pattern: Pattern, by: Actor, at: datetime) -> Self:
        """From now on it stands under the pattern; twice is once. Raises NotAllowed, NotValid or NotNow."""
        check_groups(by, pattern.municipality_id)
        _check_seen(barrier, by)
        if barrier.trajectory.municipality_id != pattern.municipality_id:
            raise NotValid(ELSEWHERE)
        with transaction.atomic():
            # Two who put it somewhere at once: the second waits here and then reads where it stands.
            Trajectory.objects.select_for_update(no_key=True).get(pk=barrier.trajectory_id)
            _check_stands(barrier, pattern)
            last: Self | None = cls.objects.last_versions().filter(barrier_ref=barrier.ref).first()
            if last is not None and not last.withdrawn:
                return last._check_same(pattern)
            told: dict[str, Any] = {"pattern_ref": pattern.ref, "happened_on": day(at)}
            if last is not None:
                made = last.add_correction(by=by, at=at, withdrawn=False, **told)
            else:
                told |= {"trajectory_id": barrier.trajectory_id, "barrier_ref": barrier.ref}
                made = cls.objects.create(**told, **cls.stamp(by=by, at=at))
            barrier.trajectory.journal(Verb.BARRIER_GROUPED, ["pattern_ref"], by=by, at=at)
        return made

    def take_out(self, *, by: Actor, at: datetime) -> Self:
        """It stands by itself again. Raises NotAllowed or NotNow."""
        check_groups(by, self.trajectory.municipality_id)
        with transaction.atomic():
            gone = self.add_correction(by=by, at=at, withdrawn=True)
            self.trajectory.journal(Verb.BARRIER_UNGROUPED, [], by=by, at=at)
        return gone

    def _check_same(self, pattern: Pattern) -> Self:
        """This one, when it is of the same pattern; raises NotNow with the name of the other."""
        if self.pattern_ref != pattern.ref:
            other = Pattern.objects.current().filter(ref=self.pattern_ref).first()
            raise NotNow(UNDER_ANOTHER.format(title=other or "een ander patroon"))
        return self


def _check_seen(barrier: Barrier, by: Actor) -> None:
    """Raises NotAllowed for a barrier of somebody whom he may not see."""
    if not Trajectory.objects.visible_to(by).filter(pk=barrier.trajectory_id).exists():
        raise NotAllowed(NOT_SEEN)


def _check_stands(barrier: Barrier, pattern: Pattern) -> None:
    """Raises NotNow when either was withdrawn meanwhile."""
    if not Barrier.objects.current().filter(ref=barrier.ref).exists():
        raise NotNow(GONE)
    if not Pattern.objects.current().filter(ref=pattern.ref).exists():
        raise NotNow(NO_PATTERN)
