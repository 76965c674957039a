"""Of who is involved apart from the ground: whether he joins, and what was explained to the young person."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.persons.rules import Identity
from regie.privacy.models import JournalEntry
from regie.trajectories.enums import Joining, ToldBack
from regie.trajectories.models import Explanation, Involvement, Participation
from regie.trajectories.queries import told_of_involvements
from tests.cast import Cast
from tests.factories import others, people

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)
BOTH = pytest.mark.parametrize("tell", [others.answer, others.explain])


@pytest.fixture
def one(cast: Cast, trajectory, now) -> Involvement:
    """The credit bank is involved."""
    return people.involve(trajectory, by=cast.noor, at=now)


class TestItWorks:
    @pytest.mark.parametrize("answer", Joining)
    def test_yes_no_or_that_he_could_not_answer(self, cast: Cast, one, now, answer: Joining):
        others.answer(one, by=cast.noor, at=now, answer=answer, words="Een wachtlijst.")
        ((found,), _) = told_of_involvements(one.trajectory)
        assert (found.answer, found.words, found.thing) == (answer, "Een wachtlijst.", one.ref)

    def test_who_joins_needs_no_reason(self, cast: Cast, one, now):
        assert others.answer(one, by=cast.noor, at=now).words == ""

    @pytest.mark.parametrize("back", ToldBack)
    def test_what_was_explained_and_whether_he_could_tell_it_back(self, cast, one, now, back: ToldBack):
        others.explain(one, by=cast.noor, at=now, told_back=back)
        _, (found,) = told_of_involvements(one.trajectory)
        assert (found.by_whom, found.told_back) == ("Noor", back)

    @BOTH
    def test_it_can_be_told_better_and_taken_back(self, cast: Cast, one, now, tell):
        by: dict[str, Any] = {"by": cast.noor.acting(now), "at": now}
        told = tell(one, by=cast.noor, at=now)
        better = told.correct(account=replace(told.account, words="Anders."), **by)
        assert (better.ref, better.thing, better.words) == (told.ref, one.ref, "Anders.")
        better.withdraw(**by)
        assert told_of_involvements(one.trajectory) == ([], [])

    def test_neither_changes_the_involvement(self, cast: Cast, one, now):
        others.answer(one, by=cast.noor, at=now, answer=Joining.DOES_NOT, words="Geen tijd.")
        assert not Involvement.objects.current().get().is_over(TODAY)


class TestItIsRefused:
    @BOTH
    @pytest.mark.parametrize("who", ["sem", "fatima", "ada", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, one, now, tell, who: str):
        told = tell(one, by=cast.noor, at=now)
        by: dict[str, Any] = {"by": getattr(cast, who).acting(now), "at": now}
        with pytest.raises(NotAllowed):
            tell(one, by=getattr(cast, who), at=now)
        with pytest.raises(NotAllowed):
            told.correct(account=told.account, **by)
        with pytest.raises(NotAllowed):
            told.withdraw(**by)

    @BOTH
    def test_of_what_was_withdrawn_or_is_of_another(self, cast: Cast, one, now, tell):
        other = people.guide(cast, at=now, who=Identity("Kai", "Alders", date(2003, 1, 1)))
        theirs = people.involve(other, by=cast.noor, at=now)
        theirs.trajectory = one.trajectory
        with pytest.raises(NotNow, match="ingetrokken"):
            tell(theirs, by=cast.noor, at=now)
        one.withdraw(by=cast.noor.acting(now), at=now)
        with pytest.raises(NotNow, match="ingetrokken"):
            tell(one, by=cast.noor, at=now)

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"answer": Joining.DOES_NOT}, "words"),
            ({"answer": Joining.COULD_NOT, "words": " "}, "words"),
            ({"answer": "perhaps"}, "answer"),
            ({"words": "a" * 301}, "words"),
            ({"happened_on": TODAY + DAY}, "happened_on"),
        ],
    )
    def test_an_answer_that_cannot_be(self, cast: Cast, one, now, told: dict, field: str):
        with pytest.raises(NotValid) as refused:
            others.answer(one, by=cast.noor, at=now, **told)
        assert refused.value.field == field

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"words": " "}, "words"),
            ({"words": "a" * 601}, "words"),
            ({"by_whom": ""}, "by_whom"),
            ({"by_whom": "a" * 121}, "by_whom"),
            ({"channel": "smoke"}, "channel"),
            ({"told_back": "perhaps"}, "told_back"),
            ({"happened_on": TODAY + DAY}, "happened_on"),
        ],
    )
    def test_an_explanation_that_cannot_be(self, cast: Cast, one, now, told: dict, field: str):
        with pytest.raises(NotValid) as refused:
            others.explain(one, by=cast.noor, at=now, **told)
        assert refused.value.field == field

    @pytest.mark.parametrize(
        ("tell", "wrong"),
        [
            (others.answer, {"answer": "perhaps"}),
            (others.answer, {"answer": "does_not"}),
            (others.explain, {"words": ""}),
            (others.explain, {"by_whom": ""}),
            (others.explain, {"channel": "smoke"}),
            (others.explain, {"told_back": "perhaps"}),
        ],
    )
    def test_by_the_database(self, cast: Cast, one, now, tell, wrong: dict):
        told = tell(one, by=cast.noor, at=now)
        model = type(told)
        about = {"trajectory": one.trajectory, "thing": one.ref, **vars(told.account), **wrong}
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(**about, **model.stamp(by=cast.noor.acting(now), at=now))


@BOTH
def test_it_leaves_a_record_in_the_journal_without_its_words(cast: Cast, one, now, tell):
    by: dict[str, Any] = {"by": cast.noor.acting(now), "at": now}
    tell(one, by=cast.noor, at=now).correct(
        account=replace(tell(one, by=cast.noor, at=now).account, words="Anders."), **by
    ).withdraw(**by)
    verbs = JournalEntry.objects.order_by("pk").values_list("verb", flat=True)
    assert [one.split(".")[1] for one in verbs][-4:] == ["told", "told", "corrected", "withdrawn"]


class TestThePageShowsIt:
    def test_from_nobody_asked_to_both(self, one, noor: Client):
        page = way("involved", one.trajectory.person.ref)
        first = noor.get(page).content.decode()
        assert "Meedoen: nog niet gevraagd" in first
        assert "Uitleg aan de jongere: nog niet verteld" in first
        assert "Budgetwinkel" in noor.get(way("tell_participation", one.ref)).content.decode()
        sent = {"answer": "does_not", "words": "Er is een wachtlijst.", "happened_on": "18-11-2026"}
        refused = noor.post(way("tell_participation", one.ref), sent | {"words": ""}).content.decode()
        assert "Waarom niet? Schrijf op wat hij zei." in refused
        shown = noor.post(way("tell_participation", one.ref), sent, follow=True).content.decode()
        assert "Antwoord op meedoen vastgelegd." in shown
        assert "Meedoen: Doet niet mee, op 18 november 2026" in shown
        assert "Er is een wachtlijst." in shown
        explained = {
            "words": "De bank kijkt mee.",
            "by_whom": "Noor",
            "channel": "talk",
            "told_back": "not_told",
            "happened_on": "18-11-2026",
        }
        shown = noor.post(way("tell_explanation", one.ref), explained, follow=True).content.decode()
        assert "Uitgelegd op 18 november 2026. In een gesprek, door Noor" in shown
        assert "Navertellen: Het lukte nog niet" in shown

    def test_it_is_told_better_and_taken_back_from_there(self, cast: Cast, one, now, noor: Client):
        told = others.explain(one, by=cast.noor, at=now)
        page = noor.get(way("involved", one.trajectory.person.ref)).content.decode()
        assert way("correct_explanation", told.ref) in page
        assert "De bank helpt" in noor.get(way("correct_explanation", told.ref)).content.decode()
        noor.post(way("withdraw_explanation", told.ref), {"seen": told.pk})
        assert not Explanation.objects.current().exists()

    def test_the_coordinator_reads_it_and_changes_nothing(self, cast: Cast, one, now, fatima, sem):
        told = others.answer(one, by=cast.noor, at=now)
        page = fatima.get(way("involved", one.trajectory.person.ref)).content.decode()
        assert "Meedoen: Doet mee, op 18 november 2026" in page
        assert str(told.ref) not in page
        assert fatima.get(way("tell_participation", one.ref)).status_code == 403
        assert sem.get(way("correct_participation", told.ref)).status_code == 404
        assert Participation.objects.count() == 1


def way(name: str, *parts: object) -> str:
    return reverse(f"desk:{name}", args=parts)
