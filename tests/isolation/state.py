"""Whether anything changed: every row about young people, staff, roles and second factors, before and after."""

import re
from collections.abc import Callable
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

State = dict[str, Any]


def state(*, viewer: User | None, unseen: set[Any]) -> State:
    """The rows by table, without what is the viewer's own; of the people who are `unseen` nobody may be told anything."""
    told = (AccessEntry, Notice)  # looking writes these: who opened whom, and who was told of which term
    watched = [model for model in apps.get_models() if hasattr(model, "privacy") and model not in told]
    found: State = {model._meta.label: _rows(model, viewer) for model in {*watched, *OWN}}
    found["access log"] = list(AccessEntry.objects.filter(subject__in=unseen).order_by("pk").values_list())
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
        for table in before
        if before[table] != after[table]
    ]


class Writes:
    """Listens to the database: whether anything was written besides what every request may write."""

    def __init__(self) -> None:
        self.heard = False

    def __call__(self, execute: Callable[..., Any], sql: str, *arguments: Any) -> Any:
        if not READS.match(sql) and not any(table in sql for table in ALWAYS):
            self.heard = True
        return execute(sql, *arguments)
