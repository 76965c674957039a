"""How Regie draws a form: labels, explanations, errors and controls as NL Design System does."""

import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates
from django.forms.widgets import Input

from regie.ui.words import clock_typed, no_one_time

OUR_TEMPLATES = Path(__file__).parent / "templates"
DJANGO_TEMPLATES = Path(forms.__file__).parent / "templates"

# Not the modifiers "--html-…": those paint an empty required field red before anyone typed.
CONTROL_CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxInput, "utrecht-checkbox"),
    (forms.Select, "utrecht-select"),
    (forms.Textarea, "utrecht-textarea"),
    (Input, "utrecht-textbox"),
)
DATE_EXAMPLE = "Bijvoorbeeld 3-5-2004"
MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb", "maa mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"), start=1
    )
    for name in names.split()
}


def control_class(widget: forms.Widget, *, invalid: bool) -> str:
    """Return the classes of NL Design System for a control."""
    for kind, block in CONTROL_CLASSES:
        if isinstance(widget, kind):
            return f"{block} {block}--invalid" if invalid else block
    return ""


class DutchBoundField(BoundField):
    """A field on the page, with the classes, the keyboard and the example it needs."""

    def __init__(self, form: forms.BaseForm, field: forms.Field, name: str) -> None:
        super().__init__(form, field, name)
        if self.is_date and not self.help_text and not getattr(form, "brief", False):
            self.help_text = DATE_EXAMPLE

    @property
    def is_check(self) -> bool:
        """Say whether this is one box to tick, whose label stands behind it."""
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def is_date(self) -> bool:
        """Say whether one date is asked."""
        return isinstance(self.field, forms.DateField) and isinstance(self.field.widget, forms.TextInput)

    @property
    def left_out(self) -> str:
        """Return when it may stay empty, in a few words behind its label; "" when it may not, or the page says so."""
        if self.field.required:
            return ""
        asked: str = getattr(self.form, "asked_when", {}).get(self.name, "")
        return asked or ("" if getattr(self.form, "brief", False) else "niet verplicht")

    @property
    def beside(self) -> Any:
        """Return what somebody else made of it meanwhile (`term`, `description`), or None."""
        return getattr(self.form, "beside", {}).get(self.name)

    @property
    def aria_describedby(self) -> str | None:
        """Add what somebody else made of it to the explanation and the errors."""
        described: str | None = super().aria_describedby
        if not self.beside or described is None:
            return described
        return f"{described} {self.auto_id}_beside".strip()

    @property
    def anchor(self) -> str:
        """Return the id of the control a link in the error summary leads to."""
        return self.id_for_label or f"{self.auto_id}_0"

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """Add the classes, and for a date the numeric keyboard, to what Django adds."""
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        if widget.is_hidden:
            return attrs
        classes = [control_class(widget, invalid=bool(self.errors)), widget.attrs.get("class", "")]
        if self.is_date:
            classes.append("short")
            attrs.setdefault("inputmode", "numeric")
            attrs.setdefault("autocomplete", "off")
        if widget.attrs.get("placeholder") == self.label:
            attrs["placeholder"] = False  # an example that repeats the label helps nobody
        return {**attrs, "class": " ".join(filter(None, classes))}


class DutchFormRenderer(DjangoTemplates):
    """Draws every form with our templates; a widget we did not draw comes from Django."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"
    bound_field_class = DutchBoundField

    @cached_property
    def engine(self) -> Any:
        """Look in our templates first, then in Django's, then in every app."""
        return self.backend(
            {
                "APP_DIRS": True,
                "DIRS": [OUR_TEMPLATES, DJANGO_TEMPLATES],
                "NAME": "regieforms",
                "OPTIONS": {},
            }
        )


