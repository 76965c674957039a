"""The week before his release, and telling how one thing of a list stands."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.approach.queries import approach_for
from regie.approach.rules import ItemRule
from regie.desk.forms.arrangement import ArrangementForm
from regie.desk.pages.detention import withdrawing_page
from regie.desk.pages.first_hours_open import FROM_HERE
from regie.desk.pages.release_week import arranging_page, described_arrangement, release_week_page
from regie.desk.views.detention import guided
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.desk.views.standing import standing_fact
from regie.trajectories.enums import ArrangementList
from regie.trajectories.models import Arrangement, Trajectory
from regie.trajectories.models.arrangement import arranged, came_in
from regie.trajectories.queries import arrangements_of
from regie.trajectories.rules import items_of
from regie.ui.verb_form import VerbForm

# Where a list stands: to there one goes back.
STANDS = {ArrangementList.RELEASE: "desk:release_week", ArrangementList.DETENTION: "desk:detained_again"}
GONE = "Staat niet meer op de lijst"


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def release_week(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """How his release stands; opening it is written in the access log."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    page = release_week_page(trajectory, on=request.today, editable=guidance.is_open_to(request.actor))
    log_guided(request, trajectory, guidance)
    return render(request, "desk/release_week.html", {"page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def arrange(
    request: StaffRequest, person_ref: uuid.UUID, arrangement_list: str, item_code: str
) -> HttpResponse:
    """How one thing of a list stands."""
    if arrangement_list not in ArrangementList:
        raise Http404
    which, trajectory = ArrangementList(arrangement_list), guided(request, person_ref)
    back = "desk:first_hours" if request.GET.get("van") == FROM_HERE else STANDS[which]
    item = _item(request, trajectory, which, item_code)
    told = arrangements_of(trajectory, since=came_in(trajectory, on=request.today))
    now = arranged(told, which, on=request.today).get(item_code)
    form = ArrangementForm.of(request, initial=_typed(now) if now else {}, which=which)
    if form.attempt(
        lambda: Arrangement.tell(
            trajectory=trajectory,
            list=which,
            item=item.code,
            account=form.account(request.at),
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, f"{item.title}: vastgelegd.")
        return redirect(back, person_ref)
    page = arranging_page(trajectory, item, now, on=request.today, back=back)
    return render(request, "ui/told_form.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, arrangement_ref: uuid.UUID) -> HttpResponse:
    """Takes back what was not so; asks first. What was told before it holds again."""
    seen = Arrangement.objects.current().visible_to(request.actor)
    told: Arrangement = standing_fact(request, seen, arrangement_ref)
    person, which = told.trajectory.person, ArrangementList(told.list)
    items = items_of(approach_for(told.trajectory.municipality, on=request.today), which)
    title = next((one.title for one in items if one.code == told.item), GONE)
    form = VerbForm.of(request)
    if form.attempt(lambda: told.withdraw(by=request.actor, at=request.at)):
        messages.success(request, f"{title}: ingetrokken. In de geschiedenis blijft het te lezen.")
        return redirect(STANDS[which], person.ref)
    page = withdrawing_page(person, title, described_arrangement(told, title))
    return render(request, "ui/withdrawing.html", {"form": form, "page": page})


def _item(request: StaffRequest, trajectory: Trajectory, which: ArrangementList, code: str) -> ItemRule:
    """What is asked; of what left the list while somebody typed, the form says so and keeps what he typed."""
    items = items_of(approach_for(trajectory.municipality, on=request.today), which)
    found = next((one for one in items if one.code == code), None)
    if found is None and request.method != "POST":
        raise Http404
    return found or ItemRule(code, GONE)


def _typed(now: Arrangement) -> dict[str, str]:
    """What holds now, as it would be typed."""
    same = {name: getattr(now, name) for name in ("state", "decision", "owner", "owner_name", "words")}
    return same | ({"due_on": f"{now.due_on:%d-%m-%Y}"} if now.due_on else {})
