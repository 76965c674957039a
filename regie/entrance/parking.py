"""Keeps what somebody typed when his session ended meanwhile, until he signed in again.

It is kept encrypted in the new session, for the same user and the same page only, and read once.
"""

import base64
import json

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.http import HttpRequest, QueryDict

from regie.privacy.encryption import decrypt, encrypt

PARKED = "parked_form"
PLACE = "session.parked_form"


def park(request: HttpRequest, *, user_id: str) -> None:
    """Keeps the fields of this form for this user."""
    typed = {name: values for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"}
    content = json.dumps({"user": user_id, "path": request.path, "typed": typed})
    request.session[PARKED] = base64.b64encode(encrypt(content, place=PLACE)).decode()


def retrieve(request: HttpRequest) -> QueryDict | None:
    """What this user typed earlier on this page, if anything was kept; it is gone afterwards."""
    if request.method != "GET" or PARKED not in request.session or not request.user.is_authenticated:
        return None
    content = json.loads(decrypt(base64.b64decode(request.session[PARKED]), place=PLACE))
    mine = content["user"] == str(request.user.pk)
    if mine and content["path"] != request.path:
        return None
    del request.session[PARKED]
    return _as_query(content["typed"]) if mine else None


def who_was_here(request: HttpRequest) -> str | None:
    """The user whose session ended: the key of its record, by the cookie that is still here."""
    ended = Session.objects.filter(session_key=request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")).first()
    return ended.get_decoded().get(SESSION_KEY) if ended else None


def _as_query(typed: dict[str, list[str]]) -> QueryDict:
    query = QueryDict(mutable=True)
    for name, values in typed.items():
        query.setlist(name, values)
    return query
