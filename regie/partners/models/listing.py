"""What a municipality keeps on its social map: an entry of an organisation or a professional."""

import uuid
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q, Subquery

from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import check_may, where_may
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow, NotValid
from regie.base.facts import CORRECTED_MEANWHILE, Recorded
from regie.base.submissions import once
from regie.partners.models.check import Check
from regie.partners.rules import looked_at_before, tidy
from regie.privacy.actions import journal
from regie.privacy.enums import Verb

GONE = "Dit staat niet meer op de sociale kaart."


class ListingQuerySet(models.QuerySet[Any]):
    """Questions about what stands on the map."""

    def visible_to(self, viewer: Actor) -> Self:
        """What this viewer may read: the map of his own municipality, and what the whole country shares."""
        mine = Q(municipality__in=where_may(viewer, Permission.READ_SOCIAL_MAP))
        return self.filter(mine | Q(municipality__isnull=True))

    def standing(self, on: date) -> Self:
        """What stands on the map that day."""
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=on))

    def asking_a_look(self, on: date) -> Self:
        """What somebody says is wrong, or what nobody looked at for longer than the term."""
        name = self.model._meta.model_name
        checks = Check.objects.filter(**{name: OuterRef("pk")})
        later = Check.objects.filter(
            holds=True,
            pk__gt=OuterRef("pk"),
            happened_on__gte=OuterRef("happened_on"),
            **{name: OuterRef(name)},
        )
        right = checks.filter(holds=True).order_by("-happened_on").values("happened_on")[:1]
        marked = self.filter(municipality__isnull=False).annotate(
            verified_on=Subquery(right), doubted=Exists(checks.filter(~Exists(later), holds=False))
        )
        before = looked_at_before(on=on)
        return marked.filter(Q(doubted=True) | Q(verified_on__isnull=True) | Q(verified_on__lt=before))


