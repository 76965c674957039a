"""All that was told around young people, of many kinds at once: one question instead of one for each kind.

To make a question costs Django more than its answer costs the database (ADR 22), and of a young person some twenty
kinds of facts are asked. So the text of one question for all of them is made once, from the models themselves; each row
comes back as the instance that the ORM would have made. Who may see him was asked before: here is no rule.
"""

import json
import uuid
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar, cast

from django.db import connection, models

M = TypeVar("M", bound=models.Model)
Read = Callable[[Any], Any]
WRITTEN = attrgetter("id")  # `pk` says the same, and looks up first which column it is
# What a list of hundreds asks of nobody.
ABOUT_THE_WRITING = ("source", "submission", "recorded_by_kind", "recorded_by_id", "recorded_by_label")


@dataclass(frozen=True)
class Asked:
    """All rows of one kind whose key `of` (`trajectory`, `person`) is one of `keys`; of `among`, whose field is so.

    `along` is the key that is fetched too. `plain` leaves out who wrote it down, which who asks for it then reads.
    """

    model: type[models.Model]
    of: str
    keys: Sequence[int]
    along: str = ""
    among: tuple[str, Collection[str]] = ("", ())
    plain: bool = False

    @property
    def shape(self) -> "Shape":
        """What its text depends on."""
        return Shape(self.model, self.of, len(self.keys) == 1, self.along, self.among[0], self.plain)

    def parameters(self, vendor: str) -> Iterator[Any]:
        """What its text asks for, in order; a list is one parameter."""
        yield self.keys[0] if len(self.keys) == 1 else _list(self.keys, vendor)
        if self.among[0]:
            yield _list(self.among[1], vendor)


def _list(values: Collection[Any], vendor: str) -> Any:
    return list(values) if vendor == "postgresql" else json.dumps(list(values))


class Shape(NamedTuple):
    """What the text of one kind depends on."""

    model: type[models.Model]
    of: str
    single: bool
    along: str
    among: str
    plain: bool


@dataclass(frozen=True)
class Gathered:
    """What came back, by kind, in the order in which it was written."""

    _rows: dict[type[models.Model], list[models.Model]] = field(default_factory=dict)

    def __contains__(self, model: type[models.Model]) -> bool:
        """Whether this kind was asked for."""
        return model in self._rows

    def of(self, model: type[M]) -> list[M]:
        """All rows of this kind, which must have been asked for."""
        return cast(list[M], self._rows[model])


def gather(asked: Sequence[Asked]) -> Gathered:
    """All of it; one query."""
    vendor, database = connection.vendor, connection.alias
    text = _question(vendor, tuple(one.shape for one in asked))
    found: dict[type[models.Model], list[models.Model]] = {}
    with connection.cursor() as cursor:
        cursor.execute(text, [value for one in asked for value in one.parameters(vendor)])
        for place, told in cursor.fetchall():
            rows = json.loads(told) if isinstance(told, str) else told or []
            found[asked[place].model] = _made(asked[place], rows, database)
    for made in found.values():
        made.sort(key=WRITTEN)
    return Gathered(found)


def _made(asked: Asked, rows: list[list[Any]], database: str) -> list[models.Model]:
    model = asked.model
    names, reads = _columns(model, asked.plain)
    if not asked.along:
        return [model.from_db(database, names, _read(reads, row)) for row in rows]
    cut, found = len(names), []
    for row in rows:
        made = model.from_db(database, names, _read(reads, row[:cut]))
        _lead(made, asked, row[cut:], database)
        found.append(made)
    return found


def _lead(made: models.Model, asked: Asked, values: list[Any], database: str) -> None:
    """As the ORM does it: a key that leads nowhere is known to lead nowhere."""
    other = _other(asked.model, asked.along)
    names, reads = _columns(other, asked.plain)
    led_to = None if values[0] is None else other.from_db(database, names, _read(reads, values))
    cast(Any, asked.model._meta.get_field(asked.along)).set_cached_value(made, led_to)


def _read(reads: Sequence[tuple[int, Read]], values: list[Any]) -> list[Any]:
    """The values of a row, each that JSON holds as something else read back in its place."""
    for place, read in reads:
        if values[place] is not None:
            values[place] = read(values[place])
    return values


