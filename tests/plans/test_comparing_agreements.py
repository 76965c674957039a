"""Two agreements side by side: what was added, what is gone, and what was said otherwise."""

from time import process_time
from typing import Any

import pytest
from django.urls import reverse

from regie.persons.rules import Identity
from regie.plans.enums import Consent, PromisedBy
from regie.plans.rules import MOST_PROMISES, PromiseChange, Promised, compare_promises
from tests.cast import Cast
from tests.factories.agreements import DEBTS, RIDE, SCHOOL, agree
from tests.factories.people import guide

HIS = PromisedBy.YOUNG_PERSON
LATER = Promised(HIS, "", "Ik bel dinsdag naar school.")


def his(words: str) -> Promised:
    return Promised(HIS, "", words)


def compared(*pairs: tuple[Promised | None, Promised | None]) -> list[PromiseChange]:
    return [PromiseChange(*pair) for pair in pairs]


class TestWhatChanged:
    @pytest.mark.parametrize(
        ("before", "after", "changes"),
        [
            ((), (), []),
            ((SCHOOL,), (SCHOOL,), [(SCHOOL, SCHOOL)]),
            ((), (SCHOOL,), [(None, SCHOOL)]),
            ((SCHOOL,), (), [(SCHOOL, None)]),
            ((SCHOOL, DEBTS), (DEBTS, SCHOOL), [(DEBTS, DEBTS), (SCHOOL, SCHOOL)]),  # only the order
            ((SCHOOL, DEBTS), (LATER, DEBTS), [(SCHOOL, LATER), (DEBTS, DEBTS)]),  # said otherwise
            ((SCHOOL,), (his("Sporten."),), [(None, his("Sporten.")), (SCHOOL, None)]),  # another one
            ((SCHOOL,), (SCHOOL._replace(who=PromisedBy.OFFICER),), None),  # of another person
            ((SCHOOL, SCHOOL), (SCHOOL,), [(SCHOOL, SCHOOL), (SCHOOL, None)]),  # written twice
        ],
    )
    def test_of_promises(self, before: Any, after: Any, changes: Any):
        if changes is None:
            changes = [(None, after[0]), (before[0], None)]
        assert compare_promises(before, after) == compared(*changes)

    def test_each_old_promise_is_used_once(self):
        now = (his("Ik bel dinsdag naar school."), his("Ik bel donderdag naar school."))
        changes = compare_promises((SCHOOL,), now)
        assert [one.before for one in changes] == [SCHOOL, None]

    def test_the_most_alike_is_taken(self):
        far, near = his("Ik bel elke week mijn moeder."), his("Ik bel elke week mijn broer op zondag.")
        now = his("Ik bel elke week mijn broer op zaterdag.")
        assert compare_promises((far, near), (now,)) == compared((near, now), (far, None))


class TestThePage:
    def test_the_last_two_unless_others_are_named(self, cast: Cast, trajectory, now, noor):
        first = agree(trajectory, SCHOOL, DEBTS, by=cast.noor, at=now)
        agree(trajectory, LATER, RIDE, by=cast.noor, at=now)
        third = agree(trajectory, LATER, by=cast.noor, at=now, consent=Consent.NOT_AGREED, answer="Te veel.")
        way = reverse("desk:compare_agreements", args=[trajectory.person.ref])
        last = noor.get(way).content.decode()
        assert "Niet meer" in last
        assert f'<del dir="auto">{RIDE.words}</del>' in last
        assert "Hij is het er niet mee eens. “Te veel.”</ins>" in last
        named = noor.get(way, {"van": str(first.ref), "met": str(third.ref)}).content.decode()
        for said in (
            "Veranderd",
            f'<del dir="auto">{SCHOOL.words}',
            f'<ins dir="auto">{LATER.words}',
            "Eerst:",
        ):
            assert said in named

    def test_what_is_not_his_cannot_be_named(self, cast: Cast, trajectory, now, noor):
        other = guide(cast, at=now, who=Identity("Tom", "Vos"))
        theirs = agree(other, RIDE, by=cast.noor, at=now)
        mine = agree(trajectory, by=cast.noor, at=now)
        way = reverse("desk:compare_agreements", args=[trajectory.person.ref])
        for odd in (str(theirs.ref), "x", ""):
            page = noor.get(way, {"van": odd, "met": str(mine.ref)})
            assert list(page.context["form"].errors) == ["van"]
            assert RIDE.words not in page.content.decode()

    def test_with_one_or_none_there_is_nothing_to_compare(self, cast: Cast, trajectory, now, noor, bas):
        way = reverse("desk:compare_agreements", args=[trajectory.person.ref])
        assert noor.get(way).context["page"].parts is None
        agree(trajectory, by=cast.noor, at=now)
        shown = noor.get(way)
        assert shown.context["page"].parts is None
        assert "Kijk dit nog even na" not in shown.content.decode()  # nobody sent anything yet
        assert bas.get(way).status_code == 404

    def test_the_longest_ones_within_150_ms_of_work(self, cast: Cast, trajectory, now, noor):
        for number in range(2):
            many = [his(f"Ik doe {number} {place} " + "en nog iets " * 20) for place in range(MOST_PROMISES)]
            agree(trajectory, *many, by=cast.noor, at=now)
        way = reverse("desk:compare_agreements", args=[trajectory.person.ref])
        noor.get(way)
        took = []
        for _ in range(3):
            began = process_time()
            noor.get(way)
            took.append(process_time() - began)
        assert min(took) < 0.15, took
