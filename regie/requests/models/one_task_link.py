"""A link for one request: who is asked has no account, reads that one request with a code, and answers it once."""

import uuid
from datetime import datetime
from typing import Self

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.crypto import constant_time_compare

from regie.base.actors import Actor, ActorKind
from regie.base.errors import NotNow
from regie.base.facts import Kept, KeptQuerySet
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.privacy.keys import index_of
from regie.requests import rules
from regie.requests.enums import LinkStep
from regie.trajectories.models import Trajectory

HOLDER = "Wie de link kreeg"
OVER = "Deze link werkt al niet meer. Kijk eerst wat er nu staat."
WRITTEN = {
    LinkStep.OPENED: Verb.LINK_OPENED,
    LinkStep.ANSWERED: Verb.LINK_ANSWERED,
    LinkStep.REVOKED: Verb.LINK_REVOKED,
    LinkStep.CLOSED: Verb.LINK_CLOSED,
}


class OneTaskLinkQuerySet(KeptQuerySet):
    """Questions about links."""

    def visible_to(self, viewer: Actor) -> Self:
        """Those of the trajectories he may see."""
        return self.filter(trajectory__in=Trajectory.objects.visible_to(viewer))

    def open(self, at: datetime) -> Self:
        """Those that work at that moment, as long as what was asked is still asked."""
        ended = LinkEvent.objects.filter(link=OuterRef("pk"), step__in=rules.ENDS)
        return self.filter(~Exists(ended.order_by()), expires_at__gt=at)

    def by_token(self, token: str) -> Self:
        """The one with this token, if any."""
        return self.filter(token_hash=token_hash_of(token))


class OneTaskLink(Kept):
    """With this link and its code one may answer what was `asked` (the `ref` of a request), once and for a while.

    Of the token and the code only digests are kept.
    """

    kept = "A link stays as it was made: revoke it, and make another."
    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{RECORDED} ref trajectory asked token_hash code_hash expires_at submission",
        personal="email",
    )

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="+")
    asked = models.UUIDField(db_index=True)
    email = models.CharField(max_length=rules.LONGEST_ADDRESS)
    token_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64)
    expires_at = models.DateTimeField()
    submission = models.UUIDField(null=True, blank=True, unique=True)

    objects = OneTaskLinkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="requests_onetasklink_has_digests_and_an_address",
                condition=~Q(token_hash="") & ~Q(code_hash="") & ~Q(email=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.ref)

    @property
    def holder(self) -> Actor:
        """Who holds the link and its code; nobody knows more of him."""
        return Actor(ActorKind.LINK_HOLDER, str(self.ref), HOLDER)

    def works(self, at: datetime) -> bool:
        """Whether nothing ended it at that moment."""
        return OneTaskLink.objects.open(at).filter(pk=self.pk).exists()

    def has_code(self, typed: str) -> bool:
        """Whether this is its code, however it was typed over."""
        return constant_time_compare(self.code_hash, code_hash_of(self.ref, typed))

    def note(self, step: LinkStep, *, by: Actor, at: datetime) -> "LinkEvent":
        """Writes down what happened to it, within the transaction in which its trajectory is held."""
        made: LinkEvent = LinkEvent.objects.create(link=self, step=step, **LinkEvent.stamp(by=by, at=at))
        if step in WRITTEN:
            self.trajectory.journal(WRITTEN[step], [], by=by, at=at)
        return made

    def refuse(self, *, at: datetime) -> None:
        """A wrong code was typed; after too many of them it is closed for good."""
        self.note(LinkStep.WRONG_CODE, by=self.holder, at=at)
        wrong = LinkEvent.objects.filter(link=self, step=LinkStep.WRONG_CODE)
        if wrong.count() >= rules.MOST_WRONG:
            self.note(LinkStep.CLOSED, by=self.holder, at=at)

    def revoke(self, *, by: Actor, at: datetime) -> "LinkEvent":
        """Makes it worthless; raises NotAllowed, or NotNow when it was so already."""
        self.trajectory.check_guided_by(by)
        with transaction.atomic():
            self.trajectory.hold()
            if not self.works(at):
                raise NotNow(OVER)
            return self.note(LinkStep.REVOKED, by=by, at=at)


class LinkEvent(Kept):
    """What happened to a link: sent, opened, answered, revoked, or guessed at."""

    kept = "What happened to a link is never changed or removed."
    privacy = Declaration(
        shared=Shared.NEVER, retention=Retention.TRAJECTORY, ordinary=f"{RECORDED} link step"
    )

    link = models.ForeignKey(OneTaskLink, models.PROTECT, related_name="events")
    step = models.CharField(max_length=20, choices=LinkStep)

    objects = KeptQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="requests_linkevent_words_we_know", condition=Q(step__in=LinkStep.values)
            ),
            models.UniqueConstraint(
                name="requests_linkevent_ends_once", fields=["link"], condition=Q(step__in=rules.ENDS)
            ),
        ]

    def __str__(self) -> str:
        return self.get_step_display()


def token_hash_of(token: str) -> str:
    """What the database holds of a token: nobody can read it back."""
    return index_of(token, purpose="requests_onetasklink.token")


def code_hash_of(ref: uuid.UUID, typed: str) -> str:
    """The same of a code."""
    return index_of(rules.code_of(str(ref), typed), purpose="requests_onetasklink.code")
