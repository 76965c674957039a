"""A barrier rises, and a second person looks along when a level is passed over."""

import uuid
from datetime import date, datetime
from typing import Any

from django.db import transaction

from regie.accounts.enums import Permission
from regie.accounts.models import RoleGrant
from regie.accounts.rules import check_may, lacks_second_person
from regie.barriers.models import Barrier
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.base.submissions import once
from regie.escalations import rules
from regie.escalations.enums import EscalationState
from regie.escalations.models import Escalation, EscalationConsent
from regie.escalations.queries import EscalationStory, escalations_of, past_of
from regie.escalations.rules import EscalationAccount
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory

IS_OVER = "Deze barrière is voorbij. U hoeft niet op te schalen."
NO_SECOND = (
    "U slaat een niveau over. Dan kijkt een coördinator mee, en een andere dan u is er niet. "
    "Kies het niveau ertussen, of vraag de functioneel beheerder om een coördinator."
)
ASKED_BY_YOU = "U vroeg dit zelf. Iemand anders moet hierover besluiten."
NOTHING_TO_ANSWER = "Op dit voorstel hoeft geen antwoord meer."


def escalate(
    *,
    barrier: Barrier,
    account: EscalationAccount,
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> Escalation:
    """A barrier rises; a level that is passed over waits for a second person. The same, or one sending, is once.

    Raises NotAllowed, NotValid beside what cannot be, or NotNow: the barrier or the trajectory is over, it rose
    already, or nobody could be the second person.
    """
    barrier.trajectory.check_guided_by(by)
    named = rules.check_whom(account, by.id)
    return once(Escalation, submission, lambda: _escalate(barrier, named, submission, by=by, at=at))


def _escalate(
    barrier: Barrier, account: EscalationAccount, submission: uuid.UUID | None, *, by: Actor, at: datetime
) -> Escalation:
    trajectory = barrier.trajectory
    with transaction.atomic():
        # Two who rise at once, or who ends the barrier meanwhile: the second waits here, and reads what stands.
        trajectory.hold_open()
        stands = barrier.now_of(trajectory)
        if stands.ended_on() is not None:
            raise NotNow(IS_OVER)
        stories = escalations_of(stands)
        same = _same(stories, account)
        if same is not None:
            return same
        past = past_of(stories)
        rules.check_next(account.level, account.to, past)
        rules.check_after(account, past)
        second = rules.skips(account.level, past)
        if second and _lacks_second_person(trajectory, by, on=day(at)):
            raise NotNow(NO_SECOND)
        about: dict[str, Any] = {"barrier": stands, "second_person": second}
        return Escalation.tell(
            trajectory=trajectory, account=account, submission=submission, by=by, at=at, **about
        )


def _same(stories: list[EscalationStory], account: EscalationAccount) -> Escalation | None:
    """What is open already and asks just the same."""
    last = stories[-1] if stories else None
    asks_it = last and last.state(over=False) in rules.OPEN and last.escalation.account == account
    return last.escalation if last and asks_it else None


def _lacks_second_person(trajectory: Trajectory, by: Actor, *, on: date) -> bool:
    grants = RoleGrant.objects.running(on).filter(municipality=trajectory.municipality_id)
    approvers = set(grants.allowing(Permission.APPROVE_EXCEPTIONS).values_list("user_id", flat=True))
    return lacks_second_person([int(by.id)], approvers)


def consent_to(
    *, escalation: Escalation, agreed: bool, words: str, by: Actor, at: datetime
) -> EscalationConsent:
    """A second person says whether a level may be passed over, and why; from a yes on it counts as sent.

    The same, twice, is once. Raises NotAllowed, NotValid without a reason, or NotNow when nothing is left to answer.
    """
    trajectory = escalation.trajectory
    check_may(by, Permission.APPROVE_EXCEPTIONS, trajectory.municipality_id)
    if by.id == escalation.recorded_by_id:
        raise NotAllowed(ASKED_BY_YOU)
    if not words.strip():
        raise NotValid("Schrijf op waarom.", field="words")
    if len(words) > rules.LONGEST_ANSWER:
        raise NotValid(f"Dit is te lang. Houd het onder {rules.LONGEST_ANSWER} tekens.", field="words")
    with transaction.atomic():
        trajectory.hold_open()
        mine = EscalationConsent.objects.filter(escalation=escalation, recorded_by_id=by.id, agreed=agreed)
        if mine.exists():
            return mine.get()
        if not _waits(escalation):
            raise NotNow(NOTHING_TO_ANSWER)
        made: EscalationConsent = EscalationConsent.objects.create(
            trajectory=trajectory,
            escalation=escalation,
            agreed=agreed,
            answered_on=day(at),
            words=words.strip(),
            asked_by_id=escalation.recorded_by_id,
            **EscalationConsent.stamp(by=by, at=at),
        )
        trajectory.journal(Verb.ESCALATION_CONSENTED, ["agreed", "words"], by=by, at=at)
    return made


def _waits(escalation: Escalation) -> bool:
    """Whether a second person is still asked: it stands as it was proposed, and so does its barrier."""
    over = escalation.barrier.ended_on() is not None
    return any(
        one.escalation.pk == escalation.pk and one.state(over=over) is EscalationState.PROPOSED
        for one in escalations_of(escalation.barrier)
    )
