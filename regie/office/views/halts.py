"""An intervention stops, or goes on again."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.office.forms.halting import HaltForm
from regie.office.pages.halting import halt_initial, stops_now
from regie.office.pages.programme import stopping_page
from regie.office.views.programme import plan_of
from regie.programme.models import InterventionHalt
from regie.programme.queries import halts_of


@requires(Permission.KEEP_PROGRAMME)
@require_http_methods(["GET", "POST"])
def halt(request: StaffRequest, intervention_ref: uuid.UUID) -> HttpResponse:
    """Says since when, and why."""
    found = plan_of(request.actor, intervention_ref)
    found.check_kept_by(request.actor)
    halts = halts_of([found])[found.pk]
    form = HaltForm.of(request, initial=halt_initial(halts, on=request.today), version=len(halts))
    verb = InterventionHalt.resume if stops_now(halts) else InterventionHalt.end
    made = form.attempt(lambda: verb(found, **form.told, by=request.actor, at=request.at))
    if made:
        messages.success(request, "Vastgelegd. De bladzijde blijft te lezen.")
        return redirect("office:plan", found.ref)
    return render(request, "office/halt.html", {"form": form, "page": stopping_page(found, halts)})
