"""The officer tells how his situation stands, one kind at a time; tells it better, or takes it back."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.privacy.models import AccessEntry, JournalEntry
from regie.trajectories.enums import CircumstanceKind as Kind
from regie.trajectories.enums import CircumstanceValue as Value
from regie.trajectories.models import Circumstance
from regie.trajectories.models.circumstance import holding
from regie.trajectories.queries import circumstances_of
from regie.trajectories.rules import ANSWERS, UNTIL, CircumstanceAccount
from tests.cast import Cast
from tests.factories import people

TODAY = date(2026, 11, 18)
YESTERDAY, NEXT_YEAR = TODAY - timedelta(days=1), date(2027, 11, 18)
SENT = {
    "value": "valid_id",
    "happened_on": "17-11-2026",
    "valid_until": "18-11-2027",
    "source": "Zijn moeder",
}


def stands(trajectory, kind: Kind = Kind.BENEFIT, on: date = TODAY) -> str | None:
    """What holds of one kind."""
    now = holding(circumstances_of(trajectory), on=on).get(kind)
    return now.value if now else None


class TestItWorks:
    def test_it_is_told_with_its_day_and_who_told_it(self, cast: Cast, trajectory, now):
        told = people.situate(
            trajectory, Value.VALID_ID, by=cast.noor, at=now, valid_until=NEXT_YEAR, source="Zijn moeder"
        )
        assert (told.kind, told.value, told.happened_on) == (Kind.IDENTITY, Value.VALID_ID, TODAY)
        assert (told.valid_until, told.source, told.recorded_by_label) == (NEXT_YEAR, "Zijn moeder", "Noor")

    def test_the_last_one_of_a_kind_holds_from_its_day_on(self, cast: Cast, trajectory, now):
        told = {"by": cast.noor, "at": now}
        people.situate(trajectory, Value.NO_BENEFIT, **told)
        people.situate(trajectory, Value.SOCIAL_ASSISTANCE, happened_on=YESTERDAY, **told)
        people.situate(trajectory, Value.RENTS, **told)
        assert stands(trajectory) == Value.NO_BENEFIT
        assert stands(trajectory, on=YESTERDAY) == Value.SOCIAL_ASSISTANCE
        assert stands(trajectory, Kind.HOME) == Value.RENTS
        assert stands(trajectory, Kind.WORK) is None

    def test_the_same_again_is_once(self, cast: Cast, trajectory, now):
        first = people.situate(trajectory, by=cast.noor, at=now)
        tomorrow = now + timedelta(days=1)
        assert people.situate(trajectory, by=cast.noor, at=tomorrow) == first
        assert JournalEntry.objects.filter(verb="circumstance.told").count() == 1
        people.situate(trajectory, Value.NO_BENEFIT, by=cast.noor, at=tomorrow)
        again = people.situate(trajectory, by=cast.noor, at=tomorrow + timedelta(days=1))
        assert again != first

    def test_another_day_of_the_same_is_told_anew(self, cast: Cast, trajectory, now):
        for until in (NEXT_YEAR, NEXT_YEAR + timedelta(days=9)):
            people.situate(trajectory, Value.VALID_ID, by=cast.noor, at=now, valid_until=until)
        assert Circumstance.objects.count() == 2

    def test_one_sending_makes_one_record(self, cast: Cast, trajectory, now):
        sending, by = uuid.uuid4(), cast.noor.acting(now)
        accounts = [CircumstanceAccount(value, TODAY) for value in (Value.RENTS, Value.OWNS)]
        first, second = (
            Circumstance.tell(
                trajectory=trajectory, kind=Kind.HOME, account=account, submission=sending, by=by, at=now
            )
            for account in accounts
        )
        assert first == second

    def test_told_better_the_older_can_be_read_back(self, cast: Cast, trajectory, now):
        told, tomorrow = people.situate(trajectory, by=cast.noor, at=now), now + timedelta(days=1)
        account = replace(told.account, value=Value.OTHER_BENEFIT)
        better = told.correct(account=account, by=cast.noor.acting(tomorrow), at=tomorrow)
        assert Circumstance.objects.current().get() == better
        assert better.ref == told.ref
        assert [one.value for one in circumstances_of(trajectory, as_known=TODAY)] == [told.value]
        assert better.correct(account=account, by=cast.noor.acting(tomorrow), at=tomorrow) == better

    def test_taken_back_what_was_before_holds_again(self, cast: Cast, trajectory, now):
        people.situate(trajectory, Value.UNKNOWN, kind=Kind.BENEFIT, by=cast.noor, at=now)
        told = people.situate(trajectory, by=cast.noor, at=now)
        assert stands(trajectory) == Value.SOCIAL_ASSISTANCE
        told.withdraw(by=cast.noor.acting(now), at=now)
        assert stands(trajectory) == Value.UNKNOWN

    def test_every_kind_can_be_not_known_and_not_asked(self):
        assert set(ANSWERS) == set(Kind)
        assert all({Value.UNKNOWN, Value.NOT_ASKED} < set(answers) for answers in ANSWERS.values())
        assert set(Value) == {answer for answers in ANSWERS.values() for answer in answers}


class TestItIsRefusedForTheWrongPerson:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_only_the_officer_who_guides_him(self, cast: Cast, trajectory, now, who: str):
        told, other = people.situate(trajectory, by=cast.noor, at=now), getattr(cast, who)
        with pytest.raises(NotAllowed):
            people.situate(trajectory, Value.NO_BENEFIT, by=other, at=now)
        with pytest.raises(NotAllowed):
            told.correct(account=CircumstanceAccount(Value.NO_BENEFIT, TODAY), by=other.acting(now), at=now)
        with pytest.raises(NotAllowed):
            told.withdraw(by=other.acting(now), at=now)
        assert Circumstance.objects.count() == 1

    def test_each_sees_those_of_whom_he_may_see(self, cast: Cast, trajectory, now):
        told = people.situate(trajectory, by=cast.noor, at=now)
        for who in (cast.noor, cast.fatima):
            assert Circumstance.objects.visible_to(who.acting(now)).get() == told
        for who in (cast.sem, cast.wil, cast.bas):
            assert not Circumstance.objects.visible_to(who.acting(now)).exists()


class TestItIsRefusedWhenItCannotBe:
    @pytest.mark.parametrize(
        ("account", "says", "field"),
        [
            (CircumstanceAccount(Value.RENTS, TODAY), "een van de antwoorden", "value"),
            (CircumstanceAccount(Value.VALID_ID, NEXT_YEAR), "nog niet geweest", "happened_on"),
            (CircumstanceAccount(Value.VALID_ID, date(2005, 4, 17)), "geboortedatum", "happened_on"),
            (CircumstanceAccount(Value.VALID_ID, TODAY, YESTERDAY), "ligt voor de dag", "valid_until"),
            (CircumstanceAccount(Value.VALID_ID, TODAY, date(2090, 1, 1)), "twintig jaar", "valid_until"),
            (CircumstanceAccount(Value.NO_ID, TODAY, NEXT_YEAR), "hoort hier geen dag", "valid_until"),
            (CircumstanceAccount(Value.UNKNOWN, TODAY, NEXT_YEAR), "hoort hier geen dag", "valid_until"),
        ],
    )
    def test_a_value_or_a_day_that_cannot_be(
        self, cast: Cast, trajectory, now, account: CircumstanceAccount, says: str, field: str
    ):
        told, by = people.situate(trajectory, Value.VALID_ID, by=cast.noor, at=now), cast.noor.acting(now)
        for verb in (
            lambda: Circumstance.tell(
                trajectory=trajectory, kind=Kind.IDENTITY, account=account, by=by, at=now
            ),
            lambda: told.correct(account=account, by=by, at=now),
        ):
            with pytest.raises(NotValid, match=says) as refused:
                verb()
            assert refused.value.field == field

    def test_of_some_kinds_no_day_is_asked(self, cast: Cast, trajectory, now):
        assert Kind.ACCOUNT not in UNTIL
        with pytest.raises(NotValid, match="hoort hier geen dag"):
            people.situate(trajectory, Value.HAS_ACCOUNT, by=cast.noor, at=now, valid_until=NEXT_YEAR)

    def test_two_corrections_of_one_version_do_not_pass_each_other(self, cast: Cast, trajectory, now):
        told, by = people.situate(trajectory, by=cast.noor, at=now), cast.noor.acting(now)
        told.correct(account=CircumstanceAccount(Value.NO_BENEFIT, TODAY), by=by, at=now)
        with pytest.raises(NotNow, match="intussen al verbeterd"):
            told.correct(account=CircumstanceAccount(Value.OTHER_BENEFIT, TODAY), by=by, at=now)

    @pytest.mark.parametrize(
        "wrong", [{"kind": "home", "value": "insured"}, {"valid_until": YESTERDAY}], ids=["value", "day"]
    )
    def test_the_database_refuses_it_too(self, cast: Cast, trajectory, now, wrong: dict):
        told = {"kind": "identity", "value": "valid_id", "happened_on": TODAY} | wrong
        stamp = Circumstance.stamp(by=cast.noor.acting(now), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            Circumstance.objects.create(trajectory=trajectory, **told, **stamp)


class TestItLeavesARecord:
    def test_in_the_journal_without_what_was_told(self, cast: Cast, trajectory, now):
        told, by = people.situate(trajectory, by=cast.noor, at=now), cast.noor.acting(now)
        better = told.correct(account=CircumstanceAccount(Value.NO_BENEFIT, TODAY), by=by, at=now)
        better.withdraw(by=by, at=now)
        entries = JournalEntry.objects.filter(verb__startswith="circumstance", subject=trajectory.person.ref)
        assert [(entry.verb, entry.fields) for entry in entries.order_by("pk")] == [
            ("circumstance.told", ["happened_on", "kind", "valid_until", "value"]),
            ("circumstance.corrected", ["value"]),
            ("circumstance.withdrawn", []),
        ]


class TestThePageShowsIt:
    def test_from_the_card_through_the_form_to_the_card(self, trajectory, noor: Client):
        way = reverse("desk:tell_circumstance", args=[trajectory.person.ref, "identity"])
        before = noor.get(reverse("desk:person", args=[trajectory.person.ref])).content.decode()
        assert way in before
        assert before.count("Niet gevraagd") == len(Kind)
        sent = noor.post(way, SENT, follow=True).content.decode()
        assert "Identiteitsbewijs vastgelegd." in sent
        assert "Sinds 17 november 2026 · geldig tot 18 november 2027 · Zijn moeder" in sent
        assert sent.count("Niet gevraagd") == len(Kind) - 1

    def test_opening_its_forms_is_written_in_the_access_log(self, cast: Cast, trajectory, now, noor: Client):
        told, him = people.situate(trajectory, by=cast.noor, at=now), trajectory.person.ref
        noor.get(reverse("desk:circumstances", args=[him]))
        noor.get(reverse("desk:tell_circumstance", args=[him, "work"]))
        noor.get(reverse("desk:correct_circumstance", args=[told.ref]))
        pages = [entry.page for entry in AccessEntry.objects.filter(subject=him).order_by("pk")]
        assert pages == ["desk:circumstances", "desk:tell_circumstance", "desk:correct_circumstance"]

    def test_telling_it_better_begins_with_what_stands_there(self, cast: Cast, trajectory, now, noor: Client):
        told = people.situate(trajectory, Value.VALID_ID, by=cast.noor, at=now, valid_until=NEXT_YEAR)
        way = reverse("desk:correct_circumstance", args=[told.ref])
        assert "18-11-2027" in noor.get(way).content.decode()
        sent = noor.post(way, {"value": "expired_id", "happened_on": "18-11-2026"}, follow=True)
        assert "Identiteitsbewijs verbeterd." in sent.content.decode()
        assert "Verlopen of kwijt" in sent.content.decode()

    def test_taking_it_back_asks_first(self, cast: Cast, trajectory, now, noor: Client):
        told = people.situate(trajectory, by=cast.noor, at=now)
        way = reverse("desk:withdraw_circumstance", args=[told.ref])
        assert "Bijstand" in noor.get(way).content.decode()
        assert Circumstance.objects.current().exists()
        sent = noor.post(way, follow=True).content.decode()
        assert "Uitkering ingetrokken." in sent
        assert sent.count("Niet gevraagd") == len(Kind)

    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ({"value": ""}, "Kies een antwoord."),
            ({"happened_on": "1-1-2090"}, "nog niet geweest"),
            ({"valid_until": "1-1-2020"}, "ligt voor de dag"),
            ({"value": "no_id"}, "hoort hier geen dag"),
        ],
    )
    def test_what_cannot_be_is_said_and_what_was_typed_stays(
        self, trajectory, noor: Client, typed: dict[str, str], says: str
    ):
        way = reverse("desk:tell_circumstance", args=[trajectory.person.ref, "identity"])
        page = noor.post(way, SENT | typed).content.decode()
        assert says in page
        assert all(value in page for value in (SENT | typed).values())
        assert not Circumstance.objects.exists()

    def test_of_a_kind_that_we_have_not_there_is_nothing(self, trajectory, noor: Client):
        way = reverse("desk:tell_circumstance", args=[trajectory.person.ref, "shoes"])
        assert noor.get(way).status_code == 404
