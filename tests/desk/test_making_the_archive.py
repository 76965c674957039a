"""The archive of a trajectory: one PDF for the municipality itself, which is a disclosure."""

import io
from datetime import time, timedelta
from typing import Any

import pypdf
import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow
from regie.contacts.enums import AppointmentResult, ContactKind, Outcome
from regie.contacts.rules import ContactAccount
from regie.desk.pages.archive import archive_of
from regie.plans.enums import PaperReach
from regie.privacy.models import AccessEntry, JournalEntry
from regie.trajectories.models import Disclosure, Trajectory
from regie.trajectories.rules import archived_account
from tests.cast import Cast, sign_in
from tests.factories import agreements, appointments, endings, goals, people, taking_over
from tests.factories.papers import paper
from tests.sheets.reading import faults, said

DAY = timedelta(days=1)


def address(trajectory: Trajectory) -> str:
    return reverse("desk:archive", args=[trajectory.person.ref])


def made(client: Client, trajectory: Trajectory) -> HttpResponse:
    submission = client.get(address(trajectory)).content.decode().split('name="submission" value="')[1]
    return client.post(address(trajectory), {"submission": submission.split('"')[0]})


class TestItWorks:
    def test_from_his_page_to_a_file_that_is_kept_and_read_aloud(
        self, cast: Cast, noor: Client, trajectory, now
    ):
        assert (
            address(trajectory)
            in noor.get(reverse("desk:person", args=[trajectory.person.ref])).content.decode()
        )
        told: dict[str, Any] = {"by": cast.noor, "at": now}
        goal = goals.goal(trajectory, "De gemeente bellen.", **goals.HOME, **told)
        moment = people.meet(trajectory, words="Hij wil <b>werk</b> & #rust *nu*.", **told)
        better = ContactAccount(moment.happened_on, ContactKind.PHONE, Outcome.MADE, "Hij wil werk.")
        moment.correct(account=better, by=cast.noor.acting(now), at=now)
        goals.goal(trajectory, words="Per ongeluk.", **told).withdraw(by=cast.noor.acting(now), at=now)
        answer = made(noor, trajectory)
        assert answer["Content-Disposition"] == 'attachment; filename="archief.pdf"'
        assert faults(answer.content) == []
        text = said(answer.content)
        for words in (
            "Jayden Muller",
            f"Wat er staat: {goal.words}",
            "De gemeente bellen.",
            "18 november 2026 · Eerdere versie",
            "Hij wil <b>werk</b> & #rust *nu*.",
            "18 november 2026 · Ingetrokken",
            "Vastgelegd op 18 november 2026, 10.30 uur door Noor.",
            "Zaaksysteem van de gemeente Sittard-Geleen",  # this very disclosure
            "Hierover is niets vastgelegd: aanvragen, ",
            "Wil hij contact met een officier? Ja. Dat vertelde de casemanager.",
        ):
            assert words in text, words

    def test_it_has_a_table_of_contents_and_bookmarks(self, cast: Cast, noor: Client, trajectory, now):
        people.meet(trajectory, by=cast.noor, at=now)
        pdf = pypdf.PdfReader(io.BytesIO(made(noor, trajectory).content))
        assert "Inhoud" in pdf.pages[0].extract_text()
        titles = str(pdf.outline)
        assert "Contact" in titles
        assert "Verstrekkingen" in titles
        assert "Nachten" not in titles  # of which nothing is told

    def test_it_says_nothing_in_codes_and_nothing_twice(self, cast: Cast, noor: Client, trajectory, now):
        told: dict[str, Any] = {"by": cast.noor, "at": now}
        goals.goal(trajectory, **goals.HOME, **told)
        agreements.agree(trajectory, **told)
        text = said(made(noor, trajectory).content)
        assert "high_impact_crime" not in text
        assert "answer" not in text
        assert "housing" not in text
        assert text.count("Leefgebied: Wonen") == 1
        assert "Was hij erbij: Hij was erbij" in text
        assert "Waar: 0" not in text

    def test_what_was_corrected_stands_under_what_stands_now(self, cast: Cast, trajectory, now):
        told: dict[str, Any] = {"by": cast.noor, "at": now}
        moment = people.meet(trajectory, words="Eerst.", **told)
        better = ContactAccount(moment.happened_on, ContactKind.PHONE, Outcome.MADE, "Nu.")
        moment.correct(account=better, by=cast.noor.acting(now), at=now)
        content = archive_of(trajectory, viewer=cast.noor.acting(now), on=day(now))
        (facts,) = [part["facts"] for part in content["parts"] if part["title"] == "Contact"]
        assert [(one["mark"], dict(one["told"])["Wat er staat"]) for one in facts] == [
            ("", "Nu."),
            ("Eerdere versie", "Eerst."),
        ]

    def test_who_told_it_stands_with_it(self, cast: Cast, trajectory, now):
        told: dict[str, Any] = {"by": cast.noor, "at": now}
        people.situate(trajectory, source="Zijn moeder", **told)
        content = archive_of(trajectory, viewer=cast.noor.acting(now), on=day(now))
        (facts,) = [part["facts"] for part in content["parts"] if part["title"] == "Situatie"]
        assert facts[0]["by"].endswith("door Noor. Bron: Zijn moeder.")

    def test_a_name_that_the_font_lacks(self, cast: Cast, noor: Client, trajectory, now):
        people.meet(trajectory, by=cast.noor, at=now, words="Hij heet 李.")
        answer = made(noor, trajectory)
        assert faults(answer.content) == []
        assert "U+674E" in said(answer.content)

    def test_a_paper_by_its_name_and_hash(
        self, cast: Cast, noor: Client, fatima: Client, trajectory, now, settings, tmp_path
    ):
        settings.REGIE_PAPERS = tmp_path
        kept = paper(trajectory, by=cast.noor, at=now)
        private = {"title": "Brief van de arts", "reach": PaperReach.OFFICER, "content": b"%PDF-1.4 Anders"}
        secret = paper(trajectory, by=cast.noor, at=now, **private)
        text = said(made(noor, trajectory).content)
        assert kept.digest in text.replace(" ", "")
        assert secret.title in text
        hers = said(made(fatima, trajectory).content)
        assert secret.title not in hers
        assert "Papieren die alleen voor zijn officier zijn, staan hier niet in." in hers

    def test_a_paper_that_she_may_not_see_is_not_said_to_be_absent(
        self, cast: Cast, trajectory, now, settings, tmp_path
    ):
        settings.REGIE_PAPERS = tmp_path
        paper(trajectory, reach=PaperReach.OFFICER, by=cast.noor, at=now)
        content = archive_of(trajectory, viewer=cast.fatima.acting(now), on=day(now))
        assert content["hidden"]
        assert "papieren" not in content["nothing"]

    def test_also_when_it_is_closed(self, cast: Cast, fatima: Client, trajectory, now):
        endings.agree(endings.close(trajectory, by=cast.noor, at=now), by=cast.fatima, at=now)
        assert "Gevraagd om af te ronden" in said(made(fatima, trajectory).content)
        assert Disclosure.objects.count() == 1


