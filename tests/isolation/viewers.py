"""Who looks, and what each of them may see and change; written by hand, to compare the code with."""

from collections.abc import Callable
from datetime import timedelta

from regie.accounts.enums import Role
from regie.accounts.models import Cover, Municipality, RoleGrant, User
from regie.base.clock import day, now
from regie.trajectories.models import Assignment
from tests.cast import TESTER
from tests.isolation import partners
from tests.isolation.scene import (
    DOUBTED_HERE,
    GUIDED_HERE,
    GUIDED_THERE,
    HANDED_OVER_HERE,
    HERE,
    MAP_HERE,
    MESSAGE_HERE,
    OPEN_HERE,
    OPEN_THERE,
    REDIRECTED_HERE,
    THERE,
    Scene,
)
from tests.isolation.viewer import NOTHING, Viewer

OPEN = {HERE: frozenset({OPEN_HERE, DOUBTED_HERE}), THERE: frozenset({OPEN_THERE})}
ALL = {HERE: OPEN[HERE] | {GUIDED_HERE, REDIRECTED_HERE}, THERE: frozenset({OPEN_THERE, GUIDED_THERE})}

MESSAGES = frozenset({MESSAGE_HERE, HANDED_OVER_HERE})
MAP = frozenset({MAP_HERE})
SCREENED = {HERE: OPEN[HERE] | MESSAGES | MAP, THERE: OPEN[THERE]}
OVERSEEN = {HERE: ALL[HERE] | {HANDED_OVER_HERE} | MAP, THERE: ALL[THERE]}

# What a role sees and changes in its own municipality, besides what is assigned to somebody. A role that is not
# named here sees nothing.
SEES = {Role.OFFICER: SCREENED, Role.COORDINATOR: OVERSEEN, Role.FUNCTIONAL_MANAGER: {HERE: MAP}}
CHANGES = {
    Role.OFFICER: SCREENED,
    Role.COORDINATOR: {HERE: MAP | {DOUBTED_HERE}},
    Role.FUNCTIONAL_MANAGER: {HERE: MAP},
}
# Whose role opens files, and of elsewhere who sees most there; the others are refused by their role at every address.
DAILY = {
    HERE: {Role.OFFICER, Role.COORDINATOR, Role.FUNCTIONAL_MANAGER, Role.PROGRAMME_MANAGER},
    THERE: {Role.COORDINATOR},
}


def _role_ended(scene: Scene) -> None:
    """Yesterday was her last day."""
    RoleGrant.objects.filter(user=scene.cast.noor).update(until=day(now()))


def _role_begins_tomorrow(scene: Scene) -> None:
    RoleGrant.objects.filter(user=scene.cast.noor).update(since=day(now()) + timedelta(days=1))


def _assignment_ended(scene: Scene) -> None:
    """Sem took over today, until who begins tomorrow."""
    today = day(scene.at)
    his = {"since": today, "until": today + timedelta(days=1)}
    hers = Assignment.objects.filter(officer=scene.cast.noor)
    trajectory = hers.get().trajectory
    hers.update(until=today)
    Assignment.objects.create(
        trajectory=trajectory, officer=scene.cast.sem, **his, **Assignment.stamp(by=TESTER, at=scene.at)
    )


def _cover_ended(scene: Scene) -> None:
    """Yesterday was the last day."""
    Cover.objects.update(since=day(now()) - timedelta(days=3), until=day(now()))


def _account_closed(scene: Scene) -> None:
    User.objects.filter(pk=scene.cast.noor.pk).update(is_active=False)


def _works_there_now(scene: Scene) -> None:
    _role_ended(scene)
    _also(scene.cast.noor, Role.OFFICER, scene.cast.elsewhere, scene)


def _also(user: User, role: Role, where: Municipality, scene: Scene) -> None:
    RoleGrant.grant(user=user, role=role, municipality=where, since=day(scene.at), by=TESTER, at=scene.at)


def _also_coordinates_there(who: str) -> Callable[[Scene], None]:
    return lambda scene: _also(scene.staff[who], Role.COORDINATOR, scene.cast.elsewhere, scene)


