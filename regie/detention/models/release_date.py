"""When he may come out."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.facts import Fact
from regie.detention import rules
from regie.detention.enums import Certainty, ReleaseKind, Title
from regie.detention.models.detention_fact import DetentionFact, DetentionFactQuerySet
from regie.detention.models.sentence import Sentence
from regie.detention.models.stay import Stay
from regie.persons.models import Person
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb


@dataclass(frozen=True)
class ReleaseAccount:
    """What is told of a release; None is: no day was told. `known_since` None is the day of writing."""

    expected_on: date | None = None
    kind: ReleaseKind = ReleaseKind.UNKNOWN
    certainty: Certainty = Certainty.UNSURE
    known_since: date | None = None


class ReleaseDate(DetentionFact):
    """He is expected out on a day, of a kind and with a certainty, known since `happened_on`.

    Every new date is a new fact: how it shifted can be read back. The last one known is the one that holds.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} person",
        personal="source",
        criminal="happened_on expected_on kind certainty",
    )
    verb = Verb.RELEASE_DATE_RECORDED

    expected_on = models.DateField(null=True, blank=True)
    kind = models.CharField(max_length=20, choices=ReleaseKind.choices, default=ReleaseKind.UNKNOWN)
    certainty = models.CharField(max_length=20, choices=Certainty.choices, default=Certainty.UNSURE)

    objects = DetentionFactQuerySet.as_manager()

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                name="detention_releasedate_any_day_has_no_day",
                condition=~Q(certainty=Certainty.ANY_DAY) | Q(expected_on__isnull=True),
            ),
            models.CheckConstraint(
                name="detention_releasedate_fixed_has_a_day",
                condition=~Q(certainty=Certainty.FIXED) | Q(expected_on__isnull=False),
            ),
            models.CheckConstraint(
                name="detention_releasedate_words_we_know",
                condition=Q(kind__in=ReleaseKind.values) & Q(certainty__in=Certainty.values),
            ),
        ]
        indexes = [models.Index(fields=["person", "happened_on"], name="detention_release_last_known")]

    def __str__(self) -> str:
        return str(self.ref)

    @cached_property
    def facts(self) -> rules.ReleaseFacts:
        """What the rules ask of a release."""
        return rules.ReleaseFacts(
            self.expected_on, ReleaseKind(self.kind), Certainty(self.certainty), self.happened_on
        )

    @classmethod
    def record(
        cls,
        *,
        person: Person,
        account: ReleaseAccount,
        source: str = "",
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> "ReleaseDate":
        """Writes down when he is expected out; told twice is once. Raises NotValid beside what cannot be.

        Call it through an action of trajectories, which knows who may.
        """
        cls._check(account, person, on=day(at))
        happened_on = account.known_since or day(at)
        return cls._write_down(
            person,
            _told(account),
            source=source,
            happened_on=happened_on,
            submission=submission,
            by=by,
            at=at,
        )

    def correct(
        self, *, account: ReleaseAccount, submission: uuid.UUID | None = None, by: Actor, at: datetime
    ) -> "ReleaseDate":
        """Tells it better; what stood there before can still be read back. Raises NotValid, or NotNow."""
        self._check(account, self.person, on=day(at))
        happened_on = account.known_since or self.happened_on
        return self._tell_better(_told(account), happened_on=happened_on, submission=submission, by=by, at=at)

    @property
    def account(self) -> ReleaseAccount:
        """What is told here."""
        return ReleaseAccount(
            self.expected_on, ReleaseKind(self.kind), Certainty(self.certainty), self.happened_on
        )

    @staticmethod
    def _check(account: ReleaseAccount, person: Person, *, on: date) -> None:
        rules.check_told_day(account.known_since, field="known_since", birth_date=person.birth_date, on=on)
        stays = Stay.objects.current().of(person)
        told = rules.ReleaseFacts(
            account.expected_on, account.kind, account.certainty, account.known_since or on
        )
        ground = Sentence.that_holds(person, on=on)
        title = Title(ground.title) if ground else None
        rules.check_release(told, title=title, stays=[stay.facts for stay in stays])

    @classmethod
    def held(cls, person: Person, told: Mapping[str, Any], *, on: date) -> "ReleaseDate | None":
        """The one told last, when it says this already and is not of an earlier detention."""
        same = super().held(person, told, on=on)
        if same is None:
            return None
        stays = [stay.facts for stay in Stay.objects.current().of(person)]
        came_in = rules.day_one([stay for stay in stays if stay.since <= on], referred_on=on)
        return None if came_in and (same.expected_on or same.happened_on) < came_in else same


def _told(account: ReleaseAccount) -> dict[str, Any]:
    return {name: value for name, value in vars(account).items() if name != "known_since"}
