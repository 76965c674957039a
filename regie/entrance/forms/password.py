"""Signing in with a password, changing it, and asking for a new one: allauth's forms in our words."""

from typing import Any

from allauth.account import forms as allauth
from allauth.account.adapter import get_adapter
from django import forms
from django.http import HttpRequest

SENTENCE = "Minstens 12 tekens. Een zin van een paar woorden is sterk en goed te onthouden."
LABELS = {
    "login": "E-mailadres",
    "email": "E-mailadres",
    "password": "Wachtwoord",
    "oldpassword": "Uw wachtwoord van nu",
    "password1": "Nieuw wachtwoord",
    "password2": "Nog een keer uw nieuwe wachtwoord",
}
MISSING = {
    "login": "Vul uw e-mailadres in.",
    "email": "Vul uw e-mailadres in.",
    "password": "Vul uw wachtwoord in.",
}


class OurWords(forms.Form):
    """Labels of ours, no example inside the box, and one sentence about a good password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = LABELS[name]
            field.help_text = SENTENCE if name == "password1" else ""
            field.widget.attrs.pop("placeholder", None)
            field.error_messages["required"] = MISSING.get(name, "Vul dit in.")

    def clean_password2(self) -> str:
        """Compares in our words."""
        again: str = self.cleaned_data.get("password2", "")
        if "password1" in self.cleaned_data and again != self.cleaned_data["password1"]:
            raise forms.ValidationError("Dit is niet hetzelfde als het eerste wachtwoord.")
        return again


class LoginForm(OurWords, allauth.LoginForm):
    """The door."""


class ReauthenticateForm(OurWords, allauth.ReauthenticateForm):
    """The password again, before something that matters."""


class ResetPasswordForm(OurWords, allauth.ResetPasswordForm):
    """To which address the link goes; an unknown address gets a mail too, and the page says the same."""

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Sends the mail."""
        if not self.users:
            get_adapter().send_mail("account/email/unknown_account", self.cleaned_data["email"], {})
            return str(self.cleaned_data["email"])
        return str(super().save(request, **kwargs))


class ResetPasswordKeyForm(OurWords, allauth.ResetPasswordKeyForm):
    """A new password, by the link from the mail."""


class ChangePasswordForm(OurWords, allauth.ChangePasswordForm):
    """A new password, for who knows the old one."""
