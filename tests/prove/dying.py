"""A colleague whose process dies in the middle of a deed, at a chosen statement."""

import os
import signal
from typing import Any

from django.db import connection

from tests.prove import acts
from tests.prove.acts import Deed

AT_COMMIT, AFTER_COMMIT = -1, -2


def die_doing(*, act: str, given: dict[str, Any], at: int) -> Deed:
    """Does an act in a copy of this process that is killed before its so manieth statement, or around the commit.

    Answers whether it died; it did not when the act asks fewer statements.
    """
    deed: Deed = getattr(acts, act)(**given)
    return lambda: _died(deed, at)


def _died(deed: Deed, at: int) -> bool:
    connection.close()
    if connection.vendor == "postgresql":
        connection.close_pool()  # a copy may not speak over the lines of the original
    child = os.fork()
    if child == 0:
        _do_and_die(deed, at)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError("It did not die but fail.")
    return os.WIFSIGNALED(status)


def _do_and_die(deed: Deed, at: int) -> None:
    try:
        if at < 0:
            connection.commit = _dying_commit(connection.commit, first=at == AFTER_COMMIT)  # type: ignore[method-assign]
        with connection.execute_wrapper(Countdown(at)):
            deed()
        os._exit(0)
    finally:
        os._exit(1)


def _dying_commit(commit: Any, *, first: bool) -> Any:
    def die() -> None:
        if first:
            commit()
        os.kill(os.getpid(), signal.SIGKILL)

    return die


class Countdown:
    """Kills its own process before a statement."""

    def __init__(self, at: int) -> None:
        self.left = at

    def __call__(self, execute: Any, *statement: Any) -> Any:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*statement)
