"""He gives leave with his signature, and stops it whenever he wants."""

import uuid
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.persons.rules import Identity
from regie.plans.enums import AuthorisationState as State
from regie.plans.enums import Lasts
from regie.plans.models import Authorisation
from regie.plans.queries import authorisations_of
from regie.plans.rules import LONGEST_PARTY, LONGEST_SCOPE, AuthorisationAccount
from regie.privacy.models import AccessEntry, JournalEntry
from regie.trajectories.models import Trajectory
from tests.cast import Cast, sign_in
from tests.factories import people
from tests.factories.taking_over import authorise

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)


@pytest.fixture
def signed(cast: Cast, trajectory: Trajectory, now) -> Authorisation:
    """He signed today, for three weeks."""
    return authorise(trajectory, by=cast.noor, at=now, until=TODAY + 21 * DAY)


class TestItWorks:
    def test_how_it_stands_follows_from_its_days(self):
        account = AuthorisationAccount(TODAY, "Zijn bank", "Bellen.")
        assert account.state(TODAY) is State.NOT_SIGNED
        signed = replace(account, signed_on=TODAY, lasts=Lasts.UNTIL_STOPPED)
        assert [signed.state(day) for day in (TODAY - DAY, TODAY)] == [State.NOT_SIGNED, State.HOLDS]
        ending = replace(signed, until=TODAY + DAY)
        states = [ending.state(TODAY + n * DAY) for n in range(3)]
        assert states == [State.HOLDS, State.HOLDS, State.EXPIRED]
        calling = [ending.state(TODAY + n * DAY, calls_from=TODAY + DAY) for n in range(3)]
        assert calling == [State.HOLDS, State.ENDS, State.EXPIRED]
        assert signed.state(TODAY, calls_from=TODAY) is State.HOLDS
        assert [ending.holds(TODAY + n * DAY) for n in range(-1, 3)] == [False, True, True, False]
        stopped = replace(ending, stopped_on=TODAY + DAY)
        assert [stopped.state(TODAY + n * DAY) for n in range(3)] == [
            State.HOLDS,
            State.STOPPED,
            State.STOPPED,
        ]
        assert [stopped.holds(TODAY + n * DAY) for n in range(3)] == [True, False, False]

    def test_it_is_signed_later_and_what_stood_there_stays(self, cast: Cast, trajectory, now):
        first = authorise(trajectory, by=cast.noor, at=now, signed_on=None)
        account = replace(first.account, signed_on=TODAY)
        better = first.correct(account=account, by=cast.noor.acting(now), at=now)
        assert (better.ref, better.signed_on) == (first.ref, TODAY)
        assert Authorisation.objects.count() == 2

    def test_he_stops_it_and_twice_is_once(self, cast: Cast, signed, now):
        by = cast.noor.acting(now)
        stopped = signed.stop(stopped_on=TODAY, by=by, at=now)
        assert stopped.account.state(TODAY) is State.STOPPED
        assert stopped.stop(stopped_on=TODAY, by=by, at=now) == stopped
        with pytest.raises(NotNow, match="18-11-2026"):
            stopped.stop(stopped_on=TODAY - DAY, by=by, at=now)

    def test_told_twice_is_once(self, cast: Cast, trajectory, signed, now):
        assert authorise(trajectory, by=cast.noor, at=now, until=TODAY + 21 * DAY) == signed
        sending, account, by = uuid.uuid4(), replace(signed.account, party="Zijn bank"), cast.noor.acting(now)
        told: dict[str, Any] = {"trajectory": trajectory, "account": account, "submission": sending}
        assert Authorisation.tell(**told, by=by, at=now) == Authorisation.tell(**told, by=by, at=now)
        assert Authorisation.objects.count() == 2

    def test_the_last_one_stands_first(self, cast: Cast, trajectory, signed, now):
        before = authorise(trajectory, by=cast.noor, at=now, happened_on=TODAY - DAY, party="Zijn bank")
        assert [one.ref for one in authorisations_of(trajectory)] == [signed.ref, before.ref]


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, trajectory, signed, now, who: str):
        other = getattr(cast, who)
        by = other.acting(now)
        for verb in (
            lambda: authorise(trajectory, by=other, at=now, party="Zijn bank"),
            lambda: signed.stop(stopped_on=TODAY, by=by, at=now),
            lambda: signed.correct(account=replace(signed.account, party="X"), by=by, at=now),
            lambda: signed.withdraw(by=by, at=now),
        ):
            with pytest.raises(NotAllowed):
                verb()

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"happened_on": TODAY + DAY}, "happened_on"),
            ({"signed_on": TODAY + DAY}, "signed_on"),
            ({"signed_on": date(1990, 1, 1)}, "signed_on"),
            ({"until": TODAY - DAY}, "until"),
            ({"until": TODAY - DAY, "signed_on": None}, "until"),
            ({"lasts": Lasts.UNTIL_DAY}, "until"),
            ({"until": TODAY, "lasts": Lasts.UNKNOWN}, "lasts"),
            ({"stopped_on": TODAY, "signed_on": None}, "stopped_on"),
            ({"stopped_on": TODAY - DAY}, "stopped_on"),
            ({"stopped_on": TODAY + DAY}, "stopped_on"),
            ({"party": "  "}, "party"),
            ({"scope": ""}, "scope"),
            ({"party": "x" * (LONGEST_PARTY + 1)}, "party"),
            ({"scope": "x" * 12_000}, "scope"),
            ({"replaces": uuid.uuid4()}, "replaces"),
        ],
    )
    def test_beside_what_cannot_be(self, cast: Cast, trajectory, now, told: dict[str, Any], field: str):
        with pytest.raises(NotValid) as refused:
            authorise(trajectory, by=cast.noor, at=now, **told)
        assert refused.value.field == field
        assert not Authorisation.objects.exists()

    def test_what_may_be_as_long_as_it_may_be(self, cast: Cast, trajectory, now):
        authorise(trajectory, by=cast.noor, at=now, party="x" * LONGEST_PARTY, scope="x" * LONGEST_SCOPE)

    def test_in_the_place_of_itself_or_of_somebody_elses(self, cast: Cast, trajectory, signed, now):
        itself = replace(signed.account, replaces=signed.ref)
        with pytest.raises(NotValid, match="zichzelf"):
            signed.correct(account=itself, by=cast.noor.acting(now), at=now)
        other = people.guide(cast, at=now, who=Identity("Tom", "Vos"))
        with pytest.raises(NotValid, match="niet bij deze jongere"):
            authorise(other, by=cast.noor, at=now, replaces=signed.ref)


