"""What may stand in a log: never the private address of somebody's calendar."""

import logging
import re
from typing import Any

PRIVATE = re.compile(r"(/agenda/)[^\s?#]+?(\.ics)")


class WithoutAddresses(logging.Filter):
    """Takes the token out of an address before any log is written."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always lets it through, without the token."""
        record.msg = _without(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(map(_without, record.args))
        return True


def _without(told: Any) -> Any:
    return PRIVATE.sub(r"\1…\2", told) if isinstance(told, str) else told


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_addresses": {"()": WithoutAddresses}},
    # The two that write the address of a request; a filter of theirs holds for every log that they reach.
    "loggers": {
        name: {"filters": ["without_addresses"]} for name in ("django.request", "django.security.csrf")
    },
}
