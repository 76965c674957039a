"""Codes and passkeys: allauth's forms in our words, and every code good for one time."""

from typing import Any

from allauth.mfa import app_settings
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.core.cache import cache

WRONG = "Deze code klopt niet, of u gebruikte hem al. Wacht op een nieuwe code en vul die in."
EXAMPLE = "Bijvoorbeeld: telefoon van het werk."


class _CodeForm(forms.Form):
    """One code, typed on a keyboard of numbers."""

    user: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        code.label = "Code"
        code.error_messages["required"] = "Vul de code in."
        code.widget.attrs |= {"inputmode": "numeric", "class": "short"}
        code.widget.attrs.pop("placeholder", None)

    def clean_code(self) -> str:
        """Refuses a code that is wrong, and one that was used while it is still valid."""
        try:
            code: str = super().clean_code()  # type: ignore[misc]
        except forms.ValidationError as error:
            raise forms.ValidationError(WRONG) if error.code == "incorrect_code" else error from None
        if not _first_use(self.user.pk, code):
            raise forms.ValidationError(WRONG)
        return code


class CodeForm(_CodeForm, AuthenticateForm):
    """The second step of signing in: he has his telephone in one hand already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs["autofocus"] = True


class CodeAgainForm(_CodeForm, ReauthenticateForm):
    """A code, before something that matters."""


class NewAppForm(_CodeForm, ActivateTOTPForm):
    """The first code of a new app."""


class NewPasskeyForm(AddWebAuthnForm):
    """A passkey that can sign in by itself: it always asks the finger, the face or the PIN."""

    name = forms.CharField(label="Naam", max_length=60, required=False, help_text=EXAMPLE)
    # allauth's script reads this box; unticked would make a key that cannot sign in by itself.
    passwordless = forms.BooleanField(initial=True, widget=forms.CheckboxInput(attrs={"hidden": True}))


class RenamePasskeyForm(EditWebAuthnForm):
    """Another name."""

    name = forms.CharField(
        label="Naam",
        max_length=60,
        help_text=EXAMPLE,
        error_messages={"required": "Geef de passkey een naam."},
    )


def _first_use(user_pk: int, code: str) -> bool:
    """Remembers a code for as long as it is good: allauth itself forgets it after half a minute."""
    good_for = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
    digits = "".join(filter(str.isdigit, code))
    return bool(cache.add(f"used-code:{user_pk}:{digits}", True, timeout=good_for))
