"""The stems of what was told of contact, by which it is found; made anew from the words whenever one likes."""

from collections.abc import Sequence
from typing import Any, Self

from django.db import models
from django.db.models import Count, Max

from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import where_may
from regie.base.actors import Actor
from regie.contacts.rules import LONGEST_STEM
from regie.privacy.declarations import Declaration, Retention, Shared
from regie.trajectories.models import Trajectory


class ContactStemQuerySet(models.QuerySet["ContactStem"]):
    """Questions about words in contact."""

    def visible_to(self, viewer: Actor) -> Self:
        """Those of the trajectories he may see; the municipality is what the index begins with."""
        return self._where(viewer).filter(trajectory__in=Trajectory.objects.visible_to(viewer))

    def telling(self, stems: Sequence[str], viewer: Actor, *, among: Sequence[int] | None = None) -> Self:
        """One row of each contact that he may see and in which all of these stand; `among` some trajectories only."""
        first, *others = stems
        within = self._where(viewer) if among is None else self._where(viewer).filter(trajectory__in=among)
        found = within.visible_to(viewer).filter(stem=first)
        for stem in others:  # who may see it was asked of the first; all of it stands in the index
            found = found.filter(moment__in=within.filter(stem=stem).values("moment"))
        return found

    def _where(self, viewer: Actor) -> Self:
        where = where_may(viewer, Permission.GUIDE) | where_may(viewer, Permission.SEE_ALL_TRAJECTORIES)
        return self.filter(municipality__in=where)

    def by_person(self) -> models.QuerySet["ContactStem", dict[str, Any]]:
        """Per trajectory the last day (`last`) and how often (`times`), the newest first."""
        counted = (
            self.order_by().values("trajectory").annotate(last=Max("happened_on"), times=Count("moment"))
        )
        return counted.order_by("-last", "trajectory")


class ContactStem(models.Model):
    """In what was told of a contact, this stem stands; of each contact only the version that stands now has stems."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary="id moment trajectory municipality",
        personal="happened_on",
        criminal="stem",
    )

    moment = models.ForeignKey("contacts.ContactMoment", models.PROTECT, related_name="+", db_index=False)
    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="+", db_index=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    happened_on = models.DateField()
    stem = models.CharField(max_length=LONGEST_STEM)

    objects = ContactStemQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["moment", "stem"], name="contacts_stem_once_a_contact"),
        ]
        indexes = [  # All that a search asks stands in the index, person by person.
            models.Index(
                fields=["municipality", "stem", "trajectory", "happened_on", "moment"],
                name="contacts_stem_of_municipality",
            )
        ]

    def __str__(self) -> str:
        return f"{self.moment_id} {self.stem}"
