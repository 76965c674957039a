"""He and his officer agree on what each does; he answers, tells it back, and gets it on paper."""

import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from regie.approach.enums import Anchor
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.clocks.queries import reckonings
from regie.clocks.rules import Term
from regie.plans.enums import Consent, Presence, PromisedBy, Retold
from regie.plans.models import Agreement, Promise
from regie.plans.queries import agreed_by_trajectory, agreements_of
from regie.plans.rules import Promised
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import endings
from tests.factories.agreements import DEBTS, RIDE, SCHOOL, account, agree
from tests.factories.gathered import told_of

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)
HIS = PromisedBy.YOUNG_PERSON
SENT = {
    "young_person": "Ik bel maandag naar school.",
    "officer": "Ik ga mee.",
    "someone_else": "Moeder: rijdt hem.",
    "happened_on": "17-11-2026",
    "presence": "in_person",
    "consent": "agreed",
    "retold": "not_asked",
}


def his(words: str) -> Promised:
    return Promised(HIS, "", words)


def address(trajectory: Trajectory, name: str = "desk:tell_agreement") -> str:
    return reverse(name, args=[trajectory.person.ref])


def errors(response: Any) -> dict[str, list[str]]:
    return dict(response.context["form"].errors)


def reckoned(trajectory: Trajectory, on: date = TODAY) -> list[Term]:
    chosen = Trajectory.objects.select_related("person", "referral", "municipality").filter(pk=trajectory.pk)
    found = reckonings(chosen, on=on)[trajectory.pk].terms
    return [one for one in found if one.rule.anchor in (Anchor.AGREED, Anchor.AGREEMENT_AGAIN)]


def terms(trajectory: Trajectory, on: date = TODAY) -> list[date | None]:
    return [one.due for one in reckoned(trajectory, on)]


class TestItWorks:
    def test_with_the_promises_of_each_and_what_he_said(self, cast: Cast, trajectory, now):
        told = {"answer": "Prima.", "retold": Retold.TOLD, "retold_words": "Ik bel, hij gaat mee."}
        made = agree(trajectory, SCHOOL, DEBTS, RIDE, by=cast.noor, at=now, again_on=TODAY + DAY, **told)
        (read,) = agreements_of(trajectory)
        assert read == made
        assert read.account == account(now, SCHOOL, DEBTS, RIDE, again_on=TODAY + DAY, **told)
        assert Agreement.objects.get().promises == read.promises
        assert {one.recorded_by_label for one in Promise.objects.all()} == {"Noor"}

    def test_a_new_one_holds_and_the_older_can_be_read(self, cast: Cast, trajectory, now):
        first = agree(trajectory, by=cast.noor, at=now)
        second = agree(trajectory, DEBTS, by=cast.noor, at=now + DAY)
        assert agreements_of(trajectory) == [second, first]
        assert second.follows == first
        assert agreed_by_trajectory(told_of(trajectory)) == {trajectory.pk: second}
        assert agreed_by_trajectory(told_of(trajectory), as_known=TODAY) == {trajectory.pk: first}

    def test_of_one_day_the_last_told_holds_also_when_the_first_is_told_better(
        self, cast: Cast, trajectory, now
    ):
        first = agree(trajectory, by=cast.noor, at=now)
        second = agree(trajectory, DEBTS, by=cast.noor, at=now)
        better = first.correct(account=account(now, RIDE), by=cast.noor.acting(now), at=now)
        assert agreements_of(trajectory) == [second, better]

    def test_what_was_agreed_earlier_and_told_later_does_not_hold(self, cast: Cast, trajectory, now):
        holds = agree(trajectory, by=cast.noor, at=now)
        told = {"trajectory": trajectory, "follows_id": holds.pk, "by": cast.noor.acting(now), "at": now}
        earlier = Agreement.tell(account=account(now - DAY, DEBTS), **told)
        assert agreements_of(trajectory) == [holds, earlier]

    def test_told_better_keeps_both_and_what_was_not_told_otherwise_writes_nothing(
        self, cast: Cast, trajectory, now
    ):
        made = agree(trajectory, by=cast.noor, at=now)
        by, tomorrow = cast.noor.acting(now), now + DAY
        assert made.correct(account=made.account, by=by, at=now) == made
        better = made.correct(account=account(now, RIDE), by=by, at=tomorrow)
        assert [one.promises for one in agreements_of(trajectory)] == [(RIDE,)]
        assert [one.promises for one in agreements_of(trajectory, as_known=TODAY)] == [(SCHOOL, DEBTS)]
        assert better.ref == made.ref

    def test_taken_back_the_one_before_holds_again(self, cast: Cast, trajectory, now):
        first = agree(trajectory, by=cast.noor, at=now)
        second = agree(trajectory, DEBTS, by=cast.noor, at=now)
        second.withdraw(by=cast.noor.acting(now + DAY), at=now + DAY)
        assert agreements_of(trajectory) == [first]
        assert agreements_of(trajectory, as_known=TODAY) == [second, first]
        assert agree(trajectory, RIDE, by=cast.noor, at=now + DAY).follows == first

    def test_one_sending_is_once(self, cast: Cast, trajectory, now):
        sending = uuid.uuid4()
        first, second = (agree(trajectory, by=cast.noor, at=now, submission=sending) for _ in range(2))
        assert first == second
        assert (Agreement.objects.count(), Promise.objects.count()) == (1, 2)

    def test_all_is_read_in_one_question(self, cast: Cast, trajectory, now, django_assert_num_queries):
        agree(trajectory, by=cast.noor, at=now)
        agree(trajectory, DEBTS, by=cast.noor, at=now)
        with django_assert_num_queries(1):
            assert [len(one.account.promises) for one in agreements_of(trajectory)] == [1, 2]

    def test_a_promise_stays_as_it_was(self, cast: Cast, trajectory, now):
        agree(trajectory, by=cast.noor, at=now)
        with pytest.raises(TypeError):
            Promise.objects.first().save()
        with pytest.raises(TypeError):
            Promise.objects.all().delete()


