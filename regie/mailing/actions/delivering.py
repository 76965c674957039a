"""Sends a mail: taken first, then handed over, and then what came of it is written."""

from datetime import datetime, timedelta
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django_tasks import task
from django_tasks.base import TaskContext, TaskResultStatus
from django_tasks_db.models import DBTaskResult

from regie.base.actors import Actor, ActorKind
from regie.mailing.enums import MailEventKind, MailKind
from regie.mailing.models import Mail, MailEvent
from regie.mailing.post import HandedOver, hand_over
from regie.mailing.rules import CHOICE, PAUSES, TODAY, letter, outcome_of

SENDER = Actor(ActorKind.JOB, "mail", "Mail versturen")
KEPT = timedelta(days=7)  # how long what was queued and is done stays, for who looks what went wrong


def deliver(mail: Mail, *, by: Actor, at: datetime) -> MailEvent | None:
    """Tries once, when it may be tried now; what did not go and may go later is queued again."""
    taken = mail.take(by=by, at=at)
    if taken is None:
        return None
    # From here on it may be sent: whoever dies before the next line that is written leaves it taken (ADR 33).
    handed_over = hand_over(_written(mail))
    kind = _outcome(handed_over, taken.attempt)
    event = taken.end(kind, code=handed_over.code, by=by, at=at)
    if event and kind is MailEventKind.DELAYED:
        queue(mail, at=at + PAUSES[taken.attempt - 1])
    return event


def queue(mail: Mail, *, at: datetime) -> None:
    """Lets a worker try from that moment on; in the transaction of what asks it, or it would be forgotten."""
    deliver_queued.using(run_after=at).enqueue(str(mail.ref))


def is_queued(mail: Mail) -> bool:
    """Whether a worker will try it by itself; one that died left nothing behind that waits."""
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    return waiting.filter(args_kwargs={"args": [str(mail.ref)], "kwargs": {}}).exists()


@task(takes_context=True)
def deliver_queued(context: TaskContext, mail_ref: str) -> str:
    """A worker tries a mail that was queued; answers what came of it."""
    at = context.task_result.started_at
    assert at is not None
    mail = Mail.objects.select_related("user").get(ref=mail_ref)
    event = deliver(mail, by=SENDER, at=at)
    return event.kind if event else ""


def tidy_queue(*, at: datetime) -> None:
    """Removes what was queued, is done and is old: the mails themselves keep what came of them."""
    DBTaskResult.objects.finished().filter(finished_at__lt=at - KEPT).delete()


def _outcome(handed_over: HandedOver, attempt: int) -> MailEventKind:
    if handed_over.taken:
        return MailEventKind.SENT
    return outcome_of(handed_over.code, attempt=attempt, handed_over=handed_over.in_doubt)


def _written(mail: Mail) -> EmailMultiAlternatives:
    """The mail as it goes over the line; it names nobody, not even who gets it."""
    today, choice = (urljoin(settings.REGIE_SITE, path) for path in (TODAY, CHOICE))
    says = letter(MailKind(mail.kind), mail.counts, today_url=today, choice_url=choice)
    headers = {
        "Message-ID": mail.message_id,
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": f"<{choice}>",
    }
    written = EmailMultiAlternatives(says.subject, says.text, to=[mail.user.email], headers=headers)
    written.attach_alternative(says.html, "text/html")
    return written
