"""Somebody around him."""

from dataclasses import fields
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from regie.plans import rules
from regie.plans.enums import Closeness, Influence, MayCall, NoContact, Tie
from regie.plans.rules import LONGEST_OF_MEMBER, NetworkAccount
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs


class NetworkMember(TrajectoryFact):
    """Somebody in his life, named as he calls them; a risk or no contact stands there with its reason and source only.

    It is about a third person, who may read it too: it is shared with no partner.
    """

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory",
        personal="happened_on source name tie closeness helps_with may_call phone since ended_on ended_words",
        criminal="influence no_contact reason reason_source",
    )

    verbs = Verbs(Verb.NETWORK_MEMBER_TOLD, Verb.NETWORK_MEMBER_CORRECTED, Verb.NETWORK_MEMBER_WITHDRAWN)

    name = models.CharField(max_length=LONGEST_OF_MEMBER["name"])
    tie = models.CharField(max_length=20, choices=Tie.choices)
    closeness = models.CharField(max_length=20, choices=Closeness.choices)
    influence = models.CharField(max_length=20, choices=Influence.choices)
    helps_with = models.CharField(max_length=LONGEST_OF_MEMBER["helps_with"], blank=True)
    may_call = models.CharField(max_length=20, choices=MayCall.choices)
    phone = models.CharField(max_length=LONGEST_OF_MEMBER["phone"], blank=True)
    no_contact = models.CharField(max_length=20, choices=NoContact.choices)
    reason = models.CharField(max_length=LONGEST_OF_MEMBER["reason"], blank=True)
    reason_source = models.CharField(max_length=LONGEST_OF_MEMBER["reason_source"], blank=True)
    since = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_words = models.CharField(max_length=LONGEST_OF_MEMBER["ended_words"], blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(name="plans_networkmember_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="plans_networkmember_words_we_know",
                condition=Q(tie__in=Tie.values)
                & Q(closeness__in=Closeness.values)
                & Q(influence__in=Influence.values)
                & Q(may_call__in=MayCall.values)
                & Q(no_contact__in=NoContact.values),
            ),
            models.CheckConstraint(
                name="plans_networkmember_risk_has_its_ground",
                condition=Q(influence__in=[Influence.SUPPORTS, Influence.UNKNOWN])
                & Q(no_contact=NoContact.NOTHING_TOLD)
                | ~Q(reason="") & ~Q(reason_source=""),
            ),
            models.CheckConstraint(
                name="plans_networkmember_number_may_be_called",
                condition=Q(phone="") | Q(may_call=MayCall.YES),
            ),
            models.CheckConstraint(
                name="plans_networkmember_ends_after_it_begins",
                condition=Q(since__isnull=True) | Q(ended_on__isnull=True) | Q(ended_on__gte=F("since")),
            ),
        ]

    @property
    def account(self) -> NetworkAccount:
        """What is told here."""
        return NetworkAccount(**{told.name: getattr(self, told.name) for told in fields(NetworkAccount)})

    def left_by(self, on: date) -> bool:
        """Whether they are no longer in his life on that day."""
        return self.ended_on is not None and self.ended_on <= on

    @classmethod
    def _check(cls, account: NetworkAccount, trajectory: Trajectory, *, on: date, **_about: Any) -> None:
        rules.check_member(account, birth_date=trajectory.person.birth_date, on=on)