class DateField(forms.DateField):
    """A date as people type it: 3-5-2004, 3/5/2004, 3 5 2004, 03052004, 3 mei 2004 or 3 mrt 2004."""

    default_error_messages = {
        "invalid": "Dit is geen datum. Vul dag, maand en jaar in, bijvoorbeeld 3-5-2004."
    }
    input_formats = ["%d-%m-%Y", "%Y-%m-%d", "%d%m%Y"]

    def to_python(self, value: Any) -> Any:
        """Read the name of a month as its number, and points, slashes and spaces as hyphens."""
        return super().to_python(_numbers(value) if isinstance(value, str) else value)


class TimeField(forms.TimeField):
    """A time of day as people type it: 9.30, 09:30, 9u30, 930, 9.30 uur or 9 uur."""

    default_error_messages = {"invalid": "Dit is geen tijd. Vul uren en minuten in, bijvoorbeeld 9.30."}
    input_formats = ["%H:%M", "%H"]

    def to_python(self, value: Any) -> Any:
        """Read points, spaces and the letter u between hours and minutes as a colon."""
        typed = clock_typed(value) if isinstance(value, str) else value
        if said := no_one_time(typed):
            raise forms.ValidationError(said)
        return super().to_python(typed)


class WordsField(forms.CharField):
    """What somebody writes or pastes: plain text is kept as it was meant, see `plain`.

    What is longer than `longest` is refused beside the field and stays there: a browser that cuts off what is pasted
    (`maxlength`) would lose the end of it without a word. One line is a text box, more is a text area.
    """

    def __init__(self, *, longest: int, lines: int = 4, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": lines}) if lines > 1 else forms.TextInput()
        super().__init__(**{"widget": widget, **kwargs})
        self.longest = longest

    def to_python(self, value: Any) -> str:
        """The words without what a text editor, a web page or a mail put around them."""
        typed = super().to_python(value) or ""
        if len(typed) > MOST:
            return typed
        return plain(typed) if isinstance(self.widget, forms.Textarea) else plain(typed).replace("\n", " ")

    def validate(self, value: str) -> None:
        """Refuse what is too long, and say how long it is."""
        super().validate(value)
        if len(value) > self.longest:
            there, most = (f"{number:,}".replace(",", ".") for number in (len(value), self.longest))
            raise forms.ValidationError(
                f"Dit is te lang: {there} tekens. Er passen er {most}. Wat u typte, staat er nog."
            )


MOST = 50_000  # characters; of more nothing is cleaned, for it is refused anyhow
# Only what is surely a tag: who writes "ik <3 haar" or "minder dan < 5" means that.
TAGS = "a abbr b blockquote body br center code dd div dl dt em font footer form h1 h2 h3 h4 h5 h6 head header hr html"
TAGS += " i img input label li link main meta o:p ol p pre s section small span strike strong sub sup table tbody td th"
TAGS += " thead tr u ul xml"
TAG = re.compile(rf"</?({'|'.join(TAGS.split())})(\s[^<>]*)?/?>", re.IGNORECASE)
NEW_LINE = re.compile(r"<br\s*/?>|</(p|div|li|tr|h[1-6]|dd|dt|blockquote|pre)>", re.IGNORECASE)
# What is said to the browser or to Word, never by somebody.
UNSAID = re.compile(r"<!--.*?-->|<(style|script|title)\b[^>]*>.*?</\1>", re.IGNORECASE | re.DOTALL)
# Soft hyphens, spaces without width, marks that turn the direction of the text around; control characters.
INVISIBLE = re.compile(
    "[\u00ad\u180e\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\x00-\x08\x0e-\x1f\x7f-\x9f]"
)
# Joiners say something inside a word of Persian or in an emoji; at its edge nobody meant them.
LOOSE_JOINERS = re.compile("(?<!\\S)[\u200c\u200d]+|[\u200c\u200d]+(?!\\S)")
# Quotes and dashes of Windows that came through as control characters.
OF_WINDOWS = {
    code: found for code in range(0x80, 0xA0) if (found := bytes([code]).decode("cp1252", errors="ignore"))
}


def plain(text: str) -> str:
    """Words as somebody meant them: the text of what was pasted, without tags and signs that nobody sees.

    Curly quotes, accents, emoji and empty lines stay; nothing that can be read is left out.
    """
    unmarked = TAG.sub("", NEW_LINE.sub("\n", UNSAID.sub("", text)))
    if unmarked != text:
        unmarked = html.unescape(unmarked)
    lines = re.sub(r"\r\n?|[\x0b\x0c\u2028\u2029]", "\n", unmarked.replace("&nbsp;", " "))
    seen = LOOSE_JOINERS.sub("", INVISIBLE.sub("", lines.translate(OF_WINDOWS)))
    spaced = re.sub(r"[^\S\n]+", " ", unicodedata.normalize("NFC", seen))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r" ?\n ?", "\n", spaced)).strip()


