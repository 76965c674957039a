"""What is counted of a year comes from the facts as they stand, of whom the viewer sees, in a fixed number of queries."""

from datetime import date, timedelta

import pytest
from django.db.models import QuerySet

from regie.approach.models import Edition
from regie.base.errors import NotAllowed
from regie.clocks.enums import Verdict
from regie.contacts.enums import ContactKind, Outcome
from regie.insight.queries import account_of, first_began, insight_of
from regie.insight.rules import Insight, Line, Year
from regie.plans.enums import ConditionAnswer, MeasuredAt
from regie.trajectories.models import Closure, Trajectory
from tests.cast import TESTER, Cast
from tests.factories import years
from tests.pinned.counting import questions

SPRING = date(2025, 4, 1)


@pytest.fixture
def year(now) -> Year:
    """Last year."""
    return Year(2025, now.date())


@pytest.fixture
def kai(cast: Cast, now) -> Trajectory:
    """Noor guides Kai since February of last year."""
    return years.guide(cast, 1, since=date(2025, 2, 1), at=now)


def told(cast: Cast, year: Year, now, who: str = "fatima") -> Insight:
    found = insight_of(getattr(cast, who).acting(now), cast.here, year=year)
    assert found is not None
    return found


class TestWhoCameAndWent:
    def test_as_the_facts_stand(self, cast: Cast, kai: Trajectory, now, year):
        gone = years.guide(cast, 2, since=date(2024, 2, 1), at=now)
        years.stop(gone, on=SPRING, reason="moved", at=now)
        flow = told(cast, year, now).flow
        assert (flow.before, flow.begun, flow.stopped, flow.after, flow.together) == (1, 1, 1, 1, 2)
        assert flow.reasons == (Line("Hij is verhuisd", (1,)),)

    def test_what_was_taken_back_or_waits_for_a_second_person_ends_nothing(self, cast, kai, now, year):
        years.stop(kai, on=SPRING, at=now).add_correction(by=TESTER, at=now, withdrawn=True)
        other = years.guide(cast, 2, since=SPRING, at=now)
        closure = years.stop(other, on=date(2025, 6, 1), at=now)
        QuerySet(Closure).filter(pk=closure.pk).update(second_person=True)
        assert told(cast, year, now).flow.stopped == 0

    def test_who_went_on_again(self, cast, kai, now, year):
        years.go_on(years.stop(kai, on=SPRING, at=now), since=date(2025, 5, 1), at=now)
        assert told(cast, year, now).flow.after == 1
        assert told(cast, year, now).flow.stopped == 0


class TestContact:
    def test_what_stands_in_the_year_with_himself(self, cast, kai, now, year):
        years.meet(kai, on=date(2025, 12, 31), at=now)
        years.meet(kai, on=date(2026, 1, 1), at=now)
        years.meet(kai, on=date(2024, 12, 31), at=now)
        years.meet(kai, on=SPRING, outcome=Outcome.ATTEMPTED, at=now)
        years.meet(kai, on=SPRING, at=now).add_correction(by=TESTER, at=now, withdrawn=True)
        contact = told(cast, year, now).contact
        assert (contact.people, contact.made, contact.tried) == ((1, 0, 0), 1, 1)

    def test_with_a_partner_is_none_with_him(self, cast, kai, now, year):
        moment = years.meet(kai, on=SPRING, at=now)
        moment.add_correction(by=TESTER, at=now, kind=ContactKind.PARTNER, party="Els")
        assert told(cast, year, now).contact.people == (0, 0, 1)


class TestTerms:
    def test_the_last_verdict_of_the_year(self, cast, kai, now, year):
        years.judge(kai, Verdict.MISSED, on=SPRING, at=now)
        years.judge(kai, Verdict.MET, on=SPRING + timedelta(days=2), at=now)
        years.judge(
            kai, Verdict.MISSED, on=SPRING + timedelta(days=1), at=now
        )  # written later, judged for an earlier day
        years.judge(kai, Verdict.EXEMPT, on=date(2026, 1, 1), at=now)
        years.judge(kai, Verdict.EXEMPT, on=date(2024, 12, 31), occurrence="before", at=now)
        years.judge(kai, Verdict.UNKNOWN, on=SPRING, occurrence="another", at=now)
        terms = told(cast, year, now).terms
        assert terms.all == (1, 0, 0, 1, 0)
        assert terms.rules == (Line("Eerste contact met hem", (1, 0, 0, 1, 0)),)
        assert terms.on_time == (1, 2)


