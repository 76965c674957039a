"""Coming in by an invitation: the code, and the first password."""

from typing import Any

from allauth.account import forms as allauth
from django import forms

from regie.entrance.forms.password import OurWords


class CodeForm(forms.Form):
    """The code from the letter."""

    code = forms.CharField(
        label="Code",
        max_length=40,
        error_messages={"required": "Vul de code in."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        help_text="Zestien letters en cijfers. Streepjes en spaties mag u weglaten.",
    )


class FirstPasswordForm(OurWords, allauth.SetPasswordForm):
    """The password of a new account."""


class TakeRoleForm(forms.Form):
    """Nothing but the button: who has an account already keeps his password."""

    def __init__(self, *args: Any, user: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
