"""Figures of an indicator: told by hand, brought in from a file, told better, or taken back."""

import uuid

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import where_may
from regie.indicators.actions import Brought, bring_figures, preview_figures
from regie.indicators.enums import Arrived
from regie.indicators.models import Definition, Indicator, Observation
from regie.indicators.queries import area_names
from regie.office.forms.figures_file import FiguresForm
from regie.office.forms.indicators import FigureForm, ObservationForm
from regie.office.forms.managing import ButtonForm
from regie.office.pages.figures_file import figures_page
from regie.office.pages.observation import correcting_page, telling_page, withdrawing_page


@requires(Permission.KEEP_INDICATORS)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, indicator_ref: uuid.UUID) -> HttpResponse:
    """Writes one figure down."""
    found, definitions, mine = _measured(request, indicator_ref)
    form = ObservationForm.of(request, municipalities=mine, definitions=definitions)
    made = form.attempt(
        lambda: Observation.tell(
            definition=form.cleaned_data["definition"],
            municipality=form.cleaned_data["municipality"],
            account=form.account,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    if made:
        messages.success(request, "Cijfer vastgelegd.")
        return redirect("office:indicator", found.ref)
    return render(request, "ui/form_page.html", {"form": form, "page": telling_page(found)})


@requires(Permission.KEEP_INDICATORS)
@require_http_methods(["GET", "POST"])
def bring_in(request: StaffRequest, indicator_ref: uuid.UUID) -> HttpResponse:
    """Brings the figures of a file in; first shows what becomes of every line."""
    found, definitions, mine = _measured(request, indicator_ref)
    form = FiguresForm.of(request, municipalities=mine, definitions=definitions, files=request.FILES or None)
    told = form.attempt(lambda: _brought(request, form)) or []
    done = bool(told) and form.cleaned_data["sure"]
    if done and not any(one.arrived is Arrived.WRONG for one in told):
        messages.success(request, "Cijfers ingelezen.")
        return redirect("office:indicator", found.ref)
    definition = form.cleaned_data.get("definition") if form.is_bound else None
    page = figures_page(found, told, definition=definition, names=area_names())
    form.as_lines()
    return render(request, "office/figures_file.html", {"page": page, "form": form})


@requires(Permission.KEEP_INDICATORS)
@require_http_methods(["GET", "POST"])
def correct(request: StaffRequest, observation_ref: uuid.UUID) -> HttpResponse:
    """Writes a figure as it should have been; the older one stays readable."""
    found = _mine(request, observation_ref)
    form = FigureForm.of(request, initial=FigureForm.again(found), version=found.pk)
    done = form.attempt(
        lambda: found.correct(
            account=found.told_otherwise(**form.figures()),
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    if done:
        messages.success(request, "Cijfer verbeterd. Wat er stond, blijft te lezen.")
        return redirect("office:indicator", found.definition.indicator.ref)
    page = correcting_page(found, area_names())
    return render(request, "office/observation.html", {"form": form, "page": page})


@requires(Permission.KEEP_INDICATORS)
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, observation_ref: uuid.UUID) -> HttpResponse:
    """Takes a figure back that should not have been there."""
    found = _mine(request, observation_ref)
    form = ButtonForm.of(request, version=found.pk)
    done = form.attempt(
        lambda: found.withdraw(submission=form.cleaned_data["submission"], by=request.actor, at=request.at)
    )
    if done:
        messages.success(request, "Cijfer ingetrokken.")
        return redirect("office:indicator", found.definition.indicator.ref)
    page = withdrawing_page(found, area_names())
    return render(request, "ui/withdrawing.html", {"form": form, "page": page})


def _measured(
    request: StaffRequest, ref: uuid.UUID
) -> tuple[Indicator, QuerySet[Definition], QuerySet[Municipality]]:
    """An indicator that counts something, by which definitions, and for which municipalities he brings figures in."""
    found = get_object_or_404(Indicator.objects.visible_to(request.actor), ref=ref)
    definitions = found.definitions.order_by("version")
    mine = Municipality.objects.filter(pk__in=where_may(request.actor, Permission.KEEP_INDICATORS))
    if found.municipality_id:
        mine = mine.filter(pk=found.municipality_id)
    mine = mine.order_by("name")
    if not definitions or not mine:
        raise Http404
    return found, definitions, mine


def _brought(request: StaffRequest, form: FiguresForm) -> list[Brought]:
    """What becomes of each line; written down when he said yes and all of it is right."""
    typed = form.cleaned_data
    where = {
        "definition": typed["definition"],
        "municipality": typed["municipality"],
        "by": request.actor,
        "at": request.at,
    }
    told = preview_figures(form.told, **where)
    if not typed["sure"] or any(one.arrived is Arrived.WRONG for one in told):
        return told
    return bring_figures(form.told, way=form.given_as, **where)


def _mine(request: StaffRequest, ref: uuid.UUID) -> Observation:
    """A figure that he may change; what is shipped nobody changes here."""
    his = Observation.objects.current().filter(
        municipality__in=where_may(request.actor, Permission.KEEP_INDICATORS)
    )
    return get_object_or_404(his.select_related("definition__indicator", "municipality"), ref=ref)
