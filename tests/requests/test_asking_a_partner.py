"""A partner is asked something for a young person, by a day: on an involvement that runs, and it is a disclosure."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from regie.approach.enums import StepActor
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.plans.enums import GoalOutcome
from regie.privacy.models import JournalEntry
from regie.requests.enums import AnswerKind
from regie.requests.models import PartnerRequest
from regie.requests.queries import open_requests, requests_of
from regie.requests.rules import LONGEST_REQUEST, Asked, RequestAccount, check_can_be_asked
from regie.trajectories.models import Disclosure, Involvement
from tests.cast import Cast
from tests.factories import goals, people, requests
from tests.plans.test_setting_goals import TOM

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)


@pytest.fixture
def involved(cast: Cast, trajectory, now) -> Involvement:
    """The credit bank helps Jayden, since a week."""
    return people.involve(trajectory, by=cast.noor, at=now, happened_on=TODAY - 7 * DAY)


@pytest.fixture
def step(cast: Cast, trajectory, now):
    goal = goals.goal(trajectory, by=cast.noor, at=now)
    return goals.step(goal, by=cast.noor, at=now, actor=StepActor.PARTNER)


class TestItWorks:
    def test_of_who_is_involved_by_a_day(self, cast: Cast, trajectory, involved, now):
        asked = requests.ask(involved, by=cast.noor, at=now)
        assert (asked.asked_of, asked.wanted_on) == ("Budgetwinkel", TODAY + 7 * DAY)
        (story,) = requests_of(trajectory)
        assert (story.request, story.state, story.is_open) == (asked, "sent", True)

    def test_for_a_step_that_a_partner_takes(self, cast: Cast, involved, step, now):
        assert requests.ask(involved, by=cast.noor, at=now, step=step).step == step

    def test_the_same_of_one_day_is_one_and_so_is_one_sending(self, cast: Cast, involved, step, now):
        asked = requests.ask(involved, by=cast.noor, at=now)
        assert requests.ask(involved, by=cast.noor, at=now) == asked
        other = requests.ask(involved, by=cast.noor, at=now, step=step)
        sending = uuid.uuid4()
        once = requests.ask(involved, by=cast.noor, at=now, words="Belt u hem?", submission=sending)
        again = requests.ask(involved, by=cast.noor, at=now, words="Anders.", submission=sending)
        assert len({asked.pk, other.pk, once.pk}) == 3
        assert again == once

    def test_on_his_involvement_as_it_stands(self, cast: Cast, involved, now):
        better = involved.correct(
            account=replace(involved.account, role="Budgetcoach"), by=cast.noor.acting(now), at=now
        )
        assert requests.ask(involved, by=cast.noor, at=now).involvement == better

    def test_told_better_until_it_is_answered(self, cast: Cast, trajectory, involved, now):
        by = {"by": cast.noor.acting(now), "at": now}
        asked = requests.ask(involved, by=cast.noor, at=now)
        better = asked.correct(account=replace(asked.account, words="Wilt u bellen?"), **by)
        assert (better.ref, better.words, better.asked_of) == (asked.ref, "Wilt u bellen?", "Budgetwinkel")
        said = requests.answer(better, by=cast.noor, at=now)
        with pytest.raises(NotNow, match="al geantwoord"):
            better.correct(account=asked.account, **by)
        with pytest.raises(NotNow, match="al geantwoord"):
            better.withdraw(**by)
        said.withdraw(**by)
        better.withdraw(**by)
        assert requests_of(trajectory) == []

    def test_told_better_also_of_who_is_involved_no_more(self, cast: Cast, involved, now):
        by = {"by": cast.noor.acting(now), "at": now}
        asked = requests.ask(involved, by=cast.noor, at=now)
        involved.end(ended_on=TODAY, why="Klaar.", **by)
        assert asked.correct(account=replace(asked.account, words="Anders."), **by).words == "Anders."

    def test_open_of_all_his_people_the_soonest_first(self, cast: Cast, trajectory, involved, now):
        late = requests.ask(involved, by=cast.noor, at=now, words="Laat", wanted_on=TODAY + 9 * DAY)
        soon = requests.ask(involved, by=cast.noor, at=now, words="Snel", wanted_on=TODAY + DAY)
        no = requests.ask(involved, by=cast.noor, at=now, words="Nee")
        requests.answer(no, AnswerKind.DECLINED, by=cast.noor, at=now, words="Vol.")
        day = TODAY + 20 * DAY
        requests.answer(soon, AnswerKind.OTHER_DAY, by=cast.noor, at=now, proposed_on=day)
        found = open_requests(cast.noor.acting(now), on=TODAY)
        assert [(one.request, one.state, one.due_on) for one in found] == [
            (late, "sent", TODAY + 9 * DAY),
            (soon, "other_day", day),
        ]
        assert open_requests(cast.sem.acting(now), on=TODAY) == []


class TestItIsADisclosure:
    def test_of_what_was_asked_on_the_ground_and_for_the_purpose(self, cast: Cast, involved, step, now):
        requests.ask(involved, by=cast.noor, at=now, step=step)
        told = Disclosure.objects.get()
        assert told.what == "Gevraagd: Wilt u de brieven ordenen? Met de stap waar dit bij hoort."
        assert (told.ground, told.purpose, told.channel) == ("debts", involved.purpose, "phone")
        assert told.organisation == involved.organisation

    def test_once_for_what_was_asked_twice(self, cast: Cast, involved, now):
        requests.ask(involved, by=cast.noor, at=now)
        requests.ask(involved, by=cast.noor, at=now + timedelta(minutes=1))
        assert Disclosure.objects.count() == 1

    def test_or_nothing_is_asked(self, cast: Cast, involved, now):
        with pytest.raises(NotValid):
            requests.ask(involved, by=cast.noor, at=now, channel="")
        assert not PartnerRequest.objects.exists()


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, involved, now, who: str):
        asked = requests.ask(involved, by=cast.noor, at=now)
        by = getattr(cast, who)
        with pytest.raises(NotAllowed):
            requests.ask(involved, by=by, at=now, words="Anders")
        with pytest.raises(NotAllowed):
            asked.correct(account=asked.account, by=by.acting(now), at=now)
        with pytest.raises(NotAllowed):
            asked.withdraw(by=by.acting(now), at=now)

    def test_of_who_is_involved_no_more(self, cast: Cast, involved, now):
        involved.end(ended_on=TODAY, why="Klaar.", by=cast.noor.acting(now), at=now)
        with pytest.raises(NotNow, match="niet meer betrokken"):
            requests.ask(involved, by=cast.noor, at=now)

    def test_after_the_last_day_of_his_involvement(self, cast: Cast, involved, now):
        later = now + timedelta(days=200)
        with pytest.raises(NotNow, match="niet meer betrokken"):
            requests.ask(involved, by=cast.noor, at=later)

    def test_of_an_involvement_that_never_was(self, cast: Cast, involved, now):
        involved.withdraw(by=cast.noor.acting(now), at=now)
        with pytest.raises(NotNow, match="ingetrokken"):
            requests.ask(involved, by=cast.noor, at=now)

    def test_on_a_ground_that_the_approach_has_not_any_more(self):
        account = RequestAccount(TODAY, "Belt u?", TODAY)
        with pytest.raises(NotNow, match="grond"):
            check_can_be_asked(Asked(TODAY, over=False, ground="debts"), account, grounds={"care"})

    def test_of_who_is_involved_with_another(self, cast: Cast, trajectory, involved, now):
        other = people.guide(cast, at=now, who=TOM)
        with pytest.raises(NotValid, match="iemand anders") as refused:
            requests.ask(involved, by=cast.noor, at=now, trajectory=other)
        assert refused.value.field == "involvement"

    def test_for_a_step_of_another(self, cast: Cast, involved, now):
        other = people.guide(cast, at=now, who=TOM)
        step = goals.step(goals.goal(other, by=cast.noor, at=now), by=cast.noor, at=now)
        with pytest.raises(NotValid, match="iemand anders") as refused:
            requests.ask(involved, by=cast.noor, at=now, step=step)
        assert refused.value.field == "step"

    @pytest.mark.parametrize("actor", [StepActor.YOUNG_PERSON, StepActor.OFFICER, StepActor.NETWORK])
    def test_for_a_step_that_another_takes(self, cast: Cast, trajectory, involved, now, actor: StepActor):
        step = goals.step(goals.goal(trajectory, by=cast.noor, at=now), by=cast.noor, at=now, actor=actor)
        with pytest.raises(NotValid, match=actor.label.lower()) as refused:
            requests.ask(involved, by=cast.noor, at=now, step=step)
        assert refused.value.field == "step"

    def test_for_a_step_that_asks_nothing_more(self, cast: Cast, trajectory, involved, step, now):
        gone = goals.step(step.goal, by=cast.noor, at=now, words="Weg.")
        gone.withdraw(by=cast.noor.acting(now), at=now)
        with pytest.raises(NotNow, match="ingetrokken"):
            requests.ask(involved, by=cast.noor, at=now, step=gone)
        done = goals.step(step.goal, by=cast.noor, at=now, words="Klaar.")
        goals.mark(done, by=cast.noor, at=now)
        with pytest.raises(NotNow, match="al gedaan"):
            requests.ask(involved, by=cast.noor, at=now, step=done)
        goals.end(step.goal, GoalOutcome.REACHED, by=cast.noor, at=now)
        with pytest.raises(NotNow, match="hoe het ging"):
            requests.ask(involved, by=cast.noor, at=now, step=step)

    @pytest.mark.parametrize(
        ("told", "says", "field"),
        [
            ({"words": " "}, "Wat vraagt u", "words"),
            ({"words": "a" * (LONGEST_REQUEST + 1)}, "te lang", "words"),
            ({"wanted_on": None}, "Voor wanneer", "wanted_on"),
            ({"wanted_on": TODAY - DAY}, "voor de dag waarop", "wanted_on"),
            ({"wanted_on": TODAY + 999 * DAY}, "te ver weg", "wanted_on"),
            ({"happened_on": TODAY + DAY}, "nog niet geweest", "happened_on"),
            ({"happened_on": TODAY - 8 * DAY}, "nog niet betrokken", "happened_on"),
        ],
    )
    def test_what_cannot_be(self, cast: Cast, involved, now, told: dict, says: str, field: str):
        with pytest.raises(NotValid, match=says) as refused:
            requests.ask(involved, by=cast.noor, at=now, **told)
        assert refused.value.field == field
        assert not PartnerRequest.objects.exists()

    @pytest.mark.parametrize("wrong", [{"words": ""}, {"asked_of": ""}, {"wanted_on": TODAY - DAY}])
    def test_by_the_database(self, cast: Cast, trajectory, involved, now, wrong: dict):
        told = {"happened_on": TODAY, "words": "Belt u?", "wanted_on": TODAY, "asked_of": "Budgetwinkel"}
        stamp = PartnerRequest.stamp(by=cast.noor.acting(now), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            PartnerRequest.objects.create(
                trajectory=trajectory, involvement=involved, **told | wrong, **stamp
            )


class TestItLeavesARecord:
    def test_in_the_journal_without_its_words(self, cast: Cast, involved, now):
        by = {"by": cast.noor.acting(now), "at": now}
        asked = requests.ask(involved, by=cast.noor, at=now)
        asked.correct(account=replace(asked.account, words="Anders."), **by).withdraw(**by)
        entries = JournalEntry.objects.filter(verb__startswith="request").order_by("pk")
        assert [one.verb for one in entries] == ["request.told", "request.corrected", "request.withdrawn"]
        assert list(entries[1].fields) == ["words"]
