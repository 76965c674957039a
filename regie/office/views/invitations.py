"""Asking a colleague in, by mail or by a letter, and taking that back."""

import logging
import smtplib
import uuid

from django.contrib import messages
from django.core.mail import send_mail
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.actions import Invited
from regie.accounts.actions import invite as ask_in
from regie.accounts.enums import Permission
from regie.accounts.models import Invitation, Municipality
from regie.accounts.models.invitations import InvitationQuerySet
from regie.accounts.rules import where_may
from regie.office.forms.inviting import MAIL, InvitingForm, WithdrawingForm
from regie.office.pages.inviting import inviting_page, letter_page, withdraw_page

CODE = "invitation_code"  # in the session, which is sealed: until the letter is shown, once
log = logging.getLogger(__name__)


@requires(Permission.MANAGE_USERS)
@require_http_methods(["GET", "POST"])
def invite(request: StaffRequest) -> HttpResponse:
    """Asks a colleague in: the code goes by mail, or is shown once in a letter."""
    mine = Municipality.objects.filter(pk__in=where_may(request.actor, Permission.MANAGE_USERS))
    form = InvitingForm.of(request, municipalities=mine.order_by("name"))
    made = form.attempt(lambda: ask_in(**form.asked, by=request.actor, at=request.at))
    if made is None:
        return render(request, "ui/form_page.html", {"form": form, "page": inviting_page()})
    return delivered(request, made, by_mail=form.cleaned_data["way"] == MAIL)


@requires(Permission.MANAGE_USERS)
@require_safe
def letter(request: StaffRequest, invitation_ref: uuid.UUID) -> HttpResponse:
    """The letter with the code, to print; it is shown once."""
    invitation = get_object_or_404(_his(request), ref=invitation_ref)
    ref, code = request.session.get(CODE, ("", ""))
    if ref == str(invitation.ref):
        del request.session[CODE]
    page = letter_page(
        invitation,
        code=code if ref == str(invitation.ref) else "",
        address=request.build_absolute_uri(reverse("entrance:invitation")),
    )
    return render(request, "office/letter.html", {"page": page})


@requires(Permission.MANAGE_USERS)
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, invitation_ref: uuid.UUID) -> HttpResponse:
    """Takes an invitation back."""
    invitation = get_object_or_404(_his(request), ref=invitation_ref)
    form = WithdrawingForm.of(request)
    done = form.attempt(lambda: invitation.withdraw(by=request.actor, at=request.at))
    if done:
        messages.success(request, "Uitnodiging ingetrokken. De code werkt niet meer.")
        return redirect("office:users")
    return render(request, "ui/withdrawing.html", {"form": form, "page": withdraw_page(invitation)})


def _his(request: StaffRequest) -> InvitationQuerySet:
    return Invitation.objects.visible_to(request.actor).select_related("municipality")


def delivered(request: StaffRequest, made: Invited, *, by_mail: bool) -> HttpResponse:
    """The code on its way; a second click brings to what the first one made."""
    name = made.invitation.name
    if made.code and by_mail and not _mailed(request, made):
        messages.warning(request, "De mail kon niet weg. Druk de brief af en geef hem aan uw collega.")
        by_mail = False
    if by_mail:
        messages.success(request, f"Uitnodiging verstuurd aan {name}.")
        return redirect("office:users")
    if made.code:
        request.session[CODE] = (str(made.invitation.ref), made.code)
    return redirect("office:invitation_letter", made.invitation.ref)


def _mailed(request: StaffRequest, made: Invited) -> bool:
    """Whether the mail server took the mail with the link."""
    path = reverse("entrance:open_invitation", args=[made.code])
    told = {"invitation": made.invitation, "link": request.build_absolute_uri(path)}
    try:
        send_mail(
            "U bent uitgenodigd voor Regie",
            render_to_string("office/invitation_mail.txt", told),
            None,
            [made.invitation.email],
        )
    except (OSError, smtplib.SMTPException):
        log.exception("An invitation could not be mailed.")
        return False
    return True
