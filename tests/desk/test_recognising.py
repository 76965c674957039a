"""Search before create: somebody we know is recognised in the form, without a blocking dialog."""

from datetime import date

import pytest
from django.test import Client

from regie.persons.models import Person
from regie.persons.rules import Identity
from regie.trajectories.models import Referral
from tests.cast import Cast
from tests.factories import people

NEW = "/aanmeldingen/nieuw/"


@pytest.fixture
def typed(cast: Cast) -> dict[str, str]:
    return {
        "given_names": "Jaiden", "family_name": "Müller", "birth_date": "17-4-2005",
        "referred_by": "Reclassering", "happened_on": "18-11-2026", "municipality": str(cast.here.pk),
    }  # fmt: skip


def test_somebody_alike_is_shown_and_nothing_is_made_yet(cast: Cast, trajectory, typed, noor: Client):
    page = noor.post(NEW, typed).content.decode()
    assert "Ja, dit is Jayden Muller" in page
    assert "Kies of het dezelfde is." in page
    assert 'value="Jaiden"' in page
    assert Referral.objects.count() == 1


def test_it_is_him(cast: Cast, trajectory, typed, noor: Client):
    noor.post(NEW, typed | {"same_person": str(trajectory.person.ref)})
    assert Referral.objects.filter(person=trajectory.person).count() == 2
    assert Person.objects.count() == 1


def test_it_is_somebody_else(cast: Cast, trajectory, typed, noor: Client):
    noor.post(NEW, typed | {"same_person": "new"})
    assert Person.objects.count() == 2


def test_nobody_alike_asks_nothing(cast: Cast, trajectory, typed, noor: Client):
    page = noor.get(NEW).content.decode()
    assert "Is dit dezelfde jongere?" not in page
    noor.post(NEW, typed | {"given_names": "Sanne", "family_name": "Köhler", "birth_date": "3-5-2004"})
    assert Person.objects.count() == 2


def test_a_young_person_of_a_colleague_shows_only_that_there_is_one(
    cast: Cast, trajectory, typed, sem: Client
):
    page = sem.post(NEW, typed).content.decode()
    assert "Overleg met Noor." in page
    assert "Jayden" not in page
    assert str(trajectory.person.ref) not in page


def test_a_colleagues_young_person_cannot_be_chosen_by_guessing(cast: Cast, trajectory, typed, sem: Client):
    page = sem.post(NEW, typed | {"same_person": str(trajectory.person.ref)}).content.decode()
    assert "Kies of het dezelfde is." in page
    assert Referral.objects.count() == 1


def test_the_bsn_of_a_colleagues_young_person_is_refused_in_words(cast: Cast, trajectory, typed, sem: Client):
    page = sem.post(
        NEW, typed | {"given_names": "Iemand", "family_name": "Anders", "bsn": "999990019"}
    ).content.decode()
    assert "Dit BSN staat al bij een jongere in uw gemeente. Overleg met Noor." in page


def test_my_own_young_person_by_bsn_can_only_be_him(cast: Cast, trajectory, typed, noor: Client):
    page = noor.post(
        NEW, typed | {"given_names": "Iemand", "family_name": "Anders", "bsn": "999990019"}
    ).content.decode()
    assert "Ja, dit is Jayden Muller" in page
    assert "Zelfde BSN" in page
    assert "Nee, dit is iemand anders" not in page


def test_another_municipality_is_never_told(cast: Cast, trajectory, typed, bas: Client):
    there = typed | {"municipality": str(cast.elsewhere.pk), "bsn": "999990019", "given_names": "Jayden"}
    page = bas.post(NEW, there, follow=True).content.decode()
    assert "Aanmelding opgeslagen." in page
    assert "Noor" not in page
    assert Person.objects.filter(municipality=cast.elsewhere).count() == 1


def test_a_weak_likeness_to_a_colleagues_young_person_is_not_told(cast: Cast, now, typed, sem: Client):
    people.guide(cast, at=now, who=Identity("Jayden", "Muller", None))
    page = sem.post(NEW, typed, follow=True).content.decode()
    assert "Aanmelding opgeslagen." in page


def test_an_open_referral_of_the_same_person_is_recognised(cast: Cast, referral, typed, sem: Client):
    assert "Ja, dit is Jayden Muller" in sem.post(NEW, typed | {"birth_date": ""}).content.decode()
    assert referral.person.birth_date == date(2005, 4, 17)
