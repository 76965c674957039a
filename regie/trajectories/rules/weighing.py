"""Weighing: which criteria hold, and what stands in the way of accepting."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from regie.approach.enums import ReckonedOn, Weight
from regie.approach.rules import Approach, Criterion
from regie.base.errors import NotNow, NotValid
from regie.persons.rules import age
from regie.trajectories.enums import Answer, Disability
from regie.trajectories.rules.referral import check_length

# The criteria of the approach that ask more than yes or no.
AGE, MULTI_PROBLEM, REGULAR_AFTERCARE = "age", "multi_problem", "regular_aftercare"
APPROACH_CHANGED = "De aanpak van uw gemeente is intussen veranderd. Kijk de vragen opnieuw na."


@dataclass(frozen=True)
class Judged:
    """What we know of one criterion, and why we say so."""

    answer: Answer
    words: str = ""


@dataclass(frozen=True)
class Weighed:
    """What an officer found: per criterion, the life domains where it plays, and LVB when there is a ground for it."""

    criteria: Mapping[str, Judged]
    domains: tuple[str, ...] = ()
    disability: Disability = Disability.NOT_NOTED
    disability_ground: str = ""


@dataclass(frozen=True)
class AgeFacts:
    """What his age is reckoned from; None is unknown."""

    birth_date: date | None
    day_one: date | None
    referred_on: date
    decided_on: date

    def reckoned_on(self, rule: ReckonedOn) -> date:
        """The day on which his age counts; without a known day one that is the day of the referral."""
        return {
            ReckonedOn.DAY_ONE: self.day_one or self.referred_on,
            ReckonedOn.REFERRAL: self.referred_on,
            ReckonedOn.DECISION: self.decided_on,
        }[rule]


@dataclass(frozen=True)
class Reckoned:
    """His age on the day that the approach says: in full years, None when his birth date is unknown."""

    years: int | None
    on: date
    day_one_unknown: bool


def reckon(facts: AgeFacts, approach: Approach) -> Reckoned:
    """His age by the rule of the approach."""
    on = facts.reckoned_on(approach.reckoned_on)
    unknown = approach.reckoned_on is ReckonedOn.DAY_ONE and facts.day_one is None
    return Reckoned(age(facts.birth_date, on=on), on, unknown)


def judge_age(facts: AgeFacts, approach: Approach) -> Judged:
    """Whether his age fits, in words that keep how it was reckoned; both limits count as inside."""
    reckoned = reckon(facts, approach)
    years = reckoned.years
    if years is None:
        return Judged(Answer.UNKNOWN, f"Leeftijd niet bekend op {reckoned.on:%d-%m-%Y}")
    old_enough = approach.youngest is None or years >= approach.youngest
    young_enough = approach.oldest is None or years <= approach.oldest
    fits = old_enough and young_enough
    return Judged(Answer.MET if fits else Answer.NOT_MET, f"{years} jaar op {reckoned.on:%d-%m-%Y}")


def check_weighed(weighed: Weighed, approach: Approach) -> None:
    """Raises NotValid beside what is missing, or NotNow when the approach does not ask this (any more)."""
    asked = {criterion.code for criterion in approach.criteria} - {AGE}
    domains = {domain.code for domain in approach.life_domains}
    if set(weighed.criteria) - asked or set(weighed.domains) - domains:
        raise NotNow(APPROACH_CHANGED)
    for code, judged in weighed.criteria.items():
        check_length(judged.words, field=f"words_{code}")
    if _met(weighed, MULTI_PROBLEM) and not weighed.domains:
        raise NotValid("Kies de leefgebieden waar het speelt.", field="domains")
    if _met(weighed, REGULAR_AFTERCARE) and not weighed.criteria[REGULAR_AFTERCARE].words.strip():
        raise NotValid("Schrijf op waarom reguliere nazorg niet genoeg is.", field="words_regular_aftercare")
    _check_disability(weighed)


def _met(weighed: Weighed, code: str) -> bool:
    return code in weighed.criteria and weighed.criteria[code].answer is Answer.MET


def _check_disability(weighed: Weighed) -> None:
    noted, ground = weighed.disability is not Disability.NOT_NOTED, weighed.disability_ground.strip()
    if noted and not ground:
        raise NotValid(
            "Schrijf op waarom u dit mag noteren. Is er geen grondslag? Noteer dan niets.",
            field="disability_ground",
        )
    if ground and not noted:
        raise NotValid("Kies ook wat u noteert, of maak het vak hieronder leeg.", field="disability")


def still_answering(judged: Mapping[str, Judged], *, then: Approach, now: Approach) -> dict[str, Judged]:
    """The answers that still count when the approach was changed: those to a question that reads the same."""
    same = {(criterion.code, criterion.question) for criterion in then.criteria} & {
        (criterion.code, criterion.question) for criterion in now.criteria
    }
    codes = {code for code, _ in same}
    return {code: said for code, said in judged.items() if code in codes}


def lacking(
    approach: Approach, judged: Mapping[str, Judged], waived: Collection[str] = ()
) -> tuple[Criterion, ...]:
    """The criteria that must be met, are not known to be, and were not set aside."""
    return tuple(
        criterion
        for criterion in approach.criteria
        if criterion.weight is Weight.NEEDED
        and criterion.code not in waived
        and (criterion.code not in judged or judged[criterion.code].answer is not Answer.MET)
    )


def check_acceptable(
    approach: Approach, judged: Mapping[str, Judged] | None, waived: Collection[str]
) -> None:
    """Raises NotNow with what still stands in the way of accepting; `judged` None is not weighed yet."""
    if judged is None:
        raise NotNow("Deze aanmelding is nog niet gewogen. Weeg eerst, dan kunt u aannemen.")
    questions = " ".join(criterion.question for criterion in lacking(approach, judged, waived))
    if questions:
        raise NotNow(f"Hieraan is nog niet voldaan: {questions} Zoek het uit, of vraag een uitzondering.")


def check_waivable(code: str, approach: Approach, judged: Mapping[str, Judged] | None) -> None:
    """Raises NotNow when there is nothing to set aside: not weighed yet, not asked, not needed, or met."""
    if judged is None:
        raise NotNow("Weeg de aanmelding eerst.")
    if code not in {criterion.code for criterion in lacking(approach, judged)}:
        raise NotNow("Hiervoor is geen uitzondering nodig.")
