"""All terms of one young person as of a day: what is due, what comes, and what he may expect of others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from regie.approach.enums import Act, Tone
from regie.base.errors import NotNow
from regie.clocks.queries import reckonings
from regie.clocks.rules import Silent, Term
from regie.trajectories.models import Trajectory
from regie.ui.parts import Action, Badge, Crumb, Item
from regie.ui.words import by_when, capital, listed, written

TITLE = "Termijnen"
NOW, WEEK, AHEAD, EXPECTED, DONE = "Nu", "Deze week", "Komt eraan", "Mag u verwachten", "Gedaan"
TO_VERIFY = Badge("Te verifiëren", "unknown")
SEVEN_DAYS = timedelta(days=7)
ANY_DAY = "Hij kan elke dag vrijkomen"
# Whose act it is, for a reader who does not guide him.
FOR_OTHERS = {Act.OFFICER: "zijn officier", Act.YOUNG_PERSON: "de jongere, met zijn officier"}


@dataclass(frozen=True)
class TermLine:
    """One term: by when, whose act, why, and what it rests and depends on; `url` leads to its rule."""

    title: str
    when: str
    badges: tuple[Badge, ...]
    items: tuple[Item, ...]
    depends_on: str
    url: str
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True)
class TermGroup:
    """The terms that ask the same of their reader."""

    title: str
    lead: str
    lines: tuple[TermLine, ...]


@dataclass(frozen=True)
class TermsPage:
    """All his terms, and why other rules give him none; `missing` says why nothing could be reckoned."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    groups: tuple[TermGroup, ...] = ()
    silent: tuple[Item, ...] = ()
    missing: str = ""


def terms_page(trajectory: Trajectory, *, on: date, mine: bool) -> TermsPage:
    """What his terms are that day; ten queries. The person, the referral and the place were fetched along."""
    person = trajectory.person
    crumbs = (
        Crumb("Mijn jongeren" if mine else "Jongeren", reverse("desk:people")),
        Crumb(str(person), reverse("desk:person", args=[person.ref])),
        Crumb(TITLE),
    )
    lead = f"Zo staat het vandaag, {written(on)}. Verandert een datum, dan verandert de termijn mee."
    lead += " Staat er Te verifiëren? Dan ging nog niemand die regel na."
    try:
        reckoning = reckonings([trajectory], on=on)[trajectory.pk]
    except NotNow as not_loaded:
        return TermsPage(TITLE, str(person), "", crumbs, missing=not_loaded.sentence)
    explained = f"{reverse('office:deadlines')}?gemeente={trajectory.municipality.cbs_code}"
    groups = tuple(_groups(reckoning.terms, explained, on=on, mine=mine))
    return TermsPage(TITLE, str(person), lead, crumbs, groups, tuple(_silent(reckoning.silent)))


def _groups(terms: Iterable[Term], explained: str, *, on: date, mine: bool) -> Iterable[TermGroup]:
    leads = {
        NOW: "Begin hier.",
        WEEK: f"Nodig tot en met {written(on + SEVEN_DAYS)}.",
        AHEAD: "Hier is nog tijd voor.",
        EXPECTED: "Dit doen anderen. U hoeft het niet te doen. U mag ernaar vragen.",
        DONE: "Dit hoeft niet meer.",
    }
    loud_first = sorted(terms, key=lambda term: term.rule.tone is not Tone.LOUD)
    for title, lead in leads.items():
        chosen = [term for term in loud_first if group_of(term, on=on) == title]
        if chosen:
            yield TermGroup(title, lead, tuple(_line(term, explained, on=on, mine=mine) for term in chosen))


def group_of(term: Term, *, on: date) -> str:
    """Where a term stands; that of another never stands among what he must do himself."""
    if term.done_on:
        return DONE
    if term.rule.tone is Tone.EXPECTED:
        return EXPECTED
    if term.acts_by is None or term.acts_by <= on:
        return NOW
    return WEEK if term.acts_by <= on + SEVEN_DAYS else AHEAD


def _line(term: Term, explained: str, *, on: date, mine: bool) -> TermLine:
    rule, told = term.rule, term.told
    who = rule.act.label if mine else FOR_OTHERS.get(rule.act, rule.act.label)
    return TermLine(
        title=rule.title,
        when=when(term, on=on),
        badges=() if rule.verified else (TO_VERIFY,),
        items=(
            Item("Wie", capital(who)),
            Item("Waarom", rule.why or "Zo staat het in de aanpak."),
            Item("Geteld vanaf", _rests_on(told.says, told.day), more=f"De regel: {rule.counted}."),
        ),
        depends_on=_depends_on(term),
        url=f"{explained}#{rule.code}",
    )


def when(term: Term, *, on: date) -> str:
    """By when, in words; when nobody knows the day, what that asks."""
    if term.done_on:
        return f"Gedaan op {written(term.done_on)}."
    expected = term.rule.tone is Tone.EXPECTED
    if term.due is None:
        return f"{ANY_DAY}." if expected else f"{ANY_DAY}: regel dit nu."
    if term.rule.opens:
        return f"Op zijn vroegst op {written(term.due)}."
    over = term.due < on
    said = by_when(term.due, None if expected or over else term.earliest)
    note = " Die dag is voorbij." if over else " Dat is vandaag." if term.due == on else ""
    again = f" Daarna steeds weer na {term.rule.every.words}." if term.rule.every else ""
    return f"{said}{note}{again}"


def _rests_on(says: str, day: date | None) -> str:
    return f"{says}: {written(day)}" if day else says


def _depends_on(term: Term) -> str:
    if not term.depends_on or term.done_on:
        return ""
    return f"Hangt ervan af {listed(term.depends_on)}; dat weten we nog niet."


def _silent(silent: Iterable[Silent]) -> Iterable[Item]:
    """Each rule once, also when it is silent of several facts."""
    return dict.fromkeys(Item(one.rule.title, one.why) for one in silent)
