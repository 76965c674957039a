"""Noor has Vandaag open on two screens at the same moment: she is told once."""

from functools import partial

import pytest

from tests.prove import acts, looking, screens
from tests.prove.office import Office, overlap

pytestmark = pytest.mark.prove

ROUNDS = 20


def test_what_is_new_is_told_once(office: Office):
    together = 0
    for number in range(1, ROUNDS + 1):
        office.alone(partial(acts.register, by="noor", name=f"Milan {number}"))
        look = partial(screens.look, by="noor")
        outcomes = office.at_once(look, look)
        together += overlap(outcomes)
        assert not [one for one in outcomes if one.refused]
        assert office.alone(partial(screens.most_told)) == [number, 1]
    assert together, "The two were never at it together."
    assert office.alone(partial(looking.complaints)) == []
