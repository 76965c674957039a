"""Nothing in the repository binds it to one machine or one package registry."""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.architecture.shape import ROOT
from tests.architecture.source import none

# Written with brackets, so that this file does not find itself.
HOSTS = r"//[^\s/\"'<>)]*\b(pypi|pythonhoste[d]|npmj[s]|yarnpk[g]|registr[y]|artifactor[y]|nexu[s]|mirro[r]|devp[i])\b"
REGISTRY = re.compile(HOSTS, re.IGNORECASE)
MACHINE = re.compile(r"(?<![\w.$}])/(?:root|work|home|Users)/[\w./-]+")
BINARY = frozenset({".woff2", ".png", ".jpg", ".ico", ".pdf"})


def committed(root: Path) -> list[str]:
    """The files that git holds."""
    git = shutil.which("git") or "git"
    run = subprocess.run([git, "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True)
    return [path for path in run.stdout.split("\0") if path and (root / path).is_file()]


def bound(path: str, text: str) -> Iterator[str]:
    """Every line that names a registry or a folder of one machine."""
    for number, line in enumerate(text.splitlines(), 1):
        if found := REGISTRY.search(line):
            yield f"{path}:{number}: {found.group()} is one registry. Leave the choice to who installs."
        if found := MACHINE.search(line):
            yield f"{path}:{number}: {found.group()} is a folder of one machine. Name it from the checkout."


def bound_in(root: Path, paths: Iterable[str]) -> Iterator[str]:
    """The same, of files."""
    for path in paths:
        if Path(path).suffix not in BINARY:
            yield from bound(path, (root / path).read_text(errors="replace"))


def test_nothing_binds_the_repository_to_a_machine():
    none(bound_in(ROOT, committed(ROOT)))


@pytest.mark.parametrize(
    "line",
    [
        "https://py" + "pi.org/simple",
        "http://npm.reg" + "istry.example/x",
        "source /ro" + "ot/.venv/bin/activate",
        '"/wo' + 'rk/main"',
    ],
)
def test_a_line_that_binds_is_found(line: str):
    assert list(bound("bin/x", line))


@pytest.mark.parametrize("line", ["https://example.org/pypi", "$PWD/work/x", "tests/home/x", "pip install x"])
def test_other_lines_are_not_in_the_way(line: str):
    assert not list(bound("bin/x", line))
