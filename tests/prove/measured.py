"""What who keeps the programme can be asked to do, an act as in `acts`; what came of it; and what must be written of it."""

import uuid
from collections import Counter
from collections.abc import Iterator
from typing import Any

from regie.accounts.models import Municipality
from regie.base.clock import day, now
from regie.indicators.actions import bring_figures
from regie.indicators.enums import Way
from regie.indicators.models import Definition, Indicator, Observation
from regie.indicators.rules import read_figures
from regie.privacy.enums import Verb
from regie.privacy.models import JournalEntry
from regie.programme.actions import begin_own, draft_of, publish
from regie.programme.enums import BlockKind
from regie.programme.models import (
    Block,
    BlockOrder,
    CaseloadPlan,
    Intervention,
    Milestone,
    PublishedPage,
    TakenBack,
    Voice,
    VoiceApproval,
)
from regie.programme.rules import BlockAccount
from tests.factories.measures import COUNTED
from tests.prove.acts import Deed, acting


def define_indicator(*, by: str, name: str) -> Deed:
    """An indicator of the municipality with what it counts; answers the definition."""
    who, here = acting(by), Municipality.objects.get(cbs_code="GM1883")

    def deed() -> int:
        made = Indicator.add(municipality=here, name=name, by=who, at=now())
        return Definition.write(indicator=made, account=COUNTED, by=who, at=now()).pk

    return deed


def bring_figures_in(*, by: str, definition: int, text: str) -> Deed:
    """Brings the figures of a file in; answers how many of its lines were new or stood there already."""
    who, here = acting(by), Municipality.objects.get(cbs_code="GM1883")
    counted = Definition.objects.select_related("indicator").get(pk=definition)
    lines = read_figures(text, unit=counted.unit, areas=None)
    where: dict[str, Any] = {"definition": counted, "municipality": here, "way": Way.CSV, "by": who}
    return lambda: Counter(one.arrived.value for one in bring_figures(lines, **where, at=now()))


def figures_there(*, definition: int) -> Deed:
    """How many figures stand under a definition, by how many files they came, and how many entries tell of those."""

    def look() -> list[int]:
        batches = Observation.objects.filter(definition=definition).values_list("batch", flat=True)
        entries = JournalEntry.objects.filter(verb=Verb.OBSERVATIONS_LOADED, subject__in=set(batches))
        return [len(batches), len(set(batches)), entries.count()]

    return look


def begin_page(*, by: str, name: str) -> Deed:
    """A page of a part of the programme begins; answers it."""
    who, here = acting(by), Municipality.objects.get(cbs_code="GM1883")
    return lambda: begin_own(municipality=here, name=name, by=who, at=now()).pk


def write_link(*, by: str, page: int, title: str) -> Deed:
    """Something changes on the page."""
    who, plan, account = acting(by), _plan(page), BlockAccount(title=title)
    told: dict[str, Any] = {"account": account, "kind": BlockKind.LINK, "year": None}
    return lambda: Block.tell(intervention=plan, **told, by=who, at=now()).pk


def publish_page(*, by: str, page: int, submission: str = "") -> Deed:
    """Publishes the page as he sees it now; answers which version it became."""
    who, plan = acting(by), _plan(page)
    seen = draft_of(plan, on=day(now())).fingerprint
    sent = uuid.UUID(submission) if submission else None
    told: dict[str, Any] = {"changes": "Er kwam iets bij.", "looked_at": seen, "submission": sent}
    return lambda: publish(plan, **told, by=who, at=now()).version


def published_there(*, page: int) -> Deed:
    """The versions of a page, and how many entries tell of one."""

    def look() -> list[Any]:
        rows = PublishedPage.objects.filter(intervention=page).order_by("version")
        refs = list(rows.values_list("ref", flat=True))
        entries = JournalEntry.objects.filter(verb=Verb.PAGE_PUBLISHED, subject__in=refs)
        return [list(rows.values_list("version", flat=True)), entries.count()]

    return look


def of_programme() -> Iterator[tuple[str, Any]]:
    """Every change of a page of the programme that asks for an entry: the verb and its subject."""
    rows: tuple[tuple[Verb, type[Any], str], ...] = (
        (Verb.INTERVENTION_BEGUN, Intervention, "ref"),
        (Verb.BLOCK_ORDER_CHOSEN, BlockOrder, "intervention__ref"),
        (Verb.VOICE_APPROVED, VoiceApproval, "voice__ref"),
        (Verb.PAGE_PUBLISHED, PublishedPage, "ref"),
        (Verb.PAGE_TAKEN_BACK, TakenBack, "page__ref"),
    )
    for verb, model, subject in rows:
        yield from ((verb.value, ref) for ref in model.objects.values_list(subject, flat=True))
    facts: tuple[type[Any], ...] = (Block, Milestone, CaseloadPlan, Voice)
    for model in facts:
        yield from ((_verb(one).value, one.ref) for one in model.objects.select_related("corrects"))


def _verb(one: Any) -> Verb:
    """What was written of a version; one that was taken off the page and is told again is told."""
    if one.withdrawn:
        return one.verbs.withdrawn
    return one.verbs.told if one.corrects is None or one.corrects.withdrawn else one.verbs.corrected


def _plan(key: int) -> Intervention:
    return Intervention.objects.select_related("municipality").get(pk=key)
