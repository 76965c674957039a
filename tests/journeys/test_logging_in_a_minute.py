"""Noor writes a visit down on her phone: from Vandaag to saved in four taps, with and without JavaScript."""

from datetime import datetime

import pytest

from regie.contacts.models import ContactMoment
from tests.cast import Cast
from tests.factories import people
from tests.journeys.conftest import Arrives

MOST_TAPS = 4


@pytest.mark.parametrize("javascript", [True, False])
def test_from_today_to_written_down(cast: Cast, arrives: Arrives, now: datetime, javascript: bool):
    trajectory = people.guide(cast, at=now)
    noor = arrives(cast.noor, phone=True, javascript=javascript)
    noor.goes_to("/vandaag/")
    taps = 0
    for name in ("Contact vastleggen", str(trajectory.person)):
        noor.clicks(name)
        taps += 1
    noor.types({"Wat wilt u onthouden?": "Hij wil rust."})
    noor.chooses("Bezoek in de PI")
    taps += 1
    noor.shows("one-minute")
    noor.clicks("Opslaan")
    taps += 1
    noor.sees("Contact vastgelegd.", "Hij wil rust.")
    assert taps <= MOST_TAPS
    told = ContactMoment.objects.current().get()
    assert (told.kind, told.outcome, told.happened_on) == ("prison_visit", "made", now.date())


def test_what_is_refused_in_the_fold_stands_open(cast: Cast, arrives: Arrives, now: datetime):
    trajectory = people.guide(cast, at=now)
    noor = arrives(cast.noor, phone=True, javascript=False)
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/contacten/nieuw/")
    noor.chooses("Bezoek in de PI")
    noor.opens("Meer vastleggen")
    noor.types({"Hoeveel minuten?": "lang", "Zijn woorden": "Ik wil rust."})
    noor.clicks("Opslaan")
    noor.sees("Vul een getal in, bijvoorbeeld 45.")
    noor.types({"Hoeveel minuten?": "45"})
    noor.clicks("Opslaan")
    noor.sees("Zijn woorden:", "Ik wil rust.", "45 minuten")
