"""De gedragscode: read and accepted once, before anything else is shown."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, partner_only
from regie.partnerdesk.forms.conduct import ConductForm
from regie.partnerdesk.pages.conduct import conduct_page
from regie.partners.models import ConductAcceptance
from regie.partners.queries import accepted_conduct
from regie.partners.rules import VERSION


@partner_only
@require_http_methods(["GET", "POST"])
def conduct(request: StaffRequest) -> HttpResponse:
    """What he promises; who did so already goes on."""
    form = ConductForm.of(request, version=VERSION)
    done = form.attempt(
        lambda: ConductAcceptance.accept(version=form.promised, by=request.actor, at=request.at)
    )
    if done:
        messages.success(request, "U nam de gedragscode aan.")
        return redirect("partnerdesk:asked")
    page = conduct_page(accepted=accepted_conduct(request.actor))
    return render(request, "partnerdesk/conduct.html", {"form": form, "page": page})
