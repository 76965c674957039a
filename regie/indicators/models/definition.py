"""What an indicator counts, in words; another count is the next version, and a break in the series."""

import uuid
from datetime import datetime

from django.db import IntegrityError, models, transaction
from django.db.models import Q

from regie.accounts.enums import Permission
from regie.accounts.rules import check_may
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow
from regie.base.facts import CORRECTED_MEANWHILE, Kept, KeptQuerySet
from regie.base.submissions import once
from regie.indicators.enums import Unit
from regie.indicators.models.halt import IndicatorHalt
from regie.indicators.models.indicator import Indicator
from regie.indicators.rules import LONGEST_WORDS, DefinitionAccount, Period, check_definition, covers
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb

SHARED = "Deze indicator is landelijk. Maak een eigen indicator als u het anders telt."


class Definition(Kept):
    """Unit, numerator, denominator and source, from `since` on; `difference` is what it counts otherwise than the one
    before it.

    `fields` says where in a table of the CBS its figures stand. Not `verified` is: its words are (partly) from memory.
    """

    kept = "A definition is never changed: figures were counted by it. Write the next version."
    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.SETTING,
        ordinary=f"{RECORDED} ref indicator version since unit measures numerator denominator source difference "
        "verified fields submission",
    )

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="definitions")
    version = models.PositiveSmallIntegerField()
    since = models.DateField(null=True, blank=True)
    unit = models.CharField(max_length=20, choices=Unit.choices)
    measures = models.TextField(max_length=LONGEST_WORDS)
    numerator = models.TextField(max_length=LONGEST_WORDS, blank=True)
    denominator = models.TextField(max_length=LONGEST_WORDS, blank=True)
    source = models.TextField(max_length=LONGEST_WORDS)
    difference = models.TextField(max_length=LONGEST_WORDS, blank=True)
    verified = models.BooleanField(default=True)
    fields = models.JSONField(default=dict, blank=True)
    submission = models.UUIDField(null=True, blank=True, unique=True)

    objects = KeptQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "version"], name="indicators_definition_one_of_a_version"
            ),
            models.CheckConstraint(
                name="indicators_definition_unit_we_know", condition=Q(unit__in=Unit.values)
            ),
            models.CheckConstraint(
                name="indicators_definition_later_says_its_difference",
                condition=Q(version=1) | Q(version__gt=1, since__isnull=False) & ~Q(difference=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} ({self.version})"

    @property
    def account(self) -> DefinitionAccount:
        """What is told here."""
        return DefinitionAccount(**{name: getattr(self, name) for name in DefinitionAccount.__annotations__})

    def covers(self, period: Period) -> bool:
        """Whether it says what was counted in this period."""
        return covers(self.since, period)

    @classmethod
    def write(
        cls,
        *,
        indicator: Indicator,
        account: DefinitionAccount,
        seen: int = 0,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> "Definition":
        """Says what is counted, for the first time or otherwise than before; `seen` is the last version that he saw.

        Raises NotAllowed, NotValid beside the field, or NotNow: followed no more, or somebody else wrote one meanwhile.
        """
        if indicator.municipality is None:
            raise NotAllowed(SHARED)
        check_may(by, Permission.KEEP_INDICATORS, indicator.municipality.pk)

        def make() -> "Definition":
            IndicatorHalt.check_followed(indicator, on=day(at))
            return cls.lay_down(indicator, account, seen, submission=submission, by=by, at=at)

        return once(cls, submission, make)

    @classmethod
    def lay_down(
        cls,
        indicator: Indicator,
        account: DefinitionAccount,
        seen: int,
        *,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> "Definition":
        """Writes the next version, whoever asks it; of two at once the second is told so."""
        last = cls.objects.filter(indicator=indicator).order_by("version").last()
        check_definition(account, first=last is None)
        if seen != (last.version if last else 0):
            raise NotNow(CORRECTED_MEANWHILE)
        told = vars(account) | {"fields": dict(account.fields)}
        try:
            with transaction.atomic():
                made = cls.objects.create(
                    indicator=indicator,
                    version=seen + 1,
                    submission=submission,
                    **told,
                    **cls.stamp(by=by, at=at),
                )
                fields = [name for name, said in told.items() if said]
                indicator.journal(Verb.INDICATOR_DEFINED, fields, by=by, at=at)
        except IntegrityError:
            raise NotNow(CORRECTED_MEANWHILE) from None
        return made
