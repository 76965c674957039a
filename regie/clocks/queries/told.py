"""What somebody was told of terms: last of all, and before a day."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from regie.base.actors import Actor
from regie.base.clock import day
from regie.clocks.enums import Channel
from regie.clocks.models import Notice
from regie.clocks.models.notice import Key, key_of
from regie.clocks.rules import News, Term, news
from regie.trajectories.models import Referral

READ = ("referral__ref", "rule", "occurrence", "due", "recorded_at")


@dataclass(frozen=True)
class ToldSoFar:
    """What one reader was told last, and last before that day, by term; `ever` is whether that was anything at all."""

    last: Mapping[Key, Notice]
    before: Mapping[Key, Notice]
    ever: bool

    def news_of(self, referral: Referral, terms: Sequence[Term]) -> News | None:
        """What is new to him of what is told in one breath; on his first day nothing is, or all of it would be."""
        earlier = [(term, self.before.get(key_of(referral, term))) for term in terms]
        return news([(term, was.heard if was else None) for term, was in earlier]) if self.ever else None


def told_so_far(reader: Actor, referrals: Collection[Referral], *, on: date) -> ToldSoFar:
    """What he was told of the terms of these on his screen, and the very first that he was told; one query.

    A mail says how many things call and never which, so it makes nothing old that is new on Vandaag (ADR 33).
    """
    his = Notice.objects.filter(told_to=int(reader.id), channel=Channel.SCREEN)
    refs = {referral.ref for referral in referrals}
    first = his.order_by("pk").values("pk")[:1]
    of_these = his.filter(Q(referral__ref__in=refs) | Q(pk__in=first)).select_related("referral").only(*READ)
    found = list(of_these.order_by("pk"))
    before = {one.key: one for one in found if day(one.recorded_at) < on}
    return ToldSoFar({one.key: one for one in found}, before, ever=bool(before))


@dataclass(frozen=True)
class Along:
    """What somebody was told of each term last: by mail, and by whatever channel."""

    mail: Mapping[Key, Notice]
    any: Mapping[Key, Notice]


def told_by_any_channel(reader: int, referrals: Collection[Referral]) -> Along:
    """What this user was told of the terms of these, on his screen and by mail; one query."""
    refs = {referral.ref for referral in referrals}
    of_these = Notice.objects.filter(told_to=reader, referral__ref__in=refs)
    found = list(of_these.select_related("referral").only(*READ, "channel").order_by("pk"))
    by_mail = {one.key: one for one in found if one.channel == Channel.MAIL}
    return Along(by_mail, {one.key: one for one in found})
