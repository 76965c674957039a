"""Something that the officer does for him for now, and who does it since: he, together, or the officer."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from regie.approach.queries import approach_for
from regie.approach.rules.entry import LONGEST_CODE
from regie.base.errors import NotNow, NotValid
from regie.plans import rules
from regie.plans.enums import Doer, RestsOn
from regie.plans.models.authorisation import check_his, same_of
from regie.plans.rules import DoingAccount, TakenOverAccount
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs

NO_SUCH = "Dit is bij deze jongere niet uit handen genomen."
HIS_ALREADY = "Hij doet dit al zelf."


class TakenOver(TrajectoryFact):
    """Since `happened_on` the officer does something for him; until `until`, when they look at it together.

    `authorisation` is the `ref` of the one it rests on: all versions of that share it, so it stays the same one.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory rests_on authorisation",
        personal="happened_on until source",
        special="domain",
        criminal="words why",
    )

    verbs = Verbs(Verb.TAKEN_OVER_TOLD, Verb.TAKEN_OVER_CORRECTED, Verb.TAKEN_OVER_WITHDRAWN)

    words = models.CharField(max_length=rules.LONGEST_TAKEN_OVER)
    why = models.CharField(max_length=rules.LONGEST_WHY, blank=True)
    domain = models.CharField(max_length=LONGEST_CODE, blank=True)
    until = models.DateField(null=True, blank=True)
    rests_on = models.CharField(max_length=20, choices=RestsOn)
    authorisation = models.UUIDField(null=True, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(name="plans_takenover_says_what", condition=~Q(words="")),
            models.CheckConstraint(
                name="plans_takenover_until_after_it_begins",
                condition=Q(until__isnull=True) | Q(until__gte=F("happened_on")),
            ),
            models.CheckConstraint(
                name="plans_takenover_names_what_it_rests_on",
                condition=Q(rests_on=RestsOn.AUTHORISATION, authorisation__isnull=False)
                | (Q(rests_on__in=rules.WITHOUT_PAPER) & Q(authorisation__isnull=True)),
            ),
        ]

    @property
    def account(self) -> TakenOverAccount:
        """What is told here."""
        return TakenOverAccount(
            self.happened_on,
            self.words,
            self.why,
            self.domain,
            self.until,
            RestsOn(self.rests_on),
            self.authorisation,
        )

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> Self | None:
        """The one that says just this."""
        return same_of(cls, trajectory, told)

    @classmethod
    def _check(cls, account: TakenOverAccount, trajectory: Trajectory, *, on: date, **_about: Any) -> None:
        rules.check_taken_over(account, birth_date=trajectory.person.birth_date, on=on)
        check_his(account.authorisation, trajectory, field="rests_on")
        if account.domain:
            domains = {one.code for one in approach_for(trajectory.municipality, on=on).life_domains}
            if account.domain not in domains:
                raise NotValid("Dit leefgebied kennen we niet.", field="domain")


class Doing(TrajectoryFact):
    """Since `happened_on` this is who does what was taken over (`thing`, its `ref`); handing it back is one of them."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory thing",
        personal="happened_on again_on doer source",
        criminal="words",
    )

    verbs = Verbs(Verb.DOING_TOLD, Verb.DOING_CORRECTED, Verb.DOING_WITHDRAWN)

    thing = models.UUIDField()
    doer = models.CharField(max_length=20, choices=Doer)
    words = models.CharField(max_length=rules.LONGEST_DOING, blank=True)
    again_on = models.DateField(null=True, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="plans_doing_again_after_it",
                condition=Q(again_on__isnull=True)
                | (Q(again_on__gt=F("happened_on")) & ~Q(doer=Doer.HIMSELF)),
            ),
            models.CheckConstraint(name="plans_doing_by_whom_we_know", condition=Q(doer__in=Doer.values)),
        ]

    @property
    def account(self) -> DoingAccount:
        """What is told here."""
        return DoingAccount(self.happened_on, Doer(self.doer), self.words, self.again_on)

    @property
    def about(self) -> Mapping[str, UUID]:
        """Of what it tells, which no correction changes."""
        return {"thing": self.thing}

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> Self | None:
        """The one that says just this; raises NotNow when he does it himself already."""
        same: Self | None = same_of(cls, trajectory, told)
        if same is None and told["doer"] is Doer.HIMSELF:
            of_it = cls.objects.current().of(trajectory).filter(thing=told["thing"])
            before: Any = of_it.filter(happened_on__lte=told["happened_on"])
            last = before.order_by("happened_on", "recorded_at", "pk").last()
            if last and last.doer == Doer.HIMSELF:
                raise NotNow(HIS_ALREADY)
        return same

    @classmethod
    def _check(cls, account: DoingAccount, trajectory: Trajectory, *, on: date, **about: Any) -> None:
        thing = TakenOver.objects.current().of(trajectory).filter(ref=about["thing"]).first()
        if thing is None:
            raise NotNow(NO_SUCH)
        birth_date = trajectory.person.birth_date
        rules.check_doing(account, since=thing.happened_on, birth_date=birth_date, on=on)
