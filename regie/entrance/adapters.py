"""What Regie asks of allauth: nobody signs himself up, secrets are encrypted, a second factor always stays."""

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest

from regie.privacy.encryption import decrypt, encrypt

SECRETS = "mfa_authenticator.data"


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by a colleague."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Single sign-on opens an account that exists; it makes none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never."""
        return False


class MFAAdapter(DefaultMFAAdapter):
    """Second factors: their secrets encrypted, and never without one."""

    def encrypt(self, text: str) -> str:
        """Seals a secret for storage."""
        return base64.b64encode(encrypt(text, place=SECRETS)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Opens a stored secret."""
        return decrypt(base64.b64decode(encrypted_text), place=SECRETS)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Only while another second factor remains."""
        others = Authenticator.objects.filter(user=authenticator.user).exclude(pk=authenticator.pk)
        return bool(others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists())
