"""We lost him: the officer tells since when, looks for him again and again, and sees him again."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Model, QuerySet
from django.test import Client
from django.urls import reverse

from regie.approach.enums import Anchor, Tone
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.clocks.queries import cases_of, reckonings
from regie.contacts.enums import Outcome
from regie.contacts.queries import out_of_sight
from regie.detention.models.stay import StayAccount
from regie.privacy.models import AccessEntry, JournalEntry
from regie.trajectories.actions import tell_detention
from regie.trajectories.enums import AttemptKind
from regie.trajectories.models import Attempt, BackInSight, OutOfSight, Trajectory
from regie.trajectories.queries import losses_of
from regie.trajectories.rules import AttemptAccount, BackInSightAccount, OutOfSightAccount
from tests.cast import Cast
from tests.factories import losses, people

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)
LOST = TODAY - 10 * DAY
MODELS: tuple[Any, ...] = (OutOfSight, Attempt, BackInSight)


@pytest.fixture
def lost(cast: Cast, trajectory: Trajectory, now: datetime) -> OutOfSight:
    """Nobody knows where Jayden is, for ten days."""
    return losses.lose(
        trajectory, by=cast.noor, at=now, since=LOST, last_seen_on=LOST - DAY, seen_by="Zijn mentor"
    )


def is_lost(trajectory: Trajectory) -> bool:
    """Whether he is out of sight: of one as of many."""
    by_many = Trajectory.objects.filter(out_of_sight(), pk=trajectory.pk).exists()
    fresh = Trajectory.objects.select_related("person", "referral").filter(pk=trajectory.pk)
    told = cases_of(fresh, on=TODAY)[trajectory.pk].told
    assert by_many == bool({Anchor.OUT_OF_SIGHT, Anchor.NEXT_ATTEMPT} & set(told))
    return by_many


def searched(trajectory: Trajectory) -> list[str]:
    """What the term to look again says of how often we looked."""
    chosen = Trajectory.objects.select_related("person", "referral", "municipality").filter(pk=trajectory.pk)
    told = cases_of(chosen, on=TODAY)[trajectory.pk].told
    return [one.says for anchor in (Anchor.OUT_OF_SIGHT, Anchor.NEXT_ATTEMPT) for one in told.get(anchor, [])]


def search_terms(trajectory: Trajectory, on: date = TODAY) -> list[tuple[date | None, bool]]:
    """When we must look again, and whether that is loud."""
    chosen = Trajectory.objects.select_related("person", "referral", "municipality").filter(pk=trajectory.pk)
    terms = reckonings(chosen, on=on)[trajectory.pk].terms
    return [
        (term.due, term.rule.tone is Tone.LOUD) for term in terms if term.rule.code.startswith("search_again")
    ]


class TestItWorks:
    def test_he_is_lost_and_looked_for_until_he_is_back(self, cast: Cast, lost, trajectory, now):
        assert is_lost(trajectory)
        losses.look(trajectory, by=cast.noor, at=now, happened_on=LOST + DAY)
        losses.look(trajectory, AttemptKind.VISITED, by=cast.noor, at=now, again_on=TODAY + DAY)
        loss = losses_of([trajectory])[trajectory.pk]
        assert (loss.since, loss.attempts, loss.last_attempt) == (LOST, 2, TODAY)
        assert (loss.again_on, loss.back_on) == (TODAY + DAY, None)
        losses.find(trajectory, by=cast.noor, at=now)
        assert not is_lost(trajectory)
        assert losses_of([trajectory])[trajectory.pk].back_on == TODAY

    def test_contact_that_came_about_after_it_ends_it_by_itself(self, cast: Cast, lost, trajectory, now):
        for outcome, on in ((Outcome.ATTEMPTED, TODAY), (Outcome.MADE, LOST)):
            people.meet(trajectory, by=cast.noor, at=now, outcome=outcome, happened_on=on)
            assert is_lost(trajectory)
        made = people.meet(trajectory, by=cast.noor, at=now, happened_on=LOST + DAY)
        assert not is_lost(trajectory)
        made.withdraw(by=cast.noor.acting(now), at=now)
        assert is_lost(trajectory)

    def test_lost_again_counts_from_the_last_time(self, cast: Cast, lost, trajectory, now):
        losses.look(trajectory, by=cast.noor, at=now, happened_on=LOST + DAY)
        losses.find(trajectory, by=cast.noor, at=now, since=LOST + 2 * DAY)
        losses.lose(trajectory, by=cast.noor, at=now, since=TODAY - DAY)
        loss = losses_of([trajectory])[trajectory.pk]
        assert (loss.since, loss.attempts, loss.back_on) == (TODAY - DAY, 0, None)
        assert is_lost(trajectory)

    def test_told_twice_is_once_but_every_attempt_is_one_more(self, cast: Cast, lost, trajectory, now):
        sending = uuid.uuid4()
        again = losses.lose(
            trajectory, by=cast.noor, at=now, since=LOST, last_seen_on=LOST - DAY, seen_by="Zijn mentor"
        )
        assert again == lost
        account, by = AttemptAccount(TODAY, AttemptKind.CALLED), cast.noor.acting(now)
        same = [
            Attempt.tell(trajectory=trajectory, account=account, submission=sending, by=by, at=now)
            for _ in range(2)
        ]
        assert same[0] == same[1]
        losses.look(trajectory, AttemptKind.CALLED, by=cast.noor, at=now)
        assert losses.find(trajectory, by=cast.noor, at=now) == losses.find(trajectory, by=cast.noor, at=now)
        counted = [model.objects.count() for model in MODELS]
        assert counted == [1, 2, 1]

    def test_what_was_known_on_a_day_is_kept(self, cast: Cast, lost, trajectory, now):
        later = now + timedelta(days=1)
        losses.look(trajectory, by=cast.noor, at=later, happened_on=TODAY + DAY)
        lost.withdraw(by=cast.noor.acting(later), at=later)
        assert not losses_of([trajectory])
        then = losses_of([trajectory], as_known=TODAY)[trajectory.pk]
        assert (then.since, then.attempts) == (LOST, 0)


class TestTheTermToLookAgain:
    def test_a_week_after_he_was_lost_or_looked_for_until_a_day_is_planned(
        self, cast: Cast, lost, trajectory, now
    ):
        assert search_terms(trajectory) == [(LOST + 7 * DAY, True)]
        assert searched(trajectory) == ["Uit beeld sinds"]
        losses.look(trajectory, by=cast.noor, at=now, happened_on=TODAY - DAY)
        assert search_terms(trajectory) == [(TODAY + 6 * DAY, True)]
        assert searched(trajectory) == ["1 keer gezocht. Laatste poging"]
        losses.look(trajectory, by=cast.noor, at=now, again_on=TODAY + 3 * DAY)
        assert search_terms(trajectory) == [(TODAY + 3 * DAY, True)]
        assert searched(trajectory) == ["2 keer gezocht. Volgende poging"]
        people.meet(trajectory, by=cast.noor, at=now)
        assert search_terms(trajectory) == []

    def test_who_turns_out_to_be_inside_is_not_looked_for(self, cast: Cast, lost, trajectory, now):
        told: dict[str, Any] = {"trajectory": trajectory, "by": cast.noor.acting(now), "at": now}
        tell_detention(account=StayAccount("PI Sittard", entered_on=TODAY - DAY), **told)
        assert search_terms(trajectory) == []

    def test_it_stands_on_vandaag(self, cast: Cast, lost, noor: Client):
        assert "Weer zoeken" in noor.get(reverse("desk:today")).content.decode()


class TestItIsRefusedForTheWrongPerson:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_only_the_officer_who_guides_him(self, cast: Cast, lost, trajectory, now, who: str):
        other, told = getattr(cast, who), [lost, losses.look(trajectory, by=cast.noor, at=now)]
        told.append(losses.find(trajectory, by=cast.noor, at=now))
        for tell in (losses.lose, losses.look, losses.find):
            with pytest.raises(NotAllowed):
                tell(trajectory, by=other, at=now)
        for fact in told:
            with pytest.raises(NotAllowed):
                fact.correct(account=fact.account, by=other.acting(now), at=now)
            with pytest.raises(NotAllowed):
                fact.withdraw(by=other.acting(now), at=now)
        for model in MODELS:
            assert model.objects.visible_to(other.acting(now)).exists() == (who == "fatima")


class TestItIsRefusedWhenItCannotBe:
    @pytest.mark.parametrize(
        ("account", "says", "field"),
        [
            (OutOfSightAccount(TODAY + DAY), "nog niet geweest", "happened_on"),
            (OutOfSightAccount(date(2005, 4, 17)), "geboortedatum", "happened_on"),
            (OutOfSightAccount(LOST - DAY, LOST), "Toen was hij al uit beeld", "last_seen_on"),
            (OutOfSightAccount(LOST - DAY, TODAY + DAY), "nog niet geweest", "last_seen_on"),
            (OutOfSightAccount(LOST - DAY, where="a" * 201), "te lang", "where"),
            (OutOfSightAccount(LOST - DAY, seen_by="a" * 201), "te lang", "seen_by"),
            (OutOfSightAccount(LOST - DAY, ask="a" * 501), "te lang", "ask"),
            (OutOfSightAccount(LOST), "staat er al, maar anders", "happened_on"),
            (AttemptAccount(TODAY + DAY, AttemptKind.CALLED), "nog niet geweest", "happened_on"),
            (AttemptAccount(TODAY, AttemptKind.OTHER, words=" "), "wat u deed", "words"),
            (AttemptAccount(TODAY, AttemptKind.CALLED, again_on=TODAY), "ligt na deze", "again_on"),
            (AttemptAccount(TODAY, AttemptKind.CALLED, again_on=TODAY + 93 * DAY), "te ver weg", "again_on"),
            (AttemptAccount(TODAY, AttemptKind.CALLED, "a" * 201), "te lang", "whom"),
            (AttemptAccount(TODAY, AttemptKind.CALLED, words="a" * 501), "te lang", "words"),
            (BackInSightAccount(TODAY + DAY), "nog niet geweest", "happened_on"),
            (BackInSightAccount(TODAY, "a" * 501), "te lang", "words"),
        ],
    )
    def test_a_day_or_words_that_cannot_be(
        self, cast: Cast, lost, trajectory, now, account: Any, says: str, field: str
    ):
        model: Any = MODELS[[OutOfSightAccount, AttemptAccount, BackInSightAccount].index(type(account))]
        with pytest.raises(NotValid, match=says) as refused:
            model.tell(trajectory=trajectory, account=account, by=cast.noor.acting(now), at=now)
        assert refused.value.field == field

    def test_nobody_looks_for_or_finds_who_was_not_lost(self, cast: Cast, lost, trajectory, now):
        for tell in (losses.look, losses.find):
            with pytest.raises(NotValid, match=f"sinds {LOST:%d-%m-%Y}") as refused:
                tell(trajectory, by=cast.noor, at=now, **_on(tell, LOST - DAY))
            assert refused.value.field == "happened_on"
        with pytest.raises(NotNow, match="intussen al verbeterd"):
            for ask in ("Zijn oma", "Zijn neef"):
                lost.correct(account=OutOfSightAccount(LOST, ask=ask), by=cast.noor.acting(now), at=now)
        OutOfSight.objects.current().get().withdraw(by=cast.noor.acting(now), at=now)
        for tell in (losses.look, losses.find):
            with pytest.raises(NotNow, match="Leg eerst vast"):
                tell(trajectory, by=cast.noor, at=now)

    def test_the_database_holds_it_to_that(self, cast: Cast, trajectory, now):
        stamp = OutOfSight.stamp(by=cast.noor.acting(now), at=now)
        wrong: list[tuple[type[Model], dict[str, Any]]] = [
            (OutOfSight, {"last_seen_on": TODAY + DAY}),
            (Attempt, {"kind": "called", "again_on": TODAY}),
            (Attempt, {"kind": "other"}),
        ]
        for model, told in wrong:
            with pytest.raises(IntegrityError), transaction.atomic():
                QuerySet(model).create(trajectory=trajectory, happened_on=TODAY, **told, **stamp)


def _on(tell: Any, when: date) -> dict[str, date]:
    return {"happened_on" if tell is losses.look else "since": when}


class TestItLeavesARecord:
    def test_in_the_journal_without_a_name_or_a_word(self, cast: Cast, lost, trajectory, now):
        losses.look(trajectory, by=cast.noor, at=now)
        back = losses.find(trajectory, by=cast.noor, at=now)
        back.correct(account=BackInSightAccount(TODAY, "Anders."), by=cast.noor.acting(now), at=now)
        lost.withdraw(by=cast.noor.acting(now), at=now)
        entries = JournalEntry.objects.filter(subject=trajectory.person.ref).order_by("pk")
        assert [(entry.verb, entry.fields) for entry in entries][-5:] == [
            ("out_of_sight.told", ["ask", "happened_on", "last_seen_on", "seen_by", "where"]),
            ("attempt.told", ["again_on", "happened_on", "kind", "whom", "words"]),
            ("back_in_sight.told", ["happened_on", "words"]),
            ("back_in_sight.corrected", ["words"]),
            ("out_of_sight.withdrawn", []),
        ]


class TestThePageShowsIt:
    def test_from_losing_him_to_seeing_him_again(self, trajectory, noor: Client):
        his = [trajectory.person.ref]
        assert "Bent u hem kwijt?" in noor.get(reverse("desk:person", args=his)).content.decode()
        sent = {
            "happened_on": f"{day(this_moment()):%d-%m-%Y}",
            "seen_by": "Zijn mentor",
            "ask": "Zijn moeder",
        }
        page = noor.post(reverse("desk:tell_out_of_sight", args=his), sent, follow=True).content.decode()
        assert "Uit beeld vastgelegd." in page
        assert "Nog niet gezocht." in page
        assert "Zijn mentor" in page
        tried = {"happened_on": sent["happened_on"], "kind": "family", "whom": "Zijn moeder"}
        page = noor.post(reverse("desk:tell_attempt", args=his), tried, follow=True).content.decode()
        assert "Familie gevraagd: Zijn moeder" in page
        assert "1 poging." in page
        person = noor.get(reverse("desk:person", args=his)).content.decode()
        assert "Uit beeld sinds" in person
        assert "Bent u hem kwijt?" not in person
        found = {"happened_on": sent["happened_on"], "words": "Hij belde zelf."}
        page = noor.post(reverse("desk:tell_back_in_sight", args=his), found, follow=True).content.decode()
        assert "Weer in beeld sinds" in page
        assert "Uit beeld sinds" not in noor.get(reverse("desk:person", args=his)).content.decode()

    def test_mijn_jongeren_shows_it_and_narrows_to_it(self, cast: Cast, lost, now, noor: Client):
        people.guide(cast, at=now, who=people.Identity("Kai", "Alders", date(2004, 1, 1)))
        for chosen, number in (("", 2), ("?begeleiding=uit-beeld", 1)):
            page = noor.get(reverse("desk:people") + chosen).content.decode()
            assert page.count('<article class="person-card">') == number
            assert page.count("badge--warning") == 1

    def test_telling_it_better_and_taking_it_back(self, cast: Cast, lost, trajectory, noor: Client):
        way = reverse("desk:correct_out_of_sight", args=[lost.ref])
        assert "Zijn mentor" in noor.get(way).content.decode()
        sent = {"happened_on": f"{LOST:%d-%m-%Y}", "seen_by": "Zijn neef"}
        assert "Uit beeld verbeterd." in noor.post(way, sent, follow=True).content.decode()
        way = reverse("desk:withdraw_out_of_sight", args=[lost.ref])
        assert "Zijn neef" in noor.get(way).content.decode()
        assert "Uit beeld ingetrokken." in noor.post(way, follow=True).content.decode()
        pages = AccessEntry.objects.filter(subject=trajectory.person.ref).values_list("page", flat=True)
        assert {"desk:correct_out_of_sight", "desk:out_of_sight"} <= set(pages)

    def test_what_is_refused_stands_beside_its_field(self, lost, trajectory, noor: Client):
        way = reverse("desk:tell_attempt", args=[trajectory.person.ref])
        sent = noor.post(way, {"kind": "other", "happened_on": "1-1-2090", "again_on": "31-2-2027"})
        page = sent.content.decode()
        assert "Dit is geen datum." in page
        assert not Attempt.objects.exists()
        page = noor.post(way, {"kind": "other", "happened_on": f"{LOST:%d-%m-%Y}"}).content.decode()
        assert "wat u deed" in page
        way = reverse("desk:tell_back_in_sight", args=[trajectory.person.ref])
        page = noor.post(way, {"happened_on": f"{LOST - DAY:%d-%m-%Y}"}).content.decode()
        beside = page[page.index('id="id_happened_on_error"') :]
        assert f"Dat is hij sinds {LOST:%d-%m-%Y}" in beside
