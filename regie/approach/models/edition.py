"""One version of one layer, kept as it was written."""

import hashlib
import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from regie.accounts.models import Municipality, Region
from regie.approach.enums import Layer
from regie.base.facts import Kept, KeptQuerySet
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared


class EditionQuerySet(KeptQuerySet):
    """Questions about editions."""

    def of(
        self, layer: Layer, *, region: Region | None = None, municipality: Municipality | None = None
    ) -> Self:
        """The editions of one layer."""
        return self.filter(layer=layer, region=region, municipality=municipality)

    def around(self, municipality: Municipality) -> Self:
        """The editions of every layer that holds in this municipality."""
        return self.filter(
            Q(layer=Layer.NATIONAL) | Q(region=municipality.region_id) | Q(municipality=municipality)
        )

    def readable_in(self, municipalities: Iterable[int]) -> Self:
        """The editions of every layer that holds in one of these municipalities."""
        wanted = list(municipalities)
        regions = Municipality.objects.filter(pk__in=wanted).values("region")
        return self.filter(Q(layer=Layer.NATIONAL) | Q(region__in=regions) | Q(municipality__in=wanted))

    def newest_first(self) -> Self:
        """The last to begin on top, with the names of their places."""
        return self.select_related("region", "municipality").order_by("-valid_from", "-pk")

    def latest_to_begin(self) -> "Edition | None":
        """The edition that begins last, planned ones too; the next change builds on it."""
        return self.order_by("valid_from", "pk").last()

    def begun(self, on: date) -> Self:
        """Those that hold or held by that day, the one in force last."""
        return self.filter(valid_from__lte=on).order_by("valid_from", "pk")

    def known(self, on: date | None) -> Self:
        """All that there are or, when a day is given, those that we had at its end."""
        return self if on is None else self.filter(recorded_at__date__lte=on)


class Edition(Kept):
    """A layer as it was written, in force from `valid_from` until the next one; `text` is its YAML, byte for byte.

    Of two that begin on one day the later recorded one holds.
    """

    kept = "An edition is never changed or removed: what was weighed by it must stay answerable. Load the next one."
    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.SETTING,
        ordinary=f"{RECORDED} ref layer region municipality valid_from text hash reason",
    )

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    layer = models.CharField(max_length=10, choices=Layer.choices)
    region = models.ForeignKey(Region, models.PROTECT, null=True, blank=True, related_name="+")
    municipality = models.ForeignKey(Municipality, models.PROTECT, null=True, blank=True, related_name="+")
    valid_from = models.DateField()
    text = models.TextField()
    hash = models.CharField(max_length=64, editable=False)
    reason = models.TextField(blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="approach_edition_belongs_to_its_layer",
                condition=Q(layer=Layer.NATIONAL, region__isnull=True, municipality__isnull=True)
                | Q(layer=Layer.REGIONAL, region__isnull=False, municipality__isnull=True)
                | Q(layer=Layer.LOCAL, region__isnull=True, municipality__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["layer", "valid_from"], name="approach_edition_in_force")]

    def __str__(self) -> str:
        return f"{self.get_layer_display()} {self.valid_from:%d-%m-%Y}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Writes a new edition with the hash of its text."""
        self.hash = hashlib.sha256(self.text.encode()).hexdigest()
        super().save(*args, **kwargs)
