"""The page of the programme, as Rosa kept it."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial

from regie.accounts.models import Municipality, User
from regie.base.clock import day
from regie.demo.cast import NOOR, ROSA
from regie.programme.actions import begin_as_shipped, draft_of, publish, shipped_outline, write_outline
from regie.programme.enums import BlockKind, MilestoneKind
from regie.programme.models import CaseloadPlan, Intervention, Milestone, Voice
from regie.programme.rules import (
    MONTHS,
    ApprovalAccount,
    CaseloadAccount,
    MilestoneAccount,
    VoiceAccount,
    quarter_of,
)

Act = Callable[[datetime], None]
BEGAN, AN_HOUR = timedelta(days=660), timedelta(hours=1)  # ago
# From when on the caseload is planned, ago, and for how many: in the first months too few to show, later more.
GREW, FEW = timedelta(days=550), 4
PLANNED, SAID, PUBLISHED, AGREED = (timedelta(days=ago) for ago in (20, 15, 10, 5))
NEW = "De eerste versie: wat wij doen, van plan zijn, en hoe de caseload groeit."
QUOTE = VoiceAccount(
    "Vroeger belde ik vijf loketten. Nu bel ik de RIO, en weet ik wie wat doet.",
    "Medewerker A, Reclassering Nederland",
)
STORY = (
    "Een jongen van begin twintig kwam vrij zonder adres en met schulden.\n"
    "De officier regelde vóór de vrijlating een briefadres en een bankrekening, en ging mee naar de schuldhulp.\n"
    "Na een half jaar werkt hij vier dagen en betaalt hij elke maand af."
)
A_QUARTER = timedelta(days=91)
# What was planned and what it was, in quarters after she began; None is not reached, or nobody knows.
MILESTONES = (
    (MilestoneKind.VALUED, None, -1, ""),
    (MilestoneKind.SPECIFIED, 0, 0, ""),
    (MilestoneKind.RECRUITED, 1, 2, "Op de eerste vacature kwam niemand die paste."),
    (MilestoneKind.JOINED, 1, 1, ""),
    (MilestoneKind.STARTED, 2, 2, ""),
)


def programme_acts(*, at: datetime) -> Iterator[tuple[datetime, Act]]:
    """What she did, and when: she began the page with the words that Regie brings, wrote, planned and published.

    After that he whose story it is gave leave for it.
    """
    rosa = User.objects.get(email=ROSA.email)
    for ago, act in (
        (BEGAN, _begin),
        (BEGAN - AN_HOUR, _write),
        (PLANNED, _plan),
        (SAID, _say),
        (PUBLISHED, _publish),
    ):
        yield at - ago, partial(act, rosa)
    yield at - AGREED, partial(_agree, User.objects.get(email=NOOR.email))


def _hers() -> Intervention:
    return Intervention.objects.get(municipality__cbs_code=ROSA.place)


def _begin(rosa: User, at: datetime) -> None:
    place = Municipality.objects.get(cbs_code=ROSA.place)
    begin_as_shipped(shipped_outline("rio"), municipality=place, by=rosa.acting(at), at=at)


def _write(rosa: User, at: datetime) -> None:
    write_outline(shipped_outline("sittard-geleen"), intervention=_hers(), by=rosa.acting(at), at=at)


def _publish(rosa: User, at: datetime) -> None:
    plan = _hers()
    looked_at = draft_of(plan, on=day(at)).fingerprint
    publish(plan, changes=NEW, looked_at=looked_at, by=rosa.acting(at), at=at)


def _plan(rosa: User, at: datetime) -> None:
    """The milestones, and a caseload that grows."""
    plan, by, began = _hers(), rosa.acting(at), day(at + PLANNED - BEGAN)
    for kind, planned, real, why in MILESTONES:
        quarters = ["" if one is None else quarter_of(began + one * A_QUARTER) for one in (planned, real)]
        account = MilestoneAccount(quarters[0], quarters[1], why=why)
        Milestone.tell(intervention=plan, account=account, kind=kind, by=by, at=at)
    first = day(at + PLANNED - GREW)
    for year in range(first.year, at.year + 1):
        meant = (FEW + 12 * (year - first.year) + month - first.month for month in MONTHS)
        numbers = CaseloadAccount(tuple(number if number >= FEW else None for number in meant))
        CaseloadPlan.tell(intervention=plan, account=numbers, year=year, by=by, at=at)


def _say(rosa: User, at: datetime) -> None:
    """A partner gave leave for what she said; for the story nobody asked before the page was published."""
    plan, by = _hers(), rosa.acting(at)
    said = Voice.tell(intervention=plan, account=QUOTE, kind=BlockKind.QUOTE, by=by, at=at)
    leave = ApprovalAccount(day(at), "Per mail, na het lezen van deze tekst.", "Medewerker A")
    said.approve(account=leave, by=by, at=at)
    Voice.tell(intervention=plan, account=VoiceAccount(STORY), kind=BlockKind.STORY, by=by, at=at)


def _agree(noor: User, at: datetime) -> None:
    """He gave leave for his story, and Noor wrote that down."""
    story = Voice.objects.current().get(intervention=_hers(), kind=BlockKind.STORY)
    leave = ApprovalAccount(day(at), "Hij las het op kantoor.", no_name=True, no_place=True, no_age=True)
    story.approve(account=leave, by=noor.acting(at), at=at)
