"""A link for one request: the code first, then that one request and its answer; nothing else, and for a while."""

import uuid
from datetime import datetime
from typing import Any

from allauth.core.internal import ratelimit
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import everyone
from regie.approach.queries import approach_for
from regie.partnerdesk.forms.answer import AnswerForm
from regie.partnerdesk.forms.link import LinkCodeForm
from regie.partnerdesk.pages.link import LinkPage, link_page
from regie.partnerdesk.views.reading import log_look
from regie.requests.actions import answer_by_link, open_link
from regie.requests.enums import AnsweredBy
from regie.requests.queries import LinkedRequest, linked_request, was_answered
from regie.requests.rules import SHOWN_FOR

OPENED, ANSWERED = "link_opened", "link_answered"  # in the session, which is sealed
WRONG_LINKS = {"link": "60/5m/ip"}  # a town hall is one address
# No referrer leaves Regie from any page; without one at all a browser would not say whose form it sends.
ALONE = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"}
NOTHING = 404


@everyone
@require_http_methods(["GET", "POST"])
def link(request: Any, link_token: str) -> HttpResponse:
    """Asks the code; the right one opens the request in this browser, for half an hour."""
    found = linked_request(link_token, at=request.at)
    if found is None:
        return _nothing(request)
    form = LinkCodeForm.of(request)
    opened = form.attempt(
        lambda: open_link(
            found,
            code=form.cleaned_data["code"],
            with_step=_page(found, request).with_step,
            at=request.at,
        )
    )
    if opened:
        request.session.cycle_key()
        request.session[OPENED] = (link_token, (request.at + SHOWN_FOR).isoformat())
        return redirect("partnerdesk:link_request", link_token)
    if form.errors and not found.link.works(request.at):
        return _nothing(request)
    return _alone(render(request, "partnerdesk/link.html", {"form": form}))


@everyone
@require_http_methods(["GET", "POST"])
def link_request(request: Any, link_token: str) -> HttpResponse:
    """The request and its answer, in the browser where the code was typed; each look is written down."""
    found = linked_request(link_token, at=request.at)
    if found is None:
        return _over(request, link_token)
    if not _is_open(request, link_token):
        return redirect("partnerdesk:link", link_token)
    last = found.story.last
    form = AnswerForm.of(request, version=last.pk if last else None)
    made = form.attempt(
        lambda: answer_by_link(
            found,
            account=form.account(on=request.today, channel=AnsweredBy.LINK),
            after=form.cleaned_data["seen"],
            submission=form.cleaned_data["submission"],
            at=request.at,
        )
    )
    if made:
        del request.session[OPENED]
        request.session[ANSWERED] = link_token
        return redirect("partnerdesk:link_answered")
    if form.errors and linked_request(link_token, at=request.at) is None:
        return _over(request, link_token)
    log_look(request, found.link.trajectory, by=found.link.holder)
    words = {"form": form, "page": _page(found, request)}
    return _alone(render(request, "partnerdesk/link_request.html", words))


@everyone
@require_safe
def link_answered(request: Any) -> HttpResponse:
    """That it was written down; the same for everybody."""
    return _alone(render(request, "partnerdesk/link_answered.html"))


def _page(found: LinkedRequest, request: Any) -> LinkPage:
    return link_page(found, approach_for(found.link.trajectory.municipality, on=request.today))


def _is_open(request: Any, token: str) -> bool:
    """Whether the code of this link was typed here, not too long ago."""
    opened, until = request.session.get(OPENED, ("", ""))
    return bool(opened == token and request.at < datetime.fromisoformat(until))


def _over(request: Any, token: str) -> HttpResponse:
    """Who answered it here a moment ago and sent it twice is told that it was; anybody else nothing."""
    if request.session.get(ANSWERED) == token or was_answered(token, _sending(request)):
        return redirect("partnerdesk:link_answered")
    return _nothing(request)


def _sending(request: Any) -> uuid.UUID | None:
    """Which sending this is: the browser may not know yet that the one before it was written down."""
    form = AnswerForm.of(request)
    form.is_valid()
    return form.cleaned_data.get("submission") if form.is_bound else None


def _nothing(request: Any) -> HttpResponse:
    """The same for every link that does not work, whatever the reason; what he typed just now he keeps.

    Who tries too often waits.
    """
    counted = ratelimit.consume(
        request, app="regie.partnerdesk", action="link", config=WRONG_LINKS, limit_get=True
    )
    if not counted:
        return ratelimit.respond_429(request)
    typed = {"typed": request.POST.get("words", "").strip()}
    return _alone(render(request, "partnerdesk/link_nothing.html", typed, status=NOTHING))


def _alone(response: HttpResponse) -> HttpResponse:
    """Nobody keeps it or finds it."""
    for name, value in ALONE.items():
        response[name] = value
    return response
