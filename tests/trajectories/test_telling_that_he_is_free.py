"""Hij is vrij: told by who guides him, before any message; and taken back when it was not so."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.accounts.models import Absence, Cover
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.clocks.queries import standings
from regie.detention.enums import Arrival
from regie.detention.models import Stay
from regie.detention.models.stay import StayAccount
from regie.detention.rules import StayFacts, came_out, free_since
from regie.persons.rules import Identity
from regie.privacy.models import JournalEntry
from regie.trajectories.actions import correct_detention, tell_still_inside
from regie.trajectories.models import Trajectory
from tests.cast import TESTER, Cast, sign_in
from tests.factories import people
from tests.factories.detention import hold
from tests.factories.first_days import free

TODAY, IN = date(2026, 11, 18), date(2026, 11, 14)
DAY = timedelta(days=1)


@pytest.fixture
def inside(trajectory: Trajectory, now) -> Stay:
    """He is in PI Sittard."""
    return hold(trajectory.person, at=now, entered_on=IN)


def since(trajectory: Trajectory, on: date = TODAY) -> date | None:
    return free_since([stay.facts for stay in stays(trajectory)], on=on)


def stays(trajectory: Trajectory) -> list[Stay]:
    return list(Stay.objects.current().of(trajectory.person).order_by("happened_on", "pk"))


def entries(trajectory: Trajectory) -> list[JournalEntry]:
    return list(JournalEntry.objects.filter(subject=trajectory.person.ref).order_by("pk"))


def phase(trajectory: Trajectory, on: date) -> str:
    found = Trajectory.objects.select_related("referral", "municipality").filter(pk=trajectory.pk)
    return standings(found, on=on)[trajectory.pk].phase_title


def way(verb: str, trajectory: Trajectory) -> str:
    return reverse(f"desk:{verb}", args=[trajectory.person.ref])


class TestItWorks:
    def test_the_stay_he_is_in_ends_and_his_first_days_begin(self, cast: Cast, trajectory, inside, now):
        before = len(entries(trajectory))
        left = free(trajectory, by=cast.noor, at=now)
        assert (left.ref, left.entered_on, left.left_on, left.facility) == (
            inside.ref,
            IN,
            TODAY,
            "PI Sittard",
        )
        assert since(trajectory) == TODAY
        assert phase(trajectory, TODAY) == "Vrijlating"
        told = entries(trajectory)[before:]
        assert [(one.verb, one.fields) for one in told] == [("stay.recorded", ["left_on"])]

    @pytest.mark.parametrize("days", [0, 1, 9])
    def test_when_nothing_was_told_a_stay_is_told_that_ended(self, cast: Cast, now, days: int):
        his = people.guide(cast, at=now - 20 * DAY, who=Identity("Tom", "Vos"), detained_since=None)
        left = free(his, by=cast.noor, at=now, on=TODAY - days * DAY)
        assert (left.entered_on, left.left_on, left.happened_on) == (
            None,
            TODAY - days * DAY,
            TODAY - days * DAY,
        )
        assert since(his) == TODAY - days * DAY
        assert phase(his, TODAY - days * DAY) == "Vrijlating"

    def test_told_late_of_a_stay_whose_first_day_nobody_knows(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now)
        left = free(trajectory, by=cast.noor, at=now, on=TODAY - 2 * DAY)
        assert left.happened_on == TODAY - 2 * DAY
        assert since(trajectory, TODAY - DAY) == TODAY - 2 * DAY

    def test_after_a_move_it_is_where_he_was_last(self, cast: Cast, trajectory, inside, now):
        moved = hold(
            trajectory.person, at=now, entered_on=TODAY - DAY, arrival=Arrival.MOVED, facility="PI Vught"
        )
        assert free(trajectory, by=cast.noor, at=now).ref == moved.ref

    def test_who_covers_can_tell_it(self, cast: Cast, trajectory, inside, now):
        absence = Absence(cast.noor, cast.here, cast.sem, TODAY, TODAY + DAY)
        Cover.arrange(absence, by=cast.noor.acting(now), at=now)
        free(trajectory, by=cast.sem, at=now)
        assert since(trajectory) == TODAY

    def test_back_inside_that_day_and_free_again(self, cast: Cast, trajectory, inside, now):
        free(trajectory, by=cast.noor, at=now)
        again = hold(trajectory.person, at=now, entered_on=TODAY, facility="PI Vught")
        assert since(trajectory) is None
        assert free(trajectory, by=cast.noor, at=now).ref == again.ref
        assert [stay.left_on for stay in stays(trajectory)] == [TODAY, TODAY]


class TestTwiceIsOnce:
    def test_by_two_officers_of_the_same_day(self, cast: Cast, trajectory, inside, now):
        first, before = free(trajectory, by=cast.noor, at=now), len(entries(trajectory))
        absence = Absence(cast.noor, cast.here, cast.sem, TODAY, TODAY + DAY)
        Cover.arrange(absence, by=cast.noor.acting(now), at=now)
        assert free(trajectory, by=cast.sem, at=now) == first
        assert len(entries(trajectory)) == before

    def test_of_whom_nothing_was_known(self, cast: Cast, trajectory, now):
        assert free(trajectory, by=cast.noor, at=now) == free(trajectory, by=cast.noor, at=now)
        assert len(stays(trajectory)) == 1

    def test_of_another_day_it_is_said_and_nothing_changes(self, cast: Cast, trajectory, inside, now):
        free(trajectory, by=cast.noor, at=now)
        with pytest.raises(NotValid, match="al dat hij vrij is sinds 18-11-2026") as refused:
            free(trajectory, by=cast.noor, at=now, on=TODAY - DAY)
        assert refused.value.field == "on"
        assert since(trajectory) == TODAY


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, trajectory, inside, now, who: str):
        with pytest.raises(NotAllowed):
            free(trajectory, by=getattr(cast, who), at=now)
        assert since(trajectory) is None

    @pytest.mark.parametrize(
        ("on", "says"),
        [
            (TODAY + DAY, "nog niet geweest"),
            (IN - DAY, "Hij kwam pas binnen op 14-11-2026"),
            (date(2005, 4, 17), "geboortedatum"),
        ],
    )
    def test_on_a_day_that_cannot_be(self, cast: Cast, trajectory, inside, now, on: date, says: str):
        with pytest.raises(NotValid, match=says) as refused:
            free(trajectory, by=cast.noor, at=now, on=on)
        assert refused.value.field == "on"

    def test_before_he_came_in_as_only_his_referral_told(self, cast: Cast, trajectory, now):
        with pytest.raises(NotValid, match="Hij kwam pas binnen op 14-11-2026"):
            free(trajectory, by=cast.noor, at=now, on=IN - DAY)
        assert not Stay.objects.exists()


class TestTakingItBack:
    def test_gives_the_stay_its_former_account(self, cast: Cast, trajectory, inside, now):
        left = free(trajectory, by=cast.noor, at=now)
        back = tell_still_inside(trajectory=trajectory, by=cast.noor.acting(now), at=now)
        assert (back.account, back.happened_on) == (inside.account, inside.happened_on)
        assert Stay.objects.filter(ref=inside.ref).count() == 3
        assert (back.corrects_id, since(trajectory)) == (left.pk, None)
        assert entries(trajectory)[-1].fields == ["left_on"]

    def test_of_a_stay_whose_first_day_nobody_knows_it_is_as_before(self, cast: Cast, trajectory, now):
        before = hold(trajectory.person, at=now - DAY)
        free(trajectory, by=cast.noor, at=now, on=TODAY - 3 * DAY)
        back = tell_still_inside(trajectory=trajectory, by=cast.noor.acting(now), at=now)
        assert (back.account, back.happened_on) == (before.account, TODAY - DAY)

    def test_withdraws_what_was_only_told_by_it(self, cast: Cast, trajectory, now):
        free(trajectory, by=cast.noor, at=now)
        tell_still_inside(trajectory=trajectory, by=cast.noor.acting(now), at=now)
        assert stays(trajectory) == []
        assert Stay.objects.count() == 2

    def test_keeps_what_was_told_better_since(self, cast: Cast, trajectory, now):
        left = free(trajectory, by=cast.noor, at=now)
        told = replace(left.account, facility="PI Vught")
        correct_detention(trajectory=trajectory, told=left, account=told, by=cast.noor.acting(now), at=now)
        back = tell_still_inside(trajectory=trajectory, by=cast.noor.acting(now), at=now)
        assert back.account == StayAccount("PI Vught")

    def test_then_he_can_be_told_free_again(self, cast: Cast, trajectory, inside, now):
        for on in (TODAY - DAY, TODAY):
            free(trajectory, by=cast.noor, at=now, on=on)
            tell_still_inside(trajectory=trajectory, by=cast.noor.acting(now), at=now)
        free(trajectory, by=cast.noor, at=now)
        assert since(trajectory) == TODAY

    def test_is_refused_when_nothing_says_so_any_more_and_for_who_does_not_guide_him(
        self, cast: Cast, trajectory, inside, now
    ):
        with pytest.raises(NotNow, match="Er staat niet meer"):
            tell_still_inside(trajectory=trajectory, by=cast.noor.acting(now), at=now)
        free(trajectory, by=cast.noor, at=now)
        with pytest.raises(NotAllowed):
            tell_still_inside(trajectory=trajectory, by=cast.sem.acting(now), at=now)
        assert since(trajectory) == TODAY


class TestThePages:
    @pytest.fixture
    def now(self):
        """The clock of the pages."""
        return this_moment()

    def test_his_page_leads_there_and_one_tap_leads_to_his_first_days(
        self, cast: Cast, trajectory, noor: Client
    ):
        shown = noor.get(way("person", trajectory)).content.decode()
        assert way("tell_free", trajectory) in shown
        asked = noor.get(way("tell_free", trajectory)).content.decode()
        assert "checked" in asked
        sent = noor.post(way("tell_free", trajectory), {"since": _today(), "submission": ""}, follow=True)
        assert sent.request["PATH_INFO"] == way("first_hours", trajectory)
        assert "Vastgelegd: hij is vrij sinds" in sent.content.decode()
        shown = noor.get(way("person", trajectory)).content.decode()
        assert way("tell_free", trajectory) not in shown
        assert way("first_hours", trajectory) in shown

    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ({"since": ""}, "Kies een antwoord."),
            ({"since": "other"}, "Vul de dag in."),
            ({"since": "other", "on": "31-2-2026"}, "Dit is geen datum."),
            ({"since": "other", "on": "1-1-2090"}, "nog niet geweest"),
            ({"since": "other", "on": "1-1-2020"}, "Hij kwam pas binnen op"),
            ({"since": "today", "on": "1-1-2026"}, "Kies een van de twee."),
            ({"since": "2020-01-01"}, "Intussen is het een nieuwe dag."),
        ],
    )
    def test_what_cannot_be_is_said_and_what_was_typed_stays(
        self, trajectory, noor: Client, typed: dict[str, str], says: str
    ):
        sent = typed | ({"since": _today()} if typed["since"] == "today" else {})
        shown = noor.post(way("tell_free", trajectory), sent).content.decode()
        assert says in shown
        assert sent.get("on", "") in shown
        assert not Stay.objects.exists()

    def test_it_says_so_when_that_was_before_guidance_began(self, cast: Cast, trajectory, noor: Client, now):
        sent = {"since": "other", "on": f"{trajectory.started_on - DAY:%d-%m-%Y}"}
        shown = noor.post(way("tell_free", trajectory), sent, follow=True).content.decode()
        assert "Dat was voordat de begeleiding begon." in shown

    def test_taking_it_back_asks_first(self, cast: Cast, trajectory, noor: Client, now):
        hold(trajectory.person, at=now, entered_on=trajectory.started_on - 4 * DAY)
        stay = free(trajectory, by=cast.noor, at=now)
        assert way("still_inside", trajectory) in noor.get(way("first_hours", trajectory)).content.decode()
        asked = noor.get(way("still_inside", trajectory)).content.decode()
        assert "Ja, hij zit nog vast" in asked
        shown = noor.post(way("still_inside", trajectory), {"seen": stay.pk}, follow=True).content.decode()
        assert "Teruggedraaid" in shown
        again = noor.post(way("still_inside", trajectory), {"seen": stay.pk}, follow=True).content.decode()
        assert "Er staat niet dat hij vrij is." in again

    def test_who_does_not_guide_him_gets_nothing(self, cast: Cast, trajectory):
        for who, status in ((cast.sem, 404), (cast.bas, 404), (cast.fatima, 403)):
            for verb in ("tell_free", "still_inside"):
                assert sign_in(who).get(way(verb, trajectory)).status_code == status


def _today() -> str:
    return day(this_moment()).isoformat()


class TestTheRule:
    def test_free_since_the_last_day_he_came_out(self):
        first = StayFacts(Arrival.ENTERED, IN, left_on=IN + DAY)
        back = StayFacts(Arrival.ENTERED, IN + DAY)
        assert free_since([first], on=IN) is None
        assert free_since([first], on=IN + DAY) == IN + DAY
        assert free_since([first, back], on=IN + DAY) is None
        assert came_out([first, back], on=IN + 9 * DAY) == IN + DAY
        assert free_since([], on=IN) is came_out([back], on=IN + DAY) is None


def test_nobody_else_is_touched(cast: Cast, trajectory, inside, now):
    other = people.guide(cast, at=now, who=Identity("Tom", "Vos"))
    hold(other.person, at=now, entered_on=IN, by=TESTER)
    free(trajectory, by=cast.noor, at=now)
    assert since(other) is None
