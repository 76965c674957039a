"""Noor prepares his first day on paper: what is known is proposed, what nobody knows is said."""

from datetime import timedelta

import pytest
from django.test import Client

from regie.accounts.actions import tell_work_phone
from regie.accounts.models import Absence, Cover, RoleGrant
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.desk.pages.draft_first_day import FIRST_DAY as FIRST_DAY_SHEET
from regie.desk.pages.drafts import About
from regie.detention.enums import Certainty
from regie.trajectories.enums import ArrangementState, Owner, SleepingPlace
from regie.ui.words import on_weekday
from tests.cast import Cast, sign_in
from tests.desk.writing import FIRST_DAY, address, inside, proposed, written
from tests.factories import first_days, people
from tests.factories.detention import release
from tests.sheets.reading import said, tags

TYPED = dict.fromkeys(("day", "fetched", "along", "sleeps", "appointments", "number", "stand_in"), "")


class TestHisFirstDay:
    def test_what_nobody_knows_yet_is_said_with_who_finds_out(self, noor: Client, trajectory):
        text = said(written(noor, trajectory, FIRST_DAY, day="", along=""))
        assert text.count("Dit weten we nog niet. Noor zoekt dit uit.") == 5
        assert "Wie kan ik bellen? Noor, mijn officier Telefoon:" in text
        assert "Is er gevaar? Bel 112." in text

    def test_what_he_has_with_him_as_it_was_arranged(self, cast: Cast, noor: Client, trajectory, now):
        people.arrange(trajectory, by=cast.noor, at=now, item="phone", state=ArrangementState.ARRANGED)
        people.arrange(trajectory, by=cast.noor, at=now, item="medicines", state=ArrangementState.NOT_NEEDED)
        along = proposed(noor, trajectory, FIRST_DAY)["along"].splitlines()
        assert "Mijn telefoon met beltegoed." in along
        assert "Mijn identiteitsbewijs: dit weten we nog niet. Noor zoekt dit uit." in along
        assert not [line for line in along if "dokter" in line]

    def test_of_what_nobody_knows_there_is_nothing_to_tick_off(self, cast: Cast, trajectory, now):
        typed = TYPED | {
            "fetched": "Mijn moeder.",
            "along": "Geld voor de eerste dagen.\nMijn telefoon: dit weten we nog niet. Noor zoekt dit uit.",
        }
        made = FIRST_DAY_SHEET.sheet(About(trajectory, cast.noor, cast.noor, day(now)), typed).content[
            "parts"
        ]
        shown = [[(one["picture"], one["tick"]) for one in part["actions"]] for part in made]
        nothing = [("question-mark", False)]
        along = [("backpack", True), *nothing]
        assert shown == [nothing, [("bus", False)], along, nothing, nothing]

    def test_a_box_is_drawn_only_before_what_he_can_tick_off(self, noor: Client, trajectory):
        told = {"day": "Maandag.", "appointments": "Dinsdag, 9.00 uur.", "along": "Mijn sleutels.\nMijn pas."}
        assert tags(written(noor, trajectory, FIRST_DAY, **told)).count("LI") == 3
        nothing = dict.fromkeys(("day", "appointments", "along"), "")
        assert "LI" not in tags(written(noor, trajectory, FIRST_DAY, **nothing))

    def test_what_was_noted_of_others_comes_on_no_paper_by_itself(
        self, cast: Cast, noor: Client, trajectory, now
    ):
        noted = "Neef Karim haalt hem op, heeft zelf een contactverbod."
        people.arrange(
            trajectory,
            by=cast.noor,
            at=now,
            item="picked_up",
            state=ArrangementState.ARRANGED,
            words=noted,
            owner=Owner.FAMILY,
        )
        form = noor.get(address(trajectory, FIRST_DAY)).context["form"]
        assert form["fetched"].help_text == f"Op de lijst staat: “{noted}”. Dit komt niet vanzelf op papier."
        assert form["sleeps"].help_text == ""
        assert form["appointments"].help_text == "Op elke regel: dag, tijd en plek. "
        text = said(written(noor, trajectory, FIRST_DAY))
        assert "Iemand haalt mij op bij de poort." in text
        assert "Karim" not in text

    def test_where_he_sleeps_tonight(self, cast: Cast, noor: Client, trajectory):
        now = this_moment()
        first_days.free(trajectory, by=cast.noor, at=now)
        first_days.sleep(trajectory, SleepingPlace.FAMILY, by=cast.noor, at=now)
        held = proposed(noor, trajectory, FIRST_DAY)
        assert held["day"] == f"Ik ben vrij sinds {on_weekday(day(now))}."
        assert held["sleeps"] == "Ik slaap bij familie."

    def test_that_there_is_a_bed_when_that_was_arranged(self, cast: Cast, noor: Client, trajectory, now):
        done = {"state": ArrangementState.ARRANGED, "by": cast.noor, "at": now}
        people.arrange(trajectory, item="first_night", **done)
        people.arrange(trajectory, item="first_appointment", words="Maandag bij Els.", **done)
        form = noor.get(address(trajectory, FIRST_DAY)).context["form"]
        assert form["sleeps"].value() == "Er is een bed voor mij."
        assert form["sleeps"].help_text == ""  # nothing was noted
        assert "“Maandag bij Els.”" in form["appointments"].help_text

    @pytest.mark.parametrize(
        ("place", "ago"), [(SleepingPlace.OUTSIDE, 0), (SleepingPlace.UNKNOWN, 0), (SleepingPlace.FAMILY, 1)]
    )
    def test_no_bed_is_promised_of_the_street_and_of_another_night(
        self, cast: Cast, noor: Client, trajectory, place: SleepingPlace, ago: int
    ):
        now = this_moment()
        first_days.free(trajectory, by=cast.noor, at=now, on=day(now) - timedelta(days=ago))
        night = day(now) - timedelta(days=ago)
        first_days.sleep(trajectory, place, by=cast.noor, at=now, night=night)
        assert proposed(noor, trajectory, FIRST_DAY)["sleeps"] == ""

    def test_what_is_still_to_be_arranged_is_not_promised(self, cast: Cast, noor: Client, trajectory, now):
        for item in ("picked_up", "first_night"):
            people.arrange(trajectory, by=cast.noor, at=now, item=item, state=ArrangementState.OPEN)
        held = proposed(noor, trajectory, FIRST_DAY)
        assert (held["fetched"], held["sleeps"]) == ("", "")

    def test_one_thing_on_a_line_and_a_number_to_call(self, noor: Client, trajectory):
        text = said(
            written(
                noor,
                trajectory,
                FIRST_DAY,
                appointments="Maandag, 9.30 uur: het loket.\n\n  Dinsdag: Noor.  ",
                number="06 12 34 56 78",
                stand_in="Sem, 06 1",
            )
        )
        assert "Hier moet ik zijn Maandag, 9.30 uur: het loket. Dinsdag: Noor." in text
        assert "Noor, mijn officier Bel 06 12 34 56 78 Is mijn officier er niet? Bel Sem, 06 1" in text

    def test_the_number_that_his_officer_told_is_proposed(self, cast: Cast, noor: Client, trajectory, now):
        tell_work_phone(cast.noor, phone="0612345678", by=cast.noor.acting(now), at=now)
        assert "Noor, mijn officier Bel 06 12 34 56 78" in said(written(noor, trajectory, FIRST_DAY))

    def test_of_no_stand_in_nothing_is_said(self, noor: Client, trajectory):
        assert "Is mijn officier er niet?" not in said(written(noor, trajectory, FIRST_DAY))

    def test_whoever_writes_it_down_for_her_it_names_his_officer(self, cast: Cast, trajectory):
        now = this_moment()
        absence = Absence(cast.noor, cast.here, cast.sem, day(now), day(now) + timedelta(days=7))
        Cover.arrange(absence, by=cast.noor.acting(now), at=now)
        text = said(written(sign_in(cast.sem), trajectory, FIRST_DAY))
        assert "Noor, mijn officier" in text
        assert "Noor zoekt dit uit." in text
        RoleGrant.objects.filter(user=cast.noor).update(until=day(now))
        text = said(written(sign_in(cast.sem), trajectory, FIRST_DAY))
        assert "Mijn officier zoekt dit uit." in text
        assert "Mijn officier, mijn officier" not in text

    def test_a_name_that_no_font_has_is_said(self, noor: Client, trajectory):
        assert "U+674E" in said(written(noor, trajectory, FIRST_DAY, fetched="李 haalt mij op."))


