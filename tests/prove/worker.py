"""python -m tests.prove.worker: one process that carries out orders, a JSON line each, and answers a line each."""

import json
import sys
import time
from typing import Any

import django

django.setup()

from tests.prove.orders import ORDERS  # noqa: E402 - models can be imported from here on


def say(answer: Any) -> None:
    """One line: what was said is out of this process."""
    print(json.dumps(answer, default=str), flush=True)


def main() -> None:
    """Carries out orders until there are no more."""
    say("ready")
    for line in sys.stdin:
        order = json.loads(line)
        deed = ORDERS[order.pop("what")](**order)
        say("ready")
        start = json.loads(sys.stdin.readline())
        while time.monotonic() < start:
            pass  # sleeping would wake us late
        say(deed())


if __name__ == "__main__":
    main()
