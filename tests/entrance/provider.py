"""The municipality's own sign-in: a real OpenID provider in a process of its own, on this computer only."""

import copy
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
import requests
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from config import environment

TWO_STEPS = {"amr": ["pwd", "mfa"]}
START = 20  # seconds


@dataclass(frozen=True)
class Provider:
    """Where it is."""

    issuer: str

    def knows(self, sub: str, **claims: object) -> str:
        """Somebody with these claims; answers by which name he signs in there."""
        answer = requests.put(f"{self.issuer}/users/{sub}", json=claims, timeout=5)
        answer.raise_for_status()
        return sub

    def sign_in(self, client: Client, sub: str, **extra: str) -> HttpResponse:
        """From our door to the provider's, and back again."""
        return client.get(self.address_back(client, sub, **extra))

    def address_back(self, client: Client, sub: str, **extra: str) -> str:
        """From our door to the provider's; the address to which he is sent back."""
        left = client.post(reverse("openid_connect_login", args=["gemeente"]) + extra.get("query", ""))
        there = left.headers["Location"]
        assert there.startswith(self.issuer), there
        answer = requests.post(there, data={"sub": sub}, allow_redirects=False, timeout=5)
        back = urlsplit(answer.headers["Location"])
        return f"{back.path}?{back.query}"


@contextmanager
def running() -> Iterator[Provider]:
    """A provider that answers; afterwards it is gone."""
    port = free_port()
    command = [sys.executable, "-m", "oidc_provider_mock", "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(f"http://127.0.0.1:{port}/.well-known/openid-configuration")
        yield Provider(f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="session")
def running_provider() -> Iterator[Provider]:
    """A real OpenID provider, one for all tests."""
    with running() as provider:
        yield provider


@pytest.fixture
def provider(running_provider: Provider, monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Provider:
    """The provider, and an installation that names it in its environment."""
    point_to(running_provider.issuer, monkeypatch, settings)
    return running_provider


def free_port() -> int:
    """A port where nobody answers."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def point_to(issuer: str, monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    """An installation whose environment names this provider."""
    named = {
        "REGIE_OIDC_ISSUER": issuer,
        "REGIE_OIDC_CLIENT_ID": "regie",
        "REGIE_OIDC_CLIENT_SECRET": "een geheim",
        "REGIE_OIDC_NAME": "Gemeente Sittard-Geleen",
    }
    for name, value in named.items():
        monkeypatch.setenv(name, value)
    settings.SOCIALACCOUNT_PROVIDERS = environment.openid_connect(environment.Mode.TEST)
    policy = copy.deepcopy(settings.CONTENT_SECURITY_POLICY)
    policy["DIRECTIVES"]["form-action"] = ["'self'", *environment.openid_connect_origins()]
    settings.CONTENT_SECURITY_POLICY = policy


def _wait(url: str) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until:
        try:
            json.loads(requests.get(url, timeout=1).text)
        except (requests.RequestException, ValueError):
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"No provider at {url} after {START} seconds.")
