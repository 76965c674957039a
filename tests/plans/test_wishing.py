"""The officer tells what he wants, asks again what became of it, and reads back how it went."""

import uuid
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.base.errors import NotAllowed, NotValid
from regie.persons.rules import Identity
from regie.plans.enums import WishOutcome
from regie.plans.models import Wish, WishFollowUp
from regie.plans.queries import followed_wishes_of, wish_histories_of, wishes_of
from regie.plans.rules import WishAccount, WishFollowUpAccount
from regie.privacy.models import AccessEntry, JournalEntry
from tests.cast import Cast
from tests.factories import people, plans

TODAY = date(2026, 11, 18)
ROOM, WORK = "Ik wil een eigen kamer.", "Ik wil werken bij mijn oom."


@pytest.fixture
def wish(cast: Cast, trajectory: Any, now: datetime) -> Wish:
    """He wants a room of his own."""
    return plans.wish(trajectory, by=cast.noor, at=now)


def page(client: Client, name: str, *refs: uuid.UUID) -> str:
    html: str = client.get(reverse(f"desk:{name}", args=refs)).content.decode()
    return html.split("<main")[1].split("</main>")[0]


def leading(trajectory: Any, **when: Any) -> list[Wish]:
    """The wishes that still lead."""
    return [one.wish for one in followed_wishes_of(trajectory, **when) if one.is_open]


def days(number: int) -> timedelta:
    return timedelta(days=number)