class Listing(Recorded):
    """An entry on the map of a municipality: an ordinary row that is changed in place, with a journal.

    `version` counts the changes, so that who saw an older one does not write over a newer one. `submission` is the form
    that it came from. What ended stays: others may name it. `recorded_by` is who added it.
    """

    added: ClassVar[Verb]
    changed: ClassVar[Verb]
    ended: ClassVar[Verb]

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    name = models.CharField(max_length=120)
    district = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    note = models.TextField(max_length=1000, blank=True)
    version = models.PositiveIntegerField(default=1)
    ended_on = models.DateField(null=True, blank=True)
    submission = models.UUIDField(null=True, blank=True, unique=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @classmethod
    def told(cls, account: Any, municipality: Municipality) -> dict[str, Any]:
        """Field name → value as it is stored; raises NotValid beside the field that cannot be."""
        raise NotImplementedError

    @classmethod
    def fitting(cls, values: dict[str, Any]) -> dict[str, Any]:
        """These values, when none is longer than its field; raises NotValid."""
        for name, value in values.items():
            most = getattr(cls._meta.get_field(name), "max_length", None)
            if most and len(value) > most:
                raise NotValid(f"Dit is te lang: hoogstens {most} tekens.", field=name)
        return values

    @classmethod
    def add(
        cls,
        *,
        account: Any,
        municipality: Municipality,
        checked_on: date | None = None,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> Self:
        """Puts it on the map of a municipality; `checked_on` is the day on which somebody knew that it holds."""
        check_may(by, Permission.KEEP_SOCIAL_MAP, municipality.pk)
        values = cls.told(account, municipality)

        def make() -> Any:
            manager: Any = cls._default_manager
            stamp = {"submission": submission, **cls.stamp(by=by, at=at)}
            with transaction.atomic():
                made = manager.create(municipality=municipality, **values, **stamp)
                made._journal(cls.added, [name for name, value in values.items() if value], by=by, at=at)
                if checked_on:
                    made._write_check(holds=True, happened_on=checked_on, by=by, at=at)
            return made

        made: Self = once(cls, submission, make)
        return made

    def change(
        self,
        *,
        account: Any,
        seen: int | None = None,
        checked_on: date | None = None,
        by: Actor,
        at: datetime,
    ) -> bool:
        """Writes it as it is now known, and says whether that changed anything; NotNow for who saw an older version."""
        row = self._kept_by(by)
        values = type(self).told(account, row.municipality)
        with transaction.atomic():
            row.lock()
            if row.ended_on:
                raise NotNow(GONE)
            changed = {name: value for name, value in values.items() if getattr(row, name) != value}
            if changed and seen is not None and seen != row.version:
                raise NotNow(CORRECTED_MEANWHILE)
            if checked_on:
                row._write_check(holds=True, happened_on=checked_on, by=by, at=at)
            if changed:
                row.rewrite(changed | row._moving(changed, at=at))
                row._journal(type(self).changed, changed, by=by, at=at)
        return bool(changed)

    def _moving(self, changed: Mapping[str, Any], *, at: datetime) -> dict[str, Any]:
        """What is kept beside these changes."""
        return {}

    def end(self, *, by: Actor, at: datetime) -> None:
        """Takes it off the map from today; what names it keeps it. Twice is once."""
        row = self._kept_by(by)
        with transaction.atomic():
            row.lock()
            if row.ended_on is None:
                row.rewrite({"ended_on": day(at)})
                row._journal(type(self).ended, ["ended_on"], by=by, at=at)

    def confirm(self, *, by: Actor, at: datetime) -> None:
        """Somebody looked, and it still holds; once a day is enough."""
        self._check(True, "", by=by, at=at)

    def doubt(self, *, words: str = "", by: Actor, at: datetime) -> None:
        """Somebody who reads the map says that it does not hold; in words or not. The same twice is once."""
        self._check(False, tidy(words), by=by, at=at)

    def _check(self, holds: bool, words: str, *, by: Actor, at: datetime) -> None:
        row: Any = self._kept_by(by, Permission.KEEP_SOCIAL_MAP if holds else Permission.READ_SOCIAL_MAP)
        with transaction.atomic():
            row.lock()
            if row.ended_on:
                raise NotNow(GONE)
            if not row._said_already(holds, words, by=by, on=day(at)):
                row._write_check(holds=holds, happened_on=day(at), words=words, by=by, at=at)

    def _said_already(self, holds: bool, words: str, *, by: Actor, on: date) -> bool:
        """Whether the last thing said of it is the same, by the same person; a bare doubt adds nothing to his own."""
        checks: Any = self.checks  # type: ignore[attr-defined]
        last = checks.order_by("pk").last()
        if last is None or last.recorded_by_id != by.id or last.holds != holds:
            return False
        return bool(last.happened_on == on if holds else words in ("", last.words))

    def _write_check(
        self, *, holds: bool, happened_on: date, words: str = "", by: Actor, at: datetime
    ) -> None:
        if happened_on > day(at):
            raise NotValid("Deze dag is nog niet geweest.", field="checked_on")
        told = {"holds": holds, "happened_on": happened_on, "words": words}
        Check.objects.create(**{str(self._meta.model_name): self}, **told, **Check.stamp(by=by, at=at))
        verb = Verb.LISTING_CONFIRMED if holds else Verb.LISTING_DOUBTED
        self._journal(verb, [name for name, value in told.items() if value], by=by, at=at)

    def _kept_by(self, by: Actor, permission: Permission = Permission.KEEP_SOCIAL_MAP) -> Any:
        """This entry, for who may do this to it; what the whole country shares nobody changes here."""
        row: Any = self
        check_may(by, permission, row.municipality_id or 0)
        return row

    def lock(self) -> None:
        """Two people at once: the second waits here, and then sees what the first did."""
        manager: Any = type(self)._default_manager
        manager.select_for_update(no_key=True).get(pk=self.pk)
        self.refresh_from_db()

    def rewrite(self, values: Mapping[str, Any]) -> None:
        """Sets these values under the next version; whoever calls this holds the row locked and writes the journal."""
        for name, value in {**values, "version": self.version + 1}.items():
            setattr(self, name, value)
        self.save(update_fields=[*values, "version"])

    def _journal(self, verb: Verb, fields: Any, *, by: Actor, at: datetime) -> None:
        chain = self.municipality.cbs_code  # type: ignore[attr-defined]
        journal(verb, chain=chain, subject=self.ref, fields=list(fields), by=by, at=at)


def checked_email(text: str) -> str:
    """An e-mail address as Django knows it, in small letters; raises NotValid."""
    email = tidy(text).lower()
    try:
        validate_email(email) if email else None
    except ValidationError:
        raise NotValid("Dit is geen e-mailadres. Bijvoorbeeld naam@example.nl.", field="email") from None
    return email


def checked_site(text: str) -> str:
    """The address of a site, with https:// when it was left out; raises NotValid."""
    site = tidy(text)
    site = f"https://{site}" if site and "://" not in site else site
    try:
        URLValidator(schemes=["http", "https"])(site) if site else None
    except ValidationError:
        raise NotValid(
            "Dit is geen adres van een website. Bijvoorbeeld www.example.nl.", field="site"
        ) from None
    return site
