"""Agreements are kept: two at once, in the database, in the journal, by the clock, and on the pages."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from regie.approach.enums import Anchor
from regie.base.errors import NotNow
from regie.clocks.queries import reckonings
from regie.clocks.rules import Term
from regie.desk.pages.term_words import way
from regie.plans.enums import Presence, PromisedBy, Retold
from regie.plans.models import Agreement, Promise
from regie.plans.queries import agreements_of
from regie.plans.rules import Promised
from regie.privacy.models import AccessEntry, JournalEntry
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories.agreements import DEBTS, RIDE, SCHOOL, account, agree

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


class TestTwoAtOnce:
    def test_who_began_before_the_other_sees_what_was_agreed_meanwhile(self, cast: Cast, trajectory, now):
        first = agree(trajectory, by=cast.noor, at=now)
        told = {"trajectory": trajectory, "by": cast.noor.acting(now), "at": now}
        Agreement.tell(account=account(now, RIDE), follows_id=first.pk, **told)
        for began_after in (None, first.pk, 999):
            with pytest.raises(NotNow, match="Moeder: rijdt hem naar de kliniek"):
                Agreement.tell(account=account(now, DEBTS), follows_id=began_after, **told)
        assert Agreement.objects.count() == 2

    def test_in_two_tabs_the_second_reads_the_first_and_chooses(self, cast: Cast, trajectory, noor):
        for sending, promise in (("a" * 32, "Ik bel Bas."), ("b" * 32, "Ik bel Kim.")):
            answer = noor.post(address(trajectory), SENT | {"young_person": promise, "submission": sending})
        page = answer.content.decode()
        assert "Ik bel Bas." in page.split("Wat belooft hij")[0]
        assert "Ik bel Kim." in page
        assert [one.promises[0].words for one in agreements_of(trajectory)] == ["Ik bel Bas."]
        again = {field.name: field.value() for field in answer.context["form"] if field.value() is not None}
        assert noor.post(address(trajectory), again).status_code == 302
        assert [one.promises[0].words for one in agreements_of(trajectory)] == ["Ik bel Kim.", "Ik bel Bas."]

    def test_a_double_click_is_no_second_tab(self, cast: Cast, trajectory, noor):
        sent = SENT | {"submission": "c" * 32}
        assert [noor.post(address(trajectory), sent).status_code for _ in range(2)] == [302, 302]
        assert Agreement.objects.count() == 1


class TestTheDatabaseHoldsItTo:
    @pytest.mark.parametrize(
        ("change", "rule"),
        [
            ({"presence": Presence.NOT}, "his_only_when_he_was_there"),
            ({"retold": Retold.TOLD}, "retold_in_words"),
            ({"retold_words": "Ik bel."}, "retold_in_words"),
            ({"again_on": TODAY}, "looked_at_later"),
        ],
    )
    def test_what_an_agreement_says(self, cast: Cast, trajectory, now, change, rule):
        made = agree(trajectory, by=cast.noor, at=now)
        with pytest.raises(IntegrityError, match=rule), transaction.atomic():
            made.add_correction(by=cast.noor.acting(now), at=now, **change)

    @pytest.mark.parametrize(
        ("change", "rule"),
        [
            ({"words": ""}, "says_something"),
            ({"who": PromisedBy.SOMEONE_ELSE}, "has_a_name"),
            ({"name": "Moeder"}, "has_a_name"),
            ({"place": 0}, "place"),
        ],
    )
    def test_what_a_promise_says(self, cast: Cast, trajectory, now, change, rule):
        made = agree(trajectory, SCHOOL, by=cast.noor, at=now)
        told = {"place": 9, "who": HIS, "name": "", "words": "Ik bel."} | change
        with pytest.raises(IntegrityError, match=rule), transaction.atomic():
            Promise.objects.create(agreement=made, **told, **Promise.stamp(by=cast.noor.acting(now), at=now))


class TestItLeavesARecord:
    def test_in_the_journal_without_a_value(self, cast: Cast, trajectory, now):
        made = agree(trajectory, by=cast.noor, at=now)
        better = made.correct(account=account(now, RIDE), by=cast.noor.acting(now), at=now)
        better.withdraw(by=cast.noor.acting(now), at=now)
        verbs = list(JournalEntry.objects.filter(verb__startswith="agreement").order_by("pk"))
        assert [one.verb for one in verbs] == [
            "agreement.told", "agreement.corrected", "agreement.withdrawn",
        ]  # fmt: skip
        assert "school" not in str([vars(one) for one in verbs])

    def test_reading_it_is_in_the_access_log_whichever_page_shows_it(
        self, cast: Cast, trajectory, now, fatima
    ):
        made = agree(trajectory, by=cast.noor, at=now)
        pages = ("desk:agreements", "desk:compare_agreements", "desk:plan", "desk:plan_between")
        for name in pages:
            fatima.get(address(trajectory, name))
        fatima.get(reverse("desk:agreement_paper", args=[made.ref]))
        read = AccessEntry.objects.values_list("page", flat=True)
        assert sorted(read) == sorted([*pages, "desk:agreement_paper"])


class TestTheClock:
    def test_of_the_day_that_was_agreed_or_three_months_later(self, cast: Cast, trajectory, now):
        assert terms(trajectory) == []
        agree(trajectory, by=cast.noor, at=now)
        assert terms(trajectory) == [date(2027, 2, 18)]
        agree(trajectory, by=cast.noor, at=now, again_on=TODAY + 7 * DAY)
        assert terms(trajectory) == [TODAY + 7 * DAY]
        agree(trajectory, by=cast.noor, at=now + 7 * DAY, again_on=TODAY + 30 * DAY)
        assert terms(trajectory, TODAY + 7 * DAY) == [TODAY + 30 * DAY]

    def test_his_terms_lead_to_the_agreements(self, cast: Cast, trajectory, now, noor):
        agree(trajectory, by=cast.noor, at=now)
        page = noor.get(address(trajectory, "desk:terms")).content.decode()
        assert "Afspraken samen bekijken" in page
        ways = [way(term, trajectory.person.ref).url for term in reckoned(trajectory)]
        assert ways == [address(trajectory, "desk:agreements")]


class TestThePagesShowIt:
    def test_the_card_the_list_and_the_paper(self, cast: Cast, trajectory, now, noor):
        made = agree(trajectory, SCHOOL, RIDE, by=cast.noor, at=now, answer="Is goed.", again_on=TODAY + DAY)
        pages = {
            "desk:plan": [
                "Wat we afspraken",
                "Moeder belooft",
                "“Is goed.”",
                "Nog niet gevraagd",
                "Op papier",
            ],
            "desk:agreements": ["18 november 2026: dit geldt nu", "donderdag 19 november 2026", "Verbeteren"],
        }
        for name, said in pages.items():
            page = noor.get(address(trajectory, name)).content.decode()
            assert all(words in page for words in said), name
        paper = noor.get(reverse("desk:agreement_paper", args=[made.ref])).content.decode()
        for words in ("Dit beloof jij", "Dit belooft Moeder", "woensdag 18 november 2026", "Jij bent het"):
            assert words in paper

    def test_who_does_not_guide_him_changes_nothing(self, cast: Cast, trajectory, now, fatima):
        agree(trajectory, by=cast.noor, at=now)
        for name in ("desk:plan", "desk:agreements"):
            page = fatima.get(address(trajectory, name)).content.decode()
            assert SCHOOL.words in page
            assert "Nieuwe afspraken maken" not in page
            assert "Verbeteren" not in page

    def test_a_new_one_begins_with_what_holds(self, cast: Cast, trajectory, now, noor):
        agree(trajectory, SCHOOL, RIDE, by=cast.noor, at=now)
        form = noor.get(address(trajectory)).context["form"]
        assert form["young_person"].value() == SCHOOL.words
        assert form["someone_else"].value() == "Moeder: rijdt hem naar de kliniek."

    def test_telling_and_telling_better(self, cast: Cast, trajectory, noor):
        assert noor.post(address(trajectory), SENT).status_code == 302
        made = Agreement.objects.get()
        assert [tuple(one) for one in made.promises] == [
            (HIS, "", "Ik bel maandag naar school."),
            (PromisedBy.OFFICER, "", "Ik ga mee."),
            (PromisedBy.SOMEONE_ELSE, "Moeder", "rijdt hem."),
        ]
        better = reverse("desk:correct_agreement", args=[made.ref])
        form = noor.get(better).context["form"]
        assert form["officer"].value() == "Ik ga mee."
        sent = SENT | {"officer": "Ik bel mee.", "seen": form["seen"].value()}
        assert noor.post(better, sent).status_code == 302
        assert agreements_of(trajectory)[0].promises[1].words == "Ik bel mee."
        assert noor.post(reverse("desk:withdraw_agreement", args=[made.ref])).status_code == 302
        assert agreements_of(trajectory) == []

    @pytest.mark.parametrize(
        ("typed", "field"),
        [
            ({"young_person": "", "officer": " ", "someone_else": ""}, "young_person"),
            ({"someone_else": "rijdt hem."}, "someone_else"),
            ({"someone_else": "rijdt hem om 10:30."}, "someone_else"),
            ({"someone_else": "Moeder:"}, "someone_else"),
            ({"young_person": "\n".join(["Ik bel."] * 100)}, "young_person"),
            ({"officer": "Er volgt een sanctie."}, "officer"),
            ({"again_on": "16-11-2026"}, "again_on"),
            ({"retold": "told", "retold_words": "a" * 5000}, "retold_words"),
            ({"consent": ""}, "consent"),
            ({"presence": "elsewhere"}, "presence"),
        ],
    )
    def test_what_is_wrong_is_said_beside_it_and_stays_typed(
        self, cast: Cast, trajectory, noor, typed, field
    ):
        answer = noor.post(address(trajectory), SENT | typed)
        assert list(errors(answer)) == [field]
        assert answer.context["form"]["happened_on"].value() == "17-11-2026"
        assert answer.context["form"][field].value() == typed[field]
        assert not Agreement.objects.exists()


def test_an_odd_number_in_the_hidden_box_is_no_crash(cast: Cast, trajectory, noor, now: datetime):
    answer = noor.post(address(trajectory), SENT | {"follows": "9" * 40})
    assert answer.status_code == 200
    assert not Agreement.objects.exists()
