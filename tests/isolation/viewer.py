"""Somebody who looks: what he may see and change, by the files of the scene and the addresses."""

from collections.abc import Callable
from dataclasses import dataclass

from django.test import Client

from regie.accounts.models import User
from tests.cast import sign_in
from tests.isolation.scene import GUIDED_HERE, GUIDED_THERE, MAP_HERE, Asked, Scene
from tests.isolation.secrets import Secret

NOTHING: frozenset[str] = frozenset()
SHARING = ("desk:allocation", "desk:plan_caseload")
CALENDAR = ("desk:make_calendar_address", "desk:choose_calendar_titles", "desk:stop_calendar_address")
OF_SOMEBODY = ("partnerdesk:person", "partnerdesk:request")
PARTNER_DESK = (
    "partnerdesk:conduct",
    "partnerdesk:involved",
    "partnerdesk:person",
    "partnerdesk:asked",
    "partnerdesk:request",
)
JOTTINGS = ("desk:jottings", "desk:throw_jotting_away")
OF_WHO_IS_GUIDED = (
    "desk:handle_term",
    "desk:take_back_closure",
    "desk:answer_closure",
    "desk:archive",
    "desk:consent_escalation",
)
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

    `settles` is for the approach and the users of the municipality here, `plans` for its programme, `judges` for
    grounds, `measures` for its indicators and their figures, `founds` for an indicator of one's own, `shares` for who
    guides whom there, `arranges` for the cover of who guides here, `guides` for the address of a calendar of one's own.
    A `partner` sees no file; of who is guided here he reads the places that are `opened`, and `once_promised` when he
    sends the code of conduct: he is led to what he is asked. Who is not `daily` is tried by bin/prove alone.
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
    opened: frozenset[str] = NOTHING
    once_promised: frozenset[str] = NOTHING
    partner: bool = False
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

    @property
    def reads(self) -> frozenset[str]:
        """The files of which he reads something."""
        return self.sees | ({GUIDED_HERE} if self.opened else NOTHING)

    def may_see(self, asked: Asked) -> bool:
        """Whether the file that he asks for is one he sees, or reads something of at his own desk."""
        here = self.reads if asked.address.name in OF_SOMEBODY else self.sees
        return asked.file is not None and asked.file.name in here

    def is_told(self, secret: Secret, *, promises: bool = False) -> bool:
        """Whether this secret may be told to him, or when he `promises` just now to keep the code of conduct."""
        opened = self.opened | (self.once_promised if promises else NOTHING)
        return secret.file in self.sees or (secret.file == GUIDED_HERE and secret.place in opened)

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
            **dict.fromkeys(PARTNER_DESK, self.partner),
            "partnerdesk:link": True,  # whoever has the address may try a code, and that is counted
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
