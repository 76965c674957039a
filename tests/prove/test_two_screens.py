"""Noor has Vandaag open on two screens at the same moment: she is told once; and makes one address in two tabs."""

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


def test_an_address_is_made_once_and_the_other_tab_hears_of_it(office: Office):
    seen, together = None, 0
    for number in range(1, ROUNDS + 1):
        make = partial(screens.make_address, by="noor", seen=seen)
        outcomes = office.at_once(make, make)
        together += overlap(outcomes)
        (seen,) = [one.made for one in outcomes if not one.refused]
        assert [one.refused for one in outcomes if one.refused] == ["NotNow"]
        assert office.alone(partial(screens.addresses_standing)) == [1, number]
    assert together, "The two were never at it together."
    assert office.alone(partial(looking.complaints)) == []
