"""Whether anything changed: every row about young people, staff, roles and second factors, before and after."""

import re
from collections.abc import Callable, Collection
from functools import cache
from typing import Any

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.db import connection, models

from regie.accounts.models import User
from regie.clocks.models import Notice
from regie.privacy.models import AccessEntry

# What somebody may always change of himself: model → the column that names him.
OWN: dict[type[models.Model], str] = {User: "id", Authenticator: "user_id"}
# What a request may always write: the session, and how often somebody tried.
ALWAYS = ("django_session", "shared_cache")
READS = re.compile(r"\s*(SELECT|SAVEPOINT|RELEASE|ROLLBACK|EXPLAIN|PRAGMA|SET|SHOW)\b", re.IGNORECASE)
# How a statement begins that writes to one table.
WRITES = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"', re.IGNORECASE)
TOLD = (AccessEntry, Notice)  # looking writes these: who opened whom, and who was told of which term

State = dict[str, Any]


@cache
def watched() -> dict[str, type[models.Model]]:
    """Every model of which a change counts, by its table."""
    ours = {model for model in apps.get_models() if hasattr(model, "privacy")}
    return {model._meta.db_table: model for model in {*ours, *OWN}}


def state(*, viewer: User | None, unseen: set[Any], tables: Collection[str]) -> State:
    """The rows of these tables, without what is the viewer's own; of who is `unseen` nobody may be told anything."""
    seen = [model for table, model in watched().items() if table in tables]
    found: State = {model._meta.label: _rows(model, viewer) for model in seen if model not in TOLD}
    if AccessEntry in seen:
        entries = AccessEntry.objects.filter(subject__in=unseen)
        found["access log"] = list(entries.order_by("pk").values_list())
    if Notice in seen:
        of_unseen = Notice.objects.filter(referral__person__ref__in=unseen)
        found["what was told of terms"] = list(of_unseen.order_by("pk").values_list())
    return found


def _rows(model: type[models.Model], viewer: User | None) -> list[Any]:
    others = f"WHERE {OWN[model]} <> {viewer.pk}" if viewer and model in OWN else ""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {model._meta.db_table} {others} ORDER BY 1")
        return [repr(row) for row in cursor.fetchall()]


def difference(before: State, after: State) -> list[str]:
    """What is not as it was, in words."""
    return [
        f"{table} ({len(before[table])} rows, now {len(after[table])})"
        for table in after
        if before[table] != after[table]
    ]


class Writes:
    """Listens to the database: to which tables is written, besides what every request may write."""

    def __init__(self) -> None:
        self.tables: set[str] = set()

    def __call__(self, execute: Callable[..., Any], sql: str, *arguments: Any) -> Any:
        if not READS.match(sql) and not any(table in sql for table in ALWAYS):
            named = WRITES.match(sql)
            self.tables |= {named[1]} if named else {*watched()}
        return execute(sql, *arguments)