class TestWhatNamesAnother:
    """A fact that names another says it in words: here each stands under a heading of its own."""

    def told(self, cast: Cast, trajectory: Trajectory, now, title: str) -> list[dict[str, str]]:
        content = archive_of(trajectory, viewer=cast.noor.acting(now), on=day(now))
        (facts,) = [part["facts"] for part in content["parts"] if part["title"] == title]
        return [dict(one["told"]) for one in facts]

    def test_what_was_taken_over_on_which_authorisation_and_who_does_it(self, cast: Cast, trajectory, now):
        told: dict[str, Any] = {"by": cast.noor, "at": now}
        first = taking_over.authorise(trajectory, party="De bank", **told)
        paper = taking_over.authorise(trajectory, replaces=first.ref, **told)
        taking_over.do(taking_over.take_over(trajectory, on=paper, **told), **told)
        assert (
            self.told(cast, trajectory, now, "Uit handen genomen")[0]["Machtiging"] == "Kredietbank Limburg"
        )
        assert self.told(cast, trajectory, now, "Wie het doet")[0]["Waarover"] == "De post openen."
        assert self.told(cast, trajectory, now, "Machtigingen")[1]["In plaats van"] == "De bank"

    def test_how_which_appointment_went(self, cast: Cast, trajectory, now):
        told: dict[str, Any] = {"by": cast.noor, "at": now}
        agreed = appointments.agree(trajectory, on=day(now), begins=time(9), **told)
        appointments.went(agreed, AppointmentResult.NO_SHOW, **told)
        (went,) = self.told(cast, trajectory, now, "Hoe een afgesproken moment ging")
        assert went["Afgesproken moment"] == "18 november 2026, 9.00 uur"
        assert "Akkoord" not in went


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "bas", "wil"])
    def test_for_who_does_not_see_him(self, cast: Cast, trajectory, now, who: str):
        with pytest.raises(NotAllowed):
            Disclosure.archive(trajectory=trajectory, by=getattr(cast, who).acting(now), at=now)
        assert not Disclosure.objects.exists()

    def test_without_a_ground(self):
        class Approach:
            grounds = ()

        with pytest.raises(NotNow, match="De grond waarop u dit zou doorgeven"):
            archived_account(Approach(), "Sittard-Geleen", on=None)


class TestWhoComesFromWhere:
    @pytest.mark.parametrize(("who", "above"), [("noor", "Mijn jongeren"), ("fatima", "Jongeren")])
    def test_the_way_back_is_his_own_list(self, cast: Cast, trajectory, who: str, above: str):
        page = sign_in(getattr(cast, who)).get(address(trajectory)).context["page"]
        assert page.crumbs[0].label == above


class TestItLeavesARecord:
    def test_a_disclosure_and_an_entry_and_looking_is_logged(self, noor: Client, trajectory):
        looked = AccessEntry.objects.count()
        made(noor, trajectory)
        told = Disclosure.objects.get()
        assert (told.to, told.ground) == ("Zaaksysteem van de gemeente Sittard-Geleen", "archive")
        assert JournalEntry.objects.filter(verb="disclosure.told").count() == 1
        assert AccessEntry.objects.count() == looked + 2

    def test_asking_the_page_makes_none(self, noor: Client, trajectory):
        noor.get(address(trajectory))
        assert not Disclosure.objects.exists()

    def test_sent_twice_is_one(self, noor: Client, trajectory):
        form = {"submission": "6c9f5e3e-0a29-4d4e-9a0c-0d5f7a1f5b11"}
        files = [noor.post(address(trajectory), form) for _ in range(2)]
        assert [one["Content-Type"] for one in files] == ["application/pdf"] * 2
        assert Disclosure.objects.count() == 1
