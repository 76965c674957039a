"""Who looks at every account looks at those of partners too; who is needed no more comes in no more."""

import uuid
from datetime import timedelta

import pytest

from regie.accounts.enums import ReviewOutcome, Role
from regie.accounts.models import AccountReview, ReviewedAccount, RoleGrant, User
from regie.accounts.queries import accounts_to_review
from regie.base.actors import ActorKind
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.partners.actions import review_all_accounts
from regie.partners.models import Seat
from regie.partners.queries import acting, seats_to_review
from tests.cast import Cast, employ
from tests.factories.partners import move, organisation, professional, seat

HOUR = timedelta(hours=1)


@pytest.fixture
def els(cast: Cast, now) -> User:
    return seat(professional(cast, at=now, organisation=organisation(cast, at=now)), at=now)


def review(cast: Cast, now, *, by: User | None = None, **other) -> AccountReview:
    """Every colleague is still needed; of partners what is told."""
    seen = {one.user.pk: ReviewOutcome.KEPT for one in accounts_to_review(cast.here, on=day(now))}
    outcomes = {key: one for key, one in seen.items() if key != cast.wil.pk} | other.pop("partners", {})
    actor = (by or cast.wil).acting(now)
    return review_all_accounts(municipality=cast.here, outcomes=outcomes, by=actor, at=now, **other)


class TestItWorks:
    def test_who_is_still_needed_comes_in_as_before(self, cast: Cast, els, now):
        made = review(cast, now, partners={els.pk: ReviewOutcome.KEPT})
        line = ReviewedAccount.objects.get(review=made, user=els)
        assert (line.outcome, line.roles) == ("kept", "Partner")
        assert acting(els, now).kind is ActorKind.PARTNER

    def test_who_is_needed_no_more_does_not(self, cast: Cast, els, now):
        other = seat(professional(cast, "Loes", at=now), at=now)
        said = {els.pk: ReviewOutcome.ENDED, other.pk: ReviewOutcome.KEPT}
        review(cast, now, partners=said)
        assert not acting(els, now).seats
        assert acting(other, now).seats
        assert not seats_to_review(cast.here, on=day(now)).get(els)

    def test_also_who_works_elsewhere_is_looked_at(self, cast: Cast, els, now):
        move(Seat.objects.get(user=els).professional, cast, at=now + HOUR)
        with pytest.raises(NotValid, match="elk account"):
            review(cast, now + 2 * HOUR)
        review(cast, now + 2 * HOUR, partners={els.pk: ReviewOutcome.ENDED})
        assert not Seat.objects.standing(day(now)).exists()

    def test_with_the_roles_of_a_colleague_his_seat_ends(self, cast: Cast, now):
        seat(professional(cast, "Sem", at=now), at=now, user=cast.sem, promised=False)
        made = review(cast, now, partners={cast.sem.pk: ReviewOutcome.ENDED})
        assert ReviewedAccount.objects.get(review=made, user=cast.sem).roles == "Re-integratieofficier"
        assert not Seat.objects.standing(day(now)).exists()
        assert RoleGrant.objects.get(user=cast.sem).until == day(now)

    def test_sent_twice_is_one_and_ends_nobody_anew(self, cast: Cast, els, now):
        sent = {"partners": {els.pk: ReviewOutcome.ENDED}, "submission": uuid.uuid4()}
        made = review(cast, now, **sent)
        seat(Seat.objects.get().professional, at=now, user=els, promised=False)
        assert review(cast, now + HOUR, **sent) == made
        assert Seat.objects.standing(day(now)).exists()

    def test_not_who_is_a_partner_elsewhere(self, cast: Cast, now):
        seat(professional(cast, "Daar", at=now, by=cast.bas, where=cast.elsewhere), at=now)
        assert seats_to_review(cast.here, on=day(now)) == {}


class TestItIsRefused:
    def test_when_something_is_said_of_colleagues_only(self, cast: Cast, els, now):
        with pytest.raises(NotValid, match="elk account") as refused:
            review(cast, now)
        assert refused.value.field == str(els.pk)
        assert not AccountReview.objects.exists()

    @pytest.mark.parametrize("who", ["noor", "fatima", "bas"])
    def test_for_who_manages_nobody_there(self, cast: Cast, els, now, who: str):
        with pytest.raises(NotAllowed):
            review(cast, now, by=getattr(cast, who), partners={els.pk: ReviewOutcome.ENDED})
        assert acting(els, now).seats

    def test_and_then_nobody_loses_his_seat(self, cast: Cast, els, now):
        employ("Mia", Role.FUNCTIONAL_MANAGER, cast.here, at=now)
        said = {els.pk: ReviewOutcome.ENDED}
        review(cast, now, partners={els.pk: ReviewOutcome.KEPT} | _mia())
        with pytest.raises(NotNow, match="intussen"):
            review(cast, now + HOUR, seen=0, partners=said | _mia())
        assert acting(els, now).seats


def _mia() -> dict[int, ReviewOutcome]:
    return {User.objects.get(name="Mia").pk: ReviewOutcome.KEPT}
