"""An authorisation: he gave leave to do something on his behalf, with his signature."""

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from regie.base.actors import Actor
from regie.base.errors import NotNow, NotValid
from regie.plans import rules
from regie.plans.enums import Lasts
from regie.plans.rules import AuthorisationAccount
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs

NO_SUCH = "Deze machtiging staat niet bij deze jongere."


class Authorisation(TrajectoryFact):
    """On `happened_on` it was talked over: what may be done on his behalf with a party, signed by him or not yet.

    He stops it on any day he wants (`stopped_on`). `replaces` is the `ref` of the one that this one follows.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory lasts replaces",
        personal="happened_on signed_on until stopped_on source",
        special="party",
        criminal="scope",
    )

    verbs = Verbs(Verb.AUTHORISATION_TOLD, Verb.AUTHORISATION_CORRECTED, Verb.AUTHORISATION_WITHDRAWN)

    party = models.CharField(max_length=rules.LONGEST_PARTY)
    scope = models.CharField(max_length=rules.LONGEST_SCOPE)
    lasts = models.CharField(max_length=20, choices=Lasts)
    signed_on = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    stopped_on = models.DateField(null=True, blank=True)
    replaces = models.UUIDField(null=True, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="plans_authorisation_says_for_what_with_whom", condition=~Q(party="") & ~Q(scope="")
            ),
            models.CheckConstraint(
                name="plans_authorisation_day_when_it_has_one",
                condition=Q(lasts=Lasts.UNTIL_DAY, until__isnull=False)
                | Q(lasts__in=(Lasts.UNTIL_STOPPED, Lasts.UNKNOWN), until__isnull=True),
            ),
            models.CheckConstraint(
                name="plans_authorisation_ends_after_it_begins",
                condition=Q(until__isnull=True) | Q(signed_on__isnull=True) | Q(until__gte=F("signed_on")),
            ),
            models.CheckConstraint(
                name="plans_authorisation_stopped_after_it_was_signed",
                condition=Q(stopped_on__isnull=True)
                | Q(signed_on__isnull=False, stopped_on__gte=F("signed_on")),
            ),
        ]

    def stop(self, *, stopped_on: date, submission: uuid.UUID | None = None, by: Actor, at: datetime) -> Self:
        """He stops it himself; told twice is once.

        Raises NotAllowed, NotValid beside a day that cannot be, or NotNow when it was stopped on another day.
        """
        self.trajectory.check_guided_by(by)
        if self.stopped_on and self.stopped_on != stopped_on:
            raise NotNow(f"Hij stopte deze machtiging al op {self.stopped_on:%d-%m-%Y}.")
        account = replace(self.account, stopped_on=stopped_on)
        return self._tell_better(Verb.AUTHORISATION_STOPPED, account, submission=submission, by=by, at=at)

    def correct(self, *, account: Any, submission: uuid.UUID | None = None, by: Actor, at: datetime) -> Self:
        """Tells it better, also that it was signed since; it cannot follow itself."""
        if account.replaces == self.ref:
            raise NotValid("Een machtiging kan niet in de plaats van zichzelf komen.", field="replaces")
        return super().correct(account=account, submission=submission, by=by, at=at)

    @property
    def account(self) -> AuthorisationAccount:
        """What is told here."""
        return AuthorisationAccount(
            self.happened_on,
            self.party,
            self.scope,
            Lasts(self.lasts),
            self.signed_on,
            self.until,
            self.stopped_on,
            self.replaces,
        )

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> Self | None:
        """The one that says just this."""
        return same_of(cls, trajectory, told)

    @classmethod
    def _check(
        cls, account: AuthorisationAccount, trajectory: Trajectory, *, on: date, **_about: Any
    ) -> None:
        rules.check_authorisation(account, birth_date=trajectory.person.birth_date, on=on)
        check_his(account.replaces, trajectory, field="replaces")


def check_his(ref: uuid.UUID | None, trajectory: Trajectory, *, field: str) -> None:
    """Raises NotValid for an authorisation that is not his; one query when there is one to look for."""
    if ref and not Authorisation.objects.of(trajectory).filter(ref=ref).exists():
        raise NotValid(NO_SUCH, field=field)


def same_of(model: Any, trajectory: Trajectory, told: Mapping[str, Any]) -> Any:
    """The one that stands and says just this, while nobody else tells anything of this trajectory."""
    # Two who tell the same at once: the second waits here and then finds what the first wrote.
    Trajectory.objects.select_for_update(no_key=True).get(pk=trajectory.pk)
    return model.objects.current().of(trajectory).filter(**told).first()
