"""The privacy officer judges on which ground somebody may be involved: without a name, and without opening a file."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.accounts.enums import Role
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.privacy.models import AccessEntry, JournalEntry
from regie.trajectories.models import GroundAnswer, Involvement
from regie.trajectories.queries import grounds_to_judge
from tests.cast import Cast, employ, sign_in
from tests.factories import endings, others, people
from tests.factories.others import PENDING, judge
from tests.factories.partners import organisation

TODAY, DAY = day(this_moment()), timedelta(days=1)
ASKED = "Mag de bank weten dat hij vastzit?"
YES = {"may": "yes", "ground": "debts", "words": "Alleen over zijn huur."}


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def ada(cast: Cast) -> Client:
    """Ada's client: the privacy officer."""
    return sign_in(cast.ada)


@pytest.fixture
def asked(cast: Cast, trajectory, now) -> Involvement:
    """Noor does not know on which ground the bank may be involved."""
    bank = organisation(cast, at=now)
    return people.involve(trajectory, by=cast.noor, at=now, organisation=bank, ground=PENDING, purpose=ASKED)


def waiting(who: Any, now) -> list:
    return [one.ref for one in grounds_to_judge(who.acting(now), on=day(now))]


def better(asked: Involvement, cast: Cast, now, **told: Any) -> Involvement:
    return asked.correct(account=replace(asked.account, **told), by=cast.noor.acting(now), at=now)


class TestItIsOnHisList:
    def test_what_is_asked_and_nothing_of_who_it_is(self, cast: Cast, asked, ada: Client):
        page = ada.get(reverse("office:judging")).content.decode()
        for says in (
            ASKED,
            "Kredietbank Limburg",
            "Schuldhulpverlener",
            "Financiën en schulden",
            "Noor",
            "Sittard",
        ):
            assert says in page
        form = ada.get(reverse("office:judge_ground", args=[asked.ref])).content.decode()
        assert ASKED in form
        person = asked.trajectory.person
        for html in (page, form):
            for secret in (person.given_names, person.family_name, "2005", "999990019", str(person.ref)):
                assert secret not in html
        assert not AccessEntry.objects.filter(recorded_by_id=str(cast.ada.pk)).exists()

    def test_it_is_his_home(self, asked, ada: Client):
        assert "Gronden" in ada.get("/", follow=True).content.decode()

    def test_nobody_else_has_such_a_list(self, cast: Cast, asked, now, noor, fatima, rosa):
        for client in (noor, fatima, rosa, sign_in(cast.wil)):
            assert client.get(reverse("office:judging")).status_code == 403
        elsewhere = employ("Else", Role.PRIVACY_OFFICER, cast.elsewhere, at=now)
        assert waiting(elsewhere, now) == []
        assert sign_in(elsewhere).get(reverse("office:judge_ground", args=[asked.ref])).status_code == 404

    def test_only_what_waits(self, cast: Cast, asked, trajectory, now):
        by: dict[str, Any] = {"by": cast.noor, "at": now}
        people.involve(trajectory, **by)  # on another ground
        people.involve(trajectory, **by, ground=PENDING, happened_on=TODAY - 9 * DAY, until=TODAY - DAY)
        people.involve(trajectory, **by, ground=PENDING).withdraw(by=cast.noor.acting(now), at=now)
        assert waiting(cast.ada, now) == [asked.ref]

    def test_nothing_of_whom_guidance_is_closed(self, cast: Cast, asked, now):
        closure = endings.close(asked.trajectory, by=cast.noor, at=now)
        endings.agree(closure, by=cast.fatima, at=now)
        assert waiting(cast.ada, now) == []
        with pytest.raises(NotNow):
            judge(asked, by=cast.ada, at=now)

    def test_his_name_may_not_stand_in_what_is_asked(self, cast: Cast, asked, trajectory, now):
        for told, field in (
            ({"purpose": "Mag Jayden mee?"}, "purpose"),
            ({"role": "helpt (muller)"}, "role"),
        ):
            with pytest.raises(NotValid, match="niet zijn naam") as refused:
                better(asked, cast, now, **told)
            assert refused.value.field == field
        assert people.involve(trajectory, by=cast.noor, at=now, purpose="Jayden wil rust.").pk


