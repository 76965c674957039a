"""The archive of one trajectory, which is a disclosure to the municipality itself."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.pages.archive import FILENAME, LAYOUT, TITLE, archive_of, archive_page
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.sheets.making import Heading, make
from regie.trajectories.models import Disclosure, Trajectory
from regie.ui.verb_form import VerbForm


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_http_methods(["GET", "POST"])
def archive(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """What stands in it; once it is written down that it goes, the file."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    form = VerbForm.of(request)
    if form.attempt(
        lambda: Disclosure.archive(
            trajectory=trajectory,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        return _file(request, trajectory)
    page = archive_page(trajectory, mine=guidance.is_open_to(request.actor))
    return render(request, "desk/archive.html", {"page": page, "form": form})


def _file(request: StaffRequest, trajectory: Trajectory) -> HttpResponse:
    """To keep, and not to be shown in the browser."""
    heading = Heading(TITLE, trajectory.municipality.name, request.actor.label, request.at)
    content = archive_of(trajectory, viewer=request.actor, on=request.today)
    kept = str(content_disposition_header(as_attachment=True, filename=FILENAME))
    return HttpResponse(
        make(LAYOUT, content, heading),
        content_type="application/pdf",
        headers={"Content-Disposition": kept},
    )
