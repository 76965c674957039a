"""His road on his page: every moment stands in the picture and in words, and sure days look otherwise than unsure ones."""

import re
from datetime import date, datetime, timedelta

from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from regie.desk.pages.person import person_page
from regie.desk.pages.record import record_now
from regie.desk.pages.timeline import Step, Timeline
from regie.detention.enums import Arrival, Certainty, HearingKind, HearingOutcome
from regie.detention.rules import StayFacts, ends, where
from regie.figures.rules import Placed
from tests.cast import TESTER, Cast
from tests.factories import people
from tests.factories.detention import hear, hold, release

TODAY = date(2026, 11, 18)
IN, MOVED = date(2026, 8, 1), date(2026, 10, 1)


def road(trajectory, viewer, now: datetime) -> Timeline:
    return person_page(record_now(trajectory, on=TODAY), viewer=viewer.acting(now)).timeline


def step(timeline: Timeline, what: str) -> Step:
    (found,) = [step for step in timeline.steps if step.what == what]
    return found


def marked(timeline: Timeline, label: str) -> Placed:
    """Where this stands in the wide picture; it stands in the narrow one too."""
    assert label in {one.label for one in timeline.narrow.placed}
    (found,) = [one for one in timeline.wide.placed if one.label == label]
    return found


class TestEverythingStandsInThePictureAndInWords:
    def test_day_one_the_referral_and_the_end(self, cast: Cast, trajectory, now):
        his = road(trajectory, cast.noor, now)
        assert step(his, "Dag één").date_text == "14 november 2026"
        assert marked(his, "Dag één").start < marked(his, "Aangemeld").start
        assert step(his, "Minstens twee jaar").date_text == "14 november 2028"
        assert step(his, "Gepland einde").date_text == "18 november 2028"

    def test_the_least_and_the_planned_end_on_one_day_are_one(self, cast: Cast, now):
        referral = people.refer(cast, at=now, detained_since=TODAY)
        people.weigh(referral, by=cast.noor, at=now)
        trajectory = referral.accept(planned_end=date(2028, 11, 18), by=cast.noor.acting(now), at=now)
        his = road(trajectory, cast.noor, now)
        assert step(his, "Minstens twee jaar").more == "Gepland einde"
        assert not [step for step in his.steps if step.what == "Gepland einde"]

    def test_without_an_approach_the_road_is_drawn_all_the_same(self, cast: Cast, trajectory, now):
        trajectory.started_on = date(1999, 1, 1)  # before any edition
        his = road(trajectory, cast.noor, now)
        assert step(his, "Gepland einde")
        assert not [step for step in his.steps if step.what.startswith("Minstens")]

    def test_the_first_contact(self, cast: Cast, trajectory, now):
        people.meet(trajectory, by=cast.noor, at=now)
        assert marked(road(trajectory, cast.noor, now), "Eerste contact").mark.since == TODAY

    def test_his_stays_each_until_the_next(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN, facility="PI Vught")
        hold(trajectory.person, at=now, entered_on=MOVED, arrival=Arrival.MOVED, facility="PI Sittard")
        his = road(trajectory, cast.noor, now)
        assert step(his, "Binnengekomen in PI Vught").more == "Tot 1 oktober 2026 · Bericht"
        assert step(his, "Overgeplaatst naar PI Sittard").more == "Tot nu · Bericht"
        vught, sittard = marked(his, "PI Vught"), marked(his, "PI Sittard")
        assert vught.end == sittard.start
        assert sittard.end == his.wide.today

    def test_that_he_came_free_and_what_is_not_known(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN, left_on=MOVED, facility="")
        free = step(road(trajectory, cast.noor, now), "Verblijf: inrichting niet bekend")
        assert free.more == "Vrij sinds 1 oktober 2026 · Bericht"

    def test_a_stay_without_a_day_says_so(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now)
        told = step(road(trajectory, cast.noor, now), "Binnengekomen in PI Sittard")
        assert told.more.startswith("Vanaf welke dag is niet bekend")

    def test_hearings_that_were_and_are_to_come_differ_in_shape_and_words(self, cast: Cast, trajectory, now):
        hear(trajectory.person, at=now, happened_on=MOVED, outcome=HearingOutcome.CONTINUED)
        hear(trajectory.person, at=now, happened_on=date(2027, 1, 5), kind=HearingKind.TRIAL)
        his = road(trajectory, cast.noor, now)
        assert "Hij blijft vastzitten" in step(his, "Zitting: raadkamer").more
        assert "Komt nog" in step(his, "Zitting: inhoudelijke zitting").more
        shapes = {one.mark.shape for one in his.wide.placed if one.mark.lane == "Zitting"}
        assert shapes == {"heard", "to-be-heard"}

    def test_a_hearing_of_which_nobody_told_the_outcome(self, cast: Cast, trajectory, now):
        hear(trajectory.person, at=now, happened_on=MOVED)
        assert "Uitkomst nog niet bekend" in step(road(trajectory, cast.noor, now), "Zitting: raadkamer").more

    def test_the_phases_follow_from_the_facts(self, cast: Cast, trajectory, now):
        assert step(road(trajectory, cast.noor, now), "Fase: Kennismaken").more == "Tot nu"

    def test_today_stands_between_what_was_and_what_comes(self, cast: Cast, trajectory, now):
        what = [step.what for step in road(trajectory, cast.noor, now).steps]
        assert what.index("Fase: Kennismaken") < what.index("Vandaag") < what.index("Minstens twee jaar")

    def test_what_lies_far_away_is_counted_and_stands_in_the_list(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=date(2012, 5, 1), facility="JJI Den Hey-Acker")
        his = road(trajectory, cast.noor, now)
        assert his.outside == ""  # that stay still lasts
        hold(
            trajectory.person,
            at=now,
            entered_on=date(2013, 5, 1),
            left_on=date(2013, 6, 1),
            facility="PI Vught",
        )
        hold(trajectory.person, at=now, entered_on=IN)
        his = road(trajectory, cast.noor, now)
        assert his.outside.startswith("2 momenten liggen ver voor of na deze jaren.")
        assert step(his, "Binnengekomen in PI Vught").date_text == "1 mei 2013"


