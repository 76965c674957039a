"""When it can be told whether a basic condition was met at a moment, and for which detention it counts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from regie.base.errors import NotValid
from regie.plans.enums import ConditionAnswer, MeasuredAt
from regie.plans.rules.reading import check_texts

MONTHS: Mapping[MeasuredAt, int] = {MeasuredAt.AFTER_6: 6, MeasuredAt.AFTER_12: 12, MeasuredAt.AFTER_24: 24}
NO_SUCH_CONDITION = "Deze basisvoorwaarde staat niet meer in de aanpak. Kijk eerst wat er nu in staat."


@dataclass(frozen=True)
class ConditionReadingAccount:
    """What is told: that day it was so, in a few words."""

    happened_on: date
    answer: ConditionAnswer
    words: str = ""


@dataclass(frozen=True)
class Detained:
    """What his stays tell on a day; None is unknown.

    `day_one` is of the detention he was referred for; `came_in` and `left_on` of the one he is in or was in last.
    """

    day_one: date | None = None
    came_in: date | None = None
    left_on: date | None = None
    inside: bool | None = None


def day_of(moment: MeasuredAt, detained: Detained) -> date | None:
    """The day itself of a moment; None as long as it is not known."""
    if moment is MeasuredAt.ENTRY:
        return detained.day_one
    if detained.left_on is None:
        return None
    return detained.left_on + relativedelta(months=MONTHS.get(moment, 0))


def counts(moment: MeasuredAt, measured_on: date, detained: Detained) -> bool:
    """Whether what was measured that day counts for the detention he is in or was in last.

    Of a release that moved later it still does; of an earlier detention only the entry does.
    """
    if moment is MeasuredAt.ENTRY:
        return True
    if moment is MeasuredAt.RELEASE:
        return detained.came_in is None or measured_on >= detained.came_in
    return not detained.inside and (detained.left_on is None or measured_on >= detained.left_on)


def measured_on(conditions: Collection[str], told: Mapping[str, Sequence[date]]) -> date | None:
    """The day on which the last of all conditions was told of; None when one was not asked. Not known is told."""
    first = [min(told.get(code, ()), default=None) for code in conditions]
    known = [day for day in first if day]
    return max(known) if known and len(known) == len(first) else None


def check_condition_reading(
    account: ConditionReadingAccount,
    moment: MeasuredAt,
    condition: str,
    *,
    conditions: Collection[str],
    came_out: Collection[date],
    inside: bool | None,
) -> None:
    """Raises NotValid beside what the approach does not know, or a moment that has not come.

    `came_out` are the days on which he came out, however often.
    """
    if moment not in MeasuredAt:
        raise NotValid("Kies een van de momenten.")
    if condition not in conditions:
        raise NotValid(NO_SUCH_CONDITION)
    if not account.answer:
        raise NotValid("Kies hierbij ook een antwoord. Weet u het niet? Kies ‘Niet bekend’.", field="answer")
    if account.answer not in ConditionAnswer:
        raise NotValid("Kies een van de antwoorden.", field="answer")
    out_by_then = any(day <= account.happened_on for day in came_out)
    if moment in MONTHS and not out_by_then and (came_out or inside):
        raise NotValid(
            "Op deze dag was hij nog niet vrij. Vul een dag in na zijn vrijlating.", field="happened_on"
        )
    check_texts({"words": account.words})
