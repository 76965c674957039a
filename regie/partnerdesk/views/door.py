"""A partner comes in after he accepted the code of conduct."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from regie.accounts.access import StaffRequest, partner_only
from regie.partners.queries import accepted_conduct


def for_partners(view: Callable[..., HttpResponse]) -> Callable[..., Any]:
    """Open to a partner who accepted the code of conduct; who did not yet reads that first. One query."""

    @wraps(view)
    def after_conduct(request: StaffRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not accepted_conduct(request.actor):
            return redirect("partnerdesk:conduct")
        return view(request, *args, **kwargs)

    return partner_only(after_conduct)
