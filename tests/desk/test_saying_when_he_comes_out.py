"""A release in words: how long it takes, how sure it is, what makes its day awkward, and how it came nearer."""

from datetime import date, timedelta

import pytest

from regie.approach.queries import approach_for
from regie.clocks.enums import Hitch
from regie.clocks.queries import ReleaseWeek
from regie.clocks.rules import hitches
from regie.desk.pages.release_words import awkward, certainty, countdown, late, moved, named
from regie.detention.enums import Certainty, ReleaseKind
from regie.detention.queries import Release
from regie.detention.rules import Moved
from tests.cast import Cast

DAY = timedelta(days=1)
FRIDAY, MONDAY = date(2026, 7, 10), date(2026, 7, 20)


class TestTheWordsOfTheDay:
    @pytest.mark.parametrize(
        ("day", "on", "words"),
        [
            (FRIDAY, date(2026, 7, 6), "Nog 4 dagen: vrijdag 10 juli 2026."),
            (FRIDAY, date(2026, 7, 9), "Morgen: vrijdag 10 juli 2026."),
            (FRIDAY, FRIDAY, "Vandaag: vrijdag 10 juli 2026."),
            (FRIDAY, date(2026, 7, 11), "Hij had op vrijdag 10 juli 2026 vrij moeten zijn."),
            (None, FRIDAY, "Er is nog geen datum van vrijlating bekend."),
        ],
    )
    def test_how_long_it_takes(self, day: date | None, on: date, words: str):
        assert countdown(week(day, on=on)) == words

    def test_how_sure_it_is_and_from_when(self):
        assert certainty(week(FRIDAY)) == "De datum wordt verwacht, maar staat niet vast."
        assert certainty(week(FRIDAY, earliest=date(2026, 7, 8))).endswith("Op zijn vroegst op 8 juli 2026.")
        assert certainty(week(FRIDAY, earliest=date(2026, 7, 1))).endswith("Eerder vrijkomen kan nu al.")
        assert "Vraag naar de nieuwe datum." in certainty(week(FRIDAY, on=MONDAY))
        assert certainty(week(None)) == ""

    @pytest.mark.parametrize(
        ("day", "found", "words"),
        [
            (date(2026, 7, 9), (), ""),
            (FRIDAY, (Hitch.FRIDAY,), "Het is dan vrijdag. Wat die dag niet lukt, blijft liggen. Daarna is maandag 13 juli 2026 de eerste werkdag."),
            (date(2026, 7, 11), (Hitch.WEEKEND,), "Het is dan weekend. De meeste loketten zijn die dag dicht."),
            (date(2026, 4, 27), (Hitch.HOLIDAY,), "Het is dan een feestdag. De meeste loketten"),
            (date(2026, 5, 13), (Hitch.EVE,), "De dag erna is een feestdag. Wat die dag niet lukt, blijft liggen. Daarna is vrijdag 15 mei"),
            (date(2027, 5, 4), (Hitch.EVE,), "De dag erna is een feestdag."),
            (date(2026, 12, 25), (Hitch.HOLIDAY, Hitch.FRIDAY, Hitch.EVE), "Het is dan een feestdag, het is dan vrijdag en de dag erna is een feestdag. De meeste"),
        ],
    )  # fmt: skip
    def test_what_makes_it_awkward(self, day: date, found: tuple[Hitch, ...], words: str):
        assert hitches(day) == found
        assert awkward(week(day, on=day)).startswith(words)
        assert awkward(week(day, on=day + DAY)) == ""

    def test_how_it_came_nearer(self):
        title, text = moved(Moved(MONDAY, FRIDAY), 3)
        assert title == "De vrijlating kwam 10 dagen naar voren"
        assert (
            text == "Het was maandag 20 juli 2026. Nu is het vrijdag 10 juli 2026. Nog 3 dingen te regelen."
        )
        assert moved(Moved(MONDAY, None), 1)[1].endswith("Nu is het elke dag. Nog 1 ding te regelen.")

    def test_what_is_open_by_name_when_it_is_not_much(self, cast: Cast):
        items = approach_for(cast.here, on=FRIDAY).release_items
        assert named(items[:2]).startswith("Open: Identiteitsbewijs bij zijn spullen en Sleutels of een bed")
        assert named(items).endswith("en nog 5.")
        assert named([]) == ""

    def test_a_day_by_which_it_is_too_late(self):
        assert late(FRIDAY, MONDAY, on=MONDAY) == "die dag is voorbij"
        assert late(MONDAY, FRIDAY, on=FRIDAY) == "dat is na zijn vrijlating"
        assert late(FRIDAY, MONDAY, on=FRIDAY) == late(FRIDAY, None, on=FRIDAY) == ""


def week(expected: date | None, *, on: date = date(2026, 7, 6), earliest: date | None = None) -> ReleaseWeek:
    """A release as the words are asked of it."""
    told = Release(None, expected, ReleaseKind.UNKNOWN, Certainty.EXPECTED, on) if expected else None
    return ReleaseWeek(on, told, False, lambda: earliest, None, (), {})
