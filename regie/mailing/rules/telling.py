"""When a mail is made, and what calls for one on the day itself."""

from datetime import date, datetime, time, timedelta

from regie.clocks.enums import Change, State
from regie.clocks.rules import News
from regie.mailing.enums import MailKind

# Our own choices; te verifiëren with who gets them.
NOT_BEFORE = time(7)
MONDAY = 0
ALARMS_WITHIN = timedelta(days=3)


def kinds_at(local: datetime) -> tuple[MailKind, ...]:
    """Which mails may be made at a moment on the clock of the Netherlands; the overview first, for it tells most."""
    if local.time() < NOT_BEFORE:
        return ()
    return (MailKind.OVERVIEW, MailKind.ALARM) if local.weekday() == MONDAY else (MailKind.ALARM,)


def alarms(news: News | None, *, state: State, by_day: date, release: bool, on: date) -> Change | None:
    """What cannot wait until he looks, beside what he was told along any way: new and due now, or much sooner.

    That a day he was told of has come is no alarm: he knows it. `release` is whether his release is what moved.
    """
    if news is None:
        return None
    if news.change is Change.NEW:
        return Change.NEW if state is State.NOW else None
    sooner = news.change is Change.EARLIER and (release or by_day <= on + ALARMS_WITHIN)
    return Change.EARLIER if sooner else None
