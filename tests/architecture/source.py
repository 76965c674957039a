"""Reads source files, so that a guard can say where it found something."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.architecture.shape import ROOT

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """A Python file: its path in the checkout, its text, and the text as a tree."""

    path: str
    text: str
    tree: ast.Module

    @classmethod
    def of(cls, path: str, text: str) -> "Source":
        """A file with this text; it need not be on the disk."""
        return cls(path, text, ast.parse(text))

    @property
    def app(self) -> str:
        """The package under regie/ that this file belongs to, or the empty text."""
        parts = self.path.split("/")
        return parts[1] if parts[0] == "regie" and len(parts) > 2 else ""

    def at(self, node: ast.AST) -> str:
        """Where this stands: path and line."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"

    def nodes(self, *kinds: type[ast.AST]) -> Iterator[Any]:
        """Every node of these kinds."""
        return (node for node in ast.walk(self.tree) if isinstance(node, kinds))

    def imports_from(self, *modules: str) -> Iterator[tuple[ast.AST, str]]:
        """Every name that this file imports from these modules, or from a module inside one."""
        for node in self.nodes(ast.Import, ast.ImportFrom):
            for name in imported(node):
                if any(f"{name}.".startswith(f"{module}.") for module in modules):
                    yield node, name

    def functions(self) -> Iterator[Function]:
        """Every function and method."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))


@cache
def sources(*folders: str, root: Path = ROOT) -> tuple[Source, ...]:
    """The Python files in these folders, without migrations; read once for all guards."""
    paths = sorted(path for folder in folders for path in (root / folder).rglob("*.py"))
    chosen = [path.relative_to(root).as_posix() for path in paths if "migrations" not in path.parts]
    return tuple(Source.of(path, (root / path).read_text()) for path in chosen)


def imported(node: ast.AST) -> list[str]:
    """The full names that an import statement brings in: `from a.b import c` is a.b.c."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def dotted(node: ast.AST) -> str:
    """`a.b.c` of a name or an attribute; the empty text when it begins with something else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return ""


def parents(tree: ast.AST) -> dict[ast.AST, ast.AST]:
    """Every node → the node it stands in."""
    return {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}


def chain(start: ast.AST, above: dict[ast.AST, ast.AST]) -> list[ast.AST]:
    """The links of `start.one(…).two(…)`, from the start outwards."""
    links = [start]
    while isinstance(outer := above.get(links[-1]), ast.Attribute | ast.Call):
        if links[-1] is not (outer.value if isinstance(outer, ast.Attribute) else outer.func):
            break
        links.append(outer)
    return links


def none(found: Iterable[str]) -> None:
    """Fails with every sentence that a guard found."""
    sentences = list(found)
    assert not sentences, "\n" + "\n".join(sentences)