@pytest.mark.parametrize(
    ("certainty", "more"),
    [(Certainty.FIXED, ""), (Certainty.EXPECTED, "Die dag kan nog anders worden.")],
)
def test_the_day_he_comes_out_as_sure_as_it_is(cast: Cast, noor: Client, trajectory, now, certainty, more):
    monday = day(now) + timedelta(days=14 - day(now).weekday())
    inside(trajectory, cast, now, expected_on=monday, certainty=certainty)
    lines = proposed(noor, trajectory, FIRST_DAY)["day"].splitlines()
    assert lines == [f"Ik kom vrij op {on_weekday(monday)}.", *filter(None, [more])]


def test_he_can_walk_out_any_day(cast: Cast, noor: Client, trajectory, now):
    inside(trajectory, cast, now)
    assert proposed(noor, trajectory, FIRST_DAY)["day"] == ""
    release(trajectory.person, at=now, certainty=Certainty.ANY_DAY)
    assert proposed(noor, trajectory, FIRST_DAY)["day"] == "Ik kan elke dag vrijkomen."


def test_a_day_on_which_the_desks_are_closed(cast: Cast, noor: Client, trajectory, now):
    saturday = day(now) + timedelta(days=12 - day(now).weekday())
    inside(trajectory, cast, now, expected_on=saturday, certainty=Certainty.FIXED)
    assert "Veel loketten zijn dan dicht." in proposed(noor, trajectory, FIRST_DAY)["day"]


def test_a_day_that_was_is_not_said_to_come(cast: Cast, noor: Client, trajectory, now):
    yesterday = day(this_moment()) - timedelta(days=1)
    inside(trajectory, cast, now, expected_on=yesterday, certainty=Certainty.EXPECTED)
    assert proposed(noor, trajectory, FIRST_DAY)["day"] == ""
