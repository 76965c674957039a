"""The private address of somebody's calendar: made, renewed and stopped, and when it was read last."""

import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q

from regie.accounts.enums import CalendarStep, CalendarTitles, Permission
from regie.accounts.models.places import Municipality
from regie.accounts.models.users import User
from regie.accounts.rules import where_may
from regie.base.actors import Actor, ActorKind
from regie.base.errors import NotAllowed, NotNow
from regie.base.facts import Kept, KeptQuerySet
from regie.privacy.actions import journal
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.privacy.keys import index_of

TOKEN_BYTES = 32
MEANWHILE = "Uw agenda-adres is intussen al veranderd. Kijk eerst wat er nu staat."
NONE_WORKS = "U heeft nu geen agenda-adres. Maak er eerst een."
NEW = (CalendarStep.MADE, CalendarStep.RENEWED)
VERBS = {
    CalendarStep.MADE: Verb.CALENDAR_MADE,
    CalendarStep.RENEWED: Verb.CALENDAR_RENEWED,
    CalendarStep.TITLES_CHOSEN: Verb.CALENDAR_TITLES_CHOSEN,
    CalendarStep.STOPPED: Verb.CALENDAR_STOPPED,
}


class CalendarAddressQuerySet(KeptQuerySet):
    """Questions about addresses."""

    def visible_to(self, viewer: Actor) -> Self:
        """His own; nobody sees that of another."""
        return self.filter(user=int(viewer.id)) if viewer.kind is ActorKind.STAFF else self.none()

    def standing(self) -> Self:
        """What was done last."""
        later: models.QuerySet[CalendarAddress] = CalendarAddress.objects.filter(follows=OuterRef("pk"))
        return self.filter(~Exists(later.order_by()))

    def by_token(self, token: str) -> "CalendarAddress | None":
        """The address that works with this token, of who may come in; the same one question for every token."""
        user_ended = F("user__sessions_ended_at")
        alive = Q(user__sessions_ended_at__isnull=True) | Q(recorded_at__gt=user_ended)
        works = self.standing().filter(alive, token_hash=hash_of(token), user__is_active=True)
        found: CalendarAddress | None = works.select_related("user").first()
        return found


@dataclass(frozen=True)
class NewAddress:
    """An address with its token, which is told once; empty when this form had made it already."""

    address: "CalendarAddress"
    token: str


