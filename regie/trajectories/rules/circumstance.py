"""What can be told of his situation: which values a kind has, and what its one day means."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from regie.base.errors import NotValid
from regie.detention.rules import check_told_day
from regie.trajectories.enums import CircumstanceKind as Kind
from regie.trajectories.enums import CircumstanceValue as Value

NO_ANSWER = (Value.UNKNOWN, Value.NOT_ASKED)
ANSWERS: Mapping[Kind, tuple[Value, ...]] = {
    Kind.BENEFIT: (
        Value.SOCIAL_ASSISTANCE,
        Value.DISABILITY_BENEFIT,
        Value.OTHER_BENEFIT,
        Value.NO_BENEFIT,
        *NO_ANSWER,
    ),
    Kind.ALLOWANCES: (Value.GETS_ALLOWANCES, Value.NO_ALLOWANCES, *NO_ANSWER),
    Kind.HOME: (Value.RENTS, Value.OWNS, Value.NO_HOME, *NO_ANSWER),
    Kind.INSURANCE: (Value.INSURED, Value.SUSPENDED, Value.NOT_INSURED, *NO_ANSWER),
    Kind.ACCOUNT: (Value.HAS_ACCOUNT, Value.ACCOUNT_CLOSED, Value.NO_ACCOUNT, *NO_ANSWER),
    Kind.IDENTITY: (Value.VALID_ID, Value.EXPIRED_ID, Value.NO_ID, *NO_ANSWER),
    Kind.ADDRESS: (
        Value.OWN_ADDRESS,
        Value.WITH_FAMILY,
        Value.POSTAL_ADDRESS,
        Value.NO_ADDRESS,
        *NO_ANSWER,
    ),
    Kind.WORK: (Value.JOB, Value.SCHOOL, Value.NO_WORK, *NO_ANSWER),
    Kind.AUTHORISATION: (Value.SIGNED, Value.NOT_SIGNED, *NO_ANSWER),
}
# What `valid_until` means, in words; of the other kinds no day is asked.
UNTIL: Mapping[Kind, str] = {
    Kind.BENEFIT: "besluit verwacht op",
    Kind.HOME: "huur loopt tot",
    Kind.IDENTITY: "geldig tot",
    Kind.ADDRESS: "geldt tot",
    Kind.WORK: "loopt tot",
    Kind.AUTHORISATION: "geldt tot",
}
# Of what is not there nothing ends; of a benefit that he has not, the decision may still come.
ENDLESS = {
    *NO_ANSWER,
    Value.OWNS,
    Value.NO_HOME,
    Value.EXPIRED_ID,
    Value.NO_ID,
    Value.NO_ADDRESS,
    Value.NO_WORK,
    Value.NOT_SIGNED,
}
FURTHEST = timedelta(days=20 * 366)  # our own choice: a day further away is a slip of the pen


@dataclass(frozen=True)
class CircumstanceAccount:
    """What is told of one kind: how it stands since which day, and the day that `UNTIL` says, None when not known."""

    value: Value
    happened_on: date
    valid_until: date | None = None


def check_circumstance(
    kind: Kind, account: CircumstanceAccount, *, birth_date: date | None, on: date
) -> None:
    """Raises NotValid beside a value that this kind has not, or a day that cannot be."""
    if account.value not in ANSWERS[kind]:
        raise NotValid("Kies een van de antwoorden.", field="value")
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    until = account.valid_until
    if until is None:
        return
    if kind not in UNTIL or account.value in ENDLESS:
        raise NotValid(
            f"Bij “{account.value.label}” hoort hier geen dag. Laat dit leeg.", field="valid_until"
        )
    if until < account.happened_on:
        raise NotValid("Deze dag ligt voor de dag sinds wanneer het zo is.", field="valid_until")
    if until > on + FURTHEST:
        raise NotValid("Deze dag ligt meer dan twintig jaar vooruit. Klopt het jaar?", field="valid_until")
