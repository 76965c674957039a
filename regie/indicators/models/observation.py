"""A figure as a source told it: of one definition, one area, one period and one edition."""

import uuid
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any, Self

from django.db import IntegrityError, models, transaction
from django.db.models import F, Q

from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import check_may, where_may
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.base.facts import CORRECTED_MEANWHILE, Fact, FactQuerySet
from regie.base.submissions import once
from regie.indicators.enums import Way
from regie.indicators.models.definition import Definition
from regie.indicators.models.halt import IndicatorHalt
from regie.indicators.rules import (
    LONGEST_EDITION,
    LONGEST_NOTE,
    NATION,
    ObservationAccount,
    Period,
    check_begun,
    check_observation,
    figure,
)
from regie.privacy.actions import journal
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb

THERE = "Dit cijfer staat er al: dezelfde definitie, periode en uitgave, en hetzelfde gebied. Verbeter dat."
BEFORE = "De definitie geldt vanaf {since:%d-%m-%Y}. Voor deze periode is er geen."
SHIPPED = "Dit cijfer is meegeleverd met Regie. Klopt het niet? Vertel het aan wie Regie beheert."


class ObservationQuerySet(FactQuerySet):
    """Questions about figures."""

    def visible_to(self, viewer: Actor) -> Self:
        """Those that were told where this viewer reads them, and those shipped for the whole country."""
        where = where_may(viewer, Permission.READ_INDICATORS)
        if not where:
            return self.none()
        return self.filter(Q(municipality__in=where) | Q(municipality__isnull=True))

    def in_order(self) -> Self:
        """As they are read: by definition, then in time, the nation beside the area, the last edition last."""
        return self.select_related("definition", "municipality").order_by(
            "definition__version", "happened_on", "until", "region", "edition", "pk"
        )

    def beside(self, definition: Definition, municipality: Municipality | None) -> Self:
        """The figures that one municipality sees under a definition: its own, and the shipped ones."""
        return self.filter(Q(municipality=municipality) | Q(municipality__isnull=True), definition=definition)


