"""An officer sends him when they meet: a text that tells who else looks nothing."""

from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.contacts.enums import ContactKind, ToldHow
from regie.contacts.models import Appointment
from tests.cast import Cast
from tests.factories.appointments import agree


@pytest.fixture
def told(cast: Cast, trajectory) -> Appointment:
    """A talk about his debts."""
    return agree(trajectory, by=cast.noor, at=this_moment(), purpose="Over je schulden praten")


def address_of(told: Appointment) -> str:
    return reverse("desk:send_appointment", args=[told.ref])


def test_the_text_says_when_and_where_and_no_more(told, noor: Client):
    page = noor.get(address_of(told)).context["page"]
    assert "10.30 uur" in page.text
    assert "Markt 1" in page.text
    assert page.text.endswith("Groet, Noor")
    for secret in ("Muller", "Jayden", "integratie", "gemeente", "Sittard", "schulden", "RIO", "project"):
        assert secret.lower() not in page.text.lower(), secret


def test_the_links_open_with_the_text_filled_in(told, noor: Client):
    page = noor.post(address_of(told), {"phone": "06 12 34 56 78"}).context["page"]
    sms, whatsapp = (link.url for link in page.links)
    assert sms.startswith("sms:+31612345678?body=")
    assert whatsapp.startswith("https://wa.me/31612345678?text=")
    assert unquote(sms.split("body=")[1]) == page.text
    assert "+" not in sms.split("body=")[1]


def test_without_a_number_he_is_chosen_on_the_telephone(told, noor: Client):
    page = noor.get(address_of(told)).context["page"]
    assert [link.url.split("?")[0] for link in page.links] == ["sms:", "https://wa.me/"]
    assert page.note == "Zonder nummer kiest u hem zelf op uw telefoon."


def test_a_number_that_cannot_exist_is_said(told, noor: Client):
    shown = noor.post(address_of(told), {"phone": "12"}).content.decode()
    assert "Dit is geen telefoonnummer dat kan bestaan." in shown
    assert 'value="12"' in shown


def test_inside_he_has_no_telephone(cast: Cast, trajectory, noor: Client):
    told = agree(trajectory, by=cast.noor, at=this_moment(), kind=ContactKind.PRISON_VISIT)
    assert "heeft hij geen telefoon" in noor.get(address_of(told)).context["page"].note


def test_that_it_was_sent_is_written_down(told, noor: Client):
    noor.post(address_of(told), {"sent": "1"})
    assert Appointment.objects.current().get().told_how == ToldHow.MESSAGE


def test_nobody_else_comes_in(told, sem: Client, bas: Client):
    assert [one.get(address_of(told)).status_code for one in (sem, bas)] == [404, 404]


def test_of_what_has_begun_no_message_is_offered(cast: Cast, trajectory, noor: Client):
    at = this_moment()
    for days, offered in ((-1, False), (1, True)):
        one = agree(trajectory, by=cast.noor, at=at, on=day(at) + timedelta(days=days))
        page = noor.get(reverse("desk:appointment", args=[one.ref])).content.decode()
        assert ("Stuur afspraak" in page) is offered
