"""Most messages are not for the officer: they go to aftercare, and are destroyed after the term."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant
from regie.approach.queries import approach_for
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow
from regie.intake.actions import confirm_message, destroy_messages, hand_over_messages
from regie.intake.models import Confirmation, Delivery, HandOver, Message
from regie.intake.queries import messages_for_aftercare, waiting_messages
from regie.privacy.models import AccessEntry, JournalEntry
from tests.cast import TESTER, Cast, sign_in
from tests.factories import people
from tests.factories.messages import START, TWO, come_in, confirmed

LIST = "Achternaam;Voornaam;Geboortedatum\nMuller;Jayden;17-04-2005\nSmit;Piet;01-01-1960\nNiets;Weet;\n"
BERICHTEN = "/aanmeldingen/berichten/"
AFTERCARE = "/aanmeldingen/berichten/voor-de-nazorg/"


def hand_over(messages, *, by, at) -> int:
    return hand_over_messages(messages, by=by.acting(at), at=at)


class TestItWorks:
    def test_many_at_once_wait_for_aftercare(self, cast: Cast, now):
        messages = come_in(LIST, cast, at=now)
        assert hand_over(messages[:2], by=cast.sem, at=now) == 2
        assert list(waiting_messages(cast.noor.acting(now), on=day(now))) == [messages[2]]
        assert set(messages_for_aftercare(cast.fatima.acting(now))) == set(messages[:2])

    def test_twice_is_once(self, cast: Cast, now):
        messages = come_in(START, cast, at=now)
        hand_over(messages, by=cast.noor, at=now)
        assert hand_over(messages, by=cast.sem, at=now) == 0
        assert JournalEntry.objects.filter(verb="message.handed_over").count() == 1

    def test_who_screens_can_still_take_it_back(self, cast: Cast, now):
        (message,) = come_in(START, cast, at=now)
        hand_over([message], by=cast.noor, at=now)
        confirm_message(
            message=message, who=people.JAYDEN, known=None, told=confirmed(now), by=cast.noor.acting(now), at=now
        )  # fmt: skip
        assert not messages_for_aftercare(cast.fatima.acting(now)).exists()


class TestThePatternDecidesNothing:
    def test_who_may_be_of_the_age_stands_first_and_who_is_not_is_still_there(self, cast: Cast, now):
        come_in(LIST, cast, at=now)
        waiting = waiting_messages(cast.noor.acting(now), on=day(now))
        assert [(message.name, message.fits) for message in waiting] == [
            ("Jayden Muller", True),
            ("Weet Niets", True),
            ("Piet Smit", False),
        ]

    @pytest.mark.parametrize(
        ("born", "fits"), [("19-11-1998", True), ("18-11-1998", False), ("19-11-1999", True)]
    )
    def test_up_to_and_including_the_oldest_age(self, cast: Cast, now, born: str, fits: bool):
        assert approach_for(cast.here, on=day(now)).oldest == 27
        come_in(f"Naam: Jan Jansen\nGeboortedatum: {born}\n", cast, at=now)
        assert waiting_messages(cast.noor.acting(now), on=day(now)).get().fits is fits

    def test_who_lives_here_stands_before_who_does_not(self, cast: Cast, now):
        rows = "Achternaam;Voornaam;Woonplaats\nBakker;Ad;Utrecht\nBakker;Bo;\nBakker;Cas;Geleen\n"
        come_in(rows, cast, at=now)
        waiting = waiting_messages(cast.noor.acting(now), on=day(now))
        assert [message.name for message in waiting] == ["Cas Bakker", "Bo Bakker", "Ad Bakker"]

    def test_without_an_approach_everybody_may_fit(self, cast: Cast, now):
        come_in(LIST, cast, at=now)
        before = day(now) - timedelta(days=20_000)
        assert all(m.fits for m in waiting_messages(cast.noor.acting(now), on=before))


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["fatima", "wil", "ada", "bas"])
    def test_for_who_does_not_screen_here(self, cast: Cast, now, who: str):
        messages = come_in(LIST, cast, at=now)
        with pytest.raises(NotAllowed):
            hand_over(messages, by=getattr(cast, who), at=now)
        assert not HandOver.objects.exists()

    def test_when_one_is_in_a_file_none_is_handed_over(self, cast: Cast, now):
        messages = come_in(LIST, cast, at=now)
        confirm_message(
            message=messages[1], who=people.JAYDEN, known=None, told=confirmed(now), by=cast.sem.acting(now), at=now
        )  # fmt: skip
        with pytest.raises(NotNow, match="Sem heeft dit bericht al verwerkt"):
            hand_over(messages, by=cast.noor, at=now)
        assert not HandOver.objects.exists()


class TestWhoSeesIt:
    @pytest.mark.parametrize(
        ("who", "waiting", "aftercare"),
        [("noor", 2, 1), ("sem", 2, 1), ("fatima", 0, 1), ("wil", 0, 0), ("ada", 0, 0), ("bas", 0, 0)],
    )
    def test_screeners_see_all_and_aftercare_what_was_handed_over(
        self, cast: Cast, now, who: str, waiting: int, aftercare: int
    ):
        messages = come_in(LIST, cast, at=now)
        hand_over(messages[:1], by=cast.noor, at=now)
        viewer = getattr(cast, who).acting(now)
        assert waiting_messages(viewer, on=day(now)).count() == waiting
        assert messages_for_aftercare(viewer).count() == aftercare


class TestItIsDestroyedAfterTheTerm:
    def test_not_a_day_before_and_everything_then(self, cast: Cast, now):
        (message,) = come_in(START, cast, at=now)
        hand_over([message], by=cast.noor, at=now)
        term = timedelta(days=approach_for(cast.here, on=day(now)).message_term)
        assert destroy_messages(by=TESTER, at=now + term - timedelta(hours=1)) == 0
        assert destroy_messages(by=TESTER, at=now + term) == 1
        assert not Message.objects.exists()
        assert not Delivery.objects.exists()
        assert not HandOver.objects.exists()
        assert JournalEntry.objects.get(verb="message.destroyed").subject == message.ref

    def test_what_nobody_decided_on_stays_but_the_whole_text_goes(self, cast: Cast, now):
        messages = come_in(LIST, cast, at=now)
        hand_over(messages[:1], by=cast.noor, at=now)
        destroy_messages(by=TESTER, at=now + timedelta(days=400))
        assert set(Message.objects.all()) == set(messages[1:])
        delivery = Delivery.objects.get()
        assert (delivery.text, delivery.digest) == ("", None)
        assert Message.objects.first().text

    def test_by_the_term_and_in_the_chain_of_its_own_municipality(self, cast: Cast, now):
        messages = come_in(START, cast, at=now, by=cast.bas, where=cast.elsewhere)
        hand_over(messages, by=cast.bas, at=now)
        destroy_messages(by=TESTER, at=now + timedelta(days=400))
        assert JournalEntry.objects.get(verb="message.destroyed").chain_id == cast.elsewhere.cbs_code

    def test_taken_back_it_counts_from_when_it_was_confirmed(self, cast: Cast, now):
        (message,) = come_in(START, cast, at=now)
        hand_over([message], by=cast.noor, at=now)
        later = now + timedelta(days=20)
        confirm_message(
            message=message, who=people.JAYDEN, known=None, told=confirmed(later), by=cast.noor.acting(later), at=later
        )  # fmt: skip
        term = timedelta(days=approach_for(cast.here, on=day(now)).message_term)
        assert destroy_messages(by=TESTER, at=now + term) == 0
        assert destroy_messages(by=TESTER, at=later + term) == 1
        assert not Confirmation.objects.exists()

    def test_the_command_says_how_many(self, cast: Cast, now, capsys):
        hand_over(come_in(LIST, cast, at=now), by=cast.noor, at=now)
        HandOver.objects.update(recorded_at=now - timedelta(days=4000))
        call_command("messages", "destroy")
        assert "3 berichten vernietigd." in capsys.readouterr().out


class TestThePageShowsIt:
    def test_two_boxes_and_a_button(self, cast: Cast, now, noor: Client):
        messages = come_in(LIST, cast, at=now)
        page = noor.get(BERICHTEN).content.decode()
        assert "Leeftijd past niet bij de aanpak" in page
        sent = noor.post(BERICHTEN, {"messages": [m.ref for m in messages[:2]]}, follow=True)
        assert "2 berichten overgedragen." in sent.content.decode()
        assert "Jayden Muller" not in noor.get(BERICHTEN).content.decode()
        assert "Jayden Muller" in noor.get(AFTERCARE).content.decode()

    def test_all_is_what_stood_on_the_page(self, cast: Cast, now, noor: Client):
        messages = come_in(LIST, cast, at=now)
        noor.post(BERICHTEN, {"all": "1", "shown": [messages[0].ref, messages[1].ref]})
        assert HandOver.objects.count() == 2

    @pytest.mark.parametrize(
        ("sent", "sentence"),
        [
            ({}, "Kies minstens één bericht."),
            ({"messages": ["00000000-0000-4000-8000-000000000000"]}, "intussen al behandeld"),
        ],
    )
    def test_nothing_or_something_else(self, cast: Cast, now, noor: Client, sent: dict, sentence: str):
        come_in(LIST, cast, at=now)
        assert sentence in noor.post(BERICHTEN, sent).content.decode()

    def test_what_was_ticked_stays_ticked(self, cast: Cast, now, noor: Client):
        messages = come_in(LIST, cast, at=now)
        hand_over(messages[:1], by=cast.sem, at=now)
        page = noor.post(BERICHTEN, {"messages": [messages[0].ref, messages[1].ref]}).content.decode()
        assert "intussen al behandeld" in page
        assert f'value="{messages[1].ref}" aria-label="Kies Piet Smit" checked' in page

    def test_one_asks_first(self, cast: Cast, now, noor: Client):
        (message,) = come_in(START, cast, at=now)
        url = f"{BERICHTEN}{message.ref}/overdracht/"
        assert "Er gaat geen brief uit." in noor.get(url).content.decode()
        assert not HandOver.objects.exists()
        assert "Bericht overgedragen." in noor.post(url, follow=True).content.decode()

    def test_aftercare_reads_nothing_of_the_others_in_one_mail(self, cast: Cast, now, noor: Client):
        jayden, _ = come_in(TWO, cast, at=now)
        hand_over([jayden], by=cast.noor, at=now)
        url = f"{BERICHTEN}{jayden.ref}/"
        assert "Bakker" in noor.get(url).content.decode()
        page = sign_in(cast.fatima).get(url).content.decode()
        assert "Muller" in page
        assert "Bakker" not in page
        assert f'href="{BERICHTEN}"' not in page

    def test_nor_does_a_colleague_once_the_other_is_in_a_file(self, cast: Cast, now, noor: Client):
        jayden, tom = come_in(TWO, cast, at=now)
        confirm_message(
            message=tom, who=people.JAYDEN, known=None, told=confirmed(now), by=cast.sem.acting(now), at=now
        )  # fmt: skip
        assert "Bakker" not in noor.get(f"{BERICHTEN}{jayden.ref}/").content.decode()

    def test_nobody_reads_the_others_beside_a_line_of_a_list(self, cast: Cast, now, noor: Client):
        for message in come_in(LIST, cast, at=now)[:2]:
            page = noor.get(f"{BERICHTEN}{message.ref}/").content.decode()
            assert ("Muller" in page) != ("Smit" in page)

    def test_asking_whether_it_is_not_for_her_is_reading(self, cast: Cast, now, noor: Client):
        (message,) = come_in(START, cast, at=now)
        noor.get(f"{BERICHTEN}{message.ref}/overdracht/")
        assert AccessEntry.objects.get(subject=message.ref).ground == "screening"

    def test_who_screens_elsewhere_hands_nothing_over_here(self, cast: Cast, now):
        (message,) = come_in(START, cast, at=now)
        hand_over([message], by=cast.noor, at=now)
        since = day(now)
        RoleGrant.grant(
            user=cast.fatima, role=Role.OFFICER, municipality=cast.elsewhere, since=since, by=TESTER, at=now
        )
        fatima = sign_in(cast.fatima)
        assert fatima.get(f"{BERICHTEN}{message.ref}/overdracht/").status_code == 403
        assert fatima.post(f"{BERICHTEN}{message.ref}/", {"family_name": "Muller"}).status_code == 200
        assert not Confirmation.objects.exists()

    def test_the_coordinator_reads_the_text_and_has_no_form(self, cast: Cast, now):
        (message,) = come_in(START, cast, at=now)
        hand_over([message], by=cast.noor, at=now)
        fatima = sign_in(cast.fatima)
        assert "Jayden Muller" in fatima.get(AFTERCARE).content.decode()
        page = fatima.get(f"{BERICHTEN}{message.ref}/").content.decode()
        assert "Hij vraagt naar zijn hond." in page
        assert "Dit klopt: verwerken" not in page
        assert AccessEntry.objects.get(subject=message.ref).ground == "aftercare"
