"""What somebody says on a page: writing it, writing it anew, taking it off, and the leave for it."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.office.forms.managing import ButtonForm
from regie.office.forms.voices import ApprovalForm, VoiceForm
from regie.office.pages.voices import approving_page, revoice_page, voice_page, withdrawing_voice_page
from regie.office.views.programme import plan_of
from regie.programme.models import Voice
from regie.programme.rules import SPOKEN, heading_of, is_small


@requires(Permission.KEEP_PROGRAMME)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, intervention_ref: uuid.UUID, voice_kind: str) -> HttpResponse:
    """Words of somebody that are not on the page yet."""
    if voice_kind not in SPOKEN:
        raise Http404
    found = plan_of(request.actor, intervention_ref)
    found.check_kept_by(request.actor)
    form = VoiceForm.of(request, kind=voice_kind)
    made = form.attempt(
        lambda: Voice.tell(
            intervention=found,
            account=form.account,
            kind=voice_kind,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    if made:
        messages.success(request, f"{heading_of(voice_kind)}: geschreven. Er is nog akkoord nodig.")
        return redirect("office:plan", found.ref)
    return render(request, "ui/form_page.html", {"form": form, "page": voice_page(found, voice_kind)})


@requires(Permission.KEEP_PROGRAMME)
@require_http_methods(["GET", "POST"])
def correct(request: StaffRequest, voice_ref: uuid.UUID) -> HttpResponse:
    """Other words; they need leave again."""
    voice = _standing(request, voice_ref)
    voice.intervention.check_kept_by(request.actor)
    form = VoiceForm.of(request, initial=vars(voice.account), kind=voice.kind, version=voice.pk)
    made = form.attempt(
        lambda: voice.correct(
            account=form.account, submission=form.cleaned_data["submission"], by=request.actor, at=request.at
        )
    )
    if made:
        messages.success(request, f"{heading_of(voice.kind)}: bijgewerkt.")
        return redirect("office:plan", voice.intervention.ref)
    versions = Voice.objects.visible_to(request.actor).filter(ref=voice.ref).select_related("approval")
    page = revoice_page(voice, versions.order_by("-recorded_at", "-pk"))
    return render(request, "office/rewrite_block.html", {"form": form, "page": page})


@requires(Permission.KEEP_PROGRAMME)
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, voice_ref: uuid.UUID) -> HttpResponse:
    """Words go off the page."""
    voice = _standing(request, voice_ref)
    voice.intervention.check_kept_by(request.actor)
    form = ButtonForm.of(request, version=voice.pk)
    if form.attempt(lambda: voice.withdraw(by=request.actor, at=request.at)):
        messages.success(request, f"{heading_of(voice.kind)}: van de bladzijde gehaald.")
        return redirect("office:plan", voice.intervention.ref)
    return render(request, "ui/withdrawing.html", {"form": form, "page": withdrawing_voice_page(voice)})


@requires(Permission.KEEP_PROGRAMME, Permission.APPROVE_STORIES)
@require_http_methods(["GET", "POST"])
def approve(request: StaffRequest, voice_ref: uuid.UUID) -> HttpResponse:
    """Who speaks gave leave for these words."""
    voice = _standing(request, voice_ref)
    voice.check_approved_by(request.actor)
    small = is_small(voice.guided_there(request.today))
    form = ApprovalForm.of(request, kind=voice.kind, small=small, version=voice.pk)
    if form.attempt(lambda: voice.approve(account=form.account, by=request.actor, at=request.at)):
        messages.success(request, "Akkoord vastgelegd. Het komt in de volgende publicatie.")
        return redirect("office:plan", voice.intervention.ref)
    page = approving_page(voice, small=small)
    return render(request, "office/approve_voice.html", {"form": form, "page": page})


def _standing(request: StaffRequest, ref: uuid.UUID) -> Voice:
    """The words as they stand, for who reads that page."""
    readable = Voice.objects.current().visible_to(request.actor)
    found: Voice = get_object_or_404(readable.select_related("intervention__municipality"), ref=ref)
    return found
