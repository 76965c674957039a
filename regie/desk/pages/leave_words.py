"""His leave, in words."""

from regie.detention.enums import LeaveState
from regie.detention.models import Leave
from regie.ui.parts import Item
from regie.ui.words import capital, written


def described_leave(leave: Leave, url: str = "") -> Item:
    """One leave: whether he may go, for what, when, and how it went."""
    how = f"hoe het ging: {leave.get_result_display()}" if leave.result else _not_told(leave)
    more = (_days(leave), leave.goal, how, leave.result_words, leave.source)
    words = f"{capital(leave.get_kind_display())}, {leave.get_state_display()}"
    return Item("Verlof", words, " · ".join(filter(None, more)), url)


def _days(leave: Leave) -> str:
    if leave.since is None:
        return "De dag is niet bekend"
    if leave.until is None or leave.until == leave.since:
        return f"Op {written(leave.since)}"
    return f"Van {written(leave.since)} tot en met {written(leave.until)}"


def _not_told(leave: Leave) -> str:
    return "hoe het ging is nog niet verteld" if leave.state == LeaveState.GRANTED else ""
