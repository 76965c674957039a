"""The officer tells how one thing stands that must be arranged for him; the last one told in this detention holds."""

import uuid
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from regie.approach.queries import approach_for
from regie.approach.rules import ItemRule
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.base.facts import standing_by
from regie.privacy.models import JournalEntry
from regie.trajectories.enums import ArrangementList as Which
from regie.trajectories.enums import ArrangementState as State
from regie.trajectories.enums import Owner
from regie.trajectories.models import Arrangement
from regie.trajectories.models.arrangement import arranged, came_in
from regie.trajectories.queries import arrangements_of
from regie.trajectories.rules import (
    LONGEST_ARRANGEMENT,
    ArrangementAccount,
    items_of,
    open_items,
    settled_on,
    settled_since,
)
from tests.cast import Cast
from tests.factories import people
from tests.factories.detention import hold
from tests.factories.gathered import told_of

TODAY = date(2026, 11, 18)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
FRIDAY = date(2026, 11, 27)
JUNE, OCTOBER = date(2026, 6, 3), date(2026, 10, 5)
CARD, BED = ItemRule("identity", "Identiteitsbewijs"), ItemRule("first_night", "Bed", minimum=True)


def stands(state: State, since: date = TODAY) -> ArrangementAccount:
    return ArrangementAccount(state, since)


def now_of(trajectory, item: str = "identity", which: Which = Which.RELEASE) -> Arrangement | None:
    return arranged(arrangements_of(trajectory, since=None), which, on=TOMORROW).get(item)


class TestItWorks:
    def test_it_is_told_with_who_sees_to_it_and_by_when(self, cast: Cast, trajectory, now):
        told = people.arrange(
            trajectory,
            by=cast.noor,
            at=now,
            owner=Owner.MUNICIPALITY,
            owner_name="Balie",
            due_on=FRIDAY,
            words="Pas ligt bij de receptie.",
        )
        assert (told.list, told.item, told.state, told.happened_on) == ("release", "identity", "open", TODAY)
        assert (told.owner, told.owner_name, told.due_on) == ("municipality", "Balie", FRIDAY)
        assert (told.words, told.decision, told.recorded_by_label) == (
            "Pas ligt bij de receptie.",
            "",
            "Noor",
        )

    def test_the_last_one_told_holds_and_both_are_kept(self, cast: Cast, trajectory, now):
        first = people.arrange(trajectory, by=cast.noor, at=now)
        second = people.arrange(trajectory, state=State.ARRANGED, by=cast.noor, at=now)
        assert now_of(trajectory) == second
        assert arrangements_of(trajectory, since=None) == [first, second]
        assert now_of(trajectory, "phone") is None

    def test_of_the_other_list_it_says_nothing(self, cast: Cast, trajectory, now):
        people.arrange(trajectory, "insurance", by=cast.noor, at=now)
        inside = {"which": Which.DETENTION, "decision": "stops"}
        told = people.arrange(trajectory, "insurance", by=cast.noor, at=now, **inside)
        assert now_of(trajectory, "insurance", Which.DETENTION) == told
        assert now_of(trajectory, "insurance").decision == ""

    def test_of_many_the_same_also_as_it_was_known(self, cast: Cast, trajectory, now):
        told, tomorrow = people.arrange(trajectory, by=cast.noor, at=now), now + timedelta(days=1)
        better = told.correct(
            account=replace(told.account, words="Ligt klaar"), by=cast.noor.acting(tomorrow), at=tomorrow
        )
        assert (better.ref, better.words, better.item) == (told.ref, "Ligt klaar", "identity")
        of_many = told_of(trajectory).of(Arrangement)
        assert standing_by("trajectory_id", of_many) == {trajectory.pk: [better]}
        assert standing_by("trajectory_id", of_many, as_known=TODAY) == {trajectory.pk: [told]}
        assert arrangements_of(trajectory, since=None, as_known=TODAY) == [told]
        better.withdraw(by=cast.noor.acting(tomorrow), at=tomorrow)
        assert arrangements_of(trajectory, since=None) == []

    def test_the_journal_names_what_was_told_and_never_the_words(self, cast: Cast, trajectory, now):
        told = people.arrange(trajectory, by=cast.noor, at=now, words="Bij oma")
        told.correct(account=replace(told.account, words="Thuis"), by=cast.noor.acting(now), at=now)
        people.arrange(trajectory, "phone", by=cast.noor, at=now).withdraw(by=cast.noor.acting(now), at=now)
        entries = list(JournalEntry.objects.filter(verb__startswith="arrangement.").order_by("number"))
        verbs = [entry.verb.removeprefix("arrangement.") for entry in entries]
        assert verbs == ["told", "corrected", "told", "withdrawn"]
        assert entries[1].fields == ["words"]
        assert "oma" not in str([vars(entry) for entry in entries])