class TestBasicConditions:
    def test_at_his_release_and_for_the_account(self, cast, kai, now, year):
        years.free(kai, since=date(2025, 1, 2), on=SPRING, at=now)
        years.measure(kai, ConditionAnswer.NO, on=SPRING, at=now)
        years.measure(kai, ConditionAnswer.UNKNOWN, condition="care", on=SPRING, at=now)
        wrong = years.measure(kai, condition="income", on=SPRING, at=now)
        wrong.add_correction(by=TESTER, at=now, withdrawn=True)
        measured = {one.moment: one for one in told(cast, year, now).measured}
        release = measured[MeasuredAt.RELEASE]
        assert release.people == 1
        assert {line.title: line.numbers for line in release.lines} == {
            "Onderdak": (0, 1, 0, 0),
            "Inkomen": (0, 0, 0, 1),
            "Geldig identiteitsbewijs": (0, 0, 0, 1),
            "Zicht op schulden": (0, 0, 0, 1),
            "Zorg": (0, 0, 1, 0),
        }
        account = account_of(cast.fatima.acting(now), cast.here, year=year)
        assert account.lines == release.lines

    def test_by_no_approach_there_are_none(self, cast, kai, now, year):
        QuerySet(Edition).update(valid_from=date(2100, 1, 1))  # nobody loaded one
        assert told(cast, year, now).measured[0].lines == ()


class TestWhoseNumbers:
    def test_an_officer_reads_of_whom_he_guides(self, cast, kai, now, year):
        years.guide(cast, 2, since=SPRING, by=cast.sem, at=now)
        assert told(cast, year, now, "noor").flow.together == 1
        assert told(cast, year, now, "sem").flow.begun == 1
        assert told(cast, year, now, "fatima").flow.together == 2

    def test_nothing_of_elsewhere(self, cast, kai, now, year):
        years.guide(cast, 2, since=SPRING, by=cast.bas, where=cast.elsewhere, at=now)
        assert told(cast, year, now).flow.together == 1

    @pytest.mark.parametrize("who", ["wil", "ada", "bas"])
    def test_nobody_else(self, cast, year, now, who):
        for ask in (insight_of, account_of):
            with pytest.raises(NotAllowed):
                ask(getattr(cast, who).acting(now), cast.here, year=year)

    def test_the_programme_manager_reads_no_small_number(self, cast, now, year):
        years.last_year(cast, at=now)
        flow = told(cast, year, now, "rosa").flow
        assert (flow.before, flow.begun, flow.stopped, flow.after, flow.together) == (12, 8, 6, 14, 20)
        years.guide(cast, 99, since=date(2024, 6, 1), at=now)
        years.stop(Trajectory.objects.latest("pk"), on=SPRING, reason="moved", at=now)
        flow = told(cast, year, now, "rosa").flow
        assert flow.stopped == 7
        assert flow.reasons == (Line("Andere redenen", (None,)),)  # seven less six is the one who moved

    def test_nor_anything_of_the_year_that_runs(self, cast, now, kai):
        year = Year(2026, now.date())
        assert insight_of(cast.rosa.acting(now), cast.here, year=year) is None
        assert account_of(cast.rosa.acting(now), cast.here, year=year) is None
        assert insight_of(cast.noor.acting(now), cast.here, year=year) is not None

    def test_nor_anything_where_nobody_said_how_few_is_too_few(self, cast, now, kai, year):
        QuerySet(Edition).update(valid_from=date(2100, 1, 1))  # nobody loaded one
        assert insight_of(cast.rosa.acting(now), cast.here, year=year) is None
        assert account_of(cast.rosa.acting(now), cast.here, year=year) is None

    def test_since_when_there_is_something_to_read(self, cast, now, kai):
        years.guide(cast, 2, since=date(2024, 6, 1), by=cast.sem, at=now)
        assert first_began(cast.noor.acting(now), cast.here) == date(2025, 2, 1)
        assert first_began(cast.rosa.acting(now), cast.here) == date(2024, 6, 1)
        assert first_began(cast.bas.acting(now), cast.elsewhere) is None
        years.guide(cast, 3, since=date(2023, 6, 1), by=cast.bas, where=cast.elsewhere, at=now)
        assert first_began(cast.rosa.acting(now), cast.here) == date(2024, 6, 1)


@pytest.mark.parametrize(("ask", "number"), [(insight_of, 8), (account_of, 5)])
@pytest.mark.parametrize("size", [2, 12])
def test_the_number_of_queries_does_not_grow_with_people(cast, now, year, ask, number, size):
    years.last_year(cast, at=now, before=size, begun=6, stopped=1)
    viewer = cast.fatima.acting(now)
    assert len(questions(lambda: ask(viewer, cast.here, year=year))) == number
