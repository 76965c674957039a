"""A colleague is asked in by a code that works once, for seven days, and comes in with a password of his own."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from regie.accounts import actions
from regie.accounts.actions import Invited, accept_invitation
from regie.accounts.enums import Role
from regie.accounts.models import Invitation, InvitationEnd, RoleGrant, User
from regie.accounts.rules import same_code
from regie.base.actors import Actor, ActorKind
from regie.base.errors import DomainError, NotAllowed, NotNow
from regie.privacy.models import JournalEntry
from tests.cast import Cast, employ
from tests.factories.colleagues import invite

OPERATOR = Actor(ActorKind.JOB, "begin", "Beheerder van de installatie")
PASSWORD = "een nieuw lang wachtwoord"


def ask(cast: Cast, now, *, by=None, where=None, email="kim@example.nl", **more) -> Invited:
    return actions.invite(
        **{"municipality": where or cast.here, "role": Role.OFFICER, "name": "Kim", "email": email} | more,
        by=by or cast.wil.acting(now),
        at=now,
    )


def accept(made: Invited, now, **more) -> User:
    invitation = made.invitation
    return accept_invitation(invitation, **{"password": PASSWORD, "by": invitation.holder} | more, at=now)


def verbs(subject: uuid.UUID) -> list[str]:
    return list(
        JournalEntry.objects.filter(subject=subject).order_by("number").values_list("verb", flat=True)
    )


class TestInviting:
    def test_it_is_kept_without_its_code(self, cast: Cast, now):
        made = ask(cast, now, email="Kim@Example.NL", name=" Kim ")
        kept = Invitation.objects.values().get()
        assert (kept["name"], kept["email"]) == ("Kim", "kim@example.nl")
        assert same_code(made.code) not in str(kept)
        assert kept["expires_at"] == now + timedelta(days=7)
        assert verbs(made.invitation.ref) == ["invitation.made"]

    def test_a_code_is_found_however_it_is_typed(self, cast: Cast, now):
        made = ask(cast, now)
        for typed in (made.code, made.code.lower(), made.code.replace("-", " "), made.code.replace("-", "")):
            assert Invitation.objects.by_code(typed, now) == made.invitation
        assert len(same_code(made.code)) == 16

    def test_no_two_codes_are_the_same(self, cast: Cast, now):
        assert len({invite(cast, f"Gast {n}", at=now).code for n in range(9)}) == 9

    def test_who_works_on_the_machine_itself_invites_the_first_manager(self, cast: Cast, now):
        made = ask(cast, now, by=OPERATOR, where=cast.elsewhere, role=Role.FUNCTIONAL_MANAGER)
        assert accept(made, now).acting(now).municipalities_as([Role.FUNCTIONAL_MANAGER]) == {
            cast.elsewhere.pk
        }

    @pytest.mark.parametrize("who", ["noor", "fatima", "ada", "bas"])
    def test_only_the_functional_manager_invites(self, cast: Cast, now, who: str):
        with pytest.raises(NotAllowed):
            ask(cast, now, by=getattr(cast, who).acting(now))
        assert not Invitation.objects.exists()

    def test_not_in_another_municipality(self, cast: Cast, now):
        with pytest.raises(NotAllowed):
            ask(cast, now, where=cast.elsewhere)

    def test_nobody_invites_himself(self, cast: Cast, now):
        with pytest.raises(NotAllowed, match="uzelf") as refused:
            ask(cast, now, email="WIL@example.nl", role=Role.COORDINATOR)
        assert refused.value.field == "email"

    def test_who_works_here_is_not_invited(self, cast: Cast, now):
        with pytest.raises(NotNow, match="werkt hier al"):
            ask(cast, now, email=cast.noor.email, role=Role.COORDINATOR)

    def test_one_invitation_at_a_time(self, cast: Cast, now):
        ask(cast, now)
        with pytest.raises(NotNow, match="staat al een uitnodiging open"):
            ask(cast, now, role=Role.COORDINATOR)
        assert ask(cast, now + timedelta(days=7)).code

    def test_sent_twice_is_once(self, cast: Cast, now):
        sent = uuid.uuid4()
        first, second = (ask(cast, now, submission=sent) for _ in range(2))
        assert (second.invitation, second.code) == (first.invitation, "")
        assert Invitation.objects.count() == 1

    def test_the_database_holds_a_code_and_a_form_to_once(self, cast: Cast, now):
        made = ask(cast, now, submission=uuid.uuid4()).invitation
        for field in ("code_hash", "submission"):
            values = {"code_hash": "x", "submission": None} | {field: getattr(made, field)}
            with pytest.raises(IntegrityError), transaction.atomic():
                Invitation.objects.create(
                    municipality=cast.here,
                    role=Role.OFFICER,
                    name="Lo",
                    email="lo@example.nl",
                    expires_at=now,
                    **values,
                    **Invitation.stamp(by=OPERATOR, at=now),
                )


class TestAccepting:
    def test_it_makes_an_account_with_the_role_from_that_day(self, cast: Cast, now):
        made, later = ask(cast, now), now + timedelta(days=3)
        kim = accept(made, later)
        assert (kim.name, kim.email, kim.check_password(PASSWORD)) == ("Kim", "kim@example.nl", True)
        grant = RoleGrant.objects.get(user=kim)
        assert (grant.role, grant.municipality, grant.since, grant.until) == (
            Role.OFFICER, cast.here, later.date(), None,
        )  # fmt: skip
        assert verbs(made.invitation.ref) == ["invitation.made", "invitation.accepted"]
        assert verbs(grant.ref) == ["role.granted"]
        assert InvitationEnd.objects.get().user == kim

    @pytest.mark.parametrize("over", ["expired", "used", "withdrawn"])
    def test_a_code_that_is_over_is_refused_with_the_same_words(self, cast: Cast, now, over: str):
        made, at = ask(cast, now), now
        if over == "expired":
            at = now + timedelta(days=7)
        elif over == "used":
            accept(made, now)
        else:
            made.invitation.withdraw(by=cast.wil.acting(now), at=now)
        users = User.objects.count()
        assert Invitation.objects.by_code(made.code, at) is None
        with pytest.raises(NotNow) as refused:
            accept(made, at)
        assert refused.value.sentence == actions.UNUSABLE
        assert User.objects.count() == users

    def test_a_minute_before_its_end_it_works(self, cast: Cast, now):
        made = ask(cast, now)
        assert accept(made, now + timedelta(days=7, minutes=-1))

    def test_who_has_an_account_takes_the_role_with_it_and_keeps_his_password(self, cast: Cast, now):
        made = ask(cast, now, email=cast.bas.email, role=Role.COORDINATOR)
        bas = accept(made, now, password="", by=cast.bas.acting(now))
        assert bas == cast.bas
        assert bas.check_password("een-lang-wachtwoord")
        assert bas.acting(now).municipalities_as([Role.COORDINATOR]) == {cast.here.pk}

    @pytest.mark.parametrize("who", ["noor", "wil"])
    def test_nobody_takes_a_role_for_another(self, cast: Cast, now, who: str):
        made = ask(cast, now, email=cast.bas.email, role=Role.COORDINATOR)
        with pytest.raises(NotAllowed):
            accept(made, now, password="", by=getattr(cast, who).acting(now))

    def test_the_code_alone_does_not_open_an_account_that_is_there(self, cast: Cast, now):
        made = ask(cast, now, email=cast.bas.email)
        with pytest.raises(NotAllowed):
            accept(made, now)
        cast.bas.refresh_from_db()
        assert cast.bas.check_password("een-lang-wachtwoord")

    def test_another_code_does_not_make_this_account(self, cast: Cast, now):
        made, other = ask(cast, now), ask(cast, now, email="lo@example.nl")
        for by in (other.invitation.holder, cast.noor.acting(now)):
            with pytest.raises(DomainError):
                accept(made, now, by=by)
        with pytest.raises(DomainError):
            accept(made, now, password="")

    def test_an_account_that_is_off_stays_off(self, cast: Cast, now):
        made = ask(cast, now, email=cast.bas.email)
        User.objects.filter(pk=cast.bas.pk).update(is_active=False)
        with pytest.raises(NotNow):
            accept(made, now, password="", by=cast.bas.acting(now))

    def test_a_role_that_he_got_meanwhile_is_not_given_twice(self, cast: Cast, now):
        made = ask(cast, now)
        kim = employ("Kim", Role.OFFICER, cast.here, at=now)
        accept(made, now, password="", by=kim.acting(now))
        assert RoleGrant.objects.filter(user=kim).count() == 1

    def test_the_database_ends_an_invitation_once(self, cast: Cast, now):
        made = ask(cast, now)
        made.invitation.withdraw(by=cast.wil.acting(now), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            InvitationEnd.objects.create(
                invitation=made.invitation, **InvitationEnd.stamp(by=OPERATOR, at=now)
            )


class TestWithdrawing:
    def test_it_is_over_and_in_the_journal(self, cast: Cast, now):
        made = ask(cast, now)
        made.invitation.withdraw(by=cast.wil.acting(now), at=now)
        assert not Invitation.objects.not_ended().exists()
        assert verbs(made.invitation.ref) == ["invitation.made", "invitation.withdrawn"]

    def test_twice_is_told(self, cast: Cast, now):
        made = ask(cast, now)
        made.invitation.withdraw(by=cast.wil.acting(now), at=now)
        with pytest.raises(NotNow, match="al aangenomen of ingetrokken"):
            made.invitation.withdraw(by=cast.wil.acting(now), at=now)

    @pytest.mark.parametrize("who", ["noor", "fatima", "ada", "bas"])
    def test_nobody_else_withdraws(self, cast: Cast, now, who: str):
        made = ask(cast, now)
        with pytest.raises(NotAllowed):
            made.invitation.withdraw(by=getattr(cast, who).acting(now), at=now)
        assert Invitation.objects.open(now).exists()

    def test_a_manager_sees_those_of_his_municipality(self, cast: Cast, now):
        made = ask(cast, now)
        theirs = employ("Ina", Role.FUNCTIONAL_MANAGER, cast.elsewhere, at=now)
        assert list(Invitation.objects.visible_to(cast.wil.acting(now))) == [made.invitation]
        for who in (theirs, cast.noor, cast.ada):
            assert not Invitation.objects.visible_to(who.acting(now)).exists()
