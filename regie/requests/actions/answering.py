"""What was answered, and of what was done for a step that the step is done."""

import uuid
from datetime import datetime

from django.db import transaction

from regie.base.actors import Actor
from regie.plans.enums import StepState
from regie.plans.models import Step, StepMark
from regie.plans.rules import StepMarkAccount
from regie.requests.enums import AnswerKind
from regie.requests.models import PartnerRequest, RequestAnswer
from regie.requests.rules import AnswerAccount

LONGEST_SOURCE = 200  # of any fact


def tell_answer(
    *,
    request: PartnerRequest,
    account: AnswerAccount,
    after: int | None,
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> RequestAnswer:
    """Writes down what was answered; done for a step, the step is done, when he who tells it guides him.

    The note of the partner stands with the step, and that it is his. What a partner tells himself changes no plan: the
    officer does. Raises NotAllowed, NotValid or NotNow, as answering does.
    """
    with transaction.atomic():
        answer = request.answer(account=account, after=after, submission=submission, by=by, at=at)
        if answer.kind == AnswerKind.DONE and request.trajectory.is_guided_by(by):
            _mark(request, answer, by=by, at=at)
    return answer


def _mark(request: PartnerRequest, answer: RequestAnswer, *, by: Actor, at: datetime) -> None:
    """Says that its step is done; of one that was done already or is not there any more, nothing."""
    step = Step.objects.current().filter(ref=request.step.ref).first() if request.step else None
    if step is None or _is_done(step):
        return
    StepMark.tell(
        trajectory=request.trajectory,
        account=StepMarkAccount(answer.happened_on, answer.words),
        step=step,
        state=StepState.DONE,
        source=request.asked_of[:LONGEST_SOURCE],
        by=by,
        at=at,
    )


def _is_done(step: Step) -> bool:
    return StepMark.objects.current().filter(step__ref=step.ref, state=StepState.DONE).exists()
