"""Sheets of paper: each a PDF that is made the moment somebody asks, and kept nowhere."""

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.desk.pages import sheet_debts, sheet_signed
from regie.desk.pages.agreement_paper import paper_page
from regie.desk.pages.authorisations import authorisation_paper
from regie.desk.pages.debt_overview import overview_page
from regie.desk.pages.record import record_now
from regie.desk.pages.sheet_my_plan import my_plan
from regie.desk.pages.sheet_parts import SheetToMake
from regie.desk.pages.sheet_visit import visit
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided, log_reading
from regie.plans.models import Agreement, Authorisation
from regie.requests.models import MutualAgreement
from regie.sheets.making import Heading, make

HIS = ("trajectory__person", "trajectory__municipality")


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def my_plan_sheet(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """Mijn plan, to give to him."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    return printed(request, my_plan(trajectory, guidance, on=request.today), trajectory.municipality)


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def visit_sheet(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """What his officer takes along into a prison."""
    trajectory = get_trajectory(request.actor, person_ref)
    record = record_now(trajectory, on=request.today)
    log_guided(request, trajectory, record.guidance)
    return printed(request, visit(record), trajectory.municipality)


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def debts_sheet(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """His debts, for who helps him with them."""
    trajectory = get_trajectory(request.actor, person_ref)
    log_reading(request, trajectory)
    page = overview_page(trajectory, mine=False, by=request.actor.label, on=request.today)
    return printed(request, sheet_debts.debts_sheet(page, on=request.today), trajectory.municipality)


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def agreement_sheet(request: StaffRequest, agreement_ref: uuid.UUID) -> HttpResponse:
    """What was agreed, to keep and to sign."""
    seen = Agreement.objects.current().visible_to(request.actor).select_related(*HIS)
    one = get_object_or_404(seen, ref=agreement_ref)
    log_reading(request, one.trajectory)
    page = paper_page(one, mine=False)
    return printed(request, sheet_signed.agreement_sheet(page, on=request.today), one.trajectory.municipality)


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def mutual_sheet(request: StaffRequest, mutualagreement_ref: uuid.UUID) -> HttpResponse:
    """What three agreed, to keep and to sign."""
    seen = MutualAgreement.objects.current().visible_to(request.actor).select_related(*HIS)
    one = get_object_or_404(seen, ref=mutualagreement_ref)
    log_reading(request, one.trajectory)
    return printed(request, sheet_signed.mutual_sheet(one, on=request.today), one.trajectory.municipality)


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def authorisation_sheet(request: StaffRequest, authorisation_ref: uuid.UUID) -> HttpResponse:
    """An authorisation, to read together and to sign."""
    seen = Authorisation.objects.current().visible_to(request.actor).select_related(*HIS)
    told = get_object_or_404(seen, ref=authorisation_ref)
    guidance = told.trajectory.guidance()
    log_guided(request, told.trajectory, guidance)
    page = authorisation_paper(told, guidance.officer_on(request.today), mine=False)
    sheet = sheet_signed.authorisation_sheet(page, on=request.today)
    return printed(request, sheet, told.trajectory.municipality)


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
