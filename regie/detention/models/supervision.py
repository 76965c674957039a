"""Somebody supervises him."""

from dataclasses import dataclass
from datetime import date

from django.db import models

from regie.detention.models.detention_fact import DetentionFactQuerySet
from regie.detention.models.lasting_fact import LastingFact
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb


@dataclass(frozen=True)
class SupervisionAccount:
    """What is told of supervision; None and empty were not told."""

    by_whom: str = ""
    since: date | None = None
    until: date | None = None
    ended_on: date | None = None


class Supervision(LastingFact):
    """He is supervised by the probation service that `by_whom` names, as told."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} person",
        personal="source",
        criminal="happened_on by_whom since until ended_on",
    )
    verb = Verb.SUPERVISION_RECORDED
    account_type = SupervisionAccount

    by_whom = models.CharField(max_length=120, blank=True)

    objects = DetentionFactQuerySet.as_manager()

    class Meta(LastingFact.Meta):
        indexes = [models.Index(fields=["person", "happened_on"], name="detention_supervision_person")]
