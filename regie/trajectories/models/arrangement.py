"""An arrangement: how one thing stands that must be arranged for him."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from regie.approach.queries import approach_for
from regie.base.facts import AS_TOLD
from regie.detention.models import Stay
from regie.detention.rules import day_one
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.enums import ArrangementDecision, ArrangementList, ArrangementState, Owner
from regie.trajectories.models.trajectory import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs
from regie.trajectories.rules import ArrangementAccount

SETTLED = Q(state__in=rules.SETTLED)
WORDS_WE_KNOW = Q(list__in=ArrangementList.values, state__in=ArrangementState.values, owner__in=Owner.values)
DECIDED = Q(list=ArrangementList.DETENTION, decision__in=ArrangementDecision.values)


class Arrangement(TrajectoryFact):
    """Since `happened_on` it stands so with one item of a list of the approach, and who sees to it by `due_on`.

    The last one told of an item holds, but only those since he came in count: each detention begins with an empty list.
    What must be arranged can tell of his health (medicines), and its words of anything: the strictest counts.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory",
        personal="happened_on due_on state owner owner_name source",
        special="item",
        criminal="list decision words",
    )

    verbs = Verbs(Verb.ARRANGEMENT_TOLD, Verb.ARRANGEMENT_CORRECTED, Verb.ARRANGEMENT_WITHDRAWN)

    list = models.CharField(max_length=20, choices=ArrangementList)
    item = models.CharField(max_length=rules.LONGEST_ITEM)
    state = models.CharField(max_length=20, choices=ArrangementState)
    owner = models.CharField(max_length=20, choices=Owner, default=Owner.UNKNOWN)
    owner_name = models.CharField(max_length=rules.LONGEST_OWNER, blank=True)
    due_on = models.DateField(null=True, blank=True)
    words = models.CharField(max_length=rules.LONGEST_ARRANGEMENT, blank=True)
    decision = models.CharField(max_length=20, choices=ArrangementDecision, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(name="trajectories_arrangement_words_we_know", condition=WORDS_WE_KNOW),
            models.CheckConstraint(
                name="trajectories_arrangement_decision_is_of_detention", condition=Q(decision="") | DECIDED
            ),
            models.CheckConstraint(name="trajectories_arrangement_names_its_item", condition=~Q(item="")),
            models.CheckConstraint(
                name="trajectories_arrangement_is_due_after_it_was_told",
                condition=SETTLED | Q(due_on__isnull=True) | Q(due_on__gte=F("happened_on")),
            ),
        ]

    @property
    def account(self) -> ArrangementAccount:
        """What is told here."""
        return ArrangementAccount(
            ArrangementState(self.state),
            self.happened_on,
            Owner(self.owner),
            self.owner_name,
            self.due_on,
            self.words,
            self.decision,
        )

    @property
    def about(self) -> Mapping[str, Any]:
        """Its list and item, which no correction changes."""
        return {"list": ArrangementList(self.list), "item": self.item}

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> Self | None:
        """The one that holds already since he came in and says the same, since whatever day."""
        # Two who tell the same at once: the second waits here and then finds what the first wrote.
        Trajectory.objects.select_for_update(no_key=True).get(pk=trajectory.pk)
        on = told["happened_on"]
        of_it = cls.objects.current().of(trajectory).filter(list=told["list"], item=told["item"])
        since = told_since(of_it, came_in(trajectory, on=on))
        held: Any = arranged(since, told["list"], on=on).get(told["item"])
        same = held and all(getattr(held, name) == told[name] for name in told if name != "happened_on")
        return held if same else None

    @classmethod
    def _check(cls, account: ArrangementAccount, trajectory: Trajectory, *, on: date, **about: Any) -> None:
        rules.check_item(about["list"], about["item"], approach_for(trajectory.municipality, on=on))
        rules.check_arrangement(about["list"], account, birth_date=trajectory.person.birth_date, on=on)
        rules.check_since(account, came_in=came_in(trajectory, on=on))


def came_in(trajectory: Trajectory, *, on: date) -> date | None:
    """The first day of the detention that he is in, or was in last; None when nobody told; one query."""
    stays = [stay.facts for stay in Stay.objects.current().of(trajectory.person)]
    return day_one([stay for stay in stays if stay.since <= on], referred_on=on) or (
        trajectory.referral.detained_since
    )


def told_since(told: Iterable[Arrangement], since: date | None) -> list[Arrangement]:
    """Those that count for the detention that began that day, oldest first."""
    counts = (one for one in told if since is None or one.happened_on >= since)
    return sorted(counts, key=AS_TOLD)


def arranged(told: Iterable[Arrangement], which: ArrangementList, *, on: date) -> dict[str, Arrangement]:
    """Of each item of a list the one that holds that day, of what counts, oldest first."""
    return {one.item: one for one in told if one.list == which and one.happened_on <= on}
