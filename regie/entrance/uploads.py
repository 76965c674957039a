"""What is too much to read is refused before it is read: a file of 100 MB costs no memory and no patience."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

Respond = Callable[[HttpRequest], HttpResponse]
PIECE = 1024 * 1024
MOST_THROWN_AWAY = 128 * PIECE  # as much as the proxies of docs/proxy let through


class NotTooMuch:
    """Answers a sending that is larger than the largest paper with its form, before any part of it is kept."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        told = str(request.META.get("CONTENT_LENGTH") or "0")
        size = int(told) if told.isdecimal() else 0
        if size <= settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
            return self.respond(request)
        if size <= MOST_THROWN_AWAY and request.user.is_authenticated:
            _throw_away(request)
        page = {"megabytes": settings.REGIE_PAPER_BYTES // 1024**2}
        return render(request, "413.html", page, status=413)


def _throw_away(request: HttpRequest) -> None:
    """A browser that is still sending reads no answer: what it sends goes by piece by piece, and to nowhere.

    For a colleague only: who is not signed in keeps nobody busy with it.
    """
    try:
        while request.read(PIECE):
            pass
    except OSError:  # it stopped sending
        return
