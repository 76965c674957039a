"""The officer keeps what is fixed in his week: what is free, what falls together, and where he goes along himself."""

import uuid
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.base.clock import now as this_moment
from regie.base.errors import NotAllowed, NotValid
from regie.plans.enums import Company, SlotKind, Weekday
from regie.plans.models import WeekSlot
from regie.plans.queries import week_of
from regie.plans.rules import SlotAccount, clashes, first_day, free
from regie.privacy.models import JournalEntry
from tests.cast import Cast
from tests.factories.around import fix
from tests.factories.calendars import events, make

TODAY = date(2026, 11, 18)  # a Wednesday
DAY = timedelta(days=1)
SENT = {
    "weekday": "3",
    "begins": "9.30",
    "ends": "12 uur",
    "kind": "school",
    "words": "Leren lassen",
    "company": "unknown",
}


def slot(weekday: int, begins: int, ends: int, **told) -> SlotAccount:
    return SlotAccount(TODAY, Weekday(weekday), time(begins), time(ends), SlotKind.WORK, **told)


class TestItWorks:
    def test_what_is_fixed_stands_from_monday_on(self, cast: Cast, trajectory, now):
        told = [(5, 9), (1, 13), (1, 9)]
        for weekday, hour in told:
            fix(trajectory, by=cast.noor, at=now, weekday=weekday, begins=time(hour), ends=time(hour + 1))
        assert [(one.weekday, one.begins.hour) for one in week_of(trajectory)] == sorted(told)

    @pytest.mark.parametrize("words", ["", "school", "School."])
    def test_what_is_called_as_its_kind_is_said_once(
        self, cast: Cast, trajectory, now, noor: Client, words: str
    ):
        fix(trajectory, by=cast.noor, at=now, kind=SlotKind.SCHOOL, words=words)
        shown = noor.get(reverse("desk:week", args=[trajectory.person.ref])).content.decode()
        assert "School" in shown
        assert "School:" not in shown

    def test_told_better_and_taken_back_the_week_before_can_be_read(self, cast: Cast, trajectory, now):
        first, tomorrow = fix(trajectory, by=cast.noor, at=now), now + DAY
        by = cast.noor.acting(tomorrow)
        better = first.correct(account=replace(first.account, ends=time(13)), by=by, at=tomorrow)
        assert week_of(trajectory) == [better]
        assert week_of(trajectory, as_known=TODAY) == [first]
        better.withdraw(by=by, at=tomorrow)
        assert week_of(trajectory) == []
        entries = JournalEntry.objects.filter(verb__startswith="week_slot", subject=trajectory.person.ref)
        said = [(one.verb, one.fields) for one in entries.order_by("pk")]
        assert said[1:] == [("week_slot.corrected", ["ends"]), ("week_slot.withdrawn", [])]
        assert said[0][0] == "week_slot.told"

    def test_one_sending_makes_one_record(self, cast: Cast, trajectory, now):
        told = {"trajectory": trajectory, "account": slot(1, 9, 12), "submission": uuid.uuid4()}
        first, second = (WeekSlot.tell(**told, by=cast.noor.acting(now), at=now) for _ in range(2))
        assert first == second


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_for_whoever_does_not_guide_him(self, cast: Cast, trajectory, now, who: str):
        told, other = fix(trajectory, by=cast.noor, at=now), getattr(cast, who)
        with pytest.raises(NotAllowed):
            fix(trajectory, by=other, at=now)
        with pytest.raises(NotAllowed):
            told.correct(account=told.account, by=other.acting(now), at=now)
        with pytest.raises(NotAllowed):
            told.withdraw(by=other.acting(now), at=now)
        assert WeekSlot.objects.visible_to(other.acting(now)).exists() == (who == "fatima")

    @pytest.mark.parametrize(
        ("told", "says", "field"),
        [
            ({"begins": time(0), "ends": time(0)}, "begin en het einde zijn gelijk", "ends"),
            ({"begins": time(22), "ends": time(2)}, "over middernacht", "ends"),
            ({"begins": time(22), "ends": time(0)}, "over middernacht", "ends"),
            ({"kind": SlotKind.OTHER, "words": " "}, "wat hij dan doet", "words"),
            ({"words": "a" * 201}, "onder 200 tekens", "words"),
            ({"place": "a" * 121}, "onder 120 tekens", "place"),
            ({"since": TODAY, "until": TODAY - DAY}, "voor de eerste dag", "until"),
            ({"since": date(2005, 4, 17)}, "niet na de geboortedatum", "since"),
            ({"until": date(9999, 12, 31)}, "te ver weg", "until"),
        ],
    )
    def test_what_cannot_be(self, cast: Cast, trajectory, now, told: dict, says: str, field: str):
        with pytest.raises(NotValid, match=says) as refused:
            fix(trajectory, by=cast.noor, at=now, **told)
        assert refused.value.field == field
        assert not WeekSlot.objects.exists()

    @pytest.mark.parametrize(
        ("told", "constraint"),
        [
            ({"ends": time(9)}, "lasts"),
            ({"weekday": 8}, "words_we_know"),
            ({"company": "bad"}, "words_we_know"),
            ({"since": TODAY, "until": TODAY - DAY}, "ends_after_it_begins"),
            ({"kind": "other"}, "says_what"),
        ],
    )
    def test_by_the_database(self, cast: Cast, trajectory, now, told: dict, constraint: str):
        stamp = WeekSlot.stamp(by=cast.noor.acting(now), at=now)
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            WeekSlot.objects.create(trajectory=trajectory, **vars(slot(1, 9, 12)) | told, **stamp)


