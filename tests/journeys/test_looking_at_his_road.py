"""Noor looks at Jayden's road: in the picture at every width, in words, and on paper."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import combinations

import pytest
from playwright.sync_api import Page

from regie.base.clock import day, now
from regie.detention.enums import Arrival, Certainty, HearingKind, HearingOutcome
from tests.cast import Cast
from tests.factories import people
from tests.factories.detention import hear, hold, release
from tests.journeys.conftest import Arrives

WORDS = """picture => [...document.querySelectorAll(picture + ' text')].map(text => {
    const box = text.getBBox(), at = text.getCTM(), frame = text.ownerSVGElement.getCTM();
    const move = frame.inverse().multiply(at);
    return [box.x + move.e, box.y + move.f, box.width, box.height, text.textContent];
})"""
Box = tuple[float, float, float, float, str]


def words_in(page: Page, picture: str) -> list[Box]:
    """Where the browser really put each of the words of a picture, in its units."""
    return page.evaluate(WORDS, picture)


def overlapping(boxes: Sequence[Box]) -> list[tuple[str, str]]:
    """Every two words that lie over each other."""
    return [
        (one[4], other[4])
        for one, other in combinations(boxes, 2)
        if one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] + 3 < other[1] + other[3] - 3
        and other[1] + 3 < one[1] + one[3] - 3
    ]


@pytest.mark.parametrize("how", [{}, {"phone": True}, {"javascript": False}], ids=["desk", "phone", "plain"])
def test_his_road_is_readable_at_every_width(cast: Cast, arrives: Arrives, how: dict[str, bool]):
    # Given Jayden, who was moved, had a hearing, and whose release shifted
    at = now()
    jayden = people.guide(cast, at=at).person
    hold(jayden, at=at, entered_on=day(at) - timedelta(days=140), facility="PI Zuid-Oost, locatie Roermond")
    hold(jayden, at=at, entered_on=day(at) - timedelta(days=30), arrival=Arrival.MOVED, facility="PI Sittard")
    hear(jayden, at=at, happened_on=day(at) - timedelta(days=100), outcome=HearingOutcome.CONTINUED)
    hear(jayden, at=at, happened_on=day(at) + timedelta(days=20), kind=HearingKind.TRIAL)
    for since, ahead, sure in ((90, 200, "unsure"), (40, 230, "expected"), (0, 230, "fixed")):
        release(
            jayden,
            at=at,
            expected_on=day(at) + timedelta(days=ahead),
            certainty=Certainty(sure),
            known_since=day(at) - timedelta(days=since),
        )
    noor = arrives(cast.noor, **how)
    noor.goes_to(f"/jongeren/{jayden.ref}/")
    # Then no words of the picture lie over each other, and none falls out of the frame
    wide, narrow = ".timeline__picture--wide", ".timeline__picture--narrow"
    shown, hidden = (narrow, wide) if how.get("phone") else (wide, narrow)
    assert noor.page.locator(shown).is_visible()
    assert not noor.page.locator(hidden).is_visible()
    if how.get("javascript", True):
        boxes = words_in(noor.page, shown)
        width = 320 if how.get("phone") else 960
        assert not overlapping(boxes)
        assert [box for box in boxes if box[0] < -1 or box[0] + box[2] > width + 1] == []
    noor.shows(f"timeline-{'phone' if how.get('phone') else 'wide'}")
    # And the same stands in words
    noor.opens("De tijdlijn in woorden")
    noor.sees("Overgeplaatst naar PI Sittard", "Zitting: inhoudelijke zitting")
    noor.shows(f"timeline-words-{'phone' if how.get('phone') else 'wide'}")
    # And yesterday nothing was known of him; of today the record opens, marked as old
    noor.clicks("Zoals bekend op een andere dag")
    noor.types({"Van welke dag?": f"{day(at) - timedelta(days=1):%-d-%-m-%Y}"})
    noor.clicks("Bekijken")
    noor.sees("er nog niets over hem bekend")
    noor.types({"Van welke dag?": f"{day(at):%-d-%-m-%Y}"})
    noor.clicks("Bekijken")
    noor.sees("Dit is oude kennis", "Naar wat we nu weten")
    noor.shows(f"timeline-known-{'phone' if how.get('phone') else 'wide'}")
    noor.clicks("Naar wat we nu weten")
    # And on paper too, words and picture
    noor.page.emulate_media(media="print")
    noor.shows("timeline-print")
