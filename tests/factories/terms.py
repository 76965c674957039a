"""Terms as they are reckoned, and what somebody does with them."""

from datetime import date, datetime
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day
from regie.clocks.enums import HandlingKind
from regie.clocks.models import Handling, Notice
from regie.clocks.models.handling import HandlingAccount
from regie.clocks.queries import reckonings
from regie.clocks.rules import Term
from regie.desk.pages.today import TodayPage, today_page
from regie.trajectories.models import Trajectory


def term_of(trajectory: Trajectory, code: str, *, on: date) -> Term:
    """His term by this rule, as of a day; the soonest when there are more."""
    people = Trajectory.objects.select_related("person", "referral", "municipality")
    reckoning = reckonings(people.filter(pk=trajectory.pk), on=on)[trajectory.pk]
    return next(term for term in reckoning.terms if term.rule.code == code)


def handle(
    trajectory: Trajectory,
    code: str,
    *,
    by: User,
    at: datetime,
    kind: HandlingKind = HandlingKind.DONE,
    seen: Handling | None = None,
    **told: Any,
) -> Handling:
    """It is done today, unless told otherwise."""
    words = "" if kind is HandlingKind.DONE else "Dat spraken we zo af."
    account = HandlingAccount(**({"kind": kind, "happened_on": day(at), "words": words} | told))
    return Handling.tell(
        trajectory=trajectory,
        term=term_of(trajectory, code, on=day(at)),
        account=account,
        seen=seen.pk if seen else None,
        by=by.acting(at),
        at=at,
    )


def look(user: User, *, at: datetime, **address: str) -> TodayPage:
    """He opens Vandaag at that moment, and what it tells him is written down."""
    page = today_page(user.acting(at), on=day(at), address=address)
    Notice.tell(page.shown, last=page.told.last, to=user, by=user.acting(at), at=at)
    return page
