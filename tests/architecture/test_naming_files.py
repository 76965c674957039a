"""Where things are: a closed list of names for every kind of package, and no drawers anywhere."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.architecture.shape import FRONTS, ROOT, height
from tests.architecture.source import none

DOMAIN = frozenset(
    {
        "apps.py",
        "enums.py",
        "enums",
        "rules.py",
        "rules",
        "models",
        "queries.py",
        "queries",
        "actions.py",
        "actions",
        "migrations",
        "management",
    }
)
FRONT = frozenset(
    {"apps.py", "urls.py", "urls", "views", "forms", "pages", "pages.py", "templates", "static"}
)

# Further names of one package, each with its reason.
OWN: dict[str, set[str]] = {
    "base": {
        "actors.py",
        "clock.py",
        "errors.py",
        "facts.py",
        "gathering.py",
        "halts.py",
        "periods.py",
        "submissions.py",
        "telephone.py",
    },  # no app: a noun a file
    "privacy": {
        "append_only.py",  # the triggers, for a migration and for tests that empty the database
        "declarations.py",  # what a model says of its fields
        "encryption.py",  # how a text is sealed
        "envelopes.py",  # what a telephone sealed to us
        "fields.py",  # the model fields that seal
        "keys.py",  # which key for what
        "scanner.py",  # the virus scanner beside us, asked by its protocol
        "vault.py",  # files sealed on the disk
    },
    "accounts": {"access.py"},  # the rule on a view: every front needs it, no front may own it
    "installation": {
        "archive.py",  # a backup as a file
        "backups.py",  # making one, and putting one back
        "database.py",  # what the doctor finds in the database
        "machine.py",  # what the doctor finds on the computer
        "mailing.py",  # what the doctor finds of mail
        "papers.py",  # what the doctor finds of papers
        "files.py",  # the papers in a backup
        "rehearsal.py",  # a place to try a restore
        "tables.py",  # every row of every table, in one form for both databases
        "turns.py",  # who begins at the same moment waits
    },
    "mailing": {"post.py"},  # a mail is handed over to the mail server, outside us
    "sheets": {
        "fonts",  # the letters of paper
        "layouts",  # how each sheet looks, in Typst
        "lettering.py",  # which signs those letters have
        "making.py",  # a sheet as PDF
        "pictures.py",  # an icon of the screen for paper
    },
    "ui": {
        "forms.py",
        "verb_form.py",
        "parts.py",
        "words.py",
        "pictograms.py",
        "static",
        "templates",
        "templatetags",
    },  # how every front looks
    "entrance": {
        "adapters.py",  # allauth asks for these classes
        "health.py",  # two words for who watches over the installation, before the front door
        "context.py",  # the frame around every page
        "middleware.py",  # the front door
        "parking.py",  # what was typed when a session ended
        "provider.py",  # what the municipality's own sign-on tells
        "sessions.py",  # how sessions are kept: sealed
        "uploads.py",  # what is too much to read is refused before it is read
        "second_factor.py",  # whether somebody came in with one
    },
    "gallery": {
        "examples.py",  # the invented people and states that its page shows
        "charts.py",  # the invented figures
    },
    "demo": {
        "cast.py",  # the colleagues
        "people",  # the young people
        "agreeing.py",  # appointments as dated acts
        "planning.py",  # a plan as dated acts
        "conditions.py",  # what was measured
        "roads.py",
        "stories.py",  # what they want, and what is done for that  # what a road is made of
        "courses.py",  # the roads that many share
        "words.py",  # what was written
        "social_map.py",  # whom they call
        "partner.py",  # who of them comes in himself
        "programme.py",  # the page of the programme
        "measuring.py",  # by what they measure
        "events.py",  # a road as dated acts
        "case.py",  # the verbs, as a user calls them
        "load.py",
        "management",
    },
}
# Folders in templates/ under which another package looks for ours.
ASKED_FOR = {"entrance": {"account", "mfa", "socialaccount"}}  # allauth's pages and mails
DRAWERS = frozenset(
    {"utils", "util", "helpers", "services", "managers", "signals", "constants", "mixins", "common", "misc"}
)
UNREAD = frozenset({"__init__.py", "__pycache__"})


def allowed_in(package: str) -> frozenset[str]:
    """The names that a package under regie/ may hold."""
    kinds = {"base": frozenset(), "ui": frozenset({"apps.py"})} | dict.fromkeys(FRONTS, FRONT)
    return kinds.get(package, DOMAIN) | OWN.get(package, set())


def strays(packages: Iterable[str], root: Path) -> Iterator[str]:
    """Every file or folder with a name that its package may not hold."""
    for package in packages:
        allowed = allowed_in(package)
        for name in sorted(path.name for path in (root / "regie" / package).iterdir()):
            if name not in allowed | UNREAD and not name.startswith("."):
                yield f"regie/{package}/{name}: it belongs in one of {', '.join(sorted(allowed))}."


def strangers(packages: Iterable[str], root: Path) -> Iterator[str]:
    """Templates and static files of a front that do not stand in a folder with its own name."""
    for package in packages:
        for kind in ("templates", "static"):
            for path in sorted((root / "regie" / package / kind).glob("*")):
                if path.name not in {package, *ASKED_FOR.get(package, ())}:
                    yield f"regie/{package}/{kind}/{path.name}: put it in {kind}/{package}/, its own folder."


def drawers(root: Path) -> Iterator[str]:
    """Every file or folder whose name says nothing about what is in it."""
    for folder in ("regie", "config", "tests", "bin"):
        for path in sorted((root / folder).rglob("*")):
            if path.stem in DRAWERS:
                yield f"{path.relative_to(root)}: say what is in it; find the noun that this is about."


def test_every_package_holds_only_the_names_of_its_kind():
    none(strays(height(), ROOT))


def test_every_front_keeps_its_templates_and_static_files_in_its_own_folder():
    none(strangers(FRONTS, ROOT))


def test_there_are_no_drawers():
    none(drawers(ROOT))


def put(root: Path, path: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).touch()


@pytest.mark.parametrize(
    "path",
    [
        "persons/views/list.py",
        "persons/people.py",
        "desk/models/row.py",
        "base/apps.py",
        "ui/rules.py",
        "desk/load.py",
    ],
)
def test_a_name_outside_the_list_is_found(path: str, tmp_path: Path):
    put(tmp_path, f"regie/{path}")
    (found,) = strays([path.split("/")[0]], tmp_path)
    assert "/".join(path.split("/")[:2]) in found


def test_a_template_in_a_strange_folder_is_found(tmp_path: Path):
    put(tmp_path, "regie/desk/templates/people.html")
    assert len(list(strangers(["desk"], tmp_path))) == 1


@pytest.mark.parametrize(
    "path", ["regie/persons/models/mixins.py", "tests/helpers/people.py", "config/utils.py"]
)
def test_a_drawer_is_found(path: str, tmp_path: Path):
    put(tmp_path, path)
    assert len(list(drawers(tmp_path))) == 1