class TestItIsRefusedForTheWrongPerson:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_only_the_officer_who_guides_him(self, cast: Cast, trajectory, now, who: str):
        made, other = agree(trajectory, by=cast.noor, at=now), getattr(cast, who)
        with pytest.raises(NotAllowed):
            agree(trajectory, by=other, at=now)
        with pytest.raises(NotAllowed):
            made.correct(account=account(now, RIDE), by=other.acting(now), at=now)
        with pytest.raises(NotAllowed):
            made.withdraw(by=other.acting(now), at=now)
        assert Agreement.objects.count() == 1

    def test_on_paper_only_for_who_may_see_him(self, cast: Cast, trajectory, now, noor, fatima, sem, bas):
        made = agree(trajectory, by=cast.noor, at=now)
        paper = reverse("desk:agreement_paper", args=[made.ref])
        answers = [client.get(paper).status_code for client in (noor, fatima, sem, bas)]
        assert answers == [200, 200, 404, 404]


class TestItIsRefusedWhenItCannotBe:
    def test_when_he_is_closed(self, cast: Cast, trajectory, now):
        endings.agree(endings.close(trajectory, by=cast.noor, at=now), by=cast.fatima, at=now)
        closed = Trajectory.objects.get()
        with pytest.raises(NotNow):
            agree(closed, by=cast.noor, at=now)
        assert not Agreement.objects.exists()

    @pytest.mark.parametrize(
        ("promises", "told", "field", "says"),
        [
            ((his(" "),), {}, "young_person", "Wat belooft hij"),
            ((Promised(PromisedBy.SOMEONE_ELSE, " ", "rijdt hem."),), {}, "someone_else", "Wie belooft dit"),
            ((his("a" * 301),), {}, "young_person", "te lang"),
            ((Promised(PromisedBy.SOMEONE_ELSE, "a" * 81, "rijdt."),), {}, "someone_else", "te lang"),
            ((DEBTS,) * 100, {}, "officer", "Dit zijn er 100"),
            ((SCHOOL,), {"again_on": TODAY}, "again_on", "na de dag van de afspraken"),
            ((SCHOOL,), {"again_on": TODAY - DAY}, "again_on", "na de dag van de afspraken"),
            ((SCHOOL,), {"presence": Presence.NOT}, "consent", "er niet bij"),
            ((SCHOOL,), {"retold": Retold.TOLD}, "retold_words", "hoe hij het zelf zei"),
            ((SCHOOL,), {"retold_words": "Ik bel."}, "retold", "wat hij zei"),
            ((SCHOOL,), {"retold": Retold.TOLD, "retold_words": "a" * 5000}, "retold_words", "onder 2000"),
            ((SCHOOL,), {"answer": "a" * 1001}, "answer", "onder 1000"),
        ],
    )  # fmt: skip
    def test_it_says_beside_what_and_why(self, cast: Cast, trajectory, now, promises, told, field, says):
        with pytest.raises(NotValid, match=says) as refused:
            agree(trajectory, *promises, by=cast.noor, at=now, **told)
        assert refused.value.field == field
        assert not Promise.objects.exists()

    def test_nothing_promised_or_a_day_to_come(self, cast: Cast, trajectory, now):
        told = {"trajectory": trajectory, "by": cast.noor.acting(now), "at": now}
        with pytest.raises(NotValid, match="minstens één belofte"):
            Agreement.tell(
                account=account(now).__class__(TODAY, (), Consent.AGREED, Presence.BY_PHONE), **told
            )
        with pytest.raises(NotValid, match="nog niet geweest"):
            Agreement.tell(account=account(now + DAY), **told)

    def test_he_need_not_agree_nor_say_why(self, cast: Cast, trajectory, now):
        agree(trajectory, by=cast.noor, at=now, consent=Consent.NOT_AGREED)
        absent = {"consent": Consent.COULD_NOT_ANSWER, "presence": Presence.NOT, "answer": "Hij was ziek."}
        assert agree(trajectory, by=cast.noor, at=now, **absent).answer == "Hij was ziek."

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("Kom op tijd, anders  volgt een gesprek.", "anders volgt"),
            ("Hij krijgt een Sanctie.", "sanctie"),
            ("De verplichte training doen.", "verplicht"),
            ("Bij terugval: straffen.", "straffen"),
            ("Dan zijn er consequenties", "consequentie"),
        ],
    )
    def test_a_word_that_threatens_is_named_with_better_words(
        self, cast: Cast, trajectory, now, words, found
    ):
        with pytest.raises(NotValid, match=f"“{found}”.*Schrijf ") as refused:
            agree(trajectory, his(words), by=cast.noor, at=now)
        assert refused.value.field == "young_person"

    def test_his_own_words_and_other_words_are_never_refused(self, cast: Cast, trajectory, now):
        own = {
            "answer": "Geen straf meer.",
            "retold": Retold.TOLD,
            "retold_words": "Anders volgt een sanctie.",
        }
        for words in (
            "Ik wil “nooit meer straf”.",
            'Hij zei: "anders volgt er ruzie".',
            "De taakstraf plannen.",
            "Een verplichting.",
        ):
            assert agree(trajectory, his(words), by=cast.noor, at=now, **own).promises == (his(words),)
