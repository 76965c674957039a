"""A paper: a decision, a letter, a plan of the prison; as a file that was given, kept in the vault."""

import uuid
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q

from regie.base.actors import Actor
from regie.base.errors import DomainError, NotNow, NotValid
from regie.plans import rules
from regie.plans.enums import FileType, PaperKind, PaperReach
from regie.plans.rules import Given, PaperAccount
from regie.privacy import scanner, vault
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs

FILE = ("kept_as", "filename", "file_type", "size", "digest", "locked", "scanned")
DANGEROUS = (
    "In dit bestand zit iets gevaarlijks. Het is niet bewaard. "
    "Open het niet. Vraag wie het stuurde om een nieuw bestand, en vertel het uw systeembeheerder."
)
CANNOT_LOOK = "Bestanden kunnen nu niet op virussen worden nagekeken. Er is niets bewaard. Probeer het later."
GONE = "Dit bestand is nu niet te lezen. Vraag uw systeembeheerder om de dokter van Regie te vragen."


class PaperQuerySet(TrajectoryFactQuerySet):
    """Questions about papers."""

    def visible_to(self, viewer: Actor) -> Self:
        """Those of the trajectories he may see; what is for who guides him only, also of then, for him alone."""
        narrow = self.model.objects.current().filter(ref=OuterRef("ref"), reach=PaperReach.OFFICER).order_by()
        his = Q(trajectory__in=Trajectory.objects.in_hands_of(viewer))
        return super().visible_to(viewer).filter(his | ~Exists(narrow))


class Paper(TrajectoryFact):
    """On `happened_on` it came in, from `given_by`; `dated_on` is the date on it, empty when nobody knows.

    `kept_as` is its name in the vault, shared by all its versions: another file is another paper.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory reach kept_as file_type size locked scanned",
        personal="happened_on source given_by dated_on digest",
        criminal="kind title filename",
    )

    verbs = Verbs(Verb.PAPER_KEPT, Verb.PAPER_CORRECTED, Verb.PAPER_WITHDRAWN)
    one_stands = True

    kind = models.CharField(max_length=30, choices=PaperKind.choices)
    title = models.CharField(max_length=rules.LONGEST_PAPER_TITLE, blank=True)
    given_by = models.CharField(max_length=rules.LONGEST_GIVER, blank=True)
    dated_on = models.DateField(null=True, blank=True)
    reach = models.CharField(max_length=20, choices=PaperReach.choices)
    kept_as = models.CharField(max_length=32, editable=False)
    filename = models.CharField(max_length=120)
    file_type = models.CharField(max_length=20, choices=FileType.choices)
    size = models.PositiveIntegerField()  # bytes
    digest = models.CharField(max_length=64)  # SHA-256 of what was given
    locked = models.BooleanField()  # by a password: nobody looked in it
    scanned = models.BooleanField()  # a scanner looked, and found nothing

    objects = PaperQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.UniqueConstraint(
                name="plans_paper_one_file_each", fields=["kept_as"], condition=Q(corrects__isnull=True)
            ),
            models.CheckConstraint(
                name="plans_paper_other_says_what",
                condition=~Q(kind=PaperKind.OTHER) | ~Q(title=""),
            ),
            models.CheckConstraint(name="plans_paper_holds_something", condition=Q(size__gt=0)),
        ]

    @property
    def called(self) -> str:
        """What it is, in its own words or those of its kind."""
        return self.title or self.get_kind_display()

    @property
    def account(self) -> PaperAccount:
        """What is told here."""
        return PaperAccount(self.happened_on, self.kind, self.title, self.given_by, self.dated_on, self.reach)

    @property
    def about(self) -> Mapping[str, Any]:
        """The file, which no correction changes."""
        return {name: getattr(self, name) for name in FILE}

    @classmethod
    def tell(
        cls,
        *,
        trajectory: Trajectory,
        account: Any,
        source: str = "",
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
        **about: Any,
    ) -> Self:
        """Keeps the file that was `given`: looked at, sealed, and on the disk before its row tells of it.

        Raises NotAllowed, NotValid beside what cannot be, NotNow when the scanner does not answer.
        """
        given: Given = about["given"]
        trajectory.check_guided_by(by)
        facts = rules.inspected(given, largest=settings.REGIE_PAPER_BYTES)
        cls._scan(given.content, trajectory, by=by, at=at)
        name = vault.keep(given.content)
        file = asdict(facts) | {"kept_as": name, "scanned": scanner.is_there()}
        try:
            made = super().tell(
                trajectory=trajectory,
                account=account,
                source=source,
                submission=submission,
                by=by,
                at=at,
                **file,
            )
        except DomainError:  # whatever else goes wrong leaves in doubt whether the row is there: tidying sees
            vault.drop(name)
            raise
        if made.kept_as != name:  # the same form was sent twice
            vault.drop(name)
        return made

    @classmethod
    def _scan(cls, content: bytes, trajectory: Trajectory, *, by: Actor, at: datetime) -> None:
        """Raises NotValid for what the scanner finds, and the journal tells it; NotNow when it cannot look."""
        if not scanner.is_there():
            return
        try:
            found = scanner.found_in(content)
        except scanner.Down:
            raise NotNow(CANNOT_LOOK, field="file") from None
        if found:
            with transaction.atomic():
                trajectory.journal(Verb.PAPER_REFUSED, ["file"], by=by, at=at)
            raise NotValid(DANGEROUS, field="file")

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> Self | None:
        """Two at once take turns here; what stands there already is said, and is not kept twice."""
        trajectory.hold_open()
        standing = list(cls.objects.of(trajectory).current().only("kind", "title", "digest"))
        same = next((one for one in standing if one.digest == told["digest"]), None)
        if same:
            raise NotValid(f"Dit bestand staat er al: {same.called}.", field="file")
        rules.check_room(len(standing))
        return None

    @classmethod
    def _check(cls, account: PaperAccount, trajectory: Trajectory, *, on: date, **_about: Any) -> None:
        rules.check_paper(account, birth_date=trajectory.person.birth_date, on=on)
