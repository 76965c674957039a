"""A sign on the day itself: only of what she does not know yet, and at most one a day."""

from datetime import date, timedelta

import pytest

from regie.base.clock import day
from regie.clocks.enums import Change, Channel, State
from regie.clocks.models import Notice
from regie.clocks.rules import News
from regie.mailing.enums import MailKind
from regie.mailing.models import Mail
from regie.mailing.rules import Counts, alarms
from regie.persons.rules import Identity
from tests.cast import Cast
from tests.factories import people
from tests.factories.detention import hold, release, sentence
from tests.factories.terms import handle, look
from tests.mailing.office import ask, make

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
TODAY, IN = date(2026, 11, 18), date(2026, 11, 14)
KAI = Identity("Kai", "Alders", date(2004, 7, 1))
MILAN = Identity("Milan", "de Boer", date(2004, 5, 3))


class TestASign:
    def test_what_is_due_and_was_never_told(self, cast: Cast, trajectory, now):
        ask(cast.noor, at=now)
        make(now)
        assert not Mail.objects.exists()  # it is due in a week
        make(now + 8 * DAY)
        mail = Mail.objects.get()
        assert (mail.kind, mail.counts) == (MailKind.ALARM, Counts(new=2))
        told = set(Notice.objects.values_list("rule", "channel"))
        assert told == {("first_contact", "mail"), ("minimum_pack", "mail")}

    def test_is_none_when_she_saw_it_today_or_before(self, cast: Cast, trajectory, now):
        ask(cast.noor, at=now)
        look(cast.noor, at=now)
        for later in (7, 8, 9):  # its day came, and she knew it
            make(now + later * DAY)
        people.guide(cast, at=now + 9 * DAY, who=MILAN, detained_since=IN - 5 * WEEK)
        look(cast.noor, at=now + 9 * DAY)
        make(now + 9 * DAY + timedelta(hours=1))
        assert not Mail.objects.exists()
        people.guide(cast, at=now + 9 * DAY, who=KAI, detained_since=IN - 5 * WEEK)  # and him she did not see
        make(now + 9 * DAY + timedelta(hours=2))
        assert Mail.objects.get().counts.new

    def test_is_none_twice_for_the_same_term_and_day(self, cast: Cast, trajectory, now):
        ask(cast.noor, at=now)
        for later in (8, 9, 10, 16):
            make(now + later * DAY)
        assert Mail.objects.filter(kind=MailKind.ALARM).count() == 1

    def test_one_a_day_and_what_comes_later_that_day_tomorrow(self, cast: Cast, trajectory, now):
        at = now + 8 * DAY
        ask(cast.noor, at=now)
        make(at)
        people.guide(cast, at=at, who=MILAN, detained_since=IN - 5 * WEEK)
        make(at + timedelta(hours=2))
        assert Mail.objects.count() == 1
        make(at + DAY)
        assert [mail.day for mail in Mail.objects.order_by("pk")] == [day(at), day(at) + DAY]

    def test_when_his_release_moved_earlier(self, cast: Cast, trajectory, now):
        ask(cast.noor, at=now)
        hold(trajectory.person, at=now, entered_on=IN)
        sentence(trajectory.person, at=now, months=18)
        release(trajectory.person, at=now, expected_on=TODAY + 4 * WEEK)
        look(cast.noor, at=now)
        later = now + timedelta(hours=2)
        release(trajectory.person, at=later, expected_on=TODAY + 5 * WEEK)
        make(later)
        assert not Mail.objects.exists()
        release(trajectory.person, at=later, expected_on=TODAY + 3 * WEEK)
        make(later)
        mail = Mail.objects.get()
        assert mail.counts.earlier >= 1
        assert not mail.counts.new
        told = Notice.objects.filter(channel=Channel.MAIL)
        assert mail.counts.earlier == told.count()
        assert told.get(rule="release_week").due == TODAY + 2 * WEEK  # far off, and told all the same

    def test_when_he_can_walk_out_any_day(self, cast: Cast, trajectory, now):
        ask(cast.noor, at=now)
        hold(trajectory.person, at=now, entered_on=IN)
        sentence(trajectory.person, at=now, months=18)
        release(trajectory.person, at=now, expected_on=TODAY + 3 * WEEK)
        look(cast.noor, at=now)
        release(trajectory.person, at=now, certainty="any_day")
        make(now)
        assert Mail.objects.get().counts == Counts(earlier=1)  # all that waits for it is one thing

    @pytest.mark.parametrize(
        ("news", "state", "days", "release", "alarm"),
        [
            (None, State.NOW, 0, False, None),
            (News(Change.NEW), State.NOW, 0, False, Change.NEW),
            (News(Change.NEW), State.THIS_WEEK, 1, True, None),
            (News(Change.EARLIER, TODAY), State.THIS_WEEK, 3, False, Change.EARLIER),
            (News(Change.EARLIER, TODAY), State.THIS_WEEK, 4, False, None),
            (News(Change.EARLIER, TODAY), State.COMING, 20, True, Change.EARLIER),
            (News(Change.EARLIER, TODAY), State.NOW, -2, False, Change.EARLIER),
            (News(Change.LATER, TODAY), State.NOW, 0, True, None),
        ],
    )
    def test_of_what_is_new_beside_what_was_told(self, news, state: State, days: int, release, alarm):
        by_day = TODAY + days * DAY
        assert alarms(news, state=state, by_day=by_day, release=release, on=TODAY) is alarm

    def test_is_none_of_what_is_done(self, cast: Cast, trajectory, now):
        ask(cast.noor, at=now)
        for rule in ("first_contact", "minimum_pack"):
            handle(trajectory, rule, by=cast.noor, at=now)
        make(now + 8 * DAY)
        assert not Mail.objects.exists()
