"""What is done under cover: by whom, for whom, and what happened while somebody was away."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from regie.accounts.enums import Permission
from regie.accounts.models import Cover
from regie.accounts.rules import where_may
from regie.base.actors import Actor, ActorKind
from regie.base.clock import day
from regie.base.facts import Recorded
from regie.privacy.models import JournalEntry
from regie.trajectories.models import Assignment, Guidance, MustKnow, Trajectory


@dataclass(frozen=True)
class Substitutions:
    """When a colleague covered for whoever guided a trajectory: it follows from covers and days, never stored twice."""

    covers: Collection[Cover]
    guidance: Guidance

    def behalf(self, recorded: Recorded) -> str:
        """For whom something was written down under cover; empty when it was by who guided him, or by another."""
        if recorded.recorded_by_kind != ActorKind.STAFF:
            return ""
        on = day(recorded.recorded_at)
        guiding = self.guidance.officers(on)
        if any(str(officer) == recorded.recorded_by_id for officer in guiding):
            return ""
        for cover in self.covers:
            covered = cover.since <= on <= cover.last_day and cover.officer_id in guiding
            if covered and str(cover.substitute_id) == recorded.recorded_by_id:
                return cover.officer.name
        return ""

    def running(self, on: date) -> list[Cover]:
        """Those that hold that day, for who guides him then."""
        guiding = self.guidance.officers(on)
        return [cover for cover in self.covers if cover.holds(on) and cover.officer_id in guiding]


def substitutions_of(guidance: Guidance) -> Substitutions:
    """The covers for whoever guided him; one query."""
    officers = {one.officer_id for one in guidance.assignments}
    covers = Cover.objects.filter(officer__in=officers, municipality=guidance.municipality_id)
    return Substitutions(list(covers.select_related("officer", "substitute").order_by("pk")), guidance)


def must_know_now(trajectory: Trajectory, substitutions: Substitutions, *, on: date) -> list[MustKnow]:
    """What was told for who covers for him that day; one query, none when nobody does."""
    covers = {cover.pk: cover for cover in substitutions.running(on)}
    if not covers:
        return []
    told = list(MustKnow.objects.standing().filter(trajectory=trajectory, cover__in=covers))
    for one in told:
        one.cover = covers[one.cover_id]
    return told


def covered_in(cover: Cover, *, viewer: Actor) -> QuerySet[Trajectory]:
    """Whom this cover is about, as far as this viewer may see them."""
    his = Assignment.objects.filter(officer=cover.officer_id, since__lte=cover.last_day)
    his = his.filter(Q(until__isnull=True) | Q(until__gt=cover.since))
    visible = Trajectory.objects.visible_to(viewer).filter(municipality=cover.municipality_id)
    visible = visible.running(viewer.on) if viewer.on else visible.none()
    chosen = visible.filter(pk__in=his.values("trajectory")).select_related("person", "municipality")
    return chosen.order_by("person__family_name", "person__given_names", "pk")


def told_in(cover: Cover, *, viewer: Actor) -> dict[int, MustKnow]:
    """What the substitute must know, by trajectory, as far as this viewer may see it."""
    told = MustKnow.objects.standing().visible_to(viewer).filter(cover=cover)
    return {one.trajectory_id: one for one in told}


def done_during(cover: Cover, trajectories: Collection[Trajectory]) -> QuerySet[JournalEntry]:
    """Everything that others did for these young people while he was away, the last first."""
    refs = [trajectory.person.ref for trajectory in trajectories]
    entries = JournalEntry.objects.filter(subject__in=refs)
    then = entries.filter(recorded_at__date__gte=cover.since, recorded_at__date__lte=cover.last_day)
    return then.exclude(recorded_by_id=str(cover.officer_id)).order_by("-recorded_at", "-number")


def done_by_others(
    trajectories: Collection[Trajectory], *, viewer: Actor, since: date
) -> QuerySet[JournalEntry]:
    """Everything that others did for these young people from that day on, the last first; not what went by itself."""
    refs = [trajectory.person.ref for trajectory in trajectories]
    entries = JournalEntry.objects.filter(subject__in=refs, recorded_at__date__gte=since)
    others = entries.exclude(recorded_by_id=viewer.id).exclude(recorded_by_kind=ActorKind.JOB)
    return others.order_by("-recorded_at", "-number")


def covers_around(viewer: Actor, *, on: date, back_since: date) -> list[Cover]:
    """Where he covers for somebody that day, and his own absences that ended since; one query, for who guides."""
    if not where_may(viewer, Permission.GUIDE):
        return []
    his = Cover.objects.visible_to(viewer).exclude(recorded_at__date__gt=on)
    ended = Q(officer_id=viewer.id, until__lte=on, until__gt=back_since)
    now = Q(substitute_id=viewer.id, since__lte=on, until__gt=on)
    return list(his.filter(ended | now).select_related("officer", "substitute").order_by("since", "pk"))
