"""The demo: invented people by the verbs of a user, once, never in production."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from regie.accounts.models import User
from regie.approach.enums import Carried
from regie.base.actors import ActorKind
from regie.base.clock import day, now
from regie.clocks.enums import HandlingKind
from regie.clocks.models import Handling, JudgedDay, Judgement
from regie.contacts.models import ContactMoment
from regie.contacts.queries import lost_now, out_of_sight
from regie.demo.cast import JOEP, NOOR
from regie.demo.partner import HELPED
from regie.demo.people import PEOPLE
from regie.detention.models import (
    Hearing,
    OpenSanction,
    ReleaseDate,
    SafetyNote,
    SpecialCondition,
    Stay,
    Supervision,
)
from regie.detention.queries import history
from regie.partners.queries import acting, asking_a_look, emergency_on_map, organisations_on_map, pairs_on_map
from regie.persons.models import Person
from regie.plans.enums import Doer
from regie.plans.models import Doing, Goal, Paper, Step, StepMark, Wish
from regie.plans.queries import shared_by_domain
from regie.privacy import vault
from regie.privacy.models import JournalEntry
from regie.privacy.queries import flaws
from regie.programme.models import PublishedPage
from regie.programme.rules import sections_in
from regie.requests.queries import requests_of_partner
from regie.trajectories.enums import ArrangementDecision, ArrangementList, SleepingPlace
from regie.trajectories.models import (
    Application,
    Arrangement,
    Circumstance,
    Deferral,
    JoinRequest,
    Lesson,
    Redirection,
    Referral,
    Trajectory,
    Waiver,
)
from regie.trajectories.queries import involvements_of_partner, just_out
from regie.trajectories.rules import opened
from tests.factories.terms import term_of


@pytest.fixture(scope="module")
def loaded(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """What it said when it was loaded, once for all tests here; gone after the file, its papers too."""
    papers = vault.elsewhere(tmp_path_factory.mktemp("papers"))
    with papers, django_db_blocker.unblock(), transaction.atomic():
        said = StringIO()
        call_command("demo", stdout=said)
        yield said.getvalue()
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded: str, db: None) -> str:
    """The demo as it was loaded: `db` undoes what a test did, inside the transaction in which it was."""
    return loaded


def test_it_says_how_to_sign_in(demo: str):
    assert NOOR.email in demo
    assert "/demo/" in demo


def test_everyone_is_there_and_the_journal_is_whole(demo: str):
    assert Person.objects.count() == len(PEOPLE)
    assert Trajectory.objects.count() == len(
        [person for person in PEOPLE if person.road.accepted is not None]
    )
    assert Referral.objects.open().count() == 7
    assert JournalEntry.objects.exists()
    assert not list(flaws())


def test_one_of_noor_came_out_yesterday_and_there_is_help_to_call(demo: str):
    noor, at = User.objects.get(email=NOOR.email), now()
    (out,) = just_out(noor.acting(at), on=day(at))
    assert (out.since, out.tonight, out.calls) == (day(at) - timedelta(days=1), SleepingPlace.UNKNOWN, 2)
    here = out.trajectory.municipality_id
    assert len(emergency_on_map(noor.acting(at), on=day(at), municipality_id=here)) == 2


def test_one_of_noor_is_out_of_sight_and_tomorrow_she_looks_again(demo: str):
    noor, today = User.objects.get(email=NOOR.email).acting(now()), day(now())
    his = Trajectory.objects.visible_to(noor).get(out_of_sight())
    loss = lost_now(his)
    assert his.guidance().is_by(noor)
    assert loss
    assert (loss.since, loss.attempts) == (today - timedelta(days=9), 2)
    assert loss.again_on == today + timedelta(days=1)


def test_one_is_held_again_since_five_days_with_what_stays_and_what_he_learned(demo: str):
    stays = Arrangement.objects.current().get(list=ArrangementList.DETENTION)
    assert (stays.item, stays.decision) == ("rent", ArrangementDecision.STAYS)
    entry = history(stays.trajectory.person).entry(on=day(now()))
    assert entry is not None
    assert entry.entered_on == day(now()) - timedelta(days=5)
    learned = Lesson.objects.current().get(trajectory=stays.trajectory)
    assert learned.his_words.startswith("Ik had niemand om te bellen")


def test_there_are_two_years_at_every_stage(demo: str):
    full = Trajectory.objects.get(person__family_name="Dassen")
    about = {"person": full.person_id}
    assert Stay.objects.current().filter(**about).entries().count() == 2
    assert ReleaseDate.objects.current().filter(**about).count() >= 5
    assert ContactMoment.objects.current().filter(trajectory=full).count() == 60
    assert day(now()) - full.referral.happened_on > timedelta(days=730)
    around = (SafetyNote, SpecialCondition, Supervision, OpenSanction)
    assert all(model.objects.exists() for model in around)
    assert 38 <= len(PEOPLE) <= 45
    per_place = Counter(Person.objects.values_list("municipality__name", flat=True))
    assert set(per_place) == {"Sittard-Geleen", "Heerlen"}
    assert min(per_place.values()) >= 8
    assert Waiver.objects.filter(refused=False).count() == 1
    assert {Redirection.objects.count(), Deferral.objects.count()} == {2, 1}


def test_of_jayden_it_is_told_how_his_situation_stands(demo: str):
    his = Trajectory.objects.get(person__given_names="Jayden")
    assert Circumstance.objects.current().of(his).count() == 7
    assert Handling.objects.filter(kind=HandlingKind.DONE).values("trajectory").distinct().count() > 20
    assert Circumstance.objects.values("trajectory").distinct().count() == 4


def test_of_two_it_is_told_what_was_asked_and_one_of_them_can_object(demo: str):
    asked = Application.objects.current().order_by("happened_on")
    told = [(one.trajectory.person.given_names, one.asked, one.outcome) for one in asked]
    assert told == [
        ("Mo", "Bijzondere bijstand voor een bed", "refused"),
        ("Jayden", "Schuldhulpverlening", "waiting"),
    ]
    today = day(now())
    objection = term_of(asked[0].trajectory, "objection", on=today)
    assert objection.due >= today + timedelta(days=22)


def test_of_the_last_two_weeks_it_is_judged_how_the_terms_went(demo: str):
    days = set(JudgedDay.objects.values_list("day", flat=True))
    assert days == {day(now()) - timedelta(days=number) for number in range(1, 15)}
    by_the_job = Judgement.objects.filter(recorded_by_kind="job").values_list("verdict", flat=True)
    assert set(by_the_job) == {"met", "missed", "unknown"}


def test_everything_was_written_down_on_its_own_day(demo: str):
    moments = list(JournalEntry.objects.order_by("pk").values_list("recorded_at", flat=True))
    told = [at for at in moments if at < now() - timedelta(days=1)]
    assert told == sorted(told)
    assert told[0] < now() - timedelta(days=700)


def test_the_social_map_is_kept_and_asks_a_look(demo: str):
    noor = User.objects.get(email=NOOR.email).acting(now())
    assert len(organisations_on_map(noor, on=day(now())).filter(municipality__isnull=False)) == 9
    assert [row.name for row in asking_a_look(noor, on=day(now())) if row.doubted] == ["Ruud Wetzels"]
    assert [pair.by for pair in pairs_on_map(noor, on=day(now()))] == [("sound",)]


def test_no_judge_sits_in_a_weekend(demo: str):
    days = Hearing.objects.values_list("happened_on", flat=True)
    assert len(days) > 20
    assert all(held_on.weekday() < 5 for held_on in days)


def test_the_page_of_the_programme_shows_most_months_and_hides_the_first(demo: str):
    (public,) = PublishedPage.objects.all()
    counts = [one for section in sections_in(public.document) for one in section.caseload if one.planned]
    known = [one for one in counts if one.hidden or one.real is not None]
    assert known[0].hidden
    shown = [one.real for one in known if not one.hidden]
    assert len(shown) > len(known) / 2
    assert shown == sorted(shown)
    assert shown[-1] > shown[0] >= 5


def test_a_partner_is_asked_something_about_two_whom_he_helps(demo: str):
    user, at = User.objects.get(email=JOEP.email), now()
    partner = acting(user, at)
    assert partner.kind is ActorKind.PARTNER
    assert [one.is_open for one in requests_of_partner(partner)] == [True, True]
    assert JoinRequest.objects.current().count() == HELPED
    involvement = involvements_of_partner(partner).first()
    assert involvement
    opening = opened(shared_by_domain(involvement.trajectory), domains=["housing"], carries=tuple(Carried))
    assert opening.seen


def test_twice_is_once(demo: str, capsys):
    call_command("demo")
    assert "was al geladen" in capsys.readouterr().out
    assert Person.objects.count() == len(PEOPLE)


def test_a_newcomer_gets_in_by_what_the_page_says(demo: str):
    page = Client().get("/demo/").content.decode()
    password = re.search(r"voor iedereen <strong>([^<]+)</strong>", page)
    code = re.search(r"noor@demo\.example.*?(\d{6})", page, re.DOTALL)
    assert password
    assert code
    client = Client()
    client.post("/inloggen/", {"login": NOOR.email, "password": password.group(1)})
    client.post("/inloggen/tweede-stap/", {"code": code.group(1)})
    assert "Jayden Muller" in client.get("/jongeren/").content.decode()


def test_it_refuses_production(settings):
    settings.MODE = "production"
    with pytest.raises(ImproperlyConfigured, match="does not load in production"):
        apps.get_app_config("demo").ready()


def test_who_is_guided_for_half_a_year_has_a_plan_in_which_his_own_share_grew(demo: str):
    long_ago = Trajectory.objects.filter(started_on__lte=day(now()) - timedelta(days=215))
    assert long_ago.count() >= 10
    for his in long_ago.exclude(person__family_name__in=("Notermans",)):
        about = {"trajectory": his}
        assert Wish.objects.current().filter(**about).exists()
        (goal,) = Goal.objects.current().filter(**about)
        assert goal.wish is not None
        assert Step.objects.current().filter(**about).count() == 3
        assert StepMark.objects.current().filter(**about).count() >= 2  # and a third when its day was
        (letter,) = Paper.objects.current().filter(**about)
        assert b"".join(vault.read(letter.kept_as)).startswith(b"VERZONNEN BRIEF")
        shares = (
            Doing.objects.current().filter(**about).order_by("happened_on").values_list("doer", flat=True)
        )
        assert list(shares) == [Doer.TOGETHER, Doer.WATCHED, Doer.HIMSELF]
