"""What was taken back stands again when one says that it was so; but not beside what was told in its place since."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.errors import DomainError, NotNow
from regie.plans.models import DebtReading, GoalResult
from regie.privacy.models import JournalEntry
from tests.cast import Cast
from tests.factories import debts, goals, papers

Made = Callable[..., Any]


@pytest.fixture
def noun(request: pytest.FixtureRequest, trajectory: Any, cast: Cast, now: datetime) -> tuple[Made, Made]:
    """Tells a fact of this kind; and tells what takes its place."""
    told: dict[str, Any] = {"by": cast.noor, "at": now}
    his = goals.goal(trajectory, **told)
    step = goals.step(his, **told)
    kinds: dict[str, tuple[Made, Made]] = {
        "a result": (lambda: goals.end(his, **told), lambda: goals.end(his, words="Hij woont er.", **told)),
        "a step": (lambda: goals.hold(step, **told), lambda: goals.mark(step, **told)),
        "no debts": (
            lambda: debts.owes_nothing(trajectory, **told),
            lambda: debts.owe(trajectory, **told),
        ),
        "a paper": (
            lambda: papers.paper(trajectory, title="Besluit", **told),
            lambda: papers.paper(trajectory, title="Brief", **told),
        ),
    }
    return kinds[request.param]


@pytest.mark.parametrize("noun", ["a result", "a step", "no debts", "a paper"], indirect=True)
def test_beside_what_was_told_since_it_is_refused(noun: tuple[Made, Made], cast: Cast, now: datetime):
    tell, tell_since = noun
    acting = cast.noor.acting(now)
    first = tell()
    withdrawal = first.withdraw(by=acting, at=now)
    again = withdrawal.correct(account=first.account, by=acting, at=now)
    assert not again.withdrawn
    withdrawal = again.withdraw(by=acting, at=now)
    tell_since()
    entries = JournalEntry.objects.count()
    with pytest.raises(DomainError):
        withdrawal.correct(account=first.account, by=acting, at=now)
    assert type(first).objects.filter(ref=first.ref).count() == 4
    assert JournalEntry.objects.count() == entries


def test_what_says_the_same_since_is_that_one(trajectory: Any, cast: Cast, now: datetime):
    his = goals.goal(trajectory, by=cast.noor, at=now)
    first = goals.end(his, by=cast.noor, at=now)
    withdrawal = first.withdraw(by=cast.noor.acting(now), at=now)
    since = goals.end(his, by=cast.noor, at=now)
    assert withdrawal.correct(account=first.account, by=cast.noor.acting(now), at=now) == since
    assert list(GoalResult.objects.current()) == [since]


def test_a_reading_does_not_stand_again_without_its_debt(trajectory: Any, cast: Cast, now: datetime):
    acting = cast.noor.acting(now)
    debt = debts.owe(trajectory, amount="100", by=cast.noor, at=now)
    debt.withdraw(by=acting, at=now)
    withdrawal = DebtReading.objects.last_versions().get()
    with pytest.raises(NotNow, match="intussen ingetrokken"):
        withdrawal.correct(account=withdrawal.account, by=acting, at=now)
    assert not DebtReading.objects.current().exists()


def test_the_page_says_so_and_keeps_what_was_typed(noor: Client, trajectory: Any, cast: Cast, now: datetime):
    his = goals.goal(trajectory, by=cast.noor, at=now)
    first = goals.end(his, by=cast.noor, at=now)
    url = reverse("desk:correct_goalresult", args=[first.ref])
    typed = {name: form.value() for form in noor.get(url).context["form"] for name in [form.name]}
    typed = {name: "" if value is None else value for name, value in typed.items()} | {"words": "Mooi."}
    first.withdraw(by=cast.noor.acting(now), at=now)
    goals.end(his, words="Hij woont er.", by=cast.noor, at=now + timedelta(minutes=1))
    both = noor.post(url, typed).context["form"]
    sent = typed | {"seen": both["seen"].value(), "submission": str(both["submission"].value())}
    page = noor.post(url, sent)
    assert "Bij dit doel staat al hoe het ging." in page.content.decode()
    assert "Mooi." in page.content.decode()
    assert [one.words for one in GoalResult.objects.current()] == ["Hij woont er."]
