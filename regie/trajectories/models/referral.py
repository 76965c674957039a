"""The referral: somebody tells us of a young person who needs an officer."""

from datetime import date, datetime
from typing import Self

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.functional import cached_property

from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import check_may, where_may
from regie.approach.queries import approach_for
from regie.approach.rules import Approach
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow
from regie.base.facts import Fact, FactQuerySet
from regie.detention.queries import days_one
from regie.persons.models import Person
from regie.privacy.actions import journal
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.models.assignment import Assignment
from regie.trajectories.models.closure import Reopening
from regie.trajectories.models.outcome import Redirection
from regie.trajectories.models.trajectory import Trajectory
from regie.trajectories.models.waiver import Waiver
from regie.trajectories.models.weighing import Weighing
from regie.trajectories.rules import AgeFacts, Judged


def was_guided(until: date) -> str:
    """What is said to who would begin a second guidance."""
    return f"Deze jongere is al eerder begeleid, tot {until:%d-%m-%Y}. Heropen die begeleiding."


class ReferralQuerySet(FactQuerySet):
    """Questions about referrals."""

    def visible_to(self, viewer: Actor) -> Self:
        """Who screens sees the open ones of his municipality, and those he redirected himself.

        An accepted one belongs to the trajectory it became.
        """
        seen = Q(municipality__in=where_may(viewer, Permission.SEE_ALL_TRAJECTORIES))
        seen |= Q(ref__in=Trajectory.objects.visible_to(viewer).values("referral__ref"))
        screens = where_may(viewer, Permission.SCREEN_REFERRALS)
        if screens:
            mine = Redirection.objects.filter(referral__ref=OuterRef("ref"), recorded_by_id=viewer.id)
            seen |= Q(municipality__in=screens) & (self._is_open() | Q(Exists(mine)))
        return self.filter(seen)

    def screened_by(self, viewer: Actor) -> Self:
        """All referrals of the municipalities where he screens: to tell him what became of one, not what it says."""
        return self.filter(municipality__in=where_may(viewer, Permission.SCREEN_REFERRALS))

    def open(self) -> Self:
        """Referrals that nobody decided on."""
        return self.current().filter(self._is_open())

    def redirected(self) -> Self:
        """Referrals that went to regular aftercare, with that decision; the last one first."""
        decided = self.current().filter(redirection__isnull=False).select_related("redirection")
        return decided.order_by("-redirection__recorded_at", "-pk")

    def _is_open(self) -> Q:
        accepted = Trajectory.objects.filter(referral__ref=OuterRef("ref"))
        redirected = Redirection.objects.filter(referral__ref=OuterRef("ref"))
        reopened = Reopening.objects.filter(referral_ref=OuterRef("ref"))
        return Q(~Exists(accepted)) & Q(~Exists(redirected)) & Q(~Exists(reopened))


