"""Noor keeps a decision of Jayden: sealed on the disk, found back, told better, taken back; nobody else opens it."""

import uuid
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.persons.rules import Identity
from regie.plans.enums import PaperKind, PaperReach
from regie.plans.models import Paper
from regie.plans.queries import kept_files, papers_of
from regie.plans.rules import PaperAccount
from regie.privacy import vault
from regie.privacy.enums import Verb
from regie.privacy.models.access import AccessEntry
from regie.privacy.models.journal import JournalEntry
from regie.trajectories.models import Trajectory
from tests.cast import Cast, sign_in
from tests.factories import endings, people
from tests.factories.papers import PDF, PNG, Sent, paper

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def papers_of_this_test(settings: Any, tmp_path: Path) -> Path:
    """A vault of its own."""
    settings.REGIE_PAPERS = tmp_path / "papers"
    return tmp_path / "papers"


@pytest.fixture
def kept(trajectory: Trajectory, cast: Cast, now: datetime) -> Paper:
    """The decision on his benefit."""
    return paper(trajectory, by=cast.noor, at=now, title="Beschikking bijstand", given_by="Gemeente Sittard")


def typed(**told: Any) -> dict[str, Any]:
    """What Noor fills in."""
    return {"happened_on": "18-11-2026", "kind": "decision", "reach": "team", "file": Sent()} | told


def to(name: str, trajectory: Trajectory) -> str:
    """An address about him."""
    return reverse(f"desk:{name}", args=[trajectory.person.ref])


def fetched(client: Client, one: Paper) -> Any:
    """What comes back for who asks for the file."""
    return client.get(reverse("desk:paper_file", args=[one.ref]))


