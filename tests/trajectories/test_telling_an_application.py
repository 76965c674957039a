"""The officer tells what was asked for him and what came of it; tells it better, or takes it back."""

import uuid
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.base.facts import standing_by
from regie.privacy.models import JournalEntry
from regie.trajectories.enums import ApplicationKind as Kind
from regie.trajectories.enums import ApplicationOutcome as Outcome
from regie.trajectories.enums import Threatened
from regie.trajectories.models import Application
from regie.trajectories.queries import applications_of
from regie.trajectories.rules import DECIDED, OBJECTIONABLE, ApplicationAccount, may_follow
from tests.cast import Cast
from tests.factories import people
from tests.factories.gathered import told_of

TODAY = date(2026, 11, 18)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
JUNE, JULY = date(2026, 6, 3), date(2026, 7, 20)


def decide(told: Application, by, now, outcome: Outcome = Outcome.REFUSED, on: date = JULY, **how: Any):
    return told.decide(outcome=outcome, decided_on=on, by=by.acting(now), at=now, **how)


class TestItWorks:
    def test_it_is_told_with_its_day_and_who_told_it(self, cast: Cast, trajectory, now):
        told = people.ask(trajectory, by=cast.noor, at=now, happened_on=JUNE, source="Zijn moeder")
        assert (told.kind, told.happened_on, told.source) == (Kind.SOCIAL_ASSISTANCE, JUNE, "Zijn moeder")
        assert (told.outcome, told.decided_on, told.recorded_by_label) == (Outcome.WAITING, None, "Noor")

    @pytest.mark.parametrize("outcome", DECIDED)
    def test_what_came_of_it_is_its_next_version(self, cast: Cast, trajectory, now, outcome: Outcome):
        told, tomorrow = people.ask(trajectory, by=cast.noor, at=now, happened_on=JUNE), now + timedelta(1)
        decided = decide(told, cast.noor, tomorrow, outcome)
        assert applications_of(trajectory) == [decided]
        assert (decided.ref, decided.outcome, decided.decided_on) == (told.ref, outcome, JULY)
        assert applications_of(trajectory, as_known=TODAY) == [told]

    def test_on_the_day_itself_it_can_be_decided(self, cast: Cast, trajectory, now):
        told = people.ask(trajectory, by=cast.noor, at=now)
        assert decide(told, cast.noor, now, on=TODAY).decided_on == TODAY

    @pytest.mark.parametrize("first", [Outcome.GRANTED, Outcome.PARTLY])
    def test_what_was_granted_can_be_stopped(self, cast: Cast, trajectory, now, first: Outcome):
        told = people.ask(trajectory, by=cast.noor, at=now, happened_on=JUNE)
        stopped = decide(decide(told, cast.noor, now, first), cast.noor, now, Outcome.STOPPED, TODAY)
        assert (stopped.outcome, stopped.decided_on) == (Outcome.STOPPED, TODAY)
        assert may_follow(first) == (Outcome.STOPPED,)

    def test_the_same_decision_twice_is_once(self, cast: Cast, trajectory, now):
        decided = decide(people.ask(trajectory, by=cast.noor, at=now, happened_on=JUNE), cast.noor, now)
        assert decide(decided, cast.noor, now) == decided
        assert JournalEntry.objects.filter(verb="application.decided").count() == 1

    def test_one_sending_makes_one_decision(self, cast: Cast, trajectory, now):
        told, sending = people.ask(trajectory, by=cast.noor, at=now, happened_on=JUNE), uuid.uuid4()
        first, second = (decide(told, cast.noor, now, submission=sending) for _ in range(2))
        assert first == second

    def test_told_better_the_older_can_be_read_back(self, cast: Cast, trajectory, now):
        told, tomorrow = people.ask(trajectory, by=cast.noor, at=now), now + timedelta(days=1)
        account = replace(told.account, happened_on=YESTERDAY)
        better = told.correct(account=account, by=cast.noor.acting(tomorrow), at=tomorrow)
        assert (better.ref, better.happened_on) == (told.ref, YESTERDAY)
        assert applications_of(trajectory, as_known=TODAY) == [told]
        assert better.correct(account=account, by=cast.noor.acting(tomorrow), at=tomorrow) == better

    def test_a_decision_that_was_not_there_is_told_better(self, cast: Cast, trajectory, now):
        decided = decide(people.ask(trajectory, by=cast.noor, at=now, happened_on=JUNE), cast.noor, now)
        account = replace(decided.account, outcome=Outcome.WAITING, decided_on=None)
        assert decided.correct(account=account, by=cast.noor.acting(now), at=now).account == account

    def test_taken_back_it_is_gone_and_can_be_told_again(self, cast: Cast, trajectory, now):
        told = people.ask(trajectory, by=cast.noor, at=now)
        told.withdraw(by=cast.noor.acting(now), at=now)
        assert applications_of(trajectory) == []
        assert people.ask(trajectory, by=cast.noor, at=now).ref != told.ref

    def test_of_many_the_same_as_of_one_also_as_it_was_known(self, cast: Cast, trajectory, now):
        told = people.ask(trajectory, by=cast.noor, at=now, happened_on=JUNE)
        decided = decide(told, cast.noor, now + timedelta(days=1))
        of_many = told_of(trajectory).of(Application)
        assert standing_by("trajectory_id", of_many) == {trajectory.pk: [decided]}
        assert standing_by("trajectory_id", of_many, as_known=TODAY) == {trajectory.pk: [told]}
        assert told_of().of(Application) == []

    def test_the_newest_stands_first_whatever_was_told_first(self, cast: Cast, trajectory, now):
        for on in (JULY, JUNE, TODAY):
            people.ask(trajectory, by=cast.noor, at=now, happened_on=on)
        assert [one.happened_on for one in applications_of(trajectory)] == [TODAY, JULY, JUNE]


