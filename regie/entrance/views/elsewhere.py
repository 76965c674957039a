"""Signing in at the municipality itself, and what to say when that does not answer as it should."""

import logging
from collections.abc import Callable
from functools import wraps

from allauth.socialaccount.providers.openid_connect import views as openid
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from requests import RequestException

log = logging.getLogger(__name__)


def _or_say_so(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view; a provider that is away or answers nonsense gives a page and a line in the log."""

    @wraps(view)
    def respond(request: HttpRequest, provider_id: str) -> HttpResponse:
        try:
            return view(request, provider_id)
        except (RequestException, KeyError, TypeError, ValueError):
            log.exception("The provider for single sign-on did not answer as it should.")
            return render(request, "socialaccount/authentication_error.html", status=502)

    return respond


to_provider = _or_say_so(openid.login)
from_provider = _or_say_so(openid.callback)
