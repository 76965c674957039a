"""A manager gives and ends roles, closes accounts and takes a lost second step away; never his own."""

from datetime import date, timedelta

import pytest
from django.test import Client

from regie.accounts.actions import (
    close_account,
    end_role,
    give_role,
    invite,
    reopen_account,
    reset_second_factor,
)
from regie.accounts.enums import Role
from regie.accounts.models import AccountEvent, RoleGrant, User
from regie.accounts.queries import last_reset, managed_by, with_second_factor
from regie.base.actors import Actor, ActorKind
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.privacy.models import JournalEntry
from tests.cast import Cast, employ, sign_in
from tests.entrance.codes import give_app, give_recovery_codes

OPERATOR = Actor(ActorKind.JOB, "role", "Beheerder van de installatie")
TODAY = date(2026, 11, 18)
SOON = TODAY + timedelta(days=30)
ON_ACCOUNTS = (close_account, reset_second_factor)


def give(cast: Cast, now, *, by=None, user=None, role=Role.COORDINATOR, where=None, since=TODAY, until=None):
    return give_role(
        user=user or cast.sem,
        role=role,
        municipality=where or cast.here,
        since=since,
        until=until,
        by=by or cast.wil.acting(now),
        at=now,
    )


def role_of(user: User) -> RoleGrant:
    return RoleGrant.objects.get(user=user)


def verbs(user: User) -> list[str]:
    entries = JournalEntry.objects.filter(subject=user.ref).order_by("pk")
    return [f"{entry.chain_id} {entry.verb}" for entry in entries]


@pytest.fixture
def mia(cast: Cast, now) -> User:
    """A second functional manager."""
    return employ("Mia", Role.FUNCTIONAL_MANAGER, cast.here, at=now)


class TestGivingARole:
    def test_for_a_period(self, cast: Cast, now):
        grant = give(cast, now, since=TODAY + timedelta(days=1), until=SOON)
        days = [TODAY, TODAY + timedelta(days=1), SOON - timedelta(days=1), SOON]
        assert [grant.holds(on) for on in days] == [False, True, True, False]
        (entry,) = JournalEntry.objects.filter(subject=grant.ref)
        assert (entry.verb, entry.fields) == (
            "role.granted", ["municipality", "role", "since", "until", "user"],
        )  # fmt: skip

    @pytest.mark.parametrize("who", ["noor", "fatima", "ada", "bas"])
    def test_only_by_the_manager(self, cast: Cast, now, who: str):
        with pytest.raises(NotAllowed):
            give(cast, now, by=getattr(cast, who).acting(now))

    def test_not_in_another_municipality(self, cast: Cast, now):
        with pytest.raises(NotAllowed):
            give(cast, now, where=cast.elsewhere)

    def test_not_to_who_never_worked_here(self, cast: Cast, now):
        with pytest.raises(NotAllowed, match="Nodig de collega eerst uit"):
            give(cast, now, user=cast.bas)

    def test_not_to_himself(self, cast: Cast, now):
        with pytest.raises(NotAllowed, match="niet bij uzelf"):
            give(cast, now, user=cast.wil)
        assert RoleGrant.objects.filter(user=cast.wil).count() == 1

    def test_to_the_manager_by_who_works_on_the_machine(self, cast: Cast, now):
        assert give(cast, now, by=OPERATOR, user=cast.wil).holds(TODAY)
        assert give(cast, now, by=OPERATOR, user=cast.bas).holds(TODAY)

    @pytest.mark.parametrize(
        ("since", "until", "field"),
        [
            (TODAY - timedelta(days=1), None, "since"),
            (TODAY, TODAY - timedelta(days=1), "until"),
            (SOON, SOON, "until"),
            (SOON, TODAY, "until"),
        ],
    )
    def test_a_period_that_cannot_be_is_refused(self, cast: Cast, now, since, until, field):
        with pytest.raises(NotValid) as refused:
            give(cast, now, since=since, until=until)
        assert refused.value.field == field

    def test_not_twice_at_once(self, cast: Cast, now):
        give(cast, now, since=SOON, until=SOON + timedelta(days=9))
        for since, until in ((SOON + timedelta(days=3), None), (TODAY, SOON + timedelta(days=1))):
            with pytest.raises(NotNow, match="al"):
                give(cast, now, since=since, until=until)
        assert give(cast, now, since=TODAY, until=SOON)
        assert give(cast, now, since=SOON + timedelta(days=9))


