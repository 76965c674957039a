"""Gebruikers: who works here, and who is asked in."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.accounts.models import Invitation
from regie.accounts.queries import colleagues_in
from regie.accounts.rules import where_may
from regie.office.pages.users import users_page


@requires(Permission.MANAGE_USERS)
@require_safe
def users(request: StaffRequest) -> HttpResponse:
    """Everybody who works or worked in his municipalities, and every invitation that nobody accepted yet."""
    invitations = Invitation.objects.visible_to(request.actor).not_ended().select_related("municipality")
    page = users_page(
        colleagues_in(where_may(request.actor, Permission.MANAGE_USERS)),
        invitations.order_by("-expires_at"),
        at=request.at,
    )
    return render(request, "office/users.html", {"page": page})
