"""When it is proposed to end an involvement: its ground or its place is gone, or nobody spoke for long; never by itself."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from regie.approach.queries import approach_for
from regie.approach.rules import approach_from, read_layer
from regie.base.errors import NotValid
from regie.trajectories.enums import ProposedEnd
from regie.trajectories.models import Involvement
from regie.trajectories.rules import why_end
from tests.cast import TESTER, Cast
from tests.factories import people
from tests.factories.approaches import shipped, without_debts
from tests.factories.partners import move, organisation, professional

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)
LONG_AGO = date(2026, 8, 18)


@pytest.fixture
def told(cast: Cast, trajectory, now) -> Involvement:
    """Els of the credit bank is involved since long."""
    bank = organisation(cast, at=now)
    els = professional(cast, at=now, organisation=bank)
    since = {"happened_on": LONG_AGO + DAY, "until": LONG_AGO + 200 * DAY}
    return people.involve(trajectory, by=cast.noor, at=now, organisation=bank, professional=els, **since)


def reasons(cast: Cast, told: Involvement, *, spoken: date | None = None, on: date = TODAY) -> tuple:
    fresh = Involvement.objects.select_related("organisation", "professional").get(pk=told.pk)
    return why_end(fresh.account, approach_for(cast.here, on=on), spoken=spoken, on=on)


class TestItIsProposed:
    def test_for_nothing_while_all_is_well(self, cast: Cast, told):
        assert reasons(cast, told) == ()

    def test_when_the_ground_left_the_approach(self, cast: Cast, told, now):
        without_debts(by=TESTER, at=now)
        assert reasons(cast, told) == (ProposedEnd.GROUND,)

    def test_when_the_professional_works_elsewhere(self, cast: Cast, told, now):
        move(told.professional, cast, at=now)
        assert reasons(cast, told) == (ProposedEnd.MOVED,)

    @pytest.mark.parametrize("gone", ["organisation", "professional"])
    def test_when_one_of_them_left_the_map(self, cast: Cast, told, now, gone: str):
        getattr(told, gone).end(by=cast.noor.acting(now), at=now)
        assert reasons(cast, told) == (ProposedEnd.OFF_MAP,)

    def test_when_nobody_spoke_for_the_term_of_the_approach(self, cast: Cast, told):
        assert reasons(cast, told, on=LONG_AGO + 92 * DAY) == ()
        assert reasons(cast, told, on=date(2026, 11, 19)) == (ProposedEnd.QUIET,)
        assert reasons(cast, told, on=date(2026, 11, 19), spoken=LONG_AGO + 2 * DAY) == ()

    def test_not_when_it_is_over_already(self, cast: Cast, told, now):
        without_debts(by=TESTER, at=now)
        ended = told.end(ended_on=TODAY, why="Klaar.", by=cast.noor.acting(now), at=now)
        assert reasons(cast, ended) == ()

    def test_of_whom_no_organisation_is_known_nobody_can_say_that_it_is_quiet(self, cast, trajectory, now):
        since = {"happened_on": LONG_AGO, "until": TODAY + DAY}
        alone = people.involve(
            trajectory, by=cast.noor, at=now, professional=professional(cast, at=now), **since
        )
        assert reasons(cast, alone) == ()

    def test_the_term_is_of_the_approach_and_to_be_verified(self):
        layer = read_layer(shipped("national"))
        assert not layer.rules["involvement.quiet"].verified
        other = read_layer(
            shipped("national").replace(
                "involvement.quiet:\n    value: 3", "involvement.quiet:\n    value: 5"
            )
        )
        assert [approach_from([one], editions=(1,)).quiet_involvement for one in (layer, other)] == [3, 5]


class TestWhatWasSoCanStillBeEndedAndToldBetter:
    def test_it_can_always_be_ended(self, cast: Cast, told, now):
        without_debts(by=TESTER, at=now)
        move(told.professional, cast, at=now)
        told.organisation.end(by=cast.noor.acting(now), at=now)
        assert told.end(ended_on=TODAY, why="Klaar.", by=cast.noor.acting(now), at=now).is_over(TODAY)

    @pytest.mark.parametrize("gone", ["ground", "place", "organisation"])
    def test_while_it_goes_on_another_is_asked(self, cast: Cast, told, now, gone: str):
        by: dict[str, Any] = {"by": cast.noor.acting(now), "at": now}
        changes = {
            "ground": lambda: without_debts(by=TESTER, at=now),
            "place": lambda: move(told.professional, cast, at=now),
            "organisation": lambda: told.organisation.end(**by),
        }
        changes[gone]()
        field = "professional" if gone == "place" else gone
        with pytest.raises(NotValid) as refused:
            told.correct(account=replace(told.account, role="Budgetcoach"), **by)
        assert refused.value.field == field

    def test_when_it_is_over_what_was_so_is_not_asked_again(self, cast: Cast, told, now):
        by: dict[str, Any] = {"by": cast.noor.acting(now), "at": now}
        ended = told.end(ended_on=TODAY, why="Klaar.", **by)
        without_debts(by=TESTER, at=now)
        move(ended.professional, cast, at=now)
        better = ended.correct(account=replace(ended.account, role="Budgetcoach"), **by)
        assert (better.role, better.ground) == ("Budgetcoach", "debts")
        with pytest.raises(NotValid, match="Kies een grond"):
            better.correct(account=replace(better.account, ground="because"), **by)
        with pytest.raises(NotValid, match="niet in de aanpak"):
            better.correct(account=replace(better.account, domains=["moon"]), **by)
