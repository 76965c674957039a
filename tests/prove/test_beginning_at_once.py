"""Two people who work on the machine itself begin at the same moment: one installation, one first manager."""

from collections.abc import Iterator
from functools import partial

import pytest

from tests.prove import looking, managing
from tests.prove.office import Office, overlap
from tests.prove.scratch import Environment, copy_of, scratch

pytestmark = pytest.mark.prove

TOWNS = 6
ONCE = {"places": 1, "regions": 1, "facilities": [True, 1], "layers": 1, "cache": True}


@pytest.fixture(scope="module", params=[False, True], ids=["nothing", "tables"])
def machine(
    blank: Environment, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Office]:
    """Two of them, around a database without a row: without its tables as well, or with."""
    folder = tmp_path_factory.mktemp("machine")
    with copy_of(blank, folder) if request.param else scratch(folder) as environment:
        office = Office(environment)
        try:
            yield office
        finally:
            office.close()


def test_each_town_is_there_once_with_one_first_manager(machine: Office):
    together = 0
    for town in range(TOWNS):
        told = {"region": "Zuid", "municipality": f"Dorp {town}", "code": f"GM{town:04}", "name": "Wil"}
        outcomes = machine.at_once(partial(managing.begin, **told), partial(managing.begin, **told))
        together += overlap(outcomes)
        assert [outcome.sentence for outcome in outcomes] == ["", ""]
        late = ["al een uitnodiging" in outcome.made for outcome in outcomes]
        assert sorted(late) == [False, True], outcomes
        found = machine.alone(partial(managing.begun, code=told["code"]))
        assert found == ONCE | {"asked": ["Wil"]}
    assert machine.alone(partial(looking.complaints)) == []
    assert together >= TOWNS // 2
