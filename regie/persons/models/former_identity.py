"""What stood somewhere before it was written down better."""

from django.db import models

from regie.base.facts import Recorded
from regie.persons.rules import Identity
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.fields import EncryptedTextField


class FormerIdentity(Recorded):
    """How a young person was known until somebody, at that moment, corrected it."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{RECORDED} person",
        personal="given_names family_name birth_date bsn",
    )

    person = models.ForeignKey("persons.Person", models.PROTECT, related_name="+")
    given_names = models.CharField(max_length=100, blank=True)
    family_name = models.CharField(max_length=100, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    bsn = EncryptedTextField()

    @property
    def identity(self) -> Identity:
        """Who he was known to be."""
        return Identity(self.given_names, self.family_name, self.birth_date, self.bsn)

    def __str__(self) -> str:
        return f"{self.given_names} {self.family_name}".strip()
