"""Keeps a session alive for somebody who is still typing."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from regie.accounts.access import StaffRequest, signed_in


@signed_in
@require_POST
def stay(request: StaffRequest) -> HttpResponse:
    """Starts the half hour anew (every request does) and answers with nothing."""
    return HttpResponse(status=204)
