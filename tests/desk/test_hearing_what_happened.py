"""An officer who was away reads what others told of her people since then."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils.html import strip_tags

from regie.accounts.enums import Role
from regie.accounts.models import Absence, Cover, RoleGrant, User
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.partners.queries import acting
from regie.persons.rules import Identity
from regie.privacy.actions import journal
from regie.privacy.enums import AccessGround, Verb
from regie.privacy.models import AccessEntry
from regie.requests.actions import tell_answer
from regie.requests.enums import AnsweredBy, AnswerKind
from regie.requests.rules import AnswerAccount
from regie.trajectories.models import Assignment, Trajectory
from tests.cast import TESTER, Cast, sign_in
from tests.factories import links, people, requests
from tests.factories.partners import professional, seat

PAGE = "/gebeurd/"


@pytest.fixture
def now() -> datetime:
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def away(cast: Cast, trajectory, now) -> Cover:
    """Noor was away for a week, and is back today; Sem covered for her."""
    absence = Absence(cast.noor, cast.here, cast.sem, day(now), day(now) + timedelta(days=1))
    cover = Cover.arrange(absence, by=cast.noor.acting(now), at=now)
    Cover.objects.filter(pk=cover.pk).update(since=day(now) - timedelta(days=7))
    return cover


def read(client: Client, since: date | None = None) -> str:
    answer: Any = client.get(PAGE, {"sinds": f"{since:%d-%m-%Y}"} if since else {})
    assert answer.status_code == 200
    return " ".join(strip_tags(answer.content.decode()).split())


def told_by_sem(trajectory: Trajectory, cast: Cast, now: datetime, words: str = "Hij belde zelf.") -> None:
    people.meet(trajectory, by=cast.sem, at=now, words=words)


class TestItWorks:
    def test_what_the_substitute_wrote_stands_there_since_the_absence_began(
        self, cast: Cast, trajectory, now, away, noor: Client
    ):
        told_by_sem(trajectory, cast, now)
        people.situate(trajectory, by=cast.sem, at=now)
        page = read(noor)
        assert "Jayden Muller" in page
        assert "Hij belde zelf." in page
        assert "Contact vastgelegd" not in page
        assert "Toen begon uw afwezigheid." in page
        assert "Situatie" in page

    def test_what_a_partner_answered_himself_and_that_he_is_one(
        self, cast: Cast, trajectory, now, noor: Client
    ):
        els = professional(cast, at=now)
        asked = requests.ask(
            people.involve(trajectory, by=cast.noor, at=now, professional=els), by=cast.noor, at=now
        )
        said = AnswerAccount(day(now), AnswerKind.ACCEPTED, channel=AnsweredBy.DESK)
        tell_answer(request=asked, account=said, after=None, by=acting(seat(els, at=now), now), at=now)
        assert "Els Janssen (partner)" in read(noor, day(now))

    def test_who_holds_a_link_is_called_so(self, cast: Cast, trajectory, now, noor: Client):
        asked = requests.ask(people.involve(trajectory, by=cast.noor, at=now), by=cast.noor, at=now)
        made = links.link(asked, by=cast.noor, at=now)
        links.enter(made, at=now)
        links.answer(links.found(made, at=now), at=now)
        assert "Wie de link kreeg" in read(noor, day(now))

    def test_what_she_wrote_herself_is_no_news(self, cast: Cast, trajectory, now, noor: Client):
        people.meet(trajectory, by=cast.noor, at=now, words="Dat weet ik.")
        page = read(noor, day(now))
        assert "Dat weet ik." not in page
        assert "Niets nieuws" in page

    def test_nor_what_she_wrote_beside_what_another_did(
        self, cast: Cast, trajectory, now, away, noor: Client
    ):
        people.meet(trajectory, by=cast.noor, at=now, words="Dat weet ik.")
        told_by_sem(trajectory, cast, now)
        page = read(noor)
        assert "Hij belde zelf." in page
        assert "Dat weet ik." not in page

    def test_nor_what_went_by_itself(self, cast: Cast, trajectory, now, noor: Client):
        with transaction.atomic():
            subject = trajectory.person.ref
            journal(Verb.CONTACT_WITHDRAWN, chain="GM1883", subject=subject, by=TESTER, at=now)
        assert "Contact ingetrokken" not in read(noor, day(now))

    def test_what_was_told_before_a_day_is_not_told_since_then(self, cast: Cast, now, noor: Client):
        before = now - timedelta(days=9)
        trajectory = people.guide(cast, at=before)
        Assignment.objects.filter(trajectory=trajectory).update(officer=cast.sem)
        told_by_sem(trajectory, cast, before, "Dat was toen.")
        people.situate(trajectory, by=cast.sem, at=before)
        told_by_sem(trajectory, cast, now)
        Assignment.objects.filter(trajectory=trajectory).update(officer=cast.noor)
        page = read(noor, day(before))
        assert "Dat was toen." in page
        assert "Situatie" in page
        page = read(noor, day(now))
        assert "Hij belde zelf." in page
        assert "Dat was toen." not in page
        assert "Situatie" not in page

    def test_the_plan_is_compared_with_an_earlier_day_only(
        self, cast: Cast, trajectory, now, away, noor: Client
    ):
        told_by_sem(trajectory, cast, now)
        assert "Wat veranderde er in het plan?" in read(noor)
        assert "Wat veranderde er in het plan?" not in read(noor, day(now))

    def test_what_was_told_before_that_day_is_left_out(self, cast: Cast, trajectory, now, away, noor: Client):
        told_by_sem(trajectory, cast, now)
        assert "Hij belde zelf." in read(noor, day(now))
        tomorrow = day(now) + timedelta(days=1)
        assert "Deze dag is nog niet geweest." in read(noor, tomorrow)

    def test_the_same_kind_of_thing_stands_there_once(self, cast: Cast, trajectory, now, away, noor: Client):
        for _ in range(3):
            people.turn(trajectory, by=cast.sem, at=now)
        assert "(3 keer)" in read(noor)

    def test_of_many_contacts_five_and_the_way_to_the_others(
        self, cast: Cast, trajectory, now, away, noor: Client
    ):
        for turn in range(7):
            told_by_sem(trajectory, cast, now, f"Gesprek {turn}.")
        page = read(noor)
        assert "Nog 2 contacten" in page
        assert page.count("Gesprek") == 5

    def test_a_long_list_is_read_page_by_page(self, cast: Cast, now, noor: Client):
        for turn in range(21):
            people.guide(cast, at=now, by=cast.sem, who=Identity("Kai", f"Alders {turn:02}"))
        Assignment.objects.update(officer=cast.noor)
        shown: list[Any] = [noor.get(PAGE, {"pagina": number}).context["page"] for number in (1, 2)]
        assert [len(one.people) for one in shown] == [20, 1]
        assert AccessEntry.objects.count() == 21

    def test_who_has_the_newest_stands_first(self, cast: Cast, trajectory, now, noor: Client):
        other = people.guide(cast, at=now, who=Identity("Bo", "Caris"))
        for one, by in ((trajectory, cast.sem), (other, cast.sem)):
            Assignment.objects.filter(trajectory=one).update(officer=by)
            people.turn(one, by=by, at=now if one == trajectory else now + timedelta(seconds=5))
            Assignment.objects.filter(trajectory=one).update(officer=cast.noor)
        page = read(noor, day(now))
        assert page.index("Bo Caris") < page.index("Jayden Muller")

    def test_a_contact_that_was_withdrawn_does_not_stand_there(
        self, cast: Cast, trajectory, now, away, noor: Client
    ):
        moment = people.meet(trajectory, by=cast.sem, at=now, words="Hij belde zelf.")
        moment.withdraw(by=cast.sem.acting(now), at=now)
        page = read(noor)
        assert "Hij belde zelf." not in page
        assert "Contact ingetrokken" in page


class TestSinceWhen:
    def opened(self, by: User, trajectory: Trajectory, at: datetime) -> None:
        AccessEntry.objects.create(
            municipality_code="GM1883",
            subject=trajectory.person.ref,
            page="desk:person",
            ground=AccessGround.ASSIGNMENT,
            **Assignment.stamp(by=by.acting(at), at=at),
        )

    def usual(self, client: Client) -> str:
        """The day that stands in the box, and why."""
        page: Any = client.get(PAGE).context
        return f"{page['form']['sinds'].value()} {page['page'].lead}"

    def test_since_she_was_here_last_and_never_had_a_substitute(
        self, cast: Cast, trajectory, now, noor: Client
    ):
        before = now - timedelta(days=3)
        self.opened(cast.noor, trajectory, before)
        self.opened(cast.noor, trajectory, now)
        self.opened(cast.sem, trajectory, now - timedelta(days=1))
        assert f"{day(before):%d-%m-%Y}" in self.usual(noor)
        assert "Toen opende u voor het laatst een dossier" in self.usual(noor)
        assert "Toen opende u" not in read(noor, day(now))

    def test_her_substitute_was_not_away(self, away, sem: Client):
        assert "Dat is een week geleden." in self.usual(sem)

    @pytest.mark.parametrize(
        ("began", "ended", "asked"), [(-30, -13, True), (-30, -14, False), (0, 5, True), (1, 5, False)]
    )
    def test_an_absence_of_long_ago_or_that_is_still_to_come_is_not_asked_about(
        self, away, now, noor: Client, began: int, ended: int, asked: bool
    ):
        since, until = (day(now) + timedelta(days=days) for days in (began, ended))
        Cover.objects.filter(pk=away.pk).update(since=since, until=until, planned_until=until)
        reason = "Toen begon uw afwezigheid." if asked else "Dat is een week geleden."
        assert reason in self.usual(noor)

    def test_a_week_ago_for_who_was_never_here(self, trajectory, now, noor: Client):
        assert noor.get(PAGE).context["form"]["sinds"].value() == f"{day(now) - timedelta(days=7):%d-%m-%Y}"

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [("", "Vul een dag in."), ("31-2-2026", "Dit is geen datum."), ("x", "Dit is geen")],
    )
    def test_what_is_no_day_is_said_beside_it(self, trajectory, noor: Client, typed: str, sentence: str):
        answer = noor.get(PAGE, {"sinds": typed})
        assert sentence in answer.content.decode()
        assert answer.context["page"].people is None

    def test_long_before_there_was_anything_is_all_of_it(
        self, cast: Cast, trajectory, now, away, noor: Client
    ):
        told_by_sem(trajectory, cast, now)
        assert "Hij belde zelf." in read(noor, date(1950, 1, 1))


class TestWhoReadsIt:
    def test_who_left_her_caseload_stands_there_no_more(
        self, cast: Cast, trajectory, now, away, noor: Client
    ):
        told_by_sem(trajectory, cast, now)
        Assignment.objects.filter(trajectory=trajectory).update(officer=cast.sem)
        assert "Jayden" not in read(noor)

    @pytest.mark.parametrize("who", ["bas", "sem"])
    def test_nobody_reads_of_who_is_not_his(self, cast: Cast, trajectory, now, who: str):
        Assignment.objects.filter(trajectory=trajectory).update(officer=cast.sem)
        people.meet(trajectory, by=cast.sem, at=now, words="Hij belde zelf.")
        Assignment.objects.filter(trajectory=trajectory).update(officer=cast.noor)
        assert "Jayden" not in read(sign_in(getattr(cast, who)), day(now))

    def test_who_coordinates_too_reads_of_his_own_people_only(self, cast: Cast, trajectory, now, sem: Client):
        people.turn(trajectory, by=cast.noor, at=now)
        coordinator, since = Role.COORDINATOR, day(now)
        RoleGrant.grant(
            user=cast.sem, role=coordinator, municipality=cast.here, since=since, by=TESTER, at=now
        )
        assert "Jayden" not in read(sem, since)

    @pytest.mark.parametrize("who", ["wil", "ada", "fatima"])
    def test_who_guides_nobody_does_not_come_in(self, cast: Cast, who: str):
        user: User = getattr(cast, who)
        assert sign_in(user).get(PAGE).status_code == 403

    def test_of_whom_was_read_is_written_down_once_a_day(
        self, cast: Cast, trajectory, now, away, noor: Client
    ):
        told_by_sem(trajectory, cast, now)
        read(noor)
        read(noor)
        assert AccessEntry.objects.filter(page="desk:happened").count() == 1

    def test_the_way_there_stands_on_vandaag(self, trajectory, noor: Client, fatima: Client):
        assert f'href="{PAGE}"' in noor.get("/vandaag/").content.decode()
        assert f'href="{PAGE}"' not in fatima.get("/vandaag/").content.decode()
