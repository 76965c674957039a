"""Whether anything changed: every row about young people, staff, roles and second factors, before and after."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.db import models

from regie.accounts.models import User
from regie.privacy.models import AccessEntry

# What somebody may always change of himself: model → how to leave his own rows out.
OWN: dict[type[models.Model], str] = {User: "pk", Authenticator: "user", EmailAddress: "user"}

State = dict[str, Any]


def state(*, viewer: User | None, unseen: set[Any]) -> State:
    """The rows by table, without what is the viewer's own; `unseen` are the people whose access log must stay."""
    watched = [model for model in apps.get_models() if hasattr(model, "privacy") and model is not AccessEntry]
    found: State = {model._meta.label: _rows(model, viewer) for model in {*watched, *OWN}}
    found["access log"] = list(AccessEntry.objects.filter(subject__in=unseen).order_by("pk").values_list())
    return found


def _rows(model: type[models.Model], viewer: User | None) -> list[tuple[Any, ...]]:
    rows = models.QuerySet(model).order_by("pk")
    if viewer and model in OWN:
        rows = rows.exclude(**{OWN[model]: viewer.pk})
    return list(rows.values_list())


def difference(before: State, after: State) -> list[str]:
    """What is not as it was, in words."""
    return [
        f"{table} ({len(before[table])} rows, now {len(after[table])})"
        for table in before
        if before[table] != after[table]
    ]
