"""Every address says who may come in, and what is open to everyone is listed here."""

from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, include, path

from regie.accounts.access import access_of, everyone, signed_in
from tests.architecture.addresses import addresses
from tests.architecture.source import none

# Open without signing in, each for a reason.
OPEN = {
    "office:public_plan": "a municipality publishes it for everyone",
    "office:public_pdf": "the same on paper",
    "office:public_json": "the same as data",
    "account_login": "to sign in",
    "desk:shell": "opens without a network, where nobody is signed in; the same for everybody, with nothing of anyone in it",
    "desk:worker": "what keeps that page on a telephone",
    "desk:manifest": "a telephone asks it without a cookie",
    "account_logout": "signing out twice is no error",
    "account_inactive": "says to who cannot sign in why",
    "account_reset_password": "who forgot his password cannot sign in",
    "account_reset_password_done": "says that a mail is under way",
    "account_reset_password_from_key": "opened from that mail",
    "account_reset_password_from_key_done": "says that the new password works",
    "entrance:invitation": "who is invited has no account yet",
    "entrance:open_invitation": "the link from the mail with an invitation",
    "entrance:accept_invitation": "who holds a good code chooses a password",
    "mfa_authenticate": "the second step of signing in",
    "mfa_login_webauthn": "signing in with a passkey",
    "openid_connect_login": "signing in at the municipality",
    "openid_connect_callback": "coming back from there",
    "socialaccount_login_cancelled": "coming back from there",
    "socialaccount_login_error": "coming back from there",
    "desk:calendar_file": "a telephone reads the calendar of who made the address; it cannot sign in",
    "partnerdesk:link": "who is asked something has no account; it asks the code",
    "partnerdesk:link_request": "the same, where the code was typed",
    "partnerdesk:link_answered": "the same; it says only that an answer was written down",
    "gallery:gallery": "components with invented people, for who builds and judges",
    "demo:how": "how to sign in to the demo; not in production",
}


def unguarded(patterns: Iterable[URLPattern | URLResolver]) -> Iterator[str]:
    """Every address whose view does not say who may come in, and every open one that is not listed."""
    for name, address in addresses(patterns):
        access = access_of(address.callback)
        if access is None:
            yield f"{name}: say who may come in (@everyone, @half_signed_in, @signed_in or @requires) as the outermost."
        elif not access.signed_in and name not in OPEN:
            yield f"{name}: open to everyone. Ask for a permission, or list it in OPEN with the reason."


def test_every_address_says_who_may_come_in():
    none(unguarded(get_resolver().url_patterns))


def test_what_is_listed_as_open_exists():
    assert set(OPEN) <= {name for name, _ in addresses(get_resolver().url_patterns)}


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def test_an_address_without_a_rule_is_found():
    inner = [path("in/", page, name="inner"), path("fine/", signed_in(page), name="fine")]
    (found,) = unguarded([path("out/", include((inner, "app")))])
    assert found.startswith("app:inner: say who may come in")


def test_an_address_that_is_open_but_not_listed_is_found():
    (found,) = unguarded([path("open/", everyone(page), name="open")])
    assert found.startswith("open: open to everyone")
