"""One road in: a front reaches rows about a young person only through what a viewer may see."""

import ast
from collections.abc import Iterable, Iterator

import pytest

from tests.architecture.people import OTHERS, PEOPLE
from tests.architecture.shape import STAFF_FRONTS
from tests.architecture.source import Source, chain, dotted, none, parents, sources

ROADS = frozenset({"visible_to", "assigned_to", "screened_by"})  # each takes the viewer
MANAGERS = frozenset({"objects", "_default_manager", "_base_manager"})
SHORTCUTS = frozenset({"get_object_or_404", "get_list_or_404"})
# Other roads: the file and the words there → why nothing comes along that the viewer may not see.
OTHER_ROADS = {
    ("regie/desk/views/referrals.py", "Trajectory.objects.filter(referral=found).exists()"): (
        "`found` came through visible_to, and this only asks whether it was accepted"
    ),
    ("regie/desk/views/meanwhile.py", "model._default_manager.filter(ref=told.ref).order_by('pk')"): (
        "`told` came through visible_to, and this asks its other versions"
    ),
    ("regie/desk/views/wishes.py", "Wish.objects.current().of(trajectory)"): (
        "the trajectory came through `guided`, which asked whether he guides it"
    ),
    (
        "regie/desk/views/kept_words.py",
        "ContactMoment.objects.filter(ref=ref['contact_ref']).values('trajectory')",
    ): "it only says whose contact he was correcting, and that one is asked for the viewer",
    ("regie/desk/pages/archive.py", "kind.model._default_manager"): (
        "the trajectory came through visible_to, and papers are asked for the viewer"
    ),
    ("regie/desk/pages/archive.py", "Paper.objects.of(trajectory).count()"): (
        "it only says that there are papers that this viewer may not see"
    ),
}


def starts(source: Source) -> Iterator[ast.AST]:
    """Where a question about people begins; `.objects` of something that we cannot read counts as one."""
    aliases = [alias for node in source.nodes(ast.ImportFrom) for alias in node.names]
    real = {alias.asname: alias.name for alias in aliases if alias.asname}
    for node in source.nodes(ast.Attribute, ast.Call):
        if isinstance(node, ast.Attribute) and node.attr in MANAGERS:
            name = "Session" if asks_sessions(node.value) else dotted(node.value).split(".")[-1]
            if real.get(name, name) not in OTHERS:
                yield node
        elif isinstance(node, ast.Call) and dotted(node.func) in SHORTCUTS:
            name = dotted(node.args[0]).split(".")[-1]
            if real.get(name, name) in PEOPLE:
                yield node


def asks_sessions(node: ast.AST) -> bool:
    """Whether this is how Django names the model of its sessions."""
    return isinstance(node, ast.Call) and dotted_end(node.func) == "get_model_class"


def given_rows(node: ast.AST, above: dict[ast.AST, ast.AST]) -> frozenset[str]:
    """The parameters of the function around this that are declared to be a row about people."""
    while node in above and not isinstance(node, ast.FunctionDef):
        node = above[node]
    arguments = ast.walk(node.args) if isinstance(node, ast.FunctionDef) else ()
    given = [argument for argument in arguments if isinstance(argument, ast.arg) and argument.annotation]
    return frozenset(argument.arg for argument in given if dotted(argument.annotation) in PEOPLE)


def of_given_row(links: list[ast.AST], given: frozenset[str]) -> bool:
    """Whether these are the rows of one that was handed over: `.filter(trajectory=trajectory)`."""
    filters = [link for link in links if isinstance(link, ast.Call) and dotted_end(link.func) == "filter"]
    return any(dotted(keyword.value) in given for link in filters for keyword in link.keywords if keyword.arg)


def dotted_end(node: ast.AST) -> str:
    """The last word of a chain."""
    return node.attr if isinstance(node, ast.Attribute) else ""


def past_the_viewer(files: Iterable[Source]) -> Iterator[tuple[Source, ast.AST, str]]:
    """Every question about people that does not go along one of the roads: the file, where, and the words."""
    for source in files:
        above = parents(source.tree)
        for start in starts(source):
            links = chain(start, above)
            if not ROADS & {dotted_end(link) for link in links} and not of_given_row(
                links, given_rows(start, above)
            ):
                yield source, start, ast.unparse(links[-1])


def test_every_question_about_people_is_asked_for_a_viewer():
    found = list(past_the_viewer(sources(*STAFF_FRONTS)))
    none(
        f"{source.at(node)}: `{words}` goes past the viewer. Ask .visible_to(viewer), or list it in OTHER_ROADS and why."
        for source, node, words in found
        if (source.path, words) not in OTHER_ROADS
    )
    assert set(OTHER_ROADS) <= {(source.path, words) for source, _, words in found}, (
        "an other road is not used any more"
    )


@pytest.mark.parametrize(
    "words",
    [
        "Trajectory.objects.filter(person__ref=ref)",
        "Trajectory.objects",
        "Trajectory._default_manager.all()",
        "models.Person.objects.get(pk=1)",
        "type(moment).objects.all()",
        "get_object_or_404(ContactMoment, ref=ref)",
        "ContactMoment.objects.filter(trajectory=trajectory)",
        "Known.objects.all()",
    ],
)
def test_a_question_past_the_viewer_is_found(words: str):
    planted = (
        f"from regie.persons.models import Person as Known\ndef page(trajectory, ref):\n  return {words}"
    )
    assert len(list(past_the_viewer([Source.of("regie/desk/views/people.py", planted)]))) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Trajectory.objects.visible_to(viewer).get()",
        "ContactMoment.objects.current().filter(trajectory=trajectory)",
    ],
)
def test_the_roads_are_open(words: str):
    planted = f"def page(trajectory: Trajectory):\n  return {words}"
    assert not list(past_the_viewer([Source.of("regie/desk/views/people.py", planted)]))


def test_everything_that_hangs_under_a_person_is_about_people():
    assert {"Person", "Referral", "Trajectory", "Assignment", "ContactMoment"} <= PEOPLE
    assert "Municipality" in OTHERS
