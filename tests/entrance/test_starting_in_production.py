"""A municipality starts Regie: with strong secrets and its own host name, or not at all."""

import json
import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

from config.environment import DEVELOPMENT_SECRET

ROOT = Path(__file__).resolve().parents[2]
SECRETS = ("REGIE_SECRET", "REGIE_INDEX_KEY", "REGIE_JOURNAL_KEY")
SETTINGS = """
import json
from config import settings
names = %r
print(json.dumps({name: getattr(settings, name) for name in names}))
"""


def good() -> dict[str, str]:
    """What a careful manager sets."""
    drawn = {name: secrets.token_urlsafe(64) for name in SECRETS}
    numbered = {name: f"1={secrets.token_urlsafe(64)}" for name in ("REGIE_FIELD_KEYS", "REGIE_DEVICE_KEYS")}
    return drawn | numbered | {"REGIE_HOSTS": "regie.example.org"}


def start(command: list[str], **changes: str | None) -> subprocess.CompletedProcess[str]:
    """Runs Python in a clean environment in production, with these things changed."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("REGIE_", "DJANGO_"))}
    told = bare | good() | {"REGIE_MODE": "production"} | changes
    environment = {name: value for name, value in told.items() if value is not None}
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )


def settings_in_production(*names: str, **changes: str | None) -> dict[str, object]:
    """These settings, as production has them."""
    ran = start(["-c", SETTINGS % (names,)], **changes)
    assert ran.returncode == 0, ran.stderr
    answer: dict[str, object] = json.loads(ran.stdout)
    return answer


class TestItDoesNotStart:
    @pytest.mark.parametrize("name", SECRETS)
    @pytest.mark.parametrize(
        ("value", "why"),
        [
            (None, "is missing: set it to 50 random characters"),
            ("", "is missing: set it to 50 random characters"),
            ("kort", "is too short: use at least 50 random characters"),
            (DEVELOPMENT_SECRET, "is the development secret"),
        ],
        ids=["absent", "empty", "short", "development"],
    )
    def test_without_a_strong_secret(self, name: str, value: str | None, why: str):
        self.refused({name: value}, name, why)

    @pytest.mark.parametrize(
        ("value", "why"),
        [
            (None, "is missing or not of the form"),
            ("geen-nummer", "is missing or not of the form"),
            ("0=" + "x" * 60, "is missing or not of the form"),
            ("1=kort", "is too short"),
            (f"1={'x' * 60},2={DEVELOPMENT_SECRET}", "is the development secret"),
        ],
        ids=["absent", "unnumbered", "zero", "short", "development"],
    )
    @pytest.mark.parametrize("name", ["REGIE_FIELD_KEYS", "REGIE_DEVICE_KEYS"])
    def test_without_strong_numbered_keys(self, value: str | None, why: str, name: str):
        self.refused({name: value}, name, why)

    @pytest.mark.parametrize("value", [None, "", " , ", "*", "regie.example.org,*"])
    def test_without_its_own_host_name(self, value: str | None):
        self.refused(
            {"REGIE_HOSTS": value},
            "REGIE_HOSTS",
            "must name the host names of this installation, without '*'",
        )

    def test_with_a_provider_whose_word_could_be_changed_on_the_way(self):
        named = {"REGIE_OIDC_CLIENT_ID": "regie", "REGIE_OIDC_CLIENT_SECRET": "een geheim"}
        self.refused(named | {"REGIE_OIDC_ISSUER": "http://x.example.org"}, "REGIE_OIDC_ISSUER", "https://")

    @pytest.mark.parametrize("name", ["REGIE_OIDC_CLIENT_ID", "REGIE_OIDC_CLIENT_SECRET"])
    def test_with_half_a_provider(self, name: str):
        named = {"REGIE_OIDC_CLIENT_ID": "regie", "REGIE_OIDC_CLIENT_SECRET": "een geheim"}
        self.refused(named | {"REGIE_OIDC_ISSUER": "https://x.example.org", name: None}, name, "is missing")

    def test_in_a_mode_that_does_not_exist(self):
        self.refused({"REGIE_MODE": "productie"}, "REGIE_MODE", "is one of production, demo, test")

    def test_without_a_word_it_is_production(self):
        self.refused({"REGIE_MODE": None, "REGIE_SECRET": None}, "REGIE_SECRET", "is missing")

    @staticmethod
    def refused(changes: dict[str, str | None], *words: str) -> None:
        ran = start(["-c", "import config.settings"], **changes)
        assert ran.returncode == 1
        sentence = ran.stderr.strip().splitlines()[-1]
        assert sentence.startswith("django.core.exceptions.ImproperlyConfigured:")
        for word in words:
            assert word in sentence
        assert "xxx" not in sentence
        assert "geheim" not in sentence


class TestItStarts:
    def test_and_django_has_nothing_to_warn_of(self):
        ran = start(["-m", "config.manage", "check", "--deploy", "--fail-level", "WARNING"])
        assert ran.returncode == 0, ran.stderr
        assert "no issues" in ran.stdout

    def test_cookies_go_over_https_and_scripts_cannot_read_them(self):
        told = settings_in_production(
            "SESSION_COOKIE_SECURE",
            "CSRF_COOKIE_SECURE",
            "SESSION_COOKIE_HTTPONLY",
            "CSRF_COOKIE_HTTPONLY",
            "SECURE_SSL_REDIRECT",
            "SECURE_HSTS_INCLUDE_SUBDOMAINS",
        )
        assert all(told.values()), told

    def test_browsers_remember_https_for_a_year(self):
        assert settings_in_production("SECURE_HSTS_SECONDS") == {"SECURE_HSTS_SECONDS": 365 * 24 * 3600}

    def test_a_header_of_a_proxy_is_believed_only_when_there_is_a_proxy(self):
        assert settings_in_production("SECURE_PROXY_SSL_HEADER") == {"SECURE_PROXY_SSL_HEADER": None}
        behind = settings_in_production("SECURE_PROXY_SSL_HEADER", REGIE_PROXIES="1")
        assert behind == {"SECURE_PROXY_SSL_HEADER": ["HTTP_X_FORWARDED_PROTO", "https"]}

    def test_no_demo_and_no_insecure_passkeys(self):
        told = settings_in_production("INSTALLED_APPS", "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN", "DEBUG")
        assert "regie.demo" not in told["INSTALLED_APPS"]  # type: ignore[operator]
        assert told["MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"] is told["DEBUG"] is False

    def test_passwords_are_kept_with_argon2(self):
        told = settings_in_production("PASSWORD_HASHERS")
        assert told == {"PASSWORD_HASHERS": ["django.contrib.auth.hashers.Argon2PasswordHasher"]}


class TestWhatABrowserMayDo:
    POLICY = (
        "base-uri 'none'; default-src 'self'; form-action 'self'; frame-ancestors 'none'; "
        "img-src 'self' data:; manifest-src 'self'; object-src 'none'; worker-src 'self'"
    )

    @pytest.mark.parametrize("path", ["/inloggen/", "/niets/", "/jongeren/"])
    def test_the_policy_stands_on_every_answer(self, db: None, client, path: str):
        header = client.get(path).headers["Content-Security-Policy"]
        assert "; ".join(sorted(header.split("; "))) == self.POLICY

    def test_the_other_headers_too(self, db: None, client):
        headers = client.get("/inloggen/").headers
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"

    def test_a_form_may_lead_to_the_municipality_when_it_is_named(self):
        named = {
            "REGIE_OIDC_ISSUER": "https://inloggen.example.org/tenant/v2.0",
            "REGIE_OIDC_CLIENT_ID": "regie",
            "REGIE_OIDC_CLIENT_SECRET": "een geheim",
            "REGIE_OIDC_ORIGINS": "https://a.example.org https://b.example.org",
        }
        told = settings_in_production("CONTENT_SECURITY_POLICY", **named)
        assert told["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]["form-action"] == [  # type: ignore[index]
            "'self'",
            "https://inloggen.example.org",
            "https://a.example.org",
            "https://b.example.org",
        ]
