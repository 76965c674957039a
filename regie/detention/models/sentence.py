"""On what ground he is held, and for how long."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Q

from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.facts import Fact
from regie.detention import rules
from regie.detention.enums import Title
from regie.detention.models.detention_fact import DetentionFact, DetentionFactQuerySet
from regie.detention.models.stay import Stay
from regie.persons.models import Person
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb


@dataclass(frozen=True)
class SentenceAccount:
    """What is told of the ground; a length of None was not told. `known_since` None is the day of writing."""

    title: Title
    years: int | None = None
    months: int | None = None
    days: int | None = None
    imposed_on: date | None = None
    known_since: date | None = None


class Sentence(DetentionFact):
    """He is held on this ground, known since `happened_on`; the last one known is the one that holds.

    The length is as it was imposed: years, months and days, each empty when not told. Pre-trial detention has none.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} person",
        personal="source",
        criminal="happened_on title years months days imposed_on",
    )
    verb = Verb.SENTENCE_RECORDED

    title = models.CharField(max_length=20, choices=Title.choices)
    years = models.IntegerField(null=True, blank=True)
    months = models.IntegerField(null=True, blank=True)
    days = models.IntegerField(null=True, blank=True)
    imposed_on = models.DateField(null=True, blank=True)

    objects = DetentionFactQuerySet.as_manager()

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                name="detention_sentence_no_length_below_zero",
                condition=(Q(years__isnull=True) | Q(years__gte=0))
                & (Q(months__isnull=True) | Q(months__gte=0))
                & (Q(days__isnull=True) | Q(days__gte=0)),
            ),
            models.CheckConstraint(
                name="detention_sentence_title_we_know", condition=Q(title__in=Title.values)
            ),
        ]
        indexes = [models.Index(fields=["person", "happened_on"], name="detention_sentence_last_known")]

    def __str__(self) -> str:
        return str(self.ref)

    @property
    def words(self) -> str:
        """The ground and its length as one reads it: "gevangenisstraf, 2 jaar en 3 maanden"."""
        return rules.sentence_words(Title(self.title), self.years, self.months, self.days)

    @classmethod
    def record(
        cls,
        *,
        person: Person,
        account: SentenceAccount,
        source: str = "",
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> "Sentence":
        """Writes down on what ground he is held; told twice is once. Raises NotValid beside what cannot be.

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
        self, *, account: SentenceAccount, submission: uuid.UUID | None = None, by: Actor, at: datetime
    ) -> "Sentence":
        """Tells it better; what stood there before can still be read back. Raises NotValid, or NotNow."""
        self._check(account, self.person, on=day(at))
        happened_on = account.known_since or self.happened_on
        return self._tell_better(_told(account), happened_on=happened_on, submission=submission, by=by, at=at)

    @property
    def account(self) -> SentenceAccount:
        """What is told here."""
        return SentenceAccount(
            Title(self.title), self.years, self.months, self.days, self.imposed_on, self.happened_on
        )

    @classmethod
    def that_holds(cls, person: Person, *, on: date) -> "Sentence | None":
        """The last ground that was told of the detention he is in that day, or was in last; two queries."""
        told = list(cls.objects.current().of(person).order_by("happened_on", "recorded_at", "pk"))
        stays = [stay.facts for stay in Stay.objects.current().of(person)]
        place = rules.ground_that_holds([one.happened_on for one in told], stays=stays, on=on)
        return None if place is None else told[place]

    @classmethod
    def held(cls, person: Person, told: Mapping[str, Any], *, on: date) -> "Sentence | None":
        """The ground that holds, when it is this very one; of an earlier detention the same ground is another fact."""
        holds = cls.that_holds(person, on=on)
        return holds if holds is not None and not holds.differences(told) else None

    @staticmethod
    def _check(account: SentenceAccount, person: Person, *, on: date) -> None:
        rules.check_length(account.title, account.years, account.months, account.days)
        rules.check_told_day(account.imposed_on, field="imposed_on", birth_date=person.birth_date, on=on)
        rules.check_told_day(account.known_since, field="known_since", birth_date=person.birth_date, on=on)


def _told(account: SentenceAccount) -> dict[str, Any]:
    return {name: value for name, value in vars(account).items() if name != "known_since"}