def _other(model: type[models.Model], along: str) -> type[models.Model]:
    return cast(type[models.Model], model._meta.get_field(along).related_model)


@cache
def _question(vendor: str, asked: tuple[Shape, ...]) -> str:
    """The text: per kind its place in what was asked, and a list of its rows, each a list of its columns."""
    return " UNION ALL ".join(_part(vendor, place, one) for place, one in enumerate(asked))


def _part(vendor: str, place: int, asked: Shape) -> str:
    quote, model = connection.ops.quote_name, asked.model
    told, whence = list(_told(vendor, model, "t", asked.plain)), f"{quote(model._meta.db_table)} t"
    if asked.along:
        other = _other(model, asked.along)
        told += _told(vendor, other, "o", asked.plain)
        whence += (
            f" LEFT JOIN {quote(other._meta.db_table)} o ON o.{quote('id')} = t.{_column(model, asked.along)}"
        )
    all_of_it, array = (
        ("json_agg", "json_build_array") if vendor == "postgresql" else ("json_group_array", "json_array")
    )
    among = "= ANY(%s)" if vendor == "postgresql" else "IN (SELECT value FROM json_each(%s))"
    where = f"t.{_column(model, asked.of)} {'= %s' if asked.single else among}"
    if asked.among:
        where += f" AND t.{_column(model, asked.among)} {among}"
    return f"SELECT {place}, {all_of_it}({array}({', '.join(told)})) FROM {whence} WHERE {where}"  # noqa: S608 - our own names


def _column(model: type[models.Model], name: str) -> str:
    column: str = connection.ops.quote_name(cast(Any, model._meta.get_field(name)).column)
    return column


def _fields(model: type[models.Model], plain: bool) -> list["models.Field[Any, Any]"]:
    return [one for one in model._meta.concrete_fields if not (plain and one.name in ABOUT_THE_WRITING)]


def _told(vendor: str, model: type[models.Model], whose: str, plain: bool) -> Iterator[str]:
    """Each column as JSON can hold it: what is no text, number or moment there goes as text.

    SQLite keeps moments in UTC without saying so: it says so here, and nobody has to add it to each.
    """
    for one in _fields(model, plain):
        column = f"{whose}.{connection.ops.quote_name(cast(str, one.column))}"
        if isinstance(one, models.BinaryField):
            yield f"encode({column}, 'hex')" if vendor == "postgresql" else f"nullif(hex({column}), '')"
        elif isinstance(one, models.JSONField | models.DecimalField):
            yield f"CAST({column} AS text)"
        elif isinstance(one, models.DateTimeField) and vendor == "sqlite":
            yield f"{column} || '+00:00'"
        else:
            yield column


@cache
def _columns(model: type[models.Model], plain: bool) -> tuple[list[str], list[tuple[int, Read]]]:
    """The columns of a row, and by place how those are read back that do not come as they were."""
    fields = _fields(model, plain)
    reads = [(place, _reading(one)) for place, one in enumerate(fields)]
    return [one.attname for one in fields], [(place, read) for place, read in reads if read]


# How a value of each type is read back; None takes it as it came. A type that is not here cannot be gathered.
_READ: dict[str, Read | None] = {
    **dict.fromkeys(
        ("BigAutoField", "CharField", "TextField", "PositiveSmallIntegerField", "IntegerField"), None
    ),
    **dict.fromkeys(("PositiveIntegerField", "SmallIntegerField", "BigIntegerField"), None),
    "BooleanField": bool,
    "UUIDField": uuid.UUID,
    "DateTimeField": datetime.fromisoformat,
    "DateField": date.fromisoformat,
    "TimeField": time.fromisoformat,
    "BinaryField": bytes.fromhex,
}


def _reading(one: "models.Field[Any, Any]") -> Read | None:
    if isinstance(one, models.ForeignKey):
        return _reading(one.target_field)
    kind = one.get_internal_type()
    read = {**_READ, "JSONField": str, "DecimalField": _decimal(one)}[kind]
    kept = getattr(one, "from_db_value", None)
    if kept is None:
        return read
    return lambda value: kept((read or str)(value), None, connection)


def _decimal(one: Any) -> Callable[[str], Decimal]:
    places = Decimal(1).scaleb(-getattr(one, "decimal_places", 0))
    return lambda value: Decimal(value).quantize(places)
