"""He comes out earlier than Noor thought: her day says so, a referral waits beside it, and the rule is easily found."""

import re
from datetime import timedelta

import pytest

from regie.base.clock import day, now
from regie.persons.rules import Identity
from tests.cast import Cast
from tests.factories import people
from tests.factories.detention import hold, release, sentence
from tests.factories.terms import look
from tests.journeys.conftest import Arrives

WEEK, DAY = timedelta(weeks=1), timedelta(days=1)


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({}, id="at a desk"),
        pytest.param({"phone": True}, id="on a phone"),
        pytest.param({"javascript": False}, id="without JavaScript"),
    ],
)
def test_noor_does_not_miss_it(cast: Cast, arrives: Arrives, how: dict[str, bool]):
    # Given Jayden, who comes out in four weeks: so Noor read yesterday
    at = now()
    jayden = people.guide(cast, at=at - WEEK)
    people.meet(jayden, by=cast.noor, at=at - WEEK)
    hold(jayden.person, at=at - WEEK, entered_on=day(at) - 20 * WEEK)
    sentence(jayden.person, at=at - WEEK, months=18)
    release(jayden.person, at=at - WEEK, expected_on=day(at) + 4 * WEEK)
    look(cast.noor, at=at - DAY)
    # And this morning the facility says that it is next week, and tells of somebody else
    release(jayden.person, at=at, expected_on=day(at) + WEEK)
    people.refer(cast, at=at, who=Identity("Kevin", "Smeets"))
    noor = arrives(cast.noor, **how)
    # When Noor comes in, then she reads which day it was
    noor.goes_to("/")
    noor.sees("Vrijlating voorbereiden", "Eerder dan u dacht: was")
    # And that Kevin is new, with the way to weigh him
    noor.sees("Aanmelding wegen", "Nieuw", "Kevin Smeets")
    noor.page.get_by_role("link", name=re.compile("Wegen.*Kevin Smeets")).click()
    noor.looks()
    noor.sees("Leeftijd niet bekend")
    # And when she looks again today, it is still said
    noor.goes_to("/")
    noor.sees("Eerder dan u dacht: was", "Nieuw")
    # And the rule is found by its name, among those of whose act it is
    noor.goes_to("/aanpak/termijnen/")
    noor.opens("Dit doet u (")
    noor.page.locator("#regels").get_by_role("link", name="Aanmelding wegen").click()
    noor.looks()
    assert noor.page.url.endswith("#referral_weighed")
    noor.sees("Wie is aangemeld, hoort snel of hij een officier krijgt.")
