"""What a colleague can be asked to do with mail: to make it, to send it, and to tell what became of it."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings

from regie.accounts.models import User
from regie.base.clock import day, now
from regie.clocks.enums import Channel
from regie.clocks.models import Notice
from regie.mailing.actions import deliver, prepare, queue
from regie.mailing.enums import MailKind
from regie.mailing.models import Mail, MailChoice, MailEvent
from regie.mailing.rules import LONGEST_HELD, Counts
from tests.cast import TESTER
from tests.prove.acts import Deed, acting


def ask_mail(*, by: str, address: str = "") -> Deed:
    """Asks for both mails, at this address."""
    user, who = User.objects.get(email=f"{by}@example.nl"), acting(by)
    kinds = list(MailKind)

    def deed() -> int:
        made = MailChoice.choose(user=user, asked=kinds, by=who, at=now())
        if address:
            User.objects.filter(pk=user.pk).update(email=address)
        return made.pk

    return deed


def move_to(*, name: str, address: str) -> Deed:
    """A user has another address."""
    return lambda: User.objects.filter(name=name).update(email=address)


def make_mail(*, at: str) -> Deed:
    """A round of the job at a moment; answers how many mails."""
    moment = datetime.fromisoformat(at)
    return lambda: prepare(by=TESTER, at=moment).made


def write_mail(*, name: str, days: int = 0, queued: bool = False) -> Deed:
    """A mail for somebody that waits; answers its key."""
    user, at = User.objects.get(name=name), now() - timedelta(days=days)
    overview = Mail.objects.filter(user=user, day=day(at), kind=MailKind.OVERVIEW).exists()
    kind, counts = (MailKind.ALARM if overview else MailKind.OVERVIEW), Counts(now=1, new=1)

    def deed() -> int:
        made = Mail.write(user=user, kind=kind, counts=counts, by=TESTER, at=at)
        if queued:
            queue(made, at=at)
        return made.pk

    return deed


def send_mail(*, mail: int, port: int) -> Deed:
    """Tries it by the mail server at this port; answers what came of it."""
    settings.EMAIL_BACKEND = "regie.mailing.post.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    found = Mail.objects.select_related("user").get(pk=mail)

    def deed() -> str:
        event = deliver(found, by=TESTER, at=found.recorded_at)
        return event.kind if event else ""

    return deed


def settle_mail() -> Deed:
    """A round of the job when whoever took a mail must be gone; answers how many nobody can say of."""
    return lambda: prepare(by=TESTER, at=now() + LONGEST_HELD).settled


def mails() -> Deed:
    """How many mails there are, how many notices by mail, and how many of those are there twice."""

    def look() -> list[int]:
        told = list(
            Notice.objects.filter(channel=Channel.MAIL).values_list("told_to", "referral", "rule", "due")
        )
        return [Mail.objects.count(), len(told), len(told) - len(set(told))]

    return look


def became_of(*, mail: int) -> Deed:
    """What happened to a mail."""
    events: Any = MailEvent.objects.filter(mail=mail).order_by("pk")
    return lambda: list(events.all().values_list("kind", flat=True))
