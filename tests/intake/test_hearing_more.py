"""A later message about somebody who is guided becomes facts, and nothing twice."""

from datetime import date

import pytest

from regie.base.clock import day
from regie.detention.enums import Title
from regie.detention.models import ReleaseDate, Sentence, Stay
from regie.detention.models.sentence import SentenceAccount
from regie.detention.models.stay import StayAccount
from regie.detention.queries import facilities
from regie.intake.enums import FreeDay
from regie.trajectories.actions import Again, tell_detained_again, tell_detention
from regie.trajectories.models import Referral
from tests.cast import Cast
from tests.factories.messages import come_in
from tests.intake.test_confirming import RELEASE, SENTENCE, confirm


class TestOfWhoIsGuided:
    def test_it_becomes_facts_and_no_referral(self, cast: Cast, trajectory, message, now):
        known = trajectory.person
        told = {"detained_since": date(2026, 11, 12), "facility": "PI Sittard", "told": "Zijn hond."}
        confirm(message, cast.noor, at=now, known=known, told=told, sentence=SENTENCE, release=RELEASE)
        assert Stay.objects.current().get().entered_on == date(2026, 11, 12)
        assert Sentence.objects.count() == ReleaseDate.objects.count() == 1
        assert "Zijn hond." in Referral.objects.current().get().told

    def test_one_detail_more_makes_the_stay_better_and_no_second(self, cast: Cast, trajectory, message, now):
        known, when = trajectory.person, {"detained_since": date(2026, 11, 12)}
        confirm(message, cast.noor, at=now, known=known, told=when)
        (later,) = come_in("Naam: Jayden Muller\nInrichting: PI Vught", cast, at=now)
        confirm(later, cast.noor, at=now, known=known, told={**when, "facility": "PI Vught"})
        stay = Stay.objects.current().get()
        assert (stay.entered_on, stay.facility) == (date(2026, 11, 12), "PI Vught")

    def test_a_second_detention_is_a_second_stay(self, cast: Cast, trajectory, message, now):
        known = trajectory.person
        confirm(message, cast.noor, at=now, known=known, told={"detained_since": date(2026, 11, 2)})
        (later,) = come_in("Naam: Jayden Muller", cast, at=now)
        confirm(later, cast.noor, at=now, known=known, told={"detained_since": date(2026, 11, 12)})
        assert Stay.objects.current().count() == 2

    def test_moved_on_the_day_he_came_in_is_a_second_stay(self, cast: Cast, trajectory, message, now):
        known, when = trajectory.person, date(2026, 11, 12)
        confirm(
            message, cast.noor, at=now, known=known, told={"detained_since": when, "facility": "PI Sittard"}
        )
        (later,) = come_in("Naam: Jayden Muller", cast, at=now)
        confirm(later, cast.noor, at=now, known=known, told={"facility": "PI Vught"}, moved_on=when)
        stays = Stay.objects.current().values_list("arrival", "facility")
        assert set(stays) == {("entered", "PI Sittard"), ("moved", "PI Vught")}

    def test_moved_and_then_free(self, cast: Cast, trajectory, message, now):
        known = trajectory.person
        confirm(
            message,
            cast.noor,
            at=now,
            known=known,
            told={"facility": "PI Vught"},
            moved_on=date(2026, 11, 14),
        )
        (later,) = come_in("Naam: Jayden Muller", cast, at=now)
        confirm(later, cast.noor, at=now, known=known, left_on=date(2026, 11, 16))
        stay = Stay.objects.current().get()
        assert (stay.arrival, stay.facility, stay.left_on) == ("moved", "PI Vught", date(2026, 11, 16))

    def test_that_he_is_free_when_no_stay_was_known(self, cast: Cast, trajectory, message, now):
        confirm(message, cast.noor, at=now, known=trajectory.person, left_on=date(2026, 11, 16))
        assert Stay.objects.current().get().left_on == date(2026, 11, 16)

    def test_what_we_knew_already_is_not_written_twice(self, cast: Cast, trajectory, message, now):
        told = {"known": trajectory.person, "sentence": SENTENCE, "release": RELEASE}
        confirm(message, cast.noor, at=now, **told)
        (later,) = come_in("Naam: Jayden Muller", cast, at=now)
        confirm(later, cast.noor, at=now, **told)
        assert Sentence.objects.count() == ReleaseDate.objects.count() == 1

    def test_the_bare_name_of_a_sentence_takes_no_length_away(self, cast: Cast, trajectory, message, now):
        confirm(message, cast.noor, at=now, known=trajectory.person, sentence=SENTENCE)
        (later,) = come_in("Naam: Jayden Muller", cast, at=now)
        confirm(later, cast.noor, at=now, known=trajectory.person, sentence=SentenceAccount(Title.PRISON))
        assert Sentence.objects.get().words == "gevangenisstraf, 9 maanden"

    def test_where_he_is_already_tells_nothing_new(self, cast: Cast, trajectory, message, now):
        known, where = trajectory.person, {"facility": "PI Vught"}
        confirm(message, cast.noor, at=now, known=known, told=where, moved_on=date(2026, 11, 14))
        (later,) = come_in("Naam: Jayden Muller", cast, at=now)
        confirm(later, cast.noor, at=now, known=known, told=where)
        assert Stay.objects.count() == 1

    def test_back_where_he_was_before_is_told_also_without_a_day(self, cast: Cast, trajectory, message, now):
        known, before = trajectory.person, {"detained_since": date(2026, 11, 12), "facility": "PI Sittard"}
        confirm(message, cast.noor, at=now, known=known, told=before)
        for facility, moved_on in (("PI Vught", date(2026, 11, 14)), ("PI Sittard", None)):
            (later,) = come_in(f"Naam: Jayden Muller naar {facility}", cast, at=now)
            confirm(later, cast.noor, at=now, known=known, told={"facility": facility}, moved_on=moved_on)
        assert facilities([known.pk], on=day(now)) == {known.pk: "PI Sittard"}

    def test_free_for_the_second_time_leaves_the_first_as_it_was(self, cast: Cast, trajectory, message, now):
        known, first = trajectory.person, {"detained_since": date(2026, 1, 2)}
        confirm(message, cast.noor, at=now, known=known, told=first, left_on=date(2026, 3, 1))
        for number in range(2):  # told twice is once
            (later,) = come_in(f"Naam: Jayden Muller {number}", cast, at=now)
            again = {"left_on": date(2026, 11, 16), "free_day": FreeDay.BOTH}
            confirm(later, cast.noor, at=now, known=known, **again)
        left = Stay.objects.current().order_by("left_on").values_list("left_on", flat=True)
        assert list(left) == [date(2026, 3, 1), date(2026, 11, 16)]


