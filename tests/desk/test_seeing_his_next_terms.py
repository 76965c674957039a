"""What his terms ask in the next four weeks stands on his own page, loud and quiet."""

import re
from datetime import date, datetime, timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.clocks.enums import HandlingKind
from regie.desk.pages.next_terms import CALM, MOST, TermsCard, terms_card
from regie.desk.pages.record import record_now, record_then
from regie.detention.enums import Regime
from regie.plans.enums import MeasuredAt
from regie.trajectories.enums import ArrangementState
from regie.trajectories.enums import CircumstanceValue as Value
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import people
from tests.factories.detention import hear, hold, release, sentence
from tests.factories.readings import measure
from tests.factories.terms import handle

DAY = timedelta(days=1)


@pytest.fixture
def inside(trajectory: Trajectory, now) -> Trajectory:
    """Jayden came in four days ago and has half a year to serve."""
    hold(trajectory.person, at=now, entered_on=day(now) - 4 * DAY, regime=Regime.ADULT)
    sentence(trajectory.person, at=now, months=6)
    return trajectory


def card(trajectory: Trajectory, at: datetime) -> TermsCard:
    return terms_card(record_now(Trajectory.objects.get(pk=trajectory.pk), on=day(at)), mine=True)


def titles(trajectory: Trajectory, at: datetime) -> list[str]:
    return [item.term for item in card(trajectory, at).items]


def page(trajectory: Trajectory, client: Client) -> str:
    found = client.get(reverse("desk:person", args=[trajectory.person.ref])).content.decode()
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found)).split())


class TestItShows:
    def test_what_is_loud_and_what_is_quiet_the_soonest_first(self, cast: Cast, inside, now, noor: Client):
        people.situate(inside, Value.INSURED, by=cast.noor, at=now)
        found = titles(inside, now)
        assert {"Eerste contact met hem", "Zorgverzekering laten stilzetten"} <= set(found)
        first = card(inside, now).items[0]
        assert first.url == reverse("desk:handle_term", args=[inside.person.ref, *_key(first.url)])
        text = page(inside, noor)
        assert f"Termijnen Alle termijnen {first.term} {first.description}" in text

    def test_nothing_of_another_and_nothing_far_away(self, cast: Cast, inside, now):
        hear(inside.person, at=now, happened_on=day(now) + 40 * DAY)
        all_of_it = " ".join(titles(inside, now))
        assert "screening" not in all_of_it
        assert "Zitting" not in all_of_it
        hear(inside.person, at=now, happened_on=day(now) + DAY)
        assert titles(inside, now)[0] == "Zitting voorbereiden"

    def test_of_all_that_are_open_none_of_another_and_none_far_away(self, inside, now, monkeypatch):
        monkeypatch.setattr("regie.desk.pages.next_terms.MOST", 99)
        release(inside.person, at=now, expected_on=day(now) + 21 * DAY)
        found = titles(inside, now)
        assert "Gesprek en screening in de inrichting" not in found
        assert "Eindverlof kan beginnen" not in found
        assert "Bankrekening gebruiken" not in found
        assert "Eerste contact met hem" in found

    def test_six_at_most_and_how_many_more(self, inside, now):
        shown = card(inside, now)
        assert len(shown.items) == MOST
        assert re.fullmatch(r"En nog (1 andere|\d+ andere)\.", shown.more)

    def test_one_less_when_it_is_done_not_needed_or_put_off(self, cast: Cast, trajectory, now):
        assert "Eerste contact met hem" in titles(trajectory, now)
        handle(trajectory, "first_contact", by=cast.noor, at=now, kind=HandlingKind.NOT_NEEDED)
        assert "Eerste contact met hem" not in titles(trajectory, now)

    def test_that_there_is_none(self, cast: Cast, trajectory, now):
        for item in ("first_night", "money", "phone", "medicines", "picked_up"):  # done where the list stands
            people.arrange(trajectory, item, ArrangementState.ARRANGED, by=cast.noor, at=now)
        for moment in MeasuredAt:  # done where they are measured
            measure(trajectory, moment, by=cast.noor, at=now)
        while (left := card(trajectory, now)).items:
            for item in left.items:
                handle(trajectory, _key(item.url)[0], by=cast.noor, at=now, kind=HandlingKind.NOT_NEEDED)
        assert left.more == CALM

    def test_the_coordinator_reads_it_and_handles_it_where_all_terms_stand(self, inside, now, fatima: Client):
        assert card(inside, now).items[0].term in page(inside, fatima)
        raw = fatima.get(reverse("desk:person", args=[inside.person.ref])).content.decode()
        assert "/termijnen/" in raw
        assert card(inside, now).items[0].url not in raw


class TestItDoesNotShow:
    def test_on_a_day_in_the_past(self, cast: Cast, trajectory, now):
        him = Trajectory.objects.get(pk=trajectory.pk)
        then = record_then(him, him.guidance(), on=day(now))
        assert then is not None
        assert terms_card(then, mine=True) is None

    def test_before_any_approach_held(self, trajectory):
        assert terms_card(record_now(trajectory, on=date(2023, 12, 31)), mine=True) is None


def _key(url: str) -> tuple[str, str]:
    code, occurrence = url.rstrip("/").split("/")[-2:]
    return code, occurrence
