"""What a page and the doctor read of mail."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef

from regie.accounts.models import User
from regie.accounts.queries import managed_by
from regie.base.actors import Actor
from regie.base.clock import day
from regie.mailing.enums import MailEventKind, MailKind
from regie.mailing.models import Mail, MailChoice, MailEvent, MailRound
from regie.mailing.rules import LONGEST_HELD

WAITS = "wacht op verzending"
LATELY = timedelta(days=7)


@dataclass(frozen=True)
class Standing:
    """A mail, what happened to it last, when, and what the server answered."""

    kind: MailKind
    day: date
    last: MailEventKind | None
    at: datetime
    code: int | None

    @property
    def said(self) -> str:
        """How it stands, in words."""
        return str(self.last.label) if self.last else WAITS


@dataclass(frozen=True)
class Mailed:
    """A user, which mail he asks for, and his last mail of each kind, the newest first."""

    user: User
    asked: tuple[MailKind, ...]
    last: tuple[Standing, ...]

    @property
    def arrives_not(self) -> bool:
        """Whether his mail server did not take the newest mail to him."""
        return bool(self.last) and self.last[0].last is MailEventKind.REFUSED


def mail_of(user: User, *, at: datetime) -> Mailed:
    """What he asks for and what became of his last mails; three queries."""
    choice = MailChoice.objects.filter(user=user).order_by("pk").last()
    his = list(Mail.objects.filter(user=user).newest_of_each().order_by("-pk"))
    return Mailed(user, choice.asked if choice else (), tuple(_standings(his, at=at)))


def mail_of_colleagues(viewer: Actor, *, at: datetime) -> list[Mailed]:
    """Of each whose account he manages and who asks for mail or got some, by name; four queries."""
    users = {user.pk: user for user in managed_by(viewer).order_by("name", "pk")}
    chosen = {one.user_id: one.asked for one in MailChoice.objects.standing().filter(user__in=users)}
    mails = list(Mail.objects.filter(user__in=users).newest_of_each().order_by("-pk"))
    last: dict[int, list[Standing]] = {}
    for mail, standing in zip(mails, _standings(mails, at=at), strict=True):
        last.setdefault(mail.user_id, []).append(standing)
    return [
        Mailed(user, chosen.get(pk, ()), tuple(last.get(pk, ())))
        for pk, user in users.items()
        if chosen.get(pk) or pk in last
    ]


def not_arriving(viewer: Actor) -> list[User]:
    """Those whose account he manages and whom the last mail did not reach, by name; one query."""
    later = Mail.objects.filter(user=OuterRef("user"), pk__gt=OuterRef("pk")).order_by()
    refused = MailEvent.objects.filter(mail=OuterRef("pk"), kind=MailEventKind.REFUSED).order_by()
    last = Mail.objects.filter(~Exists(later), Exists(refused), user__in=managed_by(viewer))
    return [mail.user for mail in last.select_related("user").order_by("user__name", "user__pk")]


def last_round() -> datetime | None:
    """When it was last looked at who is to get a mail."""
    last = MailRound.objects.order_by("day").last()
    return last.last_at if last else None


def anybody_asks() -> bool:
    """Whether somebody wants mail."""
    return any(choice.asked for choice in MailChoice.objects.standing().filter(user__is_active=True))


def kept_waiting(*, at: datetime) -> int:
    """How many mails of today nobody tried for an hour."""
    tried = MailEvent.objects.filter(mail=OuterRef("pk")).order_by()
    waiting = Mail.objects.filter(~Exists(tried), day=day(at), recorded_at__lte=at - timedelta(hours=1))
    return waiting.count()


def went_wrong(*, at: datetime) -> dict[MailEventKind, int]:
    """How many mails of the last week ended so, of what a system manager must know."""
    kinds = (MailEventKind.REFUSED, MailEventKind.FAILED, MailEventKind.UNCERTAIN)
    ended = MailEvent.objects.filter(kind__in=kinds, mail__day__gt=day(at) - LATELY)
    found = [MailEventKind(kind) for kind in ended.values_list("kind", flat=True)]
    return {kind: found.count(kind) for kind in kinds if kind in found}


def _standings(mails: Sequence[Mail], *, at: datetime) -> Iterable[Standing]:
    """How each stands; one query. Of one that was taken too long ago nobody can say."""
    last = {one.mail_id: one for one in MailEvent.objects.filter(mail__in=mails).order_by("pk")}
    for mail in mails:
        event = last.get(mail.pk)
        kind = MailEventKind(event.kind) if event else None
        if event and kind is MailEventKind.TAKEN and at - event.recorded_at >= LONGEST_HELD:
            kind = MailEventKind.UNCERTAIN
        yield Standing(
            MailKind(mail.kind),
            mail.day,
            kind,
            event.recorded_at if event else mail.recorded_at,
            event.code if event else None,
        )
