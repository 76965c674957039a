"""The basic conditions at five moments: met, not met, not known or not asked; and the terms that ask for them."""

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.base.errors import NotAllowed, NotValid
from regie.clocks.enums import State
from regie.clocks.queries import reckonings
from regie.clocks.rules import state
from regie.desk.pages.next_terms import terms_card
from regie.desk.pages.record import record_now
from regie.detention.models import Stay
from regie.plans.enums import ConditionAnswer, MeasuredAt
from regie.plans.models import ConditionReading, Row
from regie.plans.queries import conditions_by_trajectory
from regie.plans.rules import (
    ConditionReadingAccount,
    Detained,
    counts,
    day_of,
    measured_on,
)
from regie.privacy.models import JournalEntry
from regie.trajectories.actions import Again, correct_detention, tell_detained_again
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import people
from tests.factories.detention import hold
from tests.factories.gathered import told_of
from tests.factories.readings import CONDITIONS, measure
from tests.factories.terms import term_of

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)
IN, OUT = date(2026, 1, 5), date(2026, 10, 6)
ENTRY, RELEASE, AFTER_6 = MeasuredAt.ENTRY, MeasuredAt.RELEASE, MeasuredAt.AFTER_6
SENT = {
    "happened_on": "17-11-2026",
    "answer_housing": "yes",
    "words_housing": "Bij zijn oma.",
    "source_housing": "Zijn oma",
    "answer_debts": "unknown",
}


@pytest.fixture
def free(cast: Cast, now) -> Trajectory:
    """Noor guides Jayden since January; he came in on the fifth and is out since October."""
    trajectory = people.guide(cast, at=datetime(2026, 1, 9, 9, 30, tzinfo=UTC))
    hold(trajectory.person, at=now, entered_on=IN, left_on=OUT)
    return trajectory


def row(condition: str = "housing", moment: MeasuredAt = ENTRY, **told) -> Row:
    usual = {"happened_on": TODAY, "answer": ConditionAnswer.YES, "words": ""}
    return Row({"moment": moment, "condition": condition}, ConditionReadingAccount(**(usual | told)))


def tell(trajectory, cast: Cast, now, *rows: Row, **more) -> ConditionReading:
    return ConditionReading.tell_together(
        trajectory=trajectory, rows=rows, by=cast.noor.acting(now), at=now, **more
    )


def stands(trajectory, as_known: date | None = None) -> list[tuple[str, str, str]]:
    versions = told_of(trajectory).of(ConditionReading)
    told = conditions_by_trajectory(versions, as_known=as_known).get(trajectory.pk, [])
    return [(one.moment, one.condition, one.answer) for one in told]


def page(client: Client, trajectory) -> str:
    return unescape(client.get(reverse("desk:readings", args=[trajectory.person.ref])).content.decode())


def way_to(trajectory, moment: str = "entry") -> str:
    return reverse("desk:measure_conditions", args=[trajectory.person.ref, moment])


