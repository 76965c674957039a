"""Noor writes to him: his first day on paper, and letters; proposed from what is known, read, changed and kept."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from regie.accounts.actions import tell_work_phone
from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.desk.pages.draft_first_day import FIRST_DAY as FIRST_DAY_SHEET
from regie.desk.pages.drafts import About
from regie.detention.enums import Certainty
from regie.detention.models.release_date import ReleaseAccount
from regie.detention.models.stay import StayAccount
from regie.plans.models import Paper
from regie.privacy import vault
from regie.privacy.enums import Verb
from regie.privacy.models import AccessEntry, JournalEntry
from regie.trajectories.actions import tell_detention
from regie.trajectories.enums import ArrangementState, Owner, SleepingPlace
from regie.trajectories.models import Trajectory
from regie.ui.words import on_weekday
from tests.cast import TESTER, Cast, sign_in
from tests.factories import first_days, people
from tests.sheets.reading import faults, pages, said

FIRST_DAY = "eerste-dag"
LETTERS = ("uitnodiging", "gemist", "over-jou", "andere-officier")


def address(trajectory: Trajectory, draft: str) -> str:
    return reverse("desk:write_paper", args=[trajectory.person.ref, draft])


def proposed(client: Client, trajectory: Trajectory, draft: str) -> dict[str, Any]:
    """What stands in the form, by field."""
    form = client.get(address(trajectory, draft)).context["form"]
    return {name: form[name].value() or "" for name in form.fields}


def written(client: Client, trajectory: Trajectory, draft: str, **typed: str) -> bytes:
    """What was made of it, as it was proposed but for what was typed; without dots."""
    sent = {
        name: str(value).replace("…", "morgen") for name, value in proposed(client, trajectory, draft).items()
    }
    answer = client.post(address(trajectory, draft), sent | typed)
    assert answer.status_code == 302, answer.context["form"].errors
    return content(Paper.objects.latest("pk"))


def content(paper: Paper) -> bytes:
    pdf = b"".join(vault.read(paper.kept_as))
    assert faults(pdf) == []
    return pdf


def inside(trajectory: Trajectory, cast: Cast, now: Any, **release: Any) -> None:
    told = {"trajectory": trajectory, "by": cast.noor.acting(now), "at": now}
    tell_detention(account=StayAccount("PI Roermond", entered_on=day(now) - timedelta(days=30)), **told)
    if release:
        tell_detention(account=ReleaseAccount(**release), **told)


class TestHisFirstDay:
    def test_what_nobody_knows_yet_is_said_with_who_finds_out(self, noor: Client, trajectory):
        text = said(written(noor, trajectory, FIRST_DAY, day="", along=""))
        assert text.count("Dit weten we nog niet. Noor zoekt dit uit.") == 5
        assert "Wie kan ik bellen? Noor, mijn officier Telefoon:" in text
        assert "Is er gevaar? Bel 112." in text

    def test_what_he_has_with_him_as_it_was_arranged(self, cast: Cast, noor: Client, trajectory, now):
        people.arrange(trajectory, by=cast.noor, at=now, item="phone", state=ArrangementState.ARRANGED)
        people.arrange(trajectory, by=cast.noor, at=now, item="medicines", state=ArrangementState.NOT_NEEDED)
        along = proposed(noor, trajectory, FIRST_DAY)["along"].splitlines()
        assert "Mijn telefoon met beltegoed." in along
        assert "Mijn identiteitsbewijs: dit weten we nog niet. Noor zoekt dit uit." in along
        assert not [line for line in along if "dokter" in line]

    def test_of_what_nobody_knows_there_is_nothing_to_tick_off(self, cast: Cast, trajectory, now):
        typed = {
            "day": "",
            "fetched": "Mijn moeder.",
            "along": "Geld voor de eerste dagen.\nMijn telefoon: dit weten we nog niet. Noor zoekt dit uit.",
            "sleeps": "",
            "appointments": "",
            "number": "",
            "stand_in": "",
        }
        made = FIRST_DAY_SHEET.sheet(About(trajectory, cast.noor, cast.noor, day(now)), typed).content[
            "parts"
        ]
        shown = [[(one["picture"], one["tick"]) for one in part["actions"]] for part in made]
        nothing = [("question-mark", False)]
        along = [("backpack", True), *nothing]
        assert shown == [nothing, [("bus", False)], along, nothing, nothing]

    def test_what_was_noted_of_others_comes_on_no_paper_by_itself(
        self, cast: Cast, noor: Client, trajectory, now
    ):
        noted = "Neef Karim haalt hem op, heeft zelf een contactverbod."
        people.arrange(
            trajectory,
            by=cast.noor,
            at=now,
            item="picked_up",
            state=ArrangementState.ARRANGED,
            words=noted,
            owner=Owner.FAMILY,
        )
        assert noted in noor.get(address(trajectory, FIRST_DAY)).content.decode()
        text = said(written(noor, trajectory, FIRST_DAY))
        assert "Iemand haalt mij op bij de poort." in text
        assert "Karim" not in text

    def test_where_he_sleeps_tonight(self, cast: Cast, noor: Client, trajectory):
        now = this_moment()
        first_days.free(trajectory, by=cast.noor, at=now)
        first_days.sleep(trajectory, SleepingPlace.FAMILY, by=cast.noor, at=now)
        held = proposed(noor, trajectory, FIRST_DAY)
        assert held["day"] == f"Ik ben vrij sinds {on_weekday(day(now))}."
        assert held["sleeps"] == "Ik slaap bij familie."

    @pytest.mark.parametrize(
        ("place", "ago"), [(SleepingPlace.OUTSIDE, 0), (SleepingPlace.UNKNOWN, 0), (SleepingPlace.FAMILY, 1)]
    )
    def test_no_bed_is_promised_of_the_street_and_of_another_night(
        self, cast: Cast, noor: Client, trajectory, place: SleepingPlace, ago: int
    ):
        now = this_moment()
        first_days.free(trajectory, by=cast.noor, at=now, on=day(now) - timedelta(days=ago))
        night = day(now) - timedelta(days=ago)
        first_days.sleep(trajectory, place, by=cast.noor, at=now, night=night)
        assert proposed(noor, trajectory, FIRST_DAY)["sleeps"] == ""

    def test_what_is_still_to_be_arranged_is_not_promised(self, cast: Cast, noor: Client, trajectory, now):
        for item in ("picked_up", "first_night"):
            people.arrange(trajectory, by=cast.noor, at=now, item=item, state=ArrangementState.OPEN)
        held = proposed(noor, trajectory, FIRST_DAY)
        assert (held["fetched"], held["sleeps"]) == ("", "")

    def test_one_thing_on_a_line_and_a_number_to_call(self, noor: Client, trajectory):
        text = said(
            written(
                noor,
                trajectory,
                FIRST_DAY,
                appointments="Maandag, 9.30 uur: het loket.\n\n  Dinsdag: Noor.  ",
                number="06 12 34 56 78",
                stand_in="Sem, 06 1",
            )
        )
        assert "Hier moet ik zijn Maandag, 9.30 uur: het loket. Dinsdag: Noor." in text
        assert "Noor, mijn officier Bel 06 12 34 56 78 Is mijn officier er niet? Bel Sem, 06 1" in text

    def test_the_number_that_his_officer_told_is_proposed(self, cast: Cast, noor: Client, trajectory, now):
        tell_work_phone(cast.noor, phone="0612345678", by=cast.noor.acting(now), at=now)
        assert "Noor, mijn officier Bel 06 12345678" in said(written(noor, trajectory, FIRST_DAY))

    def test_of_no_stand_in_nothing_is_said(self, noor: Client, trajectory):
        assert "Is mijn officier er niet?" not in said(written(noor, trajectory, FIRST_DAY))

    def test_a_name_that_no_font_has_is_said(self, noor: Client, trajectory):
        assert "U+674E" in said(written(noor, trajectory, FIRST_DAY, fetched="李 haalt mij op."))


class TestALetter:
    @pytest.mark.parametrize("draft", LETTERS)
    def test_each_can_be_read_aloud_on_one_page(self, noor: Client, trajectory, draft: str):
        pdf = written(noor, trajectory, draft)
        assert len(pages(pdf)) == 1
        text = said(pdf)
        assert f"Beste {trajectory.person.given_names}," in text
        assert "Groeten, Noor Gemeente" in text

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
            assert "Mijn nummer is: 06 12345678" in proposed(noor, trajectory, draft)["text"]
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
        assert kept.recorded_by_label == "Noor"
        assert JournalEntry.objects.filter(verb=Verb.PAPER_KEPT).count() == 1
        page = noor.get(reverse("desk:papers", args=[trajectory.person.ref])).content.decode()
        assert "Uitnodiging voor een gesprek" in page

    def test_sent_twice_is_one(self, noor: Client, trajectory):
        sent = proposed(noor, trajectory, FIRST_DAY)
        for _ in range(2):
            assert noor.post(address(trajectory, FIRST_DAY), sent).status_code == 302
        assert Paper.objects.count() == 1

    def test_the_way_there(self, noor: Client, trajectory):
        page = noor.get(reverse("desk:papers", args=[trajectory.person.ref])).content.decode()
        assert reverse("desk:write_papers", args=[trajectory.person.ref]) in page
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


@pytest.mark.parametrize(
    ("certainty", "more"),
    [(Certainty.FIXED, ""), (Certainty.EXPECTED, "Die dag kan nog anders worden.")],
)
def test_the_day_he_comes_out_as_sure_as_it_is(cast: Cast, noor: Client, trajectory, now, certainty, more):
    monday = day(now) + timedelta(days=14 - day(now).weekday())
    inside(trajectory, cast, now, expected_on=monday, certainty=certainty)
    lines = proposed(noor, trajectory, FIRST_DAY)["day"].splitlines()
    assert lines[0] == f"Ik kom vrij op {on_weekday(monday)}."
    assert (more in lines) is bool(more)


def test_a_day_on_which_the_desks_are_closed(cast: Cast, noor: Client, trajectory, now):
    saturday = day(now) + timedelta(days=12 - day(now).weekday())
    inside(trajectory, cast, now, expected_on=saturday, certainty=Certainty.FIXED)
    assert "Veel loketten zijn dan dicht." in proposed(noor, trajectory, FIRST_DAY)["day"]


def test_a_day_that_was_is_not_said_to_come(cast: Cast, noor: Client, trajectory, now):
    yesterday = day(this_moment()) - timedelta(days=1)
    inside(trajectory, cast, now, expected_on=yesterday, certainty=Certainty.EXPECTED)
    assert proposed(noor, trajectory, FIRST_DAY)["day"] == ""
