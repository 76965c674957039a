"""Secrets: a value for every field about a person that is found nowhere else, and the forms it may show itself in."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from itertools import count
from random import Random
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import QuerySet
from django.utils.formats import date_format
from stdnum.nl import bsn as elfproef

from regie.base.facts import Kept
from regie.privacy.declarations import Declaration, Kind, Retention
from regie.privacy.fields import EncryptedTextField
from regie.ui.words import amount_typed

MINTED = "zq"  # how every text begins that is made here
LETTERS = "bfgklmnprs"  # no vowels: the sound of such a name is almost the name, and no word is like it
SHORTEST = 6
# Six a year, so that a day that is planted as a birth date is never too late to be searched by.
DAYS = tuple(
    (month, day) for month in (10, 11, 12) for day in (13, 17, 23, 29)
)  # enough of them to stay grown up
DAY_PATTERNS = ("j F Y", "j M Y", "d-m-Y", "d/m/Y", "d.m.Y", "d m Y", "Y-m-d", "dmY", "Ymd")


@dataclass(frozen=True)
class Secret:
    """One value of one record of a file.

    `forms` are what it looks like when it is shown, folded to small letters; `hint` stands in each of them.
    """

    file: str
    record: str
    field: str
    forms: tuple[str, ...]
    hint: str

    def __str__(self) -> str:
        return f"{self.field} of the {self.record} of {self.file}"

    @property
    def place(self) -> str:
        """What kind of secret it is, in whichever file."""
        return f"{self.record}.{self.field}"

    def stands_in(self, text: str) -> bool:
        """Whether a text, folded to small letters, in which its hint stands, tells it."""
        return any(form in text for form in self.forms)


def sensitive_models() -> list[type[models.Model]]:
    """The models that hold something about a young person."""
    declared = [(model, getattr(model, "privacy", None)) for model in apps.get_models()]
    return [model for model, privacy in declared if privacy and _is_of_a_file(privacy)]


def kept_with_a_trajectory() -> list[type[models.Model]]:
    """The models that are destroyed when a trajectory is."""
    declared = [(model, getattr(model, "privacy", None)) for model in apps.get_models()]
    return [model for model, privacy in declared if privacy and privacy.retention is Retention.TRAJECTORY]


def _is_of_a_file(privacy: Declaration) -> bool:
    kinds = set(privacy.kinds().values()) - {Kind.ORDINARY}
    return privacy.retention in {Retention.TRAJECTORY, Retention.MESSAGE} and bool(kinds)


def sensitive_fields(model: type[models.Model]) -> list[models.Field]:
    """The fields of a model that its declaration calls more than ordinary."""
    privacy: Declaration = model.privacy  # type: ignore[attr-defined]
    kinds = privacy.kinds()
    return [f for f in model._meta.concrete_fields if kinds.get(f.name, Kind.ORDINARY) is not Kind.ORDINARY]


class Mint:
    """Makes values that occur once: texts of odd letters, days long ago and ever later, numbers, BSNs."""

    def __init__(self) -> None:
        chance = Random(1883)  # noqa: S311 - the same texts in every run, and no two alike
        self.texts = (MINTED + "".join(chance.sample(LETTERS, 8)) for _ in count())
        # Days and months of two figures, so that 13-10-1970 does not stand in another day.
        self.days = (date(year, month, day) for year in count(1950) for month, day in DAYS)
        self.numbers = count(7_310_457, 1_013)
        self.bsns = (f"{n:09}" for n in count(310_000_017) if elfproef.is_valid(f"{n:09}"))

    def value_for(self, field: models.Field) -> Any:
        """A value that only this field of this record has; None when it holds one of a few words or points elsewhere."""
        # A time of day is one of a few: half past nine is everywhere.
        if field.choices or isinstance(field, models.BooleanField | models.ForeignKey | models.TimeField):
            return None
        if field.name == "bsn":
            return next(self.bsns)
        for kinds, make in self._makers().items():
            if isinstance(field, kinds):
                return make(field)
        raise AssertionError(
            f"{field} is a {type(field).__name__}: teach tests/isolation/secrets.py a value for it."
        )

    def _makers(self) -> dict[Any, Any]:
        return {
            (models.CharField, models.TextField, EncryptedTextField): self._text,
            models.DateTimeField: lambda field: datetime.combine(next(self.days), time(12), UTC),
            models.DateField: lambda field: next(self.days),
            models.JSONField: lambda field: {"words": next(self.texts)},
            (models.IntegerField, models.DecimalField, models.FloatField): lambda field: next(self.numbers),
        }

    def _text(self, field: models.Field) -> str:
        text = next(self.texts)[: field.max_length]
        assert len(text) >= SHORTEST, f"{field} is too short to hold a secret that is found nowhere else."
        return f"{text}@example.nl" if isinstance(field, models.EmailField) else text


def plant(record: models.Model, *, called: str, file: str, mint: Mint) -> list[Secret]:
    """Overwrites what this record tells of a person with secrets, and answers them; its ref is one too."""
    fields = sensitive_fields(type(record))
    # What is not editable follows from another field (and Django calls no binary field editable).
    free = [field for field in fields if field.editable or isinstance(field, models.BinaryField)]
    free.sort(key=lambda field: not _is_the_earlier_day(field))  # days are minted ever later
    values = {field.name: _fitting(mint.value_for(field), field, record) for field in free}
    overwrite(record, {name: value for name, value in values.items() if value is not None})
    record.refresh_from_db()
    told = [field.name for field in fields if values.get(field.name, "") is not None]
    told += ["ref"] if hasattr(record, "ref") else []
    return [_secret(record, name, called=called, file=file) for name in told]


def _is_the_earlier_day(field: models.Field) -> bool:
    """Whether it may not come after the day on which it was told: when he was seen last, since when he is blocked."""
    return field.name.startswith("last_") or str(field) == "barriers.Barrier.since"


def _fitting(value: Any, field: models.Field, record: models.Model) -> Any:
    """The value in the shape that the field has; in answers by code it stands in the words, a list is of a few codes."""
    held = getattr(record, field.name) if isinstance(field, models.JSONField) else None
    if isinstance(held, list):
        return None
    return {code: said | value for code, said in held.items()} if held else value


def _secret(record: models.Model, name: str, *, called: str, file: str) -> Secret:
    value = getattr(record, name)
    forms = tuple(_forms(value))
    assert all(len(form) >= SHORTEST for form in forms), f"{name} of the {called} is no secret: {forms}."
    hint = f"{value.year}" if isinstance(value, date) else forms[0][:8]
    return Secret(file, called, name, forms, hint)


def overwrite(record: models.Model, values: dict[str, Any]) -> None:
    if isinstance(record, Kept):  # they are never written again; here it has to be
        QuerySet(type(record)).filter(pk=record.pk).update(**values)
        return
    for name, value in values.items():
        setattr(record, name, value)
    record.save()


def _forms(value: Any) -> Iterator[str]:
    if isinstance(value, date):
        yield from (date_format(value, pattern).casefold() for pattern in DAY_PATTERNS)
    elif isinstance(value, dict):
        for words in value.values():
            yield from _forms(words["words"] if isinstance(words, dict) else words)
    elif isinstance(value, Decimal):
        yield amount_typed(value)
    elif isinstance(value, uuid.UUID):
        yield from (str(value), value.hex)
    else:
        yield str(value).casefold()


class Hoard:
    """Secrets to look for in many texts, by the hint that stands in each of their forms."""

    def __init__(self, secrets: Iterable[Secret]) -> None:
        self.by_hint: dict[str, list[Secret]] = {}
        for secret in secrets:
            self.by_hint.setdefault(secret.hint, []).append(secret)
        # Most texts hold nothing of the mint, and this is asked millions of times.
        self.not_minted = {hint: some for hint, some in self.by_hint.items() if not hint.startswith(MINTED)}

    def found_in(self, text: str) -> list[Secret]:
        """Those that stand in a text."""
        folded = text.casefold()
        asked = self.by_hint if MINTED in folded else self.not_minted
        hinted = [some for hint, some in asked.items() if hint in folded]
        return [secret for some in hinted for secret in some if secret.stands_in(folded)]


def found(secrets: Iterable[Secret], text: str) -> list[Secret]:
    """The secrets that stand in a text."""
    return Hoard(secrets).found_in(text)
