"""What is pasted becomes plain text: tags and what nobody sees go, all that can be read stays."""

from typing import Any

import pytest
from django import forms

from regie.ui.forms import WordsField, plain


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        (
            "<p class=MsoNormal>Ik&nbsp;wil <b>een</b> kamer<o:p></o:p></p><p>en rust</p>",
            "Ik wil een kamer\nen rust",
        ),
        ("<!--[if gte mso 9]><xml>x</xml><![endif]-->Hoi<style>p{}</style><script>alert(1)</script>", "Hoi"),
        ("een<br/>twee<BR>drie <i>&lt;b&gt;</i>", "een\ntwee\ndrie <b>"),
        (
            "Ik <3 haar, en 5 < 6 > 4 & AT&amp;T <ik weet het niet>",
            "Ik <3 haar, en 5 < 6 > 4 & AT&amp;T <ik weet het niet>",
        ),
        ("a\u200bb\ufeff\u00ad\u00a0c\u202e", "ab c"),
        ("\u200b\u200d\u00a0\t\r\n", ""),
        ("“Ik wil” … ‘dit’ – écht", "“Ik wil” … ‘dit’ – écht"),
        ("\x93Ik wil\x94\x85 \x96 dit", "“Ik wil”… – dit"),
        ("a\x00b\x07c\x7f", "abc"),
        ("👨\u200d👩\u200d👧 می\u200cخواهم", "👨\u200d👩\u200d👧 می\u200cخواهم"),
        ("een \r\n\r\n\r\n\r\n  twee\u2028drie", "een\n\ntwee\ndrie"),
        ("Zoe\u0308", "Zoë"),
    ],
)
def test_it_becomes_what_was_meant(pasted: str, kept: str):
    assert plain(pasted) == kept
    assert plain(kept.replace("<b>", "")) == kept.replace("<b>", "").strip()


class AForm(forms.Form):
    """One of many lines, one of one."""

    words = WordsField(longest=1000)
    place = WordsField(longest=20, lines=1, required=False)


def sent(**typed: Any) -> AForm:
    return AForm({"words": "Hoi", **typed})


def test_one_line_stays_one_line():
    form = sent(words="een\r\ntwee", place="PI\r\nSittard")
    assert form.is_valid()
    assert form.cleaned_data == {"words": "een\ntwee", "place": "PI Sittard"}


def test_what_nobody_sees_says_nothing():
    assert "words" in sent(words="\u200b\u00a0<p></p>").errors


@pytest.mark.parametrize("length", [12_000, 60_000])
def test_what_is_too_long_is_refused_beside_the_field_and_stays(length: int):
    form = sent(words="<" * length)
    assert "Dit is te lang: " in form.errors["words"][0]
    assert form["words"].value() == "<" * length


def test_it_is_as_long_as_what_is_kept():
    assert sent(words="<b>" + "a" * 1000 + "</b>").is_valid()
    assert not sent(words="a" * 1001).is_valid()


def test_a_browser_cuts_nothing_off():
    assert "maxlength" not in str(sent()["words"]) + str(sent()["place"])
