"""A process that does what it is asked, a line of JSON each time: `python -m tests.prove.colleague`.

It reads an act, looks up what that needs and says that it is ready; reads a moment, waits for it, does the deed
and tells what came of it.
"""

import json
import sys
import time
import traceback
from typing import Any

import django


def main() -> None:
    """Works until nobody asks any more."""
    django.setup()
    from regie.base.errors import DomainError

    known = acts_known()
    say("in")
    for line in sys.stdin:
        asked = json.loads(line)
        began = 0.0
        came: dict[str, Any]
        try:
            deed = known[asked["act"]](**asked["given"])
            say("ready")
            wait_until(json.loads(sys.stdin.readline()))
            began = time.monotonic()
            came = {"answer": deed()}
        except DomainError as refusal:
            came = {"refused": type(refusal).__name__, "sentence": refusal.sentence}
        except Exception as error:  # it is told to who asked, who judges it
            came = {"refused": type(error).__name__, "sentence": traceback.format_exc()}
        say(came | {"began": began, "ended": time.monotonic()})


def acts_known() -> dict[str, Any]:
    """What he can be asked, by name; their models exist once Django is up."""
    from tests.prove import (  # their models exist from here on
        acts,
        agreeing,
        closing,
        dying,
        linking,
        looking,
        mailing,
        managing,
        measured,
        planning,
        requesting,
        screens,
        telling,
    )

    modules = (
        acts,
        agreeing,
        looking,
        closing,
        dying,
        linking,
        mailing,
        managing,
        measured,
        planning,
        requesting,
        screens,
        telling,
    )  # their own names: not what they import
    return {name: act for module in modules for name, act in vars(module).items() if _of(module, act)}


def _of(module: Any, act: Any) -> bool:
    return bool(getattr(act, "__module__", "") == module.__name__)


def say(what: Any) -> None:
    """One line, sent at once."""
    print(json.dumps(what), flush=True)


def wait_until(moment: float) -> None:
    """Turns round and round, for who sleeps wakes too late; all processes of a machine share this clock."""
    while time.monotonic() < moment:
        pass


if __name__ == "__main__":
    main()
