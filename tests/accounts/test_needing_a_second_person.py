"""A municipality needs somebody who approves exceptions and is not the officer that asks them."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from regie.accounts.enums import Role
from regie.accounts.models import Municipality, Region, RoleGrant, User
from regie.accounts.queries import without_second_person
from regie.accounts.rules import lacks_second_person
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.privacy.models import JournalEntry
from tests.cast import TESTER, Cast, employ, sign_in


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def town(db: None, now) -> Municipality:
    """A town with one officer, who manages the users too."""
    town = Municipality.objects.create(
        name="Beek", cbs_code="GM0888", region=Region.objects.create(name="Heuvelland")
    )
    kees = employ("Kees", Role.OFFICER, town, at=now)
    RoleGrant.grant(
        user=kees, role=Role.FUNCTIONAL_MANAGER, municipality=town, since=day(now), by=TESTER, at=now
    )
    return town


@pytest.fixture
def kees(town: Municipality) -> Client:
    """The client of the one officer."""
    return sign_in(User.objects.get(name="Kees"))


def alone(town: Municipality, on) -> bool:
    return without_second_person([town.pk], on=on) == [town]


@pytest.mark.parametrize(
    ("askers", "approvers", "lacking"),
    [
        ((), (), True),
        ((1,), (), True),
        ((1,), (1,), True),
        ((1, 2), (1,), True),
        ((), (1,), False),
        ((1,), (2,), False),
        ((1,), (1, 2), False),
        ((1, 2), (1, 2), False),
    ],
)
def test_who_asks_does_not_count_for_himself(askers, approvers, lacking):
    assert lacks_second_person(askers, approvers) is lacking


class TestOneOfficer:
    def test_it_is_said_with_what_to_do(self, kees: Client, town: Municipality):
        page = kees.get("/gebruikers/").content.decode()
        assert "Beek heeft geen tweede persoon" in page
        assert "nodig een coördinator van een buurgemeente uit" in page

    def test_the_role_for_himself_does_not_help(self, town: Municipality, now):
        call_command("role", "give", "kees@example.nl", "coordinator", "GM0888", "--operator")
        assert alone(town, day(now))

    def test_another_coordinator_does(self, kees: Client, town: Municipality, now):
        employ("Lies", Role.COORDINATOR, town, at=now)
        assert not alone(town, day(now))
        assert "tweede persoon" not in kees.get("/gebruikers/").content.decode()

    @pytest.mark.parametrize("gone", ["ended", "closed", "later"])
    def test_one_who_is_not_there_does_not(self, town: Municipality, now, gone: str):
        lies = employ("Lies", Role.COORDINATOR, town, at=now)
        if gone == "closed":
            User.objects.filter(pk=lies.pk).update(is_active=False)
        elif gone == "ended":
            RoleGrant.objects.filter(user=lies).update(until=day(now))
        else:
            RoleGrant.objects.filter(user=lies).update(since=day(now) + timedelta(days=1))
        assert alone(town, day(now))

    def test_one_of_elsewhere_does_not_count_here(self, town: Municipality, cast: Cast, now):
        assert without_second_person([town.pk, cast.here.pk], on=day(now)) == [town]
        assert "tweede persoon" not in sign_in(cast.wil).get("/gebruikers/").content.decode()

    def test_who_asks_elsewhere_approves_here(self, town: Municipality, cast: Cast, now):
        since = day(now)
        RoleGrant.grant(
            user=cast.fatima, role=Role.OFFICER, municipality=town, since=since, by=TESTER, at=now
        )
        assert without_second_person([town.pk, cast.here.pk], on=since) == [town]


class TestByTheOperator:
    def test_a_manager_becomes_the_second_person(self, cast: Cast, now, capsys):
        call_command("role", "give", "WIL@example.nl", "coordinator", "GM1883", "--operator")
        assert "Wil: Coördinator, Sittard-Geleen, vanaf" in capsys.readouterr().out
        grant = RoleGrant.objects.get(user=cast.wil, role=Role.COORDINATOR)
        (entry,) = JournalEntry.objects.filter(subject=grant.ref)
        assert (entry.recorded_by_kind, entry.recorded_by_label) == ("job", "Beheerder van de installatie")

    def test_and_ends_being_so(self, cast: Cast, now, capsys):
        until = day(now) + timedelta(days=9)
        for what in (["give"], ["end", "--until", until.isoformat()]):
            call_command("role", what[0], "wil@example.nl", "coordinator", "GM1883", *what[1:], "--operator")
        assert RoleGrant.objects.get(user=cast.wil, role=Role.COORDINATOR).until == until

    def test_for_a_while_and_here_only(self, cast: Cast, now):
        until = day(now) + timedelta(days=9)
        for code in ("GM0917", "GM1883"):
            words = ("wil@example.nl", "coordinator", code, "--until", until.isoformat(), "--operator")
            call_command("role", "give", *words)
        call_command("role", "end", "wil@example.nl", "coordinator", "GM1883", "--operator")
        held = RoleGrant.objects.filter(user=cast.wil, role=Role.COORDINATOR)
        ends = {grant.municipality: grant.until for grant in held}
        assert ends == {cast.elsewhere: until, cast.here: day(now)}

    def test_what_is_over_is_not_ended_again(self, cast: Cast, now):
        words = ("wil@example.nl", "coordinator", "GM1883", "--operator")
        for what in ("give", "end"):
            call_command("role", what, *words)
        with pytest.raises(CommandError, match="heeft deze gebruiker daar niet"):
            call_command("role", "end", *words)

    @pytest.mark.parametrize(
        ("words", "sentence"),
        [
            (["give", "wil@example.nl", "coordinator", "GM1883"], "--operator"),
            (["give", "niemand@example.nl", "coordinator", "GM1883", "--operator"], "kennen we niet"),
            (["give", "wil@example.nl", "coordinator", "GM9999", "--operator"], "kennen we niet"),
            (["give", "noor@example.nl", "officer", "GM1883", "--operator"], "al"),
            (
                ["end", "wil@example.nl", "coordinator", "GM1883", "--operator"],
                "heeft deze gebruiker daar niet",
            ),
            (
                ["end", "wil@example.nl", "functional_manager", "GM1883", "--operator"],
                "enige functioneel beheerder",
            ),
        ],
    )
    def test_what_cannot_be_is_said(self, cast: Cast, words: list[str], sentence: str):
        before = RoleGrant.objects.filter(until=None).count()
        with pytest.raises(CommandError, match=sentence):
            call_command("role", *words)
        assert RoleGrant.objects.filter(until=None).count() == before
