"""The officer tells of his detention: a stay, the ground, a release date; tells it better, or takes it back."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.clocks.queries import in_order_of_need, standings
from regie.detention.enums import Arrival, Certainty, Title
from regie.detention.models import ReleaseDate, Sentence, Stay
from regie.detention.models.release_date import ReleaseAccount
from regie.detention.models.sentence import SentenceAccount
from regie.detention.models.stay import StayAccount
from regie.privacy.models import AccessEntry, JournalEntry
from regie.trajectories.actions import (
    correct_detention,
    tell_detention,
    tell_of_referral,
    withdraw_detention,
)
from regie.trajectories.models import Referral, Trajectory
from tests.cast import Cast
from tests.factories import people
from tests.factories.people import Identity

ENTERED = date(2026, 11, 2)
ACCOUNTS = [
    StayAccount("PI Sittard", entered_on=ENTERED),
    SentenceAccount(Title.PRISON, months=9),
    ReleaseAccount(date(2027, 5, 1), certainty=Certainty.EXPECTED),
]
EACH = pytest.mark.parametrize("account", ACCOUNTS, ids=["stay", "sentence", "release"])


def tell(trajectory: Trajectory, account: Any, by, now: datetime) -> Any:
    return tell_detention(trajectory=trajectory, account=account, source="PI", by=by.acting(now), at=now)


class TestItWorks:
    @EACH
    def test_it_is_a_fact_about_him(self, cast: Cast, trajectory, now, account: Any):
        told = tell(trajectory, account, cast.noor, now)
        assert (told.person, told.source, told.recorded_by_label) == (trajectory.person, "PI", "Noor")

    @EACH
    def test_told_twice_is_once(self, cast: Cast, trajectory, now, account: Any):
        assert tell(trajectory, account, cast.noor, now) == tell(trajectory, account, cast.noor, now)

    def test_day_one_follows_from_the_stay_and_not_from_what_the_referral_told(
        self, cast: Cast, trajectory, now
    ):
        tell(trajectory, ACCOUNTS[0], cast.noor, now)
        assert Referral.objects.get().day_one == ENTERED
        (standing,) = standings([trajectory], on=now.date()).values()
        assert standing.day_one.days == (now.date() - ENTERED).days

    def test_until_a_stay_is_told_it_is_what_the_referral_told(self, cast: Cast, trajectory):
        assert trajectory.referral.day_one == trajectory.referral.detained_since

    def test_a_stay_that_is_withdrawn_no_longer_counts(self, cast: Cast, trajectory, now):
        told = tell(trajectory, ACCOUNTS[0], cast.noor, now)
        withdraw_detention(trajectory=trajectory, told=told, by=cast.noor.acting(now), at=now)
        assert Referral.objects.get().day_one == trajectory.referral.detained_since

    def test_the_list_and_the_clock_agree_who_waits_longest(self, cast: Cast, trajectory, now):
        other = people.guide(cast, at=now, who=Identity("Kai", "Alders", date(2004, 5, 3)))
        assert list(in_order_of_need(Trajectory.objects.all())) == [other, trajectory]
        tell(trajectory, ACCOUNTS[0], cast.noor, now)
        assert list(in_order_of_need(Trajectory.objects.all())) == [trajectory, other]


class TestItIsRefusedForTheWrongPerson:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    @EACH
    def test_only_the_officer_who_guides_him(self, cast: Cast, trajectory, now, who: str, account: Any):
        with pytest.raises(NotAllowed):
            tell(trajectory, account, getattr(cast, who), now)

    @EACH
    def test_nor_does_anyone_else_tell_it_better_or_take_it_back(
        self, cast: Cast, trajectory, now, account: Any
    ):
        told, his = tell(trajectory, account, cast.noor, now), cast.sem.acting(now)
        with pytest.raises(NotAllowed):
            correct_detention(trajectory=trajectory, told=told, account=account, by=his, at=now)
        with pytest.raises(NotAllowed):
            withdraw_detention(trajectory=trajectory, told=told, by=his, at=now)

    @EACH
    def test_not_of_another_young_person(self, cast: Cast, trajectory, now, account: Any):
        other = people.guide(cast, at=now, who=Identity("Kai", "Alders", date(2004, 5, 3)))
        told, hers = tell(trajectory, account, cast.noor, now), cast.noor.acting(now)
        with pytest.raises(NotAllowed, match="een andere jongere"):
            correct_detention(trajectory=other, told=told, account=account, by=hers, at=now)
        with pytest.raises(NotAllowed, match="een andere jongere"):
            withdraw_detention(trajectory=other, told=told, by=hers, at=now)


class TestItIsRefusedInTheWrongState:
    def test_a_release_before_he_came_in(self, cast: Cast, trajectory, now):
        tell(trajectory, ACCOUNTS[0], cast.noor, now)
        too_early = ReleaseAccount(ENTERED - timedelta(days=1), certainty=Certainty.EXPECTED)
        with pytest.raises(NotValid, match="Hij kan niet eerder vrijkomen") as refused:
            tell(trajectory, too_early, cast.noor, now)
        assert refused.value.field == "expected_on"

    def test_pretrial_detention_has_no_planned_end(self, cast: Cast, trajectory, now):
        tell(trajectory, SentenceAccount(Title.PRETRIAL), cast.noor, now)
        with pytest.raises(NotValid, match="voorlopige hechtenis"):
            tell(trajectory, ACCOUNTS[2], cast.noor, now)
        assert tell(trajectory, ReleaseAccount(certainty=Certainty.ANY_DAY), cast.noor, now)


class TestItLeavesARecord:
    @EACH
    def test_a_journal_entry_for_telling_and_for_taking_back(self, cast: Cast, trajectory, now, account: Any):
        told = tell(trajectory, account, cast.noor, now)
        withdraw_detention(trajectory=trajectory, told=told, by=cast.noor.acting(now), at=now)
        entries = JournalEntry.objects.filter(verb=told.verb, subject=trajectory.person.ref)
        assert entries.count() == 2


def url(name: str, trajectory: Trajectory, *refs: Any) -> str:
    return reverse(f"desk:{name}", args=[trajectory.person.ref, *refs])


STAY = {"facility": "PI Sittard", "arrival": "entered", "entered_on": "2-11-2026", "regime": "adult"}
SENTENCE = {"title": "prison", "months": "9"}
RELEASE = {"certainty": "expected", "expected_on": "1-5-2027", "kind": "end_of_sentence"}


class TestThePageShowsIt:
    @pytest.mark.parametrize(
        ("name", "typed", "says"),
        [
            ("tell_stay", STAY, "Binnengekomen in PI Sittard"),
            ("tell_sentence", SENTENCE, "Gevangenisstraf, 9 maanden"),
            ("tell_release", RELEASE, "Vrijlating: 1 mei 2027, verwacht"),
        ],
    )
    def test_from_the_form_to_his_page(self, trajectory, noor: Client, name: str, typed: Any, says: str):
        sent = noor.post(url(name, trajectory), typed, follow=True).content.decode()
        assert "vastgelegd." in sent
        assert says in sent

    def test_where_he_is_now_stands_under_his_name(self, cast: Cast, trajectory, now, noor: Client):
        tell(trajectory, StayAccount("PI Ter Peel", entered_on=ENTERED), cast.noor, now)
        moved = StayAccount("PI Vught", arrival=Arrival.MOVED, entered_on=ENTERED + timedelta(days=9))
        tell(trajectory, moved, cast.noor, now)
        page = noor.get(reverse("desk:person", args=[trajectory.person.ref])).content.decode()
        assert page.index("PI Vught") < page.index("PI Ter Peel")

    def test_telling_it_better_and_taking_it_back(self, cast: Cast, trajectory, now, noor: Client):
        stay = tell(trajectory, ACCOUNTS[0], cast.noor, now)
        form = noor.get(url("correct_stay", trajectory, stay.ref)).context["form"]
        typed = {name: form[name].value() or "" for name in form.fields} | {"facility": "PI Roermond"}
        page = noor.post(url("correct_stay", trajectory, stay.ref), typed, follow=True).content.decode()
        assert "PI Roermond" in page
        assert "Verblijf verbeterd." in page
        page = noor.post(url("withdraw_stay", trajectory, stay.ref), follow=True).content.decode()
        assert "Verblijf ingetrokken." in page
        assert "PI Roermond" not in page
        assert Stay.objects.filter(ref=stay.ref).count() == 3

    def test_a_form_that_stood_open_too_long_writes_over_nothing(self, cast: Cast, trajectory, now, noor):
        stay = tell(trajectory, ACCOUNTS[0], cast.noor, now)
        form = noor.get(url("correct_stay", trajectory, stay.ref)).context["form"]
        typed = {name: form[name].value() or "" for name in form.fields}
        better = StayAccount("PI Vught", entered_on=ENTERED)
        correct_detention(trajectory=trajectory, told=stay, account=better, by=cast.noor.acting(now), at=now)
        page = noor.post(url("correct_stay", trajectory, stay.ref), typed | {"facility": "Elders"})
        assert "Iemand anders heeft dit intussen al verbeterd." in page.content.decode()

    @pytest.mark.parametrize(
        ("name", "typed", "says"),
        [
            ("tell_stay", STAY | {"entered_on": "1-1-2099"}, "Deze dag is nog niet geweest."),
            ("tell_stay", STAY | {"left_on": "1-11-2026"}, "Hij kan niet vrijkomen voordat hij binnenkwam."),
            (
                "tell_sentence",
                {"title": "pretrial", "months": "3"},
                "Voorlopige hechtenis heeft nog geen duur.",
            ),
            ("tell_sentence", {"months": "3"}, "Kies een antwoord."),
            ("tell_release", RELEASE | {"certainty": "any_day"}, "Laat de datum dan leeg"),
            ("tell_release", {"certainty": "fixed", "kind": "unknown"}, "Vul de datum in die vaststaat."),
        ],
    )
    def test_what_cannot_be_is_said_and_what_was_typed_stays(
        self, trajectory, noor: Client, name: str, typed: Any, says: str
    ):
        page = noor.post(url(name, trajectory), typed).content.decode()
        assert says in page
        for typed_value in (value for key, value in typed.items() if key in ("facility", "months")):
            assert f'value="{typed_value}"' in page
        assert not any(model.objects.exists() for model in (Stay, Sentence, ReleaseDate))

    def test_opening_a_form_is_written_in_the_access_log(self, cast: Cast, trajectory, noor: Client):
        noor.get(url("tell_stay", trajectory))
        assert AccessEntry.objects.filter(subject=trajectory.person.ref, recorded_by_label="Noor").exists()

    def test_the_fact_of_another_young_person_is_not_there(self, cast: Cast, trajectory, now, noor: Client):
        other = people.guide(cast, at=now, who=Identity("Kai", "Alders", date(2004, 5, 3)))
        stay = tell(other, ACCOUNTS[0], cast.noor, now)
        assert noor.get(url("correct_stay", trajectory, stay.ref)).status_code == 404

    def test_the_coordinator_reads_it_and_changes_nothing(self, cast: Cast, trajectory, now, fatima: Client):
        tell(trajectory, ACCOUNTS[1], cast.noor, now)
        page = fatima.get(reverse("desk:person", args=[trajectory.person.ref])).content.decode()
        assert "Gevangenisstraf, 9 maanden" in page
        assert "vastleggen" not in page


class TestOfWhoWaitsForADecision:
    ACCOUNT = SentenceAccount(Title.PRISON, months=9)

    def test_who_screens_tells_it_and_twice_is_once(self, cast: Cast, now):
        referral = people.refer(cast, at=now)
        for _ in range(2):
            tell_of_referral(referral=referral, account=self.ACCOUNT, by=cast.noor.acting(now), at=now)
        assert Sentence.objects.get().person == referral.person

    @pytest.mark.parametrize("who", ["fatima", "wil", "ada", "bas"])
    def test_nobody_else_does(self, cast: Cast, now, who: str):
        referral, by = people.refer(cast, at=now), getattr(cast, who).acting(now)
        with pytest.raises(NotAllowed):
            tell_of_referral(referral=referral, account=self.ACCOUNT, by=by, at=now)

    def test_after_the_decision_it_is_told_of_his_guidance(self, cast: Cast, now):
        referral = people.guide(cast, at=now).referral
        with pytest.raises(NotNow):
            tell_of_referral(referral=referral, account=self.ACCOUNT, by=cast.noor.acting(now), at=now)
