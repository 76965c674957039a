"""What somebody did with a term: it is done, it is not needed, or it is put off until a day."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from django.db import models, transaction
from django.db.models import Q

from regie.accounts.enums import Permission
from regie.accounts.rules import may
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow
from regie.base.facts import CORRECTED_MEANWHILE, Fact, FactQuerySet
from regie.base.submissions import once
from regie.clocks import rules
from regie.clocks.enums import HandlingKind
from regie.clocks.models.judgement import Judgement
from regie.clocks.rules import Handled, Term
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Guidance, Trajectory

VERBS = {
    HandlingKind.DONE: Verb.TERM_DONE,
    HandlingKind.NOT_NEEDED: Verb.TERM_NOT_NEEDED,
    HandlingKind.PUT_OFF: Verb.TERM_PUT_OFF,
}


@dataclass(frozen=True)
class HandlingAccount:
    """What is told: it was done on `happened_on`, or it is not needed or put off since; and why."""

    kind: HandlingKind
    happened_on: date
    until: date | None = None
    words: str = ""


class HandlingQuerySet(FactQuerySet):
    """Questions about what was done with terms."""

    def visible_to(self, viewer: Actor) -> Self:
        """Of the trajectories he may see."""
        return self.filter(trajectory__in=Trajectory.objects.visible_to(viewer))

    def of_term(self, trajectory: Trajectory, term: Term) -> Self:
        """All that stands of one term, the first one first."""
        rule, occurrence = term.key
        found = self.current().filter(trajectory=trajectory, rule=rule, occurrence=occurrence)
        return found.order_by("recorded_at", "pk")


class Handling(Fact):
    """Keyed by (rule, trajectory, occurrence), so that it survives a date that moves; the last one told holds.

    `due_then` is when it was due by what we knew then; `until` is the day on which it comes back.
    """

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory rule occurrence kind until due_then",
        personal="happened_on source",
        criminal="words",
    )

    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="+")
    rule = models.CharField(max_length=60)
    occurrence = models.CharField(max_length=80)
    kind = models.CharField(max_length=20, choices=HandlingKind.choices)
    until = models.DateField(null=True, blank=True)
    due_then = models.DateField(null=True, blank=True)
    words = models.CharField(max_length=rules.LONGEST_WORDS, blank=True)

    objects = HandlingQuerySet.as_manager()

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                name="clocks_handling_until_a_day_only_when_put_off",
                condition=Q(kind=HandlingKind.PUT_OFF, until__isnull=False)
                | Q(kind__in=[HandlingKind.DONE, HandlingKind.NOT_NEEDED], until__isnull=True),
            ),
            models.CheckConstraint(
                name="clocks_handling_says_why",
                condition=Q(kind=HandlingKind.DONE) | ~Q(words=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.ref)

    @property
    def ends(self) -> bool:
        """Whether nothing more is to be done."""
        return self.kind != HandlingKind.PUT_OFF

    @property
    def handled(self) -> Handled:
        """What the rules ask of it."""
        kind = HandlingKind(self.kind)
        return Handled(kind, self.happened_on, self.until, self.words, self.recorded_by_label, self.ref)

    @classmethod
    def tell(
        cls,
        *,
        trajectory: Trajectory,
        term: Term,
        account: HandlingAccount,
        seen: int | None,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> "Handling":
        """It is done, not needed or put off; one sending is once.

        `seen` is the key of what stood there, None for nothing. Raises NotAllowed, NotValid, or NotNow when a colleague
        did something with it meanwhile.
        """
        _check_may_handle(trajectory.guidance(), by)
        rules.check_not_in_plan(term)
        told = vars(account) | {"words": account.words.strip()}
        rules.check_handling(term, **told, on=day(at))
        return once(
            cls,
            submission,
            lambda: cls._make(trajectory, term, told, seen=seen, submission=submission, by=by, at=at),
        )

    @classmethod
    def _make(
        cls,
        trajectory: Trajectory,
        term: Term,
        told: dict[str, object],
        *,
        seen: int | None,
        submission: uuid.UUID | None,
        by: Actor,
        at: datetime,
    ) -> "Handling":
        with transaction.atomic():
            # Two at once: the second waits here and then finds what the first wrote.
            Trajectory.objects.select_for_update(no_key=True).get(pk=trajectory.pk)
            earlier = list(cls.objects.of_term(trajectory, term))
            if (earlier[-1].pk if earlier else None) != seen:
                raise NotNow(CORRECTED_MEANWHILE)
            if told["kind"] is HandlingKind.PUT_OFF:
                put_off = [one.recorded_by_id for one in earlier if one.kind == HandlingKind.PUT_OFF]
                rules.check_second_person(by.id, put_off)
            rule, occurrence = term.key
            made = cls.objects.create(
                trajectory=trajectory,
                rule=rule,
                occurrence=occurrence,
                due_then=term.acts_by,
                submission=submission,
                **told,
                **cls.stamp(by=by, at=at),
            )
            judged = made.ends and Judgement.on_completion(trajectory, term, made.handled, by=by, at=at)
            fields = ["rule", *told, *(["verdict"] if judged else [])]
            trajectory.journal(VERBS[HandlingKind(made.kind)], fields, by=by, at=at)
        return made

    def take_back(self, *, by: Actor, at: datetime) -> "Handling":
        """It was not so after all: the term is open again. Raises NotAllowed, or NotNow when it was taken back."""
        _check_may_handle(self.trajectory.guidance(), by)
        with transaction.atomic():
            withdrawal = self.add_correction(by=by, at=at, withdrawn=True)
            self.trajectory.journal(Verb.TERM_REOPENED, ["rule"], by=by, at=at)
        return withdrawal


def _check_may_handle(guidance: Guidance, by: Actor) -> None:
    """Raises NotAllowed unless he guides him (or stands in) or coordinates there, and NotNow when it is closed."""
    if not may(by, Permission.ASSIGN, guidance.municipality_id) and not guidance.is_by(by):
        raise NotAllowed("Alleen de toegewezen re-integratieofficier of de coördinator kan dit vastleggen.")
    guidance.check_open()
