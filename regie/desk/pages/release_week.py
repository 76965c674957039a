"""The week before his release: how long it takes, what makes its day awkward, and the list of what must be arranged."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.approach.enums import Anchor
from regie.approach.queries import approaches_for
from regie.approach.rules import ItemRule
from regie.base.errors import NotNow
from regie.clocks.queries import Asks, Known, ReleaseWeek, known_of_many, release_week
from regie.desk.pages.circumstances import described
from regie.desk.pages.conditions import ConditionLine
from regie.desk.pages.detention import DetentionPage, telling_page
from regie.desk.pages.release_words import awkward, certainty, countdown, late, moved
from regie.persons.models import Person
from regie.trajectories.enums import ArrangementList, ArrangementState, CircumstanceKind, Owner
from regie.trajectories.models import Arrangement, Circumstance, Trajectory
from regie.trajectories.models.arrangement import arranged
from regie.trajectories.models.circumstance import holding
from regie.trajectories.queries import circumstances_of
from regie.trajectories.rules import items_of
from regie.ui.parts import Action, Badge, Crumb, Item
from regie.ui.words import moment, written

TITLE = "Vrijlating"
FREE = "Hij is niet (meer) in een inrichting. Wat er nu nodig is, staat op zijn pagina."
NOT_TOLD = Badge("Nog niet nagegaan", "unknown")
TONES: Mapping[str, str] = {
    ArrangementState.ARRANGED: "positive",
    ArrangementState.OPEN: "warning",
    ArrangementState.NOT_NEEDED: "neutral",
    ArrangementState.UNKNOWN: "unknown",
}
# What is told of his situation already says something of these things of the list, whatever a municipality calls them.
KNOWN_BY: Mapping[str, tuple[CircumstanceKind, ...]] = {
    "identity": (CircumstanceKind.IDENTITY,),
    "first_night": (CircumstanceKind.HOME, CircumstanceKind.ADDRESS),
    "money": (CircumstanceKind.BENEFIT, CircumstanceKind.ACCOUNT),
    "insurance": (CircumstanceKind.INSURANCE,),
    "rent": (CircumstanceKind.HOME,),
    "benefit": (CircumstanceKind.BENEFIT,),
    "allowances": (CircumstanceKind.ALLOWANCES,),
    "work_or_school": (CircumstanceKind.WORK,),
}


@dataclass(frozen=True)
class Said:
    """A message on top: a title and a text."""

    title: str
    text: str


@dataclass(frozen=True)
class ListGroup:
    """Things of the list that belong together, and why."""

    title: str
    lead: str
    lines: tuple[ConditionLine, ...]


@dataclass(frozen=True)
class ReleaseWeekPage:
    """How his release stands; `free` is said when he is not inside, `moved` when it came nearer with things open."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    his_url: str
    sure: str = ""
    free: str = ""
    moved: Said | None = None
    awkward: str = ""
    missing: str = ""
    groups: tuple[ListGroup, ...] = ()
    actions: tuple[Action, ...] = ()


# Nothing of what was agreed is of his release.
OF_RELEASE = Asks(anchors=frozenset(Anchor) - {Anchor.AGREED, Anchor.AGREEMENT_AGAIN})


def known_of(trajectory: Trajectory, *, on: date) -> Known:
    """All that his release rests on; three queries. Where no approach was loaded its list is empty."""
    try:
        approaches = approaches_for([trajectory.municipality], on=on)
    except NotNow:
        approaches = {}
    return known_of_many([trajectory], on=on, approaches=approaches, asks=OF_RELEASE)[trajectory.pk]


def release_week_page(trajectory: Trajectory, *, on: date, editable: bool) -> ReleaseWeekPage:
    """How his release stands that day; three queries."""
    person, known = trajectory.person, known_of(trajectory, on=on)
    his, week = reverse("desk:person", args=[person.ref]), release_week(known)
    above = Crumb("Mijn jongeren" if editable else "Jongeren", reverse("desk:people"))
    head = TITLE, str(person)
    crumbs = (above, Crumb(str(person), his), Crumb(TITLE))
    if week is None:
        left = tuple(_left(known, editable=editable))
        return ReleaseWeekPage(*head, "", crumbs, his, free=FREE, groups=left)
    came = week.loudest
    return ReleaseWeekPage(
        *head,
        countdown(week),
        crumbs,
        his,
        sure=certainty(week),
        moved=Said(*moved(came, len(week.open))) if came else None,
        awkward=awkward(week),
        actions=(_first_day(person),) if editable else (),
        missing="" if week.items else "Er staat nog geen lijst in de aanpak van uw gemeente.",
        groups=tuple(_groups(known, week, editable=editable)),
    )


def _first_day(person: Person) -> Action:
    """To take along on that day."""
    url = reverse("desk:write_paper", args=[person.ref, "eerste-dag"])
    return Action("Zijn eerste dag op papier", url, "printer", "secondary")


def arranging_page(
    trajectory: Trajectory,
    item: ItemRule,
    now: Arrangement | None,
    *,
    on: date,
    back: str,
) -> DetentionPage:
    """For telling how one thing stands, under how it stands now and what is known of it elsewhere; one query.

    `back` names the page where he came from.
    """
    page = telling_page(trajectory.person, item.title)
    stands = Item("Nu", *(_stands(now) if now else (NOT_TOLD.label,)))
    cancel = reverse(back, args=[trajectory.person.ref])
    told = (stands, *_elsewhere(circumstances_of(trajectory), item.code, on=on))
    return DetentionPage(item.title, item.text, page.crumbs, cancel, told=told)


