"""What we told whom: written when it stands on his screen first or with another day, and never changed."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from regie.base.actors import Actor, ActorKind
from regie.base.clock import day
from regie.base.errors import NotAllowed
from regie.clocks.enums import Change
from regie.clocks.models import Notice
from regie.clocks.queries import ToldSoFar, told_so_far
from regie.clocks.rules import Heard, News, Term, Told, news
from regie.desk.pages.today import today_page
from regie.persons.rules import Identity
from regie.privacy.models import JournalEntry
from regie.trajectories.models import Referral, Trajectory
from tests.cast import TESTER, Cast
from tests.clocks.terms import rule
from tests.factories import people
from tests.factories.detention import hold, release, sentence
from tests.factories.terms import look, term_of

JUNE, JULY = date(2026, 6, 20), date(2026, 7, 20)
TODAY, IN = date(2026, 11, 18), date(2026, 11, 14)
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


def term(due: date | None, code: str = "a_term") -> Term:
    """A term that is due that day, or any day."""
    told = Told(due, "detention", "Vrijlating", earliest=None if due else JUNE)
    return Term(rule(code), told, due, told.earliest)


class TestWhatIsNew:
    @pytest.mark.parametrize(
        ("heard", "now", "new"),
        [
            (None, JUNE, News(Change.NEW)),
            (Heard(JUNE), JUNE, None),
            (Heard(JULY), JUNE, News(Change.EARLIER, JULY)),
            (Heard(JUNE), JULY, News(Change.LATER, JUNE)),
            (Heard(None), None, None),
            (Heard(JUNE), None, News(Change.EARLIER, JUNE)),
            (Heard(None), JUNE, News(Change.LATER)),
        ],
    )
    def test_beside_what_he_was_told_before(self, heard: Heard | None, now: date | None, new: News | None):
        assert news([(term(now), heard)]) == new

    def test_it_is_the_earliest_plausible_day_that_he_was_told(self):
        sooner = Term(rule(), Told(JULY, "detention", "Vrijlating"), JULY, JUNE)
        assert news([(sooner, Heard(JUNE))]) is None
        assert news([(sooner, Heard(JULY))]) == News(Change.EARLIER, JULY)

    @pytest.mark.parametrize(
        ("heard", "new"),
        [
            ((None, None), News(Change.NEW)),
            ((Heard(None), None), None),  # his line was there; how much is left to do, it says itself
            ((Heard(JULY), Heard(JUNE)), News(Change.EARLIER, JUNE)),
            ((None, Heard(JULY)), News(Change.EARLIER, JULY)),
        ],
    )
    def test_of_all_that_waits_for_who_can_walk_out_any_day(self, heard, new: News | None):
        both = [term(None, "one"), term(None, "another")]
        assert news(list(zip(both, heard, strict=True))) == new


class TestItIsWritten:
    def test_when_it_stands_on_his_screen_first(self, cast: Cast, trajectory, now):
        look(cast.noor, at=now)
        told = Notice.objects.get(rule="first_contact")
        expected = term_of(trajectory, "first_contact", on=TODAY)
        assert (told.told_to, told.told_to_label, told.referral) == (cast.noor, "Noor", trajectory.referral)
        assert (told.occurrence, told.due, told.channel) == ("referral", expected.acts_by, "screen")
        assert (told.recorded_at, told.recorded_by_label, told.follows) == (now, "Noor", None)

    def test_once_as_long_as_its_day_stays(self, cast: Cast, trajectory, now):
        for later in (0, 1, 30):
            look(cast.noor, at=now + later * DAY)
        assert Notice.objects.filter(rule="first_contact").count() == 1

    def test_anew_with_another_day_also_when_that_is_what_it_was(self, cast: Cast, trajectory, now):
        days = [TODAY + 3 * WEEK, TODAY + 2 * WEEK, TODAY + 3 * WEEK]
        moved(trajectory, cast, days, at=now)
        told = list(Notice.objects.filter(rule="release_week").order_by("pk"))
        assert [one.due + WEEK for one in told] == days
        assert [one.follows for one in told] == [None, *told[:-1]]

    def test_that_it_can_be_any_day_has_no_day(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN)
        release(trajectory.person, at=now, certainty="any_day")
        for later in range(3):
            look(cast.noor, at=now + later * DAY)
        assert [one.due for one in Notice.objects.filter(rule="release_week")] == [None]

    def test_of_each_who_looks_by_himself(self, cast: Cast, trajectory, now):
        for user in (cast.noor, cast.fatima, cast.sem):
            look(user, at=now)
        told = Notice.objects.filter(rule="first_contact").values_list("told_to_label", flat=True)
        assert set(told) == {"Noor", "Fatima"}

    def test_of_an_open_referral_and_that_counts_on_when_he_is_guided(self, cast: Cast, now):
        referral = people.refer(cast, at=now)
        look(cast.noor, at=now)
        (told,) = Notice.objects.all()
        assert (told.rule, told.referral.ref) == ("referral_weighed", referral.ref)
        people.weigh(referral, by=cast.noor, at=now)
        later = now + DAY
        referral.accept(planned_end=TODAY + 900 * DAY, by=cast.noor.acting(later), at=later)
        so_far = told_so_far(cast.noor.acting(later), [referral], on=day(later))
        assert set(so_far.before) == {(referral.ref, "referral_weighed", "referral")}

    def test_and_no_entry_in_the_journal(self, cast: Cast, trajectory, now):
        before = JournalEntry.objects.count()
        look(cast.noor, at=now)
        assert Notice.objects.exists()
        assert JournalEntry.objects.count() == before

    def test_in_one_query_and_in_none_when_nothing_is_new(self, cast: Cast, trajectory, now):
        asked = []
        for _ in range(2):
            (shown, so_far), noor = shown_to(cast, now), cast.noor.acting(now)
            with CaptureQueriesContext(connection) as queries:
                Notice.tell(shown, last=so_far.last, to=cast.noor, by=noor, at=now)
            asked.append(len(queries))
        assert asked == [1, 0]


class TestTwoScreensAtOnce:
    def test_tell_it_once_the_first_time(self, cast: Cast, trajectory, now):
        shown, nothing = shown_to(cast, now)
        for _ in range(2):
            Notice.tell(shown, last=nothing.last, to=cast.noor, by=cast.noor.acting(now), at=now)
        assert Notice.objects.filter(rule="first_contact").count() == 1

    def test_and_when_its_day_moved(self, cast: Cast, trajectory, now):
        moved(trajectory, cast, [TODAY + 3 * WEEK], at=now)
        release(trajectory.person, at=now + DAY, expected_on=TODAY + 2 * WEEK)
        shown, so_far = shown_to(cast, now + DAY)
        for _ in range(2):
            Notice.tell(shown, last=so_far.last, to=cast.noor, by=cast.noor.acting(now), at=now)
        assert Notice.objects.filter(rule="release_week").count() == 2


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima"])
    def test_to_say_that_a_colleague_was_told(self, cast: Cast, trajectory, now, who: str):
        shown, so_far = shown_to(cast, now)
        namesake = Actor(ActorKind.YOUNG_PERSON, str(cast.noor.pk), "Jayden")
        for by in (getattr(cast, who).acting(now), TESTER, namesake):
            with pytest.raises(NotAllowed):
                Notice.tell(shown, last=so_far.last, to=cast.noor, by=by, at=now)
        assert not Notice.objects.exists()

    def test_to_change_or_remove_it(self, cast: Cast, trajectory, now):
        look(cast.noor, at=now)
        told = Notice.objects.first()
        for change in (
            told.save,
            told.delete,
            Notice.objects.all().delete,
            lambda: Notice.objects.update(due=JUNE),
        ):
            with pytest.raises(TypeError):
                change()

    def test_by_the_database_to_tell_it_first_twice(self, cast: Cast, trajectory, now):
        look(cast.noor, at=now)
        told = Notice.objects.filter(rule="first_contact").values().get()
        with pytest.raises(IntegrityError), transaction.atomic():
            Notice.objects.create(**(told | {"id": None}))


class TestItIsSeen:
    def test_by_who_may_see_him(self, cast: Cast, trajectory, now):
        look(cast.noor, at=now)
        users = (cast.noor, cast.sem, cast.fatima, cast.wil, cast.ada, cast.bas)
        seen = [Notice.objects.visible_to(user.acting(now)).exists() for user in users]
        assert seen == [True, False, True, False, False, False]

    def test_of_an_open_referral_by_who_screens_it_or_coordinates(self, cast: Cast, referral, now):
        look(cast.sem, at=now)
        users = (cast.noor, cast.sem, cast.fatima, cast.wil, cast.bas)
        seen = [Notice.objects.visible_to(user.acting(now)).exists() for user in users]
        assert seen == [True, True, True, False, False]


class TestBeforeToday:
    def test_what_he_was_told_today_is_new_all_day(self, cast: Cast, trajectory, now):
        moved(trajectory, cast, [TODAY + 3 * WEEK, TODAY + 2 * WEEK], at=now)
        for hours in (1, 5):
            later = now + DAY + timedelta(hours=hours)
            assert new_of(trajectory, cast, later) == News(Change.EARLIER, TODAY + 2 * WEEK)
            look(cast.noor, at=later)
        assert new_of(trajectory, cast, now + 2 * DAY) is None

    def test_the_day_is_that_of_the_netherlands(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN)
        release(trajectory.person, at=now, expected_on=TODAY + 2 * WEEK)
        late = now.replace(hour=23, minute=30)  # half past midnight, the next day
        look(cast.noor, at=late)
        assert new_of(trajectory, cast, late + timedelta(hours=2)) is None
        assert told_so_far(cast.noor.acting(late), [trajectory.referral], on=day(late)).ever is False

    def test_on_his_first_day_nothing_is_new(self, cast: Cast, trajectory, now):
        look(cast.noor, at=now)
        assert not told_so_far(cast.noor.acting(now), [trajectory.referral], on=TODAY).ever
        other = people.refer(cast, at=now, who=Identity("Kevin", "Smeets", date(2004, 5, 3)))
        tomorrow = told_so_far(cast.noor.acting(now), [other], on=TODAY + DAY)
        assert tomorrow.ever
        assert tomorrow.news_of(other, [term(JUNE)]) == News(Change.NEW)

    def test_what_a_colleague_was_told_says_nothing(self, cast: Cast, trajectory, now):
        look(cast.fatima, at=now)
        assert not told_so_far(cast.noor.acting(now), [trajectory.referral], on=TODAY + DAY).last

    def test_a_referral_that_was_told_better_is_the_same(self, cast: Cast, referral, now):
        look(cast.noor, at=now)
        better = referral.add_correction(by=TESTER, at=now, facility="PI Vught")
        assert told_so_far(cast.noor.acting(now), [better], on=TODAY + DAY).before


def moved(trajectory: Trajectory, cast: Cast, days: list[date], *, at: datetime) -> None:
    """Each day another date of release (without end leave), and Noor looks."""
    hold(trajectory.person, at=at, entered_on=IN)
    sentence(trajectory.person, at=at, months=18)
    for later, expected_on in enumerate(days):
        release(trajectory.person, at=at + later * DAY, expected_on=expected_on)
        look(cast.noor, at=at + later * DAY)


def shown_to(cast: Cast, at: datetime) -> tuple[tuple[tuple[Referral, Term], ...], ToldSoFar]:
    """What would stand on her screen, and what she was told of it."""
    page = today_page(cast.noor.acting(at), on=day(at), address={})
    return page.shown, page.told


def new_of(trajectory: Trajectory, cast: Cast, at: datetime) -> News | None:
    """What is new to Noor of preparing his release."""
    so_far = told_so_far(cast.noor.acting(at), [trajectory.referral], on=day(at))
    return so_far.news_of(trajectory.referral, [term_of(trajectory, "release_week", on=day(at))])