class TestThatHeIsHeldAgain:
    @pytest.mark.parametrize(("told_on", "day_one"), [(14, 14), (13, 13), (11, 11)])
    def test_the_same_or_almost_the_same_day_is_no_second_coming_in(
        self, cast: Cast, trajectory, message, now, told_on: int, day_one: int
    ):
        by = cast.noor.acting(now)
        free = StayAccount("PI Sittard", entered_on=date(2026, 1, 5), left_on=date(2026, 10, 6))
        first = tell_detention(trajectory=trajectory, account=free, by=by, at=now)
        tell_detained_again(trajectory=trajectory, again=Again(date(2026, 11, 14)), by=by, at=now)
        told = {"detained_since": date(2026, 11, told_on), "facility": "PI Vught"}
        confirm(message, cast.noor, at=now, known=trajectory.person, told=told)
        again = Stay.objects.current().exclude(ref=first.ref).get()
        assert (again.entered_on, again.facility) == (date(2026, 11, day_one), "PI Vught")

    def test_told_by_a_message_first_is_told_once(self, cast: Cast, trajectory, message, now):
        confirm(
            message, cast.noor, at=now, known=trajectory.person, told={"detained_since": date(2026, 11, 14)}
        )
        by = cast.noor.acting(now)
        tell_detained_again(trajectory=trajectory, again=Again(date(2026, 11, 14)), by=by, at=now)
        assert Stay.objects.count() == 1

    def test_the_bare_name_of_the_sentence_of_before_is_news(self, cast: Cast, trajectory, message, now):
        by, free = cast.noor.acting(now), StayAccount(entered_on=date(2026, 1, 5), left_on=date(2026, 10, 6))
        tell_detention(trajectory=trajectory, account=free, by=by, at=now)
        before = SentenceAccount(Title.PRISON, months=9, known_since=date(2026, 1, 5))
        tell_detention(trajectory=trajectory, account=before, by=by, at=now)
        told = {"detained_since": date(2026, 11, 14)}
        again = SentenceAccount(Title.PRISON)
        confirm(message, cast.noor, at=now, known=trajectory.person, told=told, sentence=again)
        assert Sentence.objects.current().count() == 2
