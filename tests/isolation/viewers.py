"""Who looks, and what each of them may see and change; written by hand, to compare the code with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.test import Client

from regie.accounts.enums import Role
from regie.accounts.models import Cover, Municipality, RoleGrant, User
from regie.base.clock import day, now
from regie.trajectories.models import Assignment
from tests.cast import TESTER, sign_in
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
    Asked,
    Scene,
)

NOTHING: frozenset[str] = frozenset()
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
SHARING = ("desk:allocation", "desk:plan_caseload")
CALENDAR = ("desk:make_calendar_address", "desk:choose_calendar_titles", "desk:stop_calendar_address")
JOTTINGS = ("desk:jottings", "desk:throw_jotting_away")
OF_WHO_IS_GUIDED = ("desk:handle_term", "desk:take_back_closure", "desk:answer_closure", "desk:archive")
PROGRAMME = (
    "office:begin_plan",
    "office:order_plan",
    "office:halt_plan",
    "office:write_block",
    "office:rewrite_block",
    "office:withdraw_block",
    "office:tell_milestone",
    "office:correct_milestone",
    "office:withdraw_milestone",
    "office:plan_growth",
    "office:publish_plan",
    "office:take_back_page",
    "office:tell_voice",
    "office:correct_voice",
    "office:withdraw_voice",
    "office:approve_voice",
)
FIGURES = (
    "office:define_indicator",
    "office:halt_indicator",
    "office:tell_observation",
    "office:bring_figures",
    "office:correct_observation",
    "office:withdraw_observation",
)
ADDS_TO_THE_MAP = ("desk:add_organisation", "desk:add_professional", "desk:bring_in")


@dataclass(frozen=True)
class Viewer:
    """Somebody in the scene, after what happened to him; `sees` and `changes` name files, `adds` is for new ones here.

    `settles` is for the approach and the users of the municipality here, `plans` for its programme, `judges` for grounds, `measures` for its
    indicators and their figures, `founds` for an indicator of one's own, `shares` for who guides whom there,
    `arranges` for the cover of who guides here, `guides` for the address of a calendar of one's own. Who is not `daily`
    is tried by bin/prove alone.
    """

    name: str
    who: str = ""
    sees: frozenset[str] = NOTHING
    changes: frozenset[str] = NOTHING
    adds: bool = False
    settles: bool = False
    measures: bool = False
    founds: bool = False
    shares: bool = False
    arranges: bool = False
    guides: bool = False
    plans: bool = False
    judges: bool = False
    second_factor: bool = True
    daily: bool = True
    happened: Callable[[Scene], None] = lambda scene: None

    def __str__(self) -> str:
        return self.name

    def user(self, scene: Scene) -> User | None:
        """Who he is; None when he is nobody."""
        return scene.staff[self.who] if self.who else None

    def comes_in(self, scene: Scene) -> Client:
        """His browser, after what happened to him."""
        self.happened(scene)
        user, client = self.user(scene), Client()
        if user and self.second_factor:
            return sign_in(user)
        if user:
            client.force_login(user)
        return client

    def may_see(self, asked: Asked) -> bool:
        """Whether the file that he asks for is one he sees."""
        return asked.file is not None and asked.file.name in self.sees

    def _by_address(self) -> dict[str, bool]:
        """Whether he may do what is about no file, or only about who is guided here."""
        return {
            **dict.fromkeys(ADDS_TO_THE_MAP, MAP_HERE in self.changes),
            **dict.fromkeys(SHARING, self.shares),
            **dict.fromkeys(PROGRAMME, self.plans),
            **dict.fromkeys(FIGURES, self.measures),
            "office:add_indicator": self.founds,
            "office:judging": self.judges,
            "office:judge_ground": False,  # by the days that are planted it is over
            **dict.fromkeys((*CALENDAR, *JOTTINGS), self.guides),
            "desk:arrange_cover": self.adds or self.shares,
            "desk:end_cover": self.arranges,
            "desk:tell_must_know": self.arranges and GUIDED_HERE in self.sees,
        }

    def may_change(self, asked: Asked) -> bool:
        """Whether sending something there may change anything."""
        name = asked.address.name
        if name.startswith("office:") and name not in self._by_address():
            return self.settles
        if name == "entrance:mail":  # which mail he gets himself
            return bool(self.who) and self.second_factor
        if name == "entrance:phone":  # on which number those whom he guides call him
            return self.guides
        if name in OF_WHO_IS_GUIDED:  # whoever sees him guides him, or coordinates there
            return asked.file is not None and asked.file.name in self.sees & {GUIDED_HERE, GUIDED_THERE}
        if name in self._by_address():
            return self._by_address()[name] and (asked.file is None or asked.file.name == GUIDED_HERE)
        return asked.file.name in self.changes if asked.file else self.adds


def _role_ended(scene: Scene) -> None:
    """Yesterday was her last day."""
    RoleGrant.objects.filter(user=scene.cast.noor).update(until=day(now()))


def _role_begins_tomorrow(scene: Scene) -> None:
    RoleGrant.objects.filter(user=scene.cast.noor).update(since=day(now()) + timedelta(days=1))


def _assignment_ended(scene: Scene) -> None:
    """Sem took over today."""
    today = day(scene.at)
    hers = Assignment.objects.filter(officer=scene.cast.noor)
    trajectory = hers.get().trajectory
    hers.update(until=today)
    Assignment.objects.create(
        trajectory=trajectory, officer=scene.cast.sem, since=today, **Assignment.stamp(by=TESTER, at=scene.at)
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
VIEWERS = [*ROLES, *GUIDES, *OUTSIDE, *CHANGED]
