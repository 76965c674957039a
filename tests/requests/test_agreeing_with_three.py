"""He, Noor and a partner agree what each does, since when, and what they do when it does not work out; never a threat."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.privacy.models import JournalEntry
from regie.requests.models import MutualAgreement
from regie.requests.queries import mutual_agreements_of
from regie.trajectories.models import Disclosure, Involvement
from tests.cast import Cast
from tests.factories import people, requests
from tests.plans.test_setting_goals import TOM

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)


@pytest.fixture
def involved(cast: Cast, trajectory, now) -> Involvement:
    """The credit bank helps Jayden, since a week."""
    return people.involve(trajectory, by=cast.noor, at=now, happened_on=TODAY - 7 * DAY)


class TestItWorks:
    def test_what_each_does_from_a_day(self, cast: Cast, trajectory, involved, now, noor: Client):
        told = requests.agree(involved, by=cast.noor, at=now)
        assert (told.agreed_with, told.begins_on) == ("Budgetwinkel", TODAY + DAY)
        page = noor.get(reverse("desk:requests", args=[trajectory.person.ref])).content.decode()
        for words in (told.young_person, told.officer, told.partner, told.otherwise):
            assert words in page

    def test_the_partner_knows_it_so_it_is_a_disclosure(self, cast: Cast, involved, now):
        requests.agree(involved, by=cast.noor, at=now)
        told = Disclosure.objects.get()
        assert (told.ground, told.purpose, told.channel) == ("debts", involved.purpose, "talk")

    def test_all_or_nothing(self, cast: Cast, involved, now):
        with pytest.raises(NotValid):
            requests.agree(involved, by=cast.noor, at=now, channel="")
        assert not MutualAgreement.objects.exists()

    def test_told_better_and_taken_back(self, cast: Cast, trajectory, involved, now):
        by = {"by": cast.noor.acting(now), "at": now}
        told = requests.agree(involved, by=cast.noor, at=now)
        involved.end(ended_on=TODAY, why="Klaar.", **by)
        better = told.correct(account=replace(told.account, partner="Belt."), **by)
        assert [one.partner for one in mutual_agreements_of(trajectory)] == ["Belt."]
        better.withdraw(**by)
        assert mutual_agreements_of(trajectory) == []
        verbs = (
            JournalEntry.objects.filter(verb__startswith="mutual")
            .order_by("pk")
            .values_list("verb", flat=True)
        )
        assert list(verbs) == [
            "mutual_agreement.told",
            "mutual_agreement.corrected",
            "mutual_agreement.withdrawn",
        ]


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, involved, now, who: str):
        told = requests.agree(involved, by=cast.noor, at=now)
        by = getattr(cast, who)
        with pytest.raises(NotAllowed):
            requests.agree(involved, by=by, at=now)
        with pytest.raises(NotAllowed):
            told.correct(account=told.account, by=by.acting(now), at=now)
        with pytest.raises(NotAllowed):
            told.withdraw(by=by.acting(now), at=now)

    @pytest.mark.parametrize("field", ["young_person", "officer", "partner", "otherwise"])
    @pytest.mark.parametrize("words", [" ", "a" * 301, "Anders volgt een sanctie."])
    def test_beside_what_says_nothing_too_much_or_threatens(
        self, cast: Cast, involved, now, field: str, words: str
    ):
        with pytest.raises(NotValid) as refused:
            requests.agree(involved, by=cast.noor, at=now, **{field: words})
        assert refused.value.field == field

    def test_but_his_own_words_may_stand(self, cast: Cast, involved, now):
        assert requests.agree(
            involved, by=cast.noor, at=now, otherwise="Hij zei: “geen sanctie”. We bellen."
        ).pk

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"begins_on": None}, "begins_on"),
            ({"begins_on": TODAY - DAY}, "begins_on"),
            ({"begins_on": TODAY + 999 * DAY}, "begins_on"),
            ({"happened_on": TODAY + DAY}, "happened_on"),
            ({"happened_on": TODAY - 8 * DAY}, "happened_on"),
        ],
    )
    def test_what_cannot_be(self, cast: Cast, involved, now, told: dict, field: str):
        with pytest.raises(NotValid) as refused:
            requests.agree(involved, by=cast.noor, at=now, **told)
        assert refused.value.field == field

    def test_with_who_is_involved_no_more_or_with_another(self, cast: Cast, involved, now):
        with pytest.raises(NotValid, match="iemand anders"):
            requests.agree(involved, by=cast.noor, at=now, trajectory=people.guide(cast, at=now, who=TOM))
        ended = involved.end(ended_on=TODAY, why="Klaar.", by=cast.noor.acting(now), at=now)
        with pytest.raises(NotNow, match="niet meer betrokken"):
            requests.agree(involved, by=cast.noor, at=now)
        ended.withdraw(by=cast.noor.acting(now), at=now)
        with pytest.raises(NotNow, match="ingetrokken"):
            requests.agree(involved, by=cast.noor, at=now)

    @pytest.mark.parametrize(
        "wrong",
        [
            *({field: ""} for field in ("young_person", "officer", "partner", "otherwise", "agreed_with")),
            {"begins_on": TODAY - DAY},
            {"consent": "perhaps"},
        ],
    )
    def test_by_the_database(self, cast: Cast, trajectory, involved, now, wrong: dict):
        told = dict.fromkeys(("young_person", "officer", "partner", "otherwise", "agreed_with"), "Belt.")
        told |= {"happened_on": TODAY, "begins_on": TODAY, "consent": "agreed"}
        stamp = MutualAgreement.stamp(by=cast.noor.acting(now), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            MutualAgreement.objects.create(
                trajectory=trajectory, involvement=involved, **told | wrong, **stamp
            )
