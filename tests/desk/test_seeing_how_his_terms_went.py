"""How his terms went: on time, too late, not needed, or nobody can say."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.approach.actions import load
from regie.clocks.actions import judge_terms
from regie.clocks.enums import HandlingKind
from regie.clocks.queries import judgements_of
from regie.desk.pages.terms import terms_page
from regie.detention.enums import Regime
from regie.trajectories.models import Trajectory
from regie.ui.words import written
from tests.cast import TESTER, Cast
from tests.factories.approaches import shipped
from tests.factories.detention import hear, hold, release, sentence
from tests.factories.terms import handle

TODAY = date(2026, 11, 18)
DAY, IN, OUT = timedelta(days=1), date(2026, 11, 14), date(2027, 5, 17)


@pytest.fixture
def inside(trajectory: Trajectory, now) -> Trajectory:
    """Jayden came in four days ago and has half a year to serve."""
    hold(trajectory.person, at=now, entered_on=IN, regime=Regime.ADULT)
    sentence(trajectory.person, at=now, months=6)
    release(trajectory.person, at=now, expected_on=OUT)
    return trajectory


def address(trajectory: Trajectory) -> str:
    return reverse("desk:terms", args=[trajectory.person.ref])


def test_in_words_with_the_day_and_what_it_rested_on(cast: Cast, inside, now, noor: Client):
    handle(inside, "first_contact", by=cast.noor, at=now)
    handle(inside, "home", by=cast.noor, at=now, kind=HandlingKind.NOT_NEEDED)
    judge_terms(by=TESTER, at=now + 8 * DAY)
    judged = {item.term: item for item in terms_page(inside, on=TODAY, mine=True).judged}
    done = judged["Eerste contact met hem"]
    assert done.description == "Op tijd. Uiterlijk 25 november 2026. Gedaan op 18 november 2026."
    assert done.more == "Aangemeld: 18 november 2026. Zo was het bekend op 18 november 2026."
    assert judged["Huur opzeggen of laten doorbetalen"].description.startswith("Niet nodig.")
    unknown = judged["Detentie melden bij UWV"]
    assert unknown.description == "Niet te zeggen. Uiterlijk 20 november 2026."
    text = noor.get(address(inside)).content.decode()
    assert "Hoe het ging" in text
    assert done.description in text
    assert "niet over hem" in text


def test_the_newest_first_and_twenty_at_most(inside, now):
    for weeks in range(1, 30, 3):
        hear(inside.person, at=now, happened_on=TODAY + timedelta(weeks=weeks))
    while judge_terms(by=TESTER, at=now + timedelta(weeks=31)).left:
        pass
    shown = terms_page(inside, on=TODAY, mine=True).judged
    assert len(shown) == 20
    days = [one.judged_for for one in judgements_of(inside, most=99)]
    assert len(days) > 20
    assert shown[0].more.endswith(f"Zo was het bekend op {written(max(days))}.")


def test_of_a_rule_that_is_no_more_as_it_was_called_then(cast: Cast, inside, now):
    handle(inside, "first_contact", by=cast.noor, at=now)
    text = shipped("national")
    without = text[: text.index("  deadlines.first_contact:")].rstrip() + "\n"
    load(without, filename="national.yaml", by=TESTER, at=now)
    shown = terms_page(inside, on=TODAY, mine=True)
    assert shown.groups == ()
    assert [item.term for item in shown.judged] == ["Eerste contact met hem"]


def test_while_nothing_was_judged_it_says_nothing(inside, noor: Client):
    assert terms_page(inside, on=TODAY, mine=True).judged == ()
    assert "Hoe het ging" not in noor.get(address(inside)).content.decode()
