"""What kind of data every field holds; a guard test refuses a field without a declaration."""

from dataclasses import dataclass
from enum import StrEnum

from django.db import models


class Kind(StrEnum):
    """How sensitive a value is; each kind below is stricter than the one above."""

    ORDINARY = "ordinary"
    PERSONAL = "personal"
    SPECIAL = "special"  # health, a mild intellectual disability among it
    CRIMINAL = "criminal"


class Shared(StrEnum):
    """What a partner may get of these rows."""

    DOMAIN = "domain"  # what belongs to a life domain that his involvement opens
    EXPLICIT = "explicit"  # only what an officer shares by hand
    NEVER = "never"


class Retention(StrEnum):
    """Which clock destroys these rows; the terms themselves are settings of the approach."""

    TRAJECTORY = "trajectory"  # with the young person's file
    ACCOUNT = "account"  # with the account of the staff member
    SESSION = "session"  # at sign-out, or when it runs out
    JOURNAL = "journal"  # stays when a file is destroyed: it holds no name and no value
    MESSAGE = "message"  # the term of the approach after it was decided on
    SETTING = "setting"  # as long as the installation uses it


@dataclass(frozen=True)
class Declaration:
    """The kind of every field of a model, by name; anonymising clears all that is not ordinary, unless kept here."""

    shared: Shared
    retention: Retention
    ordinary: str = ""
    personal: str = ""
    special: str = ""
    criminal: str = ""
    kept_when_anonymised: str = ""

    def kinds(self) -> dict[str, Kind]:
        """Field name → kind."""
        return {name: kind for kind in Kind for name in getattr(self, kind.value).split()}

    def cleared(self) -> frozenset[str]:
        """The fields that anonymising clears."""
        sensitive = {name for name, kind in self.kinds().items() if kind is not Kind.ORDINARY}
        return frozenset(sensitive - set(self.kept_when_anonymised.split()))


# The columns that every recorded row has (see regie.base.facts).
RECORDED = "id recorded_at recorded_by_kind recorded_by_id recorded_by_label"
FACT = f"{RECORDED} ref corrects withdrawn submission"


def undeclared(model: type[models.Model], declaration: Declaration) -> set[str]:
    """The fields of a model that its declaration forgets."""
    return {field.name for field in model._meta.get_fields() if field.concrete} - set(declaration.kinds())


def stale(model: type[models.Model], declaration: Declaration) -> set[str]:
    """The declared names that the model has not."""
    return set(declaration.kinds()) - {field.name for field in model._meta.get_fields() if field.concrete}
