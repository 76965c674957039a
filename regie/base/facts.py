"""Facts: records of what happened, with two times, corrected by adding and never by overwriting.

`happened_on` is the day it happened, `recorded_at` the moment we wrote it down. A correction is a new row that
names the row it corrects and keeps its `ref`; a withdrawal is a correction that says it did not happen.
Hence two questions: `current()`, what we hold true now, and `as_known(on)`, what we held true at the end of a day.
"""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from typing import Any, ClassVar, Self, TypeVar

from django.db import IntegrityError, models, transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.base import ModelState

from regie.base.actors import Actor, ActorKind
from regie.base.clock import day
from regie.base.errors import NotNow

F = TypeVar("F", bound="Fact")
# The order in which facts are told: by the day it happened, and of one day as it was written down.
AS_TOLD = attrgetter("happened_on", "recorded_at", "id")
CORRECTED_MEANWHILE = "Iemand anders heeft dit intussen al verbeterd. Kijk eerst wat er nu staat."


class Recorded(models.Model):
    """A row that knows when and by whom it was written."""

    recorded_at = models.DateTimeField()
    # The database holds no list of kinds: to name a new one here is a migration of every model, and nobody reads it.
    recorded_by_kind = models.CharField(
        max_length=20, choices=[(kind, kind) for kind in ActorKind if kind is not ActorKind.PARTNER]
    )
    recorded_by_id = models.CharField(max_length=40)
    recorded_by_label = models.CharField(max_length=200)

    class Meta:
        abstract = True

    @classmethod
    def from_db(
        cls, db: str | None, field_names: Collection[str], values: Collection[Any], **_how: Any
    ) -> Self:
        """The instance of a row, made in a fifth of the time: a coordinator's Vandaag reads ten thousand of them.

        No field of ours listens to being made (`pre_init`, `post_init`); what a row does not hold is read when asked.
        """
        made, state = cls.__new__(cls), ModelState()
        state.adding, state.db = False, db
        made.__dict__ = dict(zip(field_names, values, strict=True), _state=state)
        return made

    @staticmethod
    def stamp(*, by: Actor, at: datetime) -> dict[str, Any]:
        """The four values that say who wrote a row and when."""
        return {
            "recorded_at": at,
            "recorded_by_kind": by.kind,
            "recorded_by_id": by.id,
            "recorded_by_label": by.label,
        }


class KeptQuerySet(models.QuerySet[Any]):
    """What is kept is read; nobody changes or removes it in place."""

    def update(self, **kwargs: Any) -> int:
        raise TypeError(self.model.kept)

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError(self.model.kept)


class Kept(Recorded):
    """A row that stays as it was written; `kept` says why, and what to do instead. Its `objects` is a KeptQuerySet."""

    kept: ClassVar[str]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Writes a new row; an existing one is never written again."""
        if not self._state.adding:
            raise TypeError(self.kept)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused: what was written stays."""
        raise TypeError(self.kept)


def _corrections(model: type[models.Model]) -> models.QuerySet[Any, Any]:
    """The corrections of the row at hand: one look in an index a row, however many there are elsewhere."""
    manager: Any = model._default_manager
    corrections: models.QuerySet[Any, Any] = manager.filter(corrects=OuterRef("pk"))
    return corrections.order_by()


@cache  # a list asks it of seven kinds, and to make it anew takes longer than to ask it
def _uncorrected(model: type[models.Model]) -> Q:
    return Q(~Exists(_corrections(model)))


class FactQuerySet(KeptQuerySet):
    """Facts are read as they stand or as they were known."""

    def current(self) -> Self:
        """What we hold true now."""
        model: Any = self.model
        return self.filter(_uncorrected(model), withdrawn=False)

    def last_versions(self) -> Self:
        """The last version of each fact; of what was withdrawn, its withdrawal."""
        return self.filter(~Exists(_corrections(self.model)))

    def as_known(self, on: date) -> Self:
        """What we held true at the end of that day, whatever was corrected later."""
        known = self.filter(recorded_at__date__lte=on)
        later = _corrections(self.model).filter(recorded_at__date__lte=on)
        return known.filter(~Exists(later), withdrawn=False)

    def known(self, on: date | None) -> Self:
        """What we hold true now, or, when a day is given, what we held true at its end."""
        return self.current() if on is None else self.as_known(on)


def standing(versions: Iterable[F], *, as_known: date | None = None) -> list[F]:
    """Of all versions of some facts those that stand: what `known(as_known)` asks, of rows that were read already.

    For the few facts of one young person: to ask plainly for all of them costs a third of asking which stand.
    """
    told: list[Any] = [one for one in versions if as_known is None or day(one.recorded_at) <= as_known]
    corrected = {one.corrects_id for one in told}
    return [one for one in told if not one.withdrawn and one.id not in corrected]


def standing_by(key: str, versions: Iterable[F], *, as_known: date | None = None) -> dict[int, list[F]]:
    """The same of many people, by their key (`trajectory_id`, `person_id`), as they were read."""
    found: dict[int, list[F]] = defaultdict(list)
    for one in standing(versions, as_known=as_known):
        found[getattr(one, key)].append(one)
    return found


class Fact(Kept):
    """Something that happened around a young person.

    `ref` is shared by all versions of one fact; `submission` is the form it came from, so that a double click
    makes nothing twice; an empty `source` means that the recorder was there himself. Every fact's `objects` is a
    FactQuerySet.
    """

    kept = "A fact is never changed or removed: add a correction, or withdraw it."

    ref = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    happened_on = models.DateField()
    source = models.CharField(max_length=200, blank=True)
    corrects = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn = models.BooleanField(default=False)
    submission = models.UUIDField(null=True, blank=True, unique=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_withdrawal_names_its_fact",
                condition=Q(withdrawn=False) | Q(corrects__isnull=False),
            ),
            models.UniqueConstraint(
                name="%(app_label)s_%(class)s_one_first_version",
                fields=["ref"],
                condition=Q(corrects__isnull=True),
            ),
        ]

    def add_correction(
        self, *, by: Actor, at: datetime, submission: uuid.UUID | None = None, **changes: Any
    ) -> Self:
        """Writes the next version of this fact with these values changed; the older version stays readable."""
        model: Any = type(self)
        # What a key leads to is told by its name, and kept by its column: given both, Django takes the old one.
        same = {
            field.attname: getattr(self, field.attname)
            for field in self._meta.concrete_fields
            if field.name != "id" and field.name not in changes
        }
        values = (
            same | self.stamp(by=by, at=at) | {"corrects_id": self.pk, "submission": submission} | changes
        )
        try:
            with transaction.atomic():
                better: Self = model._default_manager.create(**values)
                self._hand_on(better)
        except IntegrityError:
            if model._default_manager.filter(corrects=self.pk).exists():
                raise NotNow(CORRECTED_MEANWHILE) from None
            raise
        return better

    def _hand_on(self, better: Self) -> None:
        """Whom and what this version was read with, the next one knows as well: nothing is asked twice."""
        for field in self._meta.concrete_fields:
            same = getattr(self, field.attname) == getattr(better, field.attname)
            if isinstance(field, models.ForeignKey) and same and field.is_cached(self):
                field.set_cached_value(better, field.get_cached_value(self))
