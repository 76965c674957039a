"""Papers that are written for him: proposed, read and changed by his officer, made as PDF, and kept with his papers."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.draft import DraftForm
from regie.desk.pages.draft_first_day import FIRST_DAY
from regie.desk.pages.draft_letters import LETTERS
from regie.desk.pages.drafts import About, Draft, draft_page, drafts_page
from regie.desk.views.detention import guided
from regie.desk.views.sheets import made
from regie.plans.models import Paper
from regie.plans.rules import Given, PaperAccount
from regie.trajectories.models import Trajectory

DRAFTS = {"eerste-dag": FIRST_DAY} | LETTERS


@requires(Permission.GUIDE)
@require_safe
def write_papers(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """What can be written for him."""
    trajectory = guided(request, person_ref)
    return render(request, "desk/drafts.html", {"page": drafts_page(trajectory.person, DRAFTS)})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def write_paper(request: StaffRequest, person_ref: uuid.UUID, draft: str) -> HttpResponse:
    """One of them: what is known stands in the form; what is sent is made, kept and told in the journal."""
    trajectory = guided(request, person_ref)
    if draft not in DRAFTS:
        raise Http404
    chosen = DRAFTS[draft]
    officer = trajectory.guidance().officer_on(request.today)
    about = About(trajectory, officer, request.user, request.today)
    form = DraftForm.of(request, asks=chosen.asks(about))
    if form.attempt(lambda: _keep(request, trajectory, chosen, about, form)):
        messages.success(request, f"{chosen.title}: gemaakt. De PDF staat hieronder.")
        return redirect("desk:papers", person_ref)
    page = draft_page(trajectory.person, chosen)
    return render(request, "ui/form_page.html", {"form": form, "page": page})


def _keep(
    request: StaffRequest, trajectory: Trajectory, chosen: Draft, about: About, form: DraftForm
) -> Paper:
    """The PDF, as a paper of his: so it is written down that it was made, by whom and when."""
    sheet = chosen.sheet(about, form.cleaned_data)
    return Paper.tell(
        trajectory=trajectory,
        account=PaperAccount(request.today, chosen.kind, chosen.title, request.actor.label, request.today),
        given=Given(sheet.filename, made(request, sheet, trajectory.municipality)),
        submission=form.cleaned_data["submission"],
        by=request.actor,
        at=request.at,
    )
