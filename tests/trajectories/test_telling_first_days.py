"""His first 72 hours: who was called, where he sleeps, and the hand-over; each told, told better and taken back."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from regie.accounts.models import Absence, Cover
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.clocks.queries import reckonings, standings
from regie.privacy.models import JournalEntry
from regie.trajectories.actions import tell_still_inside
from regie.trajectories.enums import Answered, Called, SleepingPlace
from regie.trajectories.models import Call, FirstDaysDone, Night, Trajectory
from regie.trajectories.queries import first_days_of, just_out, settled_by_trajectory
from regie.trajectories.rules import CallAccount, FirstDaysAccount, NightAccount
from tests.cast import Cast
from tests.factories import people
from tests.factories.detention import hold
from tests.factories.first_days import call, free, settle, sleep
from tests.factories.gathered import told_of

TODAY, IN = date(2026, 11, 18), date(2026, 11, 6)
DAY = timedelta(days=1)
SINCE = TODAY - DAY


@pytest.fixture
def out(cast: Cast, now) -> Trajectory:
    """He came out yesterday, after a week of guidance."""
    trajectory = people.guide(cast, at=now - 8 * DAY)
    hold(trajectory.person, at=now, entered_on=IN)
    free(trajectory, by=cast.noor, at=now, on=SINCE)
    return trajectory


def verbs(trajectory: Trajectory) -> list[str]:
    entries = JournalEntry.objects.filter(subject=trajectory.person.ref).order_by("pk")
    return list(entries.values_list("verb", flat=True))


def phase(trajectory: Trajectory, on: date) -> str:
    found = Trajectory.objects.select_related("referral", "municipality").filter(pk=trajectory.pk)
    return standings(found, on=on)[trajectory.pk].phase_title


class TestItWorks:
    def test_a_call_its_correction_and_its_withdrawal(self, cast: Cast, out, now):
        first = call(out, by=cast.noor, at=now, name="Nachtopvang", again_on=TODAY)
        better = first.correct(
            account=replace(first.account, answered=Answered.NO), by=cast.noor.acting(now), at=now + DAY
        )
        told = first_days_of(out, since=SINCE)
        assert [(one.call, one.told_at) for one in told.calls] == [(better, now)]
        assert (better.who, told.next_on(on=TODAY)) == ("Opvang: Nachtopvang", TODAY)
        better.withdraw(by=cast.noor.acting(now), at=now)
        assert first_days_of(out, since=SINCE).calls == []
        assert verbs(out)[-3:] == ["call.told", "call.corrected", "call.withdrawn"]

    def test_of_one_night_the_last_that_was_told_holds_and_each_night_has_its_place(
        self, cast: Cast, out, now
    ):
        sleep(out, SleepingPlace.UNKNOWN, by=cast.noor, at=now)
        told = sleep(out, SleepingPlace.FAMILY, by=cast.noor, at=now, words="Bij zijn tante")
        later = sleep(out, by=cast.noor, at=now, night=SINCE + 3 * DAY)
        nights = first_days_of(out, since=SINCE).nights
        assert nights == [(SINCE, None), (TODAY, told), (TODAY + DAY, None), (TODAY + 2 * DAY, later)]
        told.correct(account=replace(told.account, words="Tot zondag"), by=cast.noor.acting(now), at=now)
        later.withdraw(by=cast.noor.acting(now), at=now)
        assert verbs(out)[-2:] == ["night.corrected", "night.withdrawn"]

    def test_the_hand_over_begins_the_next_phase_at_once_and_taking_it_back_ends_that(
        self, cast: Cast, out, now
    ):
        assert phase(out, TODAY) == "Vrijlating"
        done = settle(out, by=cast.noor, at=now)
        assert phase(out, TODAY) == "Stabiliseren"
        assert first_days_of(out, since=SINCE).done == done
        assert settled_by_trajectory(told_of(out)) == {out.pk: [TODAY]}
        done.correct(account=replace(done.account, words="Zijn tante"), by=cast.noor.acting(now), at=now)
        FirstDaysDone.objects.current().get().withdraw(by=cast.noor.acting(now), at=now)
        assert phase(out, TODAY) == "Vrijlating"
        assert verbs(out)[-3:] == ["first_days.done", "first_days.corrected", "first_days.withdrawn"]

    def test_without_it_the_next_phase_begins_by_itself_and_the_term_stays_open(self, cast: Cast, out, now):
        assert phase(out, SINCE + 2 * DAY) == "Vrijlating"
        assert phase(out, SINCE + 3 * DAY) == "Stabiliseren"
        assert self.term(out, TODAY + 9 * DAY).done_on is None
        settle(out, by=cast.noor, at=now)
        assert self.term(out, TODAY + 9 * DAY).done_on == TODAY

    def term(self, out: Trajectory, on: date):
        found = list(
            Trajectory.objects.select_related("person", "referral", "municipality").filter(pk=out.pk)
        )
        terms = reckonings(found, on=on)[out.pk].terms
        (one,) = (term for term in terms if term.rule.code == "first_days_done")
        return one

    def test_who_comes_out_again_has_first_days_again(self, cast: Cast, out, now):
        settle(out, by=cast.noor, at=now)
        then = now + 30 * DAY
        hold(out.person, at=then, entered_on=TODAY + 20 * DAY)
        free(out, by=cast.noor, at=then)
        assert phase(out, TODAY + 30 * DAY) == "Vrijlating"
        assert first_days_of(out, since=TODAY + 30 * DAY).done is None
        assert settle(out, by=cast.noor, at=then).happened_on == TODAY + 30 * DAY

    def test_who_covers_can_do_all_of_it(self, cast: Cast, out, now):
        absence = Absence(cast.noor, cast.here, cast.sem, TODAY, TODAY + DAY)
        Cover.arrange(absence, by=cast.noor.acting(now), at=now)
        call(out, by=cast.sem, at=now)
        sleep(out, by=cast.sem, at=now)
        settle(out, by=cast.sem, at=now)
        assert first_days_of(out, since=SINCE).done

    def test_what_was_told_can_be_told_better_when_he_is_inside_again(self, cast: Cast, out, now):
        told = (
            call(out, by=cast.noor, at=now),
            sleep(out, by=cast.noor, at=now),
            settle(out, by=cast.noor, at=now),
        )
        then = now + DAY
        hold(out.person, at=then, entered_on=TODAY + DAY)
        for one in told:
            account = replace(one.account, words="Beter verteld.")
            assert one.correct(account=account, by=cast.noor.acting(then), at=then).words == "Beter verteld."


class TestTwiceIsOnce:
    def test_one_sending_of_a_call_but_two_calls_are_two(self, cast: Cast, out, now):
        sending, account = uuid.uuid4(), CallAccount(TODAY, Called.FAMILY, Answered.NO)
        told = {"trajectory": out, "account": account, "by": cast.noor.acting(now), "at": now}
        assert Call.tell(**told, submission=sending) == Call.tell(**told, submission=sending)
        Call.tell(**told)
        assert Call.objects.count() == 2

    def test_a_night_that_says_the_same_and_a_hand_over(self, cast: Cast, out, now):
        assert sleep(out, by=cast.noor, at=now) == sleep(out, by=cast.noor, at=now)
        assert settle(out, by=cast.noor, at=now) == settle(out, by=cast.noor, at=now)
        with pytest.raises(NotNow, match="Noor rondde zijn eerste dagen al af op 18-11-2026"):
            settle(out, by=cast.noor, at=now, words="Iets anders.")
        assert Night.objects.count() == FirstDaysDone.objects.count() == 1


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, out, now, who: str):
        mine = (
            call(out, by=cast.noor, at=now),
            sleep(out, by=cast.noor, at=now),
            settle(out, by=cast.noor, at=now),
        )
        other = getattr(cast, who)
        for tell in (call, sleep, settle):
            with pytest.raises(NotAllowed):
                tell(out, by=other, at=now)
        for one in mine:
            with pytest.raises(NotAllowed):
                one.withdraw(by=other.acting(now), at=now)
            with pytest.raises(NotAllowed):
                one.correct(account=one.account, by=other.acting(now), at=now)

    def test_of_who_did_not_come_out(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN)
        for tell in (call, sleep, settle):
            with pytest.raises(NotNow, match="Er staat niet dat hij vrij is"):
                tell(trajectory, by=cast.noor, at=now)

    def test_of_the_hand_over_when_he_is_back_inside_or_never_was_out(self, cast: Cast, out, now):
        tell_still_inside(trajectory=out, by=cast.noor.acting(now), at=now)
        with pytest.raises(NotNow):
            settle(out, by=cast.noor, at=now)

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"whom": Called.OTHER, "name": " "}, "name"),
            ({"again_on": SINCE}, "again_on"),
            ({"again_on": TODAY + 367 * DAY}, "again_on"),
            ({"words": "a" * 301}, "words"),
            ({"happened_on": TODAY + DAY}, "happened_on"),
        ],
    )
    def test_a_call_that_cannot_be(self, cast: Cast, out, now, told: dict, field: str):
        with pytest.raises(NotValid) as refused:
            call(out, by=cast.noor, at=now, **told)
        assert refused.value.field == field

    @pytest.mark.parametrize(("night", "words"), [(SINCE + 4 * DAY, ""), (TODAY, "a" * 151)])
    def test_a_night_that_cannot_be(self, cast: Cast, out, now, night: date, words: str):
        with pytest.raises(NotValid):
            sleep(out, by=cast.noor, at=now, night=night, words=words)

    def test_a_night_before_he_came_out(self, cast: Cast, out, now):
        with pytest.raises(NotNow):
            sleep(out, by=cast.noor, at=now, night=SINCE - DAY)

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"words": " "}, "words"),
            ({"words": "a" * 601}, "words"),
            ({"again_on": SINCE}, "again_on"),
            ({"again_on": TODAY + 367 * DAY}, "again_on"),
        ],
    )
    def test_a_hand_over_that_cannot_be(self, cast: Cast, out, now, told: dict, field: str):
        with pytest.raises(NotValid) as refused:
            settle(out, by=cast.noor, at=now, **told)
        assert refused.value.field == field

    def test_a_hand_over_on_a_day_that_has_not_been(self, cast: Cast, out, now):
        account = FirstDaysAccount(TODAY + DAY, "Alles.", TODAY + 2 * DAY)
        with pytest.raises(NotValid):
            FirstDaysDone.tell(trajectory=out, account=account, by=cast.noor.acting(now), at=now)


class TestTheDatabaseHoldsItTo:
    @pytest.mark.parametrize(
        ("model", "told"),
        [
            (Call, CallAccount(TODAY, "nobody", Answered.YES)),
            (Call, CallAccount(TODAY, Called.CARE, "perhaps")),
            (Call, CallAccount(TODAY, Called.OTHER, Answered.YES)),
            (Call, CallAccount(TODAY, Called.CARE, Answered.YES, again_on=SINCE)),
            (Night, NightAccount(TODAY, "nowhere")),
            (FirstDaysDone, FirstDaysAccount(TODAY, "", TODAY)),
            (FirstDaysDone, FirstDaysAccount(TODAY, "Alles.", SINCE)),
        ],
    )
    def test_what_can_never_be(self, cast: Cast, out, now, model, told):
        with pytest.raises(IntegrityError), transaction.atomic():
            stamp = model.stamp(by=cast.noor.acting(now), at=now)
            model.objects.create(trajectory=out, **vars(told), **stamp)


class TestWhoCameOutLately:
    def lines(self, cast: Cast, now, who: str = "noor", days: int = 0):
        return just_out(getattr(cast, who).acting(now + days * DAY), on=TODAY + days * DAY)

    def test_stands_there_with_what_is_known(self, cast: Cast, out, now):
        (one,) = self.lines(cast, now)
        assert (one.since, one.tonight, one.calls) == (SINCE, SleepingPlace.UNKNOWN, 0)
        call(out, by=cast.noor, at=now).withdraw(by=cast.noor.acting(now), at=now)
        call(out, by=cast.noor, at=now)
        sleep(out, SleepingPlace.FAMILY, by=cast.noor, at=now)
        sleep(out, by=cast.noor, at=now)
        (one,) = self.lines(cast, now)
        assert (one.tonight, one.calls) == (SleepingPlace.SHELTER, 1)

    @pytest.mark.parametrize(("days", "there"), [(0, 1), (2, 1), (3, 0)])
    def test_until_three_days_after(self, cast: Cast, out, now, days: int, there: int):
        assert len(self.lines(cast, now, days=days)) == there

    @pytest.mark.parametrize(("who", "there"), [("noor", 1), ("fatima", 1), ("sem", 0), ("bas", 0)])
    def test_for_who_may_see_him(self, cast: Cast, out, now, who: str, there: int):
        assert len(self.lines(cast, now, who)) == there

    @pytest.mark.parametrize("what", ["settled", "back inside", "taken back"])
    def test_no_longer_when(self, cast: Cast, out, now, what: str):
        if what == "settled":
            settle(out, by=cast.noor, at=now)
        elif what == "back inside":
            hold(out.person, at=now, entered_on=TODAY)
        else:
            tell_still_inside(trajectory=out, by=cast.noor.acting(now), at=now)
        assert self.lines(cast, now) == []
