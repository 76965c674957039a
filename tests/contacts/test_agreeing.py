"""An officer agrees when she meets somebody, moves it, and tells him by a message."""

import uuid
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.contacts.enums import AppointmentResult, ContactKind, MeetingWith, ToldHow
from regie.contacts.models import Appointment
from regie.contacts.queries import meetings_of
from regie.privacy.models import JournalEntry
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import endings, people
from tests.factories.appointments import account, agree, went

TODAY = date(2026, 11, 18)  # a Wednesday
DAY = timedelta(days=1)
FORWARD, BACK = date(2027, 3, 28), date(2027, 10, 31)  # the nights that the clock turns
AHEAD = day(this_moment()) + DAY  # a form is sent today
SENT = {
    "happened_on": f"{AHEAD:%d-%m-%Y}",
    "begins": "10.30",
    "ends": "",
    "kind": "meeting",
    "place": "Markt 1",
    "company": "him",
    "told_how": "not_yet",
}


def journalled(trajectory: Trajectory) -> list[tuple[str, list[str]]]:
    entries = JournalEntry.objects.filter(verb__startswith="appointment", subject=trajectory.person.ref)
    return [(one.verb, one.fields) for one in entries.order_by("pk")]


class TestItWorks:
    def test_it_stands_and_is_moved_with_the_same_name(self, cast: Cast, trajectory, now):
        first = agree(trajectory, by=cast.noor, at=now)
        later = replace(first.account, begins=time(14))
        moved = first.correct(account=later, by=cast.noor.acting(now), at=now)
        assert (moved.ref, moved.begins) == (first.ref, time(14))
        assert [one.appointment for one in meetings_of(trajectory)] == [moved]
        assert journalled(trajectory)[1:] == [("appointment.moved", ["begins"])]
        assert journalled(trajectory)[0][0] == "appointment.agreed"

    def test_what_is_told_better_is_not_moved(self, cast: Cast, trajectory, now):
        first = agree(trajectory, by=cast.noor, at=now)
        first.correct(account=replace(first.account, place="Rathausplein"), by=cast.noor.acting(now), at=now)
        assert journalled(trajectory)[1:] == [("appointment.corrected", ["place"])]

    def test_one_sending_makes_one(self, cast: Cast, trajectory, now):
        told = {"trajectory": trajectory, "account": account(TODAY + DAY), "submission": uuid.uuid4()}
        first, second = (Appointment.tell(**told, by=cast.noor.acting(now), at=now) for _ in range(2))
        assert first == second
        assert len(journalled(trajectory)) == 1

    def test_long_after_its_day_it_can_still_be_told_better(self, cast: Cast, trajectory, now):
        told, later = agree(trajectory, by=cast.noor, at=now), now + 30 * DAY
        account = replace(told.account, place="Rathausplein")
        assert told.correct(account=account, by=cast.noor.acting(later), at=later).place == "Rathausplein"

    def test_that_he_was_sent_it_is_written_down_once(self, cast: Cast, trajectory, now):
        first, by = agree(trajectory, by=cast.noor, at=now), cast.noor.acting(now)
        sent = first.tell_sent(by=by, at=now)
        assert sent.told_how == ToldHow.MESSAGE
        assert sent.tell_sent(by=by, at=now) == sent
        assert journalled(trajectory)[1:] == [("appointment.sent", ["told_how"])]

    def test_taken_back_it_stands_no_longer(self, cast: Cast, trajectory, now):
        agree(trajectory, by=cast.noor, at=now).withdraw(by=cast.noor.acting(now), at=now)
        assert meetings_of(trajectory) == []
        assert journalled(trajectory)[1:] == [("appointment.withdrawn", [])]

    def test_who_guides_him_next_inherits_it(self, cast: Cast, trajectory, now):
        told, tomorrow = agree(trajectory, by=cast.noor, at=now, on=TODAY + 3 * DAY), now + DAY
        trajectory.assign(
            officer=cast.sem,
            since=TODAY + DAY,
            seen=_assignment(trajectory),
            by=cast.fatima.acting(now),
            at=now,
        )
        moved = told.correct(
            account=replace(told.account, begins=time(9)), by=cast.sem.acting(tomorrow), at=tomorrow
        )
        assert moved.begins == time(9)
        with pytest.raises(NotAllowed):
            moved.withdraw(by=cast.noor.acting(tomorrow), at=tomorrow)


