"""A message that he is free, after who guides him told it already: the same day once, of two days one is chosen."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client

from regie.base.errors import NotValid
from regie.detention.models import Stay
from regie.detention.rules import free_since
from regie.intake.enums import FreeDay
from regie.intake.models import Confirmation
from regie.trajectories.actions import tell_still_inside
from regie.trajectories.models import Referral
from tests.cast import Cast
from tests.factories.detention import hold
from tests.factories.first_days import free
from tests.factories.messages import come_in
from tests.intake.test_confirming import JAYDEN, confirm, url

IN, TOLD, OTHER = date(2026, 11, 12), date(2026, 11, 16), date(2026, 11, 17)
DAY = timedelta(days=1)


@pytest.fixture
def ended(cast: Cast, trajectory, now) -> Stay:
    """He was in PI Sittard, and Noor told that he is free."""
    hold(trajectory.person, at=now, entered_on=IN)
    return free(trajectory, by=cast.noor, at=now, on=TOLD)


def stays(trajectory) -> list[Stay]:
    return list(Stay.objects.current().of(trajectory.person).order_by("happened_on", "pk"))


def since(trajectory) -> date | None:
    return free_since([stay.facts for stay in stays(trajectory)], on=date(2026, 11, 18))


class TestTheSameDay:
    def test_is_told_once(self, cast: Cast, trajectory, ended, message, now):
        confirm(message, cast.noor, at=now, known=trajectory.person, left_on=TOLD)
        assert stays(trajectory) == [ended]

    def test_with_the_facility_and_the_first_day_it_completes_what_only_the_tap_told(
        self, cast: Cast, trajectory, message, now
    ):
        free(trajectory, by=cast.noor, at=now, on=TOLD)
        told = {"detained_since": IN, "facility": "PI Sittard"}
        confirm(message, cast.noor, at=now, known=trajectory.person, told=told, left_on=TOLD)
        (stay,) = stays(trajectory)
        assert (stay.entered_on, stay.facility, stay.left_on) == (IN, "PI Sittard", TOLD)

    def test_does_not_let_him_out_who_is_back_since_that_day(
        self, cast: Cast, trajectory, ended, message, now
    ):
        hold(trajectory.person, at=now, entered_on=TOLD, facility="PI Vught")
        confirm(message, cast.noor, at=now, known=trajectory.person, left_on=TOLD)
        assert since(trajectory) is None
        assert len(stays(trajectory)) == 2

    def test_after_it_was_taken_back_it_is_told_anew(self, cast: Cast, trajectory, ended, message, now):
        tell_still_inside(trajectory=trajectory, by=cast.noor.acting(now), at=now)
        confirm(message, cast.noor, at=now, known=trajectory.person, left_on=TOLD)
        assert since(trajectory) == TOLD


class TestAnotherDay:
    def test_must_be_chosen(self, cast: Cast, trajectory, ended, message, now):
        with pytest.raises(
            NotValid, match=r"vrij is sinds 16-11-2026\. Het bericht zegt 17-11-2026"
        ) as refused:
            confirm(message, cast.noor, at=now, known=trajectory.person, left_on=OTHER)
        assert refused.value.field == "free_day"
        assert not Confirmation.objects.exists()
        assert since(trajectory) == TOLD

    def test_of_the_message_corrects_the_stay(self, cast: Cast, trajectory, ended, message, now):
        chosen = {"left_on": OTHER, "free_day": FreeDay.MESSAGE}
        confirm(message, cast.noor, at=now, known=trajectory.person, **chosen)
        (stay,) = stays(trajectory)
        assert (stay.left_on, stay.corrects_id) == (OTHER, ended.pk)

    def test_of_the_file_stays_and_what_the_message_said_is_kept(
        self, cast: Cast, trajectory, ended, message, now
    ):
        chosen = {"left_on": OTHER, "free_day": FreeDay.FILE, "told": {"told": "Zijn hond."}}
        confirm(message, cast.noor, at=now, known=trajectory.person, **chosen)
        assert stays(trajectory) == [ended]
        told = Referral.objects.current().get(ref=trajectory.referral.ref).told
        assert (
            "Zijn hond.\nVolgens dit bericht is hij vrij sinds 17-11-2026. Wij hielden 16-11-2026 aan."
            in told
        )

    def test_both_when_he_was_inside_again_between(self, cast: Cast, trajectory, ended, message, now):
        chosen = {"left_on": OTHER, "free_day": FreeDay.BOTH}
        confirm(message, cast.noor, at=now, known=trajectory.person, **chosen)
        assert [stay.left_on for stay in stays(trajectory)] == [TOLD, OTHER]
        assert since(trajectory) == OTHER

    def test_both_cannot_be_when_the_message_names_an_earlier_day(
        self, cast: Cast, trajectory, ended, message, now
    ):
        chosen = {"left_on": TOLD - DAY, "free_day": FreeDay.BOTH}
        with pytest.raises(NotValid, match="Kies welke dag klopt"):
            confirm(message, cast.noor, at=now, known=trajectory.person, **chosen)

    def test_before_he_came_in_cannot_be_and_stands_beside_its_day(
        self, cast: Cast, trajectory, ended, message, now
    ):
        chosen = {"left_on": IN - DAY, "free_day": FreeDay.MESSAGE}
        with pytest.raises(NotValid, match="niet vrijkomen voordat") as refused:
            confirm(message, cast.noor, at=now, known=trajectory.person, **chosen)
        assert refused.value.field == "left_on"

    def test_of_an_earlier_detention_ends_that_one(self, cast: Cast, trajectory, message, now):
        hold(trajectory.person, at=now, entered_on=IN)
        hold(trajectory.person, at=now, entered_on=OTHER, facility="PI Vught")
        confirm(message, cast.noor, at=now, known=trajectory.person, left_on=TOLD)
        assert [stay.left_on for stay in stays(trajectory)] == [TOLD, None]


class TestTheForm:
    def sent(self, cast: Cast, trajectory, **typed: str) -> dict[str, str]:
        who = {
            "given_names": JAYDEN.given_names,
            "family_name": JAYDEN.family_name,
            "birth_date": "17-4-2005",
            "bsn": JAYDEN.bsn,
            "same_person": str(trajectory.person.ref),
            "happened_on": "18-11-2026",
            "referred_by": "DJI",
            "municipality": str(cast.here.pk),
        }
        return who | typed

    def test_asks_which_day_only_when_they_differ_and_shows_both(
        self, cast: Cast, trajectory, ended, message, noor: Client
    ):
        assert "Welke dag klopt?" not in noor.get(url(message)).content.decode()
        shown = noor.post(url(message), self.sent(cast, trajectory, left_on="17-11-2026")).content.decode()
        assert "Kies welke dag klopt." in shown
        assert "16 november 2026: de dag die er al staat" in shown
        assert "17 november 2026: de dag uit het bericht" in shown
        assert "Allebei" in shown
        earlier = noor.post(url(message), self.sent(cast, trajectory, left_on="15-11-2026")).content.decode()
        assert "Allebei" not in earlier
        assert since(trajectory) == TOLD

    @pytest.mark.parametrize(
        ("left_on", "free_day", "holds"),
        [("17-11-2026", "message", OTHER), ("17-11-2026", "file", TOLD), ("16-11-2026", "", TOLD)],
    )
    def test_keeps_what_was_chosen(
        self, cast: Cast, trajectory, ended, message, noor: Client, left_on: str, free_day: str, holds: date
    ):
        sent = self.sent(cast, trajectory, left_on=left_on, free_day=free_day)
        shown = noor.post(url(message), sent, follow=True).content.decode()
        assert "Bericht verwerkt." in shown
        assert since(trajectory) == holds

    def test_a_choice_that_nobody_offered_is_no_accident(
        self, cast: Cast, trajectory, ended, message, noor: Client
    ):
        sent = self.sent(cast, trajectory, left_on="16-11-2026", free_day="shoes")
        assert "Bericht verwerkt." in noor.post(url(message), sent, follow=True).content.decode()


def test_two_messages_of_one_day_are_once(cast: Cast, trajectory, ended, message, now):
    for text in ("Naam: Jayden Muller", "Naam: J. Muller"):
        (later,) = come_in(text, cast, at=now)
        confirm(later, cast.noor, at=now, known=trajectory.person, left_on=TOLD)
    assert stays(trajectory) == [ended]
    assert replace(ended.account, left_on=None).entered_on == IN
