"""His papers: the list, and one of them as the file that was given."""

import uuid

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.base.errors import NotNow
from regie.desk.forms.paper import PaperForm
from regie.desk.pages import papers as pages
from regie.desk.pages.places import PAPERS
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided, log_reading
from regie.desk.views.telling import Noun
from regie.plans.enums import FileType
from regie.plans.models import Paper
from regie.plans.models.paper import GONE
from regie.privacy import vault

PAPER = Noun("paper", "Papier", Paper, PaperForm, pages.described, home=PAPERS)
TYPES = {
    FileType.PDF: "application/pdf",
    FileType.JPEG: "image/jpeg",
    FileType.PNG: "image/png",
    FileType.TEXT: "application/octet-stream",  # in which letters it is written, nobody told us
    FileType.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
# Never shown in the browser as a page of ours: whatever is in it, it runs nowhere and reaches nothing.
CLOSED = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def papers(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """All that he may see of them."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    page = pages.papers_page(trajectory, guidance, viewer=request.actor)
    return render(request, "desk/papers.html", {"page": page})


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def paper_file(request: StaffRequest, paper_ref: uuid.UUID) -> HttpResponseBase:
    """The file, unsealed on the way out; what was taken back is given to nobody."""
    seen = Paper.objects.current().visible_to(request.actor)
    found = get_object_or_404(
        seen.select_related("trajectory__person", "trajectory__municipality"), ref=paper_ref
    )
    log_reading(request, found.trajectory)
    if not vault.holds(found.kept_as):
        raise NotNow(GONE)
    return StreamingHttpResponse(
        vault.read(found.kept_as),
        content_type=TYPES[FileType(found.file_type)],
        headers=CLOSED
        | {
            "Content-Length": str(found.size),
            "Content-Disposition": str(
                content_disposition_header(as_attachment=True, filename=found.filename)
            ),
        },
    )
