"""Runs Django's and Regie's own commands (bin/manage)."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from config import environment, inspection, keys
from regie.installation.rules import Problem


def main(arguments: list[str]) -> None:
    """`secrets` works without settings; `doctor` and `begin` first say what is unsafe in them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    command = arguments[0] if arguments else ""
    if command == "secrets":
        locks, for_the_safe = keys.fresh_pair()
        print(keys.fresh(locks))
        print(
            for_the_safe, file=sys.stderr
        )  # who sends the keys to a file does not keep this one beside them
        return
    if command in ("doctor", "begin") and "--help" not in arguments:
        check_settings()
    execute_from_command_line(["bin/manage", *arguments])


def check_settings() -> None:
    """Says what is unsafe in the settings and ends there: without sound settings nothing else can be looked at."""
    try:
        environment.read_file()
        found = inspection.problems()
    except ImproperlyConfigured as unreadable:
        found = [Problem(f"{unreadable} Kijk de naam en de rechten van dat bestand na.", unsafe=True)]
    for problem in found:
        print(problem)
    if found:
        sys.exit("Regie start niet zolang dit zo is. De rest is na te kijken als dit klopt.")


if __name__ == "__main__":
    main(sys.argv[1:])
