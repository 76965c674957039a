"""Afwezigheid: arranging a cover, what must be known, and what happened meanwhile."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.accounts.models import Absence, Cover
from regie.base.errors import NotValid
from regie.desk.forms.cover import AbsenceForm, MustKnowForm
from regie.desk.pages.cover import (
    absent_posts,
    arranges,
    arranging_page,
    choices,
    colleagues,
    cover_page,
    covers_page,
    ending_page,
    must_know_page,
)
from regie.desk.views.reading import log_reading
from regie.trajectories.models import MustKnow
from regie.trajectories.queries import covered_in, told_in
from regie.ui.verb_form import VerbForm


@requires(Permission.GUIDE, Permission.ASSIGN)
@require_safe
def covers(request: StaffRequest) -> HttpResponse:
    """Who is away when, and who covers."""
    return render(
        request, "desk/covers.html", {"page": covers_page(request.actor, number=request.GET.get("pagina"))}
    )


@requires(Permission.GUIDE, Permission.ASSIGN)
@require_http_methods(["GET", "POST"])
def arrange_cover(request: StaffRequest) -> HttpResponse:
    """An officer tells that he will be away, or a coordinator that somebody is."""
    form = AbsenceForm.of(
        request,
        initial={"since": f"{request.today:%d-%m-%Y}"},
        absent=choices(absent_posts(request.actor, on=request.today), users=False),
        substitutes=choices(colleagues(request.actor, on=request.today), users=True),
    )
    made = form.attempt(lambda: _arrange(request, form))
    if made:
        messages.success(request, f"Vastgelegd. {made.substitute} vervangt {made.officer}.")
        return redirect("desk:cover", made.ref)
    return render(request, "ui/form_page.html", {"form": form, "page": arranging_page()})


@requires(Permission.GUIDE, Permission.ASSIGN)
@require_safe
def cover(request: StaffRequest, cover_ref: uuid.UUID) -> HttpResponse:
    """One absence: whom it is about, what must be known, and what was done meanwhile."""
    found = _cover(request, cover_ref)
    page = cover_page(found, viewer=request.actor, on=request.today, number=request.GET.get("pagina"))
    return render(request, "desk/cover.html", {"page": page})


@requires(Permission.GUIDE, Permission.ASSIGN)
@require_http_methods(["GET", "POST"])
def end_cover(request: StaffRequest, cover_ref: uuid.UUID) -> HttpResponse:
    """The cover ends now; asks first."""
    found = _arranged(request, cover_ref)
    form = VerbForm.of(request)
    if form.attempt(lambda: _end(request, found)):
        messages.success(request, "De vervanging is gestopt.")
        return redirect("desk:cover", found.ref)
    return render(request, "ui/form_page.html", {"form": form, "page": ending_page(found)})


@requires(Permission.GUIDE, Permission.ASSIGN)
@require_http_methods(["GET", "POST"])
def tell_must_know(request: StaffRequest, cover_ref: uuid.UUID, person_ref: uuid.UUID) -> HttpResponse:
    """What the substitute must know of one young person."""
    found = _arranged(request, cover_ref)
    trajectory = get_object_or_404(covered_in(found, viewer=request.actor), person__ref=person_ref)
    log_reading(request, trajectory)
    stands = told_in(found, viewer=request.actor).get(trajectory.pk)
    form = MustKnowForm.of(
        request,
        initial={"words": stands.words if stands else ""},
        version=stands.pk if stands else None,
    )
    if form.attempt(
        lambda: MustKnow.tell(
            cover=found,
            trajectory=trajectory,
            words=form.cleaned_data["words"],
            seen=form.cleaned_data["seen"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, "Opgeslagen.")
        return redirect("desk:cover", found.ref)
    return render(
        request, "ui/form_page.html", {"form": form, "page": must_know_page(found, trajectory.person)}
    )


def _cover(request: StaffRequest, cover_ref: uuid.UUID) -> Cover:
    visible = Cover.objects.visible_to(request.actor)
    return get_object_or_404(visible.select_related("officer", "substitute", "municipality"), ref=cover_ref)


def _arranged(request: StaffRequest, cover_ref: uuid.UUID) -> Cover:
    """The cover, for who is away or coordinates; for the substitute there is nothing to change (404)."""
    found = _cover(request, cover_ref)
    if not arranges(found, request.actor):
        raise Http404
    return found


def _arrange(request: StaffRequest, form: AbsenceForm) -> Cover:
    typed = form.cleaned_data
    posts = absent_posts(request.actor, on=request.today)
    post = posts.filter(pk=typed["post"]).first()
    others = colleagues(request.actor, on=request.today)
    substitute = others.filter(user=typed["substitute"]).first()
    if post is None or substitute is None:
        raise NotValid("Deze collega is hier geen officier. Kies een ander.", field="post")
    absence = Absence(post.user, post.municipality, substitute.user, typed["since"], typed["until"])
    return Cover.arrange(absence, by=request.actor, at=request.at)


def _end(request: StaffRequest, found: Cover) -> bool:
    found.end(by=request.actor, at=request.at)
    return True
