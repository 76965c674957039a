"""Publishing a page, reading a version back, and taking one back."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.accounts.rules import may
from regie.office.forms.publishing import PublishForm, TakeBackForm
from regie.office.pages.publishing import publishing_page, taking_back_page, version_page
from regie.office.views.programme import plan_of
from regie.programme.actions import draft_of
from regie.programme.actions import publish as make_public
from regie.programme.models import PublishedPage
from regie.programme.queries import halts_of


@requires(Permission.KEEP_PROGRAMME)
@require_http_methods(["GET", "POST"])
def publish(request: StaffRequest, intervention_ref: uuid.UUID) -> HttpResponse:
    """Shows what everyone would read, and publishes it."""
    found = plan_of(request.actor, intervention_ref)
    found.check_kept_by(request.actor)
    draft = draft_of(found, on=request.today)
    form = PublishForm.of(request, now=draft.fingerprint)
    made = form.attempt(
        lambda: make_public(
            found,
            changes=form.cleaned_data["changes"],
            looked_at=form.cleaned_data["looked_at"],
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    if made:
        messages.success(request, f"Versie {made.version} is gepubliceerd.")
        return redirect("office:published_page", made.ref)
    if form.is_bound:
        form.look_again()
    versions = PublishedPage.objects.visible_to(request.actor).filter(intervention=found)
    told, halts = list(versions.defer("pdf", "document").newest_first()), halts_of([found])[found.pk]
    page = publishing_page(found, draft, told, halts, on=request.today)
    return render(request, "office/publish.html", {"form": form, "page": page})


@requires(Permission.READ_PROGRAMME)
@require_safe
def version(request: StaffRequest, published_ref: uuid.UUID) -> HttpResponse:
    """One version: when, by whom, where it is, and its text to paste elsewhere."""
    found = _published(request, published_ref)
    keeps = may(request.actor, Permission.KEEP_PROGRAMME, found.intervention.municipality_id)
    return render(request, "office/published.html", {"page": version_page(found, keeps=keeps)})


@requires(Permission.KEEP_PROGRAMME)
@require_http_methods(["GET", "POST"])
def take_back(request: StaffRequest, published_ref: uuid.UUID) -> HttpResponse:
    """A version is not public any more."""
    found = _published(request, published_ref)
    found.intervention.check_kept_by(request.actor)
    form = TakeBackForm.of(request)
    if form.attempt(
        lambda: found.take_back(reason=form.cleaned_data["reason"], by=request.actor, at=request.at)
    ):
        messages.success(request, f"Versie {found.version} is ingetrokken.")
        return redirect("office:published_page", found.ref)
    return render(request, "ui/withdrawing.html", {"form": form, "page": taking_back_page(found)})


def _published(request: StaffRequest, ref: uuid.UUID) -> PublishedPage:
    readable = PublishedPage.objects.visible_to(request.actor).defer("pdf").newest_first()
    found: PublishedPage = get_object_or_404(readable, ref=ref)
    return found