class TestToldTwiceIsOnce:
    def test_the_same_asking(self, cast: Cast, trajectory, now):
        first = people.ask(trajectory, by=cast.noor, at=now)
        tomorrow = now + timedelta(days=1)
        assert people.ask(trajectory, by=cast.noor, at=tomorrow, happened_on=TODAY) == first
        assert JournalEntry.objects.filter(verb="application.told").count() == 1

    def test_the_same_asking_that_was_decided_since(self, cast: Cast, trajectory, now):
        decided = decide(people.ask(trajectory, by=cast.noor, at=now, happened_on=JUNE), cast.noor, now)
        assert people.ask(trajectory, by=cast.noor, at=now, happened_on=JUNE) == decided

    def test_one_sending(self, cast: Cast, trajectory, now):
        sending = {"submission": uuid.uuid4(), "by": cast.noor.acting(now), "at": now}
        first, second = (
            Application.tell(
                trajectory=trajectory, kind=Kind.SUPPORT, account=ApplicationAccount(on), **sending
            )
            for on in (TODAY, YESTERDAY)
        )
        assert first == second

    @pytest.mark.parametrize(
        ("kind", "told"),
        [
            (Kind.SOCIAL_ASSISTANCE, {"happened_on": YESTERDAY}),
            (Kind.SUPPORT, {}),
            (Kind.OTHER, {}),
            (Kind.OTHER, {"words": "Een uitstapje"}),
        ],
    )
    def test_another_day_another_kind_or_something_else_is_another(
        self, cast: Cast, trajectory, now, kind: Kind, told: dict[str, Any]
    ):
        people.ask(trajectory, by=cast.noor, at=now)
        people.ask(trajectory, Kind.OTHER, by=cast.noor, at=now, words="Een fiets")
        people.ask(trajectory, kind, by=cast.noor, at=now, **told)
        assert len(applications_of(trajectory)) == 3

    @pytest.mark.parametrize(
        "otherwise", [{"threatened": Threatened.YES}, {"outcome": Outcome.REFUSED, "decided_on": TODAY}]
    )
    def test_the_same_asking_told_otherwise_is_refused_and_nothing_is_lost(
        self, cast: Cast, trajectory, now, otherwise: dict[str, Any]
    ):
        people.ask(trajectory, Kind.DEBT_HELP, by=cast.noor, at=now)
        with pytest.raises(NotValid, match="staat er al, maar anders") as refused:
            people.ask(trajectory, Kind.DEBT_HELP, by=cast.noor, at=now, **otherwise)
        assert refused.value.field == "happened_on"


