"""The officer tells who is around him: supportive people first, and a risk only with its reason and its source."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.plans.enums import Closeness, Influence, MayCall, NoContact, Tie
from regie.plans.models import NetworkMember
from regie.plans.queries import as_read, network_of
from regie.plans.rules import NetworkAccount
from regie.privacy.declarations import Kind, Shared
from regie.privacy.models import AccessEntry, JournalEntry
from tests.cast import Cast
from tests.factories.around import know

TODAY = date(2026, 11, 18)
BORN = date(2005, 4, 17)
GROUND = {"reason": "Ze werden samen opgepakt.", "reason_source": "Vonnis van 3 mei 2026"}
CHOSEN = {
    "tie": "friend",
    "closeness": "near",
    "influence": "unknown",
    "may_call": "not_asked",
    "no_contact": "nothing_told",
}
SENT = CHOSEN | {"name": "Oom Ali"}


@pytest.fixture
def oma(cast: Cast, trajectory, now) -> NetworkMember:
    """His grandmother, who supports him."""
    told = {"influence": Influence.SUPPORTS, "closeness": Closeness.NEAR, "helps_with": "Hij eet daar."}
    return know(trajectory, by=cast.noor, at=now, **told)


class TestItWorks:
    def test_a_name_and_what_they_are_to_him_are_enough(self, cast: Cast, trajectory, now):
        member = know(trajectory, by=cast.noor, at=now)
        assert network_of(trajectory) == [member]
        assert (member.name, member.tie, member.happened_on) == ("Mijn oma", Tie.GRANDPARENT, TODAY)
        not_told = (member.closeness, member.influence, member.may_call, member.no_contact)
        assert not_told == ("unknown", "unknown", "not_asked", "nothing_told")

    def test_who_supports_him_is_read_first_and_with_whom_he_has_no_contact_last(
        self, cast: Cast, trajectory, now, oma
    ):
        told = {
            "Dave": {"influence": Influence.RISKY, "closeness": Closeness.NEAR, **GROUND},
            "Kim": {"influence": Influence.SUPPORTS, "no_contact": NoContact.HIS_WISH, **GROUND},
            "Mo": {"influence": Influence.BOTH, **GROUND},
            "Buurman": {},
            "Coach": {"influence": Influence.SUPPORTS, "closeness": Closeness.FAR},
            "Zus": {"influence": Influence.SUPPORTS, "closeness": Closeness.AVERAGE},
        }
        for name, how in told.items():
            know(trajectory, by=cast.noor, at=now, name=name, **how)
        read = [one.name for one in as_read(network_of(trajectory))]
        assert read == ["Mijn oma", "Zus", "Coach", "Mo", "Buurman", "Dave", "Kim"]

    def test_one_sending_makes_one_record(self, cast: Cast, trajectory, now):
        sending, account = uuid.uuid4(), NetworkAccount(TODAY, "Mijn oma", Tie.GRANDPARENT)
        told = {"trajectory": trajectory, "account": account, "submission": sending}
        first, second = (NetworkMember.tell(**told, by=cast.noor.acting(now), at=now) for _ in range(2))
        assert first == second
        assert JournalEntry.objects.filter(verb="network_member.told").count() == 1

    def test_told_better_it_keeps_its_place_and_the_day_before_can_be_read_back(
        self, cast: Cast, trajectory, now, oma
    ):
        other, tomorrow = know(trajectory, by=cast.noor, at=now, name="Dave"), now + timedelta(days=1)
        better = replace(oma.account, helps_with="Zij belt hem.")
        corrected = oma.correct(account=better, by=cast.noor.acting(tomorrow), at=tomorrow)
        assert network_of(trajectory) == [corrected, other]
        assert network_of(trajectory, as_known=TODAY) == [oma, other]
        assert network_of(trajectory, as_known=TODAY - timedelta(days=1)) == []

    def test_who_left_his_life_is_not_there_from_that_day(self, cast: Cast, oma, now):
        ended = replace(oma.account, ended_on=TODAY, ended_words="Zij overleed.")
        left = oma.correct(account=ended, by=cast.noor.acting(now), at=now)
        assert left.left_by(TODAY)
        assert not left.left_by(TODAY - timedelta(days=1))
        assert not oma.left_by(TODAY)


class TestItIsRefusedForTheWrongPerson:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_only_the_officer_who_guides_him(self, cast: Cast, trajectory, now, oma, who: str):
        other = getattr(cast, who)
        with pytest.raises(NotAllowed):
            know(trajectory, by=other, at=now)
        with pytest.raises(NotAllowed):
            oma.correct(account=oma.account, by=other.acting(now), at=now)
        with pytest.raises(NotAllowed):
            oma.withdraw(by=other.acting(now), at=now)
        sees = NetworkMember.objects.visible_to(other.acting(now)).exists()
        assert sees == (who == "fatima")
        assert NetworkMember.objects.count() == 1

    def test_it_is_shared_with_no_partner_and_a_risk_is_as_guarded_as_can_be(self):
        assert NetworkMember.privacy.shared is Shared.NEVER
        kinds = NetworkMember.privacy.kinds()
        assert {kinds[name] for name in ("influence", "no_contact", *GROUND)} == {Kind.CRIMINAL}
        assert {kinds[name] for name in ("name", "phone", "helps_with")} == {Kind.PERSONAL}


class TestItIsRefusedWhenItCannotBe:
    @pytest.mark.parametrize(
        ("told", "says", "field"),
        [
            ({"name": "  "}, "hoe hij deze persoon noemt", "name"),
            ({"name": "a" * 200}, "onder 120 tekens", "name"),
            ({"influence": Influence.RISKY}, "Schrijf op waarom", "reason"),
            (
                {"influence": Influence.BOTH, "reason": "Samen opgepakt."},
                "van wie u dit weet",
                "reason_source",
            ),
            ({"no_contact": NoContact.BAN, "reason": "Vonnis."}, "van wie u dit weet", "reason_source"),
            ({"no_contact": NoContact.HIS_WISH, "reason_source": "Hijzelf"}, "Schrijf op waarom", "reason"),
            ({"no_contact": NoContact.THEIR_WISH, "reason": " ", "reason_source": "Zij"}, "waarom", "reason"),
            ({"phone": "+31612345678"}, "alleen als u mag bellen", "phone"),
            ({"phone": "+31612345678", "may_call": MayCall.NO}, "alleen als u mag bellen", "phone"),
            ({"since": TODAY + timedelta(days=1)}, "nog niet geweest", "since"),
            ({"since": BORN - timedelta(days=1)}, "niet na de geboortedatum", "since"),
            ({"ended_on": TODAY + timedelta(days=1)}, "nog niet geweest", "ended_on"),
            ({"since": TODAY, "ended_on": TODAY - timedelta(days=1)}, "niet eerder ophouden", "ended_on"),
            ({"ended_words": "Verhuisd."}, "sinds welke dag", "ended_on"),
            ({"helps_with": "a" * 301}, "onder 300 tekens", "helps_with"),
        ],
    )
    def test_what_cannot_be_or_may_not_stand_there(
        self, cast: Cast, trajectory, now, oma, told: dict, says: str, field: str
    ):
        with pytest.raises(NotValid, match=says) as refused:
            know(trajectory, by=cast.noor, at=now, **told)
        assert refused.value.field == field
        with pytest.raises(NotValid, match=says):
            oma.correct(account=replace(oma.account, **told), by=cast.noor.acting(now), at=now)
        assert NetworkMember.objects.count() == 1

    def test_what_may_be(self, cast: Cast, trajectory, now):
        for told in (
            {"since": BORN},
            {"name": "יוסי"},
            {"may_call": MayCall.YES},
            {"influence": Influence.RISKY, **GROUND},
            {"since": TODAY, "ended_on": TODAY},
        ):
            know(trajectory, by=cast.noor, at=now, **told)
        assert len(network_of(trajectory)) == 5

    def test_two_corrections_of_one_version_do_not_pass_each_other(self, cast: Cast, oma, now):
        by = cast.noor.acting(now)
        oma.correct(account=replace(oma.account, name="Oma Bep"), by=by, at=now)
        with pytest.raises(NotNow, match="intussen al verbeterd"):
            oma.correct(account=replace(oma.account, name="Oma Riet"), by=by, at=now)

    @pytest.mark.parametrize(
        ("told", "constraint"),
        [
            ({"name": ""}, "has_a_name"),
            ({"closeness": "bad"}, "words_we_know"),
            ({"tie": "bad"}, "words_we_know"),
            ({"influence": "risky", "reason": "Een"}, "risk_has_its_ground"),
            ({"no_contact": "ban", "reason_source": "Een"}, "risk_has_its_ground"),
            ({"phone": "112"}, "number_may_be_called"),
            ({"since": TODAY, "ended_on": TODAY - timedelta(days=1)}, "ends_after_it_begins"),
        ],
    )
    def test_the_database_holds_it_to_that(self, cast: Cast, trajectory, now, told: dict, constraint: str):
        stamp = NetworkMember.stamp(by=cast.noor.acting(now), at=now)
        whole = vars(NetworkAccount(TODAY, "Oma", Tie.GRANDPARENT)) | told
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            NetworkMember.objects.create(trajectory=trajectory, **whole, **stamp)


class TestItLeavesARecord:
    def test_in_the_journal_without_a_name(self, cast: Cast, trajectory, oma, now):
        by = cast.noor.acting(now)
        better = oma.correct(account=replace(oma.account, closeness=Closeness.FAR), by=by, at=now)
        better.withdraw(by=by, at=now)
        entries = JournalEntry.objects.filter(
            verb__startswith="network_member", subject=trajectory.person.ref
        )
        told = [(entry.verb, entry.fields) for entry in entries.order_by("pk")]
        assert told[1:] == [("network_member.corrected", ["closeness"]), ("network_member.withdrawn", [])]
        assert (told[0][0], "name" in told[0][1]) == ("network_member.told", True)
        assert not [entry for entry in entries if "oma" in str(vars(entry)).lower()]


class TestThePageShowsIt:
    def test_from_the_form_to_the_page(self, trajectory, noor: Client):
        sent = SENT | {"may_call": "yes", "phone": "06 12 34 56 78", "influence": "risky", **GROUND}
        way = reverse("desk:tell_networkmember", args=[trajectory.person.ref])
        page = noor.post(way, sent, follow=True)
        assert page.resolver_match.view_name == "desk:around"
        for words in ("Iemand om hem heen vastgelegd.", "Oom Ali", "Geeft risico", *GROUND.values()):
            assert words in page.content.decode()
        assert NetworkMember.objects.get().phone == "+31612345678"
        assert 'href="tel:+31612345678"' in page.content.decode()
        opened = AccessEntry.objects.filter(subject=trajectory.person.ref).values_list("page", flat=True)
        assert set(opened) == {"desk:tell_networkmember", "desk:around"}

    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ({"name": "a" * 200}, "onder 120 tekens"),
            ({"tie": ""}, "Kies een antwoord."),
            ({"influence": "risky"}, "Schrijf op waarom"),
            ({"no_contact": "ban", "reason": "Dat zei de rechter."}, "van wie u dit weet"),
            ({"may_call": "yes", "phone": "06 123"}, "geen telefoonnummer dat kan bestaan"),
            ({"phone": "06 12 34 56 78"}, "alleen als u mag bellen"),
        ],
    )
    def test_what_cannot_be_is_said_and_what_was_typed_stays(
        self, trajectory, noor: Client, typed: dict[str, str], says: str
    ):
        way = reverse("desk:tell_networkmember", args=[trajectory.person.ref])
        page = noor.post(way, SENT | typed).content.decode()
        assert says in page
        assert all(value in page for value in (SENT | typed).values())
        assert not NetworkMember.objects.exists()

    def test_when_he_left_it_is_told_where_it_is_told_better(self, trajectory, oma, noor: Client):
        way = reverse("desk:correct_networkmember", args=[oma.ref])
        first = noor.get(reverse("desk:tell_networkmember", args=[trajectory.person.ref])).content.decode()
        assert "niet meer in zijn leven" not in first
        assert "niet meer in zijn leven" in noor.get(way).content.decode()
        sent = SENT | {"name": "Mijn oma", "ended_on": "17-11-2026", "ended_words": "Zij verhuisde ver weg."}
        page = noor.post(way, sent, follow=True).content.decode()
        assert "Niet meer in zijn leven" in page
        assert "Zij verhuisde ver weg." in page
        assert "Nog niemand" in page
        plan = noor.get(reverse("desk:plan", args=[trajectory.person.ref])).content.decode()
        assert "Mijn oma" not in plan

    def test_the_plan_shows_five_and_no_reason(self, cast: Cast, trajectory, now, oma, noor: Client):
        for number in range(5):
            know(trajectory, by=cast.noor, at=now, name=f"Vriend {number}", influence="risky", **GROUND)
        page = noor.get(reverse("desk:plan", args=[trajectory.person.ref])).content.decode()
        assert "Mijn oma" in page
        assert "Vriend 3" in page
        assert "Vriend 4" not in page
        assert "Alle 6 mensen" in page
        assert GROUND["reason"] not in page

    def test_the_coordinator_reads_it_and_changes_nothing(self, trajectory, oma, fatima: Client, bas: Client):
        way = reverse("desk:around", args=[trajectory.person.ref])
        page = fatima.get(way).content.decode()
        assert "Mijn oma" in page
        assert str(oma.ref) not in page
        assert "Iemand toevoegen" not in page
        assert bas.get(way).status_code == 404
