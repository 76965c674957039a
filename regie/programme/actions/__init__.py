"""What is done to a programme at once."""

from regie.programme.actions.beginning import (
    begin_as_shipped,
    begin_own,
    shipped_outline,
    write_outline,
)

__all__ = ["begin_as_shipped", "begin_own", "shipped_outline", "write_outline"]
