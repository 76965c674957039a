"""Who manages the users where somebody is a partner closes his account and takes away a second step that he lost."""

from datetime import timedelta

import pytest

from regie.accounts.actions import close_account as close_as_colleague
from regie.accounts.enums import Role
from regie.accounts.models import AccountEvent, RoleGrant, User
from regie.accounts.queries import with_second_factor
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow
from regie.partners.actions import close_account, reopen_account, reset_second_factor
from regie.partners.models import Seat
from regie.partners.queries import accounts_managed_by
from regie.privacy.models import JournalEntry
from tests.cast import TESTER, Cast, employ, sign_in
from tests.entrance.codes import give_app
from tests.factories.partners import professional, seat

DAY = timedelta(days=1)


@pytest.fixture
def els(cast: Cast, now) -> User:
    """Who comes in as a partner here, with an app."""
    user = seat(professional(cast, at=now), at=now)
    give_app(user)
    return user


@pytest.fixture
def hub(cast: Cast, now) -> User:
    """Who manages the users elsewhere."""
    return employ("Hub", Role.FUNCTIONAL_MANAGER, cast.elsewhere, at=now)


def there_too(cast: Cast, els: User, now) -> None:
    entry = professional(cast, "Els Daar", at=now, by=cast.bas, where=cast.elsewhere)
    seat(entry, at=now, user=els, promised=False)


def verbs(user: User) -> list[str]:
    entries = JournalEntry.objects.filter(subject=user.ref, verb__startswith="account.").order_by("pk")
    return [f"{entry.chain_id} {entry.verb}" for entry in entries]


class TestItWorks:
    def test_closed_and_opened_again(self, cast: Cast, els, now):
        browser, by = sign_in(els), {"by": cast.wil.acting(now), "at": now}
        close_account(els, **by)
        assert browser.get("/partner/betrokken/").status_code == 302
        els.refresh_from_db()
        assert not els.is_active
        reopen_account(els, **by)
        els.refresh_from_db()
        assert els.is_active
        assert verbs(els) == ["GM1883 account.closed", "GM1883 account.reopened"]

    def test_a_lost_second_step(self, cast: Cast, els, now):
        reset_second_factor(els, by=cast.wil.acting(now), at=now)
        assert not with_second_factor([els])
        assert verbs(els) == ["GM1883 account.second_factor_reset"]
        with pytest.raises(NotNow, match="nog geen tweede stap"):
            reset_second_factor(els, by=cast.wil.acting(now), at=now)

    def test_also_once_his_seat_ended(self, cast: Cast, els, now):
        Seat.objects.get(user=els).end(by=cast.wil.acting(now), at=now)
        close_account(els, by=cast.wil.acting(now), at=now)
        assert verbs(els) == ["GM1883 account.closed"]

    def test_of_a_colleague_as_before(self, cast: Cast, now):
        close_account(cast.noor, by=cast.wil.acting(now), at=now)
        assert verbs(cast.noor) == ["GM1883 account.closed"]

    def test_whom_he_manages(self, cast: Cast, els, hub, now):
        assert els in accounts_managed_by(cast.wil.acting(now))
        assert cast.noor in accounts_managed_by(cast.wil.acting(now))
        assert els not in accounts_managed_by(hub.acting(now))
        assert not accounts_managed_by(cast.noor.acting(now)).exists()


@pytest.mark.parametrize("verb", [close_account, reset_second_factor])
class TestItIsRefused:
    @pytest.mark.parametrize("who", ["noor", "fatima", "ada", "bas"])
    def test_for_who_manages_nobody_there(self, cast: Cast, els, now, verb, who: str):
        with pytest.raises(NotAllowed):
            verb(els, by=getattr(cast, who).acting(now), at=now)
        assert not AccountEvent.objects.exists()

    def test_for_who_manages_elsewhere(self, els, hub, now, verb):
        with pytest.raises(NotAllowed, match="niet in uw gemeente"):
            verb(els, by=hub.acting(now), at=now)

    def test_of_who_comes_in_elsewhere_too(self, cast: Cast, els, now, verb):
        there_too(cast, els, now)
        with pytest.raises(NotAllowed, match="ook bij een andere gemeente"):
            verb(els, by=cast.wil.acting(now), at=now)

    def test_until_that_one_is_over(self, cast: Cast, els, now, verb):
        there_too(cast, els, now)
        Seat.objects.filter(user=els, professional__municipality=cast.elsewhere).update(until=day(now))
        assert verb(els, by=cast.wil.acting(now), at=now)

    def test_of_who_works_elsewhere_his_role_counts(self, cast: Cast, els, hub, now, verb):
        role = {"user": els, "role": Role.OFFICER, "municipality": cast.elsewhere}
        RoleGrant.grant(**role, since=day(now), by=TESTER, at=now)
        with pytest.raises(NotAllowed, match="werkt ook in een andere gemeente"):
            verb(els, by=cast.wil.acting(now), at=now)
        assert verb(els, by=hub.acting(now), at=now)

    def test_of_who_worked_elsewhere_his_seat_counts(self, cast: Cast, els, hub, now, verb):
        role = {"user": els, "role": Role.OFFICER, "municipality": cast.elsewhere}
        RoleGrant.grant(**role, since=day(now) - 9 * DAY, until=day(now), by=TESTER, at=now)
        with pytest.raises(NotAllowed):
            verb(els, by=hub.acting(now), at=now)
        assert verb(els, by=cast.wil.acting(now), at=now)


def test_what_only_knows_colleagues_does_not_reach_him(cast: Cast, els, now):
    with pytest.raises(NotAllowed):
        close_as_colleague(els, by=cast.wil.acting(now), at=now)