class Observation(Fact):
    """The period begins on `happened_on` and lasts until, not including, `until`; without a figure the source had none.

    Two editions of one period stand beside each other. One of no municipality is shipped with Regie.
    """

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.SETTING,
        ordinary=f"{FACT} happened_on source definition municipality until region edition value low high numerator "
        "denominator provisional note verified way batch",
    )

    definition = models.ForeignKey(Definition, models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, models.PROTECT, null=True, blank=True, related_name="+")
    until = models.DateField()
    region = models.CharField(max_length=10)
    edition = models.CharField(max_length=LONGEST_EDITION)
    value = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    low = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    high = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    numerator = models.PositiveBigIntegerField(null=True, blank=True)
    denominator = models.PositiveBigIntegerField(null=True, blank=True)
    provisional = models.BooleanField(default=False)
    note = models.CharField(max_length=LONGEST_NOTE, blank=True)
    verified = models.BooleanField(default=True)
    way = models.CharField(max_length=10, choices=Way.choices)
    batch = models.UUIDField(null=True, blank=True)  # of one file, all that was read from it

    objects = ObservationQuerySet.as_manager()

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            models.UniqueConstraint(
                fields=["definition", "municipality", "region", "happened_on", "until", "edition"],
                condition=Q(corrects__isnull=True, municipality__isnull=False),
                name="indicators_observation_once_an_edition",
            ),
            models.UniqueConstraint(
                fields=["definition", "region", "happened_on", "until", "edition"],
                condition=Q(corrects__isnull=True, municipality__isnull=True),
                name="indicators_observation_shipped_once_an_edition",
            ),
            models.CheckConstraint(
                name="indicators_observation_ends_after_it_begins", condition=Q(until__gt=F("happened_on"))
            ),
            models.CheckConstraint(
                name="indicators_observation_names_its_edition", condition=~Q(edition="") & ~Q(source="")
            ),
            models.CheckConstraint(
                name="indicators_observation_divides_by_something",
                condition=Q(numerator__isnull=True, denominator__isnull=True)
                | Q(numerator__isnull=False, denominator__isnull=False, denominator__gt=0),
            ),
            models.CheckConstraint(
                name="indicators_observation_lies_in_its_interval",
                condition=Q(low__isnull=True, high__isnull=True)
                | Q(value__isnull=False, low__isnull=False, high__isnull=False)
                & Q(low__lte=F("value"), high__gte=F("value")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.region} {self.period} {self.edition}"

    @property
    def period(self) -> Period:
        """Over which time it is."""
        return Period(self.happened_on, self.until)

    @property
    def account(self) -> ObservationAccount:
        """What is told here."""
        told = {name: getattr(self, name) for name in ObservationAccount.__annotations__}
        return ObservationAccount(**told)

    def told_otherwise(self, **figures: Any) -> ObservationAccount:
        """What is told here, with another figure for the same period, area and edition."""
        return replace(self.account, **figures)

    @property
    def figure(self) -> Decimal | None:
        """The figure in the unit of its definition; None is unknown."""
        return figure(
            value=self.value,
            numerator=self.numerator,
            denominator=self.denominator,
            unit=self.definition.unit,
        )

    @classmethod
    def tell(
        cls,
        *,
        definition: Definition,
        municipality: Municipality,
        account: ObservationAccount,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> "Observation":
        """Writes a figure down for a municipality; raises NotAllowed, NotValid beside what cannot be, or NotNow.

        What was withdrawn before stands again, as it is told now.
        """
        check_may(by, Permission.KEEP_INDICATORS, municipality.pk)

        def make() -> "Observation":
            IndicatorHalt.check_followed(definition.indicator, on=day(at))
            with transaction.atomic():
                made = cls.write(definition, municipality, account, submission=submission, by=by, at=at)
                made._journal(Verb.OBSERVATION_TOLD, _told(account), by=by, at=at)
            return made

        return once(cls, submission, make)

    @classmethod
    def write(
        cls,
        definition: Definition,
        municipality: Municipality | None,
        account: ObservationAccount,
        *,
        way: Way = Way.HAND,
        by: Actor,
        at: datetime,
        **kept: Any,
    ) -> "Observation":
        """The row itself, in a transaction of who calls; raises NotValid when it stands there already."""
        check_observation(account, unit=definition.unit)
        check_begun(account.period, on=day(at))
        if not definition.covers(account.period):
            raise NotValid(BEFORE.format(since=definition.since), field="period")
        told = _columns(account) | {"definition": definition, "way": way} | kept
        same = cls.objects.beside(definition, municipality).last_versions().filter(**_key(account))
        before = same.order_by("pk").last()
        if before is not None and not before.withdrawn:
            raise NotValid(THERE, field="period")
        if before is not None and before.municipality_id == (municipality.pk if municipality else None):
            again = told | {"withdrawn": False}
            corrected: Observation = before.add_correction(by=by, at=at, **again)
            return corrected
        try:
            with transaction.atomic():
                return cls.objects.create(municipality=municipality, **told, **cls.stamp(by=by, at=at))
        except IntegrityError:
            raise NotValid(THERE, field="period") from None

    def correct(
        self,
        *,
        account: ObservationAccount,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> "Observation":
        """Writes it as it should have been; its period, area and edition stay, or it would be another figure."""
        self._check_mine(by)
        if account.key != self.account.key:
            raise NotValid(
                "Periode, gebied en uitgave blijven zoals ze waren. Trek dit in en vul het nieuw in."
            )
        check_observation(account, unit=self.definition.unit)
        told = _columns(account) | {"way": Way.HAND, "batch": None}
        return self._next(
            Verb.OBSERVATION_CORRECTED, _told(account), told, submission=submission, by=by, at=at
        )

    def withdraw(self, *, submission: uuid.UUID | None = None, by: Actor, at: datetime) -> "Observation":
        """It was not so after all; the history keeps it."""
        self._check_mine(by)
        told = {"withdrawn": True}
        return self._next(Verb.OBSERVATION_WITHDRAWN, [], told, submission=submission, by=by, at=at)

    def _next(
        self,
        verb: Verb,
        fields: list[str],
        told: dict[str, Any],
        *,
        submission: uuid.UUID | None,
        by: Actor,
        at: datetime,
    ) -> "Observation":
        def make() -> "Observation":
            if self.withdrawn:
                raise NotNow(CORRECTED_MEANWHILE)
            with transaction.atomic():
                better = self.add_correction(by=by, at=at, submission=submission, **told)
                better._journal(verb, fields, by=by, at=at)
            return better

        return once(Observation, submission, make)

    def _check_mine(self, by: Actor) -> None:
        if self.municipality is None:
            raise NotAllowed(SHIPPED)
        check_may(by, Permission.KEEP_INDICATORS, self.municipality.pk)

    def _journal(self, verb: Verb, fields: list[str], *, by: Actor, at: datetime) -> None:
        chain = self.municipality.cbs_code if self.municipality else NATION
        journal(verb, chain=chain, subject=self.ref, fields=fields, by=by, at=at)


def _columns(account: ObservationAccount) -> dict[str, Any]:
    """An account by the columns in which it is kept."""
    told = {name: said for name, said in vars(account).items() if name != "period"}
    return told | {"happened_on": account.period.since, "until": account.period.until}


def _key(account: ObservationAccount) -> dict[str, Any]:
    since, until = account.period.since, account.period.until
    return {"region": account.region, "happened_on": since, "until": until, "edition": account.edition}


def _told(account: ObservationAccount) -> list[str]:
    return [name for name, said in vars(account).items() if said not in (None, "", False)]
