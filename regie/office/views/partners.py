"""Partners: who of another organisation comes in, asking one in, and ending an account."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.office.forms.inviting import MAIL, WithdrawingForm
from regie.office.forms.partners import InvitingPartnerForm
from regie.office.pages.partners import end_seat_page, inviting_partner_page, partners_page
from regie.office.views.invitations import delivered
from regie.partners.actions import invite_partner
from regie.partners.queries import seats_managed_by, to_invite
from regie.trajectories.queries import professionals_involved


@requires(Permission.MANAGE_USERS)
@require_safe
def partners(request: StaffRequest) -> HttpResponse:
    """Everybody who comes or came in as a partner."""
    seats = list(seats_managed_by(request.actor))
    involved = professionals_involved({one.professional_id for one in seats}, on=request.today)
    page = partners_page(seats, involved, on=request.today)
    return render(request, "office/partners.html", {"page": page})


@requires(Permission.MANAGE_USERS)
@require_http_methods(["GET", "POST"])
def invite(request: StaffRequest) -> HttpResponse:
    """Asks a professional of the map in; his code goes by mail, or is shown once in a letter."""
    chosen = to_invite(request.actor, on=request.today)
    form = InvitingPartnerForm.of(request, professionals=chosen)
    made = form.attempt(
        lambda: invite_partner(
            professional=form.cleaned_data["professional"],
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    if made is None:
        return render(request, "ui/form_page.html", {"form": form, "page": inviting_partner_page()})
    return delivered(request, made, by_mail=form.cleaned_data["way"] == MAIL)


@requires(Permission.MANAGE_USERS)
@require_http_methods(["GET", "POST"])
def end_seat(request: StaffRequest, seat_ref: uuid.UUID) -> HttpResponse:
    """He comes in no more."""
    seat = get_object_or_404(seats_managed_by(request.actor), ref=seat_ref)
    form = WithdrawingForm.of(request)
    if form.attempt(lambda: seat.end(by=request.actor, at=request.at)):
        messages.success(request, f"{seat.user} komt niet meer binnen.")
        return redirect("office:partners")
    return render(request, "ui/withdrawing.html", {"form": form, "page": end_seat_page(seat)})
