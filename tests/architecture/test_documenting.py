"""What one can set, run or read on the screen is written down: CONTRIBUTING.md and CONTEXT.md."""

import ast
import enum
import importlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.apps import apps

from tests.architecture.shape import ROOT
from tests.architecture.source import Source, none, sources

SETTING = re.compile(r"\bREGIE_[A-Z_]+\b")


def settings_in_code(files: Iterable[Source]) -> set[str]:
    """The environment variables that code reads: texts that are nothing but their name."""
    texts = [node.value for source in files for node in source.nodes(ast.Constant)]
    return {text for text in texts if isinstance(text, str) and SETTING.fullmatch(text)}


def settings_in_scripts(root: Path) -> set[str]:
    """The environment variables that the commands in bin/ name, outside comments."""
    lines = [
        line.partition("#")[0] for path in (root / "bin").iterdir() for line in path.read_text().splitlines()
    ]
    return {name for line in lines for name in SETTING.findall(line)}


def commands(root: Path) -> set[str]:
    """The commands in bin/, and our own under bin/manage."""
    ours = {path.stem for path in root.glob("regie/*/management/commands/*.py")} - {"__init__"}
    return ours | {f"bin/{path.name}" for path in (root / "bin").iterdir() if not path.name.startswith("_")}


def model_names() -> set[str]:
    """The names of all our models."""
    return {model.__name__ for model in apps.get_models() if model.__module__.startswith("regie.")}


def labels(files: Iterable[Source]) -> Iterator[str]:
    """The words on the screen of every enum in an enums.py."""
    for source in files:
        module = importlib.import_module(source.path.removesuffix(".py").replace("/", "."))
        enums = [thing for thing in vars(module).values() if isinstance(thing, enum.EnumType)]
        for member in (member for kind in enums if kind.__module__ == module.__name__ for member in kind):
            if isinstance(label := getattr(member, "label", None), str):
                yield label


def unwritten(names: Iterable[str], document: Path, what: str) -> Iterator[str]:
    """Every name that a document does not hold as a word of its own."""
    text = document.read_text() if document.exists() else ""
    for name in sorted(set(names)):
        if not re.search(rf"(?<![\w/-]){re.escape(name)}(?![\w-])", text):
            yield f"{document.name}: {what} {name!r} is not in it; write down what it is."


def enum_files() -> list[Source]:
    return [source for source in sources("regie") if source.path.endswith("/enums.py")]


def test_every_setting_is_written_down():
    named = settings_in_code(sources("config")) | settings_in_scripts(ROOT)
    none(unwritten(named, ROOT / "CONTRIBUTING.md", "the setting"))


def test_every_command_is_written_down():
    none(unwritten(commands(ROOT), ROOT / "CONTRIBUTING.md", "the command"))


def test_every_model_is_a_word_of_ours():
    none(unwritten(model_names(), ROOT / "CONTEXT.md", "the model"))


def test_every_word_of_an_enum_is_a_word_of_ours():
    none(unwritten(labels(enum_files()), ROOT / "CONTEXT.md", "the word"))


def test_what_is_not_written_down_is_found(tmp_path: Path):
    document = tmp_path / "CONTRIBUTING.md"
    assert len(list(unwritten(["REGIE_MODE"], document, "the setting"))) == 1
    document.write_text("| `REGIE_MODE_OLD` | `bin/demos` |")
    assert len(list(unwritten(["REGIE_MODE", "bin/demo"], document, "the setting"))) == 2
    document.write_text("| `REGIE_MODE` | `bin/demo [--port]` |")
    assert not list(unwritten(["REGIE_MODE", "bin/demo"], document, "the setting"))


def test_settings_commands_and_words_are_recognised(tmp_path: Path):
    read = Source.of("config/x.py", "secret('REGIE_NEW'); REGIE_LOCAL = 'about REGIE_TEXT'")
    assert settings_in_code([read]) == {"REGIE_NEW"}
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/start").write_text('echo "$REGIE_PORT"  # not REGIE_HARBOUR\n')
    assert settings_in_scripts(tmp_path) == {"REGIE_PORT"}
    assert commands(tmp_path) == {"bin/start"}
    assert {"Coördinator", "Huisbezoek", "Bijstand"} <= set(labels(enum_files()))
    assert {"Person", "JournalEntry"} <= model_names()
