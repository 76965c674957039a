"""What Noor does on the pages of his plan, in the words of those pages; every journey of his plan is made of it."""

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from django.conf import LazySettings

from regie.ui.words import written
from tests.journeys.visitor import Visitor

SAVE = "Opslaan"
WISH = "Ik wil een eigen kamer, en mijn dochter zien."
TALENT = "Hij kookt voor de hele afdeling."
GOAL = "Ik heb een eigen kamer."
STEPS = ("Hij belt de woningcorporatie", "Samen een kamer bekijken")
OUR_STEP = "Een briefadres regelen"
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


def returns(visitor: Visitor, path: str) -> None:
    """Goes back to a page that was looked at before: what it is held to is not held to it twice."""
    visitor.page.goto(f"{visitor.address}{path}")


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
    """From his page: what he wants, before anything else."""
    noor.goes_to(his_page)
    noor.sees("Vraag hem wat hij wil.")
    noor.clicks("Wens vastleggen")
    noor.types({"Wat wil hij?": WISH, "Waar zei hij dit?": "op bezoek in PI Sittard"})
    noor.clicks(SAVE)
    noor.sees("Wens vastgelegd.", WISH)


def tells_what_he_is_good_at(noor: Visitor) -> None:
    """On the page of his plan: what he is good at, as he says it himself."""
    noor.clicks("Talent vastleggen")
    noor.types({"Waar is hij goed in": TALENT})
    noor.answers("Wie zegt dit?", "Hijzelf")
    noor.clicks(SAVE)
    noor.sees("Talent vastgelegd.", TALENT)


def makes_a_goal_of_it(noor: Visitor) -> None:
    """His wish becomes a goal with two steps, of which he takes the first himself."""
    noor.clicks("Doel vastleggen")
    noor.types({"Wat wil hij bereiken?": GOAL, "Welke stappen": "\n".join(STEPS)})
    noor.field("Uit welke wens").select_option(WISH)
    noor.field("Bij welk leefgebied").select_option("Wonen")
    noor.clicks(SAVE)
    noor.sees(
        "Doel vastgelegd.",
        f"Hij zei: “{WISH}”",
        f"0 van 2 stappen gedaan. Nu aan de beurt: {STEPS[0]}. Wie: nog niet bekend.",
    )
    follows(noor, "Bekijken", GOAL)
    follows(noor, "Verbeteren", STEPS[0])
    noor.answers("Wie doet het?", "Hij zelf")
    noor.clicks(SAVE)
    noor.sees("Stap verbeterd.", "Stap 1 · Hij zelf", "Stap 2 · Nog niet bekend wie")


def takes_a_step_herself(noor: Visitor) -> None:
    """On the page of the goal: one step more, for the officer."""
    noor.clicks("Stap vastleggen")
    noor.sees(GOAL)
    noor.types({"Wat gebeurt er bij deze stap?": OUR_STEP})
    noor.answers("Wie doet het?", "De officier")
    noor.clicks(SAVE)
    noor.sees("Stap vastgelegd.", "Stap 3 · De officier", OUR_STEP)


def says_that_he_did_it(noor: Visitor) -> None:
    """On the page of the goal: he took his step."""
    follows(noor, "Hoe staat het?", STEPS[0])
    noor.answers("Hoe staat het met deze stap?", "Gedaan")
    noor.types({"Wat wilt u erbij zeggen?": "Hij belde zelf."})
    noor.clicks(SAVE)
    noor.sees("Stand van de stap vastgelegd.", "Hij belde zelf.")


def signs(noor: Visitor, plan: str, *, until: date) -> None:
    """He gives an authorisation, and signs it."""
    returns(noor, plan)
    noor.clicks("Machtiging vastleggen")
    noor.types({"Bij welke organisatie?": PARTY, "Waarvoor geeft hij": "Mijn post over schulden openen."})
    noor.field("Wanneer heeft hij getekend?").fill(noor.field("Wanneer hebt u dit").input_value())
    noor.answers("Hoe lang geldt de machtiging?", "Tot en met een dag")
    noor.types({"Wat is de laatste dag?": typed(until)})
    noor.clicks(SAVE)
    noor.sees("Machtiging vastgelegd.", PARTY, f"Geldt tot en met {written(until)}")


def takes_over(noor: Visitor, plan: str, *, on: str) -> None:
    """His post for a while; `on` is what it rests on."""
    returns(noor, plan)
    noor.clicks("Iets uit handen nemen")
    noor.types({"Wat doet u voor hem?": POST, "Wat lukt hem nu nog niet zelf?": "De brieven zijn te veel."})
    noor.answers("Mag u dit namens hem doen?", on)
    noor.clicks(SAVE)
    noor.sees("Uit handen genomen vastgelegd.", "De officier doet het", f"{on[:1].lower()}{on[1:]}")


def hands_back(noor: Visitor, plan: str) -> None:
    """He does it himself now."""
    returns(noor, f"{plan}uit-handen/")
    noor.clicks("Wie doet het nu?")
    noor.answers("Wie doet dit nu?", "Hij doet het zelf")
    noor.types({"Hoe gaat het?": "Ik open mijn post op maandag."})
    noor.clicks(SAVE)
    noor.sees("Vastgelegd wie het nu doet.", "Hij doet het zelf", "“Ik open mijn post op maandag.”")


def agrees_with_him(noor: Visitor, plan: str) -> None:
    """Both promise something, and he says it in his own words."""
    returns(noor, plan)
    noor.clicks("Nieuwe afspraken maken")
    noor.types({"Wat belooft hij?": PROMISE, "Wat belooft u?": OURS})
    noor.answers("Was hij erbij?", "Hij was erbij")
    noor.answers("Wat vindt hij ervan?", "Hij is het ermee eens")
    noor.answers("Vertelde hij in zijn eigen woorden", "Gevraagd, en dit zei hij")
    noor.types({"Hoe zei hij het?": "Ik moet bellen en zij gaat met me mee."})
    noor.clicks(SAVE)
    noor.sees("Afspraken vastgelegd.", PROMISE, OURS, "Ik moet bellen en zij gaat met me mee.")
