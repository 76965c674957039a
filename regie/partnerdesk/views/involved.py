"""Betrokken: with whom this partner is involved today, and what of each of them is open to him."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regie.accounts.access import StaffRequest
from regie.approach.queries import approach_for
from regie.partnerdesk.pages.involved import involved_page
from regie.partnerdesk.pages.person import person_page
from regie.partnerdesk.views.door import for_partners
from regie.partnerdesk.views.reading import log_look, log_names
from regie.trajectories.queries import involvement_of_partner, involvements_of_partner


@for_partners
@require_safe
def involved(request: StaffRequest) -> HttpResponse:
    """All of them; that he read their names is written down once a day."""
    found = list(involvements_of_partner(request.actor))
    log_names(request, (one.trajectory for one in found))
    return render(request, "partnerdesk/involved.html", {"page": involved_page(found)})


@for_partners
@require_safe
def person(request: StaffRequest, involvement_ref: uuid.UUID) -> HttpResponse:
    """One of them; each look is written down."""
    found = involvement_of_partner(involvement_ref, viewer=request.actor)
    if found is None:
        raise Http404
    his = found.trajectory
    log_look(request, his)
    page = person_page(found, approach_for(his.municipality, on=request.today), on=request.today)
    return render(request, "partnerdesk/person.html", {"page": page})
