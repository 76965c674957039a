"""What was told of all young people, in one line to whom is involved, and for himself on paper."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.approach.queries import Approaches, approach_for
from regie.desk.forms.told_to_involved import ToldToInvolvedForm
from regie.desk.pages.disclosures import TITLE
from regie.desk.pages.involved import described
from regie.desk.pages.ledger import ledger_page
from regie.desk.pages.places import INVOLVED
from regie.desk.pages.plan_words import page_around
from regie.desk.pages.sheet_who_knows import who_knows
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_all_of, log_guided
from regie.desk.views.sheets import printed
from regie.desk.views.standing import standing_fact
from regie.trajectories.enums import DisclosureChannel
from regie.trajectories.models import Disclosure, Involvement

TOLD = "Ik vertelde iets"
LEAD = "Aan wie, waarom dat mag en waarvoor: dat staat al vast. Schrijf alleen op wat u vertelde."


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def ledger(request: StaffRequest) -> HttpResponse:
    """All of them, of everybody he may see."""
    page = ledger_page(request.actor, on=request.today, address=request.GET.dict())
    log_all_of(request, page.shown)
    return render(request, "desk/ledger.html", {"page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell_involved(request: StaffRequest, involvement_ref: uuid.UUID) -> HttpResponse:
    """One line of what was told to somebody who is involved."""
    seen = Involvement.objects.current().visible_to(request.actor)
    found = seen.select_related("organisation", "professional")
    involved: Involvement = standing_fact(request, found, involvement_ref)
    trajectory = involved.trajectory
    first = {"happened_on": f"{request.today:%d-%m-%Y}", "channel": DisclosureChannel.PHONE}
    form = ToldToInvolvedForm.of(request, initial=first)
    if form.attempt(
        lambda: Disclosure.tell_involved(
            involvement=involved,
            what=form.cleaned_data["what"],
            channel=form.cleaned_data["channel"],
            happened_on=form.cleaned_data["happened_on"],
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, f"{TITLE} vastgelegd.")
        return redirect("desk:disclosures", trajectory.person.ref)
    approaches = Approaches.of(trajectory.municipality, until=request.today)
    about = (described(involved, approaches, on=request.today),)
    page = page_around(trajectory.person, TOLD, LEAD, "Vastleggen", under=INVOLVED, told=about)
    return render(request, "ui/told_form.html", {"form": form, "page": page})


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def who_knows_sheet(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """Wie weet wat over mij, to give to him."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    approach = approach_for(trajectory.municipality, on=request.today)
    return printed(
        request, who_knows(trajectory, guidance, approach, on=request.today), trajectory.municipality
    )
