"""What the demo shows of itself: who you can be, and the code of this moment."""

import time
from dataclasses import dataclass

from allauth.mfa import app_settings
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.urls import reverse

from regie.demo.cast import COLLEAGUES, JOEP, PASSWORD, PLACES, Colleague

PARTNER = "Partner, woonconsulent"


@dataclass(frozen=True)
class DemoColleague:
    """Somebody you can be in the demo, with the code of this moment."""

    name: str
    email: str
    role: str
    code: str
    secret: str


@dataclass(frozen=True)
class HowPage:
    """How to sign in; codes change every half minute. `mail_folder` is where the mails land."""

    password: str
    colleagues: tuple[DemoColleague, ...]
    seconds_left: int
    login_url: str
    mail_folder: str


def how_page(seconds: float | None = None) -> HowPage:
    """The page at a moment (seconds since 1970; now when not given)."""
    at = time.time() if seconds is None else seconds
    counter = int(at) // app_settings.TOTP_PERIOD
    left = app_settings.TOTP_PERIOD - int(at) % app_settings.TOTP_PERIOD
    return HowPage(
        PASSWORD,
        tuple(_shown(colleague, counter) for colleague in (*COLLEAGUES, JOEP)),
        left,
        reverse("account_login"),
        str(settings.EMAIL_FILE_PATH),
    )


def _shown(colleague: Colleague, counter: int) -> DemoColleague:
    code = format_hotp_value(hotp_value(colleague.secret, counter))
    role = f"{colleague.role.label if colleague.role else PARTNER}, {PLACES[colleague.place]}"
    return DemoColleague(colleague.name, colleague.email, role, code, colleague.secret)
