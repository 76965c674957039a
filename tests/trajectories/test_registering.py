"""An officer writes a referral down by typing; Regie looks first whether it knows him."""

import uuid
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.errors import NotAllowed, NotValid
from regie.persons.models import Person
from regie.persons.rules import Identity
from regie.privacy.models import JournalEntry
from regie.trajectories.actions import Telling, register_referral
from regie.trajectories.models import Referral
from tests.cast import Cast
from tests.factories import people
from tests.factories.people import JAYDEN

TODAY = date(2026, 11, 18)
NEW = "/aanmeldingen/nieuw/"


@pytest.fixture
def typed(cast: Cast) -> dict[str, str]:
    return {
        "given_names": "Jayden", "family_name": "Muller", "birth_date": "17-4-2005", "bsn": "999990019",
        "referred_by": "PI Sittard", "happened_on": "18-11-2026", "detained_since": "14 november 2026",
        "facility": "PI Sittard", "told": "Geen ID.", "municipality": str(cast.here.pk),
        "submission": str(uuid.uuid4()),
    }  # fmt: skip


class TestItWorks:
    def test_it_holds_what_was_told(self, cast: Cast, now):
        referral = people.refer(cast, at=now)
        assert (referral.referred_by, referral.detained_since, referral.facility) == (
            "PI Sittard", date(2026, 11, 14), "PI Sittard",
        )  # fmt: skip
        assert Referral.objects.open().visible_to(cast.sem.acting(now)).get() == referral

    def test_what_was_not_told_stays_unknown(self, cast: Cast, now):
        who = Identity("", "Onbekend")
        referral = people.refer(cast, at=now, who=who, detained_since=None, facility="", told="")
        assert referral.person.birth_date is None
        assert referral.person.bsn == ""
        assert referral.detained_since is None

    def test_one_sending_makes_one_referral_and_one_person(self, cast: Cast, now):
        def send() -> Referral:
            return register_referral(
                telling=Telling("PI Sittard", TODAY), who=JAYDEN, municipality=cast.here, submission=sending,
                by=cast.noor.acting(now), at=now,
            )  # fmt: skip

        sending = uuid.uuid4()
        assert send() == send()
        assert Person.objects.count() == 1
        assert JournalEntry.objects.filter(verb="person.registered").count() == 1

    def test_somebody_we_know_is_not_made_again(self, cast: Cast, trajectory, now):
        people.refer(cast, at=now, who=trajectory.person)
        assert Person.objects.count() == 1


class TestItIsRefusedForTheWrongPerson:
    @pytest.mark.parametrize("who", ["fatima", "wil", "ada", "bas"])
    def test_only_an_officer_of_this_municipality(self, cast: Cast, now, who: str):
        with pytest.raises(NotAllowed):
            people.refer(cast, at=now, by=getattr(cast, who))
        assert not Person.objects.exists()

    def test_not_for_a_young_person_of_another_municipality(self, cast: Cast, now):
        there = people.refer(cast, at=now, by=cast.bas, where=cast.elsewhere).person
        with pytest.raises(NotAllowed):
            people.refer(cast, at=now, who=there)


class TestItIsRefusedWhenItCannotBe:
    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"happened_on": TODAY + timedelta(days=1)}, "happened_on"),
            ({"detained_since": TODAY + timedelta(days=1)}, "detained_since"),
            ({"detained_since": JAYDEN.birth_date}, "detained_since"),
        ],
    )
    def test_a_date_that_cannot_be(self, cast: Cast, now, told, field: str):
        with pytest.raises(NotValid) as refused:
            people.refer(cast, at=now, **told)
        assert refused.value.field == field
        assert not Person.objects.exists()

    @pytest.mark.parametrize(
        ("who", "field"),
        [
            (Identity(" ", ""), "family_name"),
            (Identity("Jayden", "Muller", TODAY + timedelta(days=1)), "birth_date"),
            (Identity("Jayden", "Muller", date(1890, 1, 1)), "birth_date"),
            (Identity("Jayden", "Muller", None, "123456789"), "bsn"),
        ],
    )
    def test_a_person_who_cannot_be(self, cast: Cast, now, who: Identity, field: str):
        with pytest.raises(NotValid) as refused:
            people.refer(cast, at=now, who=who)
        assert refused.value.field == field

    def test_a_bsn_that_somebody_else_has(self, cast: Cast, referral, now):
        with pytest.raises(NotValid, match="staat al bij een jongere in uw gemeente"):
            people.refer(cast, at=now, who=Identity("Iemand", "Anders", None, JAYDEN.bsn))

    def test_the_same_bsn_in_another_municipality_is_no_matter(self, cast: Cast, referral, now):
        there = people.refer(cast, at=now, by=cast.bas, where=cast.elsewhere)
        assert there.person != referral.person


class TestItLeavesARecord:
    def test_journal_entries_without_name_or_value(self, cast: Cast, referral):
        entries = JournalEntry.objects.filter(subject=referral.person.ref).order_by("number")
        assert [entry.verb for entry in entries] == ["person.registered", "referral.registered"]
        written = " ".join(f"{entry.fields} {entry.recorded_by_label}" for entry in entries)
        assert "Jayden" not in written
        assert "999990019" not in written


class TestThePageShowsIt:
    def test_from_the_form_to_the_list(self, typed, noor: Client):
        sent = noor.post(NEW, typed, follow=True)
        assert "Aanmelding opgeslagen." in sent.content.decode()
        assert Referral.objects.get().detained_since == date(2026, 11, 14)
        assert "Jayden Muller" in noor.get(reverse("desk:referrals")).content.decode()

    @pytest.mark.parametrize(
        ("field", "value", "sentence"),
        [
            ("birth_date", "31-2-2005", "Dit is geen datum."),
            ("birth_date", "17-4-05", "Dit is geen datum."),
            ("birth_date", "17-4-2095", "ligt in de toekomst"),
            ("bsn", "123456789", "Dit BSN klopt niet."),
            ("referred_by", "", "Vul dit in."),
            ("family_name", "x" * 101, "100 tekens"),
            ("municipality", "0", "geldige keuze"),
        ],
    )
    def test_a_sentence_beside_the_field_and_the_typing_kept(
        self, typed, noor: Client, field, value, sentence
    ):
        page = noor.post(NEW, typed | {field: value}).content.decode()
        assert sentence in page
        assert 'value="PI Sittard"' in page
        assert "Geen ID." in page
        assert not Referral.objects.exists()

    def test_no_name_at_all(self, typed, noor: Client):
        page = noor.post(NEW, typed | {"given_names": " ", "family_name": ""}).content.decode()
        assert "Vul een voornaam of een achternaam in." in page

    @pytest.mark.parametrize(
        "name", ["<script>alert(1)</script>", "\u202emoh\u202c", "Zoë 🌷", "O'Brien-van 't Hof"]
    )
    def test_any_name_is_kept_as_it_is_and_harms_nothing(self, typed, noor: Client, name: str):
        page = noor.post(NEW, typed | {"given_names": name}, follow=True).content.decode()
        assert Person.objects.get().given_names == name
        assert "<script>alert" not in page

    def test_two_clicks_make_one(self, typed, noor: Client):
        first, second = noor.post(NEW, typed), noor.post(NEW, typed)
        assert first.headers["Location"] == second.headers["Location"]
        assert Referral.objects.count() == 1
