"""What is open of a partner who is involved no more asks nothing; the officer says what came of it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from regie.base.errors import NotNow
from regie.requests.enums import AnswerKind, RequestState
from regie.requests.models import PartnerRequest
from regie.requests.queries import open_of_involvement, open_requests, requests_of, story_of
from regie.requests.rules import FOLLOWS, may_follow
from regie.trajectories.models import Involvement
from tests.cast import Cast
from tests.factories import people, requests

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)
CLOSING = {AnswerKind.DONE, AnswerKind.DECLINED, AnswerKind.CALLED_OFF}


@pytest.fixture
def involved(cast: Cast, trajectory, now) -> Involvement:
    """The credit bank, up to and including tomorrow."""
    days = {"happened_on": TODAY - 7 * DAY, "until": TODAY + DAY}
    return people.involve(trajectory, by=cast.noor, at=now, **days)


@pytest.fixture
def asked(cast: Cast, involved, now) -> PartnerRequest:
    return requests.ask(involved, by=cast.noor, at=now)


def end(one: Involvement, **by: Any) -> None:
    one.end(ended_on=TODAY, why="Klaar.", **by)


def withdraw(one: Involvement, **by: Any) -> None:
    one.withdraw(**by)


def shorten(one: Involvement, **by: Any) -> None:
    one.add_correction(until=TODAY - DAY, **by)


@pytest.mark.parametrize("over", [end, withdraw, shorten])
def test_however_it_ended_it_asks_nothing(
    cast: Cast, trajectory, involved, asked, now, over: Callable[..., None]
):
    noor = cast.noor.acting(now)
    assert requests_of(trajectory)[0].asks(TODAY)
    assert open_of_involvement(involved, on=TODAY) == len(open_requests(noor, on=TODAY)) == 1
    over(involved, by=noor, at=now)
    (story,) = requests_of(trajectory)
    assert story.is_open
    assert not story.asks(TODAY)
    assert story_of(asked).over_from == story.over_from
    assert open_of_involvement(involved, on=TODAY) == len(open_requests(noor, on=TODAY)) == 0


def test_after_its_last_day_without_anybody_doing_anything(trajectory, asked):
    (story,) = requests_of(trajectory)
    assert story.asks(TODAY + DAY)
    assert not story.asks(TODAY + 2 * DAY)


def test_as_it_was_known_that_day(cast: Cast, trajectory, involved, asked, now):
    involved.withdraw(by=cast.noor.acting(now), at=now + DAY)
    assert requests_of(trajectory, as_known=TODAY)[0].asks(TODAY)
    assert not requests_of(trajectory)[0].asks(TODAY)


def test_longer_after_all_it_asks_again(cast: Cast, trajectory, involved, asked, now):
    involved.add_correction(until=TODAY + 30 * DAY, by=cast.noor.acting(now), at=now)
    assert requests_of(trajectory)[0].asks(TODAY + 9 * DAY)


@pytest.mark.parametrize("kind", sorted(CLOSING))
def test_the_officer_says_what_came_of_it(cast: Cast, trajectory, involved, asked, now, kind: AnswerKind):
    end(involved, by=cast.noor.acting(now), at=now)
    requests.answer(asked, kind, by=cast.noor, at=now, words="Zo.")
    assert requests_of(trajectory)[0].state == kind.value


@pytest.mark.parametrize(
    ("kind", "more"), [(AnswerKind.ACCEPTED, {}), (AnswerKind.OTHER_DAY, {"proposed_on": TODAY + 9 * DAY})]
)
def test_and_not_that_he_will_do_it(cast: Cast, involved, asked, now, kind: AnswerKind, more: dict):
    end(involved, by=cast.noor.acting(now), at=now)
    with pytest.raises(NotNow, match="niet meer betrokken"):
        requests.answer(asked, kind, by=cast.noor, at=now, **more)


def test_or_takes_back_what_was_never_asked(cast: Cast, trajectory, involved, asked, now):
    end(involved, by=cast.noor.acting(now), at=now)
    asked.withdraw(by=cast.noor.acting(now), at=now)
    assert requests_of(trajectory) == []


@pytest.mark.parametrize("state", RequestState)
def test_what_may_follow_is_what_closes_it(state: RequestState):
    assert may_follow(state, over=False) == FOLLOWS[state]
    assert may_follow(state, over=True) == FOLLOWS[state] & CLOSING
