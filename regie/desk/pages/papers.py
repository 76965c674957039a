"""His papers: what there is, from whom, and the way to each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from regie.base.actors import Actor
from regie.desk.pages.lines import Line
from regie.desk.pages.places import PAPERS, PLAN, WRITING, crumbs_to
from regie.desk.pages.plan_words import PlanCard
from regie.persons.models import Person
from regie.plans.enums import PaperReach
from regie.plans.models import Paper
from regie.plans.queries import papers_of
from regie.trajectories.models import Guidance, Trajectory
from regie.ui.parts import Action, Crumb, Item
from regie.ui.words import written

LIST, KEEP = PAPERS.title, "Papier vastleggen"
ON_CARD = 3
NOT_SCANNED = "Niet nagekeken op virussen"
LOCKED = "Met een wachtwoord: niemand kon erin kijken"


@dataclass(frozen=True)
class PapersPage:
    """All of them, the last one that came in first."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    actions: tuple[Action, ...]
    lines: tuple[Line, ...]


def papers_page(trajectory: Trajectory, guidance: Guidance, *, viewer: Actor) -> PapersPage:
    """His papers as this viewer may see them; one query."""
    person, mine = trajectory.person, guidance.is_open_to(viewer)
    lines = tuple(Line(described(one), _ways(one, mine=mine)) for one in papers_of(trajectory, viewer=viewer))
    return PapersPage(
        title=LIST,
        person=str(person),
        lead="Brieven, besluiten en plannen op één plek. Regie bewaart ze versleuteld.",
        crumbs=crumbs_to(person, LIST, under=PLAN, mine=mine),
        actions=tuple(_new(person)) if mine else (),
        lines=lines,
    )


def papers_card(papers: Sequence[Paper], person: Person, *, editable: bool) -> PlanCard:
    """How many there are, and the last three; no query."""
    number = len(papers)
    lines = tuple(Line(described(one), _ways(one, mine=False), str(one.ref)) for one in papers[:ON_CARD])
    all_of_them = Action(f"Alle {number} papieren" if number > 1 else LIST, _all(person))
    new = (Action(KEEP, _keeping(person)),) if editable else ()
    return PlanCard(LIST, lines, "Hier staan nog geen papieren.", (*new, all_of_them))


def described(one: Paper) -> Item:
    """One of them: what it is, from whom and of when, and what sort of file."""
    dated = f"gedateerd {written(one.dated_on)}" if one.dated_on else "datum niet bekend"
    came = f"gekregen op {written(one.happened_on)}"
    whence = f"Van {one.given_by}, {dated}, {came}" if one.given_by else f"{dated.capitalize()}, {came}"
    more = [f"{one.filename} ({one.get_file_type_display()}, {_large(one.size)})"]
    more += [LOCKED] if one.locked else []
    more += [] if one.scanned else [NOT_SCANNED]
    more += [one.get_reach_display()] if one.reach == PaperReach.OFFICER else []
    words = f"{one.called}\n{whence}" if one.title else whence
    return Item(one.get_kind_display(), words, " · ".join(more))


def _large(size: int) -> str:
    """As people say it: 12 kB, 3,4 MB."""
    if size < 1024**2:
        return f"{max(1, round(size / 1024))} kB"
    return f"{size / 1024**2:.1f} MB".replace(".", ",")


def _ways(one: Paper, *, mine: bool) -> tuple[Action, ...]:
    opening = Action("Downloaden", reverse("desk:paper_file", args=[one.ref]))
    better = Action("Verbeteren", reverse("desk:correct_paper", args=[one.ref]))
    back = Action("Intrekken", reverse("desk:withdraw_paper", args=[one.ref]))
    return (opening, better, back) if mine else (opening,)


def _new(person: Person) -> Iterator[Action]:
    yield Action(KEEP, _keeping(person), "plus")
    yield Action(WRITING.title, WRITING.url(person), "printer", "secondary")


def _all(person: Person) -> str:
    return PAPERS.url(person)


def _keeping(person: Person) -> str:
    return reverse("desk:tell_paper", args=[person.ref])