class TestEndingARole:
    def test_on_a_day(self, cast: Cast, now):
        end_role(role_of(cast.noor), until=SOON, by=cast.wil.acting(now), at=now)
        assert cast.noor.acting(now).posts
        assert not cast.noor.acting(now + timedelta(days=30)).posts

    def test_an_end_to_come_is_moved_and_one_that_was_stays(self, cast: Cast, now):
        for until in (SOON, TODAY):
            end_role(role_of(cast.noor), until=until, by=cast.wil.acting(now), at=now)
        assert not cast.noor.acting(now).posts
        with pytest.raises(NotNow, match="al beëindigd"):
            end_role(role_of(cast.noor), until=SOON, by=cast.wil.acting(now), at=now)

    def test_a_role_to_come_is_called_off(self, cast: Cast, now):
        grant = give(cast, now, since=SOON)
        end_role(grant, until=SOON, by=cast.wil.acting(now), at=now)
        assert not grant.holds(SOON)

    @pytest.mark.parametrize("until", [TODAY - timedelta(days=1), TODAY - timedelta(days=900)])
    def test_not_in_the_past(self, cast: Cast, now, until: date):
        with pytest.raises(NotValid):
            end_role(role_of(cast.noor), until=until, by=cast.wil.acting(now), at=now)

    @pytest.mark.parametrize("who", ["sem", "fatima", "ada", "bas"])
    def test_only_by_the_manager(self, cast: Cast, now, who: str):
        with pytest.raises(NotAllowed):
            end_role(role_of(cast.noor), until=TODAY, by=getattr(cast, who).acting(now), at=now)

    def test_not_elsewhere_and_not_his_own(self, cast: Cast, now, mia: User):
        for user in (cast.bas, cast.wil):
            with pytest.raises(NotAllowed):
                end_role(role_of(user), until=TODAY, by=cast.wil.acting(now), at=now)

    def test_the_last_manager_stays(self, cast: Cast, now, mia: User):
        end_role(role_of(mia), until=TODAY, by=cast.wil.acting(now), at=now)
        for until in (TODAY, SOON):
            with pytest.raises(NotNow, match="enige functioneel beheerder van Sittard-Geleen"):
                end_role(role_of(cast.wil), until=until, by=OPERATOR, at=now)

    def test_a_manager_who_leaves_before_then_does_not_count(self, cast: Cast, now, mia: User):
        end_role(role_of(mia), until=SOON, by=cast.wil.acting(now), at=now)
        with pytest.raises(NotNow):
            end_role(role_of(cast.wil), until=SOON, by=mia.acting(now), at=now)

    def test_two_managers_do_not_end_each_other(self, cast: Cast, now, mia: User):
        both = {cast.wil: cast.wil.acting(now), mia: mia.acting(now)}
        end_role(role_of(mia), until=TODAY, by=both[cast.wil], at=now)
        with pytest.raises(NotNow):
            end_role(role_of(cast.wil), until=TODAY, by=both[mia], at=now)


class TestClosingAnAccount:
    def test_he_is_out_at_once_and_comes_in_again_after(self, cast: Cast, now):
        browser = sign_in(cast.noor)
        assert browser.get("/jongeren/").status_code == 200
        close_account(cast.noor, by=cast.wil.acting(now), at=now)
        assert browser.get("/jongeren/").status_code == 302
        assert not cast.noor.acting(now).posts
        reopen_account(cast.noor, by=cast.wil.acting(now), at=now)
        assert browser.get("/jongeren/").status_code == 302, "a session of before stays over"
        cast.noor.refresh_from_db()
        assert sign_in(cast.noor).get("/jongeren/").status_code == 200
        assert verbs(cast.noor) == ["GM1883 account.closed", "GM1883 account.reopened"]
        assert [event.kind for event in AccountEvent.objects.order_by("pk")] == ["closed", "reopened"]

    def test_sessions_of_others_go_on(self, cast: Cast, now):
        browser = sign_in(cast.sem)
        close_account(cast.noor, by=cast.wil.acting(now), at=now)
        assert browser.get("/jongeren/").status_code == 200

    def test_twice_is_told(self, cast: Cast, now):
        close_account(cast.noor, by=cast.wil.acting(now), at=now)
        with pytest.raises(NotNow, match="stond al uit"):
            close_account(cast.noor, by=cast.wil.acting(now), at=now)
        reopen_account(cast.noor, by=cast.wil.acting(now), at=now)
        with pytest.raises(NotNow, match="stond al aan"):
            reopen_account(cast.noor, by=cast.wil.acting(now), at=now)

    def test_the_last_manager_stays(self, cast: Cast, now, mia: User):
        close_account(mia, by=cast.wil.acting(now), at=now)
        with pytest.raises(NotNow, match="enige functioneel beheerder"):
            close_account(cast.wil, by=OPERATOR, at=now)
        with pytest.raises(NotNow, match="enige functioneel beheerder"):
            end_role(role_of(cast.wil), until=TODAY, by=OPERATOR, at=now)

    def test_who_is_off_is_not_asked_in(self, cast: Cast, now):
        end_role(role_of(cast.noor), until=TODAY, by=cast.wil.acting(now), at=now)
        close_account(cast.noor, by=cast.wil.acting(now), at=now)
        with pytest.raises(NotNow, match="staat uit"):
            invite(
                municipality=cast.here,
                role=Role.OFFICER,
                name="Noor",
                email=cast.noor.email,
                by=cast.wil.acting(now),
                at=now,
            )


