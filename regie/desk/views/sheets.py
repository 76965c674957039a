"""Sheets of paper: each a PDF that is made the moment somebody asks, and kept nowhere."""

import uuid

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.desk.pages.sheet_my_plan import my_plan
from regie.desk.pages.sheet_parts import SheetToMake
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.sheets.making import Heading, make


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def my_plan_sheet(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """Mijn plan, to give to him."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    return printed(request, my_plan(trajectory, guidance, on=request.today), trajectory.municipality)


def printed(request: StaffRequest, sheet: SheetToMake, municipality: Municipality) -> HttpResponse:
    """The PDF of a sheet, in the browser."""
    shown = str(content_disposition_header(as_attachment=False, filename=sheet.filename))
    return HttpResponse(
        made(request, sheet, municipality),
        content_type="application/pdf",
        headers={"Content-Disposition": shown},
    )


def made(request: StaffRequest, sheet: SheetToMake, municipality: Municipality) -> bytes:
    """The PDF itself, which says who made it and when."""
    heading = Heading(sheet.title, municipality.name, request.actor.label, request.at)
    return make(sheet.layout, sheet.content, heading)
