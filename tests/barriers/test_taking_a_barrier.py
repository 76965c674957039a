"""Something stands in his way: it is told whose it is and who takes it, tried at, and broken through."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from regie.barriers.enums import BarrierOutcome, BarrierOwner
from regie.barriers.models import Barrier, BarrierAttempt, BarrierEnd
from regie.barriers.queries import barriers_of, story_of
from regie.barriers.rules import LONGEST_BARRIER, AttemptAccount, BarrierEndAccount
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.privacy.models import JournalEntry
from tests.cast import Cast
from tests.factories import barriers, goals, people
from tests.factories.partners import organisation
from tests.plans.test_setting_goals import TOM

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)


@pytest.fixture
def by(cast: Cast, now):
    return {"by": cast.noor, "at": now}


@pytest.fixture
def acting(cast: Cast, now):
    return {"by": cast.noor.acting(now), "at": now}


@pytest.fixture
def step(trajectory, by):
    return goals.step(goals.goal(trajectory, **by), **by)


class TestItWorks:
    def test_of_whom_since_when_and_what_it_costs_him(self, cast: Cast, trajectory, step, by, now):
        office = organisation(cast, "Burgerzaken", at=now)
        told = {"since": TODAY - 30 * DAY, "organisation": office, "costs": "Geen DigiD.", **goals.HOME}
        one = barriers.blocked(trajectory, **told, steps=[str(step.ref)], **by)
        assert (one.whose, one.taken_by, one.account.began) == (
            "Burgerzaken",
            "Zijn officier",
            TODAY - 30 * DAY,
        )
        (story,) = barriers_of(trajectory)
        assert (story.is_open, story.blocks(step.ref), story.blocks(uuid.uuid4())) == (True, True, False)

    def test_perseverance_is_seen_in_attempts_and_days(self, trajectory, by):
        one = barriers.blocked(trajectory, happened_on=TODAY - 12 * DAY, **by)
        barriers.attempt(one, happened_on=TODAY - 2 * DAY, again_on=TODAY + 3 * DAY, **by)
        barriers.attempt(one, happened_on=TODAY - 9 * DAY, answer="Kom terug met bewijs.", **by)
        (story,) = barriers_of(trajectory)
        assert [tried.happened_on for tried in story.attempts] == [TODAY - 9 * DAY, TODAY - 2 * DAY]
        assert (story.days(TODAY), story.again_on) == (12, TODAY + 3 * DAY)

    def test_broken_through_and_taken_back_it_stands_again(self, trajectory, by, acting):
        one = barriers.blocked(trajectory, happened_on=TODAY - 12 * DAY, **by)
        barriers.attempt(one, happened_on=TODAY - 2 * DAY, again_on=TODAY + 3 * DAY, **by)
        over = barriers.end(one, happened_on=TODAY - DAY, **by)
        assert barriers.end(one, happened_on=TODAY - DAY, **by) == over
        (story,) = barriers_of(trajectory)
        assert (story.is_open, story.days(TODAY), story.again_on) == (False, 11, None)
        over.withdraw(**acting)
        assert story_of(one).is_open

    def test_those_that_stand_first_and_then_the_newest(self, trajectory, by, acting):
        first, second, third = (
            barriers.blocked(trajectory, words=words, happened_on=TODAY - ago * DAY, **by)
            for words, ago in (("Een", 3), ("Twee", 2), ("Drie", 1))
        )
        barriers.end(third, BarrierOutcome.NOT_NEEDED, **by)
        assert [one.barrier for one in barriers_of(trajectory)] == [second, first, third]
        second.withdraw(**acting)
        assert [one.barrier for one in barriers_of(trajectory)] == [first, third]
        assert story_of(second) is None

    def test_the_same_is_one_and_so_is_one_sending(self, trajectory, by):
        sending = uuid.uuid4()
        one = barriers.blocked(trajectory, submission=sending, **by)
        assert barriers.blocked(trajectory, words="Anders", submission=sending, **by) == one
        assert barriers.blocked(trajectory, **by) == one

    def test_what_was_tried_and_ended_stays_with_one_that_is_told_better(self, trajectory, by, acting):
        one = barriers.blocked(trajectory, **by)
        barriers.attempt(one, **by)
        account = replace(one.account, words="Anders.", owner=BarrierOwner.PARTNER, owner_name="Mo")
        better = one.correct(account=account, **acting)
        barriers.end(one, **by)
        (story,) = barriers_of(trajectory)
        assert (story.barrier, len(story.attempts), story.is_open) == (better, 1, False)
        assert better.taken_by == "Mo"

    def test_as_it_was_known_before(self, trajectory, by):
        barriers.blocked(trajectory, **by)
        assert barriers_of(trajectory, as_known=TODAY - DAY) == []

    def test_under_a_kind_that_left_the_approach(self, trajectory, by, acting):
        one = barriers.blocked(trajectory, **by)
        old = one.add_correction(kind="gone", kind_title="Weg", **acting)
        assert old.correct(account=replace(old.account, words="Anders."), **acting).kind == "gone"


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, trajectory, by, now, who: str):
        one = barriers.blocked(trajectory, **by)
        tried, other = barriers.attempt(one, **by), {"by": getattr(cast, who), "at": now}
        for tell in (
            lambda: barriers.blocked(trajectory, words="Anders", **other),
            lambda: barriers.attempt(one, **other),
            lambda: barriers.end(one, **other),
            lambda: one.withdraw(by=other["by"].acting(now), at=now),
            lambda: tried.correct(account=tried.account, by=other["by"].acting(now), at=now),
        ):
            with pytest.raises(NotAllowed):
                tell()

    @pytest.mark.parametrize(
        ("told", "says", "field"),
        [
            ({"words": " "}, "Wat houdt hem tegen", "words"),
            ({"costs": "a" * (LONGEST_BARRIER + 1)}, "te lang", "costs"),
            ({"kind": "his_own_fault"}, "staat niet in de aanpak", "kind"),
            ({"kind_title": "Anders genoemd"}, "staat niet in de aanpak", "kind"),
            ({"domain": "housing", "domain_title": "Huizen"}, "leefgebied", "domain"),
            ({"owner": BarrierOwner.PARTNER}, "Wie pakt het op", "owner_name"),
            ({"happened_on": TODAY + DAY}, "nog niet geweest", "happened_on"),
            ({"since": TODAY + DAY}, "nog niet geweest", "since"),
            ({"since": TODAY, "happened_on": TODAY - DAY}, "eerdere dag", "since"),
            ({"steps": [str(uuid.uuid4())]}, "iemand anders", "steps"),
        ],
    )
    def test_what_cannot_be(self, trajectory, by, told: dict, says: str, field: str):
        with pytest.raises(NotValid, match=says) as refused:
            barriers.blocked(trajectory, **told, **by)
        assert refused.value.field == field
        assert not Barrier.objects.exists()

    def test_a_step_or_an_organisation_that_is_not_his(self, cast: Cast, trajectory, by, now):
        other = people.guide(cast, at=now, who=TOM)
        step = goals.step(goals.goal(other, **by), **by)
        with pytest.raises(NotValid, match="iemand anders"):
            barriers.blocked(trajectory, steps=[str(step.ref)], **by)
        place = organisation(cast, "Burgerzaken", at=now)
        with pytest.raises(NotValid, match="al een organisatie") as refused:
            barriers.blocked(trajectory, organisation=place, party="Het loket", **by)
        assert refused.value.field == "party"

    def test_a_barrier_of_another_or_that_was_withdrawn(self, cast: Cast, trajectory, by, acting, now):
        one = barriers.blocked(trajectory, **by)
        about = {"trajectory": people.guide(cast, at=now, who=TOM), "barrier": one}
        with pytest.raises(NotValid, match="iemand anders"):
            BarrierAttempt.tell(account=AttemptAccount(TODAY, "Gebeld."), **about, **acting)
        with pytest.raises(NotValid, match="iemand anders"):
            BarrierEnd.tell(account=BarrierEndAccount(TODAY, BarrierOutcome.BROKEN, "Zo."), **about, **acting)
        gone = barriers.blocked(trajectory, words="Anders", **by)
        gone.withdraw(**acting)
        for tell in (barriers.attempt, barriers.end):
            with pytest.raises(NotNow, match="ingetrokken"):
                tell(gone, **by)

    def test_an_attempt_at_what_is_over_and_an_end_that_is_another(self, trajectory, by):
        one = barriers.blocked(trajectory, **by)
        barriers.end(one, **by)
        with pytest.raises(NotNow, match="al voorbij"):
            barriers.attempt(one, **by)
        with pytest.raises(NotNow, match="hoe het afliep"):
            barriers.end(one, BarrierOutcome.NOT_NEEDED, **by)
        assert not BarrierAttempt.objects.exists()

    @pytest.mark.parametrize(
        ("told", "says", "field"),
        [
            ({"words": ""}, "Wat is er geprobeerd", "words"),
            ({"happened_on": TODAY - 9 * DAY}, "nog niet", "happened_on"),
            ({"again_on": TODAY}, "ligt na deze", "again_on"),
            ({"again_on": TODAY + 93 * DAY}, "te ver weg", "again_on"),
            ({"answer": "a" * 501}, "te lang", "answer"),
        ],
    )
    def test_an_attempt_that_cannot_be(self, trajectory, by, told: dict, says: str, field: str):
        one = barriers.blocked(trajectory, happened_on=TODAY - 8 * DAY, **by)
        with pytest.raises(NotValid, match=says) as refused:
            barriers.attempt(one, **told, **by)
        assert refused.value.field == field

    @pytest.mark.parametrize(
        ("outcome", "told", "says", "field"),
        [
            (BarrierOutcome.BROKEN, {"words": ""}, "Hoe is het gelukt", "words"),
            (BarrierOutcome.NOT_NEEDED, {"words": " "}, "Waarom is het niet meer nodig", "words"),
            (BarrierOutcome.BROKEN, {"happened_on": TODAY - 9 * DAY}, "nog niet", "happened_on"),
            (BarrierOutcome.BROKEN, {"happened_on": TODAY - 3 * DAY}, "nog een poging", "happened_on"),
        ],
    )
    def test_an_end_that_cannot_be(self, trajectory, by, outcome, told: dict, says: str, field: str):
        one = barriers.blocked(trajectory, happened_on=TODAY - 8 * DAY, **by)
        barriers.attempt(one, happened_on=TODAY - 2 * DAY, **by)
        with pytest.raises(NotValid, match=says) as refused:
            barriers.end(one, outcome, **told, **by)
        assert refused.value.field == field

    def test_a_day_after_what_was_tried_and_an_attempt_after_its_end(self, trajectory, by, acting):
        one = barriers.blocked(trajectory, happened_on=TODAY - 8 * DAY, **by)
        tried = barriers.attempt(one, happened_on=TODAY - 6 * DAY, **by)
        with pytest.raises(NotValid, match="hoort iets op"):
            one.correct(account=replace(one.account, happened_on=TODAY - 5 * DAY), **acting)
        barriers.end(one, happened_on=TODAY - 4 * DAY, **by)
        with pytest.raises(NotValid, match="al voorbij"):
            tried.correct(account=replace(tried.account, happened_on=TODAY - DAY), **acting)

    @pytest.mark.parametrize(
        "wrong",
        [
            {"words": ""},
            {"kind": ""},
            {"kind_title": ""},
            {"since": TODAY + DAY},
            {"domain": "housing"},
            {"owner": "nobody"},
            {"owner": "partner"},
            {"party": "Het loket"},
        ],
    )
    def test_by_the_database(self, cast: Cast, trajectory, acting, now, wrong: dict):
        told = {"happened_on": TODAY, "words": "Een", **barriers.ADDRESS, "owner": "officer"}
        told["organisation"] = organisation(cast, "Burgerzaken", at=now)
        stamp = Barrier.stamp(**acting)
        Barrier.objects.create(trajectory=trajectory, **told, **stamp)
        with pytest.raises(IntegrityError), transaction.atomic():
            Barrier.objects.create(trajectory=trajectory, **told | wrong, **stamp)

    def test_an_attempt_or_an_end_by_the_database(self, trajectory, by, acting):
        one = barriers.blocked(trajectory, **by)
        about = {"trajectory": trajectory, "barrier": one, "happened_on": TODAY} | Barrier.stamp(**acting)
        for model, told in (
            (BarrierAttempt, {"words": ""}),
            (BarrierAttempt, {"words": "Een", "again_on": TODAY}),
            (BarrierEnd, {"words": "", "outcome": "broken"}),
            (BarrierEnd, {"words": "Een", "outcome": "given_up"}),
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                model.objects.create(**about, **told)


class TestItLeavesARecord:
    def test_in_the_journal_without_its_words(self, trajectory, by, acting):
        one = barriers.blocked(trajectory, **by)
        one.correct(account=replace(one.account, words="Anders."), **acting)
        barriers.attempt(one, **by).withdraw(**acting)
        barriers.end(one, **by).withdraw(**acting)
        entries = JournalEntry.objects.filter(verb__startswith="barrier").order_by("pk")
        assert [one.verb for one in entries] == [
            "barrier.told",
            "barrier.corrected",
            "barrier_attempt.told",
            "barrier_attempt.withdrawn",
            "barrier_end.told",
            "barrier_end.withdrawn",
        ]
        assert list(entries[1].fields) == ["words"]
