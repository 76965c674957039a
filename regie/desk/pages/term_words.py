"""A term in words: by when, why, what it rests on, what was done with it, what came of it, and what is new about it."""

from datetime import date
from uuid import UUID

from django.urls import reverse

from regie.approach.enums import Anchor, Tone
from regie.clocks.enums import Change
from regie.clocks.models import Handling, Judgement
from regie.clocks.queries import MOMENTS
from regie.clocks.rules import News, Term, Told
from regie.trajectories.enums import ArrangementList
from regie.ui.parts import Action, Badge, Item
from regie.ui.words import by_when, capital, listed, moment, written

ON_THE_LIST = f"{ArrangementList.RELEASE}:"  # how the name begins of what such a term is about
# Where a term is done: by what fulfils it, or else by what it is counted from; of any other is said that it was done.
LIST, AGAIN = ("Naar de lijst", "desk:release_week"), ("Naar de lijst", "desk:detained_again")
DONE_AT = {
    Anchor.PACK_READY: LIST,
    Anchor.PREPARED: LIST,
    Anchor.SORTED_OUT: AGAIN,
    Anchor.VISITED_AGAIN: ("Contact vastleggen", "desk:log_contact"),
    Anchor.MOVED: ("Overgeplaatst: wat nu", "desk:moved"),
    Anchor.OUT_OF_SIGHT: ("Uit beeld", "desk:out_of_sight"),
    Anchor.NEXT_ATTEMPT: ("Uit beeld", "desk:out_of_sight"),
    Anchor.SPEAK_AGAIN: ("Contact vastleggen", "desk:log_contact"),
    Anchor.NO_SHOW: ("Afspraak maken", "desk:tell_appointment"),
    Anchor.REQUEST_SENT: ("Wat was het antwoord?", "desk:requests"),
    Anchor.REQUEST_DUE: ("Wat was het antwoord?", "desk:requests"),
    Anchor.BARRIER_TRY: ("Naar de barrières", "desk:barriers"),
    Anchor.BARRIER_UNTRIED: ("Naar de barrières", "desk:barriers"),
    Anchor.ESCALATION_PROPOSED: ("Naar de barrières", "desk:barriers"),
    Anchor.ESCALATION_SILENT: ("Naar de barrières", "desk:barriers"),
    Anchor.CALL_AGAIN: ("Eerste 72 uur", "desk:first_hours"),
    Anchor.BED_UNKNOWN: ("Slaapplek vastleggen", "desk:tell_night"),
    Anchor.OUR_STEP: ("Naar zijn plan", "desk:plan"),
    Anchor.HIS_STEP: ("Naar zijn plan", "desk:plan"),
    Anchor.THEIR_STEP: ("Naar zijn plan", "desk:plan"),
    Anchor.AGREED: ("Naar de afspraken", "desk:agreements"),
    Anchor.AGREEMENT_AGAIN: ("Naar de afspraken", "desk:agreements"),
    Anchor.AUTHORISATION_GONE: ("Uit handen genomen", "desk:taken_over"),
    Anchor.LOOK_TOGETHER: ("Uit handen genomen", "desk:taken_over"),
}
ANY_DAY = "Hij kan elke dag vrijkomen"


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


def way(term: Term, ref: UUID) -> Action:
    """The one way to do it: where it is done, else saying what was done."""
    label, url = DONE_AT.get(term.rule.done_by or term.rule.anchor, ("", ""))
    if term.rule.anchor is Anchor.ARRANGEMENT_DUE:
        label, url = LIST if term.told.occurrence.startswith(ON_THE_LIST) else AGAIN
    if form := measuring(term, ref):
        return form
    if url:
        return Action(label, reverse(url, args=[ref]))
    return Action("Afhandelen", reverse("desk:handle_term", args=[ref, *term.key]))


def measuring(term: Term, ref: UUID) -> Action | None:
    """The form that does it, of a term that asks to measure his basic conditions."""
    moment = MOMENTS.get(term.rule.done_by) if term.rule.done_by else None
    if moment is None:
        return None
    return Action("Meting vastleggen", reverse("desk:measure_conditions", args=[ref, moment.value]))


def rests_on(told: Told) -> str:
    """The fact that it is counted from."""
    return f"{told.says}: {written(told.day)}" if told.day else told.says


def depends_on(term: Term) -> str:
    """What must be so for it and is not known; empty when it depends on nothing."""
    if not term.depends_on or term.done_on:
        return ""
    return f"Hangt ervan af {listed(term.depends_on)}; dat weten we nog niet."


def why(term: Term) -> tuple[str, ...]:
    """Why it is there, the rule, the fact it rests on, and what it depends on; each a sentence."""
    rule = term.rule
    to_verify = "" if rule.verified else "Deze regel is nog te verifiëren."
    counted = f"{capital(rule.counted)}. Wie: {rule.act.label}."
    return tuple(filter(None, (rule.why, counted, f"{rests_on(term.told)}.", depends_on(term), to_verify)))


def said_before(before: Handling, *, last: bool = True) -> Item:
    """What was done with it, when and by whom: last, or before that."""
    until = f" tot {written(before.until)}" if before.until else ""
    told = f"Vastgelegd op {moment(before.recorded_at)} door {before.recorded_by_label}"
    on = f" op {written(before.happened_on)}"
    words = f"{before.get_kind_display().capitalize()}{on}{until}. {before.words}".strip()
    return Item("Wat er al staat" if last else "Daarvoor", words, told)


def came_of_it(judgement: Judgement, *, title: str) -> Item:
    """What came of a term, by what was known that day; it says nothing of him."""
    due = f" {by_when(judgement.due)}" if judgement.due else ""
    done = f" Gedaan op {written(judgement.done_on)}." if judgement.done_on else ""
    rests = rests_on(Told(judgement.rests_day, judgement.occurrence, judgement.rests_on))
    words = f"{capital(judgement.get_verdict_display())}.{due}{done}"
    return Item(title, words, f"{rests}. Zo was het bekend op {written(judgement.judged_for)}.")


def news_badge(news: News | None, *, on: date) -> Badge | None:
    """What is new about a line to its reader: Nieuw, or which day it was."""
    if news is None:
        return None
    if news.change is Change.NEW:
        return Badge(news.change.label)
    was = f"was {written(news.was).removesuffix(f' {on.year}')}" if news.was else "kon eerst elke dag"
    return Badge(f"{news.change.label}: {was}", "warning" if news.change is Change.EARLIER else "accent")
