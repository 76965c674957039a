"""The app on somebody's phone: what it holds, and which code it shows."""

import time

from allauth.mfa import app_settings
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from regie.accounts.models import User

PASSWORD = "een-lang-wachtwoord"
SECRET = "NOORNOORNOORNOORNOORNOORNOORNOOR"


def give_app(user: User, secret: str = SECRET) -> None:
    """He has an app as second step."""
    TOTP.activate(user, secret)


def give_recovery_codes(user: User) -> list[str]:
    """He has recovery codes: these."""
    codes: list[str] = RecoveryCodes.activate(user).get_unused_codes()
    return codes


def code(secret: str = SECRET, *, periods: int = 0) -> str:
    """What the app shows now, or so many half minutes from now."""
    counter = int(time.time()) // app_settings.TOTP_PERIOD + periods
    shown: str = format_hotp_value(hotp_value(secret, counter))
    return shown


def give_password(client: Client, user: User | str, password: str = PASSWORD, **extra: str) -> HttpResponse:
    """The first step: an address and a password."""
    email = user if isinstance(user, str) else user.email
    return client.post(reverse("account_login"), {"login": email, "password": password}, **extra)


def give_code(client: Client, typed: str) -> HttpResponse:
    """The second step."""
    return client.post(reverse("mfa_authenticate"), {"code": typed})


def come_in(client: Client, user: User, secret: str = SECRET, **first: str) -> HttpResponse:
    """Both steps, as somebody does it himself."""
    give_password(client, user, **first)
    return give_code(client, code(secret))