def _assignment(trajectory: Trajectory) -> int:
    return trajectory.guidance().assignments[0].pk


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_for_whoever_does_not_guide_him(self, cast: Cast, trajectory, now, who: str):
        told, other = agree(trajectory, by=cast.noor, at=now), getattr(cast, who)
        by = other.acting(now)
        with pytest.raises(NotAllowed):
            agree(trajectory, by=other, at=now)
        with pytest.raises(NotAllowed):
            told.correct(account=told.account, by=by, at=now)
        with pytest.raises(NotAllowed):
            told.tell_sent(by=by, at=now)
        with pytest.raises(NotAllowed):
            told.withdraw(by=by, at=now)
        assert Appointment.objects.visible_to(by).exists() == (who == "fatima")

    @pytest.mark.parametrize(
        ("told", "says", "field"),
        [
            ({"ends": time(10, 30)}, "begin en het einde zijn gelijk", "ends"),
            ({"ends": time(9)}, "einde ligt voor het begin", "ends"),
            ({"place": " "}, "waar het is", "place"),
            ({"kind": ContactKind.STREET, "place": ""}, "waar het is", "place"),
            ({"kind": ContactKind.PARTNER}, "hoe u elkaar ziet", "kind"),
            ({"company": MeetingWith.TOGETHER}, "met wie", "partner"),
            ({"company": MeetingWith.WITHOUT_HIM, "partner": " "}, "met wie", "partner"),
            ({"purpose": "a" * 201}, "onder 200 tekens", "purpose"),
            ({"on": TODAY - 8 * DAY}, "meer dan een week geleden", "happened_on"),
            ({"on": TODAY + 367 * DAY}, "meer dan een jaar vooruit", "happened_on"),
            (
                {"on": FORWARD, "begins": time(2, 30)},
                "2.30 uur bestaat dan niet. Na 1.59 uur is het 3.00",
                "begins",
            ),
            ({"on": BACK, "begins": time(2, 30)}, "2.30 uur komt twee keer", "later"),
        ],
    )
    def test_what_cannot_be(self, cast: Cast, trajectory, now, told: dict, says: str, field: str):
        with pytest.raises(NotValid, match=says) as refused:
            agree(trajectory, by=cast.noor, at=now, **told)
        assert refused.value.field == field
        assert not Appointment.objects.exists()

    def test_a_phone_call_needs_no_place(self, cast: Cast, trajectory, now):
        assert agree(trajectory, by=cast.noor, at=now, kind=ContactKind.PHONE, place="").place == ""

    def test_once_it_was_told_how_it_went(self, cast: Cast, trajectory, now):
        told = agree(trajectory, by=cast.noor, at=now, on=TODAY - DAY)
        went(told, AppointmentResult.NO_SHOW, by=cast.noor, at=now)
        by = cast.noor.acting(now)
        later = replace(told.account, happened_on=TODAY)
        for verb in (
            lambda: told.correct(account=later, by=by, at=now),
            lambda: told.withdraw(by=by, at=now),
        ):
            with pytest.raises(NotNow, match="al hoe het ging"):
                verb()
        with pytest.raises(NotNow, match="al hoe het ging"):
            told.tell_sent(by=by, at=now)

    def test_once_his_guidance_is_over(self, cast: Cast, trajectory, now):
        told = agree(trajectory, by=cast.noor, at=now)
        endings.agree(endings.close(trajectory, by=cast.noor, at=now), by=cast.fatima, at=now)
        by = cast.noor.acting(now)
        with pytest.raises(NotNow, match="afgerond"):
            agree(trajectory, by=cast.noor, at=now)
        with pytest.raises(NotNow, match="afgerond"):
            told.withdraw(by=by, at=now)

    @pytest.mark.parametrize(
        ("told", "constraint"),
        [
            ({"ends": time(10)}, "lasts"),
            ({"company": "bad", "partner": "Een"}, "words_we_know"),
            ({"told_how": "bad"}, "words_we_know"),
            ({"company": "together"}, "says_with_whom"),
        ],
    )
    def test_by_the_database(self, cast: Cast, trajectory, now, told: dict, constraint: str):
        stamp = Appointment.stamp(by=cast.noor.acting(now), at=now)
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            Appointment.objects.create(trajectory=trajectory, **vars(account(TODAY)) | told, **stamp)


