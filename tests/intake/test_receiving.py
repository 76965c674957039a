"""A message comes in, from whatever it was pasted or dropped."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.intake.models import Delivery, Message
from regie.persons.models import Person
from regie.privacy.models import JournalEntry
from regie.trajectories.models import Referral
from tests.cast import Cast
from tests.factories.messages import START, TWO, come_in

LIST = "Achternaam;Voornaam;Geboortedatum\nMuller;Jayden;17-04-2005\nte;veel;kolommen;hier\nBakker;Tom;03-05-2001\n"
URL = "/aanmeldingen/berichten/nieuw/"
SENT = {"sender": "DJI", "received_on": "16-11-2026"}


class TestItWorks:
    def test_it_is_a_message_about_him_and_nobody_is_written_down_yet(self, cast: Cast, now):
        (message,) = come_in(START, cast, at=now)
        assert (message.name, message.birth_date) == ("Jayden Muller", date(2005, 4, 17))
        assert (message.place, message.kind) == ("Sittard", "start")
        assert "hond" in message.text
        assert not Person.objects.exists()
        assert not Referral.objects.exists()

    def test_two_people_in_one_mail_become_two(self, cast: Cast, now):
        assert [message.name for message in come_in(TWO, cast, at=now)] == ["Jayden Muller", "Tom Bakker"]
        assert "Tom" not in Message.objects.get(number=1).text

    def test_one_bad_line_loses_no_other_and_says_why(self, cast: Cast, now):
        messages = come_in(LIST, cast, at=now)
        assert [message.name for message in messages] == ["Jayden Muller", "", "Tom Bakker"]
        assert messages[1].problem == "Deze regel heeft 4 kolommen; de kopregel heeft er 3."
        assert messages[1].text == "te;veel;kolommen;hier"

    @pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
    @pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
    def test_a_list_in_any_common_shape(self, cast: Cast, now, noor: Client, separator: str, coding: str):
        text = LIST.replace("Tom", "Zoë").replace(";", separator).encode(coding)
        file = SimpleUploadedFile("lijst.csv", text)
        sent = noor.post(URL, {**SENT, "municipality": cast.here.pk, "file": file}, follow=True)
        assert "3 berichten ontvangen. 1 regel is niet gelezen; erbij staat waarom." in sent.content.decode()
        assert Message.objects.get(number=3).name == "Zoë Bakker"

    def test_somebody_who_is_not_recognised_is_a_message_too(self, cast: Cast, now):
        (message,) = come_in("Graag contact opnemen.", cast, at=now)
        assert str(message) == "Naam niet herkend"
        assert message.birth_date is None


class TestItComesInOnce:
    def test_the_same_text_makes_nothing_twice(self, cast: Cast, now):
        come_in(START, cast, at=now)
        with pytest.raises(NotNow, match="al eerder binnengekomen"):
            come_in(START, cast, at=now, by=cast.sem)
        assert Message.objects.count() == Delivery.objects.count() == 1
        assert JournalEntry.objects.filter(verb="message.received").count() == 1

    def test_in_another_municipality_nobody_learns_of_it(self, cast: Cast, now):
        come_in(START, cast, at=now)
        come_in(START, cast, at=now, by=cast.bas, where=cast.elsewhere)
        assert Delivery.objects.count() == 2

    def test_the_database_holds_it_too(self, cast: Cast, now):
        (message,) = come_in(START, cast, at=now)
        stamp = Message.stamp(by=cast.noor.acting(now), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            Delivery.objects.create(
                municipality=cast.here, sender="DJI", received_on=day(now), text=START, **stamp
            )
        with pytest.raises(IntegrityError), transaction.atomic():
            Message.objects.create(municipality=cast.here, delivery=message.delivery, number=1, **stamp)


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["fatima", "wil", "ada", "bas"])
    def test_for_who_does_not_screen_here(self, cast: Cast, now, who: str):
        with pytest.raises(NotAllowed):
            come_in(START, cast, at=now, by=getattr(cast, who))
        assert not Message.objects.exists()

    def test_a_bij_message_has_another_purpose_and_is_not_kept(self, cast: Cast, now, noor: Client):
        text = "BIJ-bericht: melding Bestuurlijke Informatie Justitiabelen\n" + START
        with pytest.raises(NotValid, match="om de openbare orde") as refused:
            come_in(text, cast, at=now)
        assert refused.value.field == "text"
        page = noor.post(URL, {**SENT, "municipality": cast.here.pk, "text": text}).content.decode()
        assert "Regie bewaart het niet." in page
        assert "Hij vraagt naar zijn hond." in page
        assert not Delivery.objects.exists()

    @pytest.mark.parametrize("line", ["BIJ-bericht;Muller;Jayden", "BIJ;Muller;Jayden"])
    def test_a_list_with_one_such_line_is_not_kept_either(self, cast: Cast, now, line: str):
        rows = "Start;Bakker;Tom\n" * 200
        with pytest.raises(NotValid, match="om de openbare orde"):
            come_in(f"Soort bericht;Achternaam;Voornaam\n{rows}{line}\n", cast, at=now)
        assert not Delivery.objects.exists()

    def test_a_verb_that_is_called_without_a_form_refuses_it_too(self, cast: Cast, now):
        with pytest.raises(NotValid, match="geen tekst"):
            come_in(" ", cast, at=now)

    def test_no_file_is_laid_down_on_the_disk(self, settings):
        assert settings.FILE_UPLOAD_HANDLERS == ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

    def test_a_day_that_has_not_been(self, cast: Cast, now, noor: Client):
        data = {**SENT, "received_on": f"{day(now) + timedelta(days=900):%d-%m-%Y}", "text": START}
        page = noor.post(URL, {**data, "municipality": cast.here.pk}).content.decode()
        assert "Deze dag is nog niet geweest." in page
        assert not Message.objects.exists()

    @pytest.mark.parametrize(
        ("sent", "sentence"),
        [
            ({"text": ""}, "Plak een tekst, of kies een bestand"),
            ({"text": "  \n "}, "Plak een tekst, of kies een bestand"),
            ({"text": "Naam: \x01Jayden"}, "Dit is geen leesbare tekst."),
            ({"text": "a" * (5 * 1024 * 1024 + 1)}, "Deze tekst is groter dan 5 MB."),
            ({"file": SimpleUploadedFile("leeg.csv", b" ")}, "Dit bestand is leeg."),
            ({"file": SimpleUploadedFile("a.txt", b"a" * (5 * 1024 * 1024 + 1))}, "groter dan 5 MB."),
            ({"file": SimpleUploadedFile("a.txt", b"a" * (13 * 1024 * 1024))}, "groter dan 5 MB."),
            ({"file": SimpleUploadedFile("a.pdf", b"%PDF-1.4 stuk")}, "Deze PDF is beschadigd."),
            ({"file": SimpleUploadedFile("a.docx", b"PK\x03\x04x")}, "Dit bestand is geen tekst of PDF."),
            (
                {"text": START, "file": SimpleUploadedFile("a.txt", b"Naam: Tom Bakker")},
                "Plak een tekst of kies een bestand, niet allebei.",
            ),
        ],
    )
    def test_what_is_no_message(self, cast: Cast, noor: Client, sent: dict, sentence: str):
        for file in (value for value in sent.values() if hasattr(value, "seek")):
            file.seek(0)
        page = noor.post(URL, {**SENT, "municipality": cast.here.pk, **sent}).content.decode()
        assert sentence in page
        assert 'value="DJI"' in page
        assert not Message.objects.exists()


class TestItLeavesARecord:
    def test_one_entry_a_message_without_a_name(self, cast: Cast, now):
        messages = come_in(LIST, cast, at=now)
        entries = JournalEntry.objects.filter(verb="message.received")
        assert {entry.subject for entry in entries} == {message.ref for message in messages}
        assert all(entry.fields == ["text"] for entry in entries)

    def test_the_text_is_sealed(self, cast: Cast, now):
        come_in(START, cast, at=now)
        with connection.cursor() as cursor:
            for table in ("intake_delivery", "intake_message"):
                cursor.execute(f"SELECT text FROM {table}")
                assert b"hond" not in bytes(cursor.fetchone()[0])


class TestThePageShowsIt:
    def test_one_message_opens_at_once(self, cast: Cast, noor: Client):
        sent = noor.post(URL, {**SENT, "municipality": cast.here.pk, "text": START}, follow=True)
        page = sent.content.decode()
        assert "<mark>Achternaam: Muller</mark>" in page
        assert "Hij vraagt naar zijn hond." in page
        assert reverse("desk:message", args=[Message.objects.get().ref]) in sent.redirect_chain[-1][0]
