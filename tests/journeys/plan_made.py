"""What Noor does on the pages of his plan, in the words of those pages; every journey of his plan is made of it."""

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from django.conf import LazySettings

from tests.journeys.visitor import Visitor

SAVE = "Opslaan"
WISH = "Ik wil een eigen kamer, en mijn dochter zien."
TALENT = "Hij kookt voor de hele afdeling."
GOAL = "Ik heb een eigen kamer."
STEPS = ("Hij belt de woningcorporatie.", "Regel een inschrijving bij de gemeente.")
POST = "Zijn post openen"
PARTY = "Kredietbank Limburg"
PROMISE, OURS = "Ik bel maandag de woningcorporatie.", "Ik ga mee naar de schuldhulp."
Travels = Callable[[datetime], None]


@pytest.fixture
def travels(monkeypatch: pytest.MonkeyPatch) -> Travels:
    """Lets the server live on another day: `travels(then)`."""
    return lambda at: monkeypatch.setattr("regie.entrance.middleware.now", lambda: at)


@pytest.fixture
def vault_of_this_test(settings: LazySettings, tmp_path: Path) -> Path:
    """A vault of its own."""
    settings.REGIE_PAPERS = tmp_path / "papers"
    return tmp_path / "papers"


def typed(day: date) -> str:
    """A day as somebody types it."""
    return f"{day:%-d-%-m-%Y}"


def beside(visitor: Visitor, label: str) -> str:
    """What a screen reader says with a field: its help and its error."""
    ids = visitor.field(label).get_attribute("aria-describedby") or ""
    return " ".join(visitor.page.locator(f"#{one}").inner_text() for one in ids.split())


def follows(visitor: Visitor, name: str, about: str) -> None:
    """Follows the link with these words that is about this."""
    visitor.page.get_by_role("link", name=re.compile(f"^{re.escape(name)}.*{re.escape(about)}")).click()
    visitor.looks()


def presses(visitor: Visitor, name: str) -> None:
    """Goes with Tab to the link or button with these words, and presses Enter."""
    wanted = visitor.thing(name)
    for _ in range(80):
        if wanted.evaluate("element => element === document.activeElement"):
            break
        visitor.page.keyboard.press("Tab")
    else:
        raise AssertionError(f"{name} is not reached by Tab.")
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_load_state()
    visitor.looks()


def tells_what_he_wants(noor: Visitor, his_page: str) -> None:
    """From his page: what he wants, before anything else; and what he is good at."""
    noor.goes_to(his_page)
    noor.sees("Vraag hem wat hij wil.")
    noor.clicks("Wens vastleggen")
    noor.types({"Wat wil hij?": WISH, "Waar zei hij dit?": "op bezoek in PI Sittard"})
    noor.clicks(SAVE)
    noor.sees("Wens vastgelegd.", WISH)
    noor.clicks("Talent vastleggen")
    noor.types({"Waar is hij goed in": TALENT})
    noor.answers("Wie zegt dit?", "Hijzelf")
    noor.clicks(SAVE)
    noor.sees("Talent vastgelegd.", TALENT)


def makes_a_goal_of_it(noor: Visitor) -> None:
    """His wish becomes a goal with steps: one he takes himself, one is for the officer."""
    noor.clicks("Doel vastleggen")
    noor.types({"Wat wil hij bereiken?": GOAL, "Welke stappen": STEPS[0]})
    noor.field("Uit welke wens").select_option(WISH)
    noor.field("Bij welk leefgebied").select_option("Wonen")
    noor.clicks(SAVE)
    noor.sees(
        "Doel vastgelegd.", f"Hij zei: “{WISH}”", f"0 van 1 stappen gedaan. Nu aan de beurt: {STEPS[0]}"
    )
    follows(noor, "Bekijken", GOAL)
    follows(noor, "Verbeteren", STEPS[0])
    noor.answers("Wie doet het?", "Hij zelf")
    noor.clicks(SAVE)
    noor.clicks("Stap vastleggen")
    noor.types({"Wat gebeurt er bij deze stap?": STEPS[1]})
    noor.answers("Wie doet het?", "De officier")
    noor.clicks(SAVE)
    noor.sees("Stap vastgelegd.", "Stap 1 · Hij zelf", "Stap 2 · De officier")


def says_that_he_did_it(noor: Visitor) -> None:
    """On the page of the goal: he took his step."""
    follows(noor, "Hoe staat het?", STEPS[0])
    noor.answers("Hoe staat het met deze stap?", "Gedaan")
    noor.types({"Wat wilt u erbij zeggen?": "Hij belde zelf."})
    noor.clicks(SAVE)
    noor.sees("Hoe het staat vastgelegd.", "Hij belde zelf.")


def takes_over(noor: Visitor, plan: str, *, until: date) -> None:
    """With an authorisation that he signed, his post for a while."""
    noor.goes_to(plan)
    noor.clicks("Machtiging vastleggen")
    noor.types({"Bij welke organisatie?": PARTY, "Waarvoor geeft hij": "Mijn post over schulden openen."})
    noor.field("Wanneer heeft hij getekend?").fill(noor.field("Wanneer hebt u dit").input_value())
    noor.answers("Hoe lang geldt de machtiging?", "Tot en met een dag")
    noor.types({"Wat is de laatste dag?": typed(until)})
    noor.clicks(SAVE)
    noor.sees("Machtiging vastgelegd.", PARTY)
    noor.goes_to(plan)
    noor.clicks("Iets uit handen nemen")
    noor.types({"Wat doet u voor hem?": POST, "Wat lukt hem nu nog niet zelf?": "De brieven zijn te veel."})
    noor.answers("Mag u dit namens hem doen?", f"Op de machtiging voor {PARTY}")
    noor.clicks(SAVE)
    noor.sees("Uit handen genomen vastgelegd.", f"op de machtiging voor {PARTY}")


def hands_back(noor: Visitor, plan: str) -> None:
    """He does it himself now."""
    noor.goes_to(f"{plan}uit-handen/")
    noor.clicks("Wie doet het nu?")
    noor.answers("Wie doet dit nu?", "Hij doet het zelf")
    noor.types({"Hoe gaat het?": "Ik open mijn post op maandag."})
    noor.clicks(SAVE)
    noor.sees("Vastgelegd wie het nu doet.", "Hij doet het zelf", "“Ik open mijn post op maandag.”")


def agrees_with_him(noor: Visitor, plan: str) -> None:
    """Both promise something, and he says it in his own words."""
    noor.goes_to(plan)
    noor.clicks("Nieuwe afspraken maken")
    noor.types({"Wat belooft hij?": PROMISE, "Wat belooft u?": OURS})
    noor.answers("Was hij erbij?", "Hij was erbij")
    noor.answers("Wat vindt hij ervan?", "Hij is het ermee eens")
    noor.answers("Vertelde hij in zijn eigen woorden", "Gevraagd, en dit zei hij")
    noor.types({"Hoe zei hij het?": "Ik moet bellen en zij gaat met me mee."})
    noor.clicks(SAVE)
    noor.sees("Afspraken vastgelegd.", PROMISE, OURS, "Ik moet bellen en zij gaat met me mee.")
