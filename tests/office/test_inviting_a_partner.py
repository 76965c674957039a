"""Partners: the manager asks a professional of the map in, sees who comes in, and ends an account."""

import re
import uuid
from dataclasses import replace

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from regie.accounts.enums import Role
from regie.accounts.models import Invitation, User
from regie.base.clock import now as this_moment
from regie.partners.models import Professional, Seat
from tests.cast import Cast, employ, sign_in
from tests.factories.partners import organisation, professional, seat

PARTNERS, INVITE = "/gebruikers/partners/", "/gebruikers/partners/uitnodiging/"
NEW = "een heel nieuw wachtwoord"


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def wil(cast: Cast) -> Client:
    return sign_in(cast.wil)


@pytest.fixture
def els(cast: Cast, now) -> Professional:
    return professional(cast, at=now, organisation=organisation(cast, at=now), email="els@bank.example")


def typed(els: Professional, **other: str) -> dict[str, str]:
    return {"professional": str(els.ref), "way": "mail", "submission": str(uuid.uuid4())} | other


def test_from_the_mail_to_his_own_desk(wil: Client, els, client: Client):
    page = wil.post(INVITE, typed(els), follow=True).content.decode()
    assert "Uitnodiging verstuurd aan Els Janssen." in page
    assert "Partner, Sittard-Geleen" in page
    (sent,) = mail.outbox
    assert sent.to == ["els@bank.example"]
    link = re.search(r"http://testserver(\S+)", sent.body)
    assert link
    welcome = client.get(link[1], follow=True).content.decode()
    assert "Sittard-Geleen nodigt u uit als: Partner." in welcome
    client.post("/uitnodiging/welkom/", {"password1": NEW, "password2": NEW})
    assert client.get("/partner/betrokken/").headers["Location"] == reverse("mfa_activate_totp")
    user = User.objects.get(email="els@bank.example")
    assert Seat.objects.get(user=user).professional == els
    assert sign_in(user).get("/", follow=True).redirect_chain[-1][0] == "/partner/gedragscode/"


def test_sent_twice_is_one_invitation(wil: Client, els):
    form = typed(els)
    for _ in range(2):
        wil.post(INVITE, form)
    assert Invitation.objects.count() == len(mail.outbox) == 1


def test_on_paper_the_code_is_shown_once(wil: Client, els):
    page = wil.post(INVITE, typed(els, way="paper"), follow=True).content.decode()
    assert re.search(r"<code>[0-9A-Z]{4}-", page)
    assert not mail.outbox


def test_only_who_stands_on_his_map_with_an_address_can_be_chosen(wil: Client, cast: Cast, els, now):
    professional(cast, "Zonder adres", at=now)
    there = professional(cast, "Daar", at=now, by=cast.bas, where=cast.elsewhere, email="daar@bank.example")
    seated = professional(cast, "Al binnen", at=now, email="binnen@bank.example")
    seat(seated, at=now)
    field = wil.get(INVITE).context["form"].fields["professional"]
    assert list(field.queryset) == [els]
    answer = wil.post(INVITE, typed(there))
    assert "staat niet in uw lijst" in answer.content.decode()
    assert not Invitation.objects.exists()


def test_the_list_says_how_each_stands_and_what_to_do(wil: Client, cast: Cast, els, now):
    seat(els, at=now)
    assert "Actief" in wil.get(PARTNERS).content.decode()
    at = this_moment()
    other = organisation(cast, "Ander werk", at=at)
    els.change(account=replace(els.account, organisation=other), by=cast.noor.acting(at), at=at)
    assert "Werkt ergens anders: nodig opnieuw uit" in wil.get(PARTNERS).content.decode()


def test_ended_he_comes_in_no_more(wil: Client, els, now):
    partner = sign_in(seat(els, at=now))
    assert partner.get("/partner/betrokken/").status_code == 200
    page = wil.post(reverse("office:end_seat", args=[Seat.objects.get().ref]), follow=True).content.decode()
    assert "Els Janssen komt niet meer binnen." in page
    assert "Geëindigd op" in page
    assert partner.get("/partner/betrokken/").status_code == 403


def test_nobody_else_manages_partners(cast: Cast, els, noor: Client, now):
    seat(els, at=now)
    end = reverse("office:end_seat", args=[Seat.objects.get().ref])
    for url in (PARTNERS, INVITE, end):
        assert noor.get(url).status_code == 403
    elsewhere = sign_in(employ("Hub", Role.FUNCTIONAL_MANAGER, cast.elsewhere, at=now))
    assert elsewhere.get(end).status_code == 404
    assert "Els Janssen" not in elsewhere.get(PARTNERS).content.decode()