class TestItWorks:
    def test_several_in_one_sending_with_who_said_so_and_that_is_once(self, cast: Cast, trajectory, now):
        rows, sending = (row(), row("debts", answer=ConditionAnswer.UNKNOWN)), uuid.uuid4()
        for _ in range(2):
            tell(trajectory, cast, now, replace(rows[0], source="Zijn oma"), rows[1], submission=sending)
        assert stands(trajectory) == [("entry", "housing", "yes"), ("entry", "debts", "unknown")]
        assert ConditionReading.objects.get(condition="housing").source == "Zijn oma"
        assert JournalEntry.objects.filter(verb="condition_reading.told").count() == 1

    def test_twice_for_one_moment_the_later_one_holds_and_both_can_be_read(
        self, cast: Cast, trajectory, now, noor: Client
    ):
        measure(trajectory, ENTRY, "care", by=cast.noor, at=now, on=TODAY - DAY, answer=ConditionAnswer.NO)
        measure(trajectory, ENTRY, "care", by=cast.noor, at=now)
        table, told = page(noor, trajectory).split("De vijf momenten")
        assert "18 nov 2026" in table
        assert "17 nov 2026" not in table
        assert "Gemeten op 17 november 2026" in told
        assert "Gemeten op 18 november 2026" in told

    def test_told_better_and_taken_back_can_be_read_back(self, cast: Cast, trajectory, now):
        told, tomorrow = measure(trajectory, ENTRY, "debts", by=cast.noor, at=now), now + DAY
        by = {"by": cast.noor.acting(tomorrow), "at": tomorrow}
        better = told.correct(account=replace(told.account, answer=ConditionAnswer.NO), **by)
        assert stands(trajectory) == [("entry", "debts", "no")]
        assert stands(trajectory, as_known=TODAY) == [("entry", "debts", "yes")]
        better.withdraw(**by)
        assert stands(trajectory) == []


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, trajectory, now, who: str):
        told, other = measure(trajectory, by=cast.noor, at=now), getattr(cast, who)
        for verb in (
            lambda: measure(trajectory, by=other, at=now),
            lambda: told.correct(account=told.account, by=other.acting(now), at=now),
            lambda: told.withdraw(by=other.acting(now), at=now),
        ):
            with pytest.raises(NotAllowed):
                verb()
        assert ConditionReading.objects.visible_to(other.acting(now)).exists() is (who == "fatima")

    @pytest.mark.parametrize(
        ("wrong", "says", "field"),
        [
            ({"answer": ""}, "Kies hierbij ook een antwoord", "answer_housing"),
            ({"answer": "misschien"}, "een van de antwoorden", "answer_housing"),
            ({"words": "x" * 1001}, "te lang", "words_housing"),
            ({"happened_on": TODAY + DAY}, "nog niet geweest", "happened_on"),
            ({"happened_on": date(2026, 11, 13)}, "kwam binnen op 14-11-2026", "happened_on"),
            ({"condition": "schoenen"}, "basisvoorwaarde staat niet meer", None),
            ({"moment": "ooit"}, "een van de momenten", None),
        ],
    )
    def test_beside_what_cannot_be(self, cast: Cast, trajectory, now, wrong: dict, says: str, field):
        with pytest.raises(NotValid, match=says) as refused:
            tell(trajectory, cast, now, row("care"), row(**wrong))
        assert refused.value.field == field
        assert not ConditionReading.objects.exists()

    def test_half_a_year_after_a_release_that_has_not_been(self, cast: Cast, free, now):
        told = {"by": cast.noor, "at": now}
        measure(free, AFTER_6, "care", on=OUT, **told)
        with pytest.raises(NotValid, match="nog niet vrij"):
            measure(free, AFTER_6, "care", on=OUT - DAY, **told)
        measure(free, RELEASE, "care", on=OUT - DAY, **told)  # before he goes, one asks how it will be

    def test_when_he_is_inside_and_never_came_out(self, cast: Cast, trajectory, now):
        told = {"by": cast.noor, "at": now}
        measure(trajectory, AFTER_6, "care", **told)  # nobody told where he is
        hold(trajectory.person, at=now, entered_on=date(2026, 11, 14))
        with pytest.raises(NotValid, match="nog niet vrij"):
            measure(trajectory, AFTER_6, "care", **told)

    def test_when_nothing_is_told_at_all(self, cast: Cast, trajectory, now):
        with pytest.raises(NotValid, match="minstens één basisvoorwaarde"):
            tell(trajectory, cast, now)

    @pytest.mark.parametrize(
        "wrong", [{"answer": ""}, {"moment": "ooit"}, {"condition": ""}, {"answer": "not_asked"}], ids=str
    )
    def test_by_the_database_too(self, cast: Cast, trajectory, now, wrong: dict):
        told = {"moment": "entry", "condition": "care", "answer": "yes", "happened_on": TODAY} | wrong
        stamp = ConditionReading.stamp(by=cast.noor.acting(now), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            ConditionReading.objects.create(trajectory=trajectory, **told, **stamp)


class TestTheMoments:
    def test_their_days_follow_from_what_his_stays_tell(self):
        detained = Detained(IN, date(2026, 8, 1), date(2026, 8, 31), inside=False)
        assert [day_of(moment, detained) for moment in MeasuredAt] == [
            IN,
            date(2026, 8, 31),
            date(2027, 2, 28),
            date(2027, 8, 31),
            date(2028, 8, 31),
        ]
        assert [day_of(moment, Detained(IN, IN, None, inside=True)) for moment in MeasuredAt][1:] == [
            None
        ] * 4

    def test_of_an_earlier_detention_only_the_entry_counts(self):
        again = Detained(IN, date(2026, 11, 10), None, inside=True)
        before = date(2026, 10, 6)
        assert [counts(moment, before, again) for moment in MeasuredAt] == [True, False, False, False, False]
        assert counts(RELEASE, date(2026, 11, 10), again)
        out = Detained(IN, IN, OUT, inside=False)
        assert counts(AFTER_6, OUT, out)
        assert not counts(AFTER_6, OUT - DAY, out)
        assert counts(AFTER_6, TODAY, Detained())  # nobody told where he was

    def test_all_are_told_of_when_the_last_one_was_for_the_first_time(self):
        told = {"a": [TODAY, TODAY - 5 * DAY], "b": [TODAY - DAY]}
        assert measured_on(["a", "b"], told) == TODAY - DAY
        assert measured_on(["a", "b", "c"], told) is None
        assert measured_on([], told) is None


class TestTheTermsThatAskForIt:
    def test_it_is_done_when_all_five_were_told_of_known_or_not(self, cast: Cast, trajectory, now):
        told = {"by": cast.noor, "at": now}
        measure(trajectory, ENTRY, *CONDITIONS[:4], **told)
        assert term_of(trajectory, "measured_at_entry", on=TODAY).done_on is None
        measure(trajectory, ENTRY, "care", answer=ConditionAnswer.UNKNOWN, **told)
        term = term_of(trajectory, "measured_at_entry", on=TODAY)
        assert term.done_on == TODAY
        assert state(term, None, on=TODAY) is State.DONE

    def test_what_was_measured_before_he_was_taken_on_does_it_too(self, cast: Cast, free, now):
        measure(free, ENTRY, by=cast.noor, at=now, on=IN)
        assert term_of(free, "measured_at_entry", on=TODAY).done_on == date(2026, 1, 9)

    def test_each_moment_does_its_own_term(self, cast: Cast, free, now):
        measure(free, RELEASE, by=cast.noor, at=now, on=OUT - DAY)
        assert term_of(free, "measured_at_release", on=TODAY).done_on == OUT
        assert term_of(free, "measured_after_6_months", on=TODAY).done_on is None
        assert term_of(free, "measured_at_entry", on=TODAY).done_on is None
        for moment, code in zip(tuple(MeasuredAt)[2:], (6, 12, 24), strict=True):
            measure(free, moment, by=cast.noor, at=now)
            assert term_of(free, f"measured_after_{code}_months", on=TODAY).done_on == TODAY

    def test_a_release_that_turns_out_later_keeps_what_was_measured(
        self, cast: Cast, free, now, noor: Client
    ):
        measure(free, RELEASE, by=cast.noor, at=now, on=OUT)
        stay = Stay.objects.current().get()
        later, by = replace(stay.account, left_on=OUT + 4 * DAY), cast.noor.acting(now)
        correct_detention(trajectory=free, told=stay, account=later, by=by, at=now)
        assert term_of(free, "measured_at_release", on=TODAY).done_on == OUT + 4 * DAY
        assert "6 okt 2026" in page(noor, free).split("De vijf momenten")[0]

    def test_inside_again_the_next_release_is_asked_anew(self, cast: Cast, free, now, noor: Client):
        measure(free, RELEASE, by=cast.noor, at=now, on=OUT)
        by = cast.noor.acting(now)
        tell_detained_again(trajectory=free, again=Again(TODAY), source="Moeder", by=by, at=now)
        table, told = page(noor, free).split("De vijf momenten")
        assert "6 okt 2026" not in table
        assert "Gemeten op 6 oktober 2026" in told

    def test_what_is_to_come_is_not_offered_while_he_is_inside(
        self, cast: Cast, trajectory, now, noor: Client
    ):
        hold(trajectory.person, at=now, entered_on=date(2026, 11, 14))
        offered = [
            moment for moment in MeasuredAt if way_to(trajectory, moment.value) in page(noor, trajectory)
        ]
        assert offered == [ENTRY, RELEASE]

    def test_on_his_own_page_it_is_one_thing_less(self, cast: Cast, trajectory, now):
        record = record_now(trajectory, on=TODAY)
        before = terms_card(record, mine=True)
        measure(trajectory, by=cast.noor, at=now)
        assert terms_card(record_now(trajectory, on=TODAY), mine=True) != before

    def test_as_it_was_known_on_a_day(self, cast: Cast, trajectory, now):
        tomorrow = now + DAY
        measure(trajectory, by=cast.noor, at=tomorrow)
        chosen = Trajectory.objects.select_related("person", "referral", "municipality")
        for known, done_on in ((TODAY, None), (TODAY + DAY, TODAY + DAY)):
            terms = reckonings(chosen, on=TODAY + DAY, as_known=known)[trajectory.pk].terms
            (term,) = (one for one in terms if one.rule.code == "measured_at_entry")
            assert term.done_on == done_on

    def test_taken_back_the_term_is_open_again(self, cast: Cast, trajectory, now):
        measure(trajectory, by=cast.noor, at=now).withdraw(by=cast.noor.acting(now), at=now)
        assert term_of(trajectory, "measured_at_entry", on=TODAY).done_on is None

    def test_the_term_leads_to_its_form(self, trajectory, noor: Client):
        him = trajectory.person.ref
        text = noor.get(reverse("desk:terms", args=[him])).content.decode()
        assert way_to(trajectory) in text
