"""What is pinned of the pages of the programme, what there is, and what is typed into their forms."""

from datetime import datetime
from typing import Any

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.programme.actions import draft_of
from regie.programme.enums import BlockKind, MilestoneKind
from tests.cast import Cast
from tests.factories import measures, programme

# Who, what he does → the number of queries; Wil keeps the programme too.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "office:programme"): 7,
    ("wil", "office:begin_plan"): 5,
    ("noor", "office:plan"): 20,
    ("wil", "office:halt_plan"): 6,
    ("wil", "send office:halt_plan"): 13,
    ("wil", "office:order_plan"): 6,
    ("wil", "office:write_block"): 5,
    ("wil", "office:rewrite_block"): 6,
    ("wil", "office:withdraw_block"): 5,
    ("wil", "send office:begin_plan"): 12,
    ("wil", "send office:order_plan"): 13,
    ("wil", "send office:write_block"): 12,
    ("wil", "send office:rewrite_block"): 11,
    ("wil", "send office:withdraw_block"): 11,
    ("wil", "office:tell_milestone"): 5,
    ("wil", "office:correct_milestone"): 6,
    ("wil", "office:withdraw_milestone"): 5,
    ("wil", "office:plan_growth"): 6,
    ("wil", "send office:tell_milestone"): 11,
    ("wil", "send office:correct_milestone"): 11,
    ("wil", "send office:withdraw_milestone"): 11,
    ("wil", "send office:plan_growth"): 12,
    ("wil", "office:publish_plan"): 19,
    ("noor", "office:published_page"): 6,
    ("wil", "office:take_back_page"): 5,
    ("wil", "send office:publish_plan"): 36,
    ("wil", "send office:take_back_page"): 12,
    ("wil", "office:tell_voice"): 5,
    ("wil", "office:correct_voice"): 6,
    ("wil", "office:withdraw_voice"): 5,
    ("wil", "office:approve_voice"): 6,
    ("wil", "send office:tell_voice"): 11,
    ("wil", "send office:correct_voice"): 11,
    ("wil", "send office:withdraw_voice"): 11,
    ("wil", "send office:approve_voice"): 15,
}


def kept(cast: Cast, size: int, *, at: datetime) -> dict[str, Any]:
    """A page with so many links and so many years; one of each by the part of the address."""
    programme.keep_too(cast.wil, cast, at=at)
    told = {"by": cast.wil, "at": at}
    parts = programme.parts(cast, **told)
    plan = programme.Intervention.objects.get()
    for number in range(size):
        measured = measures.told(cast, name=f"Gemeten {number}", at=at)["indicator_ref"]
        programme.write(plan, BlockKind.RESULT, "Meer.", indicators=(str(measured),), **told)
        programme.write(plan, BlockKind.LINK, "", title=f"Meer {number}", **told)
        told_other = {"words": f"Stap {number}", **told}
        programme.reach(plan, MilestoneKind.OTHER, **told_other)
    for year in range(2015, 2015 + min(size, 9)):
        programme.write(plan, BlockKind.LOOK_BACK, f"Zo was {year}.", year=year, **told)
    return parts | {"fingerprint": draft_of(plan, on=day(at)).fingerprint}


def typed(there: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What is typed into each form."""
    places = {f"place_{kind}": place for place, kind in enumerate(reversed(BlockKind.values))}
    return {
        "office:begin_plan": {"way": "own", "name": "Straatcoach"},
        "office:order_plan": places,
        "office:halt_plan": {"since": f"{day(this_moment()):%d-%m-%Y}", "reason": "De subsidie hield op."},
        "office:write_block": {"text": "Zo gaat het."},
        "office:rewrite_block": {"text": "Zo gaat het nu."},
        "office:tell_milestone": {"words": "Een loket", "planned": "1e kwartaal 2026"},
        "office:correct_milestone": {"planned": "Q2 2026"},
        "office:plan_growth": {"month_1": "9"},
        "office:publish_plan": {"changes": "Meer.", "looked_at": there["fingerprint"]},
        "office:tell_voice": {"words": "Zo ging het."},
        "office:correct_voice": {"words": "Het werkt.", "speaker": "Medewerker B"},
        "office:approve_voice": {
            "given_by": "Medewerker A",
            "given_on": f"{day(this_moment()):%d-%m-%Y}",
            "how": "Per mail.",
        },
        "office:take_back_page": {"reason": "Er stond een fout in."},
    }
