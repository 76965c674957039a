"""All terms of one young person as of a day: what is due, what comes, and what he may expect of others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.urls import reverse

from regie.approach.enums import Act, Tone
from regie.approach.queries import titles_of
from regie.base.errors import NotNow
from regie.clocks.enums import State
from regie.clocks.models import Handling
from regie.clocks.queries import handled_of, judgements_of, reckonings
from regie.clocks.rules import Silent, Term, state, told_in_plan
from regie.desk.pages.term_words import came_of_it, depends_on, measuring, rests_on, said_before, way, when
from regie.trajectories.models import Trajectory
from regie.ui.parts import Action, Badge, Crumb, Item
from regie.ui.words import capital, written

TITLE = "Termijnen"
NOW, WEEK, AHEAD, DONE = State.NOW.label, State.THIS_WEEK.label, State.COMING.label, State.DONE.label
EXPECTED, PUT_OFF, NOT_NEEDED = "Mag u verwachten", State.PUT_OFF.label, State.NOT_NEEDED.label
TO_VERIFY = Badge("Te verifiëren", "unknown")
OPEN = (State.NOW, State.THIS_WEEK, State.COMING)
MOST_JUDGED = 20
OVER = "Er loopt geen termijn"
CLOSED = "De begeleiding is afgerond. Er zijn geen termijnen meer."
SEVEN_DAYS = timedelta(days=7)
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
class His:
    """A term of this young person with what was done with it, as its reader sees it."""

    term: Term
    handled: Handling | None
    explained: str
    on: date
    mine: bool
    ref: UUID

    @property
    def group(self) -> str:
        """Where it stands; what another does never stands among what he must do himself."""
        how = state(self.term, self.handled.handled if self.handled else None, on=self.on)
        expected = self.term.rule.tone is Tone.EXPECTED and how in OPEN
        return EXPECTED if expected else how.label

    @property
    def when(self) -> str:
        """By when; of what another should have done, and nobody told whether he did, what one can do now."""
        said, due = when(self.term, on=self.on), self.term.due
        late = self.group == EXPECTED and not self.term.rule.opens and due and due < self.on
        return f"{said} Vraag ernaar." if late else said

    @property
    def actions(self) -> tuple[Action, ...]:
        """Measuring, or saying what was done with it; of what a fact fulfilled there is nothing to say."""
        if self.term.done_on:
            return ()
        if told_in_plan(self.term):
            return (way(self.term, self.ref),)
        handle = Action("Afhandelen", reverse("desk:handle_term", args=[self.ref, *self.term.key]))
        form = measuring(self.term, self.ref)
        return (form, handle) if form else (handle,)


@dataclass(frozen=True)
class TermsPage:
    """All his terms, what came of them, and why other rules give none; `missing` says why nothing could be reckoned."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    groups: tuple[TermGroup, ...] = ()
    silent: tuple[Item, ...] = ()
    judged: tuple[Item, ...] = ()
    missing: str = ""
    missing_title: str = "De termijnen zijn nog niet te tellen"


def terms_page(trajectory: Trajectory, *, on: date, mine: bool, closed: bool = False) -> TermsPage:
    """What his terms are that day and what came of them; six queries at most.

    The person, the referral and the place were fetched along.
    """
    person = trajectory.person
    crumbs = (
        Crumb("Mijn jongeren" if mine else "Jongeren", reverse("desk:people")),
        Crumb(str(person), reverse("desk:person", args=[person.ref])),
        Crumb(TITLE),
    )
    if closed:
        judged = tuple(_judged(trajectory))
        return TermsPage(TITLE, str(person), "", crumbs, judged=judged, missing=CLOSED, missing_title=OVER)
    lead = f"Zo staat het vandaag, {written(on)}. Verandert een datum, dan verandert de termijn mee."
    lead += " Staat er Te verifiëren? Dan ging nog niemand die regel na."
    try:
        reckoning = reckonings([trajectory], on=on)[trajectory.pk]
    except NotNow as not_loaded:
        return TermsPage(TITLE, str(person), "", crumbs, missing=not_loaded.sentence)
    explained = f"{reverse('office:deadlines')}?gemeente={trajectory.municipality.cbs_code}"
    handled = handled_of([trajectory.pk]).get(trajectory.pk, {})
    his = [His(term, handled.get(term.key), explained, on, mine, person.ref) for term in reckoning.terms]
    groups, silent = tuple(_groups(his, on=on)), tuple(_silent(reckoning.silent))
    return TermsPage(TITLE, str(person), lead, crumbs, groups, silent, tuple(_judged(trajectory)))


def _groups(terms: Sequence[His], *, on: date) -> Iterable[TermGroup]:
    leads = {
        NOW: "Begin hier.",
        WEEK: f"Nodig tot en met {written(on + SEVEN_DAYS)}.",
        AHEAD: "Hier is nog tijd voor.",
        EXPECTED: "Dit doen anderen. U hoeft het niet te doen. U mag ernaar vragen.",
        PUT_OFF: "Dit komt vanzelf terug.",
        DONE: "Dit hoeft niet meer.",
        NOT_NEEDED: "Dit hoeft bij hem niet.",
    }
    loud_first = sorted(terms, key=lambda his: his.term.rule.tone is not Tone.LOUD)
    for title, lead in leads.items():
        chosen = [his for his in loud_first if his.group == title]
        if chosen:
            yield TermGroup(title, lead, tuple(map(_line, chosen)))


def _line(his: His) -> TermLine:
    rule, told = his.term.rule, his.term.told
    who = rule.act.label if his.mine else FOR_OTHERS.get(rule.act, rule.act.label)
    return TermLine(
        title=his.term.title,
        when=his.when,
        badges=() if rule.verified else (TO_VERIFY,),
        items=(
            Item("Wie", capital(who)),
            Item("Waarom", rule.why or "Zo staat het in de aanpak."),
            Item("Geteld vanaf", rests_on(told), more=f"De regel: {rule.counted}."),
            *((said_before(his.handled),) if his.handled else ()),
        ),
        depends_on=depends_on(his.term),
        url=f"{his.explained}#{rule.code}",
        actions=his.actions,
    )


def _silent(silent: Iterable[Silent]) -> Iterable[Item]:
    """Each rule once, also when it is silent of several facts."""
    return dict.fromkeys(Item(one.rule.title, one.why) for one in silent)


def _judged(trajectory: Trajectory) -> Iterable[Item]:
    """What came of each term last, as the rule was called then."""
    last = judgements_of(trajectory, most=MOST_JUDGED)
    titles = titles_of((one.edition_id, one.rule) for one in last)
    return [came_of_it(one, title=titles[one.edition_id, one.rule]) for one in last]
