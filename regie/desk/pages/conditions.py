"""What is around him, in words, for whom it concerns: what holds now, what comes, and all that was ever told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from regie.base.actors import Actor
from regie.desk.pages.condition_words import described
from regie.desk.pages.record import Record
from regie.detention.models import Hearing, OpenSanction, SafetyNote, SpecialCondition, Supervision
from regie.detention.models.condition_fact import ConditionFact
from regie.detention.models.lasting_fact import EndingFact
from regie.detention.queries import conditions_of, told_around
from regie.persons.models import Person
from regie.trajectories.models import Trajectory
from regie.ui.parts import Action, Badge, Crumb, Item
from regie.ui.words import moment

TITLE = "Voorwaarden en zittingen"
AHEAD, HOLDS, OVER = Badge("Komt nog"), Badge("Geldt nu", "positive"), Badge("Voorbij", "neutral")
NAMES: Mapping[type[ConditionFact], str] = {
    Hearing: "hearing",
    Supervision: "supervision",
    SpecialCondition: "special_condition",
    OpenSanction: "open_sanction",
    SafetyNote: "safety_note",
}
TELLING = {
    "safety_note": "Veiligheidsnotitie vastleggen",
    "special_condition": "Bijzondere voorwaarde vastleggen",
    "supervision": "Toezicht vastleggen",
    "open_sanction": "Openstaande straf vastleggen",
    "hearing": "Zitting vastleggen",
}


@dataclass(frozen=True)
class ConditionsCard:
    """What holds around him today and what comes next; the way to all that was told, and to telling more."""

    items: tuple[Item, ...]
    actions: tuple[Action, ...]
    url: str


@dataclass(frozen=True)
class ConditionLine:
    """One fact with all that we know of it, whether it still holds, and what its officer can do with it."""

    item: Item
    told: str
    badge: Badge
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class ConditionsPage:
    """All that was told of what is around him; what is over as well."""

    title: str
    person: str
    crumbs: tuple[Crumb, ...]
    actions: tuple[Action, ...]
    lines: tuple[ConditionLine, ...]


def conditions_card(record: Record, *, viewer: Actor, editable: bool) -> ConditionsCard:
    """What holds that day and what is next; no query. Of a day in the past nothing leads further."""
    person = record.trajectory.person
    facts = record.conditions.all if record.guidance.is_seen_by(viewer) else []
    items = (described(fact, _url("correct", person, fact) if editable else "") for fact in facts)
    url = reverse("desk:conditions", args=[person.ref]) if record.as_known is None else ""
    return ConditionsCard(tuple(items), _telling(person) if editable else (), url)


def cautions(person: Person, *, viewer: Actor, on: date) -> tuple[Item, ...]:
    """What to mind when one chooses an address or an appointment; six queries."""
    facts = conditions_of(person, among=_known_to(viewer), on=on).when_meeting
    return tuple(described(fact) for fact in facts)


def conditions_page(person: Person, *, viewer: Actor, on: date, editable: bool) -> ConditionsPage:
    """Everything that was told, newest first; six queries."""
    back = reverse("desk:person", args=[person.ref])
    above = Crumb("Mijn jongeren" if editable else "Jongeren", reverse("desk:people"))
    crumbs = (above, Crumb(str(person), back), Crumb(TITLE))
    told = told_around(person, among=_known_to(viewer))
    lines = (_line(person, fact, on=on, editable=editable) for fact in told)
    return ConditionsPage(TITLE, str(person), crumbs, _telling(person) if editable else (), tuple(lines))


def _known_to(viewer: Actor) -> QuerySet[Person]:
    """The people of whom he may know what is around them: not whose referral he only screens."""
    return Trajectory.objects.visible_to(viewer).people()


def _line(person: Person, fact: ConditionFact, *, on: date, editable: bool) -> ConditionLine:
    badge = OVER if fact.over(on=on) else HOLDS if fact.begun(on=on) else AHEAD
    told = f"Vastgelegd op {moment(fact.recorded_at)} door {fact.recorded_by_label}"
    ending = (
        (Action("Afgedaan" if isinstance(fact, OpenSanction) else "Beëindigen", _url("end", person, fact)),)
        if isinstance(fact, EndingFact) and badge != OVER
        else ()
    )
    actions = (
        *ending,
        Action("Verbeteren", _url("correct", person, fact)),
        Action("Intrekken", _url("withdraw", person, fact)),
    )
    return ConditionLine(described(fact), told, badge, actions if editable else ())


def _url(what: str, person: Person, fact: ConditionFact) -> str:
    return reverse(f"desk:{what}_{NAMES[type(fact)]}", args=[person.ref, fact.ref])


def _telling(person: Person) -> tuple[Action, ...]:
    return tuple(
        Action(label, reverse(f"desk:tell_{name}", args=[person.ref]), variant="secondary")
        for name, label in TELLING.items()
    )