class TestWhatIsFreeAndWhatFallsTogether:
    def test_free_is_said_a_part_of_a_day_and_a_whole_day_by_its_name(self):
        whole = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"]
        assert free([]) == whole
        assert free([slot(3, 9, 12)]) == ["maandag", "dinsdag", "woensdagmiddag", "donderdag", "vrijdag"]
        assert free([slot(weekday, 9, 17) for weekday in range(1, 6)]) == []
        # Early, late and at the weekend it takes nothing of daytime; a quarter of an hour in it does.
        beside = [slot(1, 7, 9), slot(1, 17, 20), slot(6, 9, 17)]
        assert free(beside) == whole
        assert free([replace(slot(2, 11, 13), begins=time(11, 45), ends=time(12))])[1] == "dinsdagmiddag"

    def test_what_falls_together(self):
        one = slot(1, 9, 12)
        assert clashes([one, slot(1, 11, 13)]) == [(one, slot(1, 11, 13))]
        apart = [slot(1, 12, 13), slot(2, 9, 12), slot(1, 7, 9)]
        assert clashes([one, *apart]) == []
        until, since = replace(one, until=TODAY), replace(one, since=TODAY + DAY)
        assert clashes([until, since]) == []
        assert len(clashes([until, one, since])) == 2

    def test_it_holds_from_its_first_day_to_its_last(self):
        told = slot(1, 9, 12, since=TODAY, until=TODAY + DAY)
        assert [told.holds(TODAY + DAY * n) for n in (-1, 0, 1, 2)] == [False, True, True, False]
        assert [told.over(TODAY + DAY * n) for n in (-1, 1, 2)] == [False, False, True]
        assert slot(1, 9, 12).holds(date.min)


class TestThePageShowsIt:
    def test_from_the_form_to_seven_days_in_words(self, cast: Cast, trajectory, now, noor: Client):
        way = reverse("desk:tell_weekslot", args=[trajectory.person.ref])
        page = noor.post(way, SENT, follow=True)
        words = page.content.decode()
        assert page.resolver_match.view_name == "desk:week"
        for said in ("Vast moment vastgelegd.", "9.30 tot 12.00 uur", "School: Leren lassen", "Niets vast"):
            assert said in words
        assert "Maandag, dinsdag, woensdagmiddag, donderdag en vrijdag zijn overdag vrij." in words
        assert all(day.label in words for day in Weekday)
        fix(trajectory, by=cast.noor, at=now, weekday=3, begins=time(11), ends=time(14), kind="sport")
        words = noor.get(reverse("desk:week", args=[trajectory.person.ref])).content.decode()
        assert "Woensdag: school en sport vallen samen, van 11.00 tot 12.00 uur." in words

    def test_what_is_over_stands_apart_and_what_comes_says_when(self, cast: Cast, trajectory, noor: Client):
        now = this_moment()
        today = now.date()
        fix(trajectory, by=cast.noor, at=now, words="Vroeger", until=today - 2 * DAY)
        fix(trajectory, by=cast.noor, at=now, words="Straks", since=today + 9 * DAY)
        page = noor.get(reverse("desk:week", args=[trajectory.person.ref])).content.decode()
        assert page.index("Straks") < page.index("Voorbij") < page.index("Vroeger")
        assert "Vanaf " in page
        assert "Maandag, dinsdag" in page  # what only begins takes nothing yet
        plan = noor.get(reverse("desk:plan", args=[trajectory.person.ref])).content.decode()
        assert "Vroeger" not in plan
        assert "Straks" not in plan

    def test_the_plan_has_a_line_a_day(self, cast: Cast, trajectory, noor: Client):
        now = this_moment()
        fix(trajectory, by=cast.noor, at=now)
        fix(trajectory, by=cast.noor, at=now, begins=time(13), ends=time(14), kind="sport")
        page = noor.get(reverse("desk:plan", args=[trajectory.person.ref])).content.decode()
        assert "9.00 tot 12.00 uur Werk, 13.00 tot 14.00 uur Sport" in page

    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ({"ends": "2.00"}, "over middernacht"),
            ({"begins": "0.00", "ends": "0.00"}, "zijn gelijk"),
            ({"begins": "half tien"}, "kan op twee tijden zijn: 9.30 of 21.30 uur"),
            ({"weekday": ""}, "Kies een antwoord."),
            ({"since": "3-5-2026", "until": "2-5-2026"}, "voor de eerste dag"),
        ],
    )
    def test_what_cannot_be_is_said_and_what_was_typed_stays(
        self, trajectory, noor: Client, typed: dict[str, str], says: str
    ):
        way = reverse("desk:tell_weekslot", args=[trajectory.person.ref])
        page = noor.post(way, SENT | typed).content.decode()
        assert says in page
        assert all(value in page for value in (SENT | typed).values())
        assert not WeekSlot.objects.exists()

    def test_telling_it_better_begins_with_what_stands_there(self, cast: Cast, trajectory, now, noor: Client):
        told = fix(trajectory, by=cast.noor, at=now, begins=time(9, 5))
        page = noor.get(reverse("desk:correct_weekslot", args=[told.ref])).content.decode()
        assert 'value="9.05"' in page

    def test_the_coordinator_reads_it_and_changes_nothing(
        self, cast: Cast, trajectory, now, fatima: Client, bas: Client
    ):
        told, way = fix(trajectory, by=cast.noor, at=now), reverse("desk:week", args=[trajectory.person.ref])
        page = fatima.get(way).content.decode()
        assert "9.00 tot 12.00 uur" in page
        assert str(told.ref) not in page
        assert "Vast moment toevoegen" not in page
        assert bas.get(way).status_code == 404


