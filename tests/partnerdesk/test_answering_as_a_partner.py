"""Gevraagd: what a partner is asked over all whom he helps, and what he answers himself in one tap."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.partners.models import Professional
from regie.partners.queries import acting
from regie.persons.rules import Identity
from regie.plans.models import StepMark
from regie.privacy.models import AccessEntry, JournalEntry
from regie.requests.actions import tell_answer
from regie.requests.enums import AnsweredBy, AnswerKind
from regie.requests.models import RequestAnswer
from regie.requests.queries import requests_of_partner
from regie.requests.rules import OTHER_DAY_TYPED, AnswerAccount
from tests.cast import Cast, sign_in
from tests.factories import goals, people, requests
from tests.factories.partners import organisation, professional, seat

ASKED, DAY = "/partner/gevraagd/", timedelta(days=1)


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def els(cast: Cast, now) -> Professional:
    return professional(cast, at=now, organisation=organisation(cast, at=now), email="els@bank.example")


@pytest.fixture
def user(els, now):
    return seat(els, at=now)


@pytest.fixture
def partner(user) -> Client:
    return sign_in(user)


@pytest.fixture
def involved(cast: Cast, trajectory, els, now):
    return people.involve(trajectory, by=cast.noor, at=now, professional=els)


@pytest.fixture
def asked(cast: Cast, involved, now):
    return requests.ask(involved, by=cast.noor, at=now)


def page_of(one) -> str:
    return reverse("partnerdesk:request", args=[one.ref])


def answered(account: AnswerAccount, asked, user, at, after: int | None = None):
    return tell_answer(request=asked, account=account, after=after, by=acting(user, at), at=at)


class TestWhatHeIsAsked:
    def test_over_all_whom_he_helps_what_is_open_first(self, cast: Cast, partner, involved, asked, els, now):
        requests.answer(asked, AnswerKind.DONE, by=cast.noor, at=now)
        tom = people.guide(cast, at=now, who=Identity("Tom", "Vos"))
        of_tom = people.involve(tom, by=cast.noor, at=now, professional=els)
        later = requests.ask(of_tom, by=cast.noor, at=now, words="Een budgetplan maken?")
        page = partner.get(ASKED)
        assert [row[0].text for row in page.context["page"].rows] == [later.words, asked.words]
        assert [row[3].text for row in page.context["page"].rows] == ["Nog geen antwoord", "Gedaan"]

    def test_a_day_that_passed_is_said(self, cast: Cast, partner, trajectory, els, now):
        since = day(now) - 9 * DAY
        told = people.involve(trajectory, by=cast.noor, at=now, professional=els, happened_on=since)
        requests.ask(told, by=cast.noor, at=now, happened_on=since, wanted_on=since + DAY)
        assert "Deze dag is voorbij." in partner.get(ASKED).content.decode()

    def test_nothing_yet(self, partner, involved):
        assert "Er is u nu niets gevraagd" in partner.get(ASKED).content.decode()
        assert not AccessEntry.objects.exists()

    def test_reading_is_written_down(self, partner, asked):
        partner.get(ASKED)
        partner.get(ASKED)
        partner.get(page_of(asked))
        entries = AccessEntry.objects.order_by("pk").values_list("page", "ground")
        assert list(entries) == [
            ("partnerdesk:asked", "involvement"),
            ("partnerdesk:request", "involvement"),
        ]

    def test_not_what_another_is_asked_nor_once_he_helps_no_more(
        self, cast: Cast, partner, trajectory, involved, asked, now
    ):
        loes = professional(cast, "Loes", at=now)
        other = requests.ask(
            people.involve(trajectory, by=cast.noor, at=now, professional=loes), by=cast.noor, at=now
        )
        for ref in (other.ref, uuid.uuid4()):
            assert partner.get(reverse("partnerdesk:request", args=[ref])).status_code == 404
        assert partner.get(page_of(asked)).status_code == 200
        involved.end(ended_on=day(now), why="Klaar.", by=cast.noor.acting(now), at=now)
        assert partner.get(page_of(asked)).status_code == 404
        assert asked.words not in partner.get(ASKED).content.decode()

    def test_what_was_withdrawn_is_not_asked(self, cast: Cast, partner, asked, now):
        asked.withdraw(by=cast.noor.acting(now), at=now)
        assert partner.get(page_of(asked)).status_code == 404

    @pytest.mark.parametrize("ends", ["withdrawn", "ended"])
    def test_who_answers_what_is_gone_is_told_and_keeps_what_he_typed(
        self, cast: Cast, partner, involved, asked, now, ends: str
    ):
        by = cast.noor.acting(now)
        if ends == "withdrawn":
            asked.withdraw(by=by, at=now)
        else:
            involved.end(ended_on=day(now), why="Klaar.", by=by, at=now)
        page = partner.post(page_of(asked), {"kind": "done", "words": "Alles <b>ligt</b> op volgorde."})
        text = page.content.decode()
        assert page.status_code == 404
        assert "Uw antwoord is niet vastgelegd" in text
        assert "Alles &lt;b&gt;ligt&lt;/b&gt; op volgorde." in text
        assert not RequestAnswer.objects.exists()
        addresses = page_of(asked), reverse("partnerdesk:request", args=[uuid.uuid4()])
        gone, guessed = (
            partner.get(one).content.decode().split("<main")[1].split("</main>")[0] for one in addresses
        )
        assert gone == guessed
        assert "Uw antwoord is niet vastgelegd" not in gone

    def test_the_step_and_what_the_officer_wrote_down_are_not_his(
        self, cast: Cast, partner, trajectory, involved, now
    ):
        goal = goals.goal(trajectory, by=cast.noor, at=now, **goals.HOME)
        step = goals.step(goal, by=cast.noor, at=now, words="Iets heel anders.")
        one = requests.ask(involved, by=cast.noor, at=now, step=step)
        requests.answer(one, by=cast.noor, at=now, words="Zei hij zuchtend.")
        text = partner.get(page_of(one)).content.decode()
        assert "De officier schreef dit op." in text
        assert "Iets heel anders." not in text
        assert "Zei hij zuchtend." not in text


class TestHeAnswers:
    @pytest.mark.parametrize(
        ("sent", "stands"),
        [
            ({"kind": "accepted"}, "U doet het"),
            ({"kind": "done", "words": "Alles ligt op volgorde."}, "Gedaan"),
            ({"kind": "declined", "words": "Geen tijd."}, "U doet het niet"),
        ],
    )
    def test_in_one_tap(self, partner, asked, user, sent, stands):
        page = partner.post(page_of(asked), sent, follow=True)
        assert page.redirect_chain == [(ASKED, 302)]
        assert [row[3].text for row in page.context["page"].rows] == [stands]
        answer = RequestAnswer.objects.get()
        assert (answer.channel, answer.words) == (AnsweredBy.DESK, sent.get("words", ""))
        assert (answer.recorded_by_kind, answer.recorded_by_id) == ("partner", str(user.pk))
        last = JournalEntry.objects.order_by("-number").first()
        assert last
        assert (last.verb, last.recorded_by_label) == ("request.answered", "Els Janssen")
        assert sent.get("words", "") in partner.get(page_of(asked)).content.decode()

    def test_another_day_by_name(self, partner, asked, now):
        other = day(now) + 20 * DAY
        partner.post(page_of(asked), {"kind": "other_day", "proposed_on": f"{other:%d-%m-%Y}"})
        assert RequestAnswer.objects.get().proposed_on == other

    @pytest.mark.parametrize("kind", ["accepted", "done", "declined"])
    def test_another_day_beside_another_answer_is_asked_about(self, partner, asked, now, kind: str):
        other = f"{day(now) + 20 * DAY:%d-%m-%Y}"
        page = partner.post(page_of(asked), {"kind": kind, "proposed_on": other, "words": "Vol."})
        assert page.context["form"].errors["proposed_on"] == [OTHER_DAY_TYPED]
        assert other in page.content.decode()
        assert not RequestAnswer.objects.exists()

    def test_why_not_and_which_day_are_asked_beside_the_field(self, partner, asked):
        for sent, field in (({"kind": "declined"}, "words"), ({"kind": "other_day"}, "proposed_on")):
            page = partner.post(page_of(asked), sent | {"words": ""})
            assert page.context["form"].errors[field]
        page = partner.post(page_of(asked), {"kind": "other_day", "words": "Pas later."})
        assert "Pas later." in page.content.decode()
        assert not RequestAnswer.objects.exists()

    def test_what_the_officer_typed_meanwhile_is_said(self, cast: Cast, partner, asked, now):
        requests.answer(asked, AnswerKind.DONE, by=cast.noor, at=now)
        page = partner.post(page_of(asked), {"kind": "accepted", "seen": ""})
        assert "Er is intussen al geantwoord" in page.content.decode()
        assert RequestAnswer.objects.count() == 1

    def test_sent_twice_is_once(self, partner, asked):
        sent = {"kind": "accepted", "submission": str(uuid.uuid4())}
        for _ in range(2):
            partner.post(page_of(asked), sent)
        assert RequestAnswer.objects.count() == 1

    def test_that_we_need_it_no_more_is_not_his_to_say(self, partner, asked, user, now):
        partner.post(page_of(asked), {"kind": "called_off"})
        with pytest.raises(NotAllowed):
            answered(
                AnswerAccount(day(now), AnswerKind.CALLED_OFF, channel=AnsweredBy.DESK), asked, user, now
            )
        assert not RequestAnswer.objects.exists()

    def test_his_plan_is_changed_by_who_guides_him(self, cast: Cast, partner, trajectory, involved, now):
        goal = goals.goal(trajectory, by=cast.noor, at=now, **goals.HOME)
        step = goals.step(goal, by=cast.noor, at=now)
        one = requests.ask(involved, by=cast.noor, at=now, step=step)
        partner.post(page_of(one), {"kind": "done"})
        assert RequestAnswer.objects.get().kind == AnswerKind.DONE
        assert not StepMark.objects.exists()


class TestTheRuleItself:
    """Whatever page there is: the verb holds him to it."""

    ACCOUNT = AnswerAccount(date.min, AnswerKind.ACCEPTED, channel=AnsweredBy.DESK)

    @pytest.fixture
    def account(self, now):
        return replace(self.ACCOUNT, happened_on=day(now))

    def test_only_of_an_involvement_that_is_open_to_him(self, cast: Cast, asked, involved, account, now):
        loes = seat(professional(cast, "Loes", at=now), at=now)
        with pytest.raises(NotAllowed):
            answered(account, asked, loes, now)

    def test_not_once_he_helps_no_more(self, cast: Cast, asked, involved, account, user, now):
        involved.end(ended_on=day(now), why="Klaar.", by=cast.noor.acting(now), at=now)
        with pytest.raises(NotAllowed):
            answered(account, asked, user, now)
        assert not requests_of_partner(acting(user, now))

    def test_it_comes_by_his_own_desk_and_today(self, cast: Cast, asked, account, user, now):
        for wrong in ({"channel": AnsweredBy.PHONE}, {"happened_on": day(now) - DAY}):
            with pytest.raises(NotValid):
                answered(replace(account, **wrong), asked, user, now)

    def test_an_officer_does_not_say_that_he_answered_himself(self, cast: Cast, asked, account, now):
        with pytest.raises(NotValid):
            tell_answer(request=asked, account=account, after=None, by=cast.noor.acting(now), at=now)

    def test_what_is_answered_for_good_stands(self, asked, account, user, now):
        done = answered(replace(account, kind=AnswerKind.DONE), asked, user, now)
        with pytest.raises(NotNow):
            answered(account, asked, user, now, after=done.pk)
