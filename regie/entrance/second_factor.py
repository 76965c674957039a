"""The second step of signing in: who has one, who came in with it, and when the municipality asked it already."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url

from regie.accounts.queries import SECOND_FACTORS, last_reset
from regie.entrance.provider import asked_two_steps
from regie.ui.words import moment

CONFIRMED = "second_factor"
FACTORS = list(SECOND_FACTORS)


def came_with_second_factor(request: HttpRequest) -> bool:
    """Whether a second step was given in this very session; that he has one is not enough."""
    return bool(request.session.get(CONFIRMED))


def holds_second_factor(user: Any) -> bool:
    """Whether he has an app or a passkey."""
    return bool(is_mfa_enabled(user, FACTORS))


def confirm_sign_in(request: HttpRequest, user: Any, sociallogin: Any = None) -> None:
    """Writes in the session of who just came in that he gave a second step, here or at the municipality."""
    methods = {record["method"] for record in get_authentication_records(request, user)}
    if "mfa" in methods or asked_two_steps(sociallogin):
        request.session[CONFIRMED] = True


def tell_of_reset(request: HttpRequest, user: Any) -> None:
    """Says to who comes in without a second step that a manager took it away: he may not have asked for it."""
    reset = None if holds_second_factor(user) else last_reset(user)
    if reset:
        messages.warning(
            request,
            f"Op {moment(reset.recorded_at)} is uw tweede stap weggehaald door {reset.recorded_by_label}. "
            "Stel een nieuwe in. Vroeg u dit niet? Bel dan nu uw beheerder.",
        )


def come_in_again(request: HttpRequest, sentence: str) -> HttpResponse:
    """Ends this session and leads by the door back to this page."""
    logout(request)
    messages.info(request, sentence)
    return redirect_to_login(request.get_full_path(), resolve_url("account_login"))


class SecondStep(AuthenticateStage):
    """Asked of everyone who has one, unless the municipality asked two steps a moment ago."""

    def handle(self) -> Any:
        """Goes on at once, or asks."""
        if asked_two_steps((self.login.signal_kwargs or {}).get("sociallogin")):
            return None, True
        return super().handle()


def setting_up(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Who sets up his first second step in this session has shown that he holds it."""

    @wraps(view)
    def respond(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        had = holds_second_factor(request.user)
        response = view(request, *args, **kwargs)
        if not had and request.method == "POST" and holds_second_factor(request.user):
            request.session[CONFIRMED] = True
            record_authentication(request, request.user, "mfa", reauthenticated=True)
        return response

    return respond
