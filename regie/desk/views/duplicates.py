"""Duplicates on the social map: found, merged, kept apart, and taken apart again."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.social_map import DuplicateForm
from regie.desk.pages.duplicates import compare_page, duplicates_page
from regie.desk.pages.social_map import listing_url
from regie.desk.views.social_map import MapKind, kept_entry
from regie.partners.actions import keep_apart, merge_listings, undo_merge
from regie.partners.queries import find_merge
from regie.ui.verb_form import VerbForm


@requires(Permission.KEEP_SOCIAL_MAP)
@require_safe
def duplicates(request: StaffRequest) -> HttpResponse:
    """Every two entries that may be one."""
    page = duplicates_page(request.actor, on=request.today, number=request.GET.get("pagina"))
    return render(request, "desk/duplicates.html", {"page": page})


@requires(Permission.KEEP_SOCIAL_MAP)
@require_http_methods(["GET", "POST"])
def compare(request: StaffRequest, kind: MapKind, **ref: uuid.UUID) -> HttpResponse:
    """One entry beside each that may be the same: merge, or keep apart."""
    found = kept_entry(request, kind, ref)
    others = kind.model.objects.visible_to(request.actor).filter(municipality=found.municipality_id)
    form = DuplicateForm.of(request, others=others.exclude(pk=found.pk))
    kept = form.attempt(lambda: _decide(request, found, form))
    if kept is not None:
        return redirect(listing_url(kept))
    page = compare_page(found, request.actor, on=request.today)
    return render(request, "desk/compare.html", {"page": page, "form": form})


@requires(Permission.KEEP_SOCIAL_MAP)
@require_POST
def undo(request: StaffRequest, merge_ref: uuid.UUID) -> HttpResponse:
    """They were two after all: one click."""
    merge = find_merge(merge_ref, viewer=request.actor)
    if merge is None:
        raise Http404
    form = VerbForm.of(request)
    if form.attempt(lambda: undo_merge(merge=merge, by=request.actor, at=request.at)):
        messages.success(request, "Ongedaan gemaakt. Het zijn weer twee vermeldingen.")
    else:
        messages.error(request, " ".join(form.non_field_errors()))
    return redirect(listing_url(merge.gone))


def _decide(request: StaffRequest, found: Any, form: DuplicateForm) -> Any:
    """What stays to look at."""
    other, by, at = form.cleaned_data["other"], request.actor, request.at
    if form.cleaned_data["what"] == DuplicateForm.APART:
        keep_apart(one=found, other=other, by=by, at=at)
        messages.success(request, "Onthouden: dit zijn er twee.")
        return found
    kept, gone = (found, other) if form.cleaned_data["what"] == DuplicateForm.THIS else (other, found)
    merge_listings(kept=kept, gone=gone, by=by, at=at)
    messages.success(request, "Samengevoegd. Was dit fout? Dan maakt u het hieronder ongedaan.")
    return kept
