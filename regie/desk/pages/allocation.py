"""Verdeling: what waits, who guides whom, and how much each officer has to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import Count, Min, QuerySet
from django.urls import reverse

from regie.accounts.enums import Permission
from regie.accounts.models import RoleGrant, User
from regie.accounts.rules import where_may
from regie.base.actors import Actor
from regie.clocks.queries import Standing, load_of, standings
from regie.clocks.rules import Load
from regie.desk.pages.people import contact_line
from regie.trajectories.models import Guided, PlannedCaseload, Referral, Trajectory
from regie.trajectories.models.trajectory import TrajectoryQuerySet
from regie.ui.parts import Action, Cell, Crumb, FormPage
from regie.ui.words import written

PER_PAGE = 50
NOBODY = "niemand"
COLUMNS = ("Officier", "Jongeren", "Fase", "Nog geen contact", "Contact over tijd")


@dataclass(frozen=True)
class PersonRow:
    """One young person to tick; `value` is what his box sends, without the assignment that stood it is `ref`."""

    ref: str
    value: str
    name: str
    url: str
    guided: str
    about: str


@dataclass(frozen=True)
class AllocationPage:
    """What waits, the officers with their work, and the young people to choose from, a page at a time."""

    actions: tuple[Action, ...]
    waits: str
    columns: tuple[str, ...]
    officers: tuple[tuple[Cell, ...], ...]
    colleagues: dict[int, User]
    title: str
    rows: tuple[PersonRow, ...]
    page: Page


class Allocation:
    """The work of the municipalities that a viewer coordinates, read once; seven queries for the whole page."""

    def __init__(self, viewer: Actor, *, on: date) -> None:
        self.viewer, self.on = viewer, on
        self.where = where_may(viewer, Permission.ASSIGN)

    @cached_property
    def posts(self) -> list[RoleGrant]:
        """Who works there as an officer that day, by name."""
        return list(posts_of(self.viewer, on=self.on))

    @cached_property
    def trajectories(self) -> list[Trajectory]:
        """Everyone who is guided there, by name."""
        chosen = self._here.select_related("person", "referral", "municipality").defer(
            "person__bsn", "referral__told"
        )
        return list(chosen.order_by("person__family_name", "person__given_names", "pk"))

    @cached_property
    def standing(self) -> dict[int, Standing]:
        """How each of them stands."""
        return standings(self.trajectories, on=self.on)

    @cached_property
    def guided(self) -> dict[int, Guided]:
        """Who guides each of them."""
        no_one = dict.fromkeys((one.pk for one in self.trajectories), Guided())
        return no_one | self._here.guided(self.on)

    @property
    def _here(self) -> TrajectoryQuerySet:
        running = Trajectory.objects.visible_to(self.viewer).running(self.on)
        return running.filter(municipality__in=self.where)

    @cached_property
    def planned(self) -> dict[tuple[int, int], PlannedCaseload]:
        """What was planned, by officer and municipality."""
        holding = PlannedCaseload.objects.visible_to(self.viewer).running(self.on)
        return {(one.officer_id, one.municipality_id): one for one in holding}

    def planned_for(self, post: RoleGrant) -> PlannedCaseload | None:
        """What was planned for an officer there."""
        return self.planned.get((post.user_id, post.municipality_id))

    def waits(self) -> str:
        """The referrals that wait for a decision, in a sentence; empty when none does."""
        waiting = Referral.objects.open().visible_to(self.viewer).filter(municipality__in=self.where)
        found = waiting.aggregate(number=Count("pk"), oldest=Min("happened_on"))
        number, oldest = found["number"], written(found["oldest"])
        if number < 2:
            return f"1 aanmelding wacht op een besluit, sinds {oldest}." if number else ""
        return f"{number} aanmeldingen wachten op een besluit, de oudste sinds {oldest}."

    def of(self, officer_id: int | None, municipality_id: int | None = None) -> list[Trajectory]:
        """Whom he guides there; for None those whom nobody guides."""
        return [
            one
            for one in self.trajectories
            if _key(self.guided[one.pk].officer) == officer_id
            and municipality_id in (None, one.municipality_id)
        ]

    def load(self, chosen: Iterable[Trajectory]) -> Load:
        """What these ask of who guides them."""
        return load_of(self.standing[one.pk] for one in chosen)


def posts_of(viewer: Actor, *, on: date) -> QuerySet[RoleGrant]:
    """The officers that this viewer may assign to that day, with where they work."""
    grants = RoleGrant.objects.running(on).allowing(Permission.GUIDE)
    here = grants.filter(municipality__in=where_may(viewer, Permission.ASSIGN))
    return here.select_related("user", "municipality").order_by("user__name", "municipality__name", "pk")


def posts_to_plan(viewer: Actor, *, on: date) -> list[tuple[str, str]]:
    """The officers to plan for: what the form sends (the post, and what was planned), and the words beside it."""
    work = Allocation(viewer, on=on)
    choices = []
    for post in work.posts:
        planned = work.planned_for(post)
        value = f"{post.pk}.{planned.pk if planned else 0}"
        choices.append((value, f"{post.user}, {post.municipality} ({_planned(planned).lower()})"))
    return choices


def allocation_page(viewer: Actor, *, on: date, whose: str = "", number: str | None = None) -> AllocationPage:
    """The whole page; `whose` is the key of an officer, "niemand", or empty for everyone; eight queries."""
    work = Allocation(viewer, on=on)
    title, chosen = _chosen(work, whose)
    page = Paginator(chosen, PER_PAGE).get_page(number)
    return AllocationPage(
        actions=(Action("Aantal jongeren plannen", reverse("desk:plan_caseload"), variant="secondary"),),
        waits=work.waits(),
        columns=COLUMNS,
        officers=(*_nobody(work), *(_officer_row(work, post) for post in work.posts)),
        colleagues={post.user_id: post.user for post in work.posts},
        title=title,
        rows=tuple(_row(work, trajectory) for trajectory in page.object_list),
        page=page,
    )


def planning_page() -> FormPage:
    """For how many young people one officer has."""
    back, title = reverse("desk:allocation"), "Aantal jongeren plannen"
    lead = "Voor hoeveel jongeren heeft deze officier ruimte? Dit geldt vanaf vandaag."
    return FormPage(title, lead, (Crumb("Verdeling", back), Crumb(title)), back)


def _chosen(work: Allocation, whose: str) -> tuple[str, list[Trajectory]]:
    if whose == NOBODY:
        return "Jongeren zonder officier", work.of(None)
    for post in work.posts:
        if whose == str(post.user_id):
            return f"Jongeren van {post.user}", work.of(post.user_id)
    return "Alle jongeren", work.of(None) + [
        one for one in work.trajectories if work.guided[one.pk].officer is not None
    ]


def _nobody(work: Allocation) -> Iterable[tuple[Cell, ...]]:
    without = work.of(None)
    if without:
        yield _cells(Cell("Nog niemand", _link(NOBODY)), work.load(without), "")


def _officer_row(work: Allocation, post: RoleGrant) -> tuple[Cell, ...]:
    leaves = f"Tot {written(post.until)}" if post.until else ""
    where = str(post.municipality) if len(work.where) > 1 else ""
    name = Cell(str(post.user), _link(f"{post.user_id}"), " · ".join(filter(None, (where, leaves))))
    load = work.load(work.of(post.user_id, post.municipality_id))
    return _cells(name, load, _planned(work.planned_for(post)))


def _planned(planned: PlannedCaseload | None) -> str:
    return f"Gepland: {planned.number}" if planned else "Niet gepland"


def _cells(name: Cell, load: Load, planned: str) -> tuple[Cell, ...]:
    phases = ", ".join(f"{phase}: {number}" for phase, number in sorted(load.phases.items()))
    return (
        name,
        Cell(f"{load.people}", more=planned),
        Cell(phases or "–"),
        Cell(f"{load.unreached}"),
        Cell(f"{load.overdue}"),
    )


def _row(work: Allocation, trajectory: Trajectory) -> PersonRow:
    standing, guided = work.standing[trajectory.pk], work.guided[trajectory.pk]
    ref = str(trajectory.person.ref)
    return PersonRow(
        ref=ref,
        value=f"{ref}.{guided.seen or 0}",
        name=str(trajectory.person),
        url=reverse("desk:person", args=[ref]),
        guided=_guided(guided),
        about=f"{standing.phase_title} · {contact_line(standing.contact)}",
    )


def _guided(guided: Guided) -> str:
    now = guided.officer.name if guided.officer else "Nog niemand"
    if guided.later is None:
        return now
    return f"{now}, vanaf {written(guided.later_since)} {guided.later}"


def _link(whose: str) -> str:
    return f"{reverse('desk:allocation')}?van={whose}#jongeren"


def _key(officer: User | None) -> int | None:
    return officer.pk if officer else None


def people_to_tick(page: AllocationPage) -> list[tuple[str, str]]:
    """The boxes on this page."""
    return [(row.value, row.name) for row in page.rows]
