"""Rosa and Roos keep the programme at the same moment, each in a process of her own, on one database."""

import uuid
from collections.abc import Iterator
from functools import partial

import pytest

from tests.prove import acts, looking, measured
from tests.prove.office import Asked, Office, in_rounds

pytestmark = pytest.mark.prove

ROUNDS = 12
FIGURES = 20
ALL = [{"new": FIGURES}, {"same": FIGURES}]
SAME = "Er is niets gewijzigd sinds versie {0}. Een nieuwe versie is niet nodig."


@pytest.fixture(scope="module", autouse=True)
def roos_keeps_it_too(office: Office) -> None:
    """Beside Rosa."""
    office.alone(partial(acts.hire, name="Roos", role="programme_manager"))


@pytest.fixture(autouse=True)
def afterwards_all_is_sound(office: Office) -> Iterator[None]:
    yield
    assert office.alone(partial(looking.complaints)) == []


def test_one_file_with_figures_brought_in_by_two_is_there_once(office: Office):
    lines = "".join(f"{2000 + year};GM1883;2026;Eigen telling;{year}\n" for year in range(FIGURES))
    definitions: list[int] = [
        office.alone(partial(measured.define_indicator, by="rosa", name=f"Indicator {turn}"))
        for turn in range(ROUNDS)
    ]

    def rounds() -> Iterator[tuple[Asked, Asked]]:
        for definition in definitions:
            told = {"definition": definition, "text": f"periode;gebied;uitgave;bron;waarde\n{lines}"}
            act = measured.bring_figures_in
            yield partial(act, by="rosa", **told), partial(act, by="roos", **told)

    for definition, outcomes in zip(definitions, in_rounds(office, rounds()), strict=True):
        assert [outcome.made for outcome in outcomes] in (ALL, ALL[::-1])
        there = office.alone(partial(measured.figures_there, definition=definition))
        assert there == [FIGURES, 1, 1]


def test_one_page_published_by_two_is_one_version(office: Office):
    page = office.alone(partial(measured.begin_page, by="rosa", name="Straatcoach"))

    def rounds() -> Iterator[tuple[Asked, Asked]]:
        for turn in range(ROUNDS):
            office.alone(partial(measured.write_link, by="rosa", page=page, title=f"Meer {turn}"))
            act = measured.publish_page
            yield partial(act, by="rosa", page=page), partial(act, by="roos", page=page)

    for turn, outcomes in enumerate(in_rounds(office, rounds()), start=1):
        (made,) = [outcome.answer for outcome in outcomes if not outcome.refused]
        (late,) = [outcome for outcome in outcomes if outcome.refused]
        assert (late.refused, late.sentence) == ("NotValid", SAME.format(turn))
        assert made == turn
        there = office.alone(partial(measured.published_there, page=page))
        assert there == [[*range(1, turn + 1)], turn]


def test_one_click_that_comes_in_twice_is_one_version(office: Office):
    page = office.alone(partial(measured.begin_page, by="rosa", name="Jongerenwerk"))

    def rounds() -> Iterator[tuple[Asked, Asked]]:
        for turn in range(ROUNDS):
            office.alone(partial(measured.write_link, by="rosa", page=page, title=f"Meer {turn}"))
            sent = partial(measured.publish_page, by="rosa", page=page, submission=str(uuid.uuid4()))
            yield sent, sent

    for turn, outcomes in enumerate(in_rounds(office, rounds()), start=1):
        assert [outcome.made for outcome in outcomes] == [turn, turn]
    there = office.alone(partial(measured.published_there, page=page))
    assert there == [[*range(1, ROUNDS + 1)], ROUNDS]
