"""What Regie asks of allauth: nobody signs himself up, secrets are sealed, a second step always stays."""

import base64
import logging
import smtplib
import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from regie.entrance.provider import Refusal, account_behind
from regie.entrance.second_factor import (
    FACTORS,
    come_in_again,
    confirm_sign_in,
    holds_second_factor,
    tell_of_reset,
)
from regie.privacy.encryption import decrypt, encrypt

SECRETS = "mfa_authenticator.data"
OUR_STAGE = {"allauth.mfa.stages.AuthenticateStage": "regie.entrance.second_factor.SecondStep"}
POOR = {
    "password_too_short": "Dit wachtwoord is te kort. Neem minstens 12 tekens.",
    "password_too_similar": "Dit wachtwoord lijkt te veel op uw naam of e-mailadres.",
    "password_too_common": "Dit wachtwoord gebruiken veel mensen. Kies een ander.",
}
log = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by a colleague; they are locked by name, not by address."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "Dit e-mailadres en dit wachtwoord horen niet bij elkaar.",
        "too_many_login_attempts": "Dat was te vaak niet goed. Wacht vijf minuten en probeer het dan opnieuw.",
        "rate_limited": "Dat was te vaak niet goed. Wacht vijf minuten en probeer het dan opnieuw.",
        "incorrect_password": "Dit wachtwoord klopt niet.",
        "enter_current_password": "Dit is niet uw wachtwoord van nu.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def get_login_stages(self) -> list[str]:
        """allauth's own, with our second step."""
        return [OUR_STAGE.get(stage, stage) for stage in super().get_login_stages()]

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """Remembers whether a second step was given."""
        confirm_sign_in(request, user, (kwargs["signal_kwargs"] or {}).get("sociallogin"))
        tell_of_reset(request, user)
        response: HttpResponse = super().post_login(request, user, **kwargs)
        return response

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Always, but for who came in a moment ago to set up his first second step."""
        request = self.request
        if holds_second_factor(request.user):
            return True
        records = get_authentication_records(request, request.user)
        latest = max((record["at"] for record in records), default=0)
        fresh = time.time() - latest <= app_settings.REAUTHENTICATION_TIMEOUT
        if not fresh and not self.get_reauthentication_methods(request.user):
            # He came by the municipality and has no proof here: he comes by it again.
            raise ImmediateHttpResponse(come_in_again(request, "Log eerst opnieuw in."))
        return not fresh

    def clean_password(self, password: str, user: Any = None) -> str:
        """Says in our words what is wrong with a password: Django's own are not all Dutch."""
        try:
            return str(super().clean_password(password, user))
        except ValidationError as error:
            raise ValidationError([POOR[str(each.code)] for each in error.error_list]) from None

    def send_password_reset_mail(self, user: Any, email: str, context: dict[str, Any]) -> None:
        """Where the municipality signs people in, a mailbox alone opens no account without a second step here."""
        if settings.SOCIALACCOUNT_PROVIDERS and not holds_second_factor(user):
            # From "account/email/password_elsewhere_subject.txt" and
            # "account/email/password_elsewhere_message.txt".
            self.send_mail("account/email/password_elsewhere", email, context)
        else:
            super().send_password_reset_mail(user, email, context)

    def set_password(self, user: Any, password: str) -> None:
        """Sets it; wrong guesses at the old one no longer count."""
        super().set_password(user, password)
        self._delete_login_attempts_cached_email(self.request, email=user.email)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to where he came from."""
        return reverse("entrance:account")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Sends a mail; when the mail server is away, what was done stays done and the log tells."""
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, smtplib.SMTPException):
            log.exception("A mail could not be sent: %s", template_prefix)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """What wrong passwords are counted by: allauth counts by host name too, which the sender chooses."""
        return str(credentials.get("email", "")).lower()


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Single sign-on opens an account that exists; it makes none and links none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Finds the account, or says why there is none."""
        try:
            sociallogin.user = account_behind(sociallogin)
        except Refusal as refusal:
            page = render(request, "entrance/refused.html", {"sentence": refusal.sentence}, status=403)
            raise ImmediateHttpResponse(page) from None

    def on_authentication_error(self, request: HttpRequest, provider: Any, **kwargs: Any) -> None:
        """Tells the log what the page does not."""
        log.warning("Signing in elsewhere failed: %s %r", kwargs.get("error"), kwargs.get("exception"))


class MFAAdapter(DefaultMFAAdapter):
    """Second factors: their secrets sealed, and never without one."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "Dat klopt niet. Probeer het opnieuw, met een nieuwe code.",
        "cannot_delete_authenticator": "Dit is uw enige tweede stap. Stel eerst een andere in.",
    }

    def encrypt(self, text: str) -> str:
        """Seals a secret for storage."""
        return base64.b64encode(encrypt(text, place=SECRETS)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Opens a stored secret."""
        return decrypt(base64.b64decode(encrypted_text), place=SECRETS)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Only while another second factor remains."""
        others = Authenticator.objects.filter(user=authenticator.user, type__in=FACTORS)
        return bool(others.exclude(pk=authenticator.pk).exists())

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The name that a telephone shows beside the passkey."""
        return super().get_public_key_credential_rp_entity() | {"name": "Regie"}

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """What a new passkey is called until he names it."""
        return f"Passkey {Authenticator.objects.filter(user=user, type=type).count() + 1}"
