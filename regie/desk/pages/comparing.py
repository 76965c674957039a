"""What changed between two moments, in words: added, gone or said otherwise; never by colour alone."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from regie.desk.pages.agreements import answered, looked_at, retold_by
from regie.desk.pages.lines import Line
from regie.desk.pages.places import AGREEMENTS, crumbs_to
from regie.desk.pages.plan_words import PlanCard
from regie.persons.models import Person
from regie.plans.enums import Presence
from regie.plans.models import Agreement
from regie.plans.rules import PromiseChange, compare_promises
from regie.ui.parts import Crumb, Item
from regie.ui.words import moment, written

TITLE = "Afspraken vergelijken"
UNKNOWN = "Nog niet bekend"


@dataclass(frozen=True)
class ShownChange:
    """One thing then (`before`) and later (`after`); empty where it was not there; `term` says what it is about."""

    term: str
    before: str
    after: str

    @property
    def says(self) -> str:
        """What happened to it, in a word."""
        if self.before == self.after:
            return "Hetzelfde"
        if not self.before:
            return "Nieuw"
        return "Veranderd" if self.after else "Niet meer"

    @property
    def same(self) -> bool:
        """Whether nothing happened to it."""
        return self.before == self.after


@dataclass(frozen=True)
class ComparedPart:
    """One part of what is compared, under its title."""

    title: str
    changes: tuple[ShownChange, ...]


@dataclass(frozen=True)
class ComparingPage:
    """Two agreements side by side; `parts` is None while no two were chosen."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    parts: tuple[ComparedPart, ...] | None


def compared_agreements(before: Agreement, after: Agreement) -> tuple[ComparedPart, ...]:
    """The promises, and what he said of them; no query when both were read with their promises."""
    promised = tuple(_promise(one) for one in compare_promises(before.promises, after.promises))
    answers = zip(_answers(before), _answers(after), strict=True)
    said_of_it = tuple(ShownChange(was.term, _text(was), _text(now)) for was, now in answers)
    return ComparedPart("Beloftes", promised), ComparedPart("Wat hij ervan zei", said_of_it)


def compared_cards(before: Iterable[PlanCard], after: Iterable[PlanCard]) -> tuple[ComparedPart, ...]:
    """Of each card of his plan only what changed; a card on which nothing did is left out."""
    then = {card.title: card for card in before}
    later = {card.title: card for card in after}
    parts = (
        ComparedPart(title, tuple(_changed_lines(_lines(then.get(title)), _lines(later.get(title)))))
        for title in dict.fromkeys([*later, *then])
    )
    return tuple(part for part in parts if part.changes)


def _changed_lines(before: Sequence[Line], after: Sequence[Line]) -> Iterator[ShownChange]:
    """Lines of the same fact are laid side by side; a line without a key is only the same when all its words are."""
    was, now = _by_key(before), _by_key(after)
    for key in dict.fromkeys([*now, *was]):
        line, old = now.get(key), was.get(key)
        if _whole(line) != _whole(old):
            yield _shown(old, line)


def _shown(old: Line | None, line: Line | None) -> ShownChange:
    """One changed line; what it was called is only said twice when that changed."""
    called = {one.item.term for one in (old, line) if one}
    first = len(called) > 1
    before, after = (_text(one.item, first=first) if one else "" for one in (old, line))
    return ShownChange(_term(line or old), before, after)


def _by_key(lines: Iterable[Line]) -> dict[object, Line]:
    """Each line by its key; of those without one the words, and the how manieth with those words."""
    seen: Counter[str] = Counter()
    found: dict[object, Line] = {}
    for line in lines:
        words = _whole(line)
        found[line.key or (words, seen[words])] = line
        seen[words] += not line.key
    return found


def _lines(card: PlanCard | None) -> Sequence[Line]:
    return card.lines if card else ()


def _term(line: Line | None) -> str:
    return line.item.term if line else ""


def _whole(line: Line | None) -> str:
    return _text(line.item, first=True) if line else ""


def _text(item: Item, *, first: bool = False) -> str:
    """What an item says, with how it is called first; what nobody knows says so."""
    return "\n".join(filter(None, (item.term if first else "", item.description or UNKNOWN, item.more)))


def _promise(change: PromiseChange) -> ShownChange:
    before, after = change.before, change.after
    one = after or before
    term = (one.name or one.who.label) if one else ""
    return ShownChange(term, before.words if before else "", after.words if after else "")


def _answers(one: Agreement) -> tuple[Item, ...]:
    there = Item("Was hij erbij?", Presence(one.presence).label)
    return (Item("Zijn antwoord", answered(one)), there, retold_by(one), looked_at(one))


def versions_to_choose(agreements: Sequence[Agreement]) -> list[tuple[str, str]]:
    """Each by its ref, as one chooses it: its day, and how manieth of that day when there are more."""
    of_a_day = Counter(one.happened_on for one in agreements)
    named = []
    for one in agreements:
        told = f", vastgelegd op {moment(one.recorded_at)}" if of_a_day[one.happened_on] > 1 else ""
        named.append((str(one.ref), f"{written(one.happened_on)}{told}"))
    return named


def comparing_page(person: Person, chosen: Sequence[Agreement] | None, *, mine: bool) -> ComparingPage:
    """Two of them side by side, or the question which; no query."""
    days = [written(one.happened_on) for one in chosen or ()]
    return ComparingPage(
        title=TITLE,
        person=str(person),
        lead=f"Van {days[0]} naar {days[1]}." if days else "Kies welke afspraken u naast elkaar wilt zien.",
        crumbs=crumbs_to(person, TITLE, under=AGREEMENTS, mine=mine),
        parts=compared_agreements(*chosen) if chosen else None,
    )
