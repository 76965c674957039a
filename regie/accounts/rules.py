"""Which role may do what, and the question whether somebody may."""

import re
from collections.abc import Collection, Mapping
from datetime import date, timedelta

from regie.accounts.enums import Permission, Role
from regie.base.actors import Actor, ActorKind
from regie.base.errors import NotAllowed, NotValid

ROLE_PERMISSIONS: Mapping[Role, frozenset[Permission]] = {
    Role.OFFICER: frozenset(
        {
            Permission.SCREEN_REFERRALS,
            Permission.GUIDE,
            Permission.READ_APPROACH,
            Permission.READ_SOCIAL_MAP,
            Permission.KEEP_SOCIAL_MAP,
            Permission.READ_PROGRAMME,
            Permission.APPROVE_STORIES,
            Permission.READ_INDICATORS,
            Permission.READ_INSIGHT,
        }
    ),
    Role.COORDINATOR: frozenset(
        {
            Permission.SEE_ALL_TRAJECTORIES,
            Permission.APPROVE_EXCEPTIONS,
            Permission.TAKE_OVER_MESSAGES,
            Permission.ASSIGN,
            Permission.READ_APPROACH,
            Permission.READ_SOCIAL_MAP,
            Permission.KEEP_SOCIAL_MAP,
            Permission.READ_PROGRAMME,
            Permission.APPROVE_STORIES,
            Permission.READ_INDICATORS,
            Permission.READ_INSIGHT,
        }
    ),
    Role.PROGRAMME_MANAGER: frozenset(
        {
            Permission.READ_APPROACH,
            Permission.READ_PROGRAMME,
            Permission.KEEP_PROGRAMME,
            Permission.READ_INDICATORS,
            Permission.KEEP_INDICATORS,
            Permission.READ_INSIGHT,
        }
    ),
    Role.FUNCTIONAL_MANAGER: frozenset(
        {
            Permission.READ_APPROACH,
            Permission.CHANGE_APPROACH,
            Permission.MANAGE_USERS,
            Permission.READ_SOCIAL_MAP,
            Permission.KEEP_SOCIAL_MAP,
            Permission.READ_PROGRAMME,
            Permission.READ_INDICATORS,
        }
    ),
    Role.PRIVACY_OFFICER: frozenset({Permission.JUDGE_GROUNDS}),
    Role.NETWORK_LEAD: frozenset(),
}

# Te verifiëren: the BIO asks that rights are looked at again and again; three months is our reading.
REVIEW_EVERY = timedelta(days=92)
INVITATION_LASTS = timedelta(days=7)
LONGEST_COVER = timedelta(days=92)  # our own choice: who is away longer, hands his people over
# Sixteen of these are 77 bits: no vowels, and nothing that looks like something else on paper.
CODE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789"
CODE_LENGTH, CODE_GROUP = 16, 4


def roles_that_may(permission: Permission) -> frozenset[Role]:
    """The roles that are allowed this."""
    return frozenset(role for role, allowed in ROLE_PERMISSIONS.items() if permission in allowed)


def where_may(actor: Actor, permission: Permission) -> frozenset[int]:
    """The municipalities in which he may do this."""
    return actor.municipalities_as(roles_that_may(permission))


def may(actor: Actor, permission: Permission, municipality_id: int) -> bool:
    """Whether he may do this there."""
    return municipality_id in where_may(actor, permission)


def check_may(actor: Actor, permission: Permission, municipality_id: int) -> None:
    """Raises NotAllowed with a sentence when he may not."""
    if not may(actor, permission, municipality_id):
        raise NotAllowed("Dit mag u niet doen in deze gemeente.")


def check_may_manage(by: Actor, municipality_id: int) -> None:
    """Raises NotAllowed unless he manages the users there; a job is who works on the machine itself (ADR 16)."""
    if by.kind is not ActorKind.JOB:
        check_may(by, Permission.MANAGE_USERS, municipality_id)


def lacks_second_person(askers: Collection[int], approvers: Collection[int]) -> bool:
    """Whether nobody could approve an exception, or nobody but the very one who asks it."""
    return not approvers or any(set(approvers) <= {asker} for asker in askers)


def review_due_on(last: date | None) -> date | None:
    """The day by which the accounts must have been looked at again; None when nobody ever did: then now."""
    return last + REVIEW_EVERY if last else None


def check_not_himself(by: Actor, user_id: int) -> None:
    """Raises NotAllowed for a manager who would do this to himself."""
    if by.kind is ActorKind.STAFF and by.id == str(user_id):
        raise NotAllowed("Dit kunt u niet bij uzelf doen. Vraag een andere beheerder.")


def check_tells_number(by: Actor, user_id: int, phone: str) -> None:
    """Raises NotAllowed for the number of another, and for a number of who guides nobody."""
    if (by.kind, by.id) != (ActorKind.STAFF, str(user_id)):
        raise NotAllowed("Alleen u zelf legt uw werknummer vast.")
    if phone and not where_may(by, Permission.GUIDE):
        raise NotAllowed("Dit nummer is voor jongeren. Met uw rol begeleidt u geen jongeren.")


def check_role_period(since: date, until: date | None, *, on: date, ending: bool = False) -> None:
    """Raises NotValid for a period in the past: what somebody might do then is a fact."""
    if since < on and not ending:
        raise NotValid("Kies vandaag of een dag later.", field="since")
    if until is None:
        return
    if until < on:
        raise NotValid("Kies vandaag of een dag later.", field="until")
    if until < since or (until == since and not ending):
        raise NotValid("De rol eindigt voor hij begint. Kies een latere dag.", field="until")


def check_absence(*, since: date, until: date, on: date) -> None:
    """Raises NotValid beside the day that cannot be; `until` is the first day back."""
    if since < on:
        raise NotValid("Kies vandaag of een dag later.", field="since")
    if until <= since:
        raise NotValid("De eerste dag terug ligt na de eerste dag afwezig.", field="until")
    if until > since + LONGEST_COVER:
        raise NotValid(
            "Dat is langer dan drie maanden. Laat de coördinator de jongeren toewijzen aan een ander.",
            field="until",
        )


def same_code(typed: str) -> str:
    """A code as it is compared: however it was typed over from paper."""
    return re.sub(r"[^A-Z0-9]", "", typed.upper())


def in_groups(code: str) -> str:
    """A code as people read it: KQ7M-2F9X-BCDF-GHJK."""
    return "-".join(code[start : start + CODE_GROUP] for start in range(0, len(code), CODE_GROUP))
