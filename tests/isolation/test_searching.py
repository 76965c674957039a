"""Search before create: writing a referral down tells nothing of people that the writer may not see."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from regie.persons.models import Person
from regie.persons.rules import Identity
from regie.trajectories.models import Referral
from tests.isolation.addresses import addresses
from tests.isolation.asking import Answer, Visit, undone
from tests.isolation.scene import GUIDED_HERE, GUIDED_THERE, OPEN_HERE, OPEN_THERE, Scene
from tests.isolation.viewers import VIEWERS

VIEWER = {viewer.name: viewer for viewer in VIEWERS}
BEFORE_BOTH = date(1969, 1, 1)
WHOLE, WITHOUT_BSN, ONLY_BSN, ONLY_NAMES, SWAPPED, MISSPELT, ONLY_BIRTH_DATE = (
    "everything", "names and birth date", "only the BSN", "only the names", "names swapped",
    "names misspelt", "only the birth date",
)  # fmt: skip


def described(identity: Identity, how: str) -> Identity:
    """The same person, as somebody else might describe him."""
    misspelt = replace(
        identity, family_name=f"{identity.family_name}e", given_names=f"{identity.given_names}h", bsn=""
    )
    return {
        WHOLE: identity,
        WITHOUT_BSN: replace(identity, bsn=""),
        ONLY_BSN: Identity("Iemand", "Anders", None, identity.bsn),
        ONLY_NAMES: Identity(identity.given_names, identity.family_name),
        SWAPPED: Identity(identity.family_name, identity.given_names, identity.birth_date),
        MISSPELT: misspelt,
        ONLY_BIRTH_DATE: Identity("Iemand", "Anders", identity.birth_date),
    }[how]


def register(scene: Scene, viewer: str, who: Identity, *, where: Any, same_person: str = "") -> Answer:
    """Sends the form; the answer leaves out what the sender typed himself."""
    (asked,) = [w for a in addresses() if a.name == "desk:register_referral" for w in scene.ways_to(a)]
    visit = Visit(VIEWER[viewer], scene)
    data = {
        "given_names": who.given_names,
        "family_name": who.family_name,
        "birth_date": f"{who.birth_date:%d-%m-%Y}" if who.birth_date else "",
        "bsn": who.bsn,
        "referred_by": "PI",
        "happened_on": "3-5-2026",
        "municipality": where.pk,
        "same_person": same_person,
    }
    answer = visit.ask(asked, "POST", data=data)
    leaks = visit.leaks(answer, asked, "", data)
    assert not leaks, f"{viewer} is told {', '.join(map(str, leaks))}."
    return answer


@pytest.fixture
def hidden(scene: Scene) -> Identity:
    """Somebody whom Noor guides here."""
    person: Person = scene.files[GUIDED_HERE].records["person"]
    return person.identity


class TestAColleagueInTheSameMunicipality:
    @pytest.mark.parametrize("how", [WHOLE, ONLY_BSN])
    def test_the_same_bsn_is_refused_and_names_only_the_colleague(
        self, scene: Scene, hidden: Identity, how: str
    ):
        answer = register(scene, "officer-here", described(hidden, how), where=scene.cast.here)
        assert "Dit BSN staat al bij een jongere in uw gemeente. Overleg met Noor." in answer.told
        assert not answer.changes

    @pytest.mark.parametrize("how", [WITHOUT_BSN, SWAPPED, MISSPELT])
    def test_the_near_certain_says_that_there_is_one_and_names_the_colleague(
        self, scene: Scene, hidden: Identity, how: str
    ):
        answer = register(scene, "officer-here", described(hidden, how), where=scene.cast.here)
        assert "Er is al iemand met deze naam en geboortedatum. Overleg met Noor." in answer.told
        assert not answer.changes

    @pytest.mark.parametrize("how", [ONLY_NAMES, ONLY_BIRTH_DATE])
    def test_the_less_certain_says_nothing_at_all(self, scene: Scene, hidden: Identity, how: str):
        answer = register(scene, "officer-here", described(hidden, how), where=scene.cast.here)
        assert answer.status == 302
        assert "Noor" not in answer.told

    @pytest.mark.parametrize("how", [WHOLE, WITHOUT_BSN, ONLY_NAMES])
    def test_nobody_is_attached_to_a_referral_by_guessing(self, scene: Scene, hidden: Identity, how: str):
        person = scene.files[GUIDED_HERE].records["person"]
        with undone():
            register(
                scene,
                "officer-here",
                described(hidden, how),
                where=scene.cast.here,
                same_person=str(person.ref),
            )
            assert Referral.objects.filter(person=person).count() == 2  # as it was: told, and told better


class TestSomebodyElsewhere:
    @pytest.mark.parametrize("viewer", ["officer-there", "the-officer-who-guides-there"])
    @pytest.mark.parametrize("file", [GUIDED_HERE, OPEN_HERE])
    @pytest.mark.parametrize(
        "how", [WHOLE, WITHOUT_BSN, ONLY_BSN, ONLY_NAMES, SWAPPED, MISSPELT, ONLY_BIRTH_DATE]
    )
    def test_it_is_as_if_he_were_not_there(self, scene: Scene, viewer: str, file: str, how: str):
        who = described(scene.files[file].records["person"].identity, how)
        answer = register(scene, viewer, who, where=scene.cast.elsewhere)
        stranger = register(
            scene, viewer, Identity("Xaveer", "Quispel", BEFORE_BOTH), where=scene.cast.elsewhere
        )
        assert (answer.status, answer.changes) == (stranger.status, stranger.changes) != (200, [])
        assert "Noor" not in answer.told
        assert "dezelfde jongere" not in answer.told

    def test_the_other_municipality_cannot_be_chosen(self, scene: Scene, hidden: Identity):
        for how in (WHOLE, WITHOUT_BSN):
            answer = register(scene, "officer-there", described(hidden, how), where=scene.cast.here)
            assert answer.status == 200
            assert not answer.changes
            assert "Noor" not in answer.told

    def test_who_coordinates_there_too_searches_only_where_he_writes(self, scene: Scene):
        who = scene.files[GUIDED_THERE].records["person"].identity
        answer = register(scene, "officer-here-and-coordinator-there", who, where=scene.cast.here)
        assert answer.status == 302
        assert answer.changes


class TestWhoMayBeSeenIsShown:
    @pytest.mark.parametrize(
        ("viewer", "file"),
        [
            ("the-officer-who-guides-here", GUIDED_HERE),
            ("officer-here", OPEN_HERE),
            ("officer-there", OPEN_THERE),
        ],
    )
    def test_by_his_name_from_his_bsn(self, scene: Scene, viewer: str, file: str):
        known = scene.files[file]
        who = described(known.records["person"].identity, ONLY_BSN)
        answer = register(scene, viewer, who, where=known.municipality)
        assert f"Ja, dit is {known.records['person']}" in answer.told
        assert reverse("desk:register_referral") not in answer.told.partition("\n")[0]


def test_a_bsn_elsewhere_and_here_are_two_people(scene: Scene, hidden: Identity):
    with undone():
        assert register(scene, "officer-there", hidden, where=scene.cast.elsewhere).status == 302
