"""Makes the mails of today: what they count is told, and they are queued, in one transaction."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localtime

from regie.accounts.models import User
from regie.approach.enums import Anchor
from regie.base.actors import Actor, ActorKind
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow
from regie.clocks.enums import Change, State
from regie.clocks.models import Notice
from regie.clocks.models.notice import key_of
from regie.clocks.queries import Along, Calling, called, told_by_any_channel
from regie.clocks.rules import news
from regie.mailing.actions.delivering import is_queued, queue
from regie.mailing.enums import MailKind
from regie.mailing.models import Mail, MailChoice, MailEvent, MailRound
from regie.mailing.models.choice import sees_today
from regie.mailing.models.mail import BY_A_JOB
from regie.mailing.rules import Counts, alarms, kinds_at, next_try_at

OVERDUE = timedelta(minutes=5)  # a mail that nobody tries by then was dropped from the queue
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Prepared:
    """How many mails were made, how many were queued anew, and of how many nobody can say whether they went."""

    made: int
    queued: int
    settled: int


def prepare(*, by: Actor, at: datetime) -> Prepared:
    """Makes the mails of today that are to be made now; as often as one likes, and two at once.

    Only today's: what was not made on its day is not made any more. Raises NotAllowed.
    """
    if by.kind is not ActorKind.JOB:
        raise NotAllowed(BY_A_JOB)
    MailRound.note(by=by, at=at)
    settled = sum(mail.settle(by=by, at=at) is not None for mail in Mail.objects.open())
    queued = _queue_what_was_dropped(at)
    made = sum(_for_user(choice, kinds, by=by, at=at) for choice, kinds in _asked(at))
    return Prepared(made, queued, settled)


def _asked(at: datetime) -> Iterator[tuple[MailChoice, list[MailKind]]]:
    """Who asks for a mail that may be made now and was not; three queries."""
    kinds = kinds_at(localtime(at))
    if not kinds:
        return
    made = set(Mail.objects.filter(day=day(at)).values_list("user", "kind"))
    for choice in MailChoice.objects.standing().select_related("user").order_by("user"):
        his = [kind for kind in kinds if kind in choice.asked and (choice.user_id, kind) not in made]
        if his:
            yield choice, his


def _for_user(choice: MailChoice, kinds: Sequence[MailKind], *, by: Actor, at: datetime) -> int:
    """His mails; where one goes wrong the others still get theirs."""
    actor = choice.user.acting(at)
    if not sees_today(actor):
        return 0
    try:
        calls = called(actor, on=day(at))
        return sum(_made(kind, choice.user, calls, by=by, at=at) for kind in kinds)
    except NotNow:  # no approach was loaded: the doctor says so
        return 0
    except Exception:  # what is wrong with the file of one may not keep his colleagues from their mail
        log.exception("No mail could be made for user %s.", choice.user_id)
        return 0


def _made(kind: MailKind, user: User, calls: Sequence[Calling], *, by: Actor, at: datetime) -> bool:
    with transaction.atomic():
        # Two at once: the second waits here and then finds what the first made.
        User.objects.select_for_update(no_key=True).get(pk=user.pk)
        if Mail.objects.filter(user=user, kind=kind, day=day(at)).exists():
            return False
        along = told_by_any_channel(user.pk, [call.referral for call in calls])
        counted, counts = _overview(calls) if kind is MailKind.OVERVIEW else _alarm(calls, along, at)
        if kind is MailKind.ALARM and not counted:
            return False
        told = [(call.referral, term) for call in counted for term in call.terms]
        Notice.mail(told, last=along.mail, to=user, by=by, at=at)
        queue(Mail.write(user=user, kind=kind, counts=counts, by=by, at=at), at=at)
    return True


def _overview(calls: Sequence[Calling]) -> tuple[list[Calling], Counts]:
    """What is needed now and this week."""
    now, week = ([call for call in calls if call.state is state] for state in (State.NOW, State.THIS_WEEK))
    return [*now, *week], Counts(now=len(now), week=len(week))


def _alarm(calls: Sequence[Calling], along: Along, at: datetime) -> tuple[list[Calling], Counts]:
    """What cannot wait until he looks, beside what he was told before."""
    found = [(call, change) for call in calls if (change := _change(call, along, at))]
    changes = [change for _, change in found]
    counts = Counts(new=changes.count(Change.NEW), earlier=changes.count(Change.EARLIER))
    return [call for call, _ in found], counts


def _change(call: Calling, along: Along, at: datetime) -> Change | None:
    heard = [(term, along.any.get(key_of(call.referral, term))) for term in call.terms]
    changed = news([(term, was.heard if was else None) for term, was in heard])
    release = any(term.rule.anchor is Anchor.RELEASE for term in call.terms)
    return alarms(changed, state=call.state, by_day=call.day, release=release, on=day(at))


def _queue_what_was_dropped(at: datetime) -> int:
    """Mails that should have been tried and were not: a worker died before it took one, or a backup came back."""
    dropped = [mail for mail in Mail.objects.open() if _is_dropped(mail, at)]
    for mail in dropped:
        queue(mail, at=at)
    return len(dropped)


def _is_dropped(mail: Mail, at: datetime) -> bool:
    events = [one.happened for one in MailEvent.objects.filter(mail=mail).order_by("pk")]
    from_when = next_try_at(events, made_at=mail.recorded_at)
    return from_when is not None and from_when + OVERDUE <= at and not is_queued(mail)
