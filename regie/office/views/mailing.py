"""Mail: whether what Regie mails to colleagues arrives."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.mailing.queries import mail_of_colleagues
from regie.office.pages.mailing import mailing_page


@requires(Permission.MANAGE_USERS)
@require_safe
def mailing(request: StaffRequest) -> HttpResponse:
    """The last mail to each colleague who asks for mail, and how it stands."""
    page = mailing_page(mail_of_colleagues(request.actor, at=request.at))
    return render(request, "office/mailing.html", {"page": page})
