"""What stands in the code for him to read: in a page, in a template, in the layout of a sheet."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOMEBODY = "Noor"  # stands where a name, a day or a number is filled in
FILLED_IN = re.compile(r"\{\w+\}")
Named = ast.Module | ast.ClassDef | ast.FunctionDef
# Of a layout: notes, what is drawn only when something holds, the name of a function, and its arguments.
NOTE = re.compile(r"//.*")
CHOICE = re.compile(r"#if [^{\[\]]*\{[^}]*\} else \{[^}]*\}")
ONLY_IF = re.compile(r"#if [^{\[\]]*\[([^\]]*)\]")
VALUE = re.compile(r"#(?!par\[)[a-z][\w.]*\w(?:\([^()]*\))*")


def bare(template: str) -> str:
    """The words of a template: a line for each thing it draws, without tags."""
    text = (ROOT / "regie" / template.split("/")[0] / "templates" / template).read_text(encoding="utf-8")
    named = re.sub(r"\{\{.*?\}\}", SOMEBODY, re.sub(r"\{[%#].*?[%#]\}", "\n", text))
    return re.sub(r"\s*\n\s*", "\n", re.sub(r"</?[^>]+>", "\n", named))


def said_in(path: Path, *names: str) -> list[str]:
    """Each sentence of a module, or only of what is named in it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    looked_at = [node for node in tree.body if _is_called(node, names)] if names else [tree]
    assert len(looked_at) == max(len(names), 1), f"{path.name}: {names}"
    return [text for node in looked_at for text in _sentences(node) if " " in text.strip()]


def laid_out(path: Path) -> list[str]:
    """Each sentence that a layout of a sheet puts on it itself."""
    code = NOTE.sub("", path.read_text(encoding="utf-8"))
    code = ONLY_IF.sub(r"\1", CHOICE.sub(SOMEBODY, code))
    quoted = re.findall(r'"([^"\n]*)"', code)
    blocks = re.findall(r"\[([^\[\]]*)\]", VALUE.sub(SOMEBODY, code))
    return [text.strip() for text in (*quoted, *blocks) if " " in text.strip()]


def _is_called(node: ast.stmt, names: tuple[str, ...]) -> bool:
    if isinstance(node, ast.Assign):
        return any(isinstance(one, ast.Name) and one.id in names for one in node.targets)
    return isinstance(node, Named) and getattr(node, "name", "") in names


def _sentences(tree: ast.AST) -> Iterator[str]:
    """What is a text, a name where something is filled in; not what tells a programmer what it is for."""
    nodes = list(ast.walk(tree))
    within = {
        part
        for node in nodes
        if isinstance(node, ast.JoinedStr)
        for part in ast.walk(node)
        if part is not node
    }
    documents = {
        node.body[0].value for node in nodes if isinstance(node, Named) and isinstance(node.body[0], ast.Expr)
    }
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            yield "".join(part.value if isinstance(part, ast.Constant) else SOMEBODY for part in node.values)
        elif (
            isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in within | documents
        ):
            yield FILLED_IN.sub(SOMEBODY, node.value)
