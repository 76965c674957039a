"""Termijnen uitgelegd: every rule of a term in plain words, with what it gives by days that the reader types."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.accounts.models import Municipality
from regie.approach.enums import Act, Layer
from regie.approach.models import Edition
from regie.approach.queries import approach_of, holdings_of
from regie.approach.rules import DEADLINES, Deadline, DeadlineRule, Holding
from regie.office.pages.deadline_words import loudness, rhythm, source, whom
from regie.office.pages.example import Example, example_of
from regie.ui.parts import Badge, Crumb, Item
from regie.ui.words import capital, written

TITLE = "Termijnen uitgelegd"
READ, TO_VERIFY = Badge("Nagegaan", "positive"), Badge("Te verifiëren", "unknown")
NOT_HERE = "Geldt hier niet"
NOBODY_YET = "Staat er Te verifiëren? Dan ging nog niemand die regel na."
# Whose act it is, for a reader who guides nobody.
FOR_OTHERS = {Act.OFFICER: "de officier", Act.YOUNG_PERSON: "de jongere, met de officier"}


@dataclass(frozen=True)
class RuleCard:
    """One rule; `code` is what other pages link to, `example` what it gives by the days that were typed."""

    code: str
    title: str
    badge: Badge
    example: Example | None
    items: tuple[Item, ...]


@dataclass(frozen=True)
class RuleGroup:
    """The rules that ask something of the same people."""

    title: str
    rules: tuple[RuleCard, ...]


@dataclass(frozen=True)
class Words:
    """What the cards are told with: who does an act, what a phase is called, and by code what the example gives."""

    who: Mapping[Act, str]
    phases: Mapping[str, str]
    given: Mapping[str, Example]


@dataclass(frozen=True)
class DeadlinesPage:
    """Every rule of a term as it holds in a municipality on a day."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    groups: tuple[RuleGroup, ...]


def deadlines_page(
    place: Municipality,
    *,
    on: date,
    today: date,
    in_force: Sequence[Edition],
    days: Mapping[str, date],
    guides: bool,
) -> DeadlinesPage:
    """The terms of a municipality as they hold on a day; no query.

    `days` are those of the example, by field; `guides` says whether its reader guides young people.
    """
    held = [one for one in holdings_of(in_force).values() if isinstance(one.setting.kind, Deadline)]
    words = Words(
        {act: _who(act, guides=guides) for act in Act},
        {phase.code: phase.title for phase in approach_of(in_force).phases},
        example_of(in_force, days, on=on),
    )
    when = "Zo telt Regie vandaag" if on == today else f"Zo telde of telt Regie op {written(on)}"
    return DeadlinesPage(
        TITLE,
        f"{when} de termijnen in {place}. {NOBODY_YET}",
        (Crumb("Aanpak", f"{reverse('office:approach')}?gemeente={place.cbs_code}"), Crumb(TITLE)),
        tuple(_groups(held, words)),
    )


def _who(act: Act, *, guides: bool) -> str:
    return act.label if guides else FOR_OTHERS.get(act, act.label)


def _groups(held: Sequence[Holding], words: Words) -> Iterable[RuleGroup]:
    for act, doer in words.who.items():
        chosen = [one for one in held if one.rule.value and one.rule.value.act is act]
        if chosen:
            yield RuleGroup(f"Dit doet {doer}", tuple(_card(one, words) for one in chosen))
    off = [one for one in held if not one.rule.value]
    if off:
        yield RuleGroup(NOT_HERE, tuple(_card(one, words) for one in off))


def _card(holding: Holding, words: Words) -> RuleCard:
    said = holding.rule
    code = said.code.removeprefix(DEADLINES)
    url, named = source(said.source)
    origin = (
        Item("Waarom", _why(holding)),
        Item("Bron", named, more=f"Gelezen op {written(said.read_on)}.", url=url),
        Item("Wiens regel", holding.layer.label, more=_differs(holding)),
    )
    badge = READ if said.verified else TO_VERIFY
    return RuleCard(
        code, holding.title, badge, words.given.get(code), (*_counted(said.value, words), *origin)
    )


def _counted(rule: DeadlineRule | None, words: Words) -> tuple[Item, ...]:
    if rule is None:
        return (Item("Wanneer", NOT_HERE),)
    return (
        Item("Wanneer", capital(rule.counted), more=rhythm(rule)),
        Item("Wie", capital(words.who[rule.act])),
        Item("Voor wie", whom(rule, words.phases)),
        Item("Hoe het opvalt", capital(rule.tone.label), more=loudness(rule)),
    )


def _why(holding: Holding) -> str:
    """What the layer says of it, and why it is otherwise here."""
    said = holding.rule
    return " ".join(filter(None, (said.text, said.reason))) or "Zo staat het in de aanpak."


def _differs(holding: Holding) -> str:
    if holding.layer is Layer.NATIONAL or not holding.differs:
        return ""
    return f"Landelijk: {holding.national_words or 'zegt hier niets over'}."
