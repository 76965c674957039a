"""Noor opens Vandaag: what must be done now, this week and soon, for whom and why; and says what she did."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.clocks.enums import HandlingKind
from regie.clocks.models import Handling
from regie.detention.enums import Regime, Title
from regie.persons.rules import Identity
from regie.privacy.models import AccessEntry
from regie.trajectories.models import Assignment, Trajectory
from regie.ui.words import written
from tests.cast import Cast, sign_in
from tests.factories import people
from tests.factories.detention import hear, hold, release, sentence
from tests.factories.terms import handle, term_of

URL = reverse("desk:today")
WEEK, ONE = timedelta(weeks=1), timedelta(days=1)


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def fatima(cast: Cast) -> Client:
    return sign_in(cast.fatima)


def read(client: Client, url: str = URL) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", client.get(url).content.decode()))


def way(trajectory: Trajectory, code: str, on: date) -> str:
    return reverse("desk:handle_term", args=[trajectory.person.ref, *term_of(trajectory, code, on=on).key])


def sent(on: date, **told: str) -> dict[str, str]:
    return {"kind": "done", "happened_on": f"{on:%d-%m-%Y}", "words": "", "until": ""} | told


class TestItWorks:
    def test_each_thing_with_its_day_its_reason_and_one_action(self, trajectory, now, noor: Client):
        hold(trajectory.person, at=now, entered_on=day(now))
        sentence(trajectory.person, at=now)
        hear(trajectory.person, at=now, happened_on=day(now) + ONE)
        page = read(noor)
        assert "1 ding is nu nodig" in page
        assert re.search(r"Nu \(1\) Zitting voorbereiden Jayden Muller .*Afhandelen", page)
        assert "Na een zitting kan hij dezelfde dag vrijkomen." in page
        assert "2 werkdagen voor de zitting. Wie: u." in page
        assert re.search(r"Deze week \(1\) Eerste contact met hem", page)
        assert "Detentie melden bij Toeslagen" in page

    def test_quiet_ones_and_those_of_another_stay_on_his_own_page(self, trajectory, now, noor: Client):
        hold(trajectory.person, at=now, entered_on=day(now) - 2 * WEEK)
        page = read(noor)
        assert "Zorgverzekering laten stilzetten" not in page
        assert "D&amp;R" not in page

    def test_that_end_leave_may_bring_it_forward(self, trajectory, now, noor: Client):
        hold(trajectory.person, at=now, entered_on=day(now) - WEEK, regime=Regime.ADULT)
        sentence(trajectory.person, at=now, months=6)
        release(trajectory.person, at=now, expected_on=day(now) + 5 * WEEK)
        assert f"Op zijn vroegst al nodig op {written(day(now) + 2 * WEEK)}." in read(noor)

    def test_who_can_walk_out_any_day_is_one_line(self, trajectory, now, noor: Client):
        hold(trajectory.person, at=now, entered_on=day(now) - WEEK)
        sentence(trajectory.person, at=now, title=Title.PRETRIAL)
        page = read(noor)
        assert "Kan elke dag vrijkomen: nog 4 te regelen" in page
        assert "Bijstand aanvragen voor na zijn vrijlating," not in page.split("Waarom")[0]

    def test_one_thing_less_as_soon_as_it_is_done_or_put_off(self, trajectory, now, noor: Client, cast: Cast):
        people.meet(trajectory, by=cast.noor, at=now)
        hold(trajectory.person, at=now, entered_on=day(now) - 5 * WEEK)
        sentence(trajectory.person, at=now)
        on = day(now)
        assert "2 dingen zijn nu nodig" in read(noor)
        noor.post(way(trajectory, "allowances_entry", on), sent(on))
        assert "1 ding is nu nodig" in read(noor)
        told = sent(on, kind="put_off", words="Zijn moeder belt maandag.", until=f"{on + WEEK:%d-%m-%Y}")
        noor.post(way(trajectory, "home", on), told)
        assert "Nu hoeft er niets" in read(noor)
        assert {one.kind for one in Handling.objects.all()} == {HandlingKind.DONE, HandlingKind.PUT_OFF}

    def test_what_was_said_by_mistake_is_taken_back(self, trajectory, now, noor: Client):
        url, on = way(trajectory, "first_contact", day(now)), day(now)
        assert "Toch niet" not in noor.get(url).content.decode()
        assert "geldige" in noor.post(url, sent(on, kind="open")).content.decode()
        noor.post(url, sent(on))
        said = noor.get(url).content.decode()
        assert "Toch niet: het staat nog open" in said
        assert f"Gedaan op {written(on)}." in said
        noor.post(url, sent(on, kind="open"))
        assert "Deze termijn staat weer open." in read(noor)
        assert "Eerste contact met hem" in read(noor)
        assert not Handling.objects.current().exists()

    @pytest.mark.parametrize(
        ("how", "heading"), [("persoon", "Jayden Muller (2)"), ("soort", "Eerste contact met hem (1)")]
    )
    def test_by_person_or_by_kind(self, trajectory, now, noor: Client, how: str, heading: str):
        hold(trajectory.person, at=now, entered_on=day(now) - 3 * WEEK - ONE)
        release(trajectory.person, at=now, expected_on=day(now) + 30 * WEEK)
        assert "Detentie melden bij Toeslagen" in read(noor)
        assert heading.split(" (")[0] + " (" in read(noor, f"{URL}?indeling={how}")


class TestNoAlarmFatigue:
    def test_twelve_people_with_nothing_wrong_are_fewer_than_ten_lines(self, cast: Cast, now, noor: Client):
        for number in range(12):
            guided = people.guide(
                cast, at=now, who=Identity(f"J{number}", "Muller", date(2005, 1, number + 1))
            )
            people.meet(guided, by=cast.noor, at=now)
            hold(guided.person, at=now, entered_on=day(now) - 20 * WEEK)
            sentence(guided.person, at=now, months=18)
            release(guided.person, at=now, expected_on=day(now) + 40 * WEEK)
            for code in ("allowances_entry", "home"):
                handle(guided, code, by=cast.noor, at=now)
        assert noor.get(URL).content.decode().count("terms__line") < 10


class TestWhoSeesWhat:
    def test_the_coordinator_all_officers_and_nobody(self, cast: Cast, trajectory, now, fatima: Client):
        hold(trajectory.person, at=now, entered_on=day(now))
        assert re.search(r"Jayden Muller · Noor", read(fatima))
        Assignment.objects.update(until=day(now))
        assert re.search(r"Jayden Muller · Nog niemand", read(fatima))

    @pytest.mark.parametrize("who", ["sem", "bas"])
    def test_a_colleague_elsewhere_or_beside_sees_nothing(self, cast: Cast, trajectory, now, who: str):
        hold(trajectory.person, at=now, entered_on=day(now))
        client = sign_in(getattr(cast, who))
        assert "Jayden" not in read(client)
        assert client.get(way(trajectory, "home", day(now))).status_code == 404

    @pytest.mark.parametrize("who", ["wil", "ada"])
    def test_who_guides_nobody_has_no_such_page(self, cast: Cast, who: str):
        assert sign_in(getattr(cast, who)).get(URL).status_code == 403

    def test_opening_a_term_is_opening_his_file(self, cast: Cast, trajectory, now, noor: Client):
        noor.get(way(trajectory, "first_contact", day(now)))
        assert AccessEntry.objects.filter(page="desk:handle_term", subject=trajectory.person.ref).exists()


class TestWhatWasDoneBefore:
    def test_all_of_it_stands_there_the_last_first(self, cast: Cast, trajectory, now, noor: Client):
        last, on = None, day(now)
        for number, words in enumerate(("Zijn zus belt.", "Hij belt zelf."), start=1):
            put_off = {"kind": HandlingKind.PUT_OFF, "until": on + timedelta(days=number), "words": words}
            last = handle(trajectory, "first_contact", by=cast.noor, at=now, seen=last, **put_off)
        text = noor.get(way(trajectory, "first_contact", on)).content.decode()
        order = [
            text.index(words) for words in ("Wat er al staat", "Hij belt zelf.", "Daarvoor", "Zijn zus belt.")
        ]
        assert order == sorted(order)
        assert text.count("door Noor") == 2
        taken_back = last.take_back(by=cast.noor.acting(now), at=now)
        assert taken_back.withdrawn
        assert "Hij belt zelf." not in noor.get(way(trajectory, "first_contact", on)).content.decode()


class TestWhatCannotBe:
    def test_is_said_beside_the_field_and_what_was_typed_stays(self, trajectory, now, noor: Client):
        hold(trajectory.person, at=now, entered_on=day(now))
        told = sent(day(now), kind="put_off", words="Zijn zus zoekt mee.", until="31-02-2027")
        page = noor.post(way(trajectory, "home", day(now)), told).content.decode()
        assert "Dit is geen datum" in page
        assert "Zijn zus zoekt mee." in page
        assert not Handling.objects.exists()

    def test_to_put_off_what_cannot_wait_is_not_offered_and_not_taken(self, trajectory, now, noor: Client):
        hear(trajectory.person, at=now, happened_on=day(now) + WEEK)
        url = way(trajectory, "hearing", day(now))
        assert "stel het uit" not in noor.get(url).content.decode()
        assert "stel het uit" in noor.get(way(trajectory, "first_contact", day(now))).content.decode()
        told = sent(day(now), kind="put_off", words="Later.", until=f"{day(now) + WEEK:%d-%m-%Y}")
        page = noor.post(url, told).content.decode()
        assert "Later." in page
        assert "Kijk dit nog even na" in page
        assert not Handling.objects.exists()

    def test_a_term_that_is_no_more_is_not_there(self, trajectory, now, noor: Client):
        url = reverse("desk:handle_term", args=[trajectory.person.ref, "home", "detention:none"])
        assert noor.get(url).status_code == 404

    def test_without_an_approach_it_says_so(self, trajectory, noor: Client):
        with connection.cursor() as cursor:
            cursor.execute("UPDATE approach_edition SET valid_from = '2999-01-01'")
        assert "De aanpak is nog niet geladen." in read(noor)

    def test_a_double_click_is_once(self, trajectory, now, noor: Client):
        url = way(trajectory, "first_contact", day(now))
        told = sent(day(now), submission="7d4f1f0e-0d4e-4c57-9a8e-0b5b1a2f3c4d")
        for _ in range(2):
            assert noor.post(url, told).status_code == 302
        assert Handling.objects.count() == 1
