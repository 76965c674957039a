"""A special condition: what he must do, or may not do."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from regie.detention import rules
from regie.detention.enums import SpecialConditionKind
from regie.detention.models.detention_fact import DetentionFactQuerySet
from regie.detention.models.lasting_fact import LastingFact
from regie.persons.models import Person
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb


@dataclass(frozen=True)
class SpecialConditionAccount:
    """What is told of a special condition; `words` as the judge wrote them. None and empty were not told."""

    kind: SpecialConditionKind
    words: str = ""
    since: date | None = None
    until: date | None = None
    ended_on: date | None = None


class SpecialCondition(LastingFact):
    """A judge, a prosecutor or the prison laid it on him; `words` are theirs."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} person",
        personal="source",
        criminal="happened_on kind words since until ended_on",
    )
    verb = Verb.SPECIAL_CONDITION_RECORDED
    account_type = SpecialConditionAccount

    kind = models.CharField(max_length=20, choices=SpecialConditionKind.choices)
    words = models.TextField(blank=True)

    objects = DetentionFactQuerySet.as_manager()

    class Meta(LastingFact.Meta):
        constraints = [
            *LastingFact.Meta.constraints,
            models.CheckConstraint(
                name="detention_specialcondition_kind_we_know",
                condition=Q(kind__in=SpecialConditionKind.values),
            ),
        ]
        indexes = [models.Index(fields=["person", "happened_on"], name="detention_condition_of_person")]

    @classmethod
    def _check(cls, account: Any, person: Person, *, on: date, **known: Any) -> None:
        rules.check_told_in_words(account.words, needed=account.kind == SpecialConditionKind.OTHER)
        super()._check(account, person, on=on, **known)
