"""One message: what a delivery says about one young person."""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When

from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import check_may, where_may
from regie.base.actors import Actor
from regie.base.errors import NotNow
from regie.base.facts import Recorded
from regie.intake.models.decisions import Confirmation, HandOver
from regie.intake.models.delivery import Delivery
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.fields import EncryptedTextField


class MessageQuerySet(models.QuerySet["Message"]):
    """Questions about messages."""

    def visible_to(self, viewer: Actor) -> Self:
        """Who screens sees what is not in a file yet; who takes over for aftercare sees what was handed over."""
        unfiled = self.filter(~Exists(Confirmation.objects.filter(message=OuterRef("pk"))))
        screened = Q(municipality__in=where_may(viewer, Permission.SCREEN_REFERRALS))
        taken_over = Q(municipality__in=where_may(viewer, Permission.TAKE_OVER_MESSAGES))
        return unfiled.filter(screened | taken_over & Q(self._handed_over()))

    def open(self) -> Self:
        """Of those in no file: the messages that were not handed over either, so that nobody decided on them."""
        return self.filter(~self._handed_over())

    def handed_over(self) -> Self:
        """Messages for aftercare, with that decision."""
        return self.filter(handover__isnull=False).select_related("handover", "delivery")

    def in_order_of_fit(self, born: tuple[date, date]) -> Self:
        """Who may be of the age first (`fits`), and among them who lives here; it decides nothing."""
        aside = Q(birth_date__isnull=False) & ~Q(birth_date__range=born)
        fits = Case(When(aside, then=Value(False)), default=Value(True), output_field=models.BooleanField())
        here = Q(place__gt="") & Q(municipality__name__icontains=F("place"))
        lives = Case(When(here, then=Value(0)), When(place="", then=Value(1)), default=Value(2))
        return self.annotate(fits=fits).order_by("-fits", lives, "delivery__received_on", "pk")

    def _handed_over(self) -> Exists:
        return Exists(HandOver.objects.filter(message=OuterRef("pk")))


class Message(Recorded):
    """What a delivery says about one young person: his own part of the text, sealed, and what a list shows of it.

    Name, birth date, place and kind are as recognised, empty when unknown; `problem` says why a line of a list could
    not be read.
    """

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.MESSAGE,
        ordinary=f"{RECORDED} ref municipality delivery number",
        personal="name birth_date place",
        criminal="text kind problem",
    )

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="messages")
    number = models.IntegerField()
    text = EncryptedTextField()
    name = models.CharField(max_length=200, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    place = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=20, blank=True)
    problem = models.CharField(max_length=200, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["delivery", "number"], name="intake_message_one_number")
        ]

    def __str__(self) -> str:
        return self.name or "Naam niet herkend"

    def check_screened_by(self, by: Actor) -> None:
        """Raises NotAllowed unless he screens in its municipality."""
        check_may(by, Permission.SCREEN_REFERRALS, self.municipality_id)

    def check_unfiled(self) -> None:
        """Raises NotNow when it became part of a file already."""
        self.confirmed_earlier(by_id="")

    def confirmed_earlier(self, *, by_id: str) -> Confirmation | None:
        """What this colleague confirmed of it a moment ago; NotNow when somebody else did."""
        filed = Confirmation.objects.filter(message=self.pk).first()
        if filed is not None and filed.recorded_by_id != by_id:
            raise NotNow(f"{filed.recorded_by_label} heeft dit bericht al verwerkt.")
        return filed
