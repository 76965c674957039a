"""The gate: whatever ships for him to read, reads easily by our own measure."""

from collections.abc import Iterator

import pytest

from regie.contacts.enums import ContactKind
from regie.desk.pages.draft_letters import LETTERS
from regie.desk.pages.draft_notices import INVOLVED, TOLD
from regie.desk.pages.letters import letter_to_him
from regie.trajectories.models import Referral
from tests.cast import Cast
from tests.factories import people
from tests.plain.shipped import in_the_way, national, words
from tests.plain.written import ROOT, bare, laid_out, said_in

PAGES, LAYOUTS = ROOT / "regie/desk/pages", ROOT / "regie/sheets/layouts"
MAKING = ROOT / "regie/sheets/making.py"  # at the foot of every sheet: by whom and when it was made
# What he reads on paper, as it is drawn; a name or a day stands where a variable is.
TEMPLATES = ("desk/agreement_paper.html", "desk/authorisation_paper.html")
NOT_HIS = ("archive", "debts", "plan_page", "visit")  # of these who helps him, or everybody, reads
HIS_LAYOUTS = ("base", "my_plan", "first_day", "letter", "agreement", "authorisation", "who_knows")
# Whole pages are for him: his sheets, and what is proposed to write to him. Of others what is named here.
WHOLE = sorted([*PAGES.glob("sheet_*.py"), *PAGES.glob("draft_*.py"), PAGES / "agreement_paper.py", MAKING])
IN_PART = {
    "authorisations.py": ("authorisation_paper",),
    "appointment_words.py": ("HOW", "text_to_send", "times", "when"),
}


def of_the_approach() -> Iterator[tuple[str, str]]:
    """His goals and steps to begin from, and in which words is said how it goes."""
    for goal in national().goal_templates:
        yield f"{goal.code}", goal.title
        yield from ((f"{goal.code}: step", step.words) for step in goal.steps)
    for one in (*national().reading_levels, *national().basic_conditions):
        yield one.code, f"{one.title}\n{one.text}"


def on_paper() -> Iterator[tuple[str, str]]:
    """What his sheets, his letters, and a message to him say."""
    for page in WHOLE:
        yield from ((page.stem, said) for said in said_in(page))
    for page, named in IN_PART.items():
        yield from ((page, said) for said in said_in(PAGES / page, *named))
    for layout in HIS_LAYOUTS:
        yield from ((layout, said) for said in laid_out(LAYOUTS / f"{layout}.typ"))


SHIPPED = [
    *((f"{where}: {said[:40]}", said) for where, said in on_paper()),
    *of_the_approach(),
    *((name, bare(name)) for name in TEMPLATES),
    *((kind.value, str(kind.label)) for kind in ContactKind),
]


@pytest.mark.parametrize(("name", "text"), SHIPPED, ids=[name for name, _ in SHIPPED])
def test_it_reads_easily(name: str, text: str):
    assert text.strip()
    assert not [one.said for one in in_the_way(text)], f"{name}: say it more easily"


def test_so_does_the_letter_to_him(cast: Cast, now):
    referral: Referral = people.refer(cast, at=now)
    letter = letter_to_him(referral, officer="Noor")
    assert letter.startswith("Beste ")
    assert not in_the_way(letter)


@pytest.mark.parametrize(
    "said",
    [
        "Dit plan maken we samen.",
        "Ik slaap bij familie.",
        "Veel loketten zijn dan dicht. Op Noor zijn ze open.",
        "Op Noor kijken we hier samen naar.",
        "Dit geldt tot en met Noor, of tot ik het eerder stop.",
        "Hoi, onze afspraak is op Noor om Noor.",
        "Ik kom naar je toe.",
        "Gemaakt op Noor door Noor.",
        "Klopt iets niet, of lukt het niet? Zeg het. Dan kijken we samen opnieuw.",
        "Wat mag de officier voor mij doen?",
        "Ik geef een machtiging aan Noor, re-integratieofficier van de gemeente Noor.",
    ],
)
def test_what_he_gets_on_paper_or_his_telephone_is_read(said: str):
    assert said in [text for _, text in SHIPPED]


def test_every_letter_to_him_is_read():
    begun = [text for name, text in SHIPPED if text.startswith("Beste Noor,")]
    ended = [text for name, text in SHIPPED if "Groeten,\n\nNoor\nGemeente Noor" in text]
    notices = (INVOLVED, TOLD)  # these two end alike
    assert len(begun) == len(LETTERS) + len(notices)
    assert len(ended) == len(LETTERS) + 1


def test_every_layout_is_his_or_is_not():
    assert {path.stem for path in LAYOUTS.glob("*.typ")} == {*HIS_LAYOUTS, *NOT_HIS}


class TestTheList:
    def test_says_no_word_by_a_word_that_is_difficult_itself(self):
        again = [(word.code, one.said) for word in national().plain_words for one in in_the_way(word.title)]
        assert not again

    def test_is_long_enough_to_help(self):
        assert len(words().easier) >= 150

    def test_every_word_of_it_is_found(self):
        unfound = [
            word.code
            for word in national().plain_words
            if word.title and not in_the_way(f"dit {word.code} dan")
        ]
        assert not unfound