class TestHeIsAskedAgain:
    def test_it_keeps_what_became_of_it_and_what_he_said(
        self, cast: Cast, trajectory, wish, now, noor: Client
    ):
        url = reverse("desk:tell_wishfollowup", args=[trajectory.person.ref, wish.ref])
        assert ROOM in noor.get(url).content.decode()
        sent = {"happened_on": "18-11-2026", "outcome": "came_true", "words": "Ik heb de sleutel!"}
        assert noor.post(url, sent).headers["Location"] == reverse("desk:plan", args=[trajectory.person.ref])
        told = WishFollowUp.objects.current().get()
        assert (told.wish, told.outcome, told.words) == (wish, WishOutcome.CAME_TRUE, "Ik heb de sleutel!")
        assert "Het is gelukt, op 18 november 2026. Hij zei: “Ik heb de sleutel!”" in page(
            noor, "plan", trajectory.person.ref
        )

    def test_one_sending_is_one(self, trajectory, wish, noor: Client):
        url = reverse("desk:tell_wishfollowup", args=[trajectory.person.ref, wish.ref])
        sent = {"happened_on": "18-11-2026", "outcome": "still", "submission": str(uuid.uuid4())}
        assert [noor.post(url, sent).status_code for _ in range(2)] == [302, 302]
        assert WishFollowUp.objects.count() == 1

    @pytest.mark.parametrize(
        ("outcome", "leads"),
        [
            (WishOutcome.STILL, True),
            (WishOutcome.UNKNOWN, True),
            (WishOutcome.CAME_TRUE, False),
            (WishOutcome.OTHERWISE, False),
        ],
    )
    def test_it_leads_until_it_came_true_or_he_wants_something_else(
        self, cast: Cast, trajectory, wish, now, outcome: WishOutcome, leads: bool
    ):
        plans.follow_up(wish, by=cast.noor, at=now, outcome=outcome)
        assert (leading(trajectory) == [wish]) is leads
        assert [one.is_open for one in followed_wishes_of(trajectory)] == [leads]

    def test_the_last_day_holds_and_what_was_withdrawn_does_not(self, cast: Cast, trajectory, wish, now):
        tomorrow = now + days(1)
        later = plans.follow_up(wish, by=cast.noor, at=tomorrow, outcome=WishOutcome.CAME_TRUE)
        earlier = WishFollowUpAccount(TODAY, WishOutcome.STILL)
        by = cast.noor.acting(tomorrow)
        WishFollowUp.tell(trajectory=trajectory, account=earlier, wish=wish, by=by, at=tomorrow)
        assert leading(trajectory) == []
        assert [one.is_open for one in followed_wishes_of(trajectory)] == [False]
        later.withdraw(by=by, at=tomorrow)
        assert leading(trajectory) == [wish]
        assert [one.is_open for one in followed_wishes_of(trajectory)] == [True]

    def test_what_came_true_stays_when_the_wish_is_told_better(self, cast: Cast, trajectory, wish, now):
        plans.follow_up(wish, by=cast.noor, at=now, outcome=WishOutcome.CAME_TRUE)
        better = wish.correct(account=replace(wish.account, words=WORK), by=cast.noor.acting(now), at=now)
        (told,) = followed_wishes_of(trajectory)
        assert (told.wish, told.is_open) == (better, False)
        assert leading(trajectory) == []

    def test_those_that_are_open_come_first(self, cast: Cast, trajectory, wish, now):
        later = plans.wish(trajectory, by=cast.noor, at=now + days(1), words=WORK)
        plans.follow_up(later, by=cast.noor, at=now + days(1), outcome=WishOutcome.OTHERWISE)
        assert [one.wish for one in followed_wishes_of(trajectory)] == [wish, later]
        assert wishes_of(trajectory) == [later, wish]

    def test_of_a_day_in_the_past_it_is_as_it_was_known(self, cast: Cast, trajectory, wish, now):
        plans.follow_up(wish, by=cast.noor, at=now + days(2), outcome=WishOutcome.CAME_TRUE)
        plans.wish(trajectory, by=cast.noor, at=now + days(3), words=WORK)
        then = TODAY + days(1)
        assert leading(trajectory, as_known=then) == wishes_of(trajectory, as_known=then) == [wish]
        assert [one.is_open for one in followed_wishes_of(trajectory, as_known=then)] == [True]
        assert leading(trajectory, as_known=TODAY - days(1)) == []
        assert [one.words for one in leading(trajectory)] == [WORK]


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_for_whoever_does_not_guide_him(self, cast: Cast, wish, now, who: str):
        asked, other = plans.follow_up(wish, by=cast.noor, at=now), getattr(cast, who)
        with pytest.raises(NotAllowed):
            plans.follow_up(wish, by=other, at=now)
        with pytest.raises(NotAllowed):
            asked.correct(account=replace(asked.account, words="X"), by=other.acting(now), at=now)
        with pytest.raises(NotAllowed):
            asked.withdraw(by=other.acting(now), at=now)
        assert WishFollowUp.objects.count() == 1

    def test_of_a_wish_that_is_somebody_elses(self, cast: Cast, wish, now, noor: Client):
        other = people.guide(cast, at=now, who=Identity("Tom", "Vos", date(2004, 5, 6)))
        account = WishFollowUpAccount(TODAY, WishOutcome.STILL)
        with pytest.raises(NotValid, match="van iemand anders"):
            WishFollowUp.tell(trajectory=other, account=account, wish=wish, by=cast.noor.acting(now), at=now)
        url = reverse("desk:tell_wishfollowup", args=[other.person.ref, wish.ref])
        assert noor.get(url).status_code == 404

    def test_of_a_wish_that_was_taken_back(self, cast: Cast, trajectory, wish, now, noor: Client):
        wish.withdraw(by=cast.noor.acting(now), at=now)
        url = reverse("desk:tell_wishfollowup", args=[trajectory.person.ref, wish.ref])
        assert noor.post(url, {"happened_on": "18-11-2026", "outcome": "still"}).status_code == 404

    @pytest.mark.parametrize(
        ("account", "field"),
        [
            (WishFollowUpAccount(TODAY + days(1), WishOutcome.STILL), "happened_on"),
            (WishFollowUpAccount(date(2005, 4, 17), WishOutcome.STILL), "happened_on"),
            (WishFollowUpAccount(TODAY, "mislukt"), "outcome"),  # type: ignore[arg-type]
            (WishFollowUpAccount(TODAY, WishOutcome.STILL, "a" * 1001), "words"),
        ],
    )
    def test_what_cannot_be(self, cast: Cast, trajectory, wish, now, account, field: str):
        with pytest.raises(NotValid) as refused:
            WishFollowUp.tell(
                trajectory=trajectory, account=account, wish=wish, by=cast.noor.acting(now), at=now
            )
        assert refused.value.field == field

    @pytest.mark.parametrize(
        ("account", "field"),
        [
            (WishAccount(TODAY + days(1), ROOM), "happened_on"),
            (WishAccount(TODAY, " \n "), "words"),
            (WishAccount(TODAY, "a" * 1001), "words"),
            (WishAccount(TODAY, ROOM, "a" * 121), "place"),
        ],
    )
    def test_a_wish_that_cannot_be(self, cast: Cast, trajectory, now, account, field: str):
        with pytest.raises(NotValid) as refused:
            Wish.tell(trajectory=trajectory, account=account, by=cast.noor.acting(now), at=now)
        assert refused.value.field == field

    def test_the_database_holds_it_to_that(self, cast: Cast, trajectory, wish, now):
        row: dict[str, Any] = {"trajectory": trajectory, "happened_on": TODAY}
        row |= Wish.stamp(by=cast.noor.acting(now), at=now)
        with pytest.raises(IntegrityError, match="says_something"), transaction.atomic():
            Wish.objects.create(**row, words="")
        with pytest.raises(IntegrityError, match="is_an_answer"), transaction.atomic():
            WishFollowUp.objects.create(**row, wish=wish, outcome="mislukt")