def _in_a_role(role: Role, place: str) -> Viewer:
    return Viewer(
        f"{role}-{place}",
        who=f"{role}-{place}",
        sees=SEES.get(role, {}).get(place, NOTHING),
        changes=CHANGES.get(role, {}).get(place, NOTHING),
        adds=role is Role.OFFICER and place == HERE,
        guides=role is Role.OFFICER,
        settles=role is Role.FUNCTIONAL_MANAGER and place == HERE,
        plans=role is Role.PROGRAMME_MANAGER and place == HERE,
        judges=role is Role.PRIVACY_OFFICER,
        measures=role is Role.PROGRAMME_MANAGER and place == HERE,
        founds=role is Role.PROGRAMME_MANAGER,
        shares=role is Role.COORDINATOR and place == HERE,
        arranges=role is Role.COORDINATOR and place == HERE,
        daily=role in DAILY[place],
    )


ROLES = [_in_a_role(role, place) for role in Role for place in (HERE, THERE)]
GUIDES = [
    Viewer(
        "the-officer-who-guides-here",
        "noor",
        ALL[HERE] | MESSAGES | MAP,
        ALL[HERE] | MESSAGES | MAP,
        adds=True,
        arranges=True,
        guides=True,
    ),
    Viewer(
        "the-substitute-here",
        "substitute",
        SEES[Role.OFFICER][HERE] | {GUIDED_HERE},
        CHANGES[Role.OFFICER][HERE] | {GUIDED_HERE},
        adds=True,
        guides=True,
    ),
    Viewer("the-officer-who-guides-there", "bas", ALL[THERE], ALL[THERE], guides=True),
]
OUTSIDE = [
    Viewer("anonymous"),
    Viewer("no-second-factor", "noor", second_factor=False),
    Viewer("role-ended-yesterday", "noor", happened=_role_ended),
    Viewer("role-begins-tomorrow", "noor", happened=_role_begins_tomorrow),
    Viewer("account-closed", "noor", happened=_account_closed),
]
CHANGED = [
    Viewer(
        "cover-ended-yesterday",
        "substitute",
        SEES[Role.OFFICER][HERE],
        CHANGES[Role.OFFICER][HERE],
        adds=True,
        guides=True,
        happened=_cover_ended,
    ),
    Viewer(
        "assignment-ended",
        "noor",
        SCREENED[HERE] | {REDIRECTED_HERE},
        SCREENED[HERE],
        adds=True,
        arranges=True,
        guides=True,
        happened=_assignment_ended,
    ),
    Viewer(
        "guided-here-and-works-there-now",
        "noor",
        OPEN[THERE],
        OPEN[THERE],
        guides=True,
        happened=_works_there_now,
    ),
    Viewer(
        "functional-manager-here-and-coordinator-there",
        f"{Role.FUNCTIONAL_MANAGER}-{HERE}",
        ALL[THERE] | MAP,
        MAP,
        settles=True,
        happened=_also_coordinates_there(f"{Role.FUNCTIONAL_MANAGER}-{HERE}"),
    ),
    Viewer(
        "officer-here-and-coordinator-there",
        f"{Role.OFFICER}-{HERE}",
        SCREENED[HERE] | ALL[THERE],
        SCREENED[HERE],
        adds=True,
        guides=True,
        happened=_also_coordinates_there(f"{Role.OFFICER}-{HERE}"),
    ),
]
HIS_NAME = frozenset({"person.given_names", "person.family_name"})
HIS_GOAL = frozenset(
    {
        "corrected goal.domain_title",
        "corrected goal.happened_on",
        "corrected goal.words",
        "corrected step of goal.due_on",
        "corrected step of goal.words",
    }
)
PARTNERS = [
    Viewer(partners.INVOLVED, partners.INVOLVED, opened=HIS_NAME | HIS_GOAL, partner=True),
    Viewer(partners.OTHER_DOMAIN, partners.OTHER_DOMAIN, opened=HIS_NAME, partner=True),
    Viewer(partners.NOT_INVOLVED, partners.NOT_INVOLVED, partner=True),
    Viewer(partners.NOT_PROMISED, partners.NOT_PROMISED, once_promised=HIS_NAME, partner=True),
    Viewer(partners.ENDED, partners.ENDED, partner=True),
    Viewer(partners.MOVED, partners.MOVED),
]
VIEWERS = [*ROLES, *GUIDES, *OUTSIDE, *CHANGED, *PARTNERS]
