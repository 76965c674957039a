"""The page of the programme, as Rosa kept it."""

from datetime import date, datetime, timedelta

from regie.accounts.models import Municipality, User
from regie.base.clock import day
from regie.demo.cast import ROSA
from regie.programme.actions import begin_as_shipped, draft_of, publish, shipped_outline, write_outline
from regie.programme.enums import BlockKind, MilestoneKind
from regie.programme.models import CaseloadPlan, Intervention, Milestone, Voice
from regie.programme.rules import ApprovalAccount, CaseloadAccount, MilestoneAccount, VoiceAccount, quarter_of

BEGAN = timedelta(days=660)
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


def keep_programme(*, at: datetime) -> None:
    """She began the page with the words that Regie brings, and wrote what her municipality told and planned."""
    rosa, place = User.objects.get(email=ROSA.email), Municipality.objects.get(cbs_code=ROSA.place)
    then = at - BEGAN
    by = rosa.acting(then)
    plan = begin_as_shipped(shipped_outline("rio"), municipality=place, by=by, at=then)
    write_outline(shipped_outline("sittard-geleen"), intervention=plan, by=by, at=then + timedelta(hours=1))
    _plan(plan, rosa, began=then.date(), at=at - timedelta(days=20))
    _say(plan, rosa, at=at - timedelta(days=15))
    lately = at - timedelta(days=10)
    looked_at = draft_of(plan, on=day(lately)).fingerprint
    publish(plan, changes=NEW, looked_at=looked_at, by=rosa.acting(lately), at=lately)


def _plan(plan: Intervention, rosa: User, *, began: date, at: datetime) -> None:
    """The milestones, and a caseload that grows."""
    by = rosa.acting(at)
    for kind, planned, real, why in MILESTONES:
        quarters = ["" if one is None else quarter_of(began + one * A_QUARTER) for one in (planned, real)]
        account = MilestoneAccount(quarters[0], quarters[1], why=why)
        Milestone.tell(intervention=plan, account=account, kind=kind, by=by, at=at)
    for year, start in ((at.year - 1, 0), (at.year, 12)):
        numbers = CaseloadAccount(tuple(start + month for month in range(1, 13)))
        CaseloadPlan.tell(intervention=plan, account=numbers, year=year, by=by, at=at)


def _say(plan: Intervention, rosa: User, *, at: datetime) -> None:
    """A partner gave leave for what she said; for the story nobody asked yet."""
    by = rosa.acting(at)
    said = Voice.tell(intervention=plan, account=QUOTE, kind=BlockKind.QUOTE, by=by, at=at)
    leave = ApprovalAccount(day(at), "Per mail, na het lezen van deze tekst.", "Medewerker A")
    said.approve(account=leave, by=by, at=at)
    Voice.tell(intervention=plan, account=VoiceAccount(STORY), kind=BlockKind.STORY, by=by, at=at)