class TestWhoMay:
    @pytest.mark.parametrize("verb", [*ON_ACCOUNTS, reopen_account])
    @pytest.mark.parametrize("who", ["sem", "fatima", "ada", "bas"])
    def test_only_a_manager_of_all_his_municipalities(self, cast: Cast, now, verb, who: str):
        with pytest.raises(NotAllowed):
            verb(cast.noor, by=getattr(cast, who).acting(now), at=now)

    @pytest.mark.parametrize("verb", [*ON_ACCOUNTS, reopen_account])
    def test_not_himself(self, cast: Cast, now, mia: User, verb):
        give_app(cast.wil)
        with pytest.raises(NotAllowed, match="niet bij uzelf"):
            verb(cast.wil, by=cast.wil.acting(now), at=now)

    @pytest.mark.parametrize("verb", ON_ACCOUNTS)
    def test_not_who_works_elsewhere_too(self, cast: Cast, now, verb):
        give(cast, now, by=OPERATOR, user=cast.bas)
        give_app(cast.bas)
        with pytest.raises(NotAllowed, match="ook in een andere gemeente"):
            verb(cast.bas, by=cast.wil.acting(now), at=now)
        verb(cast.bas, by=OPERATOR, at=now)
        assert [entry.split()[0] for entry in verbs(cast.bas)] == ["GM0917", "GM1883"]

    def test_who_left_elsewhere_is_his(self, cast: Cast, now):
        give(cast, now, by=OPERATOR, user=cast.bas)
        RoleGrant.objects.filter(user=cast.bas, municipality=cast.elsewhere).update(until=TODAY)
        assert close_account(cast.bas, by=cast.wil.acting(now), at=now)

    def test_whom_he_manages(self, cast: Cast, now):
        his = set(managed_by(cast.wil.acting(now)))
        assert his == {cast.noor, cast.sem, cast.fatima, cast.wil, cast.rosa, cast.ada}
        assert not managed_by(cast.noor.acting(now)).exists()


class TestResettingASecondFactor:
    def test_he_has_none_and_is_signed_out(self, cast: Cast, now):
        give_app(cast.noor)
        give_recovery_codes(cast.noor)
        browser = sign_in(cast.noor)
        reset_second_factor(cast.noor, by=cast.wil.acting(now), at=now)
        assert not with_second_factor([cast.noor])
        assert browser.get("/jongeren/").status_code == 302
        assert verbs(cast.noor) == ["GM1883 account.second_factor_reset"]
        assert last_reset(cast.noor).recorded_by_label == "Wil"
        assert last_reset(cast.sem) is None

    def test_recovery_codes_go_with_it(self, cast: Cast, now):
        from allauth.mfa.models import Authenticator

        give_app(cast.noor)
        give_recovery_codes(cast.noor)
        give_app(cast.sem, "B" * 32)
        reset_second_factor(cast.noor, by=cast.wil.acting(now), at=now)
        assert set(Authenticator.objects.values_list("user", flat=True)) == {cast.sem.pk}

    def test_without_one_there_is_nothing_to_take(self, cast: Cast, now):
        with pytest.raises(NotNow, match="nog geen tweede stap"):
            reset_second_factor(cast.noor, by=cast.wil.acting(now), at=now)
        assert not AccountEvent.objects.exists()

    def test_it_opens_no_account_that_is_off(self, cast: Cast, now):
        give_app(cast.noor)
        close_account(cast.noor, by=cast.wil.acting(now), at=now)
        reset_second_factor(cast.noor, by=cast.wil.acting(now), at=now)
        cast.noor.refresh_from_db()
        assert not cast.noor.is_active


@pytest.mark.usefixtures("cast")
def test_a_new_password_still_ends_sessions(cast: Cast, now):
    cast.noor.end_sessions(at=now, is_active=True)
    browser: Client = sign_in(cast.noor)
    cast.noor.set_password("een ander wachtwoord")
    cast.noor.save()
    assert browser.get("/jongeren/").status_code == 302
