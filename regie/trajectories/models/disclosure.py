"""A disclosure: something about him was told to another, on a ground."""

import uuid
from collections.abc import Collection
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q

from regie.approach.enums import CopiedKind
from regie.approach.queries import approach_for
from regie.approach.rules.entry import LONGEST_CODE
from regie.base.actors import Actor, ActorKind
from regie.base.clock import day
from regie.base.errors import NotAllowed
from regie.base.submissions import once
from regie.partners.models import Organisation
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.enums import DisclosureChannel
from regie.trajectories.models.involvement import Involvement
from regie.trajectories.models.trajectory import Trajectory
from regie.trajectories.models.trajectory_fact import (
    TrajectoryFact,
    TrajectoryFactQuerySet,
    Verbs,
    check_on_his_map,
)
from regie.trajectories.rules import DisclosureAccount


class Disclosure(TrajectoryFact):
    """On `happened_on` `what` was told to an organisation or somebody, on a ground of the approach and for a purpose.

    It is written so that he may read it. `item` is what of the list was told again after he was moved.
    """

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory ground channel item",
        personal="happened_on organisation recipient source",
        criminal="what purpose",
    )

    verbs = Verbs(Verb.DISCLOSURE_TOLD, Verb.DISCLOSURE_CORRECTED, Verb.DISCLOSURE_WITHDRAWN)

    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    recipient = models.CharField(max_length=rules.LONGEST_NAME, blank=True)
    what = models.CharField(max_length=rules.LONGEST_WHAT)
    ground = models.CharField(max_length=LONGEST_CODE)
    channel = models.CharField(max_length=20, choices=DisclosureChannel)
    purpose = models.CharField(max_length=rules.LONGEST_PURPOSE)
    item = models.CharField(max_length=LONGEST_CODE, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="trajectories_disclosure_names_to_whom",
                condition=Q(organisation__isnull=False) | ~Q(recipient=""),
            ),
            models.CheckConstraint(
                name="trajectories_disclosure_says_what_and_why",
                condition=~Q(what="") & ~Q(ground="") & ~Q(purpose=""),
            ),
            models.CheckConstraint(
                name="trajectories_disclosure_channel_we_know",
                condition=Q(channel__in=DisclosureChannel.values),
            ),
        ]

    @property
    def account(self) -> DisclosureAccount:
        """What is told here."""
        named = ("happened_on", "what", "ground", "channel", "purpose", "organisation", "recipient", "item")
        return DisclosureAccount(**{name: getattr(self, name) for name in named})

    @property
    def to(self) -> str:
        """To whom, in words."""
        return ", ".join(filter(None, (self.recipient, self.organisation.name if self.organisation else "")))

    @classmethod
    def copy(
        cls,
        *,
        trajectory: Trajectory,
        to: str,
        kinds: Collection[CopiedKind],
        purpose: str,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> Self:
        """What the approach lets go to a recipient was given for its system; one sending is once.

        Raises NotAllowed, NotValid beside the purpose, or NotNow for a recipient, ground or kind that may not.
        """
        trajectory.check_guided_by(by)
        approach = approach_for(trajectory.municipality, on=day(at))
        account = rules.copied_account(approach, to, kinds=kinds, purpose=purpose, on=day(at))
        return cls.tell(trajectory=trajectory, account=account, submission=submission, by=by, at=at)

    @classmethod
    def tell_involved(
        cls,
        *,
        involvement: Involvement,
        what: str,
        channel: str,
        happened_on: date,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> Self:
        """Something was told to whom is involved: the ground and what it was for are told already.

        Raises NotAllowed, or NotValid beside what cannot be, such as a day on which he was not involved.
        """
        account = rules.told_to_involved(
            involvement.account, who=involvement.named, what=what, channel=channel, on=happened_on
        )
        trajectory = involvement.trajectory
        return cls.tell(trajectory=trajectory, account=account, submission=submission, by=by, at=at)

    @classmethod
    def show(cls, *, involvement: Involvement, what: str, by: Actor, at: datetime) -> Self:
        """Who is involved read this himself with a link; in the transaction in which his trajectory is held open.

        Raises NotAllowed for anybody else, and NotValid on a day on which he is not involved.
        """
        if by.kind is not ActorKind.LINK_HOLDER:
            raise NotAllowed("Alleen wie een link heeft, leest hiermee.")
        account = rules.told_to_involved(
            involvement.account,
            who=involvement.named,
            what=what,
            channel=DisclosureChannel.LINK,
            on=day(at),
        )
        told, trajectory = asdict(account), involvement.trajectory
        made = cls.objects.create(trajectory=trajectory, **told, **cls.stamp(by=by, at=at))
        trajectory.journal(cls.verbs.told, list(told), by=by, at=at)
        return made

    @classmethod
    def archive(
        cls, *, trajectory: Trajectory, submission: uuid.UUID | None = None, by: Actor, at: datetime
    ) -> Self:
        """All of it went to the system of the municipality itself; one sending is once, also when it is closed.

        Raises NotAllowed for who does not see him, NotNow when the approach has no ground for it.
        """
        if not trajectory.guidance().is_seen_by(by):
            raise NotAllowed("Alleen wie hem begeleidt of de coördinator maakt het archief.")
        approach = approach_for(trajectory.municipality, on=day(at))
        account = rules.archived_account(approach, trajectory.municipality.name, on=day(at))

        def make() -> Any:
            with transaction.atomic():
                told, stamp = asdict(account), cls.stamp(by=by, at=at)
                made = cls.objects.create(trajectory=trajectory, submission=submission, **told, **stamp)
                trajectory.journal(cls.verbs.told, list(told), by=by, at=at)
            return made

        first: Self = once(cls, submission, make)
        return first

    @classmethod
    def _check(cls, account: DisclosureAccount, trajectory: Trajectory, *, on: date, **_about: Any) -> None:
        check_on_his_map(account.organisation, trajectory, field="organisation")
        approach = approach_for(trajectory.municipality, on=on)
        rules.check_disclosure(account, approach, birth_date=trajectory.person.birth_date, on=on)
