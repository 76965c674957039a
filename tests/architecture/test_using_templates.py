"""Every template is used, and every template that is asked for exists."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import allauth
import django

from tests.architecture.shape import ROOT
from tests.architecture.source import none

PACKAGES = [Path(package.__file__).parent for package in (allauth, django)]
# Django, and for 429 allauth, asks for these by itself when something goes wrong.
ERRORS = frozenset({"400.html", "403.html", "403_csrf.html", "404.html", "429.html", "500.html"})
ASKED = re.compile(r"""["']([\w./-]+\.html|[\w.-]+/[\w./-]+\.txt)["']""")


def names_in(folders: Iterable[Path]) -> dict[str, Path]:
    """The names of the templates in these folders → where they stand."""
    found = [(path, folder) for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    return {path.relative_to(folder).as_posix(): path for path, folder in found}


def asked_in(root: Path) -> dict[str, str]:
    """Every template that our code and our templates name → one file that does."""
    folders = [root / "regie", root / "config"]
    files = [
        path
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".py", ".html", ".txt"}
    ]
    return {
        name: path.relative_to(root).as_posix() for path in files for name in ASKED.findall(path.read_text())
    }


def unused(ours: Iterable[str], asked: Iterable[str], theirs: Iterable[str]) -> Iterator[str]:
    """Every template of ours that nobody asks for and that stands in no other's place."""
    for name in sorted(set(ours) - set(asked) - set(theirs) - ERRORS):
        yield f"{name}: no code and no template names it. Use it or remove it."


def missing(asked: dict[str, str], ours: Iterable[str], theirs: Iterable[str]) -> Iterator[str]:
    """Every template that is asked for and does not exist."""
    for name in sorted(set(asked) - set(ours) - set(theirs)):
        yield f"{asked[name]}: asks for the template {name}, which does not exist."


OURS = names_in(ROOT.glob("regie/*/templates"))
THEIRS = names_in(folder for package in PACKAGES for folder in sorted(package.rglob("templates")))


def test_every_template_is_used():
    none(unused(OURS, asked_in(ROOT), THEIRS))


def test_every_template_that_is_asked_for_exists():
    none(missing(asked_in(ROOT), OURS, THEIRS))


def plant(root: Path, path: str, text: str = "") -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text)


def test_a_template_that_nobody_uses_is_found(tmp_path: Path):
    plant(tmp_path, "regie/desk/templates/desk/old.html")
    plant(tmp_path, "regie/desk/templates/account/login.html")
    plant(tmp_path, "regie/desk/templates/desk/people.html", '{% extends "ui/base.html" %}')
    plant(tmp_path, "regie/desk/views/people.py", "render(request, 'desk/people.html')")
    ours = names_in(tmp_path.glob("regie/*/templates"))
    assert [found.split(":")[0] for found in unused(ours, asked_in(tmp_path), THEIRS)] == ["desk/old.html"]


def test_a_template_that_does_not_exist_is_found(tmp_path: Path):
    plant(
        tmp_path,
        "regie/desk/templates/desk/people.html",
        '{% include "desk/gone.html" %}{% extends "ui/base.html" %}',
    )
    (found,) = missing(asked_in(tmp_path), OURS, THEIRS)
    assert found.startswith("regie/desk/templates/desk/people.html: asks for the template desk/gone.html")
