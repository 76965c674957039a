"""The front door: who acts, since when, and whether he may come in."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.cache import add_never_cache_headers
from django.utils.functional import SimpleLazyObject

from regie.accounts.access import Access, access_of
from regie.base.clock import day, now
from regie.base.errors import NotAllowed, NotNow
from regie.entrance.parking import keeps_typing, park, retrieve, who_was_here
from regie.entrance.second_factor import came_with_second_factor, come_in_again, holds_second_factor
from regie.partners.queries import acting

Respond = Callable[[HttpRequest], HttpResponse]


class Acting:
    """Puts the moment (`at`), the actor and what was typed before the session ended on every request."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: Any) -> HttpResponse:
        request.at = now()
        request.today = day(request.at)
        request.actor = SimpleLazyObject(lambda: acting(request.user, at=request.at))
        request.typed = retrieve(request)
        if request.typed is not None:
            messages.info(request, "Wat u typte, staat er nog. Kijk het na en verstuur het opnieuw.")
        response = self.respond(request)
        if request.user.is_authenticated:
            add_never_cache_headers(response)
        return response


class FrontDoor:
    """Holds everyone to the rule that the view declares; a view without a rule lets nobody in."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.respond(request)

    def process_view(self, request: Any, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        request.page = request.resolver_match.view_name
        access = access_of(view)
        if access is None:
            raise ImproperlyConfigured(
                f"{view.__module__}.{view.__qualname__} does not declare who may come in."
            )
        if not access.signed_in:
            return None
        if not request.user.is_authenticated:
            return _ask_to_sign_in(request)
        if not came_with_second_factor(request) and (first := _second_factor_first(request, access)):
            return first
        if not access.admits(request.actor):
            raise PermissionDenied
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """What a verb refuses to this person and no form could say, said on a page."""
        if isinstance(exception, NotNow):
            return render(request, "409.html", {"sentence": exception.sentence}, status=409)
        if not isinstance(exception, NotAllowed):
            return None
        return render(request, "403.html", {"sentence": exception.sentence}, status=403)


def _ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    who = who_was_here(request) if request.method == "POST" and keeps_typing(request) else None
    if who:
        park(request, user_id=who)
        messages.info(request, "U was uitgelogd. Log opnieuw in: wat u typte, blijft bewaard.")
    return redirect_to_login(request.get_full_path(), resolve_url("account_login"))


def _second_factor_first(request: Any, access: Access) -> HttpResponse | None:
    """Who has no second step sets one up; who has one and came in without it comes in again.

    Otherwise a stolen password, used before its owner set up his second step, would stay good after it.
    """
    if holds_second_factor(request.user):
        return come_in_again(request, "Log opnieuw in, met uw tweede stap.")
    return redirect("mfa_activate_totp") if access.second_factor else None
