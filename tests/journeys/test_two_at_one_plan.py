"""Two officers write at one goal, and a tab stays open overnight: nobody overwrites unseen, and nothing typed is lost."""

from datetime import datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from regie.accounts.models import Absence, Cover
from regie.base.clock import day
from regie.plans.models import Agreement, Goal
from tests.cast import Cast
from tests.entrance.codes import give_app
from tests.factories import goals, people
from tests.journeys.conftest import Arrives
from tests.journeys.plan_made import OURS, PROMISE, SAVE
from tests.journeys.test_the_session_ends import comes_back
from tests.journeys.visitor import Visitor

DAY = timedelta(days=1)
HERS, HIS = "Ik heb een kamer met een tuin.", "Ik woon bij mijn dochter in de buurt."
WORDS, OLD = "Wat wil hij bereiken?", "2020-01-01T00:00Z"


@pytest.fixture
def goal(cast: Cast, now: datetime) -> Goal:
    """Jayden wants a room of his own. Sem covers for Noor this week."""
    trajectory = people.guide(cast, at=now - 9 * DAY)
    absence = Absence(cast.noor, cast.here, cast.sem, day(now), day(now + 7 * DAY))
    Cover.arrange(absence, by=cast.noor.acting(now), at=now)
    return goals.goal(trajectory, by=cast.noor, at=now - DAY, **goals.HOME)


def words_of(goal: Goal) -> list[str]:
    """Every version, in order."""
    return [one.words for one in Goal.objects.filter(ref=goal.ref).order_by("pk")]


def stands_beside(visitor: Visitor) -> str:
    """What the form says next to the words of the goal."""
    return visitor.page.locator(".field").filter(has=visitor.field(WORDS)).inner_text()


def test_two_officers_at_one_goal(cast: Cast, arrives: Arrives, goal: Goal):
    # Given Noor at her desk and Sem on his phone, with the same goal open
    noor, late, sem = arrives(cast.noor), arrives(cast.noor), arrives(cast.sem, phone=True)
    for officer in (noor, late, sem):
        officer.page.goto(f"{officer.address}/doelen/{goal.ref}/verbetering/")
    # When Noor saves hers, and then Sem his
    noor.types({WORDS: HERS})
    noor.clicks(SAVE)
    noor.sees("Doel verbeterd.", HERS)
    sem.types({WORDS: HIS})
    sem.clicks(SAVE)
    # Then Sem sees both texts, who was first, and that nothing is saved yet
    sem.sees("Noor verbeterde dit intussen", "nog niet opgeslagen")
    expect(sem.field(WORDS)).to_have_value(HIS)
    assert HERS in stands_beside(sem)
    assert words_of(goal) == [goals.ROOM, HERS]
    # When he chooses his own, hers stays to be read
    sem.clicks("Opslaan wat ik typte")
    sem.sees("Doel verbeterd. Wat er eerst stond, blijft bewaard.", HIS)
    assert words_of(goal) == [goals.ROOM, HERS, HIS]
    # And when Noor sends what she had typed in another tab, she may leave what stands: then nothing happens
    late.types({WORDS: "Ik heb een kamer op zolder."})
    late.clicks(SAVE)
    late.sees("Sem verbeterde dit intussen")
    late.clicks("Laten wat er nu staat")
    late.sees(HIS)
    assert words_of(goal) == [goals.ROOM, HERS, HIS]


def test_a_tab_open_overnight(cast: Cast, arrives: Arrives, goal: Goal):
    # Given Noor, who types what they agreed, and a goal in another tab; and goes home
    give_app(cast.noor)
    noor, trajectory = arrives(cast.noor), goal.trajectory
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/afspraken/nieuw/")
    noor.types({"Wat belooft hij?": PROMISE, "Wat belooft u?": OURS})
    noor.answers("Was hij erbij?", "Hij was erbij aan de telefoon")
    noor.answers("Wat vindt hij ervan?", "Hij is het er niet mee eens")
    tab = Visitor(noor.page.context.new_page(), noor.address, pictures=noor.pictures)
    tab.goes_to(f"/doelen/{goal.ref}/verbetering/")
    tab.types({WORDS: HERS})
    # When her session ends overnight, Sem tells the goal better, and she sends both in the morning
    Session.objects.all().update(expire_date=OLD)
    sem = cast.sem.acting(goal.recorded_at + DAY)
    goal.add_correction(by=sem, at=goal.recorded_at + DAY, words=HIS)
    noor.clicks(SAVE)
    comes_back(noor)
    # Then what they agreed is still in the form, not saved behind her back, and sending it again saves it
    noor.sees("Wat u typte, staat er nog.")
    for label, words in {"Wat belooft hij?": PROMISE, "Wat belooft u?": OURS}.items():
        expect(noor.field(label)).to_have_value(words)
    expect(noor.page.get_by_role("radio", name="Hij is het er niet mee eens")).to_be_checked()
    assert not Agreement.objects.exists()
    noor.clicks(SAVE)
    noor.sees("Afspraken vastgelegd.", PROMISE)
    # And in the other tab she sees both texts of the goal
    tab.clicks(SAVE)
    tab.sees("Sem verbeterde dit intussen")
    expect(tab.field(WORDS)).to_have_value(HERS)
    assert HIS in stands_beside(tab)
    assert words_of(goal) == [goals.ROOM, HIS]
