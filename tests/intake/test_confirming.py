"""What a message tells is confirmed field by field, and stands in the file."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.detention.enums import Arrival, Certainty, Title
from regie.detention.models import ReleaseDate, Sentence, Stay
from regie.detention.models.release_date import ReleaseAccount
from regie.detention.models.sentence import SentenceAccount
from regie.intake.actions import confirm_message
from regie.intake.models import Confirmation, Message
from regie.persons.models import Person
from regie.persons.rules import Identity
from regie.privacy.models import AccessEntry, JournalEntry
from regie.trajectories.models import Referral
from tests.cast import Cast, sign_in
from tests.factories import people
from tests.factories.messages import come_in, confirmed

JAYDEN = people.JAYDEN
SENTENCE = SentenceAccount(Title.PRISON, months=9)
RELEASE = ReleaseAccount(date(2027, 2, 1), certainty=Certainty.EXPECTED)


def confirm(message, by, *, at, who=JAYDEN, known=None, told=None, **more) -> Confirmation:
    account = confirmed(at, told=told, **more)
    return confirm_message(message=message, who=who, known=known, told=account, by=by.acting(at), at=at)


def url(message: Message) -> str:
    return f"/aanmeldingen/berichten/{message.ref}/"


class TestOfSomebodyNew:
    def test_it_is_a_referral_with_what_was_told(self, cast: Cast, message, now):
        told = {"detained_since": date(2026, 11, 12), "facility": "PI Sittard", "told": "Zijn hond."}
        confirm(message, cast.noor, at=now, told=told, sentence=SENTENCE, release=RELEASE)
        referral = Referral.objects.open().get()
        assert (referral.referred_by, referral.told, referral.day_one) == (
            "DJI",
            "Zijn hond.",
            date(2026, 11, 12),
        )
        assert Sentence.objects.get().words == "gevangenisstraf, 9 maanden"
        assert ReleaseDate.objects.get().source == "Bericht van DJI"

    def test_a_move_is_a_stay_and_begins_no_detention(self, cast: Cast, message, now):
        confirm(message, cast.noor, at=now, told={"facility": "PI Vught"}, moved_on=date(2026, 11, 14))
        assert Stay.objects.get().arrival == Arrival.MOVED
        assert Referral.objects.open().get().day_one is None

    def test_twice_by_the_same_officer_is_once(self, cast: Cast, message, now):
        first = confirm(message, cast.noor, at=now)
        assert confirm(message, cast.noor, at=now) == first
        assert Referral.objects.count() == 1
        assert JournalEntry.objects.filter(verb="message.confirmed").count() == 1

    def test_the_database_holds_it_to_once(self, cast: Cast, message, now):
        made = confirm(message, cast.noor, at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            stamp = Confirmation.stamp(by=cast.noor.acting(now), at=now)
            Confirmation.objects.create(message=message, person=made.person, **stamp)


class TestOfWhoWaitsForADecision:
    def test_it_completes_the_referral_and_makes_no_second(self, cast: Cast, message, now):
        known = people.refer(
            cast, at=now, who=Identity("Jayden", "Muller"), facility="", detained_since=None, told="Geen ID."
        ).person
        told = {"detained_since": date(2026, 11, 12), "facility": "PI Vught", "told": "Zijn hond."}
        confirm(message, cast.noor, at=now, known=known, told=told, sentence=SENTENCE)
        referral = Referral.objects.open().get()
        assert (referral.facility, referral.detained_since) == ("PI Vught", date(2026, 11, 12))
        assert referral.told == f"Geen ID.\n\nBericht van {day(now):%d-%m-%Y}: Zijn hond."
        assert referral.person.identity == JAYDEN
        assert Sentence.objects.count() == 1

    def test_what_is_known_of_him_stays_as_it_is(self, cast: Cast, message, now):
        known = people.refer(cast, at=now).person
        confirm(message, cast.noor, at=now, known=known, who=Identity("Jaydon", "Müller"))
        assert Person.objects.get().identity == JAYDEN


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["fatima", "wil", "ada", "bas"])
    def test_for_who_does_not_screen_here(self, cast: Cast, message, now, who: str):
        with pytest.raises(NotAllowed):
            confirm(message, getattr(cast, who), at=now)
        assert not Referral.objects.exists()

    def test_for_who_guides_somebody_in_another_municipality(self, cast: Cast, message, now):
        his = people.guide(cast, at=now, by=cast.bas, where=cast.elsewhere).person
        with pytest.raises(NotAllowed, match="Dit mag u niet doen in deze gemeente"):
            confirm(message, cast.bas, at=now, known=his)

    def test_of_somebody_of_another_municipality(self, cast: Cast, message, now):
        theirs = people.refer(cast, at=now, by=cast.bas, where=cast.elsewhere).person
        with pytest.raises(NotAllowed, match="andere gemeente"):
            confirm(message, cast.noor, at=now, known=theirs)
        assert not Confirmation.objects.exists()

    def test_of_who_is_guided_by_a_colleague(self, cast: Cast, trajectory, message, now):
        with pytest.raises(NotAllowed):
            confirm(message, cast.sem, at=now, known=trajectory.person, sentence=SENTENCE)
        assert not Sentence.objects.exists()
        assert not Confirmation.objects.exists()

    def test_when_a_colleague_was_first(self, cast: Cast, message, now):
        confirm(message, cast.sem, at=now)
        with pytest.raises(NotNow, match="Sem heeft dit bericht al verwerkt"):
            confirm(message, cast.noor, at=now)

    @pytest.mark.parametrize(
        ("more", "field"),
        [
            ({"moved_on": date(2026, 11, 1)}, "moved_on"),
            ({"left_on": date(2026, 11, 1)}, "left_on"),
            ({"release": ReleaseAccount(date(2026, 11, 1))}, "expected_on"),
            ({"moved_on": date(2030, 1, 1)}, "moved_on"),
            ({"sentence": SentenceAccount(Title.PRETRIAL), "release": RELEASE}, "expected_on"),
            ({"sentence": SentenceAccount(Title.PRETRIAL, months=3)}, "months"),
        ],
    )
    def test_what_cannot_be_stands_beside_its_field_and_writes_nothing(
        self, cast: Cast, message, now, more: dict, field: str
    ):
        told = {"detained_since": date(2026, 11, 12)}
        with pytest.raises(NotValid) as refused:
            confirm(message, cast.noor, at=now, told=told, **more)
        assert refused.value.field == field
        assert not Referral.objects.exists()
        assert not JournalEntry.objects.filter(verb="referral.registered").exists()

    def test_a_release_before_he_came_in_as_the_referral_told(self, cast: Cast, message, now):
        known = people.refer(cast, at=now).person
        with pytest.raises(NotValid) as refused:
            confirm(message, cast.noor, at=now, known=known, release=ReleaseAccount(date(2026, 11, 1)))
        assert refused.value.field == "expected_on"

    @pytest.mark.parametrize("guided", [True, False])
    def test_a_message_of_tomorrow(self, cast: Cast, message, now, guided: bool):
        known = people.guide(cast, at=now).person if guided else None
        with pytest.raises(NotValid) as refused:
            confirm(
                message, cast.noor, at=now, known=known, told={"happened_on": day(now) + timedelta(days=1)}
            )
        assert refused.value.field == "happened_on"

    def test_a_stay_that_cannot_be_names_the_day_it_was_asked_as(self, cast: Cast, trajectory, message, now):
        told = {"detained_since": day(now) + timedelta(days=1)}
        with pytest.raises(NotValid) as refused:
            confirm(message, cast.noor, at=now, known=trajectory.person, told=told)
        assert refused.value.field == "detained_since"


class TestItLeavesARecord:
    def test_a_journal_entry_and_who_read_it(self, cast: Cast, message, now, noor: Client):
        noor.get(url(message))
        assert AccessEntry.objects.get(subject=message.ref).ground == "screening"
        confirm(message, cast.noor, at=now)
        assert JournalEntry.objects.get(verb="message.confirmed").subject == message.ref


class TestThePageShowsIt:
    def sent(self, noor: Client, message: Message, **typed: str) -> dict[str, str]:
        """The form as it opens, with this typed over it."""
        form = noor.get(url(message)).context["form"]
        held = {name: form[name].value() for name in form.fields}
        return {name: str(value) for name, value in held.items() if value is not None} | typed

    def test_the_fields_hold_what_was_recognised_and_the_rest_is_kept(self, message, noor: Client):
        sent = self.sent(noor, message)
        assert (sent["given_names"], sent["family_name"]) == ("Jayden", "Muller")
        assert (sent["birth_date"], sent["detained_since"]) == ("17-04-2005", "12-11-2026")
        assert sent["facility"] == "PI Sittard"
        assert "Hij vraagt naar zijn hond." in sent["told"]

    def test_from_message_to_referral(self, message, noor: Client):
        page = noor.post(url(message), self.sent(noor, message), follow=True).content.decode()
        assert "Bericht verwerkt." in page
        assert "Zijn hond." in page or "zijn hond." in page

    def test_from_message_to_somebody_who_is_guided(self, trajectory, message, noor: Client):
        sent = self.sent(noor, message)
        assert "We kennen iemand die hierop lijkt." in noor.post(url(message), sent).content.decode()
        sent["same_person"] = str(trajectory.person.ref)
        page = noor.post(
            url(message), sent | {"title": "prison", "months": "9"}, follow=True
        ).content.decode()
        assert "Gevangenisstraf, 9 maanden" in page

    def test_of_who_a_colleague_guides_only_the_colleague_is_named(
        self, cast: Cast, message, now, noor: Client
    ):
        people.guide(cast, at=now, by=cast.sem)
        page = noor.post(url(message), self.sent(noor, message, bsn=JAYDEN.bsn)).content.decode()
        assert "Overleg met Sem." in page
        assert not Confirmation.objects.exists()

    def test_that_another_municipality_knows_him_is_told_nobody(self, cast: Cast, message, now, noor: Client):
        people.guide(cast, at=now, by=cast.bas, where=cast.elsewhere)
        page = noor.post(url(message), self.sent(noor, message, bsn=JAYDEN.bsn), follow=True).content.decode()
        assert "Bericht verwerkt." in page
        assert "Bas" not in page
        assert Person.objects.count() == 2

    def test_a_length_without_a_ground_is_asked_and_everything_stays(self, message, noor: Client):
        page = noor.post(
            url(message), self.sent(noor, message, months="9", told="Eigen woorden")
        ).content.decode()
        assert "Kies ook welke straf of maatregel dit is" in page
        assert "Eigen woorden" in page

    def test_who_comes_second_reads_who_was_first(self, cast: Cast, message, now, noor: Client):
        confirm(message, cast.sem, at=now)
        late = noor.get(url(message))
        assert late.status_code == 409
        assert "Sem heeft dit bericht verwerkt" in late.content.decode()
        assert "Jayden" not in late.content.decode()
        assert sign_in(cast.bas).get(url(message)).status_code == 404

    def test_a_line_that_could_not_be_read_is_filled_in_by_hand(self, cast: Cast, now, noor: Client):
        bad = come_in("Achternaam;Voornaam\nte;veel;hier\n", cast, at=now)[0]
        sent = self.sent(noor, bad, family_name="Veel")
        assert sent["told"] == "te;veel;hier"
        assert "Bericht verwerkt." in noor.post(url(bad), sent, follow=True).content.decode()
