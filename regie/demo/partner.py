"""A partner of the demo: Joep of the housing association has an account, and helps two whom Noor guides."""

from datetime import datetime, timedelta

from allauth.mfa.totp.internal.auth import TOTP

from regie.accounts.models import User
from regie.approach.enums import GroundKind
from regie.approach.queries import approach_for
from regie.base.clock import day
from regie.demo.cast import JOEP, NOOR, PASSWORD, WIL
from regie.partners.actions import accept, invite_partner
from regie.partners.models import Professional
from regie.plans.models import Goal
from regie.requests.actions import ask
from regie.requests.rules import RequestAccount
from regie.trajectories.enums import DisclosureChannel
from regie.trajectories.models import Involvement, JoinRequest, Trajectory
from regie.trajectories.rules import InvolvementAccount, JoinRequestAccount, grounds_to_involve

HELPED = 2
LASTS, WANTED = timedelta(days=90), timedelta(days=10)
DOMAIN = "housing"
SCOPE = "Joep mag weten hoe ik wil wonen en wat er gebeurt."
PURPOSE = "Zodat er een plek is als hij vrijkomt."
QUESTIONS = ("Wilt u hem inschrijven voor een woning?", "Kan hij na vrijlating een gesprek bij u krijgen?")

WHO_ASKS = ("Petra Smit, wijkteam", "Zij wil helpen met zijn post.")


def help_from_outside(*, at: datetime) -> None:
    """Wil asks him in, Noor involves him and asks him something; he promised nothing yet. Somebody else asks to join."""
    noor, wil = (User.objects.get(email=one.email) for one in (NOOR, WIL))
    entry = Professional.objects.get(name=JOEP.name)
    invitation = invite_partner(professional=entry, by=wil.acting(at), at=at).invitation
    user = accept(invitation, password=PASSWORD, by=invitation.holder, at=at)
    TOTP.activate(user, JOEP.secret)
    for trajectory, words in zip(_with_a_goal(noor, at), QUESTIONS, strict=True):
        involvement = _involve(trajectory, entry, noor, at)
        ask(
            trajectory=trajectory,
            account=RequestAccount(day(at), words, day(at) + WANTED),
            involvement=involvement,
            channel=DisclosureChannel.PHONE,
            by=noor.acting(at),
            at=at,
        )
        asks = JoinRequestAccount(day(at), *WHO_ASKS)
        JoinRequest.tell(trajectory=trajectory, account=asks, by=noor.acting(at), at=at)


def _with_a_goal(noor: User, at: datetime) -> list[Trajectory]:
    """Two of hers with a goal about a home."""
    goals = Goal.objects.current().filter(domain=DOMAIN).values("trajectory")
    hers = Trajectory.objects.assigned_to(noor.acting(at)).running(day(at)).filter(pk__in=goals)
    return list(hers.order_by("pk")[:HELPED])


def _involve(trajectory: Trajectory, entry: Professional, noor: User, at: datetime) -> Involvement:
    approach = approach_for(trajectory.municipality, on=day(at))
    ground = next(one for one in grounds_to_involve(approach) if one.kind is GroundKind.REQUEST)
    account = InvolvementAccount(
        happened_on=day(at),
        until=day(at) + LASTS,
        role="Woonconsulent",
        domains=[DOMAIN],
        ground=ground.code,
        purpose=PURPOSE,
        scope=SCOPE,
        organisation=entry.organisation,
        professional=entry,
    )
    return Involvement.tell(trajectory=trajectory, account=account, by=noor.acting(at), at=at)
