"""Leave: he goes out for a goal and comes back; he stays inside by all that counts."""

import uuid
from datetime import date, datetime
from typing import Any, Self

from django.db import models, transaction
from django.db.models import F, Q

from regie.base.actors import Actor
from regie.base.facts import Fact
from regie.detention import rules
from regie.detention.enums import LeaveKind, LeaveResult, LeaveState
from regie.detention.models.condition_fact import ConditionFact
from regie.detention.models.detention_fact import DetentionFactQuerySet
from regie.detention.models.stay import Stay
from regie.detention.rules import LeaveAccount
from regie.persons.models import Person
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb

WORDS_WE_KNOW = (
    Q(kind__in=LeaveKind.values) & Q(state__in=LeaveState.values) & Q(result__in=["", *LeaveResult.values])
)
NO_RESULT = Q(result="", heard_on__isnull=True, result_words="")
RESULT = ~Q(result="") & Q(state=LeaveState.GRANTED, heard_on__isnull=False, since__isnull=False)


class Leave(ConditionFact):
    """He goes out from `since` up to and including `until` for `goal`; afterwards `result` says how it went."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} person",
        personal="source",
        criminal="happened_on kind goal state since until result result_words heard_on",
    )
    verb = Verb.LEAVE_RECORDED
    account_type = LeaveAccount

    kind = models.CharField(max_length=20, choices=LeaveKind.choices)
    goal = models.CharField(max_length=rules.LONGEST_GOAL)
    state = models.CharField(max_length=20, choices=LeaveState.choices)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    result = models.CharField(max_length=20, choices=LeaveResult.choices, blank=True)
    result_words = models.TextField(blank=True)
    heard_on = models.DateField(null=True, blank=True)

    objects = DetentionFactQuerySet.as_manager()

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            models.CheckConstraint(name="detention_leave_words_we_know", condition=WORDS_WE_KNOW),
            models.CheckConstraint(name="detention_leave_has_a_goal", condition=~Q(goal="")),
            models.CheckConstraint(
                name="detention_leave_ends_after_it_begins",
                condition=Q(until__isnull=True) | (Q(since__isnull=False) & Q(until__gte=F("since"))),
            ),
            models.CheckConstraint(
                name="detention_leave_result_is_of_leave_that_was", condition=NO_RESULT | RESULT
            ),
        ]
        indexes = [models.Index(fields=["person", "happened_on"], name="detention_leave_of_person")]

    @property
    def account(self) -> LeaveAccount:
        """What is told here."""
        told = vars(super().account)
        return LeaveAccount(**told | {"kind": LeaveKind(self.kind), "state": LeaveState(self.state)})

    def over(self, *, on: date) -> bool:
        """Whether its last day has been."""
        last = self.account.last
        return last is not None and last < on

    def begun(self, *, on: date) -> bool:
        """Whether its first day has come; of a day that nobody knows we do not say so."""
        return self.since is not None and self.since <= on

    @classmethod
    def record(
        cls,
        *,
        person: Person,
        account: Any,
        source: str = "",
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> Self:
        """Writes it down; told twice is once. Raises NotValid beside what cannot be, such as leave during leave."""
        with transaction.atomic():
            # Two who tell of the same days at once: the second waits here and is then refused.
            Person.objects.select_for_update(no_key=True).get(pk=person.pk)
            return super().record(
                person=person, account=account, source=source, submission=submission, by=by, at=at
            )

    def correct(self, *, account: Any, submission: uuid.UUID | None = None, by: Actor, at: datetime) -> Self:
        """Tells it better, or how it went. Raises NotValid or NotNow."""
        with transaction.atomic():
            Person.objects.select_for_update(no_key=True).get(pk=self.person_id)
            return super().correct(account=account, submission=submission, by=by, at=at)

    @classmethod
    def _check(cls, account: Any, person: Person, *, on: date, known: Any = None) -> None:
        his = cls.objects.current().of(person)
        # What says the same already is no other leave: told twice is once.
        others = [one.account for one in his.exclude(ref=known.ref if known else None)]
        stays = [stay.facts for stay in Stay.objects.current().of(person).order_by("happened_on", "pk")]
        told = [one for one in others if one != account]
        rules.check_leave(account, others=told, stays=stays, on=on)
