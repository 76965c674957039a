"""His situation in words: how it stands now with each kind, and all that was ever told of it."""

from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from regie.desk.pages.conditions import ConditionLine
from regie.desk.pages.detention import DetentionPage, telling_page
from regie.desk.pages.record import Record
from regie.persons.models import Person
from regie.trajectories.enums import CircumstanceKind, CircumstanceValue
from regie.trajectories.models import Circumstance, Trajectory
from regie.trajectories.models.circumstance import holding
from regie.trajectories.queries import circumstances_of
from regie.trajectories.rules import UNTIL
from regie.ui.parts import Action, Badge, Crumb, Item
from regie.ui.words import moment, written

TITLE = "Situatie"
EXPIRED = "Verlopen"
LEAD = "Hoe staat het nu? Wat er eerst stond, blijft bewaard."
HOLDS, EARLIER = Badge("Geldt nu", "positive"), Badge("Eerder", "neutral")


@dataclass(frozen=True)
class CircumstancesCard:
    """How it stands with each kind, which leads to telling it anew; and the way to all that was told."""

    items: tuple[Item, ...]
    url: str


@dataclass(frozen=True)
class CircumstancesPage:
    """All that was told of his situation, the newest first."""

    title: str
    person: str
    crumbs: tuple[Crumb, ...]
    lines: tuple[ConditionLine, ...]


def circumstances_card(record: Record, *, editable: bool) -> CircumstancesCard:
    """How it stands that day; no query. Of a day in the past nothing leads further."""
    person, holds = record.trajectory.person, holding(record.circumstances, on=record.on)
    items = (
        _of_kind(kind, holds.get(kind), on=record.on, url=_tell(person, kind) if editable else "")
        for kind in CircumstanceKind
    )
    url = reverse("desk:circumstances", args=[person.ref]) if record.as_known is None else ""
    return CircumstancesCard(tuple(items), url)


def circumstances_page(trajectory: Trajectory, *, on: date, editable: bool) -> CircumstancesPage:
    """Everything that was told; one query."""
    person, told = trajectory.person, circumstances_of(trajectory)
    now = {one.pk for one in holding(told, on=on).values()}
    back = reverse("desk:person", args=[person.ref])
    above = Crumb("Mijn jongeren" if editable else "Jongeren", reverse("desk:people"))
    lines = (_line(one, HOLDS if one.pk in now else EARLIER, editable=editable) for one in told)
    return CircumstancesPage(
        TITLE, str(person), (above, Crumb(str(person), back), Crumb(TITLE)), tuple(lines)
    )


def telling_circumstance_page(trajectory: Trajectory, kind: CircumstanceKind, *, on: date) -> DetentionPage:
    """For telling one kind anew, under what stands there now; one query."""
    now = holding(circumstances_of(trajectory), on=on).get(kind)
    page = telling_page(trajectory.person, f"{kind.label} vastleggen")
    return replace(page, lead=LEAD, told=(replace(_of_kind(kind, now, on=on), term="Nu"),))


def described(one: Circumstance) -> Item:
    """One of them in words, with the day its kind asks for and who told it."""
    asked = "nagevraagd op" if one.value == CircumstanceValue.UNKNOWN else "sinds"
    words = [f"{asked} {written(one.happened_on)}"]
    if one.valid_until:
        words.append(f"{UNTIL[CircumstanceKind(one.kind)]} {written(one.valid_until)}")
    more = " · ".join(filter(None, (*words, one.source)))
    return Item(one.get_kind_display(), one.get_value_display(), more[:1].upper() + more[1:])


def _of_kind(kind: CircumstanceKind, now: Circumstance | None, *, on: date, url: str = "") -> Item:
    """How it stands that day; a card that is no longer valid has expired, whatever was told."""
    if now is None or now.value == CircumstanceValue.NOT_ASKED:
        return Item(kind.label, CircumstanceValue.NOT_ASKED.label, url=url)
    item = replace(described(now), url=url)
    over = now.value == CircumstanceValue.VALID_ID and now.valid_until and now.valid_until < on
    return replace(item, description=EXPIRED) if over else item


def _line(one: Circumstance, badge: Badge, *, editable: bool) -> ConditionLine:
    told = f"Vastgelegd op {moment(one.recorded_at)} door {one.recorded_by_label}"
    actions = (
        Action("Verbeteren", reverse("desk:correct_circumstance", args=[one.ref])),
        Action("Intrekken", reverse("desk:withdraw_circumstance", args=[one.ref])),
    )
    return ConditionLine(described(one), told, badge, actions if editable else ())


def _tell(person: Person, kind: CircumstanceKind) -> str:
    return reverse("desk:tell_circumstance", args=[person.ref, kind.value])