class TestANewDetentionBeginsWithAnEmptyList:
    def test_what_was_told_in_an_earlier_one_counts_no_more(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=JUNE, left_on=date(2026, 9, 1))
        told = people.arrange(trajectory, state=State.ARRANGED, by=cast.noor, at=now, happened_on=JUNE)
        assert arrangements_of(trajectory, since=came_in(trajectory, on=TODAY)) == [told]
        hold(trajectory.person, at=now, entered_on=OCTOBER)
        assert came_in(trajectory, on=TODAY) == OCTOBER
        assert arrangements_of(trajectory, since=OCTOBER) == []
        again = people.arrange(trajectory, state=State.ARRANGED, by=cast.noor, at=now)
        assert again != told
        assert arrangements_of(trajectory, since=OCTOBER) == [again]

    def test_what_was_so_before_he_came_in_is_asked_of_this_one(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=OCTOBER)
        with pytest.raises(NotValid, match="kwam binnen op 05-10-2026") as refused:
            people.arrange(trajectory, by=cast.noor, at=now, happened_on=JUNE)
        assert refused.value.field == "happened_on"
        assert people.arrange(trajectory, by=cast.noor, at=now, happened_on=OCTOBER).happened_on == OCTOBER


class TestToldTwiceIsOnce:
    def test_the_same_since_whatever_day(self, cast: Cast, trajectory, now):
        first = people.arrange(trajectory, by=cast.noor, at=now, happened_on=YESTERDAY)
        assert people.arrange(trajectory, by=cast.noor, at=now) == first
        assert JournalEntry.objects.filter(verb="arrangement.told").count() == 1

    def test_one_sending(self, cast: Cast, trajectory, now):
        sending = {"submission": uuid.uuid4(), "by": cast.noor.acting(now), "at": now}
        first, second = (
            Arrangement.tell(
                trajectory=trajectory, list=Which.RELEASE, item=item, account=stands(State.OPEN), **sending
            )
            for item in ("phone", "money")
        )
        assert first == second

    @pytest.mark.parametrize(
        "otherwise", [{"owner": Owner.FAMILY}, {"owner_name": "Oma"}, {"words": "Bijna"}, {"due_on": FRIDAY}]
    )
    def test_told_otherwise_is_something_new(self, cast: Cast, trajectory, now, otherwise: dict[str, Any]):
        first = people.arrange(trajectory, by=cast.noor, at=now)
        assert people.arrange(trajectory, by=cast.noor, at=now, **otherwise) != first
        assert people.arrange(trajectory, by=cast.noor, at=now) != first  # it is so again


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, trajectory, now, who: str):
        told, other = people.arrange(trajectory, by=cast.noor, at=now), getattr(cast, who)
        acting = {"by": other.acting(now), "at": now}
        for attempt in (
            lambda: people.arrange(trajectory, "phone", by=other, at=now),
            lambda: told.correct(account=stands(State.ARRANGED), **acting),
            lambda: told.withdraw(**acting),
        ):
            with pytest.raises(NotAllowed):
                attempt()

    @pytest.mark.parametrize(
        ("field", "told"),
        [
            ("state", {"state": ""}),
            ("state", {"state": "done"}),
            ("owner", {"owner": "nobody"}),
            ("happened_on", {"happened_on": TOMORROW}),
            ("happened_on", {"happened_on": date(2005, 4, 17)}),
            ("due_on", {"due_on": YESTERDAY}),
            ("due_on", {"due_on": date(2029, 1, 1)}),
            ("due_on", {"state": State.UNKNOWN, "due_on": YESTERDAY}),
            ("decision", {"decision": "stops"}),
            ("words", {"words": "x" * (LONGEST_ARRANGEMENT + 1)}),
            ("owner_name", {"owner_name": "x" * 101}),
        ],
    )
    def test_beside_what_cannot_be(self, cast: Cast, trajectory, now, field: str, told: dict[str, Any]):
        with pytest.raises(NotValid) as refused:
            people.arrange(trajectory, by=cast.noor, at=now, **told)
        assert refused.value.field == field
        assert not Arrangement.objects.exists()

    def test_a_decision_that_nobody_knows(self, cast: Cast, trajectory, now):
        with pytest.raises(NotValid) as refused:
            people.arrange(
                trajectory, "rent", by=cast.noor, at=now, which=Which.DETENTION, decision="perhaps"
            )
        assert refused.value.field == "decision"

    @pytest.mark.parametrize(("which", "item"), [(Which.RELEASE, "rent"), (Which.DETENTION, "phone")])
    def test_what_is_not_on_that_list_any_more(self, cast: Cast, trajectory, now, which: Which, item: str):
        with pytest.raises(NotNow, match="staat niet meer op de lijst"):
            people.arrange(trajectory, item, by=cast.noor, at=now, which=which)

    def test_what_is_settled_keeps_the_day_that_is_over(self, cast: Cast, trajectory, now):
        told = people.arrange(trajectory, state=State.ARRANGED, by=cast.noor, at=now, due_on=YESTERDAY)
        assert told.due_on == YESTERDAY


