"""Programma: the pages of a municipality, beginning one, reading one, and the order of its blocks."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import may, where_may
from regie.base.actors import Actor
from regie.office.forms.programme import BeginForm, OrderForm
from regie.office.pages.plan import plan_page
from regie.office.pages.programme import begin_page, order_page, programme_page
from regie.programme.actions import begin_as_shipped, begin_own, shipped_outline
from regie.programme.enums import BlockKind
from regie.programme.models import BlockOrder, Intervention, PublishedPage
from regie.programme.models.intervention import RIO
from regie.programme.queries import content_of, halts_of, shown_before, smallest_shown


@requires(Permission.READ_PROGRAMME)
@require_safe
def programme(request: StaffRequest) -> HttpResponse:
    """Every page of the municipalities whose programme he reads."""
    readable = Intervention.objects.visible_to(request.actor).select_related("municipality")
    found = list(readable.order_by("municipality__name", "name"))
    page = programme_page(found, _kept(request), halts_of(found), on=request.today)
    return render(request, "office/programme.html", {"page": page})


@requires(Permission.KEEP_PROGRAMME)
@require_http_methods(["GET", "POST"])
def begin(request: StaffRequest, municipality_code: str) -> HttpResponse:
    """Begins a page, with the words that Regie brings or without."""
    kept = Municipality.objects.filter(pk__in=where_may(request.actor, Permission.KEEP_PROGRAMME))
    place = get_object_or_404(kept, cbs_code=municipality_code)
    form = BeginForm.of(request)
    made = form.attempt(lambda: _begin(request, form, place))
    if made:
        messages.success(request, f"Bladzijde begonnen: {made}.")
        return redirect("office:plan", made.ref)
    return render(request, "ui/form_page.html", {"form": form, "page": begin_page(place)})


@requires(Permission.READ_PROGRAMME)
@require_safe
def plan(request: StaffRequest, intervention_ref: uuid.UUID) -> HttpResponse:
    """The page as it is now."""
    found = plan_of(request.actor, intervention_ref)
    where = found.municipality_id
    sees = may(request.actor, Permission.SEE_ALL_TRAJECTORIES, where)
    content = content_of(
        found,
        on=request.today,
        smallest=0 if sees else smallest_shown(found, request.today),
        before=shown_before(found),
    )
    keeps = may(request.actor, Permission.KEEP_PROGRAMME, where)
    approves = may(request.actor, Permission.APPROVE_STORIES, where)
    halts = halts_of([found])[found.pk]
    published = PublishedPage.objects.visible_to(request.actor).filter(intervention=found)
    versions = list(published.defer("pdf", "document").newest_first())
    page = plan_page(found, content, halts, versions, on=request.today, keeps=keeps, approves=approves)
    return render(request, "office/plan.html", {"page": page})


@requires(Permission.KEEP_PROGRAMME)
@require_http_methods(["GET", "POST"])
def order(request: StaffRequest, intervention_ref: uuid.UUID) -> HttpResponse:
    """Chooses in which order the blocks stand."""
    found = plan_of(request.actor, intervention_ref)
    found.check_kept_by(request.actor)
    holding = BlockOrder.objects.visible_to(request.actor).filter(intervention=found).newest_first().first()
    named = list(holding.kinds) if holding else []
    kinds = named + [kind for kind in BlockKind.values if kind not in named]
    form = OrderForm.of(request, kinds=kinds, version=holding.pk if holding else None)
    made = form.attempt(
        lambda: BlockOrder.choose(
            intervention=found, kinds=form.chosen, seen=form.version, by=request.actor, at=request.at
        )
    )
    if made:
        messages.success(request, "Volgorde gekozen.")
        return redirect("office:plan", found.ref)
    return render(request, "ui/form_page.html", {"form": form, "page": order_page(found)})


def plan_of(viewer: Actor, ref: uuid.UUID) -> Intervention:
    """The intervention, for who may read its page; else it does not exist for him."""
    readable = Intervention.objects.visible_to(viewer).select_related("municipality")
    found: Intervention = get_object_or_404(readable, ref=ref)
    return found


def _begin(request: StaffRequest, form: BeginForm, place: Municipality) -> Intervention:
    told = {"municipality": place, "submission": form.cleaned_data["submission"]}
    if form.is_shipped:
        return begin_as_shipped(shipped_outline(RIO), **told, by=request.actor, at=request.at)
    return begin_own(name=form.cleaned_data["name"], **told, by=request.actor, at=request.at)


def _kept(request: StaffRequest) -> list[Municipality]:
    mine = Municipality.objects.filter(pk__in=where_may(request.actor, Permission.KEEP_PROGRAMME))
    return list(mine.order_by("name"))
