"""One colleague or partner, and what a manager does with his roles and his account."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.actions import end_role as end
from regie.accounts.actions import give_role as give
from regie.accounts.enums import Permission
from regie.accounts.models import AccountEvent, Municipality, RoleGrant, User
from regie.accounts.models.roles import RoleGrantQuerySet
from regie.accounts.queries import managed_by, with_second_factor
from regie.accounts.rules import where_may
from regie.office.forms.managing import ButtonForm, EndForm, RoleForm
from regie.office.pages.colleague import account_page, colleague_page, ending_page, factor_page, giving_page
from regie.partners.actions import close_account, reopen_account
from regie.partners.actions import reset_second_factor as reset
from regie.partners.queries import accounts_managed_by, seats_managed_by
from regie.ui.words import written


@requires(Permission.MANAGE_USERS)
@require_safe
def user(request: StaffRequest, user_ref: uuid.UUID) -> HttpResponse:
    """One of them: what he is in the municipalities of this manager, and the account."""
    found = _account(request, user_ref)
    page = colleague_page(
        found,
        _grants(request).filter(user=found).order_by("-since", "-pk"),
        seats_managed_by(request.actor).filter(user=found),
        AccountEvent.objects.filter(user=found).order_by("-recorded_at", "-pk"),
        second_factor=bool(with_second_factor([found])),
        himself=found == request.user,
        at=request.at,
    )
    return render(request, "office/user.html", {"page": page})


@requires(Permission.MANAGE_USERS)
@require_http_methods(["GET", "POST"])
def give_role(request: StaffRequest, user_ref: uuid.UUID) -> HttpResponse:
    """Gives him a role, for a period."""
    found = _colleague(request, user_ref)
    mine = Municipality.objects.filter(pk__in=where_may(request.actor, Permission.MANAGE_USERS))
    form = RoleForm.of(
        request, initial={"since": f"{request.today:%d-%m-%Y}"}, municipalities=mine.order_by("name")
    )
    made = form.attempt(lambda: give(user=found, **form.given, by=request.actor, at=request.at))
    if made:
        messages.success(request, f"Rol gegeven: {made}, vanaf {written(made.since)}.")
        return redirect("office:user", found.ref)
    return render(request, "ui/form_page.html", {"form": form, "page": giving_page(found)})


@requires(Permission.MANAGE_USERS)
@require_http_methods(["GET", "POST"])
def end_role(request: StaffRequest, grant_ref: uuid.UUID) -> HttpResponse:
    """Lets a role end on a day."""
    grant = get_object_or_404(_grants(request).select_related("user"), ref=grant_ref)
    form = EndForm.of(request, initial={"until": f"{max(request.today, grant.since):%d-%m-%Y}"})
    done = form.attempt(lambda: end(grant, until=form.cleaned_data["until"], by=request.actor, at=request.at))
    if done:
        messages.success(request, f"Rol beëindigd: {grant}, tot {written(done.until)}.")
        return redirect("office:user", grant.user.ref)
    page = ending_page(grant, on=request.today)
    return render(request, "ui/withdrawing.html", {"form": form, "page": page})


@requires(Permission.MANAGE_USERS)
@require_http_methods(["GET", "POST"])
def account(request: StaffRequest, user_ref: uuid.UUID) -> HttpResponse:
    """Closes an account that is open, and opens one that is closed; by a page of before nothing happens."""
    found = _account(request, user_ref)
    form = ButtonForm.of(request, version=AccountEvent.objects.filter(user=found).count())
    turn = close_account if found.is_active else reopen_account
    done = form.attempt(lambda: turn(found, by=request.actor, at=request.at))
    if done:
        messages.success(request, f"{found.name}: {done.get_kind_display()}.")
        return redirect("office:user", found.ref)
    return render(request, "ui/withdrawing.html", {"form": form, "page": account_page(found)})


@requires(Permission.MANAGE_USERS)
@require_http_methods(["GET", "POST"])
def reset_second_factor(request: StaffRequest, user_ref: uuid.UUID) -> HttpResponse:
    """Takes a lost second step away."""
    found = _account(request, user_ref)
    form = ButtonForm.of(request)
    done = form.attempt(lambda: reset(found, by=request.actor, at=request.at))
    if done:
        messages.success(request, f"{found.name}: {done.get_kind_display()}. Zeg dat ook zelf.")
        return redirect("office:user", found.ref)
    return render(request, "ui/withdrawing.html", {"form": form, "page": factor_page(found)})


def _colleague(request: StaffRequest, ref: uuid.UUID) -> User:
    return get_object_or_404(managed_by(request.actor), ref=ref)


def _account(request: StaffRequest, ref: uuid.UUID) -> User:
    return get_object_or_404(accounts_managed_by(request.actor), ref=ref)


def _grants(request: StaffRequest) -> RoleGrantQuerySet:
    his = where_may(request.actor, Permission.MANAGE_USERS)
    return RoleGrant.objects.filter(municipality__in=his).select_related("municipality")