class Referral(Fact):
    """We were told of a young person on the day `happened_on`, by `referred_by`.

    Since when he is detained and where are as told; empty means that it was not told.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} person municipality",
        personal="happened_on source referred_by",
        criminal="detained_since facility told",
    )

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    referred_by = models.CharField(max_length=200)
    detained_since = models.DateField(null=True, blank=True)
    facility = models.CharField(max_length=120, blank=True)
    told = models.TextField(blank=True)

    objects = ReferralQuerySet.as_manager()

    class Meta(Fact.Meta):
        indexes = [models.Index(fields=["municipality", "-happened_on"], name="trajectories_referral_inbox")]

    def __str__(self) -> str:
        return str(self.ref)

    @cached_property
    def day_one(self) -> date | None:
        """The first day of the detention it is about: by the stays we know, else as this referral told; one query."""
        return days_one({self.person_id: self.happened_on})[self.person_id] or self.detained_since

    def accept(self, *, planned_end: date, by: Actor, at: datetime) -> Trajectory:
        """An officer takes this young person on: a trajectory begins, assigned to him, as long as the approach says.

        Twice by the same officer is once. Raises NotAllowed, NotValid (planned end too early), or NotNow: a criterion
        is not met, a colleague was first, or the young person is guided already.
        """
        check_may(by, Permission.SCREEN_REFERRALS, self.municipality_id)
        started_on = day(at)
        approach = approach_for(self.municipality, on=started_on)
        earliest = rules.earliest_end(approach, started_on=started_on, day_one=self.day_one)
        rules.check_planned_end(planned_end, earliest=earliest, shortest=approach.shortest)
        with transaction.atomic():
            # Two officers at once: the second waits here, and then finds the trajectory of the first.
            person = Person.objects.select_for_update(no_key=True).get(pk=self.person_id)
            mine = self._accepted_earlier(by)
            if mine is not None:
                return mine
            referral = self.as_it_stands()
            referral.check_acceptable(approach, on=started_on)
            trajectory = Trajectory.objects.create(
                person=person,
                municipality=self.municipality,
                referral=referral,
                started_on=started_on,
                planned_end=planned_end,
                **Trajectory.stamp(by=by, at=at),
            )
            Assignment.objects.create(
                trajectory=trajectory, officer_id=by.id, since=started_on, **Assignment.stamp(by=by, at=at)
            )
            referral.journal(
                Verb.REFERRAL_ACCEPTED, ["trajectory", "assignment", "planned_end"], by=by, at=at
            )
        return trajectory

    def _accepted_earlier(self, by: Actor) -> Trajectory | None:
        """The trajectory this officer began with this referral a moment ago; NotNow when it began otherwise."""
        running = Trajectory.objects.filter(person=self.person_id).select_related("referral").first()
        if running is None:
            return None
        if running.referral.ref != self.ref:
            closed_on = running.guidance().closed_on
            if closed_on:
                raise NotNow(was_guided(closed_on))
            officer = running.officer_on(by.on) if by.on else None
            raise NotNow(f"Deze jongere heeft al een traject, bij {officer or 'nog niemand'}.")
        if running.recorded_by_id != by.id:
            raise NotNow(f"{running.recorded_by_label} heeft deze aanmelding al aangenomen.")
        return running

    def journal(self, verb: Verb, fields: list[str], *, by: Actor, at: datetime) -> None:
        """Writes what was done with it in the journal of its municipality, within the transaction that did it."""
        chain = self.municipality.cbs_code
        journal(verb, chain=chain, subject=self.person.ref, fields=fields, by=by, at=at)

    def check_acceptable(self, approach: Approach, *, on: date) -> None:
        """Raises NotNow with what stands in the way of accepting it that day."""
        waived = Waiver.objects.of(self.ref).agreed().values_list("criterion", flat=True)
        rules.check_acceptable(approach, self.judged(approach, on=on), waived)

    def judged(self, approach: Approach, *, on: date) -> dict[str, Judged] | None:
        """What we know of each criterion of this approach, his age reckoned anew; None when nobody weighed yet."""
        weighing = Weighing.objects.of(self.ref)
        return self.judged_in(weighing, approach, on=on) if weighing else None

    def judged_in(self, weighing: Weighing, approach: Approach, *, on: date) -> dict[str, Judged]:
        """What this weighing says of each criterion of this approach, his age reckoned anew; no query."""
        still = rules.still_answering(weighing.judged, then=weighing.approach, now=approach)
        return still | {rules.AGE: rules.judge_age(self.age_facts(on), approach)}

    def age_facts(self, on: date) -> AgeFacts:
        """What his age is reckoned from when it is decided that day."""
        return AgeFacts(self.person.birth_date, self.day_one, self.happened_on, on)

    def as_it_stands(self) -> "Referral":
        """The version that holds now; NotNow when it was withdrawn or decided on meanwhile.

        Within a transaction that holds the person: a colleague may have written it down better a moment ago.
        """
        reopened = Reopening.objects.filter(referral_ref=OuterRef("ref")).values("recorded_by_label")
        chosen = Referral.objects.current().select_related("person", "municipality")
        chosen = chosen.annotate(reopened_by=Subquery(reopened))
        current: Referral | None = chosen.filter(ref=self.ref).first()
        if current is None:
            raise NotNow("Deze aanmelding is intussen ingetrokken.")
        reopened_by = vars(current)["reopened_by"]
        if reopened_by:
            raise NotNow(f"{reopened_by} heeft met deze aanmelding de begeleiding heropend.")
        for decided, said in ((Trajectory, "aangenomen"), (Redirection, "naar de reguliere nazorg gestuurd")):
            decision = decided.objects.filter(referral__ref=self.ref).first()
            if decision is not None:
                raise NotNow(f"{decision.recorded_by_label} heeft deze aanmelding al {said}.")
        return current
