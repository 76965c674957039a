"""Rosa, the programme manager, and the page of the RIO that she keeps."""

from datetime import datetime
from typing import Any

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant, User
from regie.base.clock import day
from regie.programme import actions
from regie.programme.actions import begin_as_shipped, draft_of, shipped_outline, write_outline
from regie.programme.enums import BlockKind, MilestoneKind
from regie.programme.models import (
    Block,
    CaseloadPlan,
    Intervention,
    InterventionHalt,
    Milestone,
    PublishedPage,
    Voice,
    VoiceApproval,
)
from regie.programme.rules import (
    ApprovalAccount,
    BlockAccount,
    CaseloadAccount,
    MilestoneAccount,
    VoiceAccount,
)
from tests.cast import TESTER, Cast


def keep_too(user: User, cast: Cast, *, at: datetime) -> None:
    """Somebody who works here keeps the programme as well."""
    role, since = Role.PROGRAMME_MANAGER, day(at)
    RoleGrant.grant(user=user, role=role, municipality=cast.here, since=since, by=TESTER, at=at)


def begin(cast: Cast, *, by: User, at: datetime) -> Intervention:
    """The page of the RIO begins with the words that Regie brings."""
    outline = shipped_outline("rio")
    return begin_as_shipped(outline, municipality=cast.here, by=by.acting(at), at=at)


def example(cast: Cast, *, by: User, at: datetime) -> Intervention:
    """The same, with what the municipality told on its own page."""
    made = begin(cast, by=by, at=at)
    write_outline(shipped_outline("sittard-geleen"), intervention=made, by=by.acting(at), at=at)
    return made


def write(
    plan: Intervention,
    kind: str = BlockKind.CONTEXT,
    text: str = "Zo is het hier.",
    *,
    year: int | None = None,
    by: User,
    at: datetime,
    **more: str,
) -> Block:
    """A block is written."""
    account = BlockAccount(text, **more)
    return Block.tell(intervention=plan, account=account, kind=kind, year=year, by=by.acting(at), at=at)


def reach(
    plan: Intervention, kind: str = MilestoneKind.SPECIFIED, *, by: User, at: datetime, **told: Any
) -> Milestone:
    """A milestone is told."""
    account = MilestoneAccount(**{"planned": "2025-Q1"} | told)
    return Milestone.tell(intervention=plan, account=account, kind=kind, by=by.acting(at), at=at)


def grow(
    plan: Intervention, *numbers: int | None, year: int | None = None, by: User, at: datetime
) -> CaseloadPlan:
    """For each month of a year how many are meant to be guided."""
    account = CaseloadAccount((*(numbers or (2, 4, 6)), *(None,) * (12 - len(numbers or (2, 4, 6)))))
    told = {"account": account, "year": year or at.year, "by": by.acting(at), "at": at}
    return CaseloadPlan.tell(intervention=plan, **told)


def say(
    plan: Intervention, kind: str = BlockKind.QUOTE, words: str = "Het werkt.", *, by: User, at: datetime
) -> Voice:
    """Somebody says something on the page; a story is of nobody by name."""
    account = VoiceAccount(words, "" if kind == BlockKind.STORY else "Medewerker A")
    return Voice.tell(intervention=plan, account=account, kind=kind, by=by.acting(at), at=at)


def approve(voice: Voice, *, by: User, at: datetime, **told: Any) -> VoiceApproval:
    """Leave was given that day."""
    given = {"given_on": day(at), "how": "Per mail.", "given_by": "Medewerker A"}
    if voice.kind == BlockKind.STORY:
        given = {
            "given_on": day(at),
            "how": "Hij las het.",
            "no_name": True,
            "no_place": True,
            "no_age": True,
        }
        given["reason"] = "Veel jongens maken dit mee."
    return voice.approve(account=ApprovalAccount(**given | told), by=by.acting(at), at=at)


def publish(plan: Intervention, changes: str = "Alles.", *, by: User, at: datetime) -> PublishedPage:
    """The page is published as it is."""
    looked_at = draft_of(plan, on=day(at)).fingerprint
    return actions.publish(plan, changes=changes, looked_at=looked_at, by=by.acting(at), at=at)


def stop(plan: Intervention, *, by: User, at: datetime, **told: Any) -> InterventionHalt:
    """It stops, today unless told otherwise."""
    asked = {"since": day(at), "reason": "De subsidie hield op."} | told
    return InterventionHalt.end(plan, **asked, by=by.acting(at), at=at)


def go_on(plan: Intervention, *, by: User, at: datetime, **told: Any) -> InterventionHalt:
    """It goes on again, from today unless told otherwise."""
    asked = {"since": day(at), "reason": "Er is weer geld."} | told
    return InterventionHalt.resume(plan, **asked, by=by.acting(at), at=at)


def parts(cast: Cast, *, by: User, at: datetime) -> dict[str, Any]:
    """One of each, by the part of the address that names it."""
    plan = example(cast, by=by, at=at)
    published = publish(plan, by=by, at=at)  # before the rest: that can be published then
    return {
        "published_ref": published.ref,
        "plan_code": plan.code,
        "voice_ref": say(plan, by=by, at=at).ref,
        "voice_kind": BlockKind.STORY.value,
        "intervention_ref": plan.ref,
        "block_ref": Block.objects.current().get(intervention=plan, kind=BlockKind.CONTEXT).ref,
        "block_kind": BlockKind.PLANNING.value,
        "milestone_ref": reach(plan, by=by, at=at).ref,
        "milestone_kind": MilestoneKind.OTHER.value,
        "plan_year": grow(plan, by=by, at=at).year,
    }
