"""Asks a colleague in, and lets him in."""

import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from regie.accounts.enums import Role
from regie.accounts.models import Invitation, Municipality, RoleGrant, User
from regie.accounts.models.invitations import hash_of
from regie.accounts.rules import (
    CODE_LENGTH,
    CODE_LETTERS,
    INVITATION_LASTS,
    check_may_manage,
    in_groups,
)
from regie.base.actors import Actor, ActorKind
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow
from regie.privacy.enums import Verb

UNUSABLE = (
    "Deze code werkt niet. Een code werkt één keer, en zeven dagen lang. Vraag uw beheerder om een nieuwe."
)
NOT_HIMSELF = "U kunt uzelf geen rol geven. Vraag een andere beheerder."
WORKS_HERE = "Deze collega werkt hier al in Regie."
CLOSED = "Het account van deze collega staat uit. Zet het eerst aan."
INVITED = "Voor dit e-mailadres staat al een uitnodiging open. Trek die eerst in."


@dataclass(frozen=True)
class Invited:
    """An invitation with its code, which is told once; empty when this form had made it already."""

    invitation: Invitation
    code: str


def invite(
    *,
    municipality: Municipality,
    role: Role | None,
    name: str,
    email: str,
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> Invited:
    """Asks somebody to come and work here in one role, for seven days; without a role as a partner.

    An account that he has elsewhere stays his: he accepts it with that, and who invites learns nothing of it.
    """
    check_may_manage(by, municipality.pk)
    address = User.objects.normalize_email(email).lower()
    if by.kind is ActorKind.STAFF and User.objects.filter(pk=by.id, email=address).exists():
        raise NotAllowed(NOT_HIMSELF, field="email")
    with transaction.atomic():
        # Two managers at once: the second waits here and then finds the invitation of the first.
        Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)
        earlier = Invitation.objects.filter(submission=submission).first() if submission else None
        if earlier:
            return Invited(earlier, "")
        _check_new_here(address, municipality, at)
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
        invitation = Invitation.objects.create(
            municipality=municipality,
            role=role or "",
            name=name.strip(),
            email=address,
            code_hash=hash_of(code),
            expires_at=at + INVITATION_LASTS,
            submission=submission,
            **Invitation.stamp(by=by, at=at),
        )
        told = ["municipality", *(["role"] if role else []), "name", "email", "expires_at"]
        invitation.write(Verb.INVITATION_MADE, told, by=by, at=at)
    return Invited(invitation, in_groups(code))


def accept_invitation(invitation: Invitation, *, password: str = "", by: Actor, at: datetime) -> User:
    """Lets him in with a new account and this password, or with the account he had: then he acts himself.

    Raises NotNow, always with the same sentence, when the code works no more.
    """
    with transaction.atomic():
        Invitation.objects.select_for_update().get(pk=invitation.pk)  # two at once: the second waits here
        if not Invitation.objects.open(at).filter(pk=invitation.pk).exists():
            raise NotNow(UNUSABLE)
        user = _account_for(invitation, password, by)
        invitation.end(Verb.INVITATION_ACCEPTED, user=user, by=by, at=at)
        if invitation.role:
            _give_role(invitation, user, by=by, at=at)
    return user


def _give_role(invitation: Invitation, user: User, *, by: Actor, at: datetime) -> None:
    role, here = Role(invitation.role), invitation.municipality
    held = RoleGrant.objects.running(day(at)).filter(user=user, role=role, municipality=here)
    if not held.exists():
        RoleGrant.grant(user=user, role=role, municipality=here, since=day(at), by=by, at=at)


def _account_for(invitation: Invitation, password: str, by: Actor) -> User:
    user = User.objects.filter(email=invitation.email).first()
    if user is None and by == invitation.holder and password:
        try:
            with transaction.atomic():
                return User.objects.create_user(invitation.email, password, name=invitation.name)
        except IntegrityError:
            raise NotNow(UNUSABLE) from None  # he accepted another invitation at this very moment
    if user is None or not user.is_active:
        raise NotNow(UNUSABLE)
    if by.kind not in (ActorKind.STAFF, ActorKind.PARTNER) or by.id != str(user.pk):
        raise NotAllowed("Deze uitnodiging is voor iemand anders. Log in met het account waarvoor hij is.")
    return user


def _check_new_here(address: str, municipality: Municipality, at: datetime) -> None:
    here = RoleGrant.objects.filter(municipality=municipality, user__email=address)
    if here.not_over(day(at)).exists():
        raise NotNow(WORKS_HERE, field="email")
    worked = RoleGrant.objects.filter(municipality=municipality, user__email=address, user__is_active=False)
    if worked.exists():
        raise NotNow(CLOSED, field="email")
    if Invitation.objects.open(at).filter(municipality=municipality, email=address).exists():
        raise NotNow(INVITED, field="email")
