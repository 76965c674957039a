"""Eerste 72 uur on one screen: who was called, where he sleeps, what is open, and where help is."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from regie.accounts.enums import Role
from regie.accounts.models import Absence, Cover, RoleGrant
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.privacy.models import AccessEntry
from regie.trajectories.enums import Answered, Called, SleepingPlace
from regie.trajectories.models import Call, Night, Trajectory
from tests.cast import TESTER, Cast, sign_in
from tests.desk.first_hours import page, way
from tests.factories import people
from tests.factories.first_days import call, out_since_yesterday, sleep
from tests.factories.partners import organisation

DAY = timedelta(days=1)
CALLED = {"whom": "shelter", "answered": "yes", "words": "Er is een bed."}


@pytest.fixture
def now() -> datetime:
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def out(cast: Cast, now) -> Trajectory:
    """He came out yesterday, after a week of guidance."""
    return out_since_yesterday(by=cast, at=now)


class TestTheScreen:
    def test_says_what_is_not_known_loudest_and_what_there_is(self, cast: Cast, out, noor: Client):
        shown = page(noor, out)
        assert "We weten nog niet waar hij vannacht slaapt." in shown
        assert "Er is nog niemand gebeld." in shown
        assert "Er staat nog geen noodadres op de sociale kaart." in shown
        assert "Nog niet nagegaan" in shown
        assert shown.count("Vul in waar hij slaapt") == 4
        assert "Nog niet afgerond" not in shown
        assert AccessEntry.objects.filter(subject=out.person.ref).exists()

    def test_a_bed_silences_the_alert_and_unknown_does_not(self, cast: Cast, out, now, noor: Client):
        sleep(out, SleepingPlace.UNKNOWN, by=cast.noor, at=now)
        assert "We weten nog niet waar hij vannacht slaapt." in page(noor, out)
        sleep(out, SleepingPlace.FAMILY, by=cast.noor, at=now, words="Bij zijn tante")
        shown = page(noor, out)
        assert "We weten nog niet waar hij vannacht slaapt." not in shown
        assert "Bij familie" in shown
        assert "Bij zijn tante" in shown

    def test_shows_addresses_for_emergencies_with_a_number_to_tap(self, cast: Cast, out, now, noor: Client):
        organisation(cast, "Nachtopvang", at=now, phone="046 477 77 77", emergency="dag en nacht")
        organisation(cast, "Kredietbank", at=now, phone="046 477 77 78")
        closed = organisation(cast, "Opvang toen", at=now, phone="046 477 77 79", emergency="altijd")
        closed.end(by=cast.noor.acting(now), at=now)
        organisation(
            cast, "Opvang elders", at=now, by=cast.bas, where=cast.elsewhere, phone="112", emergency="altijd"
        )
        shown = page(noor, out)
        assert 'href="tel:+31464777777"' in shown
        assert "dag en nacht" in shown
        assert "Kredietbank" not in shown
        assert "Opvang toen" not in shown
        assert "Opvang elders" not in shown
        # Who works in two places sees those of where he lives.
        there = {"municipality": cast.elsewhere, "since": day(now)}
        RoleGrant.grant(user=cast.noor, role=Role.OFFICER, **there, by=TESTER, at=now)
        assert "Opvang elders" not in page(noor, out)

    def test_says_when_he_is_spoken_to_next(self, cast: Cast, out, now, noor: Client):
        assert "Er is nog niets afgesproken." in page(noor, out)
        call(out, by=cast.noor, at=now, again_on=day(now) + DAY)
        people.meet(out, by=cast.noor, at=now)
        shown = page(noor, out)
        assert "Afgesproken" in shown
        assert "Weer contact in zijn eerste dagen buiten" in shown

    def test_of_who_is_not_free_it_leads_to_the_tap(self, trajectory, noor: Client):
        shown = page(noor, trajectory)
        assert "Er staat niet dat hij vrij is." in shown
        assert way("tell_free", trajectory.person.ref) in shown

    def test_a_coordinator_reads_and_nothing_leads_to_changing_it(self, cast: Cast, out, now, fatima: Client):
        told = call(out, by=cast.noor, at=now), sleep(out, by=cast.noor, at=now)
        shown = page(fatima, out)
        assert "Er is een bed." in shown
        ways = [way("tell_first_days_done", out.person.ref), way("still_inside", out.person.ref)]
        ways += [way("correct_call", told[0].ref), way("correct_night", told[1].ref)]
        assert not any(one in shown for one in ways)
        assert "Telefoontje vastleggen" not in shown
        assert fatima.post(way("first_hours", out.person.ref), CALLED).status_code == 403
        assert Call.objects.count() == 1

    def test_for_others_it_is_not_there(self, cast: Cast, out, now):
        told = call(out, by=cast.noor, at=now)
        for client in (sign_in(cast.sem), sign_in(cast.bas)):
            for name in ("first_hours", "tell_night", "tell_first_days_done"):
                assert client.get(way(name, out.person.ref)).status_code == 404
            assert client.get(way("correct_call", told.ref)).status_code == 404


class TestACall:
    def test_from_the_form_on_the_screen_to_the_screen(self, out, noor: Client):
        shown = noor.post(way("first_hours", out.person.ref), CALLED, follow=True).content.decode()
        assert "Telefoontje vastgelegd." in shown
        assert "Sprak u hem?" not in shown
        assert "Gebeld vandaag om " in shown
        assert "Er is een bed." in shown

    def test_not_reached_is_never_his_failure(self, out, noor: Client):
        sent = CALLED | {"whom": "himself", "answered": "no", "words": ""}
        shown = noor.post(way("first_hours", out.person.ref), sent, follow=True).content.decode()
        assert "Hijzelf: nog niet bereikt" in shown
        assert "Leg dat ook vast als contact." in shown

    @pytest.mark.parametrize(
        ("wrong", "says"),
        [
            ({"whom": ""}, "Kies een antwoord."),
            ({"whom": "shoes"}, "shoes"),
            ({"answered": ""}, "Kies een antwoord."),
            ({"whom": "other", "name": " "}, "Vul in wie u belde."),
            ({"again_on": "1-1-2020"}, "Deze dag is al geweest."),
            ({"again_on": "1-1-2090"}, "Klopt het jaar?"),
            ({"again_on": "ooit"}, "Dit is geen datum."),
            ({"words": "a" * 301}, "300"),
            ({"whom": "", "answered": "", "words": ""}, "Kies een antwoord."),
        ],
    )
    def test_what_cannot_be_is_said_and_what_was_typed_stays(
        self, out, noor: Client, wrong: dict[str, str], says: str
    ):
        sent = CALLED | wrong
        shown = noor.post(way("first_hours", out.person.ref), sent).content.decode()
        assert says in shown
        assert sent["words"] in shown
        assert not Call.objects.exists()

    def test_told_better_and_taken_back(self, cast: Cast, out, now, noor: Client):
        told = call(out, by=cast.noor, at=now, name="Bea", again_on=day(now))
        form = noor.get(way("correct_call", told.ref)).content.decode()
        assert "Bea" in form
        sent = CALLED | {"words": "Er is geen bed.", "seen": told.pk}
        shown = noor.post(way("correct_call", told.ref), sent, follow=True).content.decode()
        assert "Er is geen bed." in shown
        assert "Er is een bed." not in shown
        stale = noor.post(way("correct_call", told.ref), sent).content.decode()
        assert "Iemand anders heeft dit intussen al verbeterd." in stale
        assert "Er is geen bed." in noor.get(way("withdraw_call", told.ref)).content.decode()
        shown = noor.post(way("withdraw_call", told.ref), follow=True).content.decode()
        assert "Er is nog niemand gebeld." in shown

    @pytest.mark.parametrize(
        ("answered", "says"),
        [(Answered.UNKNOWN, "of iemand opnam, is niet bekend"), (Answered.YES, "Tante Bea")],
    )
    def test_somebody_else_by_name(self, cast: Cast, out, now, noor: Client, answered: Answered, says: str):
        call(out, by=cast.noor, at=now, whom=Called.OTHER, name="Tante Bea", answered=answered)
        assert says in page(noor, out)

    def test_under_cover_it_says_for_whom(self, cast: Cast, out, now, noor: Client):
        Cover.arrange(
            Absence(cast.noor, cast.here, cast.sem, day(now), day(now) + DAY),
            by=cast.noor.acting(now),
            at=now,
        )
        shown = sign_in(cast.sem).post(way("first_hours", out.person.ref), CALLED, follow=True)
        assert "Telefoontje vastgelegd." in shown.content.decode()
        assert "Sem, als vervanger van Noor" in page(noor, out)


class TestANight:
    def test_the_screen_leads_to_each_night(self, out, now, noor: Client):
        tomorrow = (day(now) + DAY).isoformat()
        url = f"{way('tell_night', out.person.ref)}?nacht={tomorrow}"
        assert url in page(noor, out)
        asked = noor.get(url).content.decode()
        assert f'value="{tomorrow}"' in asked
        sent = {"happened_on": tomorrow, "place": "family", "words": "Bij zijn tante"}
        shown = noor.post(way("tell_night", out.person.ref), sent, follow=True).content.decode()
        assert "Slaapplek vastgelegd." in shown
        assert Night.objects.get().happened_on == day(now) + DAY

    @pytest.mark.parametrize(
        ("days", "place", "says"),
        [(9, "family", "Kies een van deze nachten."), (0, "", "Kies een antwoord.")],
    )
    def test_what_cannot_be_is_said(self, out, now, noor: Client, days: int, place: str, says: str):
        sent = {"happened_on": (day(now) + days * DAY).isoformat(), "place": place, "words": "Bij zijn tante"}
        shown = noor.post(way("tell_night", out.person.ref), sent).content.decode()
        assert says in shown
        assert "Bij zijn tante" in shown
        assert not Night.objects.exists()

    def test_told_better_and_taken_back(self, cast: Cast, out, now, noor: Client):
        told = sleep(out, by=cast.noor, at=now)
        sent = {"happened_on": day(now).isoformat(), "place": "hotel", "seen": told.pk}
        assert (
            "Hotel of pension"
            in noor.post(way("correct_night", told.ref), sent, follow=True).content.decode()
        )
        shown = noor.post(way("withdraw_night", told.ref), follow=True).content.decode()
        assert shown.count("Vul in waar hij slaapt") == 4

    def test_of_who_is_not_free_there_is_none(self, trajectory, noor: Client):
        to = way("tell_night", trajectory.person.ref)
        assert noor.get(to).headers["Location"] == way("first_hours", trajectory.person.ref)


class TestVandaag:
    def test_begins_with_who_came_out(self, cast: Cast, out, now, noor: Client):
        shown = noor.get(way("today")).content.decode()
        assert "Eerste 72 uur" in shown
        assert "Slaapplek vannacht nog niet bekend" in shown
        assert "Nog niemand gebeld" in shown
        assert way("first_hours", out.person.ref) in shown
        sleep(out, by=cast.noor, at=now)
        call(out, by=cast.noor, at=now)
        shown = noor.get(way("today")).content.decode()
        assert "Vannacht: in de opvang" in shown
        assert "1 keer gebeld" in shown

    def test_of_nobody_it_says_nothing(self, trajectory, noor: Client):
        assert "Eerste 72 uur" not in noor.get(way("today")).content.decode()
