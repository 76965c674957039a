"""Who is to be involved and looks like somebody around him: family works in no file of his, and that is asked."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.base.errors import NotAllowed, NotValid
from regie.plans.actions import correct_involvement, involve
from regie.plans.enums import MayCall, Tie
from regie.trajectories.models import Involvement
from regie.trajectories.rules import InvolvementAccount
from tests.cast import Cast
from tests.desk.test_involving_with_a_look import again
from tests.factories import people
from tests.factories.around import know
from tests.factories.partners import professional

TODAY = day(this_moment())


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def aunt(cast: Cast, trajectory, now):
    """His aunt Mia Muller stands around him."""
    told = {"name": "Mia Müller", "tie": Tie.OTHER, "may_call": MayCall.YES, "phone": "+31612345678"}
    return know(trajectory, by=cast.noor, at=now, **told)


def account(**told: Any) -> InvolvementAccount:
    said = {
        "happened_on": TODAY,
        "until": TODAY + timedelta(days=30),
        "role": "Budgetcoach",
        "domains": ["finances_and_debts"],
        "ground": "debts",
        "purpose": "Rust.",
    }
    return InvolvementAccount(**(said | told))


class TestItIsAsked:
    @pytest.mark.parametrize(
        "who", [{"name": "mia muller"}, {"name": "M. Smeets", "phone": "06 12 34 56 78"}]
    )
    def test_of_the_same_name_or_the_same_number(self, cast: Cast, trajectory, now, aunt, who: dict):
        by: dict[str, Any] = {"trajectory": trajectory, "by": cast.noor.acting(now), "at": now}
        mia = professional(cast, at=now, **who)
        with pytest.raises(NotValid, match="Mia Müller staat ook bij de mensen om hem heen") as refused:
            involve(account=account(professional=mia), **by)
        assert refused.value.field == "another"
        assert not Involvement.objects.exists()
        assert involve(account=account(professional=mia, another=True), **by).another

    def test_again_when_it_is_told_better(self, cast: Cast, trajectory, now, aunt):
        told = people.involve(trajectory, by=cast.noor, at=now)
        mia = professional(cast, "Mia Muller", at=now)
        by: dict[str, Any] = {"by": cast.noor.acting(now), "at": now}
        with pytest.raises(NotValid, match="staat ook bij"):
            correct_involvement(
                told, account=replace(told.account, organisation=None, professional=mia), **by
            )
        assert correct_involvement(told, account=replace(told.account, role="Coach"), **by).role == "Coach"

    @pytest.mark.parametrize("told", [{"name": "Mia"}, {"name": "Els Muller"}])
    def test_not_of_half_a_name_nor_of_another(self, cast: Cast, trajectory, now, aunt, told: dict):
        by: dict[str, Any] = {"trajectory": trajectory, "by": cast.noor.acting(now), "at": now}
        assert involve(account=account(professional=professional(cast, at=now, **told)), **by).pk

    @pytest.mark.parametrize("tie", [Tie.HELPER, Tie.TEACHER, Tie.COLLEAGUE])
    def test_not_of_who_is_there_for_work(self, cast: Cast, trajectory, now, tie: Tie):
        know(trajectory, by=cast.noor, at=now, name="Els Janssen", tie=tie)
        by: dict[str, Any] = {"trajectory": trajectory, "by": cast.noor.acting(now), "at": now}
        assert involve(account=account(professional=professional(cast, at=now)), **by).pk

    @pytest.mark.parametrize("who", ["sem", "fatima", "ada", "bas"])
    def test_and_tells_nothing_to_who_does_not_guide_him(self, cast: Cast, trajectory, now, aunt, who: str):
        mia = professional(cast, "Mia Muller", at=now)
        by: dict[str, Any] = {"by": getattr(cast, who).acting(now), "at": now}
        with pytest.raises(NotAllowed):
            involve(trajectory=trajectory, account=account(professional=mia), **by)
        told = people.involve(trajectory, by=cast.noor, at=now)
        with pytest.raises(NotAllowed):
            correct_involvement(told, account=account(professional=mia), **by)


def test_the_form_asks_beside_the_answer_and_then_goes_on(cast: Cast, trajectory, now, aunt, noor: Client):
    mia = professional(cast, "Mia Muller", at=now)
    typed = vars(account()) | {"happened_on": f"{TODAY:%d-%m-%Y}", "professional": str(mia.ref)}
    typed["until"] = f"{TODAY + timedelta(days=30):%d-%m-%Y}"
    sent = {name: value for name, value in typed.items() if value}
    where = reverse("desk:tell_involvement", args=[trajectory.person.ref])
    asked = noor.post(where, sent).content.decode()
    assert "Mia Müller staat ook bij de mensen om hem heen (iemand anders)." in asked
    assert "Budgetcoach" in asked
    look = noor.post(where, sent | {"another": "on"})
    assert "Nee, dit is een ander dan wie in zijn omgeving staat." in look.content.decode()
    noor.post(where, again(look))
    assert Involvement.objects.get().another
