"""What was decided about a message: it became part of a file, or it went to regular aftercare."""

from django.db import models

from regie.base.facts import Recorded
from regie.persons.models import Person
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared


class Confirmation(Recorded):
    """Somebody confirmed, field by field, what a message tells, and it stands in the file of `person`."""

    privacy = Declaration(
        shared=Shared.NEVER, retention=Retention.MESSAGE, ordinary=f"{RECORDED} message person"
    )

    message = models.OneToOneField("intake.Message", models.CASCADE, related_name="confirmation")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.recorded_at:%d-%m-%Y}"


class HandOver(Recorded):
    """Somebody decided that a message is not for the officer: it waits for the coordinator of aftercare."""

    privacy = Declaration(shared=Shared.NEVER, retention=Retention.MESSAGE, ordinary=f"{RECORDED} message")

    message = models.OneToOneField("intake.Message", models.CASCADE, related_name="handover")

    def __str__(self) -> str:
        return f"{self.recorded_at:%d-%m-%Y}"
