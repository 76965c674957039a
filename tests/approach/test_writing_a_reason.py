"""Writing the reasons to end guidance: what each asks, and that silence never is one."""

from typing import Any

import pytest

from regie.approach.rules import SILENCE, ClosureReason, Wrong, setting_of

DIED = {"died": {"title": "Hij is overleden", "death": True}}


def reasons(**said: Any) -> tuple[ClosureReason, ...]:
    read: tuple[ClosureReason, ...] = setting_of("content.closure_reasons").kind.read(said)
    return read


def test_each_with_what_it_asks():
    moved, died = reasons(moved={"title": "Verhuisd", "text": "Wie?", "words": True, "early": False}, **DIED)
    assert moved == ClosureReason("moved", "Verhuisd", "Wie?", early=False, words=True)
    assert died == ClosureReason("died", "Hij is overleden", death=True)
    assert reasons(done="Klaar", **DIED)[0] == ClosureReason("done", "Klaar")


@pytest.mark.parametrize(
    ("code", "title"),
    [
        *((code, "Iets") for code in sorted(SILENCE)),
        ("lost", "Hij is uit beeld"),
        ("lost", "Al lang geen contact"),
        ("lost", "No-show"),
        ("lost", "Niet verschenen op drie afspraken"),
        ("lost", "Hij reageert niet"),
        ("lost", "Onbereikbaar"),
    ],
)
def test_silence_is_refused_however_it_is_called(code: str, title: str):
    for said in (title, {"title": title, "words": True}):
        with pytest.raises(Wrong, match="stilte is geen reden"):
            reasons(**{code: said}, **DIED)


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"done": "Klaar"}, "precies één reden"),
        ({**DIED, "dead": {"title": "Dood", "death": True}}, "precies één reden"),
        ({"died": {"title": "Overleden", "death": True, "early": False}}, "laat early weg"),
        ({**DIED, "done": {"title": "Klaar", "words": "ja"}}, "schrijf true of false"),
        ({**DIED, "done": {"title": "Klaar", "vroeg": True}}, "mogen alleen title en text"),
        ({}, "schrijf een lijst"),
    ],
)
def test_what_cannot_be_written(said: dict[str, Any], says: str):
    with pytest.raises(Wrong, match=says):
        reasons(**said)
