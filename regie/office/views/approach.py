"""Aanpak: reading the rules, comparing editions, taking one along as a file, and changing a local rule."""

import uuid
from collections.abc import Sequence
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import may, where_may
from regie.approach.actions import NONE_YET, change
from regie.approach.models import Edition, EditionQuerySet
from regie.approach.queries import changeable, editions_in_force
from regie.base.errors import NotNow
from regie.office.forms.asking import CompareForm, DayForm, ExampleForm
from regie.office.forms.change import ChangeForm
from regie.office.pages.approach import approach_page
from regie.office.pages.change import change_page
from regie.office.pages.compare import compare_page
from regie.office.pages.deadlines import deadlines_page
from regie.ui.words import written


@requires(Permission.READ_APPROACH)
@require_safe
def approach(request: StaffRequest) -> HttpResponse:
    """Every rule of one municipality, today or on another day."""
    places = _places(request, Permission.READ_APPROACH)
    form = DayForm(request.GET or None, places=places)
    on, place = _asked(request, form, places)
    try:
        in_force = editions_in_force(place, on=on)
    except NotNow as not_loaded:
        return render(request, "office/not_loaded.html", {"sentence": not_loaded.sentence, "form": form})
    page = approach_page(
        place,
        on=on,
        today=request.today,
        in_force=in_force,
        known=list(Edition.objects.around(place).newest_first()),
        may_change=may(request.actor, Permission.CHANGE_APPROACH, place.pk),
    )
    return render(request, "office/approach.html", {"page": page, "form": form})


@requires(Permission.READ_APPROACH)
@require_safe
def deadlines(request: StaffRequest) -> HttpResponse:
    """Every rule of a term in words, with what it gives by days that the reader types; nothing of it is kept."""
    places = _places(request, Permission.READ_APPROACH)
    form = ExampleForm(request.GET or None, places=places)
    on, place = _asked(request, form, places)
    try:
        in_force = editions_in_force(place, on=on)
    except NotNow as not_loaded:
        asking = {"sentence": not_loaded.sentence, "form": DayForm(request.GET or None, places=places)}
        return render(request, "office/not_loaded.html", asking)
    page = deadlines_page(
        place,
        on=on,
        today=request.today,
        in_force=in_force,
        days=form.days,
        guides=may(request.actor, Permission.GUIDE, place.pk),
    )
    return render(request, "office/deadlines.html", {"page": page, "form": form})


@requires(Permission.READ_APPROACH)
@require_safe
def compare(request: StaffRequest) -> HttpResponse:
    """Two editions side by side."""
    editions = list(_readable(request).newest_first())
    form = CompareForm(request.GET or None, editions=editions)
    chosen: dict[str, str] = form.cleaned_data if form.is_valid() else {}
    by_ref = {str(edition.ref): edition for edition in editions}
    page = compare_page(
        by_ref.get(chosen.get("links", "")), by_ref.get(chosen.get("rechts", "")), known=editions
    )
    return render(request, "office/compare.html", {"page": page, "form": form})


@requires(Permission.READ_APPROACH)
@require_safe
def export(request: StaffRequest, edition_ref: uuid.UUID) -> HttpResponse:
    """An edition as the file it is, byte for byte."""
    edition = get_object_or_404(_readable(request), ref=edition_ref)
    place = edition.municipality or edition.region
    name = "-".join(str(place or edition.layer).lower().split())
    return HttpResponse(
        edition.text.encode(),
        content_type="application/yaml; charset=utf-8",
        headers={
            "Content-Disposition": content_disposition_header(True, f"{name}-{edition.valid_from}.yaml")
        },
    )


@requires(Permission.CHANGE_APPROACH)
@require_http_methods(["GET", "POST"])
def change_setting(request: StaffRequest, municipality_code: str, setting_code: str) -> HttpResponse:
    """Changes one local setting, from a day."""
    places = {place.cbs_code: place for place in _places(request, Permission.CHANGE_APPROACH)}
    place = places.get(municipality_code)
    found = changeable(place, setting_code, on=request.today) if place else None
    if place is None or found is None:
        raise Http404
    form = ChangeForm.of(
        request,
        initial={"valid_from": f"{_first_day(found.planned, request.today):%d-%m-%Y}", "way": "own"},
        holding=found.holding,
        version=found.last,
    )
    made = form.attempt(
        lambda: change(
            municipality=place,
            change=form.change,
            seen=form.version or NONE_YET,
            by=request.actor,
            at=request.at,
        )
    )
    if made:
        messages.success(request, f"Regel gewijzigd. Hij geldt zo vanaf {written(made.valid_from)}.")
        return redirect(f"{reverse('office:approach')}?gemeente={place.cbs_code}")
    return render(
        request, "office/change.html", {"form": form, "page": change_page(found, place, on=request.today)}
    )


def _first_day(planned: date | None, today: date) -> date:
    return max(planned, today) if planned else today


def _asked(request: StaffRequest, form: DayForm, places: Sequence[Municipality]) -> tuple[date, Municipality]:
    """The day and the municipality that are asked for; else today, and the first one."""
    day = form.cleaned_data.get("op") if form.is_valid() else None
    chosen = (where for where in places if where.cbs_code == request.GET.get("gemeente"))
    return day or request.today, next(chosen, places[0])


def _places(request: StaffRequest, permission: Permission) -> list[Municipality]:
    return list(Municipality.objects.filter(pk__in=where_may(request.actor, permission)).order_by("name"))


def _readable(request: StaffRequest) -> EditionQuerySet:
    return Edition.objects.readable_in(where_may(request.actor, Permission.READ_APPROACH))
