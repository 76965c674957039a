"""A hearing before a judge."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.db import models
from django.db.models import F, Q

from regie.base.facts import Fact
from regie.detention import rules
from regie.detention.enums import HearingKind, HearingOutcome
from regie.detention.models.condition_fact import ConditionFact
from regie.detention.models.detention_fact import DetentionFactQuerySet
from regie.persons.models import Person
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb


@dataclass(frozen=True)
class HearingAccount:
    """What is told of a hearing; `happened_on` is its day, past or to come, and None and empty were not told."""

    happened_on: date
    kind: HearingKind = HearingKind.UNKNOWN
    time_of_day: time | None = None
    court: str = ""
    outcome: HearingOutcome = HearingOutcome.UNKNOWN
    postponed_to: date | None = None


class Hearing(ConditionFact):
    """He comes before a judge on `happened_on`, which may lie ahead; in pre-trial detention he can walk out after it.

    A hearing that was postponed keeps its day; `postponed_to` is the new one, when it is known.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} person",
        personal="source",
        criminal="happened_on kind time_of_day court outcome postponed_to",
    )
    verb = Verb.HEARING_RECORDED
    account_type = HearingAccount

    kind = models.CharField(max_length=20, choices=HearingKind.choices, default=HearingKind.UNKNOWN)
    time_of_day = models.TimeField(null=True, blank=True)
    court = models.CharField(max_length=120, blank=True)
    outcome = models.CharField(max_length=20, choices=HearingOutcome.choices, default=HearingOutcome.UNKNOWN)
    postponed_to = models.DateField(null=True, blank=True)

    objects = DetentionFactQuerySet.as_manager()

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                name="detention_hearing_words_we_know",
                condition=Q(kind__in=HearingKind.values) & Q(outcome__in=HearingOutcome.values),
            ),
            models.CheckConstraint(
                name="detention_hearing_postponed_to_a_later_day",
                condition=Q(postponed_to__isnull=True)
                | Q(outcome=HearingOutcome.POSTPONED) & Q(postponed_to__gt=F("happened_on")),
            ),
        ]
        indexes = [models.Index(fields=["person", "happened_on"], name="detention_hearing_of_person")]

    @property
    def facts(self) -> rules.HearingFacts:
        """What the rules ask of a hearing."""
        return rules.HearingFacts(self.happened_on, HearingOutcome(self.outcome), self.postponed_to)

    def over(self, *, on: date) -> bool:
        """Whether its day has been; of a postponed one its new day."""
        return max(self.happened_on, self.postponed_to or self.happened_on) < on

    def begun(self, *, on: date) -> bool:
        """A hearing is still to come, or it has been."""
        return self.over(on=on)

    @classmethod
    def _check(cls, account: HearingAccount, person: Person, *, on: date, **_known: Any) -> None:
        told = rules.HearingFacts(account.happened_on, HearingOutcome(account.outcome), account.postponed_to)
        rules.check_hearing(told, birth_date=person.birth_date, on=on)
