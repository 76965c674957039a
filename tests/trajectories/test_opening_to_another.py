"""What opens to who is involved: only of his domains, only what the ground can carry, and never what is shared by hand."""

import pytest

from regie.approach.enums import Carried
from regie.plans.models import Goal, GoalResult, Step, StepMark
from regie.privacy.declarations import Kind, Shared
from regie.trajectories.enums import Withheld
from regie.trajectories.rules import Part, Thing, opened

ALL = tuple(Carried)
GOAL = Thing(
    "Doelen",
    Shared.DOMAIN,
    "housing",
    (
        Part("wanneer", Kind.PERSONAL, "Nu"),
        Part("leefgebied", Kind.SPECIAL, "Wonen"),
        Part("wat er staat", Kind.CRIMINAL, "Ik wil een eigen plek."),
    ),
)


def words(opening) -> list[str]:
    return [part.words for thing in opening.seen for part in thing.parts]


@pytest.mark.parametrize(
    ("carries", "seen", "withheld"),
    [
        (ALL, ["Nu", "Wonen", "Ik wil een eigen plek."], {}),
        (
            (Carried.PERSONAL, Carried.SPECIAL),
            ["Nu", "Wonen"],
            {Withheld.CRIMINAL: ("Doelen: wat er staat",)},
        ),
        (
            (Carried.PERSONAL, Carried.CRIMINAL),
            ["Nu", "Ik wil een eigen plek."],
            {Withheld.SPECIAL: ("Doelen: leefgebied",)},
        ),
        (
            (Carried.PERSONAL,),
            ["Nu"],
            {Withheld.SPECIAL: ("Doelen: leefgebied",), Withheld.CRIMINAL: ("Doelen: wat er staat",)},
        ),
    ],
)
def test_only_what_the_ground_carries(carries, seen, withheld):
    opening = opened([GOAL], domains=["housing"], carries=carries)
    assert words(opening) == seen
    assert opening.withheld == withheld


@pytest.mark.parametrize("domain", ["care", ""])
def test_nothing_of_another_domain_or_of_none(domain: str):
    thing = Thing("Doelen", Shared.DOMAIN, domain, GOAL.parts)
    opening = opened([thing], domains=["housing"], carries=ALL)
    assert not opening.seen
    assert opening.withheld == {Withheld.DOMAIN: ("Doelen",)}


@pytest.mark.parametrize(
    ("shared", "why"), [(Shared.EXPLICIT, Withheld.EXPLICIT), (Shared.NEVER, Withheld.NEVER)]
)
def test_what_is_shared_by_hand_or_never_stays_closed_on_every_ground(shared: Shared, why: Withheld):
    thing = Thing("Papieren", shared, "housing", GOAL.parts)
    opening = opened([thing], domains=["housing"], carries=ALL)
    assert not opening.seen
    assert opening.withheld == {why: ("Papieren",)}


def test_that_of_which_nothing_may_be_told_is_not_there_at_all_and_each_is_named_once():
    secret = Thing("Doelen", Shared.DOMAIN, "housing", GOAL.parts[2:])
    opening = opened([secret, secret], domains=["housing"], carries=[Carried.PERSONAL])
    assert not opening.seen
    assert opening.withheld == {Withheld.CRIMINAL: ("Doelen: wat er staat",)}


def test_ordinary_words_always_go_with_it():
    thing = Thing("Stappen", Shared.DOMAIN, "housing", (Part("soort", Kind.ORDINARY, "Stap"),))
    assert words(opened([thing], domains=["housing"], carries=[])) == ["Stap"]


def test_his_goals_and_steps_are_of_a_domain():
    assert {one.privacy.shared for one in (Goal, GoalResult, Step, StepMark)} == {Shared.DOMAIN}
