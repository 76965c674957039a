"""Who may import whom: the contracts in pyproject.toml, held to by import-linter."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.shape import FOUNDATION, FRONTS, ROOT, domain, height
from tests.architecture.source import none

LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")

# Contract → an import that breaks it: the file, and the line added to it.
PLANTED = {
    "An app imports what is below it": ("regie/persons/rules.py", "import regie.contacts.rules"),
    "Inside an app": ("regie/persons/enums.py", "import regie.persons.rules"),
    "Inside a front": ("regie/desk/pages/people.py", "import regie.desk.views.people"),
    "A rule imports no Django itself": ("regie/contacts/rules.py", "from django.utils import timezone"),
    "A rule knows no rows and no clock": ("regie/contacts/rules.py", "from regie.privacy import actions"),
    "A front asks trajectories for people": (
        "regie/desk/pages/people.py",
        "from regie.persons import queries",
    ),
    "Nothing imports the demo": ("config/navigation.py", "import regie.demo.people"),
    "The apps do not read config": ("regie/desk/urls.py", "from config import settings"),
    "The product does not know its tests": ("regie/desk/urls.py", "from tests import cast"),
}


def broken_contracts(root: Path) -> list[str]:
    """What import-linter says of the code in this folder, when it is not content."""
    run = subprocess.run(
        [LINT_IMPORTS, "--no-cache", "--config", "pyproject.toml"], cwd=root, capture_output=True, text=True
    )
    return [run.stdout[run.stdout.find("Contracts\n") :] + run.stderr] if run.returncode else []


def unplaced(packages: set[str]) -> list[str]:
    """The packages that are in none of the three kinds, or of which a kind was removed."""
    return [
        f"regie/{name}: give it a layer in pyproject.toml; is it a front or foundation, name it in shape.py too."
        for name in sorted(packages ^ (domain() | FRONTS | FOUNDATION))
    ]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The Python code of the real tree, in a folder where something can be planted."""
    for folder in ("regie", "config"):
        only_code = shutil.ignore_patterns("templates", "static", "migrations", "__pycache__")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=only_code)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_import_keeps_the_contracts():
    none(broken_contracts(ROOT))


@pytest.mark.parametrize("contract", PLANTED)
def test_an_import_that_breaks_a_contract_is_found(contract: str, copied: Path):
    path, line = PLANTED[contract]
    with (copied / path).open("a") as file:
        file.write(f"\n{line}\n")
    (found,) = broken_contracts(copied)
    assert any(line.startswith(contract) and "BROKEN" in line for line in found.splitlines())


def test_every_package_has_its_place():
    none(unplaced({path.parent.name for path in (ROOT / "regie").glob("*/__init__.py")}))


def test_a_package_without_a_place_is_found():
    assert "regie/magic" in unplaced({*height(), "magic"})[0]
