"""Measures how fast the pages are, as ratios against a floor in the same run.

    python -m tests.bench [--quick] [--backup]
    python -m tests.bench --words

Without REGIE_DATABASE_URL it makes SQLite files, with it databases of its own on that server; all are removed
afterwards. It answers 1 when a promise is broken by more than a factor two; one in milliseconds counts at the pace
of the machine it was promised on, which the floor tells.
"""

import argparse
import os
import sys

import django

from tests.bench.databases import scratch


def main(arguments: list[str]) -> int:
    """Makes the databases, measures in them, and answers the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench", description="Measures how fast the pages are."
    )
    parser.add_argument("--quick", action="store_true", help="2,000 trajectories and fewer runs")
    parser.add_argument("--backup", action="store_true", help="a backup while somebody writes, as well")
    parser.add_argument("--words", action="store_true", help="only how fast contact is found by its words")
    asked = parser.parse_args(arguments)
    with scratch():
        os.environ |= {"REGIE_MODE": "test", "DJANGO_SETTINGS_MODULE": "tests.bench.settings"}
        django.setup()
        from tests.bench.run import FULL, QUICK, run, run_words  # its models exist from here on

        if asked.words:
            return run_words()
        return run(QUICK if asked.quick else FULL, backup=asked.backup)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
