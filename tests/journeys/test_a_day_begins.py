"""Noor begins her day: Vandaag says what cannot wait and why, and she says what she did."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from regie.base.clock import day, now
from regie.clocks.models import Handling
from regie.ui.words import written
from tests.cast import Cast
from tests.factories import people
from tests.factories.detention import hear, hold, sentence
from tests.journeys.conftest import Arrives


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({}, id="at a desk"),
        pytest.param({"phone": True}, id="on a phone"),
        pytest.param({"javascript": False}, id="without JavaScript"),
    ],
)
def test_noor_puts_off_what_can_wait(cast: Cast, arrives: Arrives, how: dict[str, bool]):
    # Given Jayden, who came in five weeks ago for nine months and comes before a judge tomorrow
    trajectory = people.guide(cast, at=now())
    people.meet(trajectory, by=cast.noor, at=now())
    hold(trajectory.person, at=now(), entered_on=day(now()) - timedelta(weeks=5))
    sentence(trajectory.person, at=now(), months=9)
    hear(trajectory.person, at=now(), happened_on=day(now()) + timedelta(days=1))
    noor = arrives(cast.noor, **how)
    # When Noor comes in
    noor.goes_to("/")
    noor.sees("Vandaag", "3 dingen zijn nu nodig", "Zitting voorbereiden", "Jayden Muller")
    noor.shows("vandaag")
    # And asks why the first thing stands there
    noor.page.get_by_text("Waarom").first.click()
    noor.sees("Wie te laat meldt, moet toeslag terugbetalen.")
    # And puts off his home, but forgets until when
    noor.page.get_by_role("link", name=re.compile("Afhandelen.*Huur opzeggen")).click()
    noor.page.get_by_label("Later: stel het uit").check()
    noor.types({"Waarom?": "Zijn zus zoekt mee."})
    noor.clicks("Vastleggen")
    noor.sees("Kies een dag na vandaag.", "Zijn zus zoekt mee.")
    noor.types({"Uitstellen tot welke dag?": f"{day(now()) + timedelta(days=5):%d-%m-%Y}"})
    noor.shows("termijn-afhandelen")
    noor.clicks("Vastleggen")
    # Then it is gone from her day, and comes back then
    noor.sees("Uitgesteld. Die dag staat het er weer.", "2 dingen zijn nu nodig")
    # But the hearing cannot be put off
    noor.page.get_by_role("link", name=re.compile("Afhandelen.*Zitting voorbereiden")).click()
    noor.sees("Zitting voorbereiden", "Het is niet nodig")
    expect(noor.page.get_by_label("Later: stel het uit")).to_have_count(0)
    expect(noor.field("Uitstellen tot welke dag?")).to_have_count(0)
    noor.page.get_by_label("Het is gedaan").check()
    noor.clicks("Vastleggen")
    noor.sees("1 ding is nu nodig")
    assert Handling.objects.count() == 2
    # And on the page with his terms stands how that one went
    noor.goes_to(reverse("desk:terms", args=[trajectory.person.ref]))
    noor.sees("Hoe het ging", "Dit gaat over de termijnen, niet over hem.")
    noor.sees(f"Gedaan op {written(day(now()))}.")
    noor.shows("hoe-het-ging")
