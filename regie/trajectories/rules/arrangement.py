"""What can be told of one thing to arrange, and what is still open of a list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from regie.approach.rules import Approach, ItemRule
from regie.base.errors import NotNow, NotValid
from regie.detention.rules import check_told_day
from regie.trajectories.enums import ArrangementDecision, ArrangementList, Owner
from regie.trajectories.enums import ArrangementState as State

LONGEST_ARRANGEMENT = 200  # characters: how it stands, in a few words
LONGEST_OWNER = 100  # characters: a name, or where somebody works
SETTLED = (State.ARRANGED, State.NOT_NEEDED)
FURTHEST = timedelta(days=2 * 366)  # our own choice: a day further away is a slip of the pen
NOT_ON_THE_LIST = "Dit staat niet meer op de lijst van uw gemeente. Kijk eerst wat er nu op staat."


@dataclass(frozen=True)
class ArrangementAccount:
    """What is told of one thing: since `happened_on` it stands so, who sees to it, and by which day.

    `owner_name` says who that is, `words` what there is more to say; `decision` is an `ArrangementDecision` or empty.
    """

    state: State
    happened_on: date
    owner: Owner = Owner.UNKNOWN
    owner_name: str = ""
    due_on: date | None = None
    words: str = ""
    decision: str = ""

    @property
    def settled(self) -> bool:
        """Whether nobody has to do anything for it any more."""
        return self.state in SETTLED


def items_of(approach: Approach, which: ArrangementList) -> tuple[ItemRule, ...]:
    """What is on this list, in its order."""
    return approach.release_items if which is ArrangementList.RELEASE else approach.detention_items


def open_items(items: Iterable[ItemRule], told: Mapping[str, ArrangementAccount]) -> tuple[ItemRule, ...]:
    """What is still to be arranged of a list, by what holds of each thing; what nobody told of is open."""
    return tuple(one for one in items if one.code not in told or not told[one.code].settled)


def settled_since(told: Sequence[ArrangementAccount]) -> date | None:
    """Since when one thing needs nothing more, by all that was told of it, oldest first; None when it does."""
    since: date | None = None
    for one in told:
        since = (since or one.happened_on) if one.settled else None
    return since


def settled_on(items: Iterable[ItemRule], told: Mapping[str, Sequence[ArrangementAccount]]) -> date | None:
    """The day on which the last thing of a list was settled, by all that was told of each; None when any is open."""
    days = [settled_since(told.get(one.code, ())) for one in items]
    known = [day for day in days if day]
    return max(known) if known and len(known) == len(days) else None


def check_item(which: ArrangementList, item: str, approach: Approach) -> None:
    """Raises NotNow when this is not on the list (any more)."""
    if all(one.code != item for one in items_of(approach, which)):
        raise NotNow(NOT_ON_THE_LIST)


def check_arrangement(
    which: ArrangementList, account: ArrangementAccount, *, birth_date: date | None, on: date
) -> None:
    """Raises NotValid beside a day that cannot be, or what does not belong there."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    if account.state not in State:
        raise NotValid("Kies hoe het ervoor staat.", field="state")
    if account.owner not in Owner:
        raise NotValid("Kies wie het regelt.", field="owner")
    _check_decision(which, account.decision)
    _check_due(account, on=on)
    for field, words, longest in (
        ("owner_name", account.owner_name, LONGEST_OWNER),
        ("words", account.words, LONGEST_ARRANGEMENT),
    ):
        if len(words) > longest:
            raise NotValid(f"Dit is te lang. Houd het onder {longest} tekens.", field=field)


def check_since(account: ArrangementAccount, *, came_in: date | None) -> None:
    """Raises NotValid for a day before he came in: for this detention it would count for nothing."""
    if came_in and account.happened_on < came_in:
        raise NotValid(
            f"Hij kwam binnen op {came_in:%d-%m-%Y}. Vul een dag in vanaf toen.", field="happened_on"
        )


def _check_decision(which: ArrangementList, decision: str) -> None:
    if decision and which is not ArrangementList.DETENTION:
        raise NotValid("Dit hoort hier niet bij. Laat dit leeg.", field="decision")
    if decision and decision not in ArrangementDecision:
        raise NotValid("Kies een antwoord.", field="decision")


def _check_due(account: ArrangementAccount, *, on: date) -> None:
    """What is arranged keeps the day by which it had to be, also when that is over."""
    due = account.due_on
    if due is None or account.settled:
        return
    if due < max(on, account.happened_on):
        raise NotValid(
            "Deze dag is al geweest. Kies een dag vanaf vandaag, of laat dit leeg.", field="due_on"
        )
    if due > on + FURTHEST:
        raise NotValid("Deze dag ligt meer dan twee jaar vooruit. Klopt het jaar?", field="due_on")
