"""When to propose that a barrier rises: tried so often, or taken so long, without an end; nothing rises by itself."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from regie.approach.rules import Approach
from regie.escalations.enums import EscalationOutcome
from regie.escalations.rules.level import OPEN, Asking, counting, next_level


def rises_on(
    taken_on: date, tried: Sequence[date], approach: Approach, past: Sequence[Asking] = ()
) -> date | None:
    """The day from which to rise is proposed, of a barrier that stands; `tried` are the days of attempts in order.

    None while one is open, or above the highest level. It is counted from the day on which we took it, and anew from
    the last answer of a level: after a refusal we try again first. To where an answer sent it, nothing is waited for.
    """
    waits = bool(past) and past[-1].state(over=False) in OPEN
    if waits or next_level(past) is None:
        return None
    last = counting(past)
    since = last.answered_on if last and last.answered_on else taken_on
    if last and last.outcome is EscalationOutcome.OTHER_LEVEL and next_level(past) is last.to_level:
        return since
    later = [day for day in tried if last is None or day > since]
    often = later[approach.rises_after_attempts - 1 : approach.rises_after_attempts]
    return min([since + timedelta(days=approach.rises_after_days), *often])


def proposals(
    taken_on: date,
    tried: Sequence[date],
    approach: Approach,
    past: Sequence[Asking],
    *,
    ended_on: date | None = None,
) -> Iterator[tuple[date, date | None]]:
    """Every day on which to rise was proposed, with when that was done: it rose, or the barrier ended.

    What rose, or ended, before that day was never proposed.
    """
    for number in range(len(past) + 1):
        proposed = rises_on(taken_on, tried, approach, past[:number])
        done = past[number].asked_on if number < len(past) else ended_on
        if proposed and (done is None or proposed <= done):
            yield proposed, done
