"""Every page, as everyone who may come to it, is sound: findable, labelled, Dutch and without code of its own."""

import pytest
from django.template.loader import render_to_string

from tests.architecture.soundness import flaws
from tests.architecture.source import none
from tests.architecture.visits import Visit

ERRORS = ("400.html", "403.html", "403_csrf.html", "404.html", "429.html", "500.html")
# Addresses that show no page of their own, and why.
NO_PAGE = {
    "entrance:home": "leads on to the first place in the navigation",
    "entrance:stay": "answers with nothing",
    "account_set_password": "everyone here has a password",
    "mfa_login_webauthn": "answers to a script",
    "mfa_download_recovery_codes": "gives a file",
    "office:export_edition": "gives a file",
    "office:yearly_account_file": "gives a file",
    "office:public_pdf": "gives a PDF",
    "office:public_json": "gives a file",
    "desk:calendar_file": "gives a file",
    "desk:jottings": "answers to a script",
    "desk:manifest": "gives a file",
    "desk:worker": "gives a script",
    "desk:paper_file": "gives a file",
    "desk:my_plan_sheet": "gives a PDF",
    "desk:visit_sheet": "gives a PDF",
    "desk:debts_sheet": "gives a PDF",
    "desk:who_knows_sheet": "gives a PDF",
    "desk:agreement_sheet": "gives a PDF",
    "desk:mutualagreement_sheet": "gives a PDF",
    "desk:authorisation_sheet": "gives a PDF",
    "entrance:open_invitation": "leads on to choosing a password",
    "desk:confirm_organisation": "answers to a click",
    "desk:confirm_professional": "answers to a click",
    "desk:take_along": "gives a file",
    "desk:undo_merge": "answers to a click",
    "desk:doubt_organisation": "answers to a click",
    "desk:doubt_professional": "answers to a click",
    "mfa_index": "leads on to the account",
    "mfa_list_webauthn": "leads on to the account",
}
SOUND = """<html lang="nl"><head><title>Jongeren · Regie</title></head><body><h1>Jongeren</h1>
<label for="a">Naam</label><input id="a" name="a"><label>Dag <input name="b"></label><img src="x" alt="">
<svg class="icon" aria-hidden="true"><use href="icons.svg#phone"></use></svg>
<script type="application/json">{"a": {"b": 1}}</script></body></html>"""


def test_every_page_is_sound(visits: list[Visit]):
    found = {}
    for visit in visits:
        for flaw in flaws(visit.html) if visit.html else ():
            found.setdefault((visit.arrived, flaw), f"{visit} {flaw}.")
    none(found.values())


def test_every_page_was_seen(visits: list[Visit]):
    seen = {visit.arrived for visit in visits if visit.html and visit.status in {200, 401}}
    none(
        f"{name}: nobody sees this page; bring its visitor to tests/architecture/visits.py, or say in NO_PAGE why."
        for name in sorted({visit.name for visit in visits} - seen - set(NO_PAGE))
    )
    none(f"{name}: shows a page after all; take it out of NO_PAGE." for name in sorted(seen & set(NO_PAGE)))


@pytest.mark.parametrize("template", ERRORS)
def test_every_error_page_is_sound(template: str):
    none(f"{template} {flaw}." for flaw in flaws(render_to_string(template)))


def test_a_sound_page_has_no_flaws():
    assert not flaws(SOUND)


@pytest.mark.parametrize(
    ("good", "bad", "sentence"),
    [
        ("<h1>Jongeren</h1>", "", "has 0 times an h1"),
        ("<h1>Jongeren</h1>", "<h1>A</h1><h1>B</h1>", "has 2 times an h1"),
        ("<title>Jongeren · Regie", "<title> · Regie", "has no title of its own"),
        ('lang="nl"', 'lang="en"', 'does not say lang="nl"'),
        ('for="a"', 'for="b"', "asks 'a' without a label"),
        ('<label for="a">Naam</label>', '<label for="a"></label>', "asks 'a' without a label"),
        (' alt=""', "", "shows x without a word"),
        ('<script type="application/json">', "<script>", "has a script in the page"),
        ("<h1>", '<h1 style="color:red">', "has style in the page (h1)"),
        ("</head>", "<style></style></head>", "has style in the page (style)"),
        ("<h1>", '<h1 onclick="go()">', "has onclick on h1"),
        ("<h1>", '<h1 id="a">', "has the id 'a' 2 times"),
        ("Naam", "{{ name }}", "shows template language: {{"),
        ("<h1>", '<h1 class="{% if %}">', "shows template language: {%"),
        (">Naam<", ">Your password<", "says 'password'"),
        ("#phone", "#telephone", "draws 'telephone'"),
        (' aria-hidden="true"', "", "reads a pictogram aloud"),
    ],
)
def test_a_flaw_in_a_page_is_found(good: str, bad: str, sentence: str):
    assert good in SOUND
    assert any(flaw.startswith(sentence) for flaw in flaws(SOUND.replace(good, bad)))
