"""Who has one municipality is not asked which one; who has more chooses."""

from typing import Any

from django import forms

from regie.accounts.models import Municipality
from regie.ui.verb_form import VerbForm
from tests.cast import Cast


class WhereForm(VerbForm):
    """Asks which municipality."""

    municipality = forms.ModelChoiceField(
        label="Gemeente", queryset=Municipality.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, municipalities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_which("municipality", municipalities)


def where(*places: Municipality) -> Any:
    return Municipality.objects.filter(pk__in=[one.pk for one in places]).order_by("name")


def test_the_only_one_is_filled_in_and_not_shown(cast: Cast):
    field = WhereForm(municipalities=where(cast.here))["municipality"]
    assert field.is_hidden
    assert field.value() == cast.here.pk


def test_of_two_he_chooses(cast: Cast):
    field = WhereForm(municipalities=where(cast.here, cast.elsewhere))["municipality"]
    assert not field.is_hidden
    assert field.value() is None
    assert [str(label) for _, label in field.field.choices] == ["Heerlen", "Sittard-Geleen"]


def test_another_than_his_is_refused(cast: Cast):
    form = WhereForm({"municipality": cast.elsewhere.pk}, municipalities=where(cast.here))
    assert "municipality" in form.errors
