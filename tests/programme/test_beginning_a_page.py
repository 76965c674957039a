"""Rosa begins the page of the RIO: the words are there, with her municipality in them."""

import re
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from regie.accounts.models import User
from regie.base.errors import NotAllowed, NotValid
from regie.privacy.models import JournalEntry
from regie.programme.actions import begin_own, shipped_outline
from regie.programme.models import Block, Intervention
from tests.cast import Cast, sign_in
from tests.factories import programme

THE_PAGE = Path(__file__).parent / "the_page.txt"


def sentences() -> list[str]:
    """Every heading and every sentence of the page with which this product began, with its own typing errors."""
    lines = [line.strip() for line in THE_PAGE.read_text().splitlines() if line.strip()]
    cut = [re.split(r"(?<=[.:])\s+", line) for line in lines]
    return [sentence.removesuffix(":") for some in cut for sentence in some]


def read(client: Client, plan: Intervention) -> str:
    """What stands on the page."""
    page = client.get(f"/programma/{plan.ref}/").content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


class TestTheExample:
    def test_every_sentence_of_the_page_it_began_with_stands_on_it(self, cast: Cast, rosa: User, now):
        words = read(sign_in(rosa), programme.example(cast, by=rosa, at=now))
        missing = [sentence for sentence in sentences() if sentence not in words]
        assert len(sentences()) > 35
        assert missing == []

    def test_the_result_says_that_it_cannot_be_measured(self, plan: Intervention, hers: Client):
        assert "Niet meetbaar: definitie ontbreekt." in read(hers, plan)


class TestElsewhere:
    def test_the_place_is_its_own_name_and_nothing_is_told_that_happened_elsewhere(self, cast: Cast, now):
        ria = cast.rosa
        by = ria.acting(now)
        outline = shipped_outline("rio")
        with pytest.raises(NotAllowed):
            programme.begin_as_shipped(outline, municipality=cast.elsewhere, by=by, at=now)
        assert not Intervention.objects.exists()
        words = str([vars(one.account) for one in outline.blocks])
        assert "{gemeente}" in words
        for place in ("Sittard", "Geleen", "Limburg", "2024", "2025"):
            assert place not in words
        made = programme.begin(cast, by=ria, at=now)
        (ahead,) = Block.objects.filter(intervention=made, kind="look_ahead")
        assert (ahead.year, "binnen Sittard-Geleen" in ahead.text) == (now.year, True)


class TestBeginning:
    @pytest.mark.parametrize("who", ["noor", "fatima", "wil", "ada", "bas"])
    def test_only_who_keeps_the_programme(self, cast: Cast, now, who: str):
        user = getattr(cast, who)
        with pytest.raises(NotAllowed):
            programme.begin(cast, by=user, at=now)
        with pytest.raises(NotAllowed):
            begin_own(municipality=cast.here, name="Straatcoach", by=user.acting(now), at=now)
        assert sign_in(user).get("/programma/GM1883/begin/").status_code == 403

    def test_not_for_another_municipality(self, hers: Client):
        assert hers.get("/programma/GM0917/begin/").status_code == 404

    def test_one_sending_is_one_page_and_it_is_in_the_journal(self, hers: Client, cast: Cast):
        form = hers.get("/programma/GM1883/begin/").context["form"]
        typed = {"way": "shipped", "submission": form["submission"].value()}
        first = hers.post("/programma/GM1883/begin/", typed)
        assert hers.post("/programma/GM1883/begin/", typed).headers["Location"] == first.headers["Location"]
        made = Intervention.objects.get()
        assert (made.code, made.municipality) == ("rio", cast.here)
        assert Block.objects.count() == len(shipped_outline("rio").blocks)
        begun = JournalEntry.objects.get(verb="intervention.begun")
        assert (begun.subject, begun.recorded_by_label) == (made.ref, "Rosa")
        assert JournalEntry.objects.filter(verb="block.written").count() == Block.objects.count()

    def test_twice_the_same_is_refused_and_what_was_typed_stays(self, hers: Client, plan: Intervention):
        page = hers.post("/programma/GM1883/begin/", {"way": "shipped", "name": "Toch"}).content.decode()
        assert "Re-integratie officier (RIO) staat al in het programma." in page
        assert 'value="Toch"' in page

    def test_another_part_of_the_programme_begins_empty(self, hers: Client):
        typed = {"way": "own", "name": "Jeugd Preventie Platform"}
        page = hers.post("/programma/GM1883/begin/", typed, follow=True).content.decode()
        assert "Bladzijde begonnen: Jeugd Preventie Platform." in page
        made = Intervention.objects.get()
        assert (made.code, made.guides) == ("jeugd-preventie-platform", False)
        assert not Block.objects.exists()

    @pytest.mark.parametrize("name", ["", "   ", "!!!"])
    def test_a_name_that_is_none(self, hers: Client, name: str):
        page = hers.post("/programma/GM1883/begin/", {"way": "own", "name": name}).content.decode()
        assert "Vul een naam in, met letters." in page
        assert not Intervention.objects.exists()


class TestWhoReads:
    @pytest.mark.parametrize("who", ["noor", "fatima", "wil"])
    def test_who_works_here_reads_it_and_changes_nothing(self, cast: Cast, plan: Intervention, who: str):
        client = sign_in(getattr(cast, who))
        assert "Re-integratie officier (RIO)" in client.get("/programma/").content.decode()
        page = client.get(f"/programma/{plan.ref}/").content.decode()
        assert "Doelgroep" in page
        for words in ("bijwerken", "Een blok toevoegen", "Volgorde kiezen"):
            assert words not in page

    def test_ada_does_not_and_bas_not_of_another_municipality(self, cast: Cast, plan: Intervention):
        assert sign_in(cast.ada).get("/programma/").status_code == 403
        bas = sign_in(cast.bas)
        assert bas.get(f"/programma/{plan.ref}/").status_code == 404
        assert "RIO" not in bas.get("/programma/").content.decode()

    def test_pia_sees_no_young_person(self, hers: Client):
        assert hers.get("/jongeren/").status_code == 403
        assert hers.get("/aanmeldingen/").status_code == 403


class TestTheDatabaseHoldsItTo:
    def test_one_of_a_code(self, cast: Cast, plan: Intervention, rosa: User, now):
        stamp = Intervention.stamp(by=rosa.acting(now), at=now)
        told = {"municipality": cast.here, "since": now.date(), **stamp}
        with pytest.raises(IntegrityError), transaction.atomic():
            Intervention.objects.create(code="rio", name="Nog eens", **told)
        with pytest.raises(IntegrityError), transaction.atomic():
            Intervention.objects.create(code="leeg", name="", **told)

    def test_it_stays_as_it_began(self, plan: Intervention):
        with pytest.raises(TypeError):
            plan.save()
        with pytest.raises(TypeError):
            Intervention.objects.update(name="Anders")

    def test_a_name_that_is_there_already(self, cast: Cast, rosa: User, now):
        by = rosa.acting(now)
        for name in ("Straatcoach", "straatcoach "):
            try:
                begin_own(municipality=cast.here, name=name, by=by, at=now)
            except NotValid as error:
                assert error.field == "name"
        assert Intervention.objects.count() == 1