class TestReleaseDatesAreToldApart:
    def tell(self, person, now, since: int, certainty: Certainty, on: date | None) -> None:
        known = TODAY - timedelta(days=since)
        release(person, at=now, expected_on=on, certainty=certainty, known_since=known)

    def test_each_with_its_certainty_and_since_when_it_is_known(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN)
        self.tell(trajectory.person, now, 30, Certainty.UNSURE, date(2027, 6, 1))
        self.tell(trajectory.person, now, 2, Certainty.FIXED, date(2027, 7, 1))
        his = road(trajectory, cast.noor, now)
        former, holds = (
            step(his, "Vrijlating: 1 juni 2027, onzeker"),
            step(his, "Vrijlating: 1 juli 2027, staat vast"),
        )
        assert "Bekend sinds 19 oktober 2026 · Geldt niet meer" in former.more
        assert "Bekend sinds 16 november 2026 · Geldt nu" in holds.more
        assert marked(his, "1 jun 2027").mark.quiet
        assert not marked(his, "1 jul 2027").mark.quiet
        assert marked(his, "1 jun 2027").note == "onzeker, eerder bekend"
        assert marked(his, "1 jul 2027").note == "staat vast"

    def test_any_day_lasts_until_something_else_was_told(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN)
        self.tell(trajectory.person, now, 30, Certainty.ANY_DAY, None)
        self.tell(trajectory.person, now, 10, Certainty.EXPECTED, date(2027, 7, 1))
        his = road(trajectory, cast.noor, now)
        assert marked(his, "Kan elke dag zijn").mark.until == TODAY - timedelta(days=10)
        assert step(his, "Vrijlating: kan elke dag zijn")

    def test_a_day_that_nobody_knows(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN)
        self.tell(trajectory.person, now, 0, Certainty.UNSURE, None)
        his = road(trajectory, cast.noor, now)
        assert step(his, "Vrijlating: dag niet bekend, onzeker")
        assert marked(his, "Dag niet bekend").note == "onzeker"

    def test_no_two_certainties_are_drawn_alike_or_said_alike(self):
        drawn = {
            certainty: re.sub(
                r'class="[^"]*"|\s',
                "",
                render_to_string(
                    "components/timeline_shape.html", {"shape": certainty.value, "x": 1, "y": 1}
                ),
            )
            for certainty in Certainty
        }
        assert len(set(drawn.values())) == len(Certainty)
        assert len({certainty.label for certainty in Certainty}) == len(Certainty)


class TestStaysEndWhereTheNextBegins:
    def test_as_where_says(self):
        stays = [
            StayFacts(Arrival.ENTERED, IN),
            StayFacts(Arrival.MOVED, MOVED, left_on=TODAY),
            StayFacts(Arrival.MOVED, MOVED - timedelta(days=9)),
        ]
        assert ends(stays) == [MOVED - timedelta(days=9), TODAY, MOVED]
        for place, (stay, end) in enumerate(zip(stays, ends(stays), strict=True)):
            assert where(stays, on=stay.since) == place
            assert where(stays, on=end - timedelta(days=1)) == place
            assert where(stays, on=end) != place

    def test_the_last_one_has_no_end(self):
        assert ends([StayFacts(Arrival.ENTERED, IN)]) == [None]


class TestThePageShowsIt:
    def test_both_pictures_and_the_words(self, trajectory, noor: Client, now):
        page = noor.get(reverse("desk:person", args=[trajectory.person.ref])).content.decode()
        assert page.count('role="img"') == 2
        assert "Tijdlijn van Jayden Muller. Hetzelfde staat eronder in woorden." in page
        assert "De tijdlijn in woorden" in page

    def test_who_guides_him_finds_the_way_to_tell_it_better_there(
        self, cast: Cast, trajectory, noor: Client, fatima: Client, now
    ):
        stay = hold(trajectory.person, at=now, entered_on=IN)
        way = reverse("desk:correct_stay", args=[trajectory.person.ref, stay.ref])
        his = reverse("desk:person", args=[trajectory.person.ref])
        assert way in noor.get(his).content.decode()
        assert way not in fatima.get(his).content.decode()

    def test_what_was_withdrawn_is_gone(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN, facility="PI Vught").withdraw(by=TESTER, at=now)
        assert "PI Vught" not in str(road(trajectory, cast.noor, now))

    def test_words_of_others_cannot_become_markup(self, trajectory, noor: Client, now):
        hold(trajectory.person, at=now, entered_on=IN, facility="<b>PI</b>")
        page = noor.get(reverse("desk:person", args=[trajectory.person.ref])).content.decode()
        assert "<b>PI" not in page
        assert "&lt;b&gt;PI" in page