class CalendarAddress(Kept):
    """What somebody did with the address of his calendar, and how that stands since; only the hash of a token is kept.

    Each names the one it `follows`, so that two at once make one. What ends his sessions ends his address as well.
    """

    kept = "What was done with an address stays: renew it, or stop it."
    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.ACCOUNT,
        ordinary=f"{RECORDED} user step titles token_hash follows submission",
    )

    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    step = models.CharField(max_length=20, choices=CalendarStep.choices)
    titles = models.CharField(max_length=20, choices=CalendarTitles.choices)
    token_hash = models.CharField(max_length=64, blank=True, db_index=True)
    follows = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="+")
    submission = models.UUIDField(null=True, blank=True, unique=True)

    objects = CalendarAddressQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="accounts_calendaraddress_one_first",
                fields=["user"],
                condition=Q(follows__isnull=True),
            ),
            models.UniqueConstraint(
                name="accounts_calendaraddress_token_once",
                fields=["token_hash"],
                condition=Q(step__in=NEW),
            ),
            models.CheckConstraint(
                name="accounts_calendaraddress_stopped_has_no_token",
                condition=Q(step=CalendarStep.STOPPED, token_hash="")
                | ~Q(step=CalendarStep.STOPPED) & ~Q(token_hash=""),
            ),
            models.CheckConstraint(
                name="accounts_calendaraddress_words_we_know",
                condition=Q(step__in=CalendarStep.values) & Q(titles__in=CalendarTitles.values),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_step_display()}"

    @property
    def works(self) -> bool:
        """Whether its calendar can be read; the user must have been fetched along."""
        ended = self.user.sessions_ended_at
        return self.step != CalendarStep.STOPPED and (ended is None or self.recorded_at > ended)

    @classmethod
    def make(
        cls,
        *,
        user: User,
        titles: CalendarTitles,
        seen: int | None,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> NewAddress:
        """Makes him an address; an earlier one works no more. The same form twice makes one.

        `seen` is the key of what stood there when he decided, None for nothing. Raises NotAllowed, or NotNow.
        """
        places = _check_his(user, by)
        with transaction.atomic():
            last = cls._last(user)
            earlier = cls.objects.filter(user=user, submission=submission).first() if submission else None
            if earlier:
                return NewAddress(earlier, "")
            if seen != (last.pk if last else None):
                raise NotNow(MEANWHILE)
            token = secrets.token_urlsafe(TOKEN_BYTES)
            made = cls(
                user=user,
                step=CalendarStep.RENEWED if last and last.works else CalendarStep.MADE,
                titles=titles,
                token_hash=hash_of(token),
                follows=last,
                submission=submission,
                **cls.stamp(by=by, at=at),
            )
            made._write(["titles"], places, by=by, at=at)
        return NewAddress(made, token)

    def choose_titles(self, titles: CalendarTitles, *, by: Actor, at: datetime) -> "CalendarAddress":
        """From now on the calendar says this of a young person; the address stays the same. Raises NotNow."""
        places = _check_his(self.user, by)
        with transaction.atomic():
            last = self._last(self.user)
            if last is None or not last.works:
                raise NotNow(NONE_WORKS)
            if last.titles == titles:
                return last
            if last.pk != self.pk:
                raise NotNow(MEANWHILE)
            return self._next(CalendarStep.TITLES_CHOSEN, titles, ["titles"], places, by=by, at=at)

    def stop(self, *, by: Actor, at: datetime) -> "CalendarAddress":
        """The address works no more, and there is no other; told twice is once. Raises NotNow."""
        places = _check_his(self.user, by)
        with transaction.atomic():
            last = self._last(self.user)
            if last is not None and last.step == CalendarStep.STOPPED:
                return last
            if last is None or last.pk != self.pk:
                raise NotNow(MEANWHILE)
            titles = CalendarTitles(self.titles)
            return self._next(CalendarStep.STOPPED, titles, [], places, by=by, at=at)

    def _next(
        self,
        step: CalendarStep,
        titles: CalendarTitles,
        fields: list[str],
        places: "models.QuerySet[Municipality]",
        *,
        by: Actor,
        at: datetime,
    ) -> "CalendarAddress":
        token_hash = "" if step is CalendarStep.STOPPED else self.token_hash
        made = CalendarAddress(
            user=self.user,
            step=step,
            titles=titles,
            token_hash=token_hash,
            follows=self,
            **self.stamp(by=by, at=at),
        )
        made._write(fields, places, by=by, at=at)
        return made

    def _write(
        self, fields: list[str], places: "models.QuerySet[Municipality]", *, by: Actor, at: datetime
    ) -> None:
        """Keeps it, with an entry in the journal of each municipality in which he guides."""
        self.save()
        verb = VERBS[CalendarStep(self.step)]
        for place in places:
            journal(verb, chain=place.cbs_code, subject=self.user.ref, fields=fields, by=by, at=at)

    @classmethod
    def _last(cls, user: User) -> "CalendarAddress | None":
        """How it stands; two at once: the second waits here, and then finds what the first did."""
        User.objects.select_for_update(no_key=True).get(pk=user.pk)
        found: CalendarAddress | None = (
            cls.objects.filter(user=user).standing().select_related("user").first()
        )
        return found


class CalendarReading(models.Model):
    """The calendar at an address was read last `at` that moment; which telephone or program did so is not kept."""

    privacy = Declaration(shared=Shared.NEVER, retention=Retention.ACCOUNT, ordinary="id address at")

    address = models.OneToOneField(CalendarAddress, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.address} {self.at:%Y-%m-%d %H:%M}"

    @staticmethod
    def note(address: CalendarAddress, *, at: datetime) -> None:
        """It was read now; one query, also for two at once."""
        CalendarReading.objects.bulk_create(
            [CalendarReading(address=address, at=at)],
            update_conflicts=True,
            unique_fields=["address"],
            update_fields=["at"],
        )

    @staticmethod
    def last_of(address: CalendarAddress) -> datetime | None:
        """When the calendar was read last with the token that works now; one query."""
        same = CalendarReading.objects.filter(
            address__user=address.user_id, address__token_hash=address.token_hash
        )
        return same.order_by("-at").values_list("at", flat=True).first()


def hash_of(token: str) -> str:
    """What the database holds of a token: nobody can read it back."""
    return index_of(token, purpose="accounts_calendaraddress.token")


def _check_his(user: User, by: Actor) -> "models.QuerySet[Municipality]":
    """The municipalities in which he guides; raises NotAllowed for who does not, or for another."""
    places = where_may(by, Permission.GUIDE)
    if by.kind is not ActorKind.STAFF or by.id != str(user.pk) or not places:
        raise NotAllowed("Alleen een officier heeft een agenda-adres, en alleen hijzelf regelt het.")
    return Municipality.objects.filter(pk__in=places).order_by("cbs_code")
