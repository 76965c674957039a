"""The page of an intervention as it is now, with what can be done with each part of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.base.halts import halted
from regie.office.pages.halting import INTERVENTION, halt_words, stops_now
from regie.office.pages.plan_parts import Part, part_of
from regie.office.pages.programme import home
from regie.office.pages.versions import COLUMNS, version_rows
from regie.programme.enums import BlockKind, MilestoneKind
from regie.programme.models import Intervention, InterventionHalt, Milestone, PublishedPage, Voice
from regie.programme.queries import Content
from regie.programme.rules import MANY, SPOKEN, YEARLY, Section
from regie.ui.parts import Action, Cell, Crumb

LONGEST_LABEL = 40


@dataclass(frozen=True)
class Shown:
    """A part of the page with what can be done with it."""

    part: Part
    actions: tuple[Action, ...]
    note: str = ""


@dataclass(frozen=True)
class PlanPage:
    """The page of an intervention as it is now, and what can be added to it."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    shown: tuple[Shown, ...]
    missing: tuple[Action, ...]
    milestones: tuple[Action, ...]
    actions: tuple[Action, ...]
    halted: str = ""  # that it stopped, or stops or goes on later
    versions: tuple[tuple[Cell, ...], ...] = ()
    columns: tuple[str, ...] = COLUMNS


def plan_page(
    intervention: Intervention,
    content: Content,
    halts: Sequence[InterventionHalt],
    versions: Sequence[PublishedPage],
    *,
    on: date,
    keeps: bool,
    approves: bool,
) -> PlanPage:
    """The page as it is on a day; no query. The caseload can be planned of its year and the next."""
    there = {block.kind for block in content.blocks}
    return PlanPage(
        title=intervention.name,
        lead=f"Zo staat de bladzijde van {intervention.municipality} er nu voor.",
        crumbs=(home(), Crumb(intervention.name)),
        shown=tuple(
            Shown(
                part_of(one),
                (
                    *(_changes(one, content) if keeps else ()),
                    *_to_approve(one, content, keeps=keeps, approves=approves),
                ),
                _note(one, content),
            )
            for one in content.sections
        ),
        missing=tuple(_missing(intervention, there)) if keeps else (),
        milestones=tuple(_to_plan(intervention, content, on.year)) if keeps else (),
        actions=tuple(_to_do(intervention, halts, on)) if keeps else (),
        halted=halt_words(halts, INTERVENTION, on=on),
        versions=version_rows(versions),
    )


def _to_do(intervention: Intervention, halts: Sequence[InterventionHalt], on: date) -> Iterable[Action]:
    """What can be done with the page as a whole; one that stopped is not published again."""
    ref = [intervention.ref]
    if halted(halts, on=on) is None:
        yield Action("Publiceren", reverse("office:publish_plan", args=ref), "send")
    yield Action("Volgorde kiezen", reverse("office:order_plan", args=ref), "", "secondary")
    label = INTERVENTION.goes_on if stops_now(halts) else INTERVENTION.ends
    yield Action(label, reverse("office:halt_plan", args=ref), "", "secondary")


def _changes(section: Section, content: Content) -> Iterable[Action]:
    """What can be written anew in a section, and of what there may be many that one can be added."""
    blocks = [one for one in content.blocks if (one.kind, one.year) == (section.kind, section.year)]
    for block in blocks:
        words = block.title or block.text if len(blocks) > 1 else block.heading
        yield _again(words, reverse("office:rewrite_block", args=[block.ref]))
    if section.kind in MANY:
        yield _write(blocks[0].intervention, section.kind, "Nog een toevoegen")
    if section.kind == BlockKind.PLANNING:
        yield from map(_milestone, content.milestones)
    for voice in content.voices:
        if voice.kind == section.kind:
            yield _again(voice.speaker or voice.words, reverse("office:correct_voice", args=[voice.ref]))


def _waiting(section: Section, content: Content) -> list[Voice]:
    """What is said there for which nobody gave leave yet."""
    return [one for one in content.voices if one.kind == section.kind and not one.approved]


def _note(section: Section, content: Content) -> str:
    number = len(_waiting(section, content))
    many = "" if number < 2 else f" voor {number} teksten"
    return f"Nog geen akkoord{many}. Zonder akkoord komt het niet in een publicatie." if number else ""


def _to_approve(section: Section, content: Content, *, keeps: bool, approves: bool) -> Iterable[Action]:
    """Who may write leave down: of a story who knows him, of the rest who keeps the page."""
    if approves if section.kind == BlockKind.STORY else keeps:
        for one in _waiting(section, content):
            words = f"Akkoord vastleggen: {_short(one.speaker or one.words)}"
            yield Action(words, reverse("office:approve_voice", args=[one.ref]), "check", "subtle")


def _milestone(one: Milestone) -> Action:
    return _again(one.name, reverse("office:correct_milestone", args=[one.ref]))


def _again(words: str, url: str) -> Action:
    return Action(f"{_short(words)}: bijwerken", url, "pencil", "subtle")


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_LABEL else f"{words[:LONGEST_LABEL].rsplit(' ', 1)[0]}…"


def _missing(intervention: Intervention, there: set[str]) -> Iterable[Action]:
    """Every kind that is not on the page, and of what is told by the year always the next one."""
    for kind in BlockKind:
        if kind in YEARLY:
            yield _write(
                intervention, kind, f"{kind.label} op een jaar" if kind in there else str(kind.label)
            )
        elif kind in SPOKEN:
            url = reverse("office:tell_voice", args=[intervention.ref, kind])
            yield Action(str(kind.label), url, "plus", "subtle")
        elif kind not in there:
            yield _write(intervention, kind, str(kind.label))


def _to_plan(intervention: Intervention, content: Content, year: int) -> Iterable[Action]:
    """The milestones that are not in the planning, and the years of which the caseload can be planned."""
    there = {one.kind for one in content.milestones}
    for kind in MilestoneKind:
        if kind is MilestoneKind.OTHER or kind not in there:
            url = reverse("office:tell_milestone", args=[intervention.ref, kind])
            yield Action(str(kind.label), url, "plus", "subtle")
    for one in sorted({year, year + 1, *(plan.year for plan in content.plans)}):
        url = reverse("office:plan_growth", args=[intervention.ref, one])
        yield Action(f"Caseload in {one}", url, "plus", "subtle")


def _write(intervention: Intervention, kind: str, label: str) -> Action:
    return Action(label, reverse("office:write_block", args=[intervention.ref, kind]), "plus", "subtle")