class TestTheFormAsks:
    def send(self, noor: Client, trajectory: Trajectory, **told: str):
        address = reverse("desk:tell_appointment", args=[trajectory.person.ref])
        return noor.post(address, SENT | told)

    @pytest.mark.parametrize("typed", ["10.30", "10:30", "1030", "10u30", "10.30 uur"])
    def test_a_time_as_people_type_it(self, trajectory, noor: Client, typed: str, cast: Cast):
        assert self.send(noor, trajectory, begins=typed).status_code == 302
        assert Appointment.objects.get().begins == time(10, 30)

    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ("half elf", "‘half elf’ kan op twee tijden zijn: 10.30 of 22.30 uur"),
            ("24:00", "24.00 uur is 0.00 uur van de volgende dag"),
            ("25.00", "Dit is geen tijd"),
        ],
    )
    def test_a_time_that_is_none_keeps_what_was_typed(self, trajectory, noor: Client, typed: str, says: str):
        shown = self.send(noor, trajectory, begins=typed, place="Markt 12").content.decode()
        assert says in shown
        assert "Markt 12" in shown
        assert not Appointment.objects.exists()

    def test_which_of_two_only_in_the_night_that_the_clock_goes_back(self, trajectory, noor: Client):
        last = date(AHEAD.year + (AHEAD.month > 10), 10, 31)
        night = {"happened_on": f"{last - timedelta(days=last.isoweekday() % 7):%d-%m-%Y}", "begins": "2.30"}
        assert "komt twee keer" in self.send(noor, trajectory, **night).content.decode()
        assert self.send(noor, trajectory, **night, later="second").status_code == 302
        found = Appointment.objects.get()
        assert found.later is True
        assert found.starts_at.utcoffset() == timedelta(hours=1)

    def test_another_appointment_then_is_asked_and_not_refused(
        self, cast: Cast, trajectory, now, noor: Client
    ):
        agree(trajectory, by=cast.noor, at=this_moment(), on=AHEAD)
        shown = self.send(noor, trajectory)
        assert "U hebt dan een andere afspraak, 10.30 uur." in shown.content.decode()
        assert Appointment.objects.count() == 1
        asked = shown.context["form"]["asked"].value()
        assert self.send(noor, trajectory, sure="on").status_code == 200  # a tick that was never asked
        assert self.send(noor, trajectory, sure="on", asked=asked).status_code == 302
        assert Appointment.objects.count() == 2

    def test_a_tick_for_one_thing_is_none_for_another(self, cast: Cast, trajectory, now, noor: Client):
        agree(trajectory, by=cast.noor, at=this_moment(), on=AHEAD)
        agree(trajectory, by=cast.noor, at=this_moment(), on=AHEAD + DAY, begins=time(11))
        asked = self.send(noor, trajectory).context["form"]["asked"].value()
        moved = {"happened_on": f"{AHEAD + DAY:%d-%m-%Y}", "begins": "11.30"}
        shown = self.send(noor, trajectory, **moved, sure="on", asked=asked)
        assert "andere afspraak, 11.00 uur" in shown.content.decode()
        assert Appointment.objects.count() == 2

    def test_moving_it_asks_nothing_of_itself(self, cast: Cast, trajectory, now, noor: Client):
        told = agree(trajectory, by=cast.noor, at=this_moment(), on=AHEAD)
        address = reverse("desk:correct_appointment", args=[told.ref])
        assert noor.post(address, SENT | {"begins": "11.00", "seen": told.pk}).status_code == 302

    def test_whose_day_it_is_not_is_not_looked_in(self, cast: Cast, trajectory, now, noor: Client):
        other = people.guide(cast, at=now, by=cast.sem, who=people.JAYDEN.__class__("Omar", "El", None, ""))
        agree(other, by=cast.sem, at=this_moment(), on=AHEAD)
        assert self.send(noor, trajectory).status_code == 302