class TestKeeping:
    def test_leaves_a_row_a_file_and_a_journal_entry(self, kept: Paper):
        assert (kept.file_type, kept.filename, kept.size) == ("pdf", "beschikking.pdf", len(PDF))
        assert (kept.locked, kept.scanned, kept.reach) == (False, False, PaperReach.TEAM)
        assert b"".join(vault.read(kept.kept_as)) == PDF
        entry = JournalEntry.objects.latest("pk")
        assert entry.verb == Verb.PAPER_KEPT
        assert "Beschikking" not in str(vars(entry))

    def test_through_the_page(self, noor: Client, trajectory: Trajectory):
        answer = noor.post(to("tell_paper", trajectory), typed(title="Besluit", dated_on=""), follow=True)
        assert answer.redirect_chain == [(to("papers", trajectory), 302)]
        page = answer.content.decode()
        for words in ("Papier vastgelegd.", "Besluit", "Datum niet bekend, gekregen op 18 november 2026"):
            assert words in page
        assert "beschikking.pdf (PDF, 1 kB)" in page
        assert "Niet nagekeken op virussen" in page

    def test_a_locked_pdf_is_kept_and_says_so(
        self, noor: Client, trajectory: Trajectory, cast: Cast, now: datetime
    ):
        paper(trajectory, by=cast.noor, at=now, content=PDF + b"<< /Encrypt 5 0 R >>")
        assert "Met een wachtwoord" in noor.get(to("papers", trajectory)).content.decode()

    def test_the_card_counts_and_shows_the_last_three(
        self, noor: Client, trajectory: Trajectory, cast: Cast, now: datetime
    ):
        for number in range(4):
            told = {"happened_on": now.date() - timedelta(days=number), "title": f"Brief {number}"}
            paper(trajectory, by=cast.noor, at=now, content=PDF + bytes([65 + number]), **told)
        page = noor.get(to("plan", trajectory)).content.decode()
        assert [f"Brief {number}" in page for number in range(4)] == [True, True, True, False]
        assert "Alle 4 papieren" in page

    @pytest.mark.parametrize("who", ["sem", "fatima", "bas"])
    def test_is_refused_to_who_does_not_guide_him(
        self, who: str, trajectory: Trajectory, cast: Cast, now: datetime
    ):
        with pytest.raises(NotAllowed):
            paper(trajectory, by=getattr(cast, who), at=now)
        with pytest.raises(NotAllowed):  # before it says what is wrong with it
            paper(trajectory, by=getattr(cast, who), at=now, content=b"")
        answer = sign_in(getattr(cast, who)).post(to("tell_paper", trajectory), typed())
        assert answer.status_code in (403, 404)
        assert vault.lying() == {}

    def test_is_refused_once_it_is_over(
        self, trajectory: Trajectory, kept: Paper, cast: Cast, noor: Client, now: datetime
    ):
        endings.close(trajectory, "died", by=cast.noor, at=now)
        with pytest.raises(NotNow, match="afgerond"):
            paper(trajectory, by=cast.noor, at=now, content=PNG, name="a.png")
        assert len(vault.lying()) == 1
        assert fetched(noor, kept).status_code == 200
        assert "Papier vastleggen" not in noor.get(to("papers", trajectory)).content.decode()

    def test_the_same_file_twice_is_said_and_kept_once(
        self, noor: Client, trajectory: Trajectory, kept: Paper
    ):
        page = noor.post(to("tell_paper", trajectory), typed(title="Nog eens")).content.decode()
        assert "Dit bestand staat er al: Beschikking bijstand." in page
        assert 'value="Nog eens"' in page
        assert list(vault.lying()) == kept_files() == [kept.kept_as]

    def test_the_same_letter_to_two_young_people_is_kept_for_each(
        self, kept: Paper, cast: Cast, now: datetime
    ):
        another = people.guide(cast, at=now, who=Identity("Milan", "Alders"))
        assert paper(another, by=cast.noor, at=now).kept_as != kept.kept_as
        assert len(vault.lying()) == 2

    def test_after_it_was_taken_back_it_may_come_in_anew(
        self, trajectory: Trajectory, kept: Paper, cast: Cast, now: datetime
    ):
        kept.withdraw(by=cast.noor.acting(now), at=now)
        again = paper(trajectory, by=cast.noor, at=now)
        assert again.kept_as != kept.kept_as

    def test_the_same_form_twice_is_one_paper(
        self, noor: Client, trajectory: Trajectory, cast: Cast, now: datetime
    ):
        sent = typed(submission=str(uuid.uuid4()))
        for _ in range(2):
            assert noor.post(to("tell_paper", trajectory), sent).status_code == 302
        assert Paper.objects.count() == len(vault.lying()) == 1

    def test_no_row_no_file(
        self, trajectory: Trajectory, cast: Cast, now: datetime, monkeypatch: pytest.MonkeyPatch
    ):
        with pytest.raises(NotValid, match="nog niet geweest"):
            paper(trajectory, by=cast.noor, at=now, happened_on=now.date() + timedelta(days=1))
        assert vault.lying() == {}

        def fails(*_: Any, **__: Any) -> Any:
            raise DatabaseError("in doubt")

        monkeypatch.setattr(Trajectory, "journal", fails)
        with pytest.raises(DatabaseError, match="in doubt"), transaction.atomic():
            paper(trajectory, by=cast.noor, at=now)
        # Nobody knows whether the row is there: the file stays until tidying has looked.
        assert (Paper.objects.count(), len(vault.lying())) == (0, 1)

    def test_two_hundred_is_all_that_fits(
        self, trajectory: Trajectory, cast: Cast, now: datetime, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr("regie.plans.rules.paper.MOST_PAPERS", 1)
        paper(trajectory, by=cast.noor, at=now)
        with pytest.raises(NotValid, match="Er staan al 1 papieren"):
            paper(trajectory, by=cast.noor, at=now, content=PDF + b"2")
        assert len(vault.lying()) == 1

    def test_words_that_are_too_long_or_missing_and_days_that_cannot_be(
        self, noor: Client, trajectory: Trajectory, cast: Cast, now: datetime
    ):
        before_he_was_born = {"dated_on": now.date() - timedelta(days=40 * 365)}
        unclear: list[dict[str, Any]] = [{"kind": PaperKind.OTHER}, {"kind": PaperKind.OTHER, "title": " "}]
        too_long: list[dict[str, Any]] = [{"title": "a" * 121}, {"given_by": "a" * 121}]
        paper(
            trajectory, by=cast.noor, at=now, content=PNG, name="a.png", title="a" * 120, given_by="a" * 120
        )
        for told in (*unclear, *too_long, before_he_was_born):
            with pytest.raises(NotValid):
                paper(trajectory, by=cast.noor, at=now, **told)
        page = noor.post(to("tell_paper", trajectory), typed(kind="other")).content.decode()
        assert "Schrijf op wat voor papier het is." in page
        assert "Kies het bestand opnieuw" in page


class TestWhoOpensIt:
    def test_it_comes_back_as_it_was_and_is_only_an_attachment(self, noor: Client, kept: Paper):
        answer = fetched(noor, kept)
        assert b"".join(answer.streaming_content) == PDF
        head = {name: value for name, value in answer.items() if name != "Server-Timing"}
        assert head["Content-Disposition"] == 'attachment; filename="beschikking.pdf"'
        assert head["Content-Type"] == "application/pdf"
        assert head["Content-Length"] == str(len(PDF))
        assert head["X-Content-Type-Options"] == "nosniff"
        assert head["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert head["Cross-Origin-Resource-Policy"] == "same-origin"
        assert head["X-Frame-Options"] == "DENY"
        assert "no-store" in head["Cache-Control"]
        assert "private" in head["Cache-Control"]

    def test_a_text_is_never_a_page(self, noor: Client, trajectory: Trajectory, cast: Cast, now: datetime):
        made = paper(trajectory, by=cast.noor, at=now, content=b"<script>alert(1)</script>", name="a.txt")
        assert fetched(noor, made)["Content-Type"] == "application/octet-stream"

    def test_opening_is_written_down(self, noor: Client, kept: Paper):
        before = AccessEntry.objects.count()
        fetched(noor, kept)
        noor.get(to("papers", kept.trajectory))
        opened = AccessEntry.objects.order_by("pk")[before:]
        his = kept.trajectory.person.ref
        assert [(one.page, one.subject) for one in opened] == [("desk:paper_file", his), ("desk:papers", his)]

    def test_the_coordinator_opens_what_is_for_the_team(self, fatima: Client, kept: Paper):
        assert fetched(fatima, kept).status_code == 200

    def test_what_is_for_him_who_guides_is_there_for_nobody_else(
        self, fatima: Client, noor: Client, trajectory: Trajectory, kept: Paper, cast: Cast, now: datetime
    ):
        narrow = PaperAccount(**vars(kept.account) | {"reach": PaperReach.OFFICER, "title": "Geheim stuk"})
        kept.correct(account=narrow, by=cast.noor.acting(now), at=now)
        assert fetched(fatima, kept).status_code == 404
        for name in ("papers", "plan"):
            assert "Geheim stuk" in noor.get(to(name, trajectory)).content.decode()
            assert "Geheim stuk" not in fatima.get(to(name, trajectory)).content.decode()
        assert fetched(noor, kept).status_code == 200
        # Nor as it was known before that.
        assert papers_of(trajectory, viewer=cast.fatima.acting(now), as_known=now.date()) == []

    def test_told_later_that_it_is_for_the_team_it_is(
        self, fatima: Client, trajectory: Trajectory, cast: Cast, now: datetime
    ):
        narrow = paper(trajectory, by=cast.noor, at=now, reach=PaperReach.OFFICER)
        wide = PaperAccount(**vars(narrow.account) | {"reach": PaperReach.TEAM})
        narrow.correct(account=wide, by=cast.noor.acting(now), at=now)
        assert fetched(fatima, narrow).status_code == 200

    @pytest.mark.parametrize("who", ["sem", "bas"])
    def test_for_others_there_is_nothing(self, who: str, kept: Paper, cast: Cast):
        assert fetched(sign_in(getattr(cast, who)), kept).status_code == 404

    def test_a_file_that_is_gone_is_said_kindly(self, noor: Client, kept: Paper):
        vault.drop(kept.kept_as)
        answer = fetched(noor, kept)
        assert answer.status_code == 409
        assert "Vraag uw systeembeheerder" in answer.content.decode()

    def test_a_head_tells_the_size_only(self, noor: Client, kept: Paper):
        answer = noor.head(reverse("desk:paper_file", args=[kept.ref]))
        assert answer.status_code == 200
        assert answer["Content-Length"] == str(len(PDF))


class TestToldBetter:
    def test_what_it_is_and_not_the_file(self, noor: Client, trajectory: Trajectory, kept: Paper):
        address = reverse("desk:correct_paper", args=[kept.ref])
        assert 'type="file"' not in noor.get(address).content.decode()
        told = typed(kind="letter", title="Brief", dated_on="1-11-2026") | {"seen": kept.pk}
        del told["file"]
        assert noor.post(address, told).status_code == 302
        better = Paper.objects.current().get()
        assert (better.title, better.kept_as, better.digest) == ("Brief", kept.kept_as, kept.digest)
        entry = JournalEntry.objects.latest("pk")
        assert (entry.verb, entry.fields) == (Verb.PAPER_CORRECTED, ["dated_on", "given_by", "kind", "title"])
        assert b"".join(fetched(noor, kept).streaming_content) == PDF

    def test_taken_back_it_is_given_to_nobody_and_stays_in_the_vault(
        self, noor: Client, fatima: Client, trajectory: Trajectory, kept: Paper
    ):
        assert noor.post(reverse("desk:withdraw_paper", args=[kept.ref])).status_code == 302
        assert [fetched(who, kept).status_code for who in (noor, fatima)] == [404, 404]
        assert JournalEntry.objects.latest("pk").verb == Verb.PAPER_WITHDRAWN
        assert vault.holds(kept.kept_as)
        assert "Nog geen papieren" in noor.get(to("papers", trajectory)).content.decode()

    def test_as_it_was_known_then(self, trajectory: Trajectory, kept: Paper, cast: Cast, now: datetime):
        later = now + timedelta(days=2)
        kept.withdraw(by=cast.noor.acting(later), at=later)
        viewer = cast.noor.acting(later)
        assert papers_of(trajectory, viewer=viewer) == []
        assert papers_of(trajectory, viewer=viewer, as_known=now.date()) == [kept]


class TestTheDatabaseHoldsItTo:
    @pytest.mark.parametrize(
        ("wrong", "says"),
        [
            ({"kind": "other", "title": ""}, "plans_paper_other_says_what"),
            ({"size": 0}, "plans_paper_holds_something"),
            ({}, "kept_as|plans_paper_one_file_each"),
        ],
    )
    def test_it(self, wrong: dict[str, Any], says: str, kept: Paper):
        same = {f.attname: getattr(kept, f.attname) for f in Paper._meta.concrete_fields if f.name != "id"}
        new = {"ref": uuid.uuid4(), "submission": None} | ({"kept_as": "b" * 32} if wrong else {})
        with pytest.raises(IntegrityError, match=says), transaction.atomic():
            Paper.objects.create(**same | new | wrong)
