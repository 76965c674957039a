"""Coming in by an invitation: the code from a letter or a mail, a first password, and on to the second step."""

from typing import Any

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from allauth.core.internal import ratelimit
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import everyone
from regie.accounts.actions import UNUSABLE
from regie.accounts.models import Invitation, User
from regie.base.errors import DomainError
from regie.entrance.forms.invitation import CodeForm, FirstPasswordForm, TakeRoleForm
from regie.entrance.second_factor import came_with_second_factor
from regie.partners.actions import accept as let_in

CODE = "invitation"  # in the session, so that it does not stay in the address
WRONG_CODES = {"invitation": "20/5m/ip"}  # a town hall is one address


@everyone
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest) -> HttpResponse:
    """Asks the code from the letter."""
    form = CodeForm(_sent(request))
    if form.is_valid():
        request.session[CODE] = form.cleaned_data["code"]
        return redirect("entrance:accept_invitation")
    return render(request, "entrance/invitation.html", {"form": form})


@everyone
@require_safe
def open_invitation(request: HttpRequest, invitation_code: str) -> HttpResponse:
    """The link from the mail: puts the code in the session and looks nothing up."""
    request.session[CODE] = invitation_code
    return redirect("entrance:accept_invitation")


@everyone
@require_http_methods(["GET", "POST"])
def accept(request: Any) -> HttpResponse:
    """Somebody with a good code chooses a password, or takes the role with the account that he has."""
    if not _counted(request, dry_run=True):
        return ratelimit.respond_429(request)
    found = Invitation.objects.select_related("municipality").by_code(
        request.session.get(CODE, ""), request.at
    )
    if found is None:
        return _no_such_code(request)
    known = User.objects.filter(email=found.email).first()
    himself = known is not None and request.user == known and came_with_second_factor(request)
    user = known or User(email=found.email, name=found.name)
    form = (TakeRoleForm if known else FirstPasswordForm)(data=_sent(request), user=user)
    if request.method == "POST" and (himself or not known) and form.is_valid():
        return _let_in(request, found, form.cleaned_data.get("password1", ""), himself)
    words = {"form": form, "invitation": found, "known": known is not None, "himself": himself}
    return render(request, "entrance/accept_invitation.html", words)


def _let_in(request: Any, found: Invitation, password: str, himself: bool) -> HttpResponse:
    """Accepts; who is new is signed in at once, and the front door leads him to his second step."""
    by = request.actor if himself else found.holder
    try:
        user = let_in(found, password=password, by=by, at=request.at)
    except DomainError:
        return _no_such_code(request)
    request.session.pop(CODE, None)
    if himself:
        messages.success(request, f"U heeft nu ook deze rol: {found.asked_as}.")
        return redirect("entrance:home")
    if request.user.is_authenticated:
        logout(request)  # a colleague who lent him his browser
    return perform_password_login(request, {"email": user.email}, Login(user=user))


def _no_such_code(request: Any) -> HttpResponse:
    """The same for every code that does not work, whatever the reason; who tries too often waits."""
    if not _counted(request):
        return ratelimit.respond_429(request)
    if request.session.pop(CODE, None):
        messages.error(request, UNUSABLE)
    return redirect("entrance:invitation")


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _counted(request: HttpRequest, *, dry_run: bool = False) -> bool:
    return bool(
        ratelimit.consume(
            request,
            app="regie.entrance",
            action="invitation",
            config=WRONG_CODES,
            limit_get=True,
            dry_run=dry_run,
        )
    )