class TestHeAnswers:
    def test_that_it_may_on_a_ground_and_the_officer_reads_it(
        self, cast: Cast, asked, now, ada, noor: Client
    ):
        page = reverse("desk:involved", args=[asked.trajectory.person.ref])
        assert "oordeelt nog" in noor.get(page).content.decode()
        told = ada.post(reverse("office:judge_ground", args=[asked.ref]), YES, follow=True).content.decode()
        assert "Uw antwoord staat bij de officier." in told
        assert "Er wacht niets op u" in told
        shown = noor.get(page).content.decode()
        assert "oordeelt nog" not in shown
        assert "dit mag, op grond van Hulp bij schulden" in shown
        assert "Alleen over zijn huur." in shown
        assert Involvement.objects.current().get().ground == PENDING  # the officer corrects it himself

    def test_that_it_may_not_and_its_end_is_proposed(self, cast: Cast, asked, now, ada, noor: Client):
        no = {"may": "no", "ground": "", "words": "Geen wet zegt dit."}
        ada.post(reverse("office:judge_ground", args=[asked.ref]), no)
        page = noor.get(reverse("desk:involved", args=[asked.trajectory.person.ref])).content.decode()
        assert "De functionaris gegevensbescherming zegt dat dit niet mag." in page
        assert "Geen wet zegt dit." in page
        assert not Involvement.objects.current().get().is_over(TODAY)

    def test_once_when_it_is_sent_twice(self, asked, ada: Client):
        where = reverse("office:judge_ground", args=[asked.ref])
        sent = YES | {"submission": str(ada.get(where).context["form"]["submission"].value())}
        ada.post(where, sent)
        assert ada.post(where, sent).status_code == 404
        assert GroundAnswer.objects.count() == 1

    def test_other_words_are_another_question_and_who_leads_is_not(self, cast: Cast, asked, now):
        judge(asked, by=cast.ada, at=now)
        leads = better(asked, cast, now, lead=True)
        assert waiting(cast.ada, now) == []
        with pytest.raises(NotNow, match="intussen"):
            judge(leads, by=cast.ada, at=now)
        again = better(leads, cast, now, purpose="Mag de bank zijn huur weten?")
        assert waiting(cast.ada, now) == [asked.ref]
        with pytest.raises(NotNow, match="intussen"):
            judge(leads, by=cast.ada, at=now)
        judge(again, by=cast.ada, at=now)
        assert waiting(cast.ada, now) == []

    def test_not_words_that_were_told_better_since_nor_what_is_over(self, cast: Cast, asked, now):
        again = better(asked, cast, now, purpose="Mag de bank zijn huur weten?")
        with pytest.raises(NotNow, match="intussen"):
            judge(asked, by=cast.ada, at=now)
        ended = again.end(ended_on=TODAY, why="Klaar.", by=cast.noor.acting(now), at=now)
        with pytest.raises(NotNow, match="intussen"):
            judge(ended, by=cast.ada, at=now)

    @pytest.mark.parametrize("who", ["noor", "fatima", "wil", "rosa", "bas"])
    def test_and_nobody_else_does(self, cast: Cast, asked, now, who: str):
        with pytest.raises(NotAllowed):
            judge(asked, by=getattr(cast, who), at=now)
        assert not GroundAnswer.objects.exists()

    def test_not_what_he_asked_himself(self, cast: Cast, asked, now):
        asked.recorded_by_id = str(cast.ada.pk)
        with pytest.raises(NotAllowed, match="vroeg dit zelf"):
            judge(asked, by=cast.ada, at=now)

    def test_nothing_on_a_ground_that_is_there(self, cast: Cast, trajectory, now):
        with pytest.raises(NotNow, match="intussen"):
            judge(people.involve(trajectory, by=cast.noor, at=now), by=cast.ada, at=now)

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"may": True, "ground": ""}, "ground"),
            ({"may": True, "ground": PENDING}, "ground"),
            ({"may": True, "ground": "archive"}, "ground"),
            ({"may": False, "ground": "debts", "words": "Nee."}, "ground"),
            ({"may": False, "ground": "", "words": " "}, "words"),
            ({"words": "a" * 601}, "words"),
        ],
    )
    def test_what_cannot_be(self, cast: Cast, asked, now, told: dict, field: str):
        with pytest.raises(NotValid) as refused:
            judge(asked, by=cast.ada, at=now, **told)
        assert refused.value.field == field

    def test_what_cannot_be_is_said_beside_it_and_what_was_typed_stays(self, asked, ada: Client):
        sent = YES | {"ground": ""}
        page = ada.post(reverse("office:judge_ground", args=[asked.ref]), sent).content.decode()
        assert "Mag het? Kies dan de grond." in page
        assert "Alleen over zijn huur." in page

    @pytest.mark.parametrize(
        "wrong",
        [{"may": True, "ground": ""}, {"may": False, "ground": "debts"}, {"may": False, "ground": ""}],
    )
    def test_by_the_database(self, cast: Cast, asked, now, wrong: dict):
        stamp = GroundAnswer.stamp(by=cast.ada.acting(now), at=now)
        told = {"words": "", **wrong}
        with pytest.raises(IntegrityError), transaction.atomic():
            GroundAnswer.objects.create(involvement=asked, **told, **stamp)

    def test_it_is_in_the_journal_without_its_words(self, cast: Cast, asked, now):
        judge(asked, by=cast.ada, at=now, words="Alleen de huur.")
        last = JournalEntry.objects.order_by("pk").last()
        assert (last.verb, last.fields, last.recorded_by_label) == (
            "ground.judged",
            ["ground", "may", "words"],
            "Ada",
        )

    def test_he_edits_no_case(self, cast: Cast, asked, ada: Client):
        others.answer(asked, by=cast.noor, at=this_moment())
        for name in ("correct_involvement", "end_involvement", "withdraw_involvement", "tell_participation"):
            assert ada.get(reverse(f"desk:{name}", args=[asked.ref])).status_code == 403
        assert ada.get(reverse("desk:involved", args=[asked.trajectory.person.ref])).status_code == 403
