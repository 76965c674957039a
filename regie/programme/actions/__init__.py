"""What is done to a programme at once."""

from regie.programme.actions.beginning import (
    begin_as_shipped,
    begin_own,
    shipped_outline,
    write_outline,
)
from regie.programme.actions.publishing import Draft, draft_of, publish

__all__ = [
    "Draft",
    "begin_as_shipped",
    "begin_own",
    "draft_of",
    "publish",
    "shipped_outline",
    "write_outline",
]
