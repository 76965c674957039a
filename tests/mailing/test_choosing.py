"""Noor says which mail she wants: she alone, once, and it is written down."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant
from regie.base.actors import Actor, ActorKind
from regie.base.clock import day
from regie.base.errors import NotAllowed
from regie.mailing.enums import MailKind
from regie.mailing.models import MailChoice
from regie.mailing.models.mail import Mail
from regie.mailing.queries import mail_of
from regie.privacy.enums import Verb
from regie.privacy.models import JournalEntry
from tests.cast import TESTER, Cast, sign_in
from tests.mailing.office import BOTH, ask, make

DAY = timedelta(days=1)
PAGE = "/mijn-account/mail/"


class TestItWorks:
    def test_until_she_chooses_she_gets_none(self, cast: Cast, trajectory, now):
        assert mail_of(cast.noor, at=now).asked == ()
        make(now + 12 * DAY)
        assert not Mail.objects.exists()

    def test_what_she_said_last_holds(self, cast: Cast, now):
        ask(cast.noor, at=now)
        ask(cast.noor, at=now, asked=[MailKind.ALARM])
        assert mail_of(cast.noor, at=now).asked == (MailKind.ALARM,)
        assert [one.asked for one in MailChoice.objects.standing()] == [(MailKind.ALARM,)]

    def test_the_same_again_and_the_same_form_twice_are_once(self, cast: Cast, now):
        form, acting = uuid.uuid4(), cast.noor.acting(now)
        told = {"user": cast.noor, "asked": BOTH, "by": acting, "at": now}
        first = MailChoice.choose(**told, submission=form)
        assert MailChoice.choose(**told | {"asked": ()}, submission=form) == first
        assert MailChoice.choose(**told) == first
        assert MailChoice.objects.count() == 1

    def test_it_stands_in_the_journal_of_each_municipality_where_she_works(self, cast: Cast, now):
        RoleGrant.grant(
            user=cast.noor, role=Role.OFFICER, municipality=cast.elsewhere, since=day(now), by=TESTER, at=now
        )
        made = ask(cast.noor, at=now)
        entries = JournalEntry.objects.filter(verb=Verb.MAIL_CHOSEN, subject=cast.noor.ref)
        assert {entry.chain_id for entry in entries} == {"GM1883", "GM0917"}
        assert entries[0].fields == ["alarms", "overview"]
        assert (made.recorded_at, made.recorded_by_label) == (now, "Noor")

    def test_who_works_nowhere_any_more_can_still_stop_it(self, cast: Cast, now):
        ask(cast.noor, at=now)
        RoleGrant.objects.filter(user=cast.noor).update(until=day(now))
        assert ask(cast.noor, at=now, asked=()).asked == ()
        assert JournalEntry.objects.filter(verb=Verb.MAIL_CHOSEN, chain_id="GM1883").count() == 2


class TestItIsRefused:
    def test_for_a_colleague(self, cast: Cast, now):
        namesake = Actor(ActorKind.YOUNG_PERSON, str(cast.noor.pk), "Jayden")
        for by in (cast.sem.acting(now), cast.wil.acting(now), namesake, TESTER):
            with pytest.raises(NotAllowed, match="u zelf"):
                MailChoice.choose(user=cast.noor, asked=(), by=by, at=now)
        assert not MailChoice.objects.exists()

    def test_to_who_has_no_vandaag(self, cast: Cast, now):
        with pytest.raises(NotAllowed, match="Vandaag"):
            ask(cast.ada, at=now)

    def test_to_change_or_remove_it(self, cast: Cast, now):
        made = ask(cast.noor, at=now)
        for change in (made.save, made.delete, MailChoice.objects.all().delete):
            with pytest.raises(TypeError):
                change()

    def test_by_the_database_from_one_form_twice(self, cast: Cast, now):
        form = uuid.uuid4()
        told = {"user": cast.noor, "overview": True, "alarms": True, "submission": form}
        stamp = MailChoice.stamp(by=TESTER, at=now)
        MailChoice.objects.create(**told, **stamp)
        with pytest.raises(IntegrityError), transaction.atomic():
            MailChoice.objects.create(**told, **stamp)

    def test_to_see_that_of_a_colleague(self, cast: Cast, now):
        ask(cast.noor, at=now)
        seen = [
            MailChoice.objects.visible_to(one.acting(now)).exists() for one in (cast.noor, cast.sem, cast.wil)
        ]
        assert seen == [True, False, False]
        assert not MailChoice.objects.visible_to(TESTER).exists()


class TestThePage:
    def test_shows_what_she_chose_and_changes_it(self, cast: Cast, noor: Client):
        page = noor.get(PAGE).content.decode()
        assert page.count("checkbox")
        assert "checked" not in page
        told = noor.post(PAGE, {"overview": "on", "submission": uuid.uuid4()}, follow=True)
        assert told.redirect_chain[-1][0] == reverse("entrance:account")
        assert "U krijgt: overzicht op maandag." in told.content.decode()
        assert noor.get(PAGE).content.decode().count("checked") == 1
        told = noor.post(PAGE, {"submission": uuid.uuid4()}, follow=True).content.decode()
        assert "Vastgelegd: u krijgt geen mail." in told
        assert "U krijgt geen mail van Regie." in told

    def test_says_why_not_to_who_has_no_vandaag(self, cast: Cast):
        told = sign_in(cast.ada).post(PAGE, {"alarms": "on", "submission": uuid.uuid4()}).content.decode()
        assert "Met uw rol ziet u Vandaag niet." in told
        assert not MailChoice.objects.exists()
