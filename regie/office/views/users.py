"""Gebruikers: who works here, and who is asked in."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.accounts.models import Invitation
from regie.accounts.queries import colleagues_in, last_reviews, with_second_factor, without_second_person
from regie.accounts.rules import where_may
from regie.mailing.queries import not_arriving
from regie.office.pages.users import users_page


@requires(Permission.MANAGE_USERS)
@require_safe
def users(request: StaffRequest) -> HttpResponse:
    """Everybody who works or worked in his municipalities, and every invitation that nobody accepted yet."""
    invitations = Invitation.objects.visible_to(request.actor).not_ended().select_related("municipality")
    mine = where_may(request.actor, Permission.MANAGE_USERS)
    colleagues = colleagues_in(mine)
    page = users_page(
        colleagues,
        invitations.order_by("-expires_at"),
        with_factor=with_second_factor(colleague.user for colleague in colleagues),
        alone=without_second_person(mine, on=request.today),
        reviewed=last_reviews(mine),
        not_arriving=not_arriving(request.actor),
        at=request.at,
    )
    return render(request, "office/users.html", {"page": page})
