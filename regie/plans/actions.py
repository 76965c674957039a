"""What is done to many papers at once."""

from datetime import datetime, timedelta

from regie.plans.queries import kept_files
from regie.privacy import vault

LONG_ENOUGH = timedelta(days=1)  # a file is there a moment before its row: only what is older is left over


def tidy_papers(*, at: datetime) -> int:
    """Takes away the files of which nothing tells and that have lain there for a day; answers how many."""
    lying = vault.lying()  # first these and then the rows: what comes in between is never taken for left over
    told = set(kept_files())
    latest = (at - LONG_ENOUGH).timestamp()
    left = [name for name, written in lying.items() if name not in told and written < latest]
    for name in left:
        vault.take_away(name)
    return len(left)
