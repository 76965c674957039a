"""His wishes, and how it went with them."""

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.wish_follow_up import WishFollowUpForm
from regie.desk.pages.wish_histories import wishes_page
from regie.desk.pages.wishes import described, described_follow_up
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.desk.views.telling import About, Noun
from regie.plans.models import Wish, WishFollowUp
from regie.plans.queries import wish_histories_of
from regie.trajectories.models import Trajectory


def of_wish(trajectory: Trajectory, wish_ref: uuid.UUID) -> About:
    """The wish of his that is asked about; of another there is nothing here (404)."""
    wish = get_object_or_404(Wish.objects.current().of(trajectory), ref=wish_ref)
    return About({"wish": wish}, (described(wish),))


FOLLOW_UP = Noun(
    "wishfollowup",
    "Vervolg op zijn wens",
    WishFollowUp,
    WishFollowUpForm,
    described_follow_up,
    about=of_wish,
)


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def wishes(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """All that was told of them; opening it is written in the access log."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    mine = guidance.is_open_to(request.actor)
    page = wishes_page(wish_histories_of(trajectory), trajectory.person, editable=mine)
    return render(request, "desk/wishes.html", {"page": page})
