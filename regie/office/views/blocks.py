"""Writing a block of a plan page, writing it anew, and taking it off the page."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.indicators.queries import Measured, to_measure_by
from regie.office.forms.managing import ButtonForm
from regie.office.forms.programme import BlockForm
from regie.office.pages.programme import chosen_from, rewriting_page, withdrawing_page, writing_page
from regie.office.views.programme import plan_of
from regie.programme.enums import BlockKind
from regie.programme.models import Block, Intervention
from regie.programme.rules import SPOKEN


@requires(Permission.KEEP_PROGRAMME)
@require_http_methods(["GET", "POST"])
def write(request: StaffRequest, intervention_ref: uuid.UUID, block_kind: str) -> HttpResponse:
    """A block that is not on the page yet."""
    if block_kind not in BlockKind.values or block_kind in SPOKEN:
        raise Http404
    found = plan_of(request.actor, intervention_ref)
    found.check_kept_by(request.actor)
    measures = _measures(request, found, block_kind)
    form = BlockForm.of(request, kind=block_kind, indicators=chosen_from(measures, on=request.today))
    made = form.attempt(
        lambda: Block.tell(
            intervention=found,
            account=form.account,
            kind=block_kind,
            year=form.year_typed,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    if made:
        messages.success(request, f"{made.heading} staat op de bladzijde.")
        return redirect("office:plan", found.ref)
    page = writing_page(found, block_kind)
    return render(request, "ui/form_page.html", {"form": form, "page": page})


@requires(Permission.KEEP_PROGRAMME)
@require_http_methods(["GET", "POST"])
def rewrite(request: StaffRequest, block_ref: uuid.UUID) -> HttpResponse:
    """A block that says something else from now on."""
    block = _standing(request, block_ref)
    measures = _measures(request, block.intervention, block.kind)
    choices = chosen_from(measures, on=request.today, chosen=block.indicators)
    form = BlockForm.of(
        request,
        initial=vars(block.account),
        kind=block.kind,
        known=True,
        version=block.pk,
        indicators=choices,
    )
    made = form.attempt(
        lambda: block.correct(
            account=form.account, submission=form.cleaned_data["submission"], by=request.actor, at=request.at
        )
    )
    if made:
        messages.success(request, f"{made.heading} bijgewerkt.")
        return redirect("office:plan", block.intervention.ref)
    versions = Block.objects.visible_to(request.actor).filter(ref=block.ref).order_by("-recorded_at", "-pk")
    page = rewriting_page(block, versions, measures)
    return render(request, "office/rewrite_block.html", {"form": form, "page": page})


@requires(Permission.KEEP_PROGRAMME)
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, block_ref: uuid.UUID) -> HttpResponse:
    """A block goes off the page."""
    block = _standing(request, block_ref)
    form = ButtonForm.of(request, version=block.pk)
    if form.attempt(lambda: block.withdraw(by=request.actor, at=request.at)):
        messages.success(request, f"{block.heading} is van de bladzijde gehaald.")
        return redirect("office:plan", block.intervention.ref)
    return render(request, "ui/withdrawing.html", {"form": form, "page": withdrawing_page(block)})


def _measures(request: StaffRequest, intervention: Intervention, kind: str) -> list[Measured]:
    """What a result can be measured by; of another kind nothing is."""
    if kind != BlockKind.RESULT:
        return []
    return to_measure_by(municipality=intervention.municipality, viewer=request.actor)


def _standing(request: StaffRequest, ref: uuid.UUID) -> Block:
    """The block as it stands, for who keeps that page."""
    readable = Block.objects.current().visible_to(request.actor).select_related("intervention__municipality")
    block: Block = get_object_or_404(readable, ref=ref)
    block.intervention.check_kept_by(request.actor)
    return block
