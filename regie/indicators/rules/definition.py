"""What an indicator counts, in words, and from when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from regie.base.errors import NotValid
from regie.indicators.rules.period import Period

LONGEST_NAME, LONGEST_WORDS, LONGEST_SAID = 200, 500, 1000


@dataclass(frozen=True)
class DefinitionAccount:
    """A definition as it is told: it holds for periods that begin on `since` or later; None is that nobody knows.

    `difference` says what a later definition counts otherwise. `fields` says where in a table of the CBS the figures
    stand; empty when there is none.
    """

    unit: str
    measures: str
    numerator: str
    denominator: str
    source: str
    since: date | None = None
    difference: str = ""
    verified: bool = True
    fields: Mapping[str, str] = field(default_factory=dict)


def check_definition(account: DefinitionAccount, *, first: bool) -> None:
    """Raises NotValid beside what cannot be; a later definition says from when it holds, and what is different."""
    for name in ("measures", "source"):
        if not getattr(account, name).strip():
            raise NotValid("Vul dit in.", field=name)
    for name, words in vars(account).items():
        if isinstance(words, str) and len(words) > LONGEST_WORDS:
            raise NotValid(f"Dit is te lang: hoogstens {LONGEST_WORDS} tekens.", field=name)
    if not first:
        _check_break(account)


def _check_break(account: DefinitionAccount) -> None:
    if account.since is None:
        raise NotValid("Vul in vanaf wanneer deze definitie geldt.", field="since")
    if not account.difference.strip():
        raise NotValid(
            "Schrijf op wat er nu anders wordt geteld. Dat staat bij de breuk in de reeks.",
            field="difference",
        )


def covers(since: date | None, period: Period) -> bool:
    """Whether a definition that holds since then says what was counted in this period."""
    return since is None or since <= period.since
