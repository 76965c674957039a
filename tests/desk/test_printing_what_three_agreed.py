"""Noor prints what he, she and a partner agreed: what each does, since when, and what they do when it does not work out."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.plans.enums import Consent
from regie.privacy.models import AccessEntry
from regie.requests.models import MutualAgreement
from regie.trajectories.models import Involvement
from regie.ui.words import on_weekday
from tests.cast import Cast, sign_in
from tests.factories import people, requests
from tests.sheets.reading import aloud, faults


@pytest.fixture
def told(cast: Cast, now: Any) -> dict[str, Any]:
    return {"by": cast.noor, "at": now}


@pytest.fixture
def involved(trajectory, told) -> Involvement:
    return people.involve(trajectory, **told)


def address(one: MutualAgreement) -> str:
    return reverse("desk:mutualagreement_sheet", args=[one.ref])


def heard(client: Client, one: MutualAgreement) -> list[tuple[str, str]]:
    answer = client.get(address(one))
    assert answer["Content-Type"] == "application/pdf"
    assert "no-store" in answer["Cache-Control"]
    assert faults(answer.content) == []
    return aloud(answer.content)


def lines(client: Client, one: MutualAgreement) -> list[str]:
    return [words for _, words in heard(client, one)]


def test_it_says_what_each_does_and_gives_all_three_room_to_sign(noor: Client, trajectory, involved, told):
    one = requests.agree(involved, **told)
    assert heard(noor, one)[:4] == [
        ("H1", "Samen afgesproken"),
        ("P", str(trajectory.person)),
        ("P", f"Afgesproken op {on_weekday(one.happened_on)}."),
        ("H2", "Dit doe ik"),
    ]
    text = lines(noor, one)
    each = {
        "Dit doe ik": one.young_person,
        "Dit doet mijn officier": one.officer,
        "Dit doet Budgetwinkel": one.partner,
        "En als het niet lukt?": one.otherwise,
    }
    assert all(text[text.index(title) + 1] == words for title, words in each.items())
    assert f"Dit geldt vanaf {on_weekday(one.begins_on)}." in text
    signing = text[text.index("Handtekeningen") + 1 :]
    assert [line.partition(":")[0] for line in signing[:3]] == ["Ik", "Mijn officier", "Wie mij helpt"]


@pytest.mark.parametrize(
    ("consent", "said"),
    [
        (Consent.AGREED, "Ik ben het hiermee eens."),
        (Consent.NOT_AGREED, "Ik ben het hier niet mee eens."),
        (Consent.COULD_NOT_ANSWER, "Ik kon hier nog niets over zeggen."),
    ],
)
def test_it_says_what_he_thinks_of_it(noor: Client, involved, told, consent: Consent, said: str):
    assert said in lines(noor, requests.agree(involved, consent=consent, **told))


def test_it_is_as_it_stands_and_not_there_once_withdrawn(noor: Client, involved, told):
    one, by = requests.agree(involved, **told), told["by"].acting(told["at"])
    better = one.account.__class__(**(vars(one.account) | {"partner": "Belt de bank."}))
    changed = one.correct(account=better, by=by, at=told["at"])
    assert "Belt de bank." in lines(noor, one)
    assert "Leest de post." not in lines(noor, one)
    changed.withdraw(by=by, at=told["at"])
    assert noor.get(address(one)).status_code == 404


def test_the_page_leads_to_it_for_who_may_see_it(noor: Client, fatima: Client, trajectory, involved, told):
    one = requests.agree(involved, **told)
    for client in (noor, fatima):
        page = client.get(reverse("desk:requests", args=[trajectory.person.ref])).content.decode()
        assert address(one) in page
    assert reverse("desk:correct_mutualagreement", args=[one.ref]) not in page  # Fatima changes nothing


def test_who_may_print_it_and_it_is_written_down(cast: Cast, trajectory, involved, told):
    one = requests.agree(involved, **told)
    for user, status in (
        (cast.noor, 200),
        (cast.fatima, 200),
        (cast.sem, 404),
        (cast.bas, 404),
        (cast.wil, 403),
    ):
        assert sign_in(user).get(address(one)).status_code == status
    read = AccessEntry.objects.filter(page="desk:mutualagreement_sheet", subject=trajectory.person.ref)
    assert read.count() == 2


def test_its_day_is_read_in_words(noor: Client, involved, told):
    one = requests.agree(involved, **told)
    assert not [line for line in lines(noor, one) if f"{day(told['at']):%d-%m-%Y}" in line]
