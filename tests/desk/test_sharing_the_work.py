"""Fatima shares the work: she sees what there is to do, assigns people to officers, and plans how many."""

import re
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant, User
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.clocks.rules import Load, WorkFacts, load
from regie.persons.rules import Identity
from regie.privacy.models import JournalEntry
from regie.trajectories.models import Assignment, PlannedCaseload, Trajectory
from tests.cast import TESTER, Cast, employ
from tests.factories import people

URL = reverse("desk:allocation")
KEVIN = Identity("Kevin", "Smeets", date(2004, 5, 3))


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


def read(client: Client, url: str = URL) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", client.get(url).content.decode()))


def box(trajectory: Trajectory) -> str:
    standing = Assignment.objects.get(trajectory=trajectory, until__isnull=True)
    return f"{trajectory.person.ref}.{standing.pk}"


def send(client: Client, *boxes: str, officer: User, since: date):
    typed = {"people": boxes, "officer": officer.pk, "since": f"{since:%d-%m-%Y}"}
    return client.post(URL, typed, follow=True)


def text(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


class TestWhatThereIsToDo:
    def test_our_work_is_counted(self):
        work = [
            WorkFacts("Kennismaken", reached=False, overdue=False),
            WorkFacts("Kennismaken", reached=True, overdue=True),
            WorkFacts("Plan maken", reached=True, overdue=False),
        ]
        assert load(work) == Load({"Kennismaken": 2, "Plan maken": 1}, unreached=1, overdue=1)
        assert load([]).people == 0

    def test_contact_that_is_late_by_the_approach_is_counted(self, cast: Cast, fatima: Client, now):
        trajectory = people.guide(cast, at=now)
        people.meet(trajectory, by=cast.noor, at=now, happened_on=day(now) - timedelta(days=29))
        assert "Noor 1 Niet gepland Plan maken: 1 0 1" in read(fatima)

    def test_the_page_tells_what_waits_who_guides_and_what_is_behind(self, cast: Cast, fatima: Client, now):
        trajectory = people.guide(cast, at=now)
        people.refer(cast, at=now, who=KEVIN)
        text = read(fatima)
        assert "1 aanmelding wacht op een besluit" in text
        assert "Jayden Muller Noor Kennismaken · Nog niet geprobeerd" in text
        assert "Noor 1 Niet gepland Kennismaken: 1 1 0" in text
        assert "Sem 0 Niet gepland – 0 0" in text
        people.meet(trajectory, by=cast.noor, at=now)
        assert "Noor 1 Niet gepland Kennismaken: 1 0 0" in read(fatima)

    def test_whom_nobody_guides_stands_first(self, cast: Cast, fatima: Client, now):
        trajectory = people.guide(cast, at=now, who=Identity("Zeno", "Zwart", date(2004, 1, 1)), by=cast.sem)
        people.guide(cast, at=now)
        RoleGrant.objects.get(user=cast.sem).end(until=day(now), by=TESTER, at=now)
        text = read(fatima)
        assert text.index("Zeno Zwart Nog niemand") < text.index("Jayden Muller Noor")
        assert "Zeno" in read(fatima, f"{URL}?van=niemand")
        assert "Jayden" not in read(fatima, f"{URL}?van=niemand")
        assert "Zeno" not in read(fatima, f"{URL}?van={cast.noor.pk}")
        send(fatima, box(trajectory), officer=cast.noor, since=day(now))
        assert "Nog niemand" not in read(fatima)

    def test_who_takes_over_later_is_told(self, cast: Cast, fatima: Client, now):
        trajectory = people.guide(cast, at=now)
        send(fatima, box(trajectory), officer=cast.sem, since=day(now) + timedelta(days=3))
        assert re.search(r"Jayden Muller Noor, vanaf \d+ \w+ \d+ Sem", read(fatima))

    def test_nothing_of_another_municipality(self, cast: Cast, fatima: Client, now):
        people.guide(cast, at=now, by=cast.bas, where=cast.elsewhere, who=KEVIN)
        people.refer(cast, at=now, by=cast.bas, where=cast.elsewhere)
        text = read(fatima)
        assert "Kevin" not in text
        assert "Bas" not in text
        assert "besluit" not in text

    @pytest.mark.parametrize("who", ["noor", "bas", "wil", "ada"])
    def test_only_a_coordinator_comes_in(self, cast: Cast, who: str):
        from tests.cast import sign_in

        for url in (URL, reverse("desk:plan_caseload")):
            assert sign_in(getattr(cast, who)).get(url).status_code == 403


class TestAssigning:
    def test_two_people_go_to_sem_in_one_go(self, cast: Cast, fatima: Client, now):
        both = [people.guide(cast, at=now), people.guide(cast, at=now, who=KEVIN)]
        answer = send(fatima, *map(box, both), officer=cast.sem, since=day(now))
        assert "2 jongeren toegewezen aan Sem" in text(answer)
        assert [one.officer_on(day(now)) for one in both] == [cast.sem, cast.sem]

    def test_nobody_ticked_is_said_and_the_rest_is_kept(self, cast: Cast, fatima: Client, now):
        people.guide(cast, at=now)
        answer = send(fatima, officer=cast.sem, since=day(now))
        assert "Kies minstens één jongere." in text(answer)
        assert f'<option value="{cast.sem.pk}" selected>' in answer.content.decode()

    def test_a_day_that_cannot_be_is_said_and_the_tick_is_kept(self, cast: Cast, fatima: Client, now):
        trajectory = people.guide(cast, at=now)
        answer = send(fatima, box(trajectory), officer=cast.sem, since=day(now) - timedelta(days=1))
        assert "Kies vandaag of een dag later." in text(answer)
        assert f'value="{box(trajectory)}" aria-label="Kies Jayden Muller" checked' in answer.content.decode()

    def test_who_saw_an_older_page_reads_what_changed(self, cast: Cast, fatima: Client, now):
        lotte = employ("Lotte", Role.OFFICER, cast.here, at=now)
        trajectory = people.guide(cast, at=now)
        old = box(trajectory)
        send(fatima, old, officer=cast.sem, since=day(now))
        answer = send(fatima, old, officer=lotte, since=day(now))
        assert "Fatima heeft Jayden Muller intussen toegewezen aan Sem." in text(answer)
        assert "checked" in answer.content.decode()

    def test_somebody_elsewhere_is_not_reached(self, cast: Cast, fatima: Client, now):
        there = people.guide(cast, at=now, by=cast.bas, where=cast.elsewhere, who=KEVIN)
        answer = send(fatima, box(there), officer=cast.sem, since=day(now))
        assert "staat niet meer op uw lijst" in text(answer)
        assert there.officer_on(day(now)) == cast.bas

    @pytest.mark.parametrize("value", ["onzin", "onzin.1", "", "7f0c1e6e-0000-4000-8000-000000000000.x"])
    def test_nonsense_is_refused(self, cast: Cast, fatima: Client, now, value: str):
        people.guide(cast, at=now)
        assert "Kijk dit nog even na" in text(send(fatima, value, officer=cast.sem, since=day(now)))

    def test_an_officer_elsewhere_is_not_offered_and_not_accepted(self, cast: Cast, fatima: Client, now):
        trajectory = people.guide(cast, at=now)
        answer = send(fatima, box(trajectory), officer=cast.bas, since=day(now))
        assert "Deze collega is hier geen officier." in text(answer)


class TestPlanning:
    def plan(self, cast: Cast, now, number: int, *, by: User | None = None, seen: int | None = None, **who):
        who = {"officer": cast.noor, "municipality": cast.here} | who
        return PlannedCaseload.plan(
            number=number, seen=seen, by=(by or cast.fatima).acting(now), at=now, **who
        )

    def test_fatima_plans_and_plans_anew(self, cast: Cast, fatima: Client, now):
        url, post = reverse("desk:plan_caseload"), RoleGrant.objects.get(user=cast.noor)
        assert "Planning opgeslagen." in text(
            fatima.post(url, {"post": f"{post.pk}.0", "number": "15"}, follow=True)
        )
        assert "Noor 0 Gepland: 15" in read(fatima)
        first = PlannedCaseload.objects.get()
        assert f'<option value="{post.pk}.{first.pk}">' in fatima.get(url).content.decode()
        fatima.post(url, {"post": f"{post.pk}.{first.pk}", "number": "12"})
        assert "Noor 0 Gepland: 12" in read(fatima)
        assert [one.number for one in PlannedCaseload.objects.order_by("pk")] == [15, 12]

    def test_the_same_again_is_once_and_the_second_is_told(self, cast: Cast, now):
        first = self.plan(cast, now, 15)
        assert self.plan(cast, now, 15) == first
        with pytest.raises(NotNow, match="Fatima plande intussen 15 jongeren"):
            self.plan(cast, now, 12)
        assert self.plan(cast, now, 12, seen=first.pk).number == 12

    @pytest.mark.parametrize("who", ["noor", "bas", "wil", "ada"])
    def test_only_a_coordinator_plans(self, cast: Cast, now, who: str):
        with pytest.raises(NotAllowed):
            self.plan(cast, now, 15, by=getattr(cast, who))

    def test_only_for_an_officer_here_and_a_number_that_can_be(self, cast: Cast, now):
        with pytest.raises(NotValid, match="Bas is nu geen officier"):
            self.plan(cast, now, 15, officer=cast.bas)
        for number in (-1, 201):
            with pytest.raises(NotValid, match="0 tot en met 200"):
                self.plan(cast, now, number)

    @pytest.mark.parametrize("number", ["", "veel", "-3"])
    def test_what_is_no_number_is_said(self, cast: Cast, fatima: Client, number: str):
        post = RoleGrant.objects.get(user=cast.noor)
        typed = {"post": f"{post.pk}.0", "number": number}
        assert "Kijk dit nog even na" in text(fatima.post(reverse("desk:plan_caseload"), typed))
        assert not PlannedCaseload.objects.exists()

    def test_who_is_no_officer_here_is_not_planned_for(self, cast: Cast, fatima: Client):
        post = RoleGrant.objects.get(user=cast.bas)
        typed = {"post": f"{post.pk}.0", "number": "3"}
        assert "is hier geen officier" in text(fatima.post(reverse("desk:plan_caseload"), typed))

    def test_it_is_in_the_journal(self, cast: Cast, now):
        made = self.plan(cast, now, 15)
        entry = JournalEntry.objects.get(subject=made.ref)
        assert (entry.verb, entry.fields) == ("caseload.planned", ["number"])

    def test_the_database_knows_one_plan_at_a_time_that_ends_after_it_begins(self, cast: Cast, now):
        made = self.plan(cast, now, 15)
        made.pk, made.ref = None, "7f0c1e6e-0000-4000-8000-000000000000"
        with pytest.raises(IntegrityError), transaction.atomic():
            made.save(force_insert=True)
        with pytest.raises(IntegrityError), transaction.atomic():
            PlannedCaseload.objects.update(until=day(now) - timedelta(days=1))
