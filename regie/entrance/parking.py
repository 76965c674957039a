"""Keeps what somebody typed when his session ended meanwhile, until he signed in again.

It stays in the new session (which is sealed), for the same user and the same page only, and is read once.
"""

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, QueryDict

from regie.accounts.access import access_of
from regie.entrance.sessions import SessionStore

PARKED = "parked_form"


def keeps_typing(request: HttpRequest) -> bool:
    """Whether this is a page of work: passwords and codes are never kept."""
    access = access_of(request.resolver_match.func) if request.resolver_match else None
    return access is not None and bool(access.permissions)


def park(request: HttpRequest, *, user_id: str) -> None:
    """Keeps the fields of this form for this user."""
    typed = {name: values for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"}
    request.session[PARKED] = {"user": user_id, "path": request.path, "typed": typed}


def retrieve(request: HttpRequest) -> QueryDict | None:
    """What this user typed earlier on this page, if anything was kept; it is gone afterwards."""
    if request.method != "GET" or PARKED not in request.session or not request.user.is_authenticated:
        return None
    kept = request.session[PARKED]
    mine = kept["user"] == str(request.user.pk)
    if mine and kept["path"] != request.path:
        return None
    del request.session[PARKED]
    return _as_query(kept["typed"]) if mine else None


def who_was_here(request: HttpRequest) -> str | None:
    """The user whose session ended: the key of its record, by the cookie that is still here."""
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    ended = SessionStore.get_model_class().objects.filter(session_key=key).first()
    return SessionStore().decode(ended.session_data).get(SESSION_KEY) if ended else None


def _as_query(typed: dict[str, list[str]]) -> QueryDict:
    query = QueryDict(mutable=True)
    for name, values in typed.items():
        query.setlist(name, values)
    return query
