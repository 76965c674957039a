"""Every address × everyone: nobody reads, changes or is mailed what is not his.

The addresses come from the URL configuration, the secrets from the privacy declarations of the models, and what
each viewer may see is written by hand in viewers.py. A new address, role or field is covered without a line here.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection

from regie.accounts.access import access_of
from regie.base.actors import ActorKind
from tests.isolation.addresses import Address, addresses
from tests.isolation.asking import FAR, NOBODY, ODD_QUERY, Answer, Visit, typed_at, undone
from tests.isolation.scene import Asked, Scene
from tests.isolation.viewer import Viewer
from tests.isolation.viewers import VIEWERS

EVERY_ADDRESS = pytest.mark.parametrize("address", addresses(), ids=str)


ON_SQLITE = connection.vendor == "sqlite"


def _tries() -> Iterator[Any]:
    """Who tries which address, and when: in bin/test, or marked as bin/prove's.

    Who gets far, and who is nobody, tries every address in bin/test; a partner to whom something is opened, every one
    where partners come in. The others try one in three there, each of them other ones, and the rest in bin/prove: what
    they differ in is answered by one rule for all addresses (`visible_to`, the front door). On PostgreSQL they try
    their third in bin/prove, as who is nobody does with the doors that are closed to him: nothing is asked behind them.
    """
    for number, address in enumerate(addresses()):
        for seat, viewer in enumerate(VIEWERS):
            far, third = _gets_far(viewer, address), (number + seat) % 3 == 0
            everywhere = ON_SQLITE or viewer.name not in NOBODY or _lets_partners_in(address)
            daily = viewer.daily and ((far and everywhere) or (third and ON_SQLITE))
            if far or third or ON_SQLITE:
                yield pytest.param(address, viewer, marks=() if daily else pytest.mark.prove)


def _gets_far(viewer: Viewer, address: Address) -> bool:
    return viewer.name in FAR or (bool(viewer.opened) and _lets_partners_in(address))


def _lets_partners_in(address: Address) -> bool:
    """Whether it is a partner's or of everybody who has an account, or none."""
    access = access_of(address.view)
    return access is not None and not access.permissions and access.kind is not ActorKind.STAFF


EVERYONE_EVERYWHERE = pytest.mark.parametrize(
    ("address", "visit"), list(_tries()), ids=str, indirect=["visit"]
)
# Whoever was in has left, with what happened to him: the scene is as it was built.
AS_BUILT = pytest.mark.parametrize("visit", [Viewer("as-built")], ids=str, indirect=True)
READ_ONLY = 405
STOPPED = (302, 403)
# Where sending changes nothing, and why it is sent at all.
ONLY_ASKS = {
    "desk:search": "a name may not land in an address",
    "desk:search_contacts": "a word may not land in an address",
    "desk:search_his_contacts": "the same",
    "desk:tell_free": "in the scene everybody came out: the days that were planted say so",
    "desk:correct_night": "a planted night lies outside his first 72 hours",
    "desk:reopen": "nobody is closed in the scene; tests/trajectories/test_reopening.py sends it",
    "desk:reopen_referred": "the same",
    "desk:correct_goal": "a goal may not begin after the days that were planted in its steps",
    "desk:correct_domainreading": "a domain that was planted is not in the approach any more",
    "desk:correct_conditionreading": "nor is a condition",
    "desk:jottings": "only a telephone can seal a note; tests/contacts/test_receiving_jottings.py sends them",
    "desk:tell_involvement": "what it opens is looked at first; tests/desk/test_involving_with_a_look.py sends both",
    "desk:correct_involvement": "the same",
    "office:judge_ground": "the day that was planted says that it is over; tests/office/test_judging_a_ground.py sends it",
    "desk:end_involvement": "the day that was planted says that it ended already",
    "desk:involve_asker": "what it opens is looked at first; tests/desk/test_answering_who_asks_to_join.py sends both",
    "desk:refuse_joinrequest": "in the scene it was refused; the same",
    "desk:tell_transfer": "what was planted stands already; tests/desk/test_handing_over_warmly.py sends it",
    "desk:tell_involved": "what was planted ended on its first day; tests/desk/test_telling_in_one_line.py sends it",
    "desk:stop_authorisation": "the day that was planted says that he stopped it",
}
Typed = Callable[[Asked], dict[str, Any]]


@pytest.fixture(scope="module")
def typed(scene: Scene) -> Typed:
    """What to send to an address; found out once for each."""
    known: dict[str, dict[str, Any]] = {}

    def at(asked: Asked) -> dict[str, Any]:
        if asked.url not in known:  # a form names the version it was made from: no two are the same
            known[asked.url] = typed_at(asked, scene)
        return known[asked.url]

    return at


