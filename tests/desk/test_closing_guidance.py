"""Closing his guidance on the screen: from the reasons to the open door, and where he stands then."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.desk.forms.agreement import AgreementForm
from regie.desk.forms.closing import ClosureAnswerForm
from regie.desk.forms.deciding import ExceptionAnswerForm, RedirectionForm
from regie.desk.forms.disclosure import CasemanagerForm, DisclosureForm
from regie.desk.forms.first_hours import CallForm
from regie.desk.forms.goal import GoalResultForm, StepMarkForm
from regie.desk.forms.network import NetworkMemberForm
from regie.desk.forms.out_of_sight import AttemptForm
from regie.desk.forms.readings import ReadingsForm
from regie.privacy.models import AccessEntry
from regie.trajectories.actions import (
    take_back_closure,
)
from regie.trajectories.models import Closure, Trajectory
from regie.ui.verb_form import VerbForm
from tests.cast import Cast
from tests.factories import endings, losses
from tests.factories.goals import end, goal

DAY, YEARS = timedelta(days=1), timedelta(days=731)


@pytest.fixture
def now() -> datetime:
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def today(now: datetime) -> date:
    return day(now)


@pytest.fixture
def long_ago(trajectory: Trajectory, today: date) -> Trajectory:
    """Jayden is guided for two years today."""
    Trajectory.objects.filter(pk=trajectory.pk).update(started_on=today - YEARS)
    trajectory.refresh_from_db()
    return trajectory


def sent(today: date, **told: str) -> dict[str, str]:
    """What is typed to close."""
    domains = ("housing", "practical_affairs", "care", "finances_and_debts", "work_and_income")
    results = {f"result_{code}": "partly" for code in domains}
    return results | {"happened_on": f"{today:%d-%m-%Y}", "words": "Hij kan verder.", "door": "yes"} | told


def behind(page: str, label: str) -> str:
    """What stands behind a label: whether it may stay empty."""
    return re.split(r"</label>|</legend>", page[page.index(f">{label}") + 1 + len(label) :])[0].strip()


class TestWhatMayStayEmpty:
    def test_nothing_is_called_optional_that_is_refused(self, cast: Cast, long_ago, noor: Client, today):
        his = long_ago.person.ref

        def asks(reason: str) -> str:
            return noor.get(reverse("desk:close", args=[his, reason])).content.decode()

        assert "nodig als u eerder afrondt, of als hij vastzit" in behind(asks("goals_reached"), "Waarom?")
        moved = asks("moved")
        assert behind(moved, "Waarom?") == ""
        told = moved[moved.index('id="id_words_helptext"') :]
        assert told.index("wie het daar overneemt") < told.index("textarea")
        assert "niet verplicht" in behind(moved, "Wie neemt wat over?")
        assert "niet verplicht" in behind(asks("died"), "Wat wilt u hierover bewaren?")
        Trajectory.objects.filter(pk=long_ago.pk).update(started_on=today - DAY)
        assert behind(asks("goals_reached"), "Waarom?") == ""

    @pytest.mark.parametrize(
        ("form", "field", "says"),
        [
            (GoalResultForm, "words", "stopt"),
            (GoalResultForm, "congratulation", "bereikte"),
            (GoalResultForm, "not_congratulated", "niet feliciteren"),
            (StepMarkForm, "words", "nog niet kan"),
            (NetworkMemberForm, "reason", "risico"),
            (NetworkMemberForm, "reason_source", "risico"),
            (AgreementForm, "retold_words", "vertelde"),
            (CasemanagerForm, "name", "niet op de kaart"),
            (DisclosureForm, "recipient", "geen organisatie"),
            (CallForm, "name", "Iemand anders"),
            (ReadingsForm, "who", "partner"),
            (RedirectionForm, "his_letter", "ervan weet"),
            (ExceptionAnswerForm, "words", "Nee"),
            (ClosureAnswerForm, "words", "Nog niet"),
            (AttemptForm, "words", "iets anders"),
        ],
    )
    def test_what_is_asked_in_some_answers_says_in_which(self, form: type[VerbForm], field: str, says: str):
        assert says in form.asked_when[field]
        assert not form.base_fields[field].required

    def test_of_a_call_one_sees_what_may_stay_empty(self):
        drawn = str(CallForm())
        for label in ("Wat werd er gezegd?", "Wanneer belt u weer?"):
            assert "(niet verplicht)" in behind(drawn, label)
        assert "(nodig bij" in behind(drawn, "Naam")


class TestThePageShowsIt:
    def test_from_asking_to_the_open_door(self, cast: Cast, trajectory, noor: Client, fatima: Client, today):
        his = [trajectory.person.ref]
        assert "Begeleiding afronden" in noor.get(reverse("desk:person", args=his)).content.decode()
        page = noor.get(reverse("desk:closing", args=his)).content.decode()
        assert "stilte is nooit een reden" in page
        assert "Hij wil zelf niet meer" in page
        way = reverse("desk:close", args=[*his, "goals_reached"])
        assert "tweede persoon" in noor.get(way).content.decode()
        page = noor.post(way, sent(today, takes_over="Schuld: de bank"), follow=True).content.decode()
        assert "Een tweede persoon moet het ermee eens zijn." in page
        assert "Gevraagd om eerder af te ronden" in page
        day = fatima.get(reverse("desk:today")).content.decode()
        assert "Afronding beoordelen" in day
        assert "Noor vraagt om eerder af te ronden." in day
        assert reverse("desk:answer_closure", args=[Closure.objects.get().ref]) in day
        assert "Afronding beoordelen" not in noor.get(reverse("desk:today")).content.decode()
        lists = fatima.get(reverse("desk:referrals")).content.decode()
        assert "Eerder afronden: Jayden Muller" in lists
        answer = reverse("desk:answer_closure", args=[Closure.objects.get().ref])
        page = fatima.get(answer).content.decode()
        assert "Deels bereikt" in page
        assert "Schuld: de bank" in page
        page = fatima.post(answer, {"agreed": "yes", "words": "Mooi."}, follow=True).content.decode()
        assert "Uw antwoord is opgeslagen." in page
        assert "Afronding beoordelen" not in fatima.get(reverse("desk:today")).content.decode()
        assert "Zijn doelen zijn bereikt. De deur staat open." in page
        assert "Contact vastleggen" not in noor.get(reverse("desk:person", args=his)).content.decode()
        assert "Mooi." in noor.get(reverse("desk:closing", args=his)).content.decode()

    def test_not_yet_reaches_who_asked_and_nothing_is_typed_twice(
        self, cast: Cast, trajectory, now, noor: Client
    ):
        his = [trajectory.person.ref]
        asked = endings.close(trajectory, "moved", by=cast.noor, at=now, takes_over="Werk: de gemeente Weert")
        endings.agree(asked, by=cast.fatima, at=now, agreed=False, words="Bel eerst met Weert.")
        page = noor.get(reverse("desk:person", args=his)).content.decode()
        assert "Nog niet, zegt Fatima op" in page
        assert "Bel eerst met Weert." in page
        assert "Begeleiding afronden" in page
        page = noor.get(reverse("desk:closing", args=his)).content.decode()
        assert "Bel eerst met Weert." in page
        assert "Kies deze reden" in page
        assert "Werk: de gemeente Weert" in page
        page = noor.get(reverse("desk:close", args=[*his, "moved"])).content.decode()
        assert "Werk: de gemeente Weert</textarea>" in page
        assert "Ik red het.</textarea>" in page
        assert 'value="reached"' in page
        assert page.count("checked") >= 6
        page = noor.get(reverse("desk:close", args=[*his, "died"])).content.decode()
        assert "Hij heeft werk" not in page
        assert Closure.objects.count() == 1
        endings.close(trajectory, "moved", by=cast.noor, at=now)
        page = noor.get(reverse("desk:person", args=his)).content.decode()
        assert "Bel eerst met Weert." not in page
        assert "Gevraagd om eerder af te ronden" in page

    def test_beside_each_domain_stand_his_goals_and_what_became_of_them(
        self, cast: Cast, trajectory, now, noor: Client
    ):
        told = {"by": cast.noor, "at": now}
        goal(trajectory, words="Ik heb een eigen kamer.", domain="housing", domain_title="Wonen", **told)
        end(
            goal(
                trajectory,
                words="Ik heb werk.",
                domain="work_and_income",
                domain_title="Werk en inkomen",
                **told,
            ),
            **told,
        )
        goal(trajectory, words="Ik leer zwemmen.", **told)
        url = reverse("desk:close", args=[trajectory.person.ref, "goals_reached"])
        form = noor.get(url).context["form"]
        asked = [name for name in form.fields if name.startswith("result_")]
        assert set(asked[:2]) == {"result_housing", "result_work_and_income"}
        assert form.fields["result_housing"].help_text == "Zijn doel: “Ik heb een eigen kamer.” Loopt nog."
        assert "Ik heb werk.” Bereikt op" in form.fields["result_work_and_income"].help_text
        assert "Ik leer zwemmen." in form.fields["stays"].help_text

    def test_what_he_wants_is_text_beside_its_domain_and_never_markup(
        self, cast: Cast, trajectory, now, noor: Client
    ):
        told = {"domain": "housing", "domain_title": "Wonen", "by": cast.noor, "at": now}
        goal(trajectory, words="<b>Een kamer</b>", **told)
        page = noor.get(reverse("desk:close", args=[trajectory.person.ref, "goals_reached"])).content.decode()
        assert "&lt;b&gt;Een kamer&lt;/b&gt;" in page
        assert "<b>Een kamer" not in page

    def test_of_who_died_it_is_kind_and_still(self, cast: Cast, trajectory, noor: Client, today):
        his = [trajectory.person.ref]
        way = reverse("desk:close", args=[*his, "died"])
        page = noor.get(way).content.decode()
        assert "Wat verdrietig." in page
        assert "result_housing" not in page
        page = noor.post(way, {"happened_on": f"{today:%d-%m-%Y}"}, follow=True).content.decode()
        assert "Overleden op" in page
        for word in ("deur staat open", "Heropenen", "gefeliciteerd", "Alle termijnen"):
            assert word not in page
        assert "Er loopt geen termijn" in noor.get(reverse("desk:terms", args=his)).content.decode()
        page = noor.post(reverse("desk:take_back_closure", args=his), follow=True).content.decode()
        assert "Ingetrokken. De begeleiding loopt." in page
        assert "Contact vastleggen" in page

    def test_where_it_is_gone_and_where_it_still_stands(self, cast: Cast, long_ago, now, noor, fatima):
        endings.close(long_ago, by=cast.noor, at=now)
        named = "Jayden"
        for who, address in ((noor, "today"), (fatima, "today"), (fatima, "allocation")):
            assert named not in who.get(reverse(f"desk:{address}")).content.decode()
        assert "person-card" not in noor.get(reverse("desk:people")).content.decode()
        page = noor.get(reverse("desk:people") + "?begeleiding=afgerond").content.decode()
        assert "Afgerond</span>" in page
        assert "Dag " not in page
        found = noor.post(reverse("desk:search"), {"text": "jayden muller"}, follow=True).content.decode()
        assert "Afgerond" in found
        page = noor.get(reverse("desk:person", args=[long_ago.person.ref])).content.decode()
        assert "Afgerond op" in page
        assert "Tot nu" not in page

    def test_as_it_was_known_on_a_day(self, cast: Cast, long_ago, now, noor: Client, today):
        endings.close(long_ago, by=cast.noor, at=now)
        take_back_closure(trajectory=long_ago, by=cast.fatima.acting(now), at=now)
        way = reverse("desk:as_known", args=[long_ago.person.ref])
        page = noor.get(way, {"op": f"{today:%d-%m-%Y}"}).content.decode()
        assert "Afgerond op" not in page

    def test_a_page_to_write_says_that_it_is_over(self, cast: Cast, long_ago, now, noor: Client):
        his = [long_ago.person.ref]
        endings.close(long_ago, by=cast.noor, at=now)
        for name in ("log_contact", "tell_turning_point", "tell_out_of_sight"):
            answer = noor.get(reverse(f"desk:{name}", args=his))
            assert answer.status_code == 409
            assert "is afgerond op" in answer.content.decode()
        handled = noor.get(reverse("desk:handle_term", args=[*his, "first_contact", "referral"]))
        assert handled.status_code == 409

    def test_it_warns_of_who_is_out_of_sight_and_is_in_the_access_log(
        self, cast: Cast, trajectory, now, noor: Client, fatima: Client
    ):
        losses.lose(trajectory, by=cast.noor, at=now)
        his = [trajectory.person.ref]
        assert "zoek hem eerst" in noor.get(reverse("desk:closing", args=his)).content.decode()
        asked = endings.close(trajectory, "moved", by=cast.noor, at=now)
        assert (
            "zoek hem eerst" in fatima.get(reverse("desk:answer_closure", args=[asked.ref])).content.decode()
        )
        pages = AccessEntry.objects.filter(subject=trajectory.person.ref).values_list("page", flat=True)
        assert {"desk:closing", "desk:answer_closure"} <= set(pages)

    def test_what_is_refused_stands_beside_its_field(self, trajectory, noor: Client, today):
        way = reverse("desk:close", args=[trajectory.person.ref, "own_wish"])
        typed = sent(today, words="", takes_over="Schulden", door="", happened_on="1-1-2090")
        page = noor.post(way, typed).content.decode()
        assert "Kies een antwoord." in page
        assert "Schrijf op waarom." in page
        typed |= {"words": "Hij zei dat het zo goed is.", "door": "no"}
        assert "nog niet geweest" in noor.post(way, typed).content.decode()
        page = noor.post(way, typed | {"happened_on": f"{today:%d-%m-%Y}"}).content.decode()
        assert "wat, een dubbele punt, en wie" in page
        gone = noor.get(reverse("desk:close", args=[trajectory.person.ref, "no_contact"]))
        assert gone.status_code == 404
        assert not Closure.objects.exists()
