"""The journal: what was done, by whom, to which subject; it can stay when a file is destroyed."""

import json
from typing import Any

from django.db import models

from regie.base.facts import Recorded
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.keys import seal

BEGIN = "begin"


class JournalChain(models.Model):
    """One chain of entries; its row is what writers of that chain wait for."""

    privacy = Declaration(shared=Shared.NEVER, retention=Retention.JOURNAL, ordinary="code")

    code = models.CharField(
        max_length=20, primary_key=True
    )  # the CBS code of the municipality, or "installation"

    def __str__(self) -> str:
        return self.code


class JournalEntry(Recorded):
    """One thing done: the verb, a random subject id and the names of the fields; never a name or a value.

    Each entry is sealed with the hash of the one before it; the database refuses to change or remove one.
    """

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.JOURNAL,
        ordinary=f"{RECORDED} chain number verb subject fields previous hash",
    )

    chain = models.ForeignKey(JournalChain, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    verb = models.CharField(max_length=40)  # a Verb; without choices, so that a new verb asks no migration
    subject = models.UUIDField(db_index=True)
    fields = models.JSONField(default=list)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("chain", "number")
        constraints = [
            models.UniqueConstraint(fields=["chain", "number"], name="privacy_journalentry_one_number")
        ]

    def __str__(self) -> str:
        return f"{self.chain_id} {self.number} {self.verb}"

    def sealed(self) -> str:
        """The hash that belongs to this entry as it stands."""
        return seal(self.previous, json.dumps(self._content(), sort_keys=True, ensure_ascii=False))

    def _content(self) -> dict[str, Any]:
        return {
            "chain": self.chain_id,
            "number": self.number,
            "at": self.recorded_at.isoformat(timespec="microseconds") if self.recorded_at else "",
            "by": [self.recorded_by_kind, self.recorded_by_id, self.recorded_by_label],
            "verb": self.verb,
            "subject": str(self.subject),
            "fields": self.fields,
        }
