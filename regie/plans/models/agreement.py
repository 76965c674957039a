"""An agreement: what he and others promise on a day, and what he says of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Self

from django.db import models, transaction
from django.db.models import F, Q

from regie.approach.queries import approach_for
from regie.base.facts import Kept, KeptQuerySet, standing
from regie.plans import rules
from regie.plans.enums import Consent, Presence, PromisedBy, Retold
from regie.plans.rules import AgreementAccount, Promised
from regie.privacy.declarations import FACT, RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs

STAMP = ("recorded_at", "recorded_by_kind", "recorded_by_id", "recorded_by_label")


class AgreementQuerySet(TrajectoryFactQuerySet):
    """Questions about agreements; each is made with its promises."""

    def create(self, **told: Any) -> Any:
        """The agreement and a row for each promise, or neither."""
        promises: Sequence[Promised] = told.pop("promises")
        with transaction.atomic():
            made = super().create(**told)
            stamp = {name: told[name] for name in STAMP}
            Promise.objects.bulk_create(
                Promise(agreement=made, place=place, **one._asdict(), **stamp)
                for place, one in enumerate(promises)
            )
        made.promises = tuple(promises)
        return made


class Agreement(TrajectoryFact):
    """On `happened_on` they agreed on promises; the last one holds, and `follows` is the one it came after.

    `answer` is why he does not agree or could not answer, as he says it; `retold_words` what was agreed in his own
    words; `again_on` the day to look at it together again. Every version has promises of its own.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory follows",
        personal="happened_on source consent presence retold again_on",
        criminal="answer retold_words",
    )

    verbs = Verbs(Verb.AGREEMENT_TOLD, Verb.AGREEMENT_CORRECTED, Verb.AGREEMENT_WITHDRAWN)

    follows = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    consent = models.CharField(max_length=20, choices=Consent)
    presence = models.CharField(max_length=20, choices=Presence)
    answer = models.CharField(max_length=rules.LONGEST_ANSWER, blank=True)
    retold = models.CharField(max_length=20, choices=Retold)
    retold_words = models.CharField(max_length=rules.LONGEST_RETOLD, blank=True)
    again_on = models.DateField(null=True, blank=True)

    objects = AgreementQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="plans_agreement_is_his_only_when_he_was_there",
                condition=~Q(presence=Presence.NOT, consent=Consent.AGREED),
            ),
            models.CheckConstraint(
                name="plans_agreement_retold_in_words",
                condition=(Q(retold=Retold.TOLD) & ~Q(retold_words=""))
                | (~Q(retold=Retold.TOLD) & Q(retold_words="")),
            ),
            models.CheckConstraint(
                name="plans_agreement_is_looked_at_later",
                condition=Q(again_on__isnull=True) | Q(again_on__gt=F("happened_on")),
            ),
        ]

    @cached_property
    def promises(self) -> tuple[Promised, ...]:
        """Who promises what, in order; asks the database unless read along."""
        return tuple(one.told for one in Promise.objects.filter(agreement=self.pk).order_by("place"))

    @property
    def account(self) -> AgreementAccount:
        """What is told here."""
        return AgreementAccount(
            self.happened_on,
            self.promises,
            Consent(self.consent),
            Presence(self.presence),
            self.answer,
            Retold(self.retold),
            self.retold_words,
            self.again_on,
        )

    def add_correction(self, **changes: Any) -> Self:
        """The next version, with promises of its own: the same ones unless told otherwise."""
        return super().add_correction(**{"promises": self.promises} | changes)

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> Self | None:
        """None: each agreement is new. Raises NotNow when another one was made since this one was begun."""
        # Two who agree at once: the second waits here and then sees what the first wrote.
        Trajectory.objects.select_for_update(no_key=True).get(pk=trajectory.pk)
        last = next(iter(newest_first(cls.objects.of(trajectory))), None)
        said = " ".join(f"{one.name or one.who.label}: {one.words}" for one in last.promises) if last else ""
        rules.check_follows(told.get("follows_id"), standing=last.pk if last else None, told=said)
        return None

    @classmethod
    def _check(cls, account: AgreementAccount, trajectory: Trajectory, *, on: date, **_about: Any) -> None:
        avoided = approach_for(trajectory.municipality, on=on).no_sanction_words
        rules.check_agreement(account, birth_date=trajectory.person.birth_date, on=on, avoided=avoided)


class Promise(Kept):
    """One line of an agreement: who promises what; of somebody else his name."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{RECORDED} agreement place who",
        personal="name",
        criminal="words",
    )
    kept = "A promise stays as it was agreed: tell the agreement better, or make a new one."

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()
    who = models.CharField(max_length=20, choices=PromisedBy)
    name = models.CharField(max_length=rules.LONGEST_PROMISER, blank=True)
    words = models.CharField(max_length=rules.LONGEST_PROMISE)

    objects = KeptQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agreement", "place"], name="plans_promise_one_at_a_place"),
            models.CheckConstraint(name="plans_promise_says_something", condition=~Q(words="")),
            models.CheckConstraint(
                name="plans_promise_of_someone_else_has_a_name",
                condition=(Q(who=PromisedBy.SOMEONE_ELSE) & ~Q(name=""))
                | (~Q(who=PromisedBy.SOMEONE_ELSE) & Q(name="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agreement_id}.{self.place}"

    @property
    def told(self) -> Promised:
        """What is told here."""
        return Promised(PromisedBy(self.who), self.name, self.words)


def newest_first(versions: Iterable[Agreement], *, as_known: date | None = None) -> list[Agreement]:
    """Of all versions of agreements those that stand, the one that holds first.

    Of one day the one told last is first, also when an earlier one was told better after it.
    """
    told = sorted(versions, key=lambda one: one.pk)
    first_told = {one.ref: one.pk for one in reversed(told)}
    return sorted(
        standing(told, as_known=as_known),
        key=lambda one: (one.happened_on, first_told[one.ref]),
        reverse=True,
    )