def _numbers(text: str) -> str:
    parts = [part for part in re.split(r"[\s./-]+", text.strip().lower()) if part]
    return "-".join(str(MONTHS.get(part[:3], part)) if part.isalpha() else part for part in parts)


@dataclass(frozen=True)
class Choice:
    """The words on a choice card: a title, a few facts, and perhaps a badge."""

    title: str
    lines: tuple[str, ...] = ()
    badge: str = ""
    tone: str = "neutral"

    def __str__(self) -> str:
        """Return the title, for places that show text only."""
        return self.title


class ChoiceCards(forms.RadioSelect):
    """Radio buttons as cards; the label of a choice is a Choice or plain text."""

    template_name = "ui/forms/choice_cards.html"


class Suggested(forms.TextInput):
    """A line of text; what was typed before can be chosen, and anything else can be typed."""

    template_name = "ui/forms/suggested.html"

    def __init__(self, suggestions: Iterable[str] = (), attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.suggestions = tuple(suggestions)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Name the list that the line looks in, when there is one."""
        context = super().get_context(name, value, attrs)
        if self.suggestions:
            context["widget"]["attrs"]["list"] = f"{context['widget']['attrs'].get('id', name)}_eerder"
            context["suggestions"] = self.suggestions
        return context


# An amount as it is written here, and with a point before the cents; what can be read in two ways is asked again.
DUTCH_AMOUNT = re.compile(r"(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}|--?))?", re.ASCII)
POINT_AMOUNT = re.compile(r"(\d+)\.(\d{1,2})", re.ASCII)
TWO_WAYS = re.compile(r"\d{1,3}(,\d{3})+(\.\d{1,2})?", re.ASCII)
TOO_PRECISE = re.compile(r"[\d.]*\d,\d{3,}|\d+\.\d{4,}", re.ASCII)


class EuroField(forms.CharField):
    """An amount in euros as people type it: 1234,56, € 1.234,56, 1234.56 or 1234,-; empty is None."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "short"})
    default_error_messages = {
        "invalid": "Dit is geen bedrag. Vul het in als 1234,56.",
        "negative": "Vul nul of meer in.",
        "two_ways": "Dit kunnen we op twee manieren lezen. Vul het in als 1234,56.",
        "too_precise": "Vul hoogstens twee cijfers in achter de komma.",
    }

    def to_python(self, value: Any) -> Any:
        """Read the euros and the cents."""
        text = re.sub(r"\s|^€|^eur(o)?(?=\W|\d)|eur(o)?$", "", str(value or "").strip().lower()).lstrip("€")
        if not text:
            return None
        found = DUTCH_AMOUNT.fullmatch(text) or POINT_AMOUNT.fullmatch(text)
        if found is None:
            raise forms.ValidationError(self.error_messages[_wrong(text)])
        whole, cents = found[1].replace(".", ""), (found[2] or "").strip("-")
        return Decimal(f"{whole}.{cents.ljust(2, '0')}")


def _wrong(text: str) -> str:
    """Which of its messages says why this is no amount."""
    if text[0] in "-−–" and any(one.isdigit() for one in text):
        return "negative"
    if TWO_WAYS.fullmatch(text):
        return "two_ways"
    return "too_precise" if TOO_PRECISE.fullmatch(text) else "invalid"
