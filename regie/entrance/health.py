"""Two addresses for who watches over the installation: does the process answer, and can people work."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from regie.installation.queries import is_ready

Respond = Callable[[HttpRequest], HttpResponse]


class Health:
    """Answers those two before anything else, with one word to whoever asks; every other address goes on.

    They stand before the front door, so that they hold when the database is gone, by any host name and without https:
    a proxy or a monitor on the same computer asks them so.
    """

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = ANSWERS.get(request.path_info)
        return answer() if answer else self.respond(request)


def alive() -> HttpResponse:
    """The process answers; it asks the database nothing."""
    return _word("gezond", 200)


def ready() -> HttpResponse:
    """People can work: the database can be reached and is up to date."""
    return _word("klaar", 200) if is_ready() else _word("niet klaar", 503)


ANSWERS = {"/gezond/": alive, "/klaar/": ready}


def _word(word: str, status: int) -> HttpResponse:
    body = f"{word}\n"
    headers = {"Cache-Control": "no-store", "Content-Length": str(len(body))}
    return HttpResponse(body, status=status, content_type="text/plain; charset=utf-8", headers=headers)