class TestItLeavesARecord:
    def test_in_the_journal(self, cast: Cast, signed, now):
        by = cast.noor.acting(now)
        better = signed.correct(account=replace(signed.account, party="Zijn bank"), by=by, at=now)
        better.stop(stopped_on=TODAY, by=by, at=now).withdraw(by=by, at=now)
        verbs = JournalEntry.objects.filter(verb__startswith="authorisation.").order_by("pk")
        written = [(one.verb, one.fields) for one in verbs]
        assert [verb for verb, _ in written] == [
            "authorisation.told", "authorisation.corrected", "authorisation.stopped", "authorisation.withdrawn"
        ]  # fmt: skip
        assert written[1][1] == ["party"]
        assert written[2][1] == ["stopped_on"]


class TestTheDatabaseHoldsItTo:
    @pytest.mark.parametrize(
        "wrong",
        [
            {"party": ""},
            {"scope": ""},
            {"until": None},
            {"lasts": Lasts.UNKNOWN},
            {"until": TODAY - DAY},
            {"stopped_on": TODAY - DAY},
            {"stopped_on": TODAY, "signed_on": None},
        ],
    )
    def test_what_must_never_be(self, cast: Cast, signed, now, wrong: dict[str, Any]):
        with pytest.raises(IntegrityError), transaction.atomic():
            signed.add_correction(by=cast.noor.acting(now), at=now, **wrong)


class TestThePage:
    def test_from_the_form_to_paper_and_he_stops_it(self, cast: Cast, trajectory, noor: Client):
        today = f"{day(this_moment()):%d-%m-%Y}"
        typed = {
            "happened_on": today,
            "party": "Kredietbank",
            "scope": "Bellen\nen mailen.",
            "lasts": "unknown",
        }
        tell = reverse("desk:tell_authorisation", args=[trajectory.person.ref])
        assert "replaces" not in noor.get(tell).content.decode()
        noor.post(tell, typed)
        told = Authorisation.objects.get()
        overview = reverse("desk:taken_over", args=[trajectory.person.ref])
        assert "Nog niet getekend" in noor.get(overview).content.decode()
        correct = reverse("desk:correct_authorisation", args=[told.ref])
        noor.post(correct, typed | {"signed_on": today, "lasts": "until_stopped", "seen": told.pk})
        paper = noor.get(reverse("desk:authorisation_paper", args=[told.ref])).content.decode()
        for words in (
            "Jayden",
            "Noor",
            "Kredietbank",
            "en mailen.",
            "tot ik het stop",
            "altijd stoppen",
            today[6:],
        ):
            assert words in paper
        stop = reverse("desk:stop_authorisation", args=[told.ref])
        noor.post(stop, {"stopped_on": today})
        assert "Gestopt door hem" in noor.get(overview).content.decode()
        assert (
            "Zij geldt niet meer"
            in noor.get(reverse("desk:authorisation_paper", args=[told.ref])).content.decode()
        )

    def test_opening_the_paper_is_written_down_and_who_may_not_finds_nothing(
        self, cast: Cast, signed, noor: Client
    ):
        address = reverse("desk:authorisation_paper", args=[signed.ref])
        for who, status in ((cast.noor, 200), (cast.fatima, 200), (cast.sem, 404), (cast.bas, 404)):
            assert sign_in(who).get(address).status_code == status
        read = AccessEntry.objects.filter(
            page="desk:authorisation_paper", subject=signed.trajectory.person.ref
        )
        assert read.count() == 2

    def test_what_is_refused_stays_typed_beside_its_field(self, cast: Cast, signed, trajectory, noor: Client):
        address = reverse("desk:tell_authorisation", args=[trajectory.person.ref])
        text, past = "lang " * 2_400, f"{day(this_moment()) + DAY:%d-%m-%Y}"
        typed = {"happened_on": past, "party": "Bank", "scope": text, "lasts": "unknown", "replaces": "none"}
        page = noor.post(address, typed)
        assert page.context["form"].errors.keys() == {"happened_on"}
        page = noor.post(address, typed | {"happened_on": "18-11-2026"})
        assert page.context["form"].errors.keys() == {"scope"}
        assert text.strip() in page.content.decode()
        page = noor.post(address, typed | {"replaces": str(uuid.uuid4())})
        assert "replaces" in page.context["form"].errors

    def test_stopping_what_was_never_signed(self, cast: Cast, trajectory, now, noor: Client):
        told = authorise(trajectory, by=cast.noor, at=now, signed_on=None)
        page = noor.post(reverse("desk:stop_authorisation", args=[told.ref]), {"stopped_on": "18-11-2026"})
        assert "niets om te stoppen" in page.content.decode()