def _groups(known: Known, week: ReleaseWeek, *, editable: bool) -> Iterator[ListGroup]:
    """The list; as long as nobody knows a day the minimum first; and what left the list since it was told."""
    draw = _drawing(known, week.told, day=week.day, editable=editable)
    asked = tuple(map(draw, week.asked))
    rest = tuple(draw(item) for item in week.items if item not in week.asked)
    if week.minimum and asked:
        why = ANY_DAY_WHY if week.any_day else NO_DAY_WHY
        yield ListGroup("Het minimum", why, asked)
    elif asked:
        yield ListGroup("Te regelen", "Wat nog open is, staat bovenaan.", _open_first(asked))
    if rest:
        yield ListGroup("Ook op de lijst", "Dit kan zodra er een datum is, of al eerder.", rest)
    gone = {code: one for code, one in week.told.items() if code not in {item.code for item in week.items}}
    if gone:
        lines = tuple(_gone(one, editable=editable) for one in gone.values())
        yield ListGroup("Staat niet meer op de lijst", "Dit werd eerder vastgelegd.", lines)


ANY_DAY_WHY = "Hij kan elke dag vrijkomen. Leg klaar wat hij de eerste dag en nacht niet kan missen."
NO_DAY_WHY = "Zonder datum kan het snel gaan. Leg klaar wat hij de eerste dag en nacht niet kan missen."


def _open_first(lines: Sequence[ConditionLine]) -> tuple[ConditionLine, ...]:
    settled = {str(ArrangementState.ARRANGED.label), str(ArrangementState.NOT_NEEDED.label)}
    return tuple(sorted(lines, key=lambda line: line.badge.label in settled))


def _left(known: Known, *, editable: bool) -> Iterator[ListGroup]:
    """What was told of and is still open of who is free: it is not lost with the gate behind him."""
    told = arranged(known.arranged, ArrangementList.RELEASE, on=known.on)
    items = items_of(known.approach, ArrangementList.RELEASE) if known.approach else ()
    left = [item for item in items if item.code in told and not told[item.code].account.settled]
    if left:
        draw = _drawing(known, told, day=None, editable=editable)
        yield ListGroup("Dit stond nog open", "Is het nog nodig? Werk het hier bij.", tuple(map(draw, left)))


def _drawing(
    known: Known, told: Mapping[str, Arrangement], *, day: date | None, editable: bool
) -> Callable[[ItemRule], ConditionLine]:
    """How one thing of the list is drawn, with what holds of it and what is known of it elsewhere."""
    ref = known.trajectory.person.ref

    def line(item: ItemRule) -> ConditionLine:
        now = told.get(item.code)
        url = reverse("desk:arrange", args=[ref, ArrangementList.RELEASE.value, item.code])
        elsewhere = (
            f"Bij Situatie: {one.term.lower()}: {one.description.lower()}. {one.more}"
            for one in _elsewhere(known.circumstances, item.code, on=known.on)
        )
        words = _words(now, day=day, on=known.on) if now else item.text
        return ConditionLine(
            Item(item.title, words, " · ".join(elsewhere)),
            _told(now) if now else "",
            Badge(now.get_state_display(), TONES[now.state]) if now else NOT_TOLD,
            (Action("Bijwerken" if now else "Vastleggen", url), *_back(now)) if editable else (),
        )

    return line


def described_arrangement(one: Arrangement, title: str) -> Item:
    """How one thing was told to stand, in words."""
    return Item(title, *_stands(one))


def _back(now: Arrangement | None) -> tuple[Action, ...]:
    """Taking it back, of what was told."""
    return (Action("Intrekken", reverse("desk:withdraw_arrangement", args=[now.ref])),) if now else ()


def _gone(one: Arrangement, *, editable: bool) -> ConditionLine:
    """What stands on the list no more: as it was told; nobody can tell it anew, but it can be taken back."""
    badge = Badge(one.get_state_display(), TONES[one.state])
    return ConditionLine(Item(one.item, _stands(one)[0]), _told(one), badge, _back(one) if editable else ())


def _words(now: Arrangement, *, day: date | None, on: date) -> str:
    """Who sees to it, before which day, and what there is more to say."""
    open_yet = not now.account.settled
    due = now.due_on if open_yet else None
    odd = late(due, day, on=on) if due else ""
    by = f"Vóór {written(due)}{f' ({odd})' if odd else ''}." if due else ""
    return " ".join(filter(None, (_who(now) if open_yet or now.owner_name else "", by, now.words)))


def _who(now: Arrangement) -> str:
    who = "" if now.owner == Owner.UNKNOWN and now.owner_name else now.get_owner_display()
    return f"{who}{': ' if who and now.owner_name else ''}{now.owner_name}."


def _stands(now: Arrangement) -> tuple[str, str]:
    """How it was told to stand, and by whom."""
    due = f"Vóór {written(now.due_on)}." if now.due_on else ""
    words = " ".join(filter(None, (f"{now.get_state_display()}.", _who(now), due, now.words)))
    return words, _told(now)


def _told(now: Arrangement) -> str:
    return f"Vastgelegd op {moment(now.recorded_at)} door {now.recorded_by_label}"


def _elsewhere(told: Sequence[Circumstance], code: str, *, on: date) -> Iterator[Item]:
    """What his situation says of it already: shown, not asked twice."""
    holds = holding(told, on=on)
    return (described(holds[kind]) for kind in KNOWN_BY.get(code, ()) if kind in holds)
