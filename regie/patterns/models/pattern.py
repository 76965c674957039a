"""A pattern: the same thing in the way of several people, told without names."""

import uuid
from dataclasses import asdict, fields
from datetime import date, datetime
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q

from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import may, where_may
from regie.approach.queries import approach_for
from regie.barriers.rules import LONGEST_NAMED, LONGEST_TITLE, kinds_of
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotAllowed
from regie.base.facts import Fact, FactQuerySet
from regie.base.submissions import once
from regie.partners.models import Organisation
from regie.patterns import rules
from regie.patterns.rules import PatternAccount
from regie.privacy.actions import journal
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb

GROUPS = (Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
READS = (*GROUPS, Permission.KEEP_PROGRAMME)


class PatternQuerySet(FactQuerySet):
    """Questions about patterns."""

    def visible_to(self, viewer: Actor) -> Self:
        """Those of the municipalities where he guides, sees all, or keeps the programme."""
        places = frozenset[int]().union(*(where_may(viewer, one) for one in READS))
        return self.filter(municipality__in=places)


class Pattern(Fact):
    """What keeps happening in a municipality; `happened_on` is the day on which it was told."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.SETTING,
        ordinary=f"{FACT} happened_on source municipality title words kind kind_title organisation party",
    )

    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    title = models.CharField(max_length=LONGEST_TITLE)
    words = models.TextField(max_length=rules.LONGEST_PATTERN)
    kind = models.CharField(max_length=60)
    kind_title = models.CharField(max_length=LONGEST_TITLE)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    party = models.CharField(max_length=LONGEST_NAMED, blank=True)

    objects = PatternQuerySet.as_manager()

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                name="patterns_pattern_says_what_it_is",
                condition=~Q(title="") & ~Q(words="") & ~Q(kind="") & ~Q(kind_title=""),
            ),
            models.CheckConstraint(
                name="patterns_pattern_of_the_map_or_in_words",
                condition=Q(organisation__isnull=True) | Q(party=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def account(self) -> PatternAccount:
        """What is told here."""
        return PatternAccount(**{one.name: getattr(self, one.name) for one in fields(PatternAccount)})

    @classmethod
    def tell(
        cls,
        *,
        municipality: Municipality,
        account: PatternAccount,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> Self:
        """Tells it; one sending is once. Raises NotAllowed, or NotValid beside what cannot be."""
        check_groups(by, municipality.pk)
        cls._check(account, municipality, on=day(at))

        def make() -> Any:
            with transaction.atomic():
                told = asdict(account) | {"municipality": municipality, "happened_on": day(at)}
                made = cls.objects.create(**told, submission=submission, **cls.stamp(by=by, at=at))
                made.journal(Verb.PATTERN_TOLD, list(asdict(account)), by=by, at=at)
            return made

        first: Self = once(cls, submission, make)
        return first

    def correct(
        self, *, account: PatternAccount, submission: uuid.UUID | None = None, by: Actor, at: datetime
    ) -> Self:
        """Tells it better; what stood there can be read back. Raises NotAllowed, NotValid or NotNow."""
        check_groups(by, self.municipality_id)
        self._check(account, self.municipality, on=day(at), was=self)
        changed = [name for name, value in asdict(account).items() if getattr(self, name) != value]
        if not changed:
            return self

        def make() -> Any:
            with transaction.atomic():
                better = self.add_correction(by=by, at=at, submission=submission, **asdict(account))
                self.journal(Verb.PATTERN_CORRECTED, changed, by=by, at=at)
            return better

        made: Self = once(type(self), submission, make)
        return made

    def withdraw(self, *, by: Actor, at: datetime) -> Self:
        """Says that it is no pattern; what stood under it stands by itself. Raises NotAllowed or NotNow."""
        check_groups(by, self.municipality_id)
        with transaction.atomic():
            gone = self.add_correction(by=by, at=at, withdrawn=True)
            self.journal(Verb.PATTERN_WITHDRAWN, [], by=by, at=at)
        return gone

    def journal(self, verb: Verb, changed: list[str], *, by: Actor, at: datetime) -> None:
        """Writes down what was done to it."""
        chain = self.municipality.cbs_code
        journal(verb, chain=chain, subject=self.ref, fields=changed, by=by, at=at)

    @classmethod
    def _check(
        cls, account: PatternAccount, municipality: Municipality, *, on: date, was: Self | None = None
    ) -> None:
        kinds = {(one.code, one.title) for one in kinds_of(approach_for(municipality, on=on))}
        if was is not None:
            kinds.add((was.kind, was.kind_title))
        rules.check_pattern(account, kinds=kinds, municipality_id=municipality.pk)


def check_groups(by: Actor, municipality_id: int) -> None:
    """Raises NotAllowed unless he guides there or sees all who are guided."""
    if not any(may(by, one, municipality_id) for one in GROUPS):
        raise NotAllowed("Dit mag u niet doen in deze gemeente.")