@pytest.fixture(scope="module")
def visit(scene: Scene, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Somebody who comes in once for all addresses, so that pytest takes the tests viewer by viewer."""
    with undone():
        yield Visit(request.param, scene)


@EVERY_ADDRESS
def test_every_address_has_a_name_and_known_parts(scene: Scene, address: Address):
    assert address.name, f"{address.route}: give this address a name, so that it can be reversed and tested."
    assert scene.ways_to(address), f"{address}: no file in tests/isolation/files.py has {address.parts}."


@EVERYONE_EVERYWHERE
def test_nobody_reads_or_changes_what_is_not_his(
    scene: Scene, address: Address, visit: Visit, typed: Typed, caplog: pytest.LogCaptureFixture
):
    viewer, wrong = visit.viewer, []
    for asked, method, query, data in attempts(address, visit, typed):
        answer = visit.ask(asked, method, query, data)
        wrong += [
            f"{viewer}: {method} {asked.url}{query} ({asked.file.name if asked.file else 'no file'}) {fault}"
            for fault in faults(visit, asked, answer, method, query, data)
        ]
    wrong += [
        f"{viewer}: {address}: the log of the server holds the {s}."
        for s in scene.hoard.found_in(logged(caplog))
    ]
    assert not wrong, "\n".join(wrong)


def attempts(
    address: Address, visit: Visit, typed: Typed
) -> Iterator[tuple[Asked, str, str, dict[str, Any]]]:
    """The ways in which somebody knocks: everywhere as a browser does, and at one door of each kind in odder ways.

    Odder ways are for who gets far and for who is nobody: a method is refused before anybody is asked who he is. Whose
    role opens nothing here is stopped before anybody looks which file he asks for: of those he asks for one.
    """
    ways, odd = visit.scene.ways_to(address), visit.viewer.name in FAR
    for asked in ways[:1] if visit.is_stopped_at(address) and not odd else ways:
        yield asked, "GET", "", {}
        yield asked, "POST", "", typed(asked)
    access = access_of(address.view)
    if odd and (access is None or access.permissions or ways[0].file):
        yield ways[0], "GET", ODD_QUERY, {}
        yield ways[0], "PUT", "", typed(ways[0])
        yield ways[0], "DELETE", "", typed(ways[0])


def asking_a_permission() -> list[Address]:
    """The addresses whose view asks a permission, or a partner: the work itself."""
    rules = [(address, access_of(address.view)) for address in addresses()]
    return [
        address
        for address, access in rules
        if access and (access.permissions or access.kind is ActorKind.PARTNER)
    ]


def faults(
    visit: Visit, asked: Asked, answer: Answer, method: str, query: str, data: dict[str, Any]
) -> Iterator[str]:
    """What is wrong with an answer, in words."""
    viewer = visit.viewer
    for secret in visit.leaks(answer, asked, query, data):
        yield f"tells the {secret}."
    if answer.status >= 500:
        yield f"breaks ({answer.status})."
    if visit.is_stopped_at(asked.address) and answer.status not in STOPPED:
        yield f"is answered with {answer.status}, though his role opens nothing here."
    if asked.file and not viewer.may_see(asked) and answer.status < 300:
        yield f"is answered with {answer.status} as if the file were his."
    if answer.changes and not (method == "POST" and viewer.may_change(asked)):
        yield f"changes {', '.join(answer.changes)}."


def logged(caplog: pytest.LogCaptureFixture) -> str:
    """What the server wrote in its log, but for the address that was asked for."""
    return "\n".join(
        record.getMessage() for record in caplog.records if not record.name.startswith("django.request")
    )


@AS_BUILT
@pytest.mark.parametrize("address", asking_a_permission(), ids=str)
@pytest.mark.usefixtures("visit")
def test_what_is_sent_is_good_enough_to_change_something(scene: Scene, address: Address, typed: Typed):
    """Without this, a refusal could be a typing error."""
    if address.name in ONLY_ASKS:
        return
    tried = []
    for asked in scene.ways_to(address):
        for viewer in VIEWERS:
            if viewer.may_change(asked):
                answer = Visit(viewer, scene).ask(asked, "POST", data=typed(asked))
                tried.append(answer.status)
                if answer.changes or answer.status == READ_ONLY:
                    return
    pytest.fail(
        f"{address}: nobody in tests/isolation/viewers.py can change anything here (answers: {tried}). Say there who "
        f"may, or say in tests/isolation/typed.py what to type; this was sent: {typed(scene.ways_to(address)[0])}"
    )
