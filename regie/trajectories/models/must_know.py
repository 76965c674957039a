"""What a substitute must know of one young person."""

from datetime import datetime
from typing import Self

from django.db import models, transaction

from regie.accounts.enums import Permission
from regie.accounts.models import Cover
from regie.accounts.rules import may
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow
from regie.base.facts import CORRECTED_MEANWHILE, Recorded
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.models.trajectory import Trajectory


class MustKnowQuerySet(models.QuerySet["MustKnow"]):
    """Questions about what was told for a substitute."""

    def visible_to(self, viewer: Actor) -> Self:
        """Who may see the young person."""
        return self.filter(trajectory__in=Trajectory.objects.visible_to(viewer))

    def standing(self) -> Self:
        """What was told last of each young person within each cover."""
        later = self.model.objects.filter(
            cover=models.OuterRef("cover"),
            trajectory=models.OuterRef("trajectory"),
            pk__gt=models.OuterRef("pk"),
        )
        return self.filter(~models.Exists(later))


class MustKnow(Recorded):
    """Within a cover: what the substitute must know of one young person. Told better is told anew; the last counts."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{RECORDED} cover trajectory",
        criminal="words",
    )

    cover = models.ForeignKey(Cover, models.PROTECT, related_name="+")
    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="+")
    words = models.TextField()

    objects = MustKnowQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.recorded_at:%d-%m-%Y}"

    @classmethod
    def tell(
        cls, *, cover: Cover, trajectory: Trajectory, words: str, seen: int | None, by: Actor, at: datetime
    ) -> "MustKnow":
        """Who is away, or a coordinator, tells what the substitute must know of him; the same again is once.

        `seen` is the key of what stood there. Raises NotAllowed, NotValid, or NotNow when the cover is over, he is
        not covered by it, or it was told otherwise meanwhile.
        """
        himself = by.id == str(cover.officer_id) and may(by, Permission.GUIDE, cover.municipality_id)
        if not himself and not may(by, Permission.ASSIGN, cover.municipality_id):
            raise NotAllowed("Alleen wie afwezig is of de coördinator schrijft dit op.")
        rules.check_said(words, field="words")
        rules.check_length(words, field="words")
        with transaction.atomic():
            Cover.objects.select_for_update(no_key=True).get(pk=cover.pk)
            if day(at) >= cover.until:
                raise NotNow("Deze vervanging is voorbij.")
            if not trajectory.covered_in(cover):
                raise NotNow("Deze jongere valt niet onder deze vervanging.")
            trajectory.hold_open()
            stands = cls.objects.filter(cover=cover, trajectory=trajectory).order_by("pk").last()
            if stands is not None and stands.words == words.strip():
                return stands
            if (stands.pk if stands else None) != seen:
                raise NotNow(CORRECTED_MEANWHILE)
            made = cls.objects.create(
                cover=cover, trajectory=trajectory, words=words.strip(), **cls.stamp(by=by, at=at)
            )
            trajectory.journal(Verb.MUST_KNOW_TOLD, ["words"], by=by, at=at)
        return made
