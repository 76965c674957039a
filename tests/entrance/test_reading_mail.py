"""What the entrance writes to people: every mail and every message is ours, and Dutch."""

import re
from datetime import UTC, datetime

import pytest
from django.template.loader import get_template, render_to_string

MAILS = (
    "account/email/password_changed",
    "account/email/password_elsewhere",
    "account/email/password_reset",
    "account/email/password_reset_key",
    "account/email/unknown_account",
    "mfa/email/recovery_codes_generated",
    "mfa/email/totp_activated",
    "mfa/email/totp_deactivated",
    "mfa/email/webauthn_added",
    "mfa/email/webauthn_removed",
)
MESSAGES = (
    "account/messages/logged_in.txt",
    "account/messages/logged_out.txt",
    "account/messages/password_changed.txt",
    "mfa/messages/recovery_codes_generated.txt",
    "mfa/messages/totp_activated.txt",
    "mfa/messages/totp_deactivated.txt",
    "mfa/messages/webauthn_added.txt",
    "mfa/messages/webauthn_removed.txt",
)
ENGLISH = re.compile(r"\b(the|you|your|has|been|password|please|hello|from|account has)\b", re.IGNORECASE)
TOLD = {
    "timestamp": datetime(2026, 11, 18, 9, 30, tzinfo=UTC),
    "password_reset_url": "https://regie.example.org/x",
}


@pytest.mark.parametrize("name", MAILS)
def test_a_mail(name: str):
    subject = render_to_string(f"{name}_subject.txt", TOLD).strip()
    message = render_to_string(f"{name}_message.txt", TOLD).strip()
    assert len(subject.splitlines()) == 1
    assert message.startswith("Beste collega,")
    assert message.endswith("Regie")
    assert not ENGLISH.search(subject + message)
    assert "{{" not in message


@pytest.mark.parametrize("name", ["account/email/password_changed", "mfa/email/webauthn_added"])
def test_a_mail_about_a_change_says_when_and_what_to_do(name: str):
    message = render_to_string(f"{name}_message.txt", TOLD)
    assert "Wanneer: 18 november 2026, 10.30 uur" in message
    assert "Was u dit niet? Meld het dan meteen aan uw beheerder." in message


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message(name: str):
    assert "/regie/entrance/templates/" in str(get_template(name).origin.name)
    assert not ENGLISH.search(render_to_string(name))
