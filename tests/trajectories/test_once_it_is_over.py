"""Once his guidance is over nothing asks for him any more: no mail, no calendar, no list, no day that is judged."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.clocks.actions import judge_terms
from regie.clocks.models import Judgement
from regie.clocks.queries import called
from regie.desk.pages.first_hours_block import first_hours_block
from regie.mailing.models import Mail
from regie.trajectories.actions import take_back_closure
from regie.trajectories.models import Trajectory
from tests.cast import TESTER, Cast
from tests.factories import calendars, endings, people
from tests.factories.detention import hear, hold, release
from tests.factories.first_days import free
from tests.mailing.office import ask, make

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


@pytest.fixture
def now() -> datetime:
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def today(now: datetime) -> date:
    return day(now)


@pytest.fixture
def inside(cast: Cast, trajectory: Trajectory, now: datetime, today: date) -> Trajectory:
    """Jayden is inside; next week there is a hearing, and in three weeks he comes out."""
    hold(trajectory.person, at=now, entered_on=today - 20 * DAY)
    hear(trajectory.person, at=now, happened_on=today + WEEK)
    release(trajectory.person, at=now, expected_on=today + 3 * WEEK)
    return trajectory


@pytest.fixture
def out(cast: Cast, now: datetime, today: date) -> Trajectory:
    """Jayden came out yesterday."""
    his = people.guide(cast, at=now - 8 * DAY)
    hold(his.person, at=now, entered_on=today - 12 * DAY)
    free(his, by=cast.noor, at=now, on=today - DAY)
    return his


def dies(trajectory: Trajectory, cast: Cast, now: datetime) -> None:
    endings.close(trajectory, "died", by=cast.noor, at=now)


def test_a_mail_does_not_count_him(cast: Cast, inside, now):
    noor, monday = cast.noor.acting(now), now + (7 - now.weekday()) * DAY
    for user in (cast.noor, cast.fatima):
        ask(user, at=now)
    assert called(noor, on=day(monday))
    dies(inside, cast, now)
    assert not called(noor, on=day(monday))
    make(monday.replace(hour=11))
    assert not [mail.counts for mail in Mail.objects.all() if any(vars(mail.counts).values())]


def test_the_calendar_does_not_know_him(cast: Cast, inside, now):
    token = calendars.make(cast.noor, at=now).token
    assert calendars.told(token)
    dies(inside, cast, now)
    assert not calendars.told(token)
    take_back_closure(trajectory=inside, by=cast.noor.acting(now), at=now)
    assert calendars.told(token)


def test_no_term_is_judged_after_the_day(cast: Cast, inside, now, today):
    judge_terms(by=TESTER, at=now + DAY)
    before = Judgement.objects.count()
    assert before
    dies(inside, cast, now + DAY)
    judge_terms(by=TESTER, at=now + 60 * DAY)
    assert Judgement.objects.count() == before


def test_his_first_days_are_not_on_vandaag(cast: Cast, out, now, today):
    viewers = [who.acting(now) for who in (cast.noor, cast.fatima)]
    assert all(first_hours_block(viewer, [], on=today) for viewer in viewers)
    dies(out, cast, now)
    assert not any(first_hours_block(viewer, [], on=today) for viewer in viewers)


def test_his_page_counts_down_to_no_release(cast: Cast, inside, now, noor: Client):
    way, week = (reverse(f"desk:{name}", args=[inside.person.ref]) for name in ("person", "release_week"))
    assert week in noor.get(way).content.decode()
    assert "/te-regelen/" in noor.get(week).content.decode()
    dies(inside, cast, now)
    assert week not in noor.get(way).content.decode()
    assert "/te-regelen/" not in noor.get(week).content.decode()


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("first_hours", "tell_night"),
        ("disclosures", "tell_disclosure"),
        ("involved", "tell_involvement"),
        ("requests", "tell_partnerrequest"),
        ("barriers", "tell_barrier"),
        ("moved", "tell_casemanager"),
        ("detained_again", "tell_disclosure"),
    ],
)
def test_no_page_offers_to_write_more(cast: Cast, out, now, noor: Client, name: str, way: str):
    his = [out.person.ref]
    page, writes = reverse(f"desk:{name}", args=his), reverse(f"desk:{way}", args=his)
    assert writes in noor.get(page).content.decode()
    dies(out, cast, now)
    assert writes not in noor.get(page).content.decode()
