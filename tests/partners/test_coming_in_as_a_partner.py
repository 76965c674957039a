"""A professional of the map is asked in as a partner, comes in as himself, and for no longer than he works there."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from regie.accounts.actions import UNUSABLE
from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant, User
from regie.base.actors import ActorKind
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.partners.actions import accept, invite_partner
from regie.partners.models import ConductAcceptance, Seat, SeatOffer
from regie.partners.queries import accepted_conduct, acting
from regie.partners.rules import VERSION
from regie.privacy.models import JournalEntry
from tests.cast import TESTER, Cast, employ
from tests.factories.partners import organisation, professional, seat

PASSWORD, DAY, HOUR = "een-heel-lang-wachtwoord", timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def bank(cast: Cast, now):
    return organisation(cast, at=now)


@pytest.fixture
def els(cast: Cast, bank, now):
    return professional(cast, at=now, organisation=bank, email="els@bank.example")


def invited(cast: Cast, els, at):
    return invite_partner(professional=els, by=cast.wil.acting(at), at=at).invitation


def come_in(cast: Cast, els, at) -> User:
    invitation = invited(cast, els, at)
    return accept(invitation, password=PASSWORD, by=invitation.holder, at=at)


def move(cast: Cast, els, at, **to) -> None:
    els.change(account=replace(els.account, **to), by=cast.noor.acting(at), at=at)


class TestAskedIn:
    def test_he_comes_in_as_who_he_is_on_the_map_and_holds_no_role(self, cast: Cast, els, now):
        user = come_in(cast, els, now)
        actor = acting(user, now)
        assert (user.email, user.name) == ("els@bank.example", "Els Janssen")
        assert (actor.kind, actor.posts) == (ActorKind.PARTNER, frozenset())
        (seated,) = actor.seats
        assert (seated.professional_id, seated.municipality_id) == (els.pk, cast.here.pk)
        assert seated.label == "Els Janssen, Sittard-Geleen"
        assert not RoleGrant.objects.filter(user=user).exists()

    def test_the_journal_says_so(self, cast: Cast, els, now):
        come_in(cast, els, now)
        verbs = JournalEntry.objects.order_by("-number").values_list("verb", flat=True)[:3]
        assert list(verbs) == ["seat.given", "invitation.accepted", "invitation.made"]

    def test_only_who_manages_the_users_there_asks(self, cast: Cast, els, now):
        for who in (cast.noor, cast.fatima, cast.bas):
            with pytest.raises(NotAllowed):
                invite_partner(professional=els, by=who.acting(now), at=now)
        elsewhere = employ("Hub", Role.FUNCTIONAL_MANAGER, cast.elsewhere, at=now)
        with pytest.raises(NotAllowed):
            invite_partner(professional=els, by=elsewhere.acting(now), at=now)
        assert not SeatOffer.objects.exists()

    def test_without_an_address_on_the_map_he_cannot_be_asked(self, cast: Cast, now):
        loose = professional(cast, at=now)
        with pytest.raises(NotAllowed):  # who may not, is not told what is missing
            invite_partner(professional=loose, by=cast.noor.acting(now), at=now)
        with pytest.raises(NotValid, match="geen e-mailadres"):
            invite_partner(professional=loose, by=cast.wil.acting(now), at=now)

    def test_who_left_the_map_or_has_an_account_is_not_asked(self, cast: Cast, els, now):
        come_in(cast, els, now)
        with pytest.raises(NotNow, match="al een account"):
            invited(cast, els, now)
        els.end(by=cast.noor.acting(now), at=now)
        with pytest.raises(NotNow, match="niet meer op de sociale kaart"):
            invited(cast, els, now)

    def test_the_code_works_once(self, cast: Cast, els, now):
        invitation = invited(cast, els, now)
        told = {"password": PASSWORD, "by": invitation.holder, "at": now}
        accept(invitation, **told)
        with pytest.raises(NotNow):
            accept(invitation, **told)
        assert Seat.objects.count() == 1

    def test_who_changed_employer_since_he_was_asked_does_not_come_in(self, cast: Cast, els, now):
        invitation = invited(cast, els, now)
        other = organisation(cast, "Ander werk", at=now)
        move(cast, els, now + HOUR, organisation=other)
        with pytest.raises(NotNow) as refused:
            accept(invitation, password=PASSWORD, by=invitation.holder, at=now + 2 * HOUR)
        assert refused.value.sentence == UNUSABLE
        assert not User.objects.filter(email="els@bank.example").exists()

    def test_who_is_a_partner_elsewhere_takes_it_with_his_own_account(self, cast: Cast, els, now):
        user = come_in(cast, els, now)
        there = professional(cast, at=now, by=cast.bas, where=cast.elsewhere, email="els@bank.example")
        hub = employ("Hub", Role.FUNCTIONAL_MANAGER, cast.elsewhere, at=now)
        made = invite_partner(professional=there, by=hub.acting(now), at=now).invitation
        with pytest.raises(NotAllowed):
            accept(made, password=PASSWORD, by=made.holder, at=now)
        assert accept(made, by=acting(user, now), at=now) == user
        assert {one.municipality_id for one in acting(user, now).seats} == {cast.here.pk, cast.elsewhere.pk}


class TestNoLonger:
    """What ends a seat: then he is nobody, and no question of partners is answered."""

    def gone(self, user: User, at) -> bool:
        actor = acting(user, at)
        return (actor.kind, actor.seats) == (ActorKind.STAFF, frozenset())

    def test_when_he_leaves_the_map(self, cast: Cast, els, now):
        user = come_in(cast, els, now)
        els.end(by=cast.noor.acting(now), at=now)
        assert self.gone(user, now)

    def test_when_he_works_elsewhere_also_when_he_comes_back(self, cast: Cast, els, bank, now):
        user = come_in(cast, els, now)
        move(cast, els, now + HOUR, organisation=organisation(cast, "Ander werk", at=now))
        assert self.gone(user, now + 2 * HOUR)
        move(cast, els, now + 3 * HOUR, organisation=bank)
        assert self.gone(user, now + 4 * HOUR)

    def test_but_not_when_his_number_changes_or_the_map_learns_where_he_works(self, cast: Cast, bank, now):
        loose = professional(cast, "Loes", at=now, email="loes@bank.example")
        user = come_in(cast, loose, now)
        move(cast, loose, now + HOUR, phone="046 123 45 67", organisation=bank)
        assert not self.gone(user, now + 2 * HOUR)

    def test_when_the_manager_ends_it(self, cast: Cast, els, now):
        user = come_in(cast, els, now)
        one = Seat.objects.get()
        with pytest.raises(NotAllowed):
            one.end(by=cast.noor.acting(now), at=now)
        one.end(by=cast.wil.acting(now), at=now)
        assert self.gone(user, now)
        assert JournalEntry.objects.filter(verb="seat.ended", subject=one.ref).exists()
        with pytest.raises(NotNow):
            one.end(by=cast.wil.acting(now + DAY), at=now + DAY)

    def test_when_his_account_is_closed(self, cast: Cast, els, now):
        user = come_in(cast, els, now)
        user.end_sessions(at=now, is_active=False)
        assert self.gone(user, now)

    def test_invited_anew_at_his_new_work_he_sits_there_alone(self, cast: Cast, els, now):
        user = come_in(cast, els, now)
        move(cast, els, now + HOUR, organisation=organisation(cast, "Ander werk", at=now))
        later = now + 2 * HOUR
        made = invited(cast, els, later)
        accept(made, by=replace(user.acting(later)), at=later)
        assert not self.gone(user, later + HOUR)
        assert Seat.objects.filter(until__isnull=True).count() == 1

    def test_who_holds_a_role_comes_in_as_staff_and_sits_nowhere(self, cast: Cast, els, now):
        user = seat(els, at=now)
        RoleGrant.grant(
            user=user, role=Role.OFFICER, municipality=cast.elsewhere, since=day(now), by=TESTER, at=now
        )
        actor = acting(user, now)
        assert (actor.kind, actor.seats) == (ActorKind.STAFF, frozenset())


class TestTheDatabaseHoldsItTo:
    def test_one_seat_of_a_professional(self, cast: Cast, els, now):
        seat(els, at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            Seat.objects.create(
                user=cast.ada, professional=els, since=day(now), **Seat.stamp(by=TESTER, at=now)
            )

    def test_an_end_after_the_beginning(self, cast: Cast, els, now):
        with pytest.raises(IntegrityError), transaction.atomic():
            Seat.objects.create(
                user=cast.ada,
                professional=els,
                since=day(now),
                until=day(now) - DAY,
                **Seat.stamp(by=TESTER, at=now),
            )


class TestTheCodeOfConduct:
    def test_he_accepts_it_once_in_each_municipality(self, cast: Cast, els, now):
        user = come_in(cast, els, now)
        by = acting(user, now)
        assert not accepted_conduct(by)
        ConductAcceptance.accept(version=VERSION, by=by, at=now)
        ConductAcceptance.accept(version=VERSION, by=by, at=now)
        assert accepted_conduct(by)
        (entry,) = JournalEntry.objects.filter(verb="conduct.accepted")
        assert (entry.chain_id, entry.subject) == (cast.here.cbs_code, user.ref)

    def test_not_the_text_of_another_version(self, cast: Cast, els, now):
        by = acting(come_in(cast, els, now), now)
        with pytest.raises(NotNow, match="Lees hem opnieuw"):
            ConductAcceptance.accept(version=VERSION - 1, by=by, at=now)

    def test_nobody_does_it_for_him(self, cast: Cast, now):
        with pytest.raises(NotAllowed):
            ConductAcceptance.accept(version=VERSION, by=cast.noor.acting(now), at=now)

    def test_the_database_keeps_one_of_each_version(self, cast: Cast, els, now):
        user = seat(els, at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            ConductAcceptance.objects.create(
                user=user, version=VERSION, **ConductAcceptance.stamp(by=TESTER, at=now)
            )
