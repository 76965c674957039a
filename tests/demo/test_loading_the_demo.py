"""The demo: invented people by the verbs of a user, once, never in production."""

import re

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.test import Client

from regie.demo.cast import NOOR
from regie.demo.people import PEOPLE
from regie.persons.models import Person
from regie.privacy.models import JournalEntry
from regie.privacy.queries import flaws
from regie.trajectories.models import Referral, Trajectory


@pytest.fixture
def demo(db, capsys) -> str:
    call_command("demo")
    return capsys.readouterr().out


def test_it_says_how_to_sign_in(demo: str):
    assert NOOR.email in demo
    assert "/demo/" in demo


def test_everyone_is_there_and_the_journal_is_whole(demo: str):
    assert Person.objects.count() == len(PEOPLE)
    assert Trajectory.objects.count() == len([person for person in PEOPLE if person.accepted is not None])
    assert Referral.objects.open().count() == 2
    assert JournalEntry.objects.exists()
    assert not list(flaws())


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
