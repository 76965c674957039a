"""Who his contact in the facility is."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from regie.base.errors import NotValid
from regie.partners.models import Professional
from regie.partners.rules import clean_phone
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.models.trajectory import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs
from regie.trajectories.rules import CasemanagerAccount


class Casemanager(TrajectoryFact):
    """Since `happened_on` this is his contact in the facility: of the social map, or by name; or nobody knows who.

    The last one told holds.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory",
        personal="professional name phone source",
        criminal="happened_on",
    )

    verbs = Verbs(Verb.CASEMANAGER_TOLD, Verb.CASEMANAGER_CORRECTED, Verb.CASEMANAGER_WITHDRAWN)

    professional = models.ForeignKey(Professional, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=rules.LONGEST_NAME, blank=True)
    phone = models.CharField(max_length=40, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="trajectories_casemanager_is_one",
                condition=Q(professional__isnull=True) | Q(name="", phone=""),
            ),
            models.CheckConstraint(
                name="trajectories_casemanager_number_is_of_somebody", condition=Q(phone="") | ~Q(name="")
            ),
        ]

    @property
    def account(self) -> CasemanagerAccount:
        """What is told here."""
        return CasemanagerAccount(self.happened_on, self.professional, self.name, self.phone)

    @property
    def is_known(self) -> bool:
        """Whether somebody knows who it is."""
        return bool(self.professional_id or self.name)

    @property
    def called(self) -> str:
        """His name; empty when not known."""
        return self.professional.name if self.professional else self.name

    @property
    def number(self) -> str:
        """The number to call; empty when not known."""
        return self.professional.phone if self.professional else self.phone

    @classmethod
    def _check(cls, account: CasemanagerAccount, trajectory: Trajectory, *, on: date, **_about: Any) -> None:
        clean_phone(account.phone)
        who = account.professional
        if who and who.municipality_id != trajectory.municipality_id:
            raise NotValid("Dit staat op de kaart van een andere gemeente.", field="professional")
        rules.check_casemanager(account, birth_date=trajectory.person.birth_date, on=on)
