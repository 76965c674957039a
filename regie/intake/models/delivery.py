"""What came in at one time: a text with one or more messages in it."""

from django.db import models

from regie.accounts.models import Municipality
from regie.base.facts import Recorded
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.fields import BlindIndexField, EncryptedTextField


class Delivery(Recorded):
    """`sender` sent this text, and it came in on `received_on`; the same text comes in once in a municipality.

    It is kept as it came, sealed, until the first of its messages is destroyed.
    """

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.MESSAGE,
        ordinary=f"{RECORDED} municipality",
        personal="sender received_on",
        criminal="text digest",
    )

    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    sender = models.CharField(max_length=150)
    received_on = models.DateField()
    text = EncryptedTextField()
    digest = BlindIndexField(of="text")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "digest"], name="intake_delivery_comes_in_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    def digest_of(cls, text: str) -> str:
        """What the database holds to recognise this text by."""
        field = cls._meta.get_field("digest")
        assert isinstance(field, BlindIndexField)
        return field.index(text)
