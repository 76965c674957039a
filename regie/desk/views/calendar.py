"""The calendar of an officer: its private address, and the file that a telephone reads there."""

import hashlib
from typing import Any

from allauth.core.internal import ratelimit
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, everyone, requires
from regie.accounts.enums import CalendarTitles, Permission
from regie.accounts.models import CalendarAddress, CalendarReading, NewAddress
from regie.accounts.rules import where_may
from regie.clocks.queries import agenda_of
from regie.desk.forms.calendar import CalendarForm, CalendarTitlesForm
from regie.desk.pages.calendar_address import (
    calendar_address_page,
    making_page,
    stopping_page,
    titles_page,
)
from regie.desk.pages.calendar_file import calendar_text
from regie.desk.views.reading import log_calendar

NEW = "calendar_address"  # in the session, which is sealed: until the address is shown, once
WRONG_TOKENS = {"calendar": "60/5m/ip"}  # a town hall is one address, and old telephones go on asking
ALONE = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}


@requires(Permission.GUIDE)
@require_safe
def calendar_address(request: StaffRequest) -> HttpResponse:
    """How his address stands; the address itself right after it was made, and never again."""
    standing = _standing(request)
    key, token = request.session.pop(NEW, (None, ""))
    shown = token if standing and standing.pk == key else ""
    address = request.build_absolute_uri(reverse("desk:calendar_file", args=[shown])) if shown else ""
    page = calendar_address_page(standing, address=address, on=request.today)
    return render(request, "desk/calendar_address.html", {"page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def make_address(request: StaffRequest) -> HttpResponse:
    """Makes an address; an earlier one is dead from now on."""
    standing = _standing(request)
    form = CalendarTitlesForm.of(
        request,
        initial={"titles": standing.titles if standing else CalendarTitles.NEUTRAL},
        version=standing.pk if standing else None,
    )
    made: NewAddress | None = form.attempt(
        lambda: CalendarAddress.make(
            user=request.user,
            titles=form.chosen,
            seen=form.cleaned_data["seen"],
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    if made is None:
        return render(request, "ui/form_page.html", {"form": form, "page": making_page(standing)})
    if made.token:
        request.session[NEW] = (made.address.pk, made.token)
    messages.success(request, "Agenda-adres gemaakt.")
    return redirect("desk:calendar_address")


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def choose_titles(request: StaffRequest) -> HttpResponse:
    """Chooses what the calendar says."""
    standing = get_object_or_404(_his(request))
    form = CalendarTitlesForm.of(request, initial={"titles": standing.titles}, version=standing.pk)
    done = form.attempt(lambda: standing.choose_titles(form.chosen, by=request.actor, at=request.at))
    if done:
        messages.success(request, f"Vastgelegd: {CalendarTitles(done.titles).label.lower()}.")
        return redirect("desk:calendar_address")
    return render(request, "ui/form_page.html", {"form": form, "page": titles_page()})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def stop_address(request: StaffRequest) -> HttpResponse:
    """Ends the address."""
    standing = get_object_or_404(_his(request))
    form = CalendarForm.of(request, version=standing.pk)
    if form.attempt(lambda: standing.stop(by=request.actor, at=request.at)):
        messages.success(request, "Gestopt. Het adres werkt niet meer.")
        return redirect("desk:calendar_address")
    return render(request, "ui/form_page.html", {"form": form, "page": stopping_page()})


@everyone
@csrf_exempt  # it changes nothing: what is not a question gets no answer
@require_safe
def calendar_file(request: Any, calendar_token: str) -> HttpResponse:
    """The calendar of who has this token, as his screens stand today; whatever else was asked, there is nothing."""
    address = CalendarAddress.objects.by_token(calendar_token)
    reader = address.user.acting(at=request.at) if address else None
    if address is None or reader is None or not where_may(reader, Permission.GUIDE):
        return _nothing(request)
    items = agenda_of(reader, on=request.today)
    CalendarReading.note(address, at=request.at)
    if address.titles == CalendarTitles.INITIALS:
        log_calendar(request, reader, {one.trajectory for one in items if one.trajectory})
    link = request.build_absolute_uri(reverse("desk:today"))
    body = calendar_text(items, address, link=link, on=request.today)
    etag = quote_etag(hashlib.sha256(body).hexdigest())
    response = HttpResponse(
        body, content_type="text/calendar; charset=utf-8", headers={**ALONE, "ETag": etag}
    )
    return get_conditional_response(request, etag=etag, response=response) or response


def _nothing(request: Any) -> HttpResponse:
    """The same for every token that does not work, whatever the reason; who tries too often waits."""
    counted = ratelimit.consume(
        request, app="regie.desk", action="calendar", config=WRONG_TOKENS, limit_get=True
    )
    words, status = ("Hier is niets.\n", 404) if counted else ("Probeer het later opnieuw.\n", 429)
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8", headers=ALONE)


def _his(request: StaffRequest) -> Any:
    return CalendarAddress.objects.visible_to(request.actor).standing().select_related("user")


def _standing(request: StaffRequest) -> CalendarAddress | None:
    found: CalendarAddress | None = _his(request).first()
    return found