class TestItLeavesARecord:
    def test_in_the_journal_without_his_words(self, cast: Cast, trajectory, wish, now):
        by = cast.noor.acting(now)
        asked = plans.follow_up(wish, by=cast.noor, at=now)
        asked.correct(account=replace(asked.account, words="X"), by=by, at=now).withdraw(by=by, at=now)
        entries = JournalEntry.objects.filter(verb__startswith="wish", subject=trajectory.person.ref)
        assert [(entry.verb, entry.fields) for entry in entries.order_by("pk")] == [
            ("wish.told", ["happened_on", "place", "words"]),
            ("wish_follow_up.told", ["happened_on", "outcome", "wish", "words"]),
            ("wish_follow_up.corrected", ["words"]),
            ("wish_follow_up.withdrawn", []),
        ]

    def test_of_who_read_the_history(self, cast: Cast, trajectory, wish, fatima: Client):
        page(fatima, "wishes", trajectory.person.ref)
        assert AccessEntry.objects.get().recorded_by_label == "Fatima"


class TestTheHistoryReadsAsAStory:
    def test_all_versions_stand_there_with_what_stood_there_first(
        self, cast: Cast, trajectory, wish, now, noor: Client
    ):
        by = cast.noor.acting(now)
        wish.correct(account=WishAccount(TODAY - days(1), WORK, ""), by=by, at=now)
        asked = plans.follow_up(wish, by=cast.noor, at=now, words="Nog steeds, ja.")
        asked.correct(account=replace(asked.account, words="Meer dan ooit."), by=by, at=now)
        gone = plans.wish(trajectory, by=cast.noor, at=now, words="Ik wil weg.")
        gone.withdraw(by=by, at=now)
        story = page(noor, "wishes", trajectory.person.ref)
        for told in (
            f"“{ROOM}”",
            f"“{WORK}”",
            f"Eerst stond er: “{ROOM}”, Hij zei op 18 november 2026, PI Sittard.",
            "Eerst stond er: “Nog steeds, ja.”.",
            "“Meer dan ooit.”",
            "Opgeschreven door Noor op 18 november 2026, 10.30 uur.",
            "Ingetrokken",
            "“Ik wil weg.”",
        ):
            assert told in story
        (first, second) = wish_histories_of(trajectory)
        assert (first.now.withdrawn, len(second.versions), len(second.follow_ups)) == (True, 2, 1)

    def test_who_only_reads_can_change_nothing_from_it(
        self, cast: Cast, trajectory, wish, now, fatima: Client
    ):
        plans.follow_up(wish, by=cast.noor, at=now)
        assert "Verbeteren" not in page(fatima, "wishes", trajectory.person.ref)

    def test_nobody_else_finds_it(self, trajectory, wish, bas: Client, sem: Client):
        for client in (bas, sem):
            assert client.get(reverse("desk:wishes", args=[trajectory.person.ref])).status_code == 404

    def test_it_says_so_when_nobody_asked(self, trajectory, noor: Client):
        assert "Vraag hem wat hij wil." in page(noor, "wishes", trajectory.person.ref)


class TestHisPageOpensWithIt:
    def test_three_that_are_open_in_his_words_before_the_clock(
        self, cast: Cast, trajectory, now, noor: Client
    ):
        for number in range(5):
            plans.wish(trajectory, by=cast.noor, at=now, words=f"Wens {number}.")
        true = plans.wish(trajectory, by=cast.noor, at=now, words="Ik wil een fiets.")
        plans.follow_up(true, by=cast.noor, at=now, outcome=WishOutcome.CAME_TRUE)
        plans.talent(trajectory, by=cast.noor, at=now)
        opens, rest = page(noor, "person", trajectory.person.ref).split("Vanaf dag één")
        assert [f"Wens {number}." in opens for number in range(5)] == [False, False, True, True, True]
        assert "En nog 2 wensen." in opens
        assert "Hij kookt goed." in opens
        assert "Hij kookt goed." not in rest
        assert "Ik wil een fiets." not in opens
        assert reverse("desk:plan", args=[trajectory.person.ref]) in opens

    def test_it_asks_for_it_when_nobody_told(self, trajectory, noor: Client, fatima: Client):
        tell = reverse("desk:tell_wish", args=[trajectory.person.ref])
        assert "Vraag hem wat hij wil." in (mine := page(noor, "person", trajectory.person.ref))
        assert tell in mine
        assert "Er is nog niet vastgelegd wat hij wil." in (
            hers := page(fatima, "person", trajectory.person.ref)
        )
        assert tell not in hers
