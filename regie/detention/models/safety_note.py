"""A safety note: what to mind when one meets him, who said it, why it may stand there, and until when."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from regie.base.facts import Fact
from regie.detention import rules
from regie.detention.enums import SafetyGround
from regie.detention.models.detention_fact import DetentionFactQuerySet
from regie.detention.models.lasting_fact import EndingFact
from regie.persons.models import Person
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb


@dataclass(frozen=True)
class SafetyNoteAccount:
    """What is told: it is minded up to and including `until`."""

    words: str
    ground: SafetyGround
    until: date
    ended_on: date | None = None


class SafetyNote(EndingFact):
    """It is minded up to and including `until` and then goes by itself; the history keeps it."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} person",
        personal="source",
        criminal="happened_on words ground until ended_on",
    )
    verb = Verb.SAFETY_NOTE_RECORDED
    account_type = SafetyNoteAccount

    words = models.TextField()
    ground = models.CharField(max_length=20, choices=SafetyGround.choices)
    until = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    objects = DetentionFactQuerySet.as_manager()

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                name="detention_safetynote_ground_we_know", condition=Q(ground__in=SafetyGround.values)
            ),
            models.CheckConstraint(
                name="detention_safetynote_has_words_and_a_source",
                condition=~Q(words="") & ~Q(source=""),
            ),
        ]
        indexes = [models.Index(fields=["person", "happened_on"], name="detention_note_of_person")]

    @classmethod
    def _check_source(cls, source: str) -> None:
        rules.check_note_source(source)

    @classmethod
    def _check(cls, account: Any, person: Person, *, on: date, **known: Any) -> None:
        rules.check_note_words(account.words)
        stood = known.get("known")
        rules.check_note_end(account.until, stood=stood.until if stood else None, on=on)
        super()._check(account, person, on=on, **known)