class TestTheDatabaseHoldsItTo:
    @pytest.mark.parametrize(
        "wrong",
        [
            {"state": "done"},
            {"owner": "nobody"},
            {"list": "shopping"},
            {"item": ""},
            {"decision": "stops"},
            {"list": "detention", "decision": "perhaps"},
            {"due_on": YESTERDAY},
            {"withdrawn": True},
        ],
    )
    def test_what_must_never_be(self, cast: Cast, trajectory, now, wrong: dict[str, Any]):
        right = {"list": "release", "item": "phone", "state": "open", "happened_on": TODAY}
        stamp = Arrangement.stamp(by=cast.noor.acting(now), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            Arrangement.objects.create(trajectory=trajectory, **(right | wrong), **stamp)

    def test_what_is_told_is_never_changed(self, cast: Cast, trajectory, now):
        told = people.arrange(trajectory, by=cast.noor, at=now)
        for attempt in (told.save, told.delete, Arrangement.objects.all().delete):
            with pytest.raises(TypeError):
                attempt()


class TestWhatIsOpen:
    @pytest.mark.parametrize(
        ("state", "is_open"),
        [(State.ARRANGED, False), (State.NOT_NEEDED, False), (State.OPEN, True), (State.UNKNOWN, True)],
    )
    def test_by_how_it_stands(self, state: State, is_open: bool):
        assert open_items((CARD,), {"identity": stands(state)}) == ((CARD,) if is_open else ())

    def test_what_nobody_told_of_is_open(self):
        assert open_items((CARD, BED), {"identity": stands(State.ARRANGED)}) == (BED,)
        assert open_items((), {"identity": stands(State.OPEN)}) == ()

    def test_a_list_is_settled_on_the_day_of_its_last_thing(self):
        told = {
            "identity": [stands(State.OPEN, JUNE), stands(State.ARRANGED, OCTOBER), stands(State.NOT_NEEDED)],
            "first_night": [stands(State.ARRANGED, JUNE)],
        }
        assert settled_on((CARD, BED), told) == OCTOBER
        assert settled_on((CARD, BED), told | {"first_night": []}) is None
        assert settled_on((), told) is None

    def test_what_is_open_again_was_not_settled_since(self):
        told = [stands(State.ARRANGED, JUNE), stands(State.OPEN, OCTOBER)]
        assert settled_since(told) is None
        assert settled_since([*told, stands(State.ARRANGED)]) == TODAY

    def test_what_is_on_a_list_is_said_by_the_approach(self, cast: Cast, now):
        approach = approach_for(cast.here, on=TODAY)
        minimum = [one.code for one in items_of(approach, Which.RELEASE) if one.minimum]
        assert minimum == ["first_night", "money", "phone", "medicines", "picked_up"]
        assert items_of(approach, Which.DETENTION)[0].title == "Huur"
