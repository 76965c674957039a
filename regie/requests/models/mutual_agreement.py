"""An agreement of three: what he, his officer and a partner each do."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from regie.approach.queries import approach_for
from regie.base.actors import Actor
from regie.plans.enums import Consent
from regie.plans.rules import LONGEST_PROMISE
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.requests import rules
from regie.requests.models.involved import standing_involvement
from regie.requests.rules import MutualAccount
from regie.trajectories.models import Involvement, Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs

EACH_SAYS = ~Q(young_person="") & ~Q(officer="") & ~Q(partner="") & ~Q(otherwise="") & ~Q(agreed_with="")


class MutualAgreement(TrajectoryFact):
    """On `happened_on` three agreed what each does from `begins_on`, and `otherwise` when it does not work out.

    `agreed_with` is who the partner is, as he was called then.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory involvement",
        personal="happened_on source agreed_with begins_on consent",
        criminal="young_person officer partner otherwise",
    )

    verbs = Verbs(
        Verb.MUTUAL_AGREEMENT_TOLD, Verb.MUTUAL_AGREEMENT_CORRECTED, Verb.MUTUAL_AGREEMENT_WITHDRAWN
    )

    involvement = models.ForeignKey(Involvement, models.PROTECT, related_name="+")
    agreed_with = models.CharField(max_length=rules.LONGEST_PARTNER)
    begins_on = models.DateField()
    young_person = models.CharField(max_length=LONGEST_PROMISE)
    officer = models.CharField(max_length=LONGEST_PROMISE)
    partner = models.CharField(max_length=LONGEST_PROMISE)
    otherwise = models.CharField(max_length=LONGEST_PROMISE)
    consent = models.CharField(max_length=20, choices=Consent)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(name="requests_mutualagreement_each_says_something", condition=EACH_SAYS),
            models.CheckConstraint(
                name="requests_mutualagreement_begins_when_agreed_or_later",
                condition=Q(begins_on__gte=F("happened_on")),
            ),
            models.CheckConstraint(
                name="requests_mutualagreement_words_we_know", condition=Q(consent__in=Consent.values)
            ),
        ]

    @property
    def account(self) -> MutualAccount:
        """What is agreed here."""
        named = MutualAccount.__dataclass_fields__
        return MutualAccount(**{name: getattr(self, name) for name in named})

    @property
    def about(self) -> Mapping[str, Any]:
        """With whom; what stands already may stay, also when he is involved no more."""
        return {"involvement": self.involvement, "was": self}

    @classmethod
    def tell(cls, *, trajectory: Trajectory, account: Any, by: Actor, at: datetime, **about: Any) -> Self:
        """Writes it down, with the partner as his involvement stands.

        Raises NotAllowed, NotValid beside what cannot be, or NotNow with who is involved no more.
        """
        trajectory.check_guided_by(by)
        involved = standing_involvement(about.pop("involvement"), trajectory)
        about |= {"involvement": involved, "agreed_with": involved.who}
        return super().tell(trajectory=trajectory, account=account, by=by, at=at, **about)

    @classmethod
    def _check(cls, account: MutualAccount, trajectory: Trajectory, *, on: date, **about: Any) -> None:
        avoided = approach_for(trajectory.municipality, on=on).no_sanction_words
        rules.check_mutual(account, birth_date=trajectory.person.birth_date, on=on, avoided=avoided)
        if "was" not in about:
            involved: Involvement = about["involvement"]
            over = involved.is_over(on)
            rules.check_can_agree(since=involved.happened_on, over=over, happened_on=account.happened_on)
