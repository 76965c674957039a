"""Bezoekblad: what his officer takes along into a prison, where no telephone may come.

Paper gets lost. So what he is held for, his BSN, health, debts, his people and what warns of danger stay off it.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from regie.approach.enums import Anchor
from regie.clocks.queries import release_week
from regie.desk.pages.goals import how_it_stands
from regie.desk.pages.next_terms import open_terms
from regie.desk.pages.record import Record
from regie.desk.pages.release_words import NO_DAY, countdown
from regie.desk.pages.sheet_parts import WHOSE, SheetToMake, in_his_words, part, to_do
from regie.desk.pages.term_words import when
from regie.plans.enums import PromisedBy
from regie.plans.models import Agreement
from regie.plans.queries import FollowedWish, GoalStory, agreements_of, followed_wishes_of, goals_of
from regie.trajectories.enums import CircumstanceKind, CircumstanceValue
from regie.trajectories.models.circumstance import holding
from regie.ui.words import capital, on_weekday, written

TITLE = "Bezoekblad"
MOST = 8  # of one kind: the sheet has to be read at a table
LINES = 8  # to write on
# The terms that may stand on it: a finder learns nothing of debts, hearings, conditions or care from these.
TELLS_LITTLE = (
    *(Anchor.REFERRED, Anchor.ACCEPTED, Anchor.DAY_ONE, Anchor.RELEASE, Anchor.MOVED, Anchor.LEAVE_END),
    *(Anchor.FIRST_CONTACT, Anchor.LAST_CONTACT, Anchor.ID_EXPIRES, Anchor.ADDRESS_TOLD),
    *(Anchor.AGREED, Anchor.AGREEMENT_AGAIN, Anchor.MEASURED_AT_ENTRY, Anchor.MEASURED_AT_RELEASE),
)
HELD = "Kan nog niet."  # why not was written for colleagues
OPEN_QUESTIONS = (CircumstanceValue.NOT_ASKED, CircumstanceValue.UNKNOWN)
PROMISED = {PromisedBy.YOUNG_PERSON: ("user", "Wie: hij"), PromisedBy.OFFICER: ("user-check", "Wie: ik")}


def visit(record: Record) -> SheetToMake:
    """For the next visit, by what stands today; eight queries."""
    trajectory = record.trajectory
    goals, agreements = goals_of(trajectory), agreements_of(trajectory)
    content = {
        "about": list(_about(record)),
        "parts": [
            *_wants(followed_wishes_of(trajectory)),
            *(_agreed(agreements[0]) if agreements else ()),
            *_next_steps(goals, record),
            *_open(record),
        ],
        "ask": _to_ask(record),
        "lines": LINES,
    }
    return SheetToMake("visit", TITLE, content, f"bezoekblad-{record.on:%Y-%m-%d}.pdf")


def _about(record: Record) -> Iterator[dict[str, str]]:
    """Who he is, and where; what nobody knows is empty, to be written by hand."""
    last = record.contact.last
    week = release_week(record.known)
    told = {
        "Naam": record.name,
        "Geboren": written(record.identity.birth_date),
        "Inrichting": _where(record),
        "Registratienummer": "",
        "Vrijlating": countdown(week) if week else NO_DAY,
        "Laatste contact": capital(on_weekday(last)) if last else "Nog geen contact.",
        "Dag van dit bezoek": "",
    }
    return ({"term": term, "text": text} for term, text in told.items())


def _where(record: Record) -> str:
    """Where he is; while nobody told of a stay, where he was referred from."""
    if record.place is None:
        return "" if record.history.stays else record.referral.facility
    since = f", sinds {written(record.place.entered_on)}" if record.place.entered_on else ""
    return f"{record.place.facility}{since}" if record.place.facility else ""


def _wants(wishes: Sequence[FollowedWish]) -> Iterator[dict[str, Any]]:
    words = in_his_words([one.wish.words for one in wishes if one.is_open])
    yield part("Wat hij wil", _first(words) or ["Nog niet gevraagd. Begin daarmee."])


def _agreed(one: Agreement) -> Iterator[dict[str, Any]]:
    """What he and his officer promised last, to ask how that went."""
    his = [promise for promise in one.promises if promise.who in PROMISED]
    promised = [to_do(PROMISED[promise.who][0], promise.words, PROMISED[promise.who][1]) for promise in his]
    title = f"Afgesproken op {written(one.happened_on)}: hoe ging het?"
    if promised:
        yield part(title, (), promised[:MOST], _more(promised))


def _next_steps(goals: Sequence[GoalStory], record: Record) -> Iterator[dict[str, Any]]:
    """Of each goal that runs the step that comes next."""
    steps = []
    for one in goals:
        if one.result is None and (now := one.next_step):
            words, day = now.step.words, f"Voor {written(now.due_on)}." if now.due_on else ""
            stands = HELD if now.held else how_it_stands(now, on=record.on)
            steps.append(to_do(WHOSE[now.step.account.actor][1], words, one.goal.words, day, stands))
    if steps:
        yield part("De volgende stappen", (), steps[:MOST], _more(steps))


def _open(record: Record) -> Iterator[dict[str, Any]]:
    """What has a day, and what must be arranged before he comes out."""
    asked = [] if record.closed_on else [one for one in open_terms(record) if one.rule.anchor in TELLS_LITTLE]
    terms = [f"{one.title}: {when(one, on=record.on)}" for one in asked]
    if terms:
        yield part("Wat een termijn heeft", _first(terms))
    week = release_week(record.known)
    if week and week.open:
        items = [to_do("checklist", one.title) for one in week.open]
        yield part("Nog te regelen voor hij vrijkomt", (), items[:MOST], _more(items))


def _to_ask(record: Record) -> list[str]:
    """What nobody knows of his situation."""
    holds = holding(record.circumstances, on=record.on)
    return [
        str(one.label) for one in CircumstanceKind if one not in holds or holds[one].value in OPEN_QUESTIONS
    ]


def _first(lines: Sequence[str]) -> list[str]:
    return [*lines[:MOST], *filter(None, [_more(lines)])]


def _more(found: Sequence[Any]) -> str:
    more = len(found) - MOST
    return "" if more < 1 else f"En nog {more}. Die staan in Regie."
