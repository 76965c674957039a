"""What may be copied of his plan: of each kind its own lines, of the life domains that are open."""

from collections.abc import Mapping

from regie.approach.enums import CopiedKind, StepActor
from regie.desk.pages.copied_road import Copied, Said, Saying, one_line
from regie.desk.pages.debt_words import amount_said, described_none, name_of
from regie.desk.pages.reading_words import level, titles_on
from regie.plans.enums import Eye
from regie.plans.models import DomainReading, NetworkMember
from regie.plans.queries import (
    GoalStory,
    StepStory,
    agreements_of,
    debts_of,
    followed_wishes_of,
    network_of,
    readings_of,
    talents_of,
)
from regie.ui.words import written


def _wishes(one: Copied) -> Said:
    told = followed_wishes_of(one.record.trajectory, told=one.record.told)
    words = (f"“{one_line(it.wish.words)}” ({written(it.wish.happened_on)})" for it in told if it.is_open)
    return Said(tuple(words))


def _talents(one: Copied) -> Said:
    told = talents_of(one.record.trajectory, told=one.record.told)
    return Said(tuple(one_line(talent.words) for talent in told))


def _goals(one: Copied) -> Said:
    held = _held("doel", len(one.all_goals) - len(one.goals))
    return Said(tuple(map(_goal, one.goals)), held)


def _goal(story: GoalStory) -> str:
    goal, result = story.goal, story.result
    came = (
        f"{result.get_outcome_display().lower()} op {written(result.happened_on)}"
        if result
        else f"loopt sinds {written(goal.happened_on)}"
    )
    return f"{goal.domain_title}: {one_line(goal.words)} ({came})"


def _steps(one: Copied) -> Said:
    """Of goals that run; of somebody around him that it is such a one, and never who."""
    running = [story for story in one.goals if story.result is None]
    return Said(tuple(_step(it) for story in running for it in story.steps))


def _step(it: StepStory) -> str:
    step = it.step
    named = step.actor_name if step.actor == StepActor.PARTNER else ""
    who = one_line(named) or step.get_actor_display()
    if it.done:
        stands = f"gedaan op {written(it.done.happened_on)}"
    elif it.held:
        stands = "kan nog niet"
    else:
        stands = f"voor {written(it.due_on)}" if it.due_on else "nog te doen"
    return f"{one_line(step.words)} (wie: {who}; {stands})"


def _his_view(one: Copied) -> Said:
    return _readings(one, [it for it in readings_of(one.record.trajectory) if it.eye == Eye.HIMSELF])


def _judgement(one: Copied) -> Said:
    return _readings(one, [it for it in readings_of(one.record.trajectory) if it.eye != Eye.HIMSELF])


def _readings(one: Copied, told: list[DomainReading]) -> Said:
    """The last of each eye in each domain that is open."""
    goes = [it for it in told if it.domain in one.rule.domains]
    last = {(it.domain, it.eye, it.who): it for it in reversed(goes)}
    levels = titles_on(one.record.approaches, "reading_levels", told, one.record.on)
    domains = titles_on(one.record.approaches, "life_domains", told, one.record.on)
    lines = (_reading(it, levels, domains) for it in last.values())
    return Said(tuple(lines), _held("keer dat is gezegd hoe het gaat", len(told) - len(goes)))


def _reading(it: DomainReading, levels: dict[str, str], domains: dict[str, str]) -> str:
    """Of who is around him not the name."""
    partner = one_line(it.who) if it.eye == Eye.PARTNER else ""
    words = f" “{one_line(it.words)}”" if it.words else ""
    said = f"{level(it, levels)}, volgens {partner or it.get_eye_display().lower()}"
    return f"{domains.get(it.domain, it.domain)}: {said} ({written(it.happened_on)}).{words}"


def _debts(one: Copied) -> Said:
    debts = debts_of(one.record.trajectory)
    if debts.none:
        return Said((f"{(item := described_none(debts.none)).term}. {item.description}.",))
    return Said(tuple(f"{one_line(name_of(line.debt))}: {amount_said(line)}" for line in debts.open))


def _network(one: Copied) -> Said:
    there = [it for it in network_of(one.record.trajectory) if not it.left_by(one.record.on)]
    return Said(tuple(map(_member, there)))


def _member(it: NetworkMember) -> str:
    """Who it is and with what they help; never a risk, a reason or a number, nor by the order who supports him."""
    helps = f", helpt met: {one_line(it.helps_with)}" if it.helps_with else ""
    return f"{it.get_tie_display()}: {one_line(it.name)}{helps}"


def _agreements(one: Copied) -> Said:
    """What was promised last; of somebody else never who."""
    last = next(iter(agreements_of(one.record.trajectory)), None)
    promises = last.promises if last else ()
    return Said(tuple(f"{it.who.label}: {one_line(it.words)}" for it in promises))


def _held(what: str, number: int) -> str:
    if not number:
        return ""
    several = {"doel": "doelen"}.get(what, what)
    return f"{number} {what if number == 1 else several}: dat leefgebied mag niet mee, of is niet ingedeeld."


def _only_opens(_one: Copied) -> Said:
    """What tells of his health goes with what it belongs to; of itself it is nothing."""
    return Said(())


OF_HIS_PLAN: Mapping[CopiedKind, Saying] = {
    CopiedKind.WISHES: _wishes,
    CopiedKind.TALENTS: _talents,
    CopiedKind.GOALS: _goals,
    CopiedKind.STEPS: _steps,
    CopiedKind.HIS_VIEW: _his_view,
    CopiedKind.JUDGEMENT: _judgement,
    CopiedKind.HEALTH: _only_opens,
    CopiedKind.DEBTS: _debts,
    CopiedKind.NETWORK: _network,
    CopiedKind.AGREEMENTS: _agreements,
}
