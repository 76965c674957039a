"""A file of which no paper tells is litter, and goes after a day; every other file stays."""

import uuid
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from regie.plans.management.commands import papers
from regie.plans.models import Paper
from regie.plans.queries import left_over
from regie.privacy import vault
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories.papers import paper

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def papers_of_this_test(settings: Any, tmp_path: Path) -> Path:
    """A vault of its own."""
    settings.REGIE_PAPERS = tmp_path / "papers"
    return tmp_path / "papers"


@pytest.fixture
def kept(trajectory: Trajectory, cast: Cast, now: datetime) -> Paper:
    """A paper of Jayden."""
    return paper(trajectory, by=cast.noor, at=now)


class TestTidying:
    def test_takes_away_what_nothing_tells_of_after_a_day(
        self, kept: Paper, papers_of_this_test: Path, monkeypatch: pytest.MonkeyPatch
    ):
        left = vault.keep(b"left over")
        part = papers_of_this_test / f".{uuid.uuid4().hex}.part"
        others = papers_of_this_test / "van-een-ander"
        for path in (part, others):
            path.touch()
        written = datetime.fromtimestamp(part.stat().st_mtime).astimezone()
        assert left_over(at=written + timedelta(hours=23)) == []
        assert set(left_over(at=written + timedelta(hours=25))) == {left, part.name}
        monkeypatch.setattr(papers, "now", lambda: written + timedelta(hours=25))
        said = StringIO()
        call_command("papers", "tidy", stdout=said)
        assert "2 bestanden weggehaald" in said.getvalue()
        assert not vault.holds(left)
        assert {path.name for path in papers_of_this_test.iterdir()} == {kept.kept_as, "van-een-ander"}

    def test_keeps_the_file_of_what_was_taken_back(self, kept: Paper, cast: Cast, now: datetime):
        kept.withdraw(by=cast.noor.acting(now), at=now)
        assert left_over(at=now + timedelta(days=9000)) == []
        assert vault.holds(kept.kept_as)

    def test_with_no_vault_yet_there_is_nothing_to_do(self, now: datetime):
        assert left_over(at=now) == []
