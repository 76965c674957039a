"""Looking at every account, and reading what was said of them before."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.actions.reviewing import NO_REVIEW
from regie.accounts.enums import Permission
from regie.accounts.models import AccountReview, Municipality, ReviewedAccount, User
from regie.accounts.queries import accounts_to_review
from regie.accounts.rules import where_may
from regie.office.forms.reviewing import ReviewForm
from regie.office.pages.reviewing import PartnerAccount, partner_account, past_review_page, review_page
from regie.partners.actions import review_all_accounts as review
from regie.partners.queries import seats_to_review
from regie.trajectories.queries import professionals_involved


@requires(Permission.MANAGE_USERS)
@require_http_methods(["GET", "POST"])
def review_accounts(request: StaffRequest, municipality_code: str) -> HttpResponse:
    """Says of every account of a municipality whether it is still needed."""
    mine = Municipality.objects.filter(pk__in=where_may(request.actor, Permission.MANAGE_USERS))
    place = get_object_or_404(mine, cbs_code=municipality_code)
    past = list(AccountReview.objects.filter(municipality=place).newest_first())
    sent = request.POST.get("submission")
    for earlier in past:
        if sent and str(earlier.submission) == sent:  # the second of two clicks
            return redirect("office:past_review", earlier.ref)
    everybody = accounts_to_review(place, on=request.today)
    others = [colleague for colleague in everybody if colleague.user != request.user]
    partners = _partners(request, place, {colleague.user for colleague in everybody})
    version = past[0].pk if past else NO_REVIEW
    form = ReviewForm.of(request, colleagues=others, partners=partners, version=version)
    made = form.attempt(
        lambda: review(
            municipality=place,
            outcomes=form.outcomes,
            seen=form.version,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    if made:
        messages.success(request, "Controle vastgelegd.")
        return redirect("office:past_review", made.ref)
    page = review_page(place, past, own=len(others) < len(everybody))
    return render(request, "office/review.html", {"form": form, "page": page})


def _partners(request: StaffRequest, place: Municipality, colleagues: set[User]) -> list[PartnerAccount]:
    """Who comes in as a partner only: of a colleague his roles are asked."""
    seats = {
        user: his for user, his in seats_to_review(place, on=request.today).items() if user not in colleagues
    }
    named = {one.professional_id for his in seats.values() for one in his}
    involved = professionals_involved(named, on=request.today)
    return [partner_account(user, his, involved, on=request.today) for user, his in seats.items()]


@requires(Permission.MANAGE_USERS)
@require_safe
def past_review(request: StaffRequest, review_ref: uuid.UUID) -> HttpResponse:
    """A review of before, as it was written down."""
    his = AccountReview.objects.visible_to(request.actor).select_related("municipality")
    found = get_object_or_404(his, ref=review_ref)
    lines = ReviewedAccount.objects.filter(review=found).select_related("user").order_by("user__name", "pk")
    return render(request, "office/past_review.html", {"page": past_review_page(found, lines)})