class TestItIsRefusedForTheWrongPerson:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_only_the_officer_who_guides_him(self, cast: Cast, trajectory, now, who: str):
        told, other = people.ask(trajectory, by=cast.noor, at=now), getattr(cast, who)
        with pytest.raises(NotAllowed):
            people.ask(trajectory, Kind.SUPPORT, by=other, at=now)
        with pytest.raises(NotAllowed):
            decide(told, other, now, on=TODAY)
        with pytest.raises(NotAllowed):
            decide(told, other, now, Outcome.WAITING, TODAY)  # before it says what is wrong with it
        with pytest.raises(NotAllowed):
            told.correct(account=ApplicationAccount(YESTERDAY), by=other.acting(now), at=now)
        with pytest.raises(NotAllowed):
            told.withdraw(by=other.acting(now), at=now)
        assert Application.objects.get() == told

    def test_each_sees_those_of_whom_he_may_see(self, cast: Cast, trajectory, now):
        told = people.ask(trajectory, by=cast.noor, at=now)
        for who in (cast.noor, cast.fatima):
            assert Application.objects.visible_to(who.acting(now)).get() == told
        for who in (cast.sem, cast.wil, cast.bas):
            assert not Application.objects.visible_to(who.acting(now)).exists()


REFUSED, DEBTS = Outcome.REFUSED, {"threatened": Threatened.NO}
BAD = [
    (Kind.SUPPORT, {"happened_on": TOMORROW}, "nog niet geweest", "happened_on"),
    (Kind.SUPPORT, {"happened_on": date(2005, 4, 17)}, "geboortedatum", "happened_on"),
    (Kind.SUPPORT, {"outcome": REFUSED}, "Vul de dag van het besluit in", "decided_on"),
    (Kind.SUPPORT, {"outcome": REFUSED, "decided_on": TOMORROW}, "nog niet geweest", "decided_on"),
    (Kind.SUPPORT, {"outcome": REFUSED, "decided_on": YESTERDAY}, "voor de dag van de", "decided_on"),
    (Kind.SUPPORT, {"outcome": Outcome.DROPPED}, "Vul de dag van het besluit in", "decided_on"),
    (Kind.SUPPORT, {"decided_on": TODAY}, "Loopt de aanvraag nog", "decided_on"),
    (Kind.SUPPORT, DEBTS, "alleen bij schuldhulpverlening", "threatened"),
    (Kind.SUPPORT, {"words": "Hulp"}, "Laat dit leeg", "words"),
    (Kind.DEBT_HELP, {}, "Kies een antwoord", "threatened"),
    (Kind.DEBT_HELP, {"threatened": "maybe"}, "Kies een antwoord", "threatened"),
    (Kind.DEBT_HELP, DEBTS | {"words": "Hulp"}, "Laat dit leeg", "words"),
    (Kind.OTHER, {}, "in een paar woorden", "words"),
    (Kind.OTHER, {"words": "  "}, "in een paar woorden", "words"),
    (Kind.OTHER, {"words": "a" * 101}, "onder 100 tekens", "words"),
    (Kind.OTHER, {"words": "Een fiets", **DEBTS}, "alleen bij schuldhulpverlening", "threatened"),
]


