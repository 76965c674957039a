"""What happened to a mail."""

from datetime import datetime

from django.db import IntegrityError, models, transaction
from django.db.models import Q

from regie.base.actors import Actor
from regie.base.facts import Kept, KeptQuerySet
from regie.mailing.enums import MailEventKind
from regie.mailing.rules import ENDS, Happened
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared


class MailEvent(Kept):
    """Somebody took a mail to send it, or said what came of that try; `code` is what the mail server answered."""

    kept = "What happened to a mail is never changed or removed."
    privacy = Declaration(
        shared=Shared.NEVER, retention=Retention.ACCOUNT, ordinary=f"{RECORDED} mail kind attempt code"
    )

    mail = models.ForeignKey("mailing.Mail", models.PROTECT, related_name="events")
    kind = models.CharField(max_length=20, choices=MailEventKind.choices)
    attempt = models.PositiveSmallIntegerField()
    code = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = KeptQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="mailing_mailevent_taken_once",
                fields=["mail", "attempt"],
                condition=Q(kind=MailEventKind.TAKEN),
            ),
            models.UniqueConstraint(
                name="mailing_mailevent_one_outcome_a_try",
                fields=["mail", "attempt"],
                condition=~Q(kind=MailEventKind.TAKEN),
            ),
            models.UniqueConstraint(
                name="mailing_mailevent_ends_once", fields=["mail"], condition=Q(kind__in=sorted(ENDS))
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    @property
    def happened(self) -> Happened:
        """What the rules ask of it."""
        return Happened(MailEventKind(self.kind), self.attempt, self.recorded_at)

    def end(
        self, kind: MailEventKind, *, code: int | None = None, by: Actor, at: datetime
    ) -> "MailEvent | None":
        """What came of this try; None when something was said of it already: what was said first stands."""
        try:
            with transaction.atomic():
                return MailEvent.objects.create(
                    mail_id=self.mail_id,
                    kind=kind,
                    attempt=self.attempt,
                    code=code if code and code > 0 else None,
                    **self.stamp(by=by, at=at),
                )
        except IntegrityError:
            return None
