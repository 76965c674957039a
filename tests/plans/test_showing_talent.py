"""The officer tells what he is good at; tells it better, or takes it back."""

import uuid
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.base.errors import NotAllowed, NotValid
from regie.plans.enums import SaidBy
from regie.plans.models import Talent
from regie.plans.queries import talents_of
from regie.plans.rules import TalentAccount
from regie.privacy.models import JournalEntry
from tests.cast import Cast
from tests.factories import plans

TODAY = date(2026, 11, 18)
COOKS, SINGS = "Hij kookt goed.", "Hij zingt."


@pytest.fixture
def talent(cast: Cast, trajectory: Any, now: datetime) -> Talent:
    """He cooks well, he says."""
    return plans.talent(trajectory, by=cast.noor, at=now)


class TestItWorks:
    def test_it_stands_right_below_his_wishes_with_who_says_so(self, trajectory, noor: Client):
        person = trajectory.person.ref
        sent = {"happened_on": "18-11-2026", "words": COOKS, "said_by": "network"}
        sent["submission"] = str(uuid.uuid4())
        url = reverse("desk:tell_talent", args=[person])
        assert [noor.post(url, sent).status_code for _ in range(2)] == [302, 302]
        page = noor.get(reverse("desk:plan", args=[person])).content.decode()
        below = page.split("Vraag hem wat hij wil.")[1]
        assert "Iemand uit zijn netwerk, op 18 november 2026" in below
        assert COOKS in below
        assert Talent.objects.count() == 1

    def test_who_says_it_may_be_unknown(self, trajectory, noor: Client):
        url = reverse("desk:tell_talent", args=[trajectory.person.ref])
        form = noor.get(url).context["form"]
        assert form["said_by"].value() == SaidBy.UNKNOWN
        noor.post(url, {"happened_on": "18-11-2026", "words": COOKS, "said_by": "unknown"})
        page = noor.get(reverse("desk:plan", args=[trajectory.person.ref])).content.decode()
        assert "Niet bekend wie dit zegt, op 18 november 2026" in page

    def test_told_better_both_versions_are_kept(self, cast: Cast, trajectory, talent, now):
        tomorrow = now + timedelta(days=1)
        by = cast.noor.acting(tomorrow)
        better = talent.correct(account=replace(talent.account, words=SINGS), by=by, at=tomorrow)
        assert talents_of(trajectory) == [better]
        assert talents_of(trajectory, as_known=TODAY) == [talent]
        better.withdraw(by=by, at=tomorrow)
        assert talents_of(trajectory) == []
        assert talents_of(trajectory, as_known=TODAY) == [talent]


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_for_whoever_does_not_guide_him(self, cast: Cast, trajectory, talent, now, who: str):
        other = getattr(cast, who)
        with pytest.raises(NotAllowed):
            plans.talent(trajectory, by=other, at=now)
        with pytest.raises(NotAllowed):
            talent.correct(account=replace(talent.account, words=SINGS), by=other.acting(now), at=now)
        with pytest.raises(NotAllowed):
            talent.withdraw(by=other.acting(now), at=now)
        assert Talent.objects.count() == 1

    @pytest.mark.parametrize(
        ("account", "field"),
        [
            (TalentAccount(TODAY + timedelta(days=1), COOKS), "happened_on"),
            (TalentAccount(date(2005, 4, 17), COOKS), "happened_on"),
            (TalentAccount(TODAY, " "), "words"),
            (TalentAccount(TODAY, "a" * 301), "words"),
            (TalentAccount(TODAY, COOKS, "de buurman"), "said_by"),  # type: ignore[arg-type]
        ],
    )
    def test_what_cannot_be(self, cast: Cast, trajectory, now, account: TalentAccount, field: str):
        with pytest.raises(NotValid) as refused:
            Talent.tell(trajectory=trajectory, account=account, by=cast.noor.acting(now), at=now)
        assert refused.value.field == field

    def test_the_database_refuses_one_that_says_nothing(self, cast: Cast, trajectory, now):
        stamp = Talent.stamp(by=cast.noor.acting(now), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            Talent.objects.create(trajectory=trajectory, happened_on=TODAY, words="", **stamp)


def test_it_leaves_a_record_without_his_words(cast: Cast, trajectory, talent, now):
    by = cast.noor.acting(now)
    talent.correct(account=replace(talent.account, words=SINGS), by=by, at=now).withdraw(by=by, at=now)
    entries = JournalEntry.objects.filter(verb__startswith="talent", subject=trajectory.person.ref)
    assert [(entry.verb, entry.fields) for entry in entries.order_by("pk")] == [
        ("talent.told", ["happened_on", "said_by", "words"]),
        ("talent.corrected", ["words"]),
        ("talent.withdrawn", []),
    ]
