"""A fixed moment of his week."""

from dataclasses import fields
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from regie.plans import rules
from regie.plans.enums import Company, SlotKind, Weekday
from regie.plans.rules import LONGEST_OF_SLOT, SlotAccount
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs


class WeekSlot(TrajectoryFact):
    """Every week on one day, from one time to another: times of the clock there, whatever season it is."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory",
        personal="happened_on source weekday begins ends kind words place company company_words since until",
    )

    verbs = Verbs(Verb.WEEK_SLOT_TOLD, Verb.WEEK_SLOT_CORRECTED, Verb.WEEK_SLOT_WITHDRAWN)

    weekday = models.PositiveSmallIntegerField(choices=Weekday.choices)
    begins = models.TimeField()
    ends = models.TimeField()
    kind = models.CharField(max_length=20, choices=SlotKind.choices)
    words = models.CharField(max_length=LONGEST_OF_SLOT["words"], blank=True)
    place = models.CharField(max_length=LONGEST_OF_SLOT["place"], blank=True)
    company = models.CharField(max_length=20, choices=Company.choices)
    company_words = models.CharField(max_length=LONGEST_OF_SLOT["company_words"], blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="plans_weekslot_words_we_know",
                condition=Q(weekday__in=Weekday.values)
                & Q(kind__in=SlotKind.values)
                & Q(company__in=Company.values),
            ),
            models.CheckConstraint(name="plans_weekslot_lasts", condition=Q(ends__gt=F("begins"))),
            models.CheckConstraint(
                name="plans_weekslot_ends_after_it_begins",
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(until__gte=F("since")),
            ),
            models.CheckConstraint(
                name="plans_weekslot_says_what", condition=~Q(kind=SlotKind.OTHER) | ~Q(words="")
            ),
        ]

    @property
    def account(self) -> SlotAccount:
        """What is told here."""
        return SlotAccount(**{told.name: getattr(self, told.name) for told in fields(SlotAccount)})

    @classmethod
    def _check(cls, account: SlotAccount, trajectory: Trajectory, *, on: date, **_about: Any) -> None:
        rules.check_slot(account, birth_date=trajectory.person.birth_date, on=on)
