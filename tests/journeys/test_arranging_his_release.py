"""His release moves from a Monday to a Friday ten days earlier, with an open request for his identity card."""

import re
from datetime import timedelta

import pytest

from regie.base.clock import day, now
from regie.ui.words import on_weekday
from tests.cast import Cast
from tests.clocks.test_supplying_what_was_arranged import ALL
from tests.factories import people
from tests.factories.detention import hold, release, sentence
from tests.journeys.conftest import Arrives

WEEK, DAY = timedelta(weeks=1), timedelta(days=1)
CARD = "Identiteitsbewijs bij zijn spullen"
FRIDAY = 4


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({}, id="at a desk"),
        pytest.param({"phone": True}, id="on a phone"),
        pytest.param({"javascript": False}, id="without JavaScript"),
    ],
)
def test_noor_arranges_what_is_open_before_he_is_free(cast: Cast, arrives: Arrives, how: dict[str, bool]):
    # Given Jayden, who comes out on a Monday; all is arranged but his card, which the municipality sees to
    at = now()
    friday = day(at) + DAY * (7 + FRIDAY - day(at).weekday())
    monday = friday + 10 * DAY
    jayden = people.guide(cast, at=at - WEEK)
    people.meet(jayden, by=cast.noor, at=at - WEEK)
    hold(jayden.person, at=at - WEEK, entered_on=day(at) - 20 * WEEK)
    sentence(jayden.person, at=at - WEEK, months=18)
    release(jayden.person, at=at - WEEK, expected_on=monday)
    for item in ALL:
        state, due = (
            ("open", {"owner": "municipality", "due_on": monday}) if item == "identity" else ("arranged", {})
        )
        people.arrange(jayden, item, state, by=cast.noor, at=at - DAY, **due)
    # And the form of his card, open in a tab since this morning
    noor, tab = arrives(cast.noor, **how), arrives(cast.noor, **how)
    noor.goes_to("/vandaag/")
    noor.does_not_see("naar voren")
    tab.goes_to(f"/jongeren/{jayden.person.ref}/vrijlating/")
    tab.page.get_by_role("link", name=re.compile(f"Bijwerken.*{CARD}")).click()
    tab.looks()
    tab.types({"Wat moet een collega nog weten?": "De pas ligt bij de receptie."})
    # When the facility says that it is a Friday, ten days earlier
    release(jayden.person, at=now(), expected_on=friday)
    # Then that is the first thing she reads, and it leads to the list
    noor.goes_to("/vandaag/")
    noor.sees("Jayden Muller: de vrijlating kwam 10 dagen naar voren")
    noor.sees(f"Het was {on_weekday(monday)}. Nu is het {on_weekday(friday)}. Nog 1 ding te regelen.")
    noor.clicks("Naar de lijst")
    noor.sees("De vrijlating kwam 10 dagen naar voren", "Het is dan vrijdag.", "dat is na zijn vrijlating")
    # When she says in the old tab that it is arranged, with a day that is no day, then what she typed stays
    tab.answers("Hoe staat het ervoor?", "Geregeld")
    tab.types({"Vóór welke dag": "straks"})
    tab.clicks("Opslaan")
    tab.sees("Dit is geen datum.")
    assert tab.field("Wat moet een collega nog weten?").input_value() == "De pas ligt bij de receptie."
    tab.types({"Vóór welke dag": f"{friday - DAY:%d-%m-%Y}"})
    tab.clicks("Opslaan")
    # Then nothing is lost, and the signal is gone everywhere
    tab.sees(f"{CARD}: vastgelegd.", "De pas ligt bij de receptie.")
    tab.does_not_see("naar voren")
    noor.goes_to("/vandaag/")
    noor.does_not_see("naar voren")
    noor.goes_to(f"/jongeren/{jayden.person.ref}/")
    noor.does_not_see("naar voren")
    noor.sees("Alles is geregeld.")
