"""A release came nearer: by the days that truly held, in this detention."""

from datetime import date, timedelta

import pytest

from regie.base.clock import day
from regie.detention.enums import Certainty, ReleaseKind, Title
from regie.detention.queries import history
from regie.detention.rules import Moved, ReleaseFacts, moved_earlier
from tests.cast import TESTER, Cast
from tests.factories import people
from tests.factories.detention import hold, release

IN, TODAY = date(2026, 6, 1), date(2026, 7, 6)
TENTH, TWELFTH, TWENTIETH, THIRTIETH = (date(2026, 7, number) for number in (10, 12, 20, 30))
ANY = "any day"


def told(*days: date | str | None, kind: ReleaseKind = ReleaseKind.END_OF_SENTENCE) -> list[ReleaseFacts]:
    return [
        ReleaseFacts(
            one if isinstance(one, date) else None,
            kind,
            Certainty.ANY_DAY if one == ANY else Certainty.EXPECTED if one else Certainty.UNSURE,
            IN + timedelta(days=number),
        )
        for number, one in enumerate(days)
    ]


@pytest.mark.parametrize(
    ("days", "came"),
    [
        ((), None),
        ((TENTH,), None),
        ((TENTH, TWENTIETH), None),
        ((TWENTIETH, TENTH), Moved(TWENTIETH, TENTH)),
        ((THIRTIETH, TWENTIETH, TENTH), Moved(TWENTIETH, TENTH)),
        ((TWENTIETH, TENTH, TWELFTH), Moved(TWENTIETH, TWELFTH)),
        ((TWENTIETH, TENTH, TWENTIETH), None),
        ((TWENTIETH, TENTH, TENTH), Moved(TWENTIETH, TENTH)),
        ((TWENTIETH, None), None),
        ((TWENTIETH, None, TENTH), Moved(TWENTIETH, TENTH)),
        ((TWENTIETH, ANY), Moved(TWENTIETH, None)),
        ((date(2026, 7, 1), ANY), None),  # that day is over: nothing came nearer
        ((ANY, TENTH), None),
    ],
)
def test_by_the_days_that_held(days: tuple[date | str | None, ...], came: Moved | None):
    assert moved_earlier(told(*days), title=Title.PRISON, came_in=IN, on=TODAY) == came


def test_a_planned_end_never_held_in_pretrial_detention():
    rule = {"title": Title.PRETRIAL, "came_in": IN, "on": TODAY}
    assert moved_earlier(told(TWENTIETH, TENTH), **rule) is None
    suspended = told(TWENTIETH, TENTH, kind=ReleaseKind.SUSPENSION)
    assert moved_earlier(suspended, **rule) == Moved(TWENTIETH, TENTH)
    planned = told(TWENTIETH, TENTH)[1]  # told after the suspension, which still holds
    assert moved_earlier([suspended[0], planned], **rule) is None


def test_how_many_days():
    assert (Moved(TWENTIETH, TENTH).days, Moved(TWENTIETH, None).days) == (10, None)


class TestOfOnePerson:
    @pytest.fixture
    def him(self, cast: Cast, now):
        person = people.guide(cast, at=now).person
        hold(person, at=now, entered_on=day(now) - timedelta(days=60))
        return person

    def test_what_was_corrected_or_taken_back_never_held(self, him, now):
        soon, later = day(now) + timedelta(days=10), day(now) + timedelta(days=20)
        first = release(him, at=now, expected_on=later)
        release(him, at=now, expected_on=soon)
        assert history(him).moved_earlier(on=day(now)) == Moved(later, soon)
        first.withdraw(by=TESTER, at=now)
        assert history(him).moved_earlier(on=day(now)) is None

    def test_of_an_earlier_detention_or_of_who_is_free_nothing_came_nearer(self, him, now):
        soon, later = day(now) - timedelta(days=30), day(now) + timedelta(days=20)
        release(him, at=now, expected_on=later, known_since=day(now) - timedelta(days=50))
        release(him, at=now, expected_on=soon, known_since=day(now) - timedelta(days=40))
        assert history(him).moved_earlier(on=day(now)) == Moved(later, soon)
        stay = history(him).stays[0]
        stay.leave(on=soon, by=TESTER, at=now)
        assert history(him).moved_earlier(on=day(now)) is None
        hold(him, at=now, entered_on=day(now) - timedelta(days=5))
        assert history(him).moved_earlier(on=day(now)) is None

    def test_a_day_that_was_told_before_he_came_in_again_is_not_of_this_detention(self, him, now):
        for number, days in enumerate((20, 3)):
            told_on = day(now) - timedelta(days=50 - number)
            release(him, at=now, expected_on=day(now) + timedelta(days=days), known_since=told_on)
        history(him).stays[0].leave(on=day(now) - timedelta(days=10), by=TESTER, at=now)
        hold(him, at=now, entered_on=day(now) - timedelta(days=5))
        again = history(him)
        assert again.whereabouts(on=day(now)).release is None
        assert again.moved_earlier(on=day(now)) is None
        anew = release(him, at=now, expected_on=day(now) + timedelta(days=9))
        assert history(him).whereabouts(on=day(now)).release.ref == anew.ref
