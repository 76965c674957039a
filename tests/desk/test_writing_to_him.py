"""Noor writes to him: letters, proposed from what is known, read, changed and kept."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from regie.accounts.actions import tell_work_phone
from regie.accounts.enums import Role
from regie.accounts.models import Absence, Cover, RoleGrant, User
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.desk.pages.draft_letters import LETTERS as SHEETS
from regie.desk.pages.drafts import About
from regie.plans.models import Paper
from regie.privacy.enums import Verb
from regie.privacy.models import AccessEntry, JournalEntry
from regie.ui.words import on_weekday
from tests.cast import TESTER, Cast, sign_in
from tests.desk.writing import FIRST_DAY, LETTERS, address, inside, proposed, written
from tests.factories import people
from tests.sheets.reading import pages, said, tags

MM = 25.4 / 72  # of a point


class TestALetter:
    @pytest.mark.parametrize("draft", LETTERS)
    def test_each_can_be_read_aloud_on_one_page(self, noor: Client, trajectory, draft: str):
        pdf = written(noor, trajectory, draft)
        assert len(pages(pdf)) == 1
        text = said(pdf)
        assert f"Beste {trajectory.person.given_names}," in text
        assert "Groeten, Noor Gemeente" in text

    def test_says_where_it_was_written_and_on_which_day(self, noor: Client, trajectory):
        today = f"Sittard-Geleen, {on_weekday(day(this_moment()))}"
        assert f"{today} Beste" in said(written(noor, trajectory, "gemist"))

    def test_is_of_who_writes_it(self, cast: Cast, trajectory):
        now = this_moment()
        absence = Absence(cast.noor, cast.here, cast.sem, day(now), day(now) + timedelta(days=7))
        Cover.arrange(absence, by=cast.noor.acting(now), at=now)
        tell_work_phone(cast.noor, phone="0612345678", by=cast.noor.acting(now), at=now)
        held = proposed(sign_in(cast.sem), trajectory, "gemist")["text"]
        assert "Groeten,\n\nSem\n" in held
        assert "Mijn nummer is: …" in held

    def test_calls_him_by_all_we_know_of_his_name(self, cast: Cast, noor: Client, now):
        his = people.guide(cast, at=now, who=replace(people.JAYDEN, given_names=""))
        assert proposed(noor, his, "gemist")["text"].startswith(f"Beste {his.person},")

    def test_each_line_stands_on_a_line_and_loose_ends_are_cut_off(self, noor: Client, trajectory):
        typed = "\n\n\nWaar gaat het over? \nHet plan.\n  \nWanneer: morgen\nWaar: hier\n\n\n\nGroeten"
        place = " Jayden \n\n  Markt 1\n"
        pdf = written(noor, trajectory, "gemist", text=typed, address=place)
        lines = [line.strip() for line in pages(pdf)[0].extract_text().splitlines()]
        about = About(trajectory, None, User.objects.get(name="Noor"), day(this_moment()))
        sheet = SHEETS["gemist"].sheet(about, {"text": typed, "address": place})
        assert sheet.content["address"] == ["Jayden", "Markt 1"]
        assert [line for line in lines if line.startswith("Wa")] == [
            "Waar gaat het over?",
            "Wanneer: morgen",
            "Waar: hier",
        ]
        assert tags(pdf)[-5:] == ["P", "H2", "P", "P", "P"]

    def test_the_address_stands_in_the_window_of_an_envelope(self, noor: Client, trajectory):
        first = pages(written(noor, trajectory, "gemist", address="Jayden\nMarkt 1"))[0]
        places: list[tuple[float, float]] = []

        def note(text: str, matrix: Any, place: list[float], *_: Any) -> None:
            if "Markt 1" in text:
                places.append((place[4] * MM + matrix[4] * MM, 297 - (place[5] * MM + matrix[5] * MM)))

        first.extract_text(visitor_text=note)
        assert places
        from_left, from_above = places[0]
        assert 24 < from_left < 27
        assert 50 < from_above < 65

    def test_no_address_is_given_by_hand(self, noor: Client, trajectory):
        assert f"Om zelf te geven aan {trajectory.person}" in said(
            written(noor, trajectory, "gemist", address=" ")
        )

    def test_an_address_stands_before_the_title(self, noor: Client, trajectory):
        text = said(written(noor, trajectory, "uitnodiging", address="Jayden\nMarkt 1\n6131 EK Sittard"))
        assert "Jayden Markt 1 6131 EK Sittard Uitnodiging voor een gesprek" in text

    def test_the_number_of_who_writes_it_is_filled_in(self, cast: Cast, noor: Client, trajectory, now):
        assert "Mijn nummer is: …" in proposed(noor, trajectory, "gemist")["text"]
        tell_work_phone(cast.noor, phone="0612345678", by=cast.noor.acting(now), at=now)
        for draft in ("uitnodiging", "gemist", "over-jou"):
            assert "Mijn nummer is: 06 12 34 56 78" in proposed(noor, trajectory, draft)["text"]
        asked = [noor.get(address(trajectory, draft)).content.decode() for draft in ("gemist", "over-jou")]
        assert ["Vul in waar puntjes staan" in page for page in asked] == [True, False]

    def test_dots_are_filled_in_first(self, noor: Client, trajectory):
        held = proposed(noor, trajectory, "uitnodiging")
        assert "…" in held["text"]
        answer = noor.post(address(trajectory, "uitnodiging"), held)
        assert answer.context["form"].errors["text"] == [
            "Er staan nog puntjes (…). Vul ze in, of haal ze weg."
        ]
        assert answer.context["form"]["text"].value() == held["text"]
        assert not Paper.objects.exists()

    def test_an_empty_letter_is_not_made(self, noor: Client, trajectory):
        answer = noor.post(address(trajectory, "uitnodiging"), {"text": " "})
        assert answer.context["form"].errors["text"] == ["Vul dit in."]

    def test_what_was_typed_is_text_and_no_markup(self, noor: Client, trajectory):
        typed = '#panic("x") *vet* <b>$x$</b>'
        assert typed in said(written(noor, trajectory, "gemist", text=typed))

    def test_a_question_with_its_answer_below_is_a_heading_and_one_alone_is_not(
        self, noor: Client, trajectory
    ):
        typed = "Beste Jayden,\n\nWat mag jij?\nJe mag lezen.\n\nHeb je een vraag?"
        outline = pypdf.PdfReader(BytesIO(written(noor, trajectory, "over-jou", text=typed))).outline
        titles = [one.title for part in outline for one in (part if isinstance(part, list) else [part])]
        assert titles == ["Wat we over je opschrijven", "Wat mag jij?"]

    def test_to_where_he_is_held(self, cast: Cast, noor: Client, trajectory, now):
        assert proposed(noor, trajectory, "gemist")["address"] == ""
        inside(trajectory, cast, now)
        held = proposed(noor, trajectory, "gemist")["address"]
        assert held.split("\n")[:2] == [str(trajectory.person), "PI Roermond"]

    @pytest.mark.parametrize(
        ("draft", "field", "most"), [("gemist", "text", 4000), (FIRST_DAY, "number", 120)]
    )
    def test_what_is_too_long_is_not_made(self, noor: Client, trajectory, draft: str, field: str, most: int):
        sent = {"text": "Beste Jayden,", field: "a" * (most + 1)}
        answer = noor.post(address(trajectory, draft), sent)
        assert list(answer.context["form"].errors) == [field]
        assert not Paper.objects.exists()


class TestHowItReadsForHim:
    @pytest.mark.parametrize(
        ("draft", "read"),
        [(FIRST_DAY, ("day", "fetched", "along", "sleeps", "appointments")), ("gemist", ("text",))],
    )
    def test_every_sentence_of_it_has_a_place_for_the_hint(
        self, noor: Client, trajectory, draft: str, read: tuple[str, ...]
    ):
        page = noor.get(address(trajectory, draft)).content.decode()
        assert page.count("data-reads=") == len(read)
        assert all(f'data-reads="id_{name}"' in page for name in read)
        assert f'name="leest" value="{" ".join(read)}"' in page

    @pytest.mark.parametrize("draft", [FIRST_DAY, *LETTERS])
    def test_what_is_proposed_reads_easily_as_it_stands(self, noor: Client, trajectory, draft: str):
        read = noor.get(address(trajectory, draft)).context["form"].read_by_him
        sent = proposed(noor, trajectory, draft) | {"leest": " ".join(read)}
        page = noor.post(reverse("desk:how_it_reads"), sent).content.decode()
        assert "Hier vallen geen moeilijke woorden" in page
        assert "Zo leest hij het makkelijker" not in page


class TestWhatIsKept:
    def test_that_it_was_made_by_whom_and_when(self, cast: Cast, noor: Client, trajectory):
        written(noor, trajectory, "uitnodiging")
        kept = Paper.objects.get()
        assert (kept.title, kept.kind, kept.given_by) == ("Uitnodiging voor een gesprek", "letter", "Noor")
        assert (kept.recorded_by_label, kept.dated_on) == ("Noor", day(this_moment()))
        assert kept.filename == f"uitnodiging-{day(this_moment()):%Y-%m-%d}.pdf"
        assert JournalEntry.objects.filter(verb=Verb.PAPER_KEPT).count() == 1
        page = noor.get(reverse("desk:papers", args=[trajectory.person.ref])).content.decode()
        assert "Uitnodiging voor een gesprek" in page

    def test_his_first_day_is_no_letter(self, noor: Client, trajectory):
        written(noor, trajectory, FIRST_DAY)
        assert Paper.objects.get().kind == "other"

    def test_sent_twice_is_one(self, noor: Client, trajectory):
        sent = proposed(noor, trajectory, FIRST_DAY)
        for _ in range(2):
            assert noor.post(address(trajectory, FIRST_DAY), sent).status_code == 302
        assert Paper.objects.count() == 1

    def test_the_way_there(self, noor: Client, trajectory):
        page = noor.get(reverse("desk:papers", args=[trajectory.person.ref])).content.decode()
        assert reverse("desk:write_papers", args=[trajectory.person.ref]) in page
        assert (
            "Noem geen andere mensen en geen delict."
            in noor.get(address(trajectory, "gemist")).content.decode()
        )
        choice = noor.get(reverse("desk:write_papers", args=[trajectory.person.ref])).content.decode()
        assert all(address(trajectory, draft) in choice for draft in (FIRST_DAY, *LETTERS))

    def test_who_does_not_guide_him_writes_nothing(self, cast: Cast, trajectory):
        for colleague, expected in ((cast.sem, 404), (cast.fatima, 403)):
            client = sign_in(colleague)
            assert client.get(address(trajectory, FIRST_DAY)).status_code == expected
            assert client.post(address(trajectory, FIRST_DAY), {"day": "x"}).status_code == expected
        assert not Paper.objects.exists()

    def test_who_sees_him_and_does_not_guide_him_gets_no_proposal(self, cast: Cast, trajectory, now):
        here = {"municipality": cast.here, "since": day(now)}
        RoleGrant.grant(user=cast.sem, role=Role.COORDINATOR, **here, by=TESTER, at=now)
        assert sign_in(cast.sem).get(address(trajectory, FIRST_DAY)).status_code == 403

    def test_that_he_opened_it_is_written_down(self, noor: Client, trajectory):
        noor.get(address(trajectory, "gemist"))
        read = AccessEntry.objects.filter(subject=trajectory.person.ref)
        assert [one.page for one in read] == ["desk:write_paper"]

    def test_what_cannot_be_written_is_not_found(self, noor: Client, trajectory):
        assert noor.get(address(trajectory, "liefdesbrief")).status_code == 404
