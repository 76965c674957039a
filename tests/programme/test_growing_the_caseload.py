"""How the caseload was meant to grow, beside how it grew, from the facts of the young people."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from regie.accounts.models import User
from regie.approach.models import Edition
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.persons.rules import Identity
from regie.privacy.models import JournalEntry
from regie.programme.actions import begin_own
from regie.programme.models import CaseloadPlan, Intervention
from regie.programme.queries import running_on, smallest_shown
from regie.programme.rules import CaseloadAccount, MonthCount, counted, last_day, months_of
from regie.trajectories.models import Trajectory
from tests.cast import Cast, sign_in
from tests.factories import endings, people
from tests.factories.programme import grow, publish
from tests.programme.test_writing_a_block import sent

OF_FEW = "niet getoond: het gaat om weinig mensen"


def guide(cast: Cast, number: int, *, since: date, at: datetime) -> Trajectory:
    """Somebody who is guided since a day."""
    who = Identity(f"Kai {number}", "Alders", date(2003, 1, 1) + timedelta(days=number))
    made = people.guide(cast, at=at, who=who)
    Trajectory.objects.filter(pk=made.pk).update(started_on=since)
    return made


def url_of(plan: Intervention, year: int) -> str:
    return f"/programma/{plan.ref}/caseload/{year}/"


def shown(client: Client, plan: Intervention) -> dict[str, tuple[str, str]]:
    page = client.get(f"/programma/{plan.ref}/").context["page"]
    (table,) = [table for one in page.shown for table in one.part.tables]
    return {row[0].text: (row[1].text, row[2].text) for row in table.rows}


class TestThePlan:
    def test_numbers_for_some_months(self, hers: Client, plan: Intervention, now):
        url = url_of(plan, now.year)
        page = hers.post(url, sent(hers, url, month_1="2", month_3="6"), follow=True).content.decode()
        assert f"Opbouw van de caseload in {now.year} gepland." in page
        assert CaseloadPlan.objects.get().numbers == [2, None, 6, *[None] * 9]
        assert list(shown(hers, plan)) == [f"januari {now.year}", f"maart {now.year}"]
        assert JournalEntry.objects.get(verb="caseload_plan.told").recorded_by_label == "Rosa"

    def test_planned_otherwise(self, hers: Client, plan: Intervention, rosa: User, now):
        grow(plan, by=rosa, at=now)
        url = url_of(plan, now.year)
        assert hers.get(url).context["form"]["month_2"].value() == 4
        hers.post(url, sent(hers, url, month_2="9"))
        assert CaseloadPlan.objects.current().get().numbers[:3] == [2, 9, 6]
        hers.post(url, sent(hers, url))  # nothing was changed
        assert CaseloadPlan.objects.count() == 2
        assert JournalEntry.objects.get(verb="caseload_plan.corrected").fields == ["numbers"]

    @pytest.mark.parametrize(
        ("typed", "field", "said"),
        [
            ({"month_4": "veel"}, "month_4", "Vul een heel getal in, alleen cijfers."),
            ({"month_4": "-1"}, "month_4", "Vul een aantal in van 0 tot en met 500."),
            ({"month_4": "501"}, "month_4", "Vul een aantal in van 0 tot en met 500."),
            ({}, "month_1", "Vul minstens één maand in."),
        ],
    )
    def test_typed_wrong(
        self, hers: Client, plan: Intervention, now, typed: dict[str, str], field: str, said: str
    ):
        url = url_of(plan, now.year)
        answer = hers.post(url, sent(hers, url, **typed))
        assert said in answer.context["form"].errors[field][0]
        assert not CaseloadPlan.objects.exists()

    def test_a_year_that_is_none(self, hers: Client, plan: Intervention, rosa: User, now):
        url = url_of(plan, 1999)
        assert "Vul een jaar in van 2015" in hers.post(url, {"month_1": "1"}).content.decode()
        with pytest.raises(NotValid):
            grow(plan, year=1999, by=rosa, at=now)

    def test_a_colleague_planned_meanwhile(self, hers: Client, plan: Intervention, rosa: User, now):
        url = url_of(plan, now.year)
        first = grow(plan, by=rosa, at=now)
        typed = sent(hers, url, month_1="1")
        first.correct(account=CaseloadAccount((7, *(None,) * 11)), by=rosa.acting(now), at=now)
        answer = hers.post(url, typed)
        assert "Iemand anders heeft dit intussen al verbeterd." in answer.content.decode()
        assert answer.context["form"]["month_1"].value() == "1"

    def test_twice_a_year_is_refused(self, plan: Intervention, rosa: User, now):
        grow(plan, by=rosa, at=now)
        with pytest.raises(NotValid, match="is al gepland"):
            grow(plan, by=rosa, at=now)
        stamp = CaseloadPlan.stamp(by=rosa.acting(now), at=now)
        told = {"year": now.year, "numbers": [1] * 12, "happened_on": now.date(), **stamp}
        with pytest.raises(IntegrityError), transaction.atomic():
            CaseloadPlan.objects.create(intervention=plan, **told)

    def test_off_the_page(self, hers: Client, plan: Intervention, rosa: User, now):
        gone = grow(plan, by=rosa, at=now).withdraw(by=rosa.acting(now), at=now)
        assert JournalEntry.objects.get(verb="caseload_plan.withdrawn").subject == gone.ref
        assert "Opbouw van de caseload" not in [
            one.part.title for one in hers.get(f"/programma/{plan.ref}/").context["page"].shown
        ]
        with pytest.raises(NotNow):
            CaseloadPlan.objects.first().withdraw(by=rosa.acting(now), at=now)

    @pytest.mark.parametrize("who", ["noor", "fatima", "wil", "bas"])
    def test_nobody_else_plans(self, cast: Cast, plan: Intervention, now, who: str):
        with pytest.raises(NotAllowed):
            grow(plan, by=getattr(cast, who), at=now)
        assert sign_in(getattr(cast, who)).get(url_of(plan, now.year)).status_code == 403


class TestHowItWas:
    def test_who_ran_on_the_last_day_of_the_month(self, cast: Cast, now):
        closed = guide(cast, 1, since=date(2025, 1, 20), at=now)
        for number, since in enumerate((date(2025, 2, 28), date(2025, 3, 1)), start=2):
            guide(cast, number, since=since, at=now)
        endings.agree(endings.close(closed, by=cast.noor, at=now), by=cast.fatima, at=now)
        months = [*months_of([2025])[:4], now.date().replace(day=1)]
        assert [*running_on(cast.here.pk, months).values()] == [1, 2, 3, 3, 2]
        assert [*running_on(cast.elsewhere.pk, months).values()] == [0] * 5
        assert running_on(cast.here.pk, []) == {}

    def test_small_numbers_are_hidden_from_who_sees_no_names(
        self, cast: Cast, plan: Intervention, rosa: User, hers: Client, now
    ):
        year = now.year - 1
        for number in range(3):
            guide(cast, number, since=date(year, 1, 20), at=now)
        grow(plan, 4, 5, year=year, by=rosa, at=now)
        january = f"januari {year}"
        assert shown(hers, plan)[january] == ("4", OF_FEW)
        assert shown(sign_in(cast.noor), plan)[january] == ("4", OF_FEW)
        assert shown(sign_in(cast.fatima), plan)[january] == ("4", "3")
        for number in range(3, 5):
            guide(cast, number, since=date(year, 2, 20), at=now)
        assert shown(hers, plan)[f"februari {year}"] == ("5", "5")

    def test_what_was_published_is_no_measure_of_who_came_since(
        self, cast: Cast, plan: Intervention, rosa: User, hers: Client, now
    ):
        year = now.year - 1
        for number in range(5):
            guide(cast, number, since=date(year, 1, 20), at=now)
        grow(plan, 4, 5, year=year, by=rosa, at=now)
        publish(plan, by=rosa, at=now)
        guide(cast, 5, since=date(year, 2, 20), at=now)
        assert [one for _, one in shown(hers, plan).values()] == ["5", OF_FEW]
        assert [one for _, one in shown(sign_in(cast.noor), plan).values()] == ["5", OF_FEW]
        assert [one for _, one in shown(sign_in(cast.fatima), plan).values()] == ["5", "6"]

    def test_under_the_picture_stands_where_a_missing_bar_is_told(
        self, plan: Intervention, rosa: User, hers: Client, now
    ):
        words = "Staat er geen balk bij Werkelijk? De tabel zegt waarom."
        assert words not in hers.get(f"/programma/{plan.ref}/").content.decode()
        grow(plan, by=rosa, at=now)
        assert words in hers.get(f"/programma/{plan.ref}/").content.decode()

    def test_a_month_that_is_not_over_is_not_known(self, plan: Intervention, rosa: User, hers: Client, now):
        grow(plan, *range(12), year=now.year + 1, by=rosa, at=now)
        assert {one[1] for one in shown(hers, plan).values()} == {"nog niet bekend"}

    def test_of_another_part_of_the_programme_no_young_people_are_counted(
        self, cast: Cast, rosa: User, hers: Client, now
    ):
        guide(cast, 1, since=date(now.year - 1, 1, 2), at=now)
        other = begin_own(municipality=cast.here, name="Straatcoach", by=rosa.acting(now), at=now)
        grow(other, 3, year=now.year - 1, by=rosa, at=now)
        assert shown(hers, other)[f"januari {now.year - 1}"] == ("3", "nog niet bekend")

    def test_without_an_approach_nothing_is_shown(self, plan: Intervention, now):
        assert smallest_shown(plan, now.date()) == 5
        assert smallest_shown(plan, date(1990, 1, 1)) > 500
        assert Edition.objects.exists()


class TestCounting:
    def test_planned_beside_real(self):
        january, february, march = months_of([2025])[:3]
        planned = {january: 4, february: 5}
        assert counted(planned, {january: 4, march: 0}, smallest=5) == (
            MonthCount(january, 4, None, True),
            MonthCount(february, 5, None, False),
            MonthCount(march, None, 0, False),
        )
        assert counted(planned, {january: 4}, smallest=0)[0].real == 4
        assert counted(planned, {january: 5}, smallest=5)[0].real == 5

    @pytest.mark.parametrize(
        ("number", "before", "said"),
        [
            (6, [], 6),
            (6, [6], 6),
            (6, [5], None),
            (6, [10], None),
            (6, [11], 6),
            (10, [5], 10),
            (10, [6], None),
            (0, [5], 0),
            (5, [0], 5),
            (0, [None], None),
            (20, [None], None),
            (20, [None, 20], None),
            (20, [8, 19], None),
            (20, [19, 8], None),
            (20, [8, 15], 20),
        ],
    )
    def test_beside_what_earlier_versions_showed(
        self, number: int, before: list[int | None], said: int | None
    ):
        (january, february) = months_of([2025])[:2]
        versions = [{january: one, february: 19} for one in before]
        (told,) = counted({}, {january: number}, smallest=5, before=versions)
        assert (told.real, told.hidden) == (said, said is None)
        (told,) = counted({}, {january: number}, smallest=0, before=versions)
        assert (told.real, told.hidden) == (number, False)  # to who may see every name

    def test_of_a_month_that_no_version_knew(self):
        (january, february) = months_of([2025])[:2]
        told = counted({february: 3}, {january: 6}, smallest=5, before=[{february: 5}, {}])
        assert told == (MonthCount(january, None, 6), MonthCount(february, 3, None))

    def test_the_last_day_of_a_month(self):
        assert last_day(date(2024, 2, 1)) == date(2024, 2, 29)
        assert last_day(date(2025, 12, 1)) == date(2025, 12, 31)

    def test_an_account_is_empty_until_told(self):
        assert CaseloadAccount().numbers == (None,) * 12
