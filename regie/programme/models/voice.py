"""What somebody says on a plan page, and that it may be told."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import models, transaction
from django.db.models import Q

from regie.accounts.enums import Permission
from regie.accounts.rules import check_may
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow
from regie.base.facts import Kept, KeptQuerySet
from regie.privacy.declarations import FACT, RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.programme import rules
from regie.programme.enums import BlockKind
from regie.programme.models.plan_fact import PlanFact
from regie.programme.rules import LONGEST_APPROVAL, LONGEST_VOICE, SPOKEN, ApprovalAccount, VoiceAccount
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import Verbs

NOT_HIMSELF = "Wie de tekst schreef, geeft niet zelf het akkoord. Vraag het een ander."


class Voice(PlanFact):
    """A partner, who does the work, or the story of one young person; told to the public only when it was approved."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.SETTING,
        ordinary=f"{FACT} happened_on source intervention kind",
        personal="speaker",
        criminal="words",
    )

    verbs = Verbs(Verb.VOICE_TOLD, Verb.VOICE_CORRECTED, Verb.VOICE_WITHDRAWN)

    kind = models.CharField(max_length=20, choices=BlockKind.choices)
    words = models.TextField(max_length=LONGEST_VOICE["words"])
    speaker = models.CharField(max_length=LONGEST_VOICE["speaker"], blank=True)

    class Meta(PlanFact.Meta):
        constraints = [
            *PlanFact.Meta.constraints,
            models.CheckConstraint(name="programme_voice_kind_we_know", condition=Q(kind__in=sorted(SPOKEN))),
            models.CheckConstraint(name="programme_voice_says_something", condition=~Q(words="")),
            models.CheckConstraint(
                name="programme_voice_says_who", condition=Q(kind=BlockKind.STORY) | ~Q(speaker="")
            ),
        ]

    @property
    def account(self) -> VoiceAccount:
        """What is said."""
        return VoiceAccount(self.words, self.speaker)

    @property
    def about(self) -> Mapping[str, Any]:
        """Who speaks: a partner, who does the work, or nobody by name."""
        return {"kind": self.kind}

    @property
    def approved(self) -> bool:
        """Whether this version may be told to the public."""
        return hasattr(self, "approval")

    def check_approved_by(self, by: Actor) -> None:
        """Raises NotAllowed: a story is approved by who did not write it, the rest by who keeps the page."""
        if self.kind != BlockKind.STORY:
            self.intervention.check_kept_by(by)
            return
        check_may(by, Permission.APPROVE_STORIES, self.intervention.municipality_id)
        if (by.kind, by.id) == (self.recorded_by_kind, self.recorded_by_id):
            raise NotAllowed(NOT_HIMSELF)

    def guided_there(self, on: date) -> int:
        """How many young people are guided there that day; one query."""
        here = Trajectory.objects.filter(municipality=self.intervention.municipality_id, started_on__lte=on)
        return here.running(on).count()

    def approve(self, *, account: ApprovalAccount, by: Actor, at: datetime) -> "VoiceApproval":
        """Who speaks gave leave for these words; twice is once. Words that are told better need it again.

        Raises NotAllowed, NotValid beside what is missing, or NotNow when there are newer words.
        """
        self.check_approved_by(by)
        on = day(at)
        guided = self.guided_there(on)
        rules.check_approval(self.kind, account, written_on=day(self.recorded_at), guided=guided, on=on)
        with transaction.atomic():
            self.intervention.hold()
            if not Voice.objects.current().filter(pk=self.pk).exists():
                raise NotNow("Er staat intussen een andere tekst. Kijk eerst wat er nu staat.")
            before = VoiceApproval.objects.filter(voice=self).first()
            if before is not None:
                return before
            stamp = VoiceApproval.stamp(by=by, at=at)
            made: VoiceApproval = VoiceApproval.objects.create(voice=self, **asdict(account), **stamp)
            told = [name for name, value in asdict(account).items() if value]
            self.intervention.journal(Verb.VOICE_APPROVED, self.ref, told, by=by, at=at)
        return made

    @classmethod
    def _check(cls, account: VoiceAccount, **about: Any) -> None:
        rules.check_voice(about["kind"], account, place=about["intervention"].municipality.name)


class VoiceApproval(Kept):
    """Who gave leave for one version, when and how; of a story that somebody else looked for what gives him away."""

    kept = "That leave was given stays: write the words anew, or take them off the page."

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.SETTING,
        ordinary=f"{RECORDED} voice no_name no_place no_age",
        personal="given_by given_on how reason",
    )

    voice = models.OneToOneField(Voice, models.PROTECT, related_name="approval")
    given_by = models.CharField(max_length=LONGEST_APPROVAL["given_by"], blank=True)
    given_on = models.DateField()
    how = models.CharField(max_length=LONGEST_APPROVAL["how"])
    no_name = models.BooleanField(default=False)
    no_place = models.BooleanField(default=False)
    no_age = models.BooleanField(default=False)
    reason = models.CharField(max_length=LONGEST_APPROVAL["reason"], blank=True)

    objects = KeptQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="programme_voiceapproval_says_how", condition=~Q(how="")),
        ]

    def __str__(self) -> str:
        return f"{self.given_on}: {self.how}"
