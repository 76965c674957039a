"""A block of text on a plan page."""

from collections.abc import Mapping
from typing import Any, Self

from django.db import models
from django.db.models import Q

from regie.base.errors import NotValid
from regie.indicators.models import Indicator
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.programme import rules
from regie.programme.enums import BlockKind
from regie.programme.models.intervention import Intervention
from regie.programme.models.plan_fact import PlanFact
from regie.programme.rules import LONGEST, MANY, BlockAccount
from regie.trajectories.models.trajectory_fact import Verbs

ONE_AT_A_TIME = ~Q(kind__in=sorted(MANY))


class Block(PlanFact):
    """What is written under one heading; of a look ahead and a look back one for each year.

    `indicators` are the refs of those by which a result is measured.
    """

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.SETTING,
        ordinary=f"{FACT} happened_on source intervention kind year text title url definition indicators",
    )

    verbs = Verbs(Verb.BLOCK_WRITTEN, Verb.BLOCK_REWRITTEN, Verb.BLOCK_WITHDRAWN)

    kind = models.CharField(max_length=20, choices=BlockKind.choices)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    text = models.TextField(max_length=LONGEST["text"], blank=True)
    title = models.CharField(max_length=LONGEST["title"], blank=True)
    url = models.CharField(max_length=LONGEST["url"], blank=True)
    definition = models.CharField(max_length=LONGEST["definition"], blank=True)
    indicators = models.JSONField(default=list, blank=True)

    class Meta(PlanFact.Meta):
        constraints = [
            *PlanFact.Meta.constraints,
            models.CheckConstraint(
                name="programme_block_kind_we_know",
                condition=Q(kind__in=sorted({*BlockKind.values} - rules.SPOKEN)),
            ),
            models.CheckConstraint(
                name="programme_block_says_something", condition=~Q(text="") | ~Q(title="")
            ),
            models.CheckConstraint(
                name="programme_block_year_of_a_year",
                condition=Q(kind__in=sorted(rules.YEARLY), year__isnull=False)
                | (~Q(kind__in=sorted(rules.YEARLY)) & Q(year__isnull=True)),
            ),
            models.UniqueConstraint(
                name="programme_block_one_of_a_kind",
                fields=["intervention", "kind"],
                condition=ONE_AT_A_TIME & Q(corrects__isnull=True, year__isnull=True),
            ),
            models.UniqueConstraint(
                name="programme_block_one_of_a_year",
                fields=["intervention", "kind", "year"],
                condition=Q(corrects__isnull=True, year__isnull=False),
            ),
        ]

    @property
    def account(self) -> BlockAccount:
        """What is written here."""
        return BlockAccount(self.text, self.title, self.url, self.definition, tuple(self.indicators))

    @property
    def about(self) -> Mapping[str, Any]:
        """Under which heading it stands."""
        return {"kind": self.kind, "year": self.year}

    @property
    def heading(self) -> str:
        """What stands above it."""
        return rules.heading_of(self.kind, self.year)

    @classmethod
    def _told_before(cls, intervention: Intervention, **about: Any) -> Self | None:
        if about["kind"] in MANY:
            return None
        last: Self | None = cls.objects.last_versions().filter(intervention=intervention, **about).first()
        if last is not None and not last.withdrawn:
            field = "year" if last.year else "text"
            raise NotValid(
                f"“{last.heading}” staat al op de bladzijde. Werk dat blok bij; wat u typte, staat er nog.",
                field=field,
            )
        return last

    @classmethod
    def _check(cls, account: BlockAccount, **about: Any) -> None:
        rules.check_year(about["kind"], about["year"], on=about["on"])
        rules.check_block(about["kind"], account)
        if account.indicators:
            _check_indicators(account, about["intervention"])


def _check_indicators(account: BlockAccount, intervention: Intervention) -> None:
    """Raises NotValid for one that this municipality does not measure by."""
    here = Q(municipality=intervention.municipality_id) | Q(municipality=None)
    known = Indicator.objects.filter(here).values_list("ref", flat=True)
    if not {*account.indicators} <= {str(ref) for ref in known}:
        raise NotValid("Deze indicator kennen we hier niet.", field="indicators")
