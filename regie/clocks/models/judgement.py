"""What came of a term, written down by what was known that day."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from regie.approach.models import Edition
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.facts import Kept, KeptQuerySet
from regie.clocks import rules
from regie.clocks.enums import Verdict
from regie.clocks.rules import Handled, JudgedTerm, Key, SoFar, Term
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.trajectories.models import Trajectory

IS_DONE, HAS_DAY = Q(done_on__isnull=False), Q(due__isnull=False)


class JudgementQuerySet(KeptQuerySet):
    """Questions about judgements."""

    def visible_to(self, viewer: Actor) -> Self:
        """Of the trajectories he may see."""
        return self.filter(trajectory__in=Trajectory.objects.visible_to(viewer))

    def held(self, trajectory_ids: Iterable[int], *, on: date) -> dict[int, dict[Key, SoFar]]:
        """By trajectory and term what held before that day, and what was written of that day or before; one query."""
        written = self.filter(trajectory__in=list(trajectory_ids), judged_for__lte=on)
        found: dict[int, dict[Key, SoFar]] = {}
        for pk, rule, occurrence, verdict, due, done_on, judged_for in written.order_by(
            "judged_for", "pk"
        ).values_list("trajectory", "rule", "occurrence", "verdict", "due", "done_on", "judged_for"):
            his, key = found.setdefault(pk, {}), (rule, occurrence)
            last = JudgedTerm(Verdict(verdict), due, done_on)
            his[key] = SoFar(last if judged_for < on else his.get(key, SoFar()).before, last)
        return found


class Judgement(Kept):
    """The verdict on one term at the end of `judged_for`, by the `edition` that its rule came from.

    `rests_on` and `rests_day` are the fact that it was counted from, `due` the day as it was known then.
    """

    kept = "What was judged is never changed or removed: the next judgement says otherwise."
    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{RECORDED} trajectory rule occurrence edition verdict judged_for",
        personal="due done_on",
        criminal="rests_on rests_day",
    )

    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="+")
    rule = models.CharField(max_length=60)
    occurrence = models.CharField(max_length=80)
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    rests_on = models.CharField(max_length=200)
    rests_day = models.DateField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    judged_for = models.DateField()

    objects = JudgementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="clocks_judgement_follows_from_its_days",
                # What is compared is asked for first: a comparison with nothing would let everything through.
                condition=Q(verdict=Verdict.MET) & IS_DONE & (~HAS_DAY | Q(done_on__lte=F("due")))
                | Q(verdict=Verdict.MISSED) & IS_DONE & HAS_DAY & Q(done_on__gt=F("due"))
                | Q(verdict__in=[Verdict.MISSED, Verdict.UNKNOWN])
                & ~IS_DONE
                & HAS_DAY
                & Q(due__lte=F("judged_for"))
                | Q(verdict__in=[Verdict.EXEMPT, Verdict.OPEN]) & ~IS_DONE,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.verdict} {self.judged_for:%d-%m-%Y}"

    @classmethod
    def of(
        cls,
        trajectory: Trajectory,
        term: Term,
        judged: JudgedTerm,
        *,
        judged_for: date,
        stamp: dict[str, Any],
    ) -> Self:
        """What is written of a term, not saved yet."""
        rule, occurrence = term.key
        return cls(
            trajectory=trajectory,
            rule=rule,
            occurrence=occurrence,
            edition_id=term.rule.edition,
            rests_on=term.told.says,
            rests_day=term.told.day,
            due=judged.due,
            done_on=judged.done_on,
            verdict=judged.verdict,
            judged_for=judged_for,
            **stamp,
        )

    @classmethod
    def on_completion(
        cls, trajectory: Trajectory, term: Term, handled: Handled, *, by: Actor, at: datetime
    ) -> Self | None:
        """Judges a term at once that somebody did, or that is not needed; None when that was judged so already.

        Within the transaction and under the journal entry of what he said; the daily run looks again at the end of the
        day.
        """
        on = day(at)
        held = cls.objects.held([trajectory.pk], on=on).get(trajectory.pk, {}).get(term.key, SoFar())
        judged = rules.to_write(term, handled, so_far=held, on=on)
        if judged is None:
            return None
        made = cls.of(trajectory, term, judged, judged_for=on, stamp=cls.stamp(by=by, at=at))
        made.save()
        return made
