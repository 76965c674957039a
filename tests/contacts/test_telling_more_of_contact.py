"""An officer tells more of contact: how long, what he said, what she makes of it, about which step, with which partner."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.base.errors import NotNow, NotValid
from regie.clocks.queries import standings
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment
from regie.contacts.queries import (
    by_last_contact,
    contact_spans,
    first_visits,
    out_of_sight,
    without_contact_since,
)
from regie.contacts.rules import LONGEST_WORDS, MOST_MINUTES
from regie.persons.rules import Identity
from regie.privacy.models import JournalEntry
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import goals, losses, partners, people

SENT = {"outcome": "made", "kind": "phone", "happened_on": "17-11-2026", "words": "Hij belde terug."}
PARTNER: dict[str, Any] = {"kind": ContactKind.PARTNER, "party": "Els Janssen, casemanager"}


@pytest.fixture
def url(trajectory) -> str:
    return reverse("desk:log_contact", args=[trajectory.person.ref])


@pytest.fixture
def step(cast: Cast, trajectory, now):
    goal = goals.goal(trajectory, "De verhuurder bellen.", by=cast.noor, at=now, **goals.HOME)
    return goals.Step.objects.current().get(goal=goal)


class TestItWorks:
    def test_all_of_it_stands_apart_on_his_page(self, cast: Cast, now, noor: Client, url, step):
        more = {
            "minutes": "45",
            "his_words": "Ik wil rust.",
            "judgement": "Hij is bang.",
            "step": str(step.ref),
        }
        page = noor.post(url, SENT | more, follow=True).content.decode()
        for told in (
            "45 minuten",
            "Ik wil rust.",
            "Hij is bang.",
            "De verhuurder bellen.",
            "Professioneel oordeel",
        ):
            assert told in page
        told = ContactMoment.objects.current().get()
        assert (told.minutes, told.his_words, told.judgement, told.step) == (
            45,
            "Ik wil rust.",
            "Hij is bang.",
            step,
        )

    def test_what_is_not_told_is_not_known(self, noor: Client, url):
        page = noor.post(url, SENT, follow=True).content.decode()
        assert ContactMoment.objects.current().get().minutes is None
        assert "Hoe lang" not in page

    def test_only_how_is_asked(self, noor: Client, url, now):
        noor.post(url, {"kind": "message", "outcome": "made", "happened_on": f"{day(now):%d-%m-%Y}"})
        assert ContactMoment.objects.current().get().words == ""

    def test_with_a_partner_from_the_map_or_by_name(self, cast: Cast, now, noor: Client, url):
        bank = partners.organisation(cast, at=now)
        sent = SENT | {"kind": "partner", "organisation": str(bank.ref), "party": "Ria Smeets"}
        assert "Ria Smeets, Kredietbank Limburg" in noor.post(url, sent, follow=True).content.decode()

    def test_the_journal_names_the_fields_and_no_words(self, noor: Client, url):
        noor.post(url, SENT | {"his_words": "Ik wil rust.", "minutes": "5"})
        entry = JournalEntry.objects.get(verb="contact.logged")
        assert entry.fields == sorted(["happened_on", "kind", "outcome", "words", "his_words", "minutes"])

    def test_what_was_told_is_found_in_the_fold_to_tell_it_better(
        self, cast: Cast, trajectory, now, noor, step
    ):
        moment = people.meet(
            trajectory, by=cast.noor, at=now, his_words="Ik wil rust.", step=step, minutes=30
        )
        url = reverse("desk:correct_contact", args=[moment.ref])
        page = noor.get(url)
        assert '<details class="more" open>' in page.content.decode()
        form = page.context["form"]
        typed = {name: form[name].value() or "" for name in form.fields if name != "submission"}
        noor.post(url, typed | {"words": "Anders."})
        better = ContactMoment.objects.current().get()
        assert (better.words, better.his_words, better.step, better.minutes) == (
            "Anders.",
            "Ik wil rust.",
            step,
            30,
        )
        assert JournalEntry.objects.get(verb="contact.corrected").fields == ["words"]

    def test_a_step_that_was_withdrawn_since_stays_with_what_was_told(
        self, cast: Cast, trajectory, now, noor, step
    ):
        moment = people.meet(trajectory, by=cast.noor, at=now, step=step)
        step.withdraw(by=cast.noor.acting(now), at=now)
        url = reverse("desk:correct_contact", args=[moment.ref])
        assert step.words in noor.get(url).content.decode()
        sent = noor.post(url, SENT | {"step": str(step.ref), "seen": moment.pk})
        assert sent.status_code == 302
        assert ContactMoment.objects.current().get().step == step


class TestAPartnerIsNotHe:
    def test_it_counts_for_no_clock_and_no_last_contact(self, cast: Cast, trajectory, now):
        people.meet(trajectory, by=cast.noor, at=now, **PARTNER)
        people.meet(trajectory, by=cast.noor, at=now, outcome=Outcome.ATTEMPTED, **PARTNER)
        mine, today = Trajectory.objects.filter(pk=trajectory.pk), day(now)
        assert contact_spans([trajectory.pk]) == {}
        assert standings([trajectory], on=today)[trajectory.pk].day_one.runs
        assert without_contact_since(mine, today - timedelta(days=9)).exists()
        assert by_last_contact(mine).get().last_contact is None
        assert first_visits({trajectory.pk: today - timedelta(days=9)}) == {}

    def test_who_is_out_of_sight_is_not_back_by_it(self, cast: Cast, trajectory, now):
        losses.lose(trajectory, by=cast.noor, at=now, since=day(now) - timedelta(days=2))
        people.meet(trajectory, by=cast.noor, at=now, **PARTNER)
        assert Trajectory.objects.filter(out_of_sight(), pk=trajectory.pk).exists()
        people.meet(trajectory, by=cast.noor, at=now, kind=ContactKind.STREET)
        assert not Trajectory.objects.filter(out_of_sight(), pk=trajectory.pk).exists()

    def test_a_call_from_inside_is_contact_and_no_visit(self, cast: Cast, trajectory, now):
        people.meet(trajectory, by=cast.noor, at=now, kind=ContactKind.CALL_FROM_INSIDE)
        assert contact_spans([trajectory.pk])[trajectory.pk].last == day(now)
        assert first_visits({trajectory.pk: day(now)}) == {}


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"minutes": "0"}, "Vul 1 minuut of meer in, of niets."),
            ({"minutes": "-1"}, "Vul 1 minuut of meer in, of niets."),
            ({"minutes": "abc"}, "Vul een getal in, bijvoorbeeld 45."),
            ({"minutes": "1000000000"}, f"Vul hooguit {MOST_MINUTES} minuten in."),
            ({"words": "x" * (LONGEST_WORDS + 1)}, "Dit is te lang"),
            ({"judgement": "x" * (LONGEST_WORDS + 1)}, "Dit is te lang"),
            ({"kind": "partner"}, "Kies een organisatie, of vul een naam in."),
            ({"party": "Els Janssen"}, "Dit vult u alleen in bij contact met een partner."),
            (
                {"kind": "partner", "party": "Els", "his_words": "Ik wil rust."},
                "Met een partner sprak u niet met hem.",
            ),
            ({"happened_on": "18-11-2099"}, "nog niet geweest"),
            ({"kind": ""}, "Kies"),
            ({"step": "0f9ea10f-64ff-4b4e-96a3-0a7bd2d4a7f2"}, "Deze stap staat niet meer in zijn plan."),
            (
                {"organisation": "0f9ea10f-64ff-4b4e-96a3-0a7bd2d4a7f2"},
                "Deze organisatie staat niet op de kaart.",
            ),
        ],
    )
    def test_one_sentence_and_what_was_typed_stays(self, noor: Client, url, typed, sentence: str):
        page = noor.post(url, {"words": "Blijft staan.", **SENT, "his_words": "Zo zei hij het.", **typed})
        shown = page.content.decode()
        assert sentence in shown
        assert not ContactMoment.objects.exists()
        assert (typed.get("his_words") or "Zo zei hij het.") in shown
        assert '<details class="more" open>' in shown

    def test_words_that_were_pasted_are_plain_text(self, noor: Client, url):
        noor.post(url, SENT | {"words": "Hij\u00a0wil\x0b rust\x00 \u201cnu\u201d.", "his_words": "Ja\x07."})
        told = ContactMoment.objects.current().get()
        assert not {"\x00", "\x07", "\x0b"} & set(told.words + told.his_words)

    def test_a_step_of_somebody_else(self, cast: Cast, trajectory, now, noor: Client, url):
        other = people.guide(cast, at=now, who=Identity("Lina", "van der Berg"))
        goal = goals.goal(other, "De school bellen.", by=cast.noor, at=now, **goals.HOME)
        step = goals.Step.objects.current().get(goal=goal)
        assert "Deze stap staat niet meer" in noor.post(url, SENT | {"step": str(step.ref)}).content.decode()
        with pytest.raises(NotValid, match="hoort niet bij zijn plan") as refused:
            people.meet(trajectory, by=cast.noor, at=now, step=step)
        assert refused.value.field == "step"

    def test_a_step_that_was_withdrawn_meanwhile(self, cast: Cast, trajectory, now, step):
        step.withdraw(by=cast.noor.acting(now), at=now)
        with pytest.raises(NotNow):
            people.meet(trajectory, by=cast.noor, at=now, step=step)

    def test_a_partner_of_another_municipality(self, cast: Cast, trajectory, now):
        bank = partners.organisation(cast, at=now, by=cast.bas, where=cast.elsewhere)
        with pytest.raises(NotValid, match="niet op de kaart") as refused:
            people.meet(trajectory, by=cast.noor, at=now, kind=ContactKind.PARTNER, organisation=bank)
        assert refused.value.field == "organisation"

    @pytest.mark.parametrize(
        "told", [{"kind": "partner"}, {"kind": "phone", "party": "Els"}, {"kind": "phone", "minutes": 0}]
    )
    def test_the_database_refuses_it_too(self, cast: Cast, trajectory, now, told: dict[str, Any]):
        by = cast.noor.acting(now)
        with pytest.raises(IntegrityError), transaction.atomic():
            ContactMoment.objects.create(
                trajectory=trajectory,
                happened_on=day(now),
                outcome="made",
                **told,
                **ContactMoment.stamp(by=by, at=now),
            )

    def test_the_database_refuses_a_partner_of_the_map_in_contact_with_him(self, cast: Cast, trajectory, now):
        bank = partners.organisation(cast, at=now)
        refused = pytest.raises(IntegrityError, match="contacts_moment_with_him_names_no_partner")
        with refused, transaction.atomic():
            ContactMoment.objects.create(
                trajectory=trajectory,
                happened_on=day(now),
                kind="phone",
                outcome="made",
                organisation=bank,
                **ContactMoment.stamp(by=cast.noor.acting(now), at=now),
            )
