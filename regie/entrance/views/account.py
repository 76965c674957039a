"""My own account."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from regie.accounts.access import StaffRequest, signed_in
from regie.entrance.pages import account_page


@signed_in
def account(request: StaffRequest) -> HttpResponse:
    """Who I am here, which roles I hold until when, and how I sign in."""
    page = account_page(request.user, acting=request.actor, at=request.at)
    return render(request, "entrance/account.html", {"page": page})


@signed_in
def to_account(request: StaffRequest) -> HttpResponse:
    """allauth's own lists of second steps: all of that stands on the account."""
    return redirect("entrance:account")
