"""A figure of an indicator: told by hand, told better, or taken back."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import where_may
from regie.indicators.models import Indicator, Observation
from regie.indicators.queries import area_names
from regie.office.forms.indicators import FigureForm, ObservationForm
from regie.office.forms.managing import ButtonForm
from regie.office.pages.observation import correcting_page, telling_page, withdrawing_page


@requires(Permission.KEEP_INDICATORS)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, indicator_ref: uuid.UUID) -> HttpResponse:
    """Writes one figure down."""
    found = get_object_or_404(Indicator.objects.visible_to(request.actor), ref=indicator_ref)
    definitions = found.definitions.order_by("version")
    if not definitions:
        raise Http404
    mine = Municipality.objects.filter(pk__in=where_may(request.actor, Permission.KEEP_INDICATORS))
    if found.municipality_id:
        mine = mine.filter(pk=found.municipality_id)
    form = ObservationForm.of(request, municipalities=mine.order_by("name"), definitions=definitions)
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


def _mine(request: StaffRequest, ref: uuid.UUID) -> Observation:
    """A figure that he may change; what is shipped nobody changes here."""
    his = Observation.objects.current().filter(
        municipality__in=where_may(request.actor, Permission.KEEP_INDICATORS)
    )
    return get_object_or_404(his.select_related("definition__indicator", "municipality"), ref=ref)
