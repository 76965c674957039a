"""Indicatoren: what there is, one of them with its figures, and saying what is counted."""

import uuid
from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import may, where_may
from regie.indicators.models import Definition, Indicator, IndicatorHalt
from regie.indicators.queries import area_names, candidates_of, figures_of, measured
from regie.office.forms.asking import PlaceForm
from regie.office.forms.halting import HaltForm
from regie.office.forms.indicators import DefinitionForm, IndicatorForm
from regie.office.pages.halting import halt_initial, stops_now
from regie.office.pages.indicator import indicator_page
from regie.office.pages.indicators import adding_page, defining_page, halting_page, indicators_page


@requires(Permission.READ_INDICATORS)
@require_safe
def indicators(request: StaffRequest) -> HttpResponse:
    """Every indicator that this municipality sees, with its last figure here and of the country."""
    places = _places(request)
    place = _asked(request, places)
    rows = [
        row
        for row in Indicator.objects.visible_to(request.actor).in_order()
        if row.municipality_id in (None, place.pk)
    ]
    page = indicators_page(
        place,
        measured(rows),
        figures_of(rows, municipality=place, viewer=request.actor),
        keeps=may(request.actor, Permission.KEEP_INDICATORS, place.pk),
        on=request.today,
    )
    form = PlaceForm(request.GET or None, places=places)
    return render(request, "office/indicators.html", {"page": page, "form": form})


@requires(Permission.READ_INDICATORS)
@require_safe
def indicator(request: StaffRequest, indicator_ref: uuid.UUID) -> HttpResponse:
    """One indicator: what it counts, what it is not, and every figure with its source and edition."""
    found = _found(request, indicator_ref)
    place = found.municipality or _asked(request, _places(request))
    (one,) = measured([found])
    page = indicator_page(
        one,
        place,
        figures_of([found], municipality=place, viewer=request.actor)[found.pk],
        candidates_of(found),
        names=area_names(),
        keeps=may(request.actor, Permission.KEEP_INDICATORS, place.pk),
        on=request.today,
    )
    return render(request, "office/indicator.html", {"page": page})


@requires(Permission.KEEP_INDICATORS)
@require_http_methods(["GET", "POST"])
def add(request: StaffRequest) -> HttpResponse:
    """An indicator of the municipality itself."""
    mine = Municipality.objects.filter(pk__in=where_may(request.actor, Permission.KEEP_INDICATORS))
    form = IndicatorForm.of(request, municipalities=mine.order_by("name"))
    made = form.attempt(lambda: Indicator.add(**form.told, by=request.actor, at=request.at))
    if made:
        messages.success(request, "Indicator toegevoegd. Vul nu in wat er wordt geteld.")
        return redirect("office:define_indicator", made.ref)
    return render(request, "ui/form_page.html", {"form": form, "page": adding_page()})


@requires(Permission.KEEP_INDICATORS)
@require_http_methods(["GET", "POST"])
def define(request: StaffRequest, indicator_ref: uuid.UUID) -> HttpResponse:
    """Says what is counted, for the first time or otherwise than before."""
    (one,) = measured([_mine(request, indicator_ref)])
    found = one.indicator
    last = one.definition
    version = last.version if last else 0
    form = DefinitionForm.of(request, initial=DefinitionForm.again(last), last=last, version=version)
    made = form.attempt(
        lambda: Definition.write(
            indicator=found,
            account=form.account,
            seen=version,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    if made:
        messages.success(request, "Definitie vastgelegd.")
        return redirect("office:indicator", found.ref)
    return render(request, "ui/form_page.html", {"form": form, "page": defining_page(one)})


@requires(Permission.KEEP_INDICATORS)
@require_http_methods(["GET", "POST"])
def halt(request: StaffRequest, indicator_ref: uuid.UUID) -> HttpResponse:
    """Follows it no more, or again."""
    (one,) = measured([_mine(request, indicator_ref)])
    form = HaltForm.of(request, initial=halt_initial(one.halts, on=request.today), version=len(one.halts))
    verb = IndicatorHalt.resume if stops_now(one.halts) else IndicatorHalt.end
    made = form.attempt(lambda: verb(one.indicator, **form.told, by=request.actor, at=request.at))
    if made:
        messages.success(request, "Vastgelegd. De cijfers blijven te lezen.")
        return redirect("office:indicator", one.indicator.ref)
    return render(request, "office/halt.html", {"form": form, "page": halting_page(one)})


def _mine(request: StaffRequest, ref: uuid.UUID) -> Indicator:
    """An indicator of a municipality where he keeps them."""
    his = Indicator.objects.filter(municipality__in=where_may(request.actor, Permission.KEEP_INDICATORS))
    return get_object_or_404(his.select_related("municipality"), ref=ref)


def _found(request: StaffRequest, ref: uuid.UUID) -> Indicator:
    seen = Indicator.objects.visible_to(request.actor).select_related("municipality")
    return get_object_or_404(seen, ref=ref)


def _places(request: StaffRequest) -> list[Municipality]:
    his = where_may(request.actor, Permission.READ_INDICATORS)
    return list(Municipality.objects.filter(pk__in=his).order_by("name"))


def _asked(request: StaffRequest, places: Sequence[Municipality]) -> Municipality:
    chosen = (where for where in places if where.cbs_code == request.GET.get("gemeente"))
    return next(chosen, places[0])
