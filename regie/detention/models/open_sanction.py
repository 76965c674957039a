"""A sanction that is still open: he can be picked up for it, or lose what he built up."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from regie.base.facts import Fact
from regie.detention import rules
from regie.detention.enums import OpenSanctionKind
from regie.detention.models.detention_fact import DetentionFactQuerySet
from regie.detention.models.lasting_fact import EndingFact
from regie.persons.models import Person
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb


@dataclass(frozen=True)
class OpenSanctionAccount:
    """What is told of an open sanction; `amount` is in euros, hours or days, by its kind. None was not told."""

    kind: OpenSanctionKind
    amount: int | None = None
    words: str = ""
    as_of: date | None = None
    ended_on: date | None = None


class OpenSanction(EndingFact):
    """So much was still to be paid, done or served on `as_of`; it is settled from `ended_on` on."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} person",
        personal="source",
        criminal="happened_on kind amount words as_of ended_on",
    )
    verb = Verb.OPEN_SANCTION_RECORDED
    account_type = OpenSanctionAccount

    kind = models.CharField(max_length=20, choices=OpenSanctionKind.choices)
    amount = models.IntegerField(null=True, blank=True)
    words = models.TextField(blank=True)
    as_of = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    objects = DetentionFactQuerySet.as_manager()

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                name="detention_opensanction_kind_we_know", condition=Q(kind__in=OpenSanctionKind.values)
            ),
            models.CheckConstraint(
                name="detention_opensanction_amount_of_something",
                condition=Q(amount__isnull=True) | Q(amount__gte=1) & ~Q(kind=OpenSanctionKind.OTHER),
            ),
        ]
        indexes = [models.Index(fields=["person", "happened_on"], name="detention_sanction_of_person")]

    @classmethod
    def _check(cls, account: Any, person: Person, *, on: date, **known: Any) -> None:
        rules.check_sanction(OpenSanctionKind(account.kind), account.amount, account.words)
        rules.check_told_day(account.as_of, field="as_of", birth_date=person.birth_date, on=on)
        super()._check(account, person, on=on, **known)
        rules.check_settled(account.ended_on, as_of=account.as_of)
