"""What cannot be is said beside its field; what was typed stays, and nothing is saved."""

import pytest
from playwright.sync_api import expect

from regie.persons.models import Person
from regie.trajectories.models import Referral
from tests.cast import Cast
from tests.factories import people
from tests.journeys.conftest import Arrives
from tests.journeys.visitor import Visitor


@pytest.fixture
def noor(cast: Cast, arrives: Arrives) -> Visitor:
    return arrives(cast.noor)


@pytest.mark.parametrize(
    ("label", "typed", "sentence"),
    [
        ("Geboortedatum", "31-2-2005", "Dit is geen datum."),
        ("Geboortedatum", "gisteren", "Dit is geen datum."),
        ("Geboortedatum", "1-1-2199", "Deze geboortedatum ligt in de toekomst."),
        ("BSN", "123456789", "Dit BSN klopt niet."),
        ("In detentie sinds", "1-1-2199", "Deze dag is nog niet geweest."),
    ],
)
def test_a_value_that_cannot_be(noor: Visitor, label: str, typed: str, sentence: str):
    # Given a referral in which one thing is wrong
    noor.goes_to("/aanmeldingen/nieuw/")
    noor.types(
        {"Voornaam": "Jayden", "Wie meldt aan?": "PI Sittard", "Wat werd er verteld?": "Hij wil werken."}
    )
    field = noor.field(label)
    field.fill(typed)
    # When it is sent
    noor.clicks("Opslaan")
    # Then the sentence stands beside the field, and all that was typed is still there
    noor.sees("Kijk dit nog even na", sentence)
    expect(field).to_have_value(typed)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(noor.field("Wat werd er verteld?")).to_have_value("Hij wil werken.")
    assert not Referral.objects.exists()
    # And the summary leads to the field
    noor.page.locator(".error-summary").get_by_role("link", name=label).click()
    expect(field).to_be_focused()


@pytest.mark.parametrize(
    "name", ["<b>Jayden</b><script>alert(1)</script>", "محمد", "\u202eJayden", "Jayden 🌷"]
)
def test_any_name_is_shown_as_it_was_typed(noor: Visitor, name: str):
    noor.goes_to("/aanmeldingen/nieuw/")
    noor.types({"Voornaam": name, "Wie meldt aan?": "PI Sittard"})
    noor.clicks("Opslaan")
    noor.sees("Aanmelding opgeslagen.")
    expect(noor.page.get_by_role("heading", level=1)).to_have_text(name)
    assert Person.objects.get().given_names == name


def test_a_double_click_saves_once(noor: Visitor):
    noor.goes_to("/aanmeldingen/nieuw/")
    noor.types({"Voornaam": "Jayden", "Wie meldt aan?": "PI Sittard"})
    noor.page.get_by_role("button", name="Opslaan").dblclick()
    noor.page.wait_for_url("**/aanmeldingen/*-*/")
    noor.sees("Jayden")
    assert Referral.objects.count() == 1


def test_somebody_we_know_under_another_spelling(cast: Cast, noor: Visitor, now):
    # Given Jayden Muller, whom Noor guides
    trajectory = people.guide(cast, at=now)
    # When he is referred again as Jaiden Müller
    noor.goes_to("/aanmeldingen/nieuw/")
    noor.types({"Voornaam": "Jaiden", "Achternaam": "Müller", "Geboortedatum": "17-4-2005"})
    noor.types({"Wie meldt aan?": "Reclassering"})
    noor.clicks("Opslaan")
    # Then Noor is asked, in the form itself, and says that it is him
    noor.sees("Is dit dezelfde jongere?", "Begeleid door Noor")
    noor.chooses("Ja, dit is Jayden Muller")
    noor.clicks("Opslaan")
    noor.sees("Aanmelding opgeslagen.")
    assert Referral.objects.filter(person=trajectory.person).count() == 2
    assert Person.objects.count() == 1