class TestWhereTheOfficerGoesAlong:
    """It comes back in his calendar every week, without a name, at the same time of the clock in any season."""

    def test_it_begins_when_it_was_told_and_not_before(self):
        assert first_day(slot(3, 9, 12)) == TODAY
        assert first_day(slot(2, 9, 12)) == TODAY + 6 * DAY
        assert first_day(slot(3, 9, 12, since=date(2020, 1, 1))) == TODAY
        assert first_day(slot(4, 9, 12, since=TODAY + 9 * DAY)) == date(2026, 12, 3)
        assert first_day(slot(4, 9, 12, until=TODAY)) is None
        assert first_day(slot(3, 9, 12, until=TODAY)) == TODAY

    def test_it_is_told_without_a_name_and_only_where_he_goes_along(self, cast: Cast, trajectory):
        now = this_moment()
        token = make(cast.noor, at=now).token
        officer = {"company": Company.OFFICER, "words": "Schuldhulp", "until": now.date() + 60 * DAY}
        told = fix(trajectory, by=cast.noor, at=now, **officer)
        for company in (Company.SOMEBODY, Company.ALONE, Company.UNKNOWN):
            fix(trajectory, by=cast.noor, at=now, company=company)
        fix(trajectory, by=cast.noor, at=now, company=Company.OFFICER).withdraw(
            by=cast.noor.acting(now), at=now
        )
        (along,) = [one for one in events(token) if one["summary"] == "Regie: meegaan"]
        assert along["rrule"]["FREQ"] == ["WEEKLY"]
        (until,) = along["rrule"]["UNTIL"]
        assert until.utcoffset() == timedelta(0)
        assert until.date() == told.until
        assert along.decoded("dtstart").isoweekday() == Weekday.MONDAY
        assert along["dtstart"].params["TZID"] == "Europe/Amsterdam"
        assert along.decoded("duration") == timedelta(hours=3)
        assert b"Schuldhulp" not in along.to_ical()

    def test_without_a_last_day_it_has_no_end_and_what_is_over_is_gone(self, cast: Cast, trajectory):
        now = this_moment()
        token = make(cast.noor, at=now).token
        before = now - timedelta(days=90)
        account = replace(slot(1, 9, 12, company=Company.OFFICER), happened_on=before.date())
        for until in (None, before.date() + 20 * DAY):
            told = {"trajectory": trajectory, "account": replace(account, until=until)}
            WeekSlot.tell(**told, by=cast.noor.acting(now), at=now)
        (along,) = [one for one in events(token) if "rrule" in one]
        assert "UNTIL" not in along["rrule"]

    def test_in_the_lost_hour_of_march_the_clock_is_kept(self, cast: Cast, trajectory):
        now = this_moment()
        token = make(cast.noor, at=now).token
        night = {"weekday": 7, "begins": time(2, 30), "ends": time(3, 30), "since": date(2027, 3, 28)}
        if now.date() > night["since"]:  # the feed begins when it was told
            night["since"] = None
        fix(trajectory, by=cast.noor, at=now, company=Company.OFFICER, **night)
        (along,) = [one for one in events(token) if "rrule" in one]
        begins = along.decoded("dtstart")
        assert isinstance(begins, datetime)
        assert begins.strftime("%H:%M") == "02:30"
        assert along.decoded("duration") == timedelta(hours=1)
