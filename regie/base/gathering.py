"""All that was told around one young person, of many kinds at once: one question instead of one for each kind.

To make a question costs Django more than its answer costs the database (ADR 22), and of one young person some twenty
kinds of facts are asked. So the text of one question for all of them is made once, from the models themselves; each row
comes back as the instance that the ORM would have made. Who may see him was asked before: here is no rule.
"""

import json
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, cast

from django.db import connection, models

M = TypeVar("M", bound=models.Model)
Read = Callable[[Any], Any] | None


@dataclass(frozen=True)
class Asked:
    """All rows of one kind whose key `of` (`trajectory`, `person`) is `key`; `along` is the key that is fetched too."""

    model: type[models.Model]
    of: str
    key: int
    along: str = ""


@dataclass(frozen=True)
class Gathered:
    """What came back, by kind, in the order in which it was written."""

    _rows: dict[type[models.Model], list[models.Model]] = field(default_factory=dict)

    def of(self, model: type[M]) -> list[M]:
        """All rows of this kind, which must have been asked for."""
        return cast(list[M], self._rows[model])


def gather(asked: Sequence[Asked]) -> Gathered:
    """All of it; one query."""
    text = _question(connection.vendor, tuple((one.model, one.of, one.along) for one in asked))
    found: dict[type[models.Model], list[models.Model]] = {one.model: [] for one in asked}
    with connection.cursor() as cursor:
        cursor.execute(text, [one.key for one in asked])
        for place, told in cursor.fetchall():
            one = asked[place]
            values = json.loads(told) if isinstance(told, str) else told
            found[one.model].append(_made(one.model, one.along, values))
    for rows in found.values():
        rows.sort(key=lambda row: cast(int, row.pk))
    return Gathered(found)


def _made(model: type[models.Model], along: str, values: list[Any]) -> models.Model:
    names, reads = _columns(model)
    made = model.from_db(connection.alias, names, _read(reads, values))
    if along:
        other = _other(model, along)
        names, reads = _columns(other)
        told = _read(reads, values[-len(names) :])
        # As the ORM does it: a key that leads nowhere is known to lead nowhere.
        led_to = None if told[0] is None else other.from_db(connection.alias, names, told)
        cast(Any, model._meta.get_field(along)).set_cached_value(made, led_to)
    return made


def _read(reads: Sequence[Read], values: Sequence[Any]) -> list[Any]:
    return [value if read is None else read(value) for read, value in zip(reads, values, strict=False)]


def _other(model: type[models.Model], along: str) -> type[models.Model]:
    return cast(type[models.Model], model._meta.get_field(along).related_model)


@cache
def _question(vendor: str, asked: tuple[tuple[type[models.Model], str, str], ...]) -> str:
    """The text: per kind its place in what was asked, and its columns as one list."""
    quote = connection.ops.quote_name
    parts = []
    for place, (model, of, along) in enumerate(asked):
        key = quote(cast(str, model._meta.get_field(of).attname))  # type: ignore[union-attr]
        told, whence = list(_told(vendor, model, "t")), f"{quote(model._meta.db_table)} t"
        if along:
            other = _other(model, along)
            leads = quote(cast(str, model._meta.get_field(along).attname))  # type: ignore[union-attr]
            told += _told(vendor, other, "o")
            whence += f" LEFT JOIN {quote(other._meta.db_table)} o ON o.{quote('id')} = t.{leads}"
        array = "json_build_array" if vendor == "postgresql" else "json_array"
        select = f"SELECT {place}, {array}({', '.join(told)}) FROM {whence} WHERE t.{key} = %s"  # noqa: S608 - our own names
        parts.append(select)
    return " UNION ALL ".join(parts)


def _told(vendor: str, model: type[models.Model], whose: str) -> Iterator[str]:
    """Each column as JSON can hold it: what is no text, number or moment there goes as text."""
    for one in model._meta.concrete_fields:
        column = f"{whose}.{connection.ops.quote_name(cast(str, one.column))}"
        if isinstance(one, models.BinaryField):
            yield f"encode({column}, 'hex')" if vendor == "postgresql" else f"nullif(hex({column}), '')"
        elif isinstance(one, models.JSONField | models.DecimalField):
            yield f"CAST({column} AS text)"
        else:
            yield column


@cache
def _columns(model: type[models.Model]) -> tuple[list[str], list[Read]]:
    fields = model._meta.concrete_fields
    return [one.attname for one in fields], [_reading(one) for one in fields]


# How a value of each type is read back; None takes it as it came. A type that is not here cannot be gathered.
_READ: dict[str, Read] = {
    **dict.fromkeys(
        ("BigAutoField", "CharField", "TextField", "PositiveSmallIntegerField", "IntegerField"), None
    ),
    **dict.fromkeys(("PositiveIntegerField", "SmallIntegerField", "BigIntegerField"), None),
    "BooleanField": bool,
    "UUIDField": uuid.UUID,
    "DateField": date.fromisoformat,
    "TimeField": time.fromisoformat,
    "BinaryField": bytes.fromhex,
}


def _reading(one: "models.Field[Any, Any]") -> Read:
    if isinstance(one, models.ForeignKey):
        return _reading(one.target_field)
    kind = one.get_internal_type()
    read = {**_READ, "DateTimeField": _moment, "JSONField": str, "DecimalField": _decimal(one)}[kind]
    kept = getattr(one, "from_db_value", None)
    if kept is None:
        return None if read is None else lambda value: None if value is None else read(value)
    return lambda value: kept(None if value is None else (read or str)(value), None, connection)


def _moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _decimal(one: Any) -> Callable[[str], Decimal]:
    places = Decimal(1).scaleb(-getattr(one, "decimal_places", 0))
    return lambda value: Decimal(value).quantize(places)
