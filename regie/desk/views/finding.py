"""A referral that this viewer may see, and what he reads when a colleague decided on it."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import render

from regie.accounts.access import StaffRequest
from regie.desk.pages.referrals import decided_page
from regie.trajectories.models import Referral
from regie.trajectories.queries import decision_on, guided_before, reopened_with


def visible_referral(request: StaffRequest, referral_ref: uuid.UUID) -> Referral | None:
    """The referral as it stands, with its person and municipality; None when he may not see it."""
    visible = Referral.objects.current().visible_to(request.actor)
    told = visible.annotate(guided_before=guided_before(), reopened=reopened_with())
    return told.select_related("person", "municipality").filter(ref=referral_ref).first()


def decided(request: StaffRequest, referral_ref: uuid.UUID) -> HttpResponse:
    """A colleague decided on it: say who and when, and nothing of the young person; else there is nothing (404)."""
    decision = decision_on(referral_ref, viewer=request.actor)
    if decision is None:
        raise Http404
    return render(request, "desk/decided_elsewhere.html", {"page": decided_page(decision)}, status=409)