class TestItIsRefusedWhenItCannotBe:
    @pytest.mark.parametrize(("kind", "wrong", "says", "field"), BAD)
    def test_told_or_told_better(
        self, cast: Cast, trajectory, now, kind: Kind, wrong: dict[str, Any], says: str, field: str
    ):
        told = people.ask(trajectory, kind, by=cast.noor, at=now)
        account, by = ApplicationAccount(**({"happened_on": TODAY} | wrong)), cast.noor.acting(now)
        for verb in (
            lambda: Application.tell(trajectory=trajectory, kind=kind, account=account, by=by, at=now),
            lambda: told.correct(account=account, by=by, at=now),
        ):
            with pytest.raises(NotValid, match=says) as refused:
                verb()
            assert refused.value.field == field
        assert Application.objects.get() == told

    @pytest.mark.parametrize(
        ("on", "says"), [(TOMORROW, "nog niet geweest"), (YESTERDAY, "voor de dag van de aanvraag")]
    )
    def test_decided_on_a_day_that_cannot_be(self, cast: Cast, trajectory, now, on: date, says: str):
        told = people.ask(trajectory, by=cast.noor, at=now)
        with pytest.raises(NotValid, match=says):
            decide(told, cast.noor, now, on=on)

    def test_that_it_waits_is_no_decision(self, cast: Cast, trajectory, now):
        told = people.ask(trajectory, by=cast.noor, at=now)
        with pytest.raises(NotValid, match="Kies wat er is besloten") as refused:
            decide(told, cast.noor, now, Outcome.WAITING, TODAY)
        assert refused.value.field == "outcome"

    @pytest.mark.parametrize("first", DECIDED)
    @pytest.mark.parametrize("then", DECIDED)
    def test_what_was_decided_is_not_decided_again(
        self, cast: Cast, trajectory, now, first: Outcome, then: Outcome
    ):
        decided = decide(
            people.ask(trajectory, by=cast.noor, at=now, happened_on=JUNE), cast.noor, now, first
        )
        if then in may_follow(first):
            return
        with pytest.raises(NotNow, match="al besloten"):
            decide(decided, cast.noor, now, then, TODAY)

    def test_it_is_stopped_no_sooner_than_it_was_asked(self, cast: Cast, trajectory, now):
        told = people.ask(trajectory, by=cast.noor, at=now, happened_on=JUNE)
        granted = decide(told, cast.noor, now, Outcome.GRANTED)
        with pytest.raises(NotValid, match="voor de dag van de aanvraag"):
            decide(granted, cast.noor, now, Outcome.STOPPED, JUNE - timedelta(days=1))

    def test_two_who_decide_on_one_version_do_not_pass_each_other(self, cast: Cast, trajectory, now):
        told = people.ask(trajectory, by=cast.noor, at=now, happened_on=JUNE)
        decide(told, cast.noor, now, Outcome.GRANTED)
        with pytest.raises(NotNow, match="intussen al verbeterd"):
            decide(told, cast.noor, now)

    def test_he_objects_against_what_he_did_not_get_in_full(self):
        assert set(OBJECTIONABLE) == {Outcome.PARTLY, Outcome.REFUSED, Outcome.STOPPED}

    @pytest.mark.parametrize(
        "wrong",
        [
            {"decided_on": TODAY},
            {"outcome": "refused"},
            {"outcome": "refused", "decided_on": YESTERDAY},
            {"outcome": "lost", "decided_on": TODAY},
            {"threatened": "yes"},
            {"kind": "debt_help"},
            {"kind": "debt_help", "threatened": "maybe"},
            {"words": "Hulp"},
            {"kind": "other"},
        ],
        ids=lambda wrong: " ".join(wrong),
    )
    def test_the_database_refuses_it_too(self, cast: Cast, trajectory, now, wrong: dict[str, Any]):
        told = {"kind": "support", "outcome": "waiting", "happened_on": TODAY} | wrong
        stamp = Application.stamp(by=cast.noor.acting(now), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            Application.objects.create(trajectory=trajectory, **told, **stamp)


class TestItLeavesARecord:
    def test_in_the_journal_without_what_was_told(self, cast: Cast, trajectory, now):
        told, by = people.ask(trajectory, by=cast.noor, at=now, happened_on=JUNE), cast.noor.acting(now)
        decided = decide(told, cast.noor, now)
        better = decided.correct(account=replace(decided.account, decided_on=TODAY), by=by, at=now)
        better.withdraw(by=by, at=now)
        entries = JournalEntry.objects.filter(verb__startswith="application", subject=trajectory.person.ref)
        assert [(entry.verb, entry.fields) for entry in entries.order_by("pk")] == [
            ("application.told", ["decided_on", "happened_on", "kind", "outcome", "threatened", "words"]),
            ("application.decided", ["decided_on", "outcome"]),
            ("application.corrected", ["decided_on"]),
            ("application.withdrawn", []),
        ]
