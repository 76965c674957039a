"""The rules of the clocks: the day-one clock, the phase, the load of an officer, the terms and what came of them."""

from regie.clocks.rules.calendar import counted, day_of, hitches, is_working_day, next_working_day
from regie.clocks.rules.day_one import DayOneClock, day_one_clock
from regie.clocks.rules.facts import CaseFacts, Told
from regie.clocks.rules.handling import (
    LONGEST_WORDS,
    Handled,
    can_wait,
    check_handling,
    check_not_in_plan,
    check_second_person,
    state,
    told_in_plan,
)
from regie.clocks.rules.judging import JudgedTerm, SoFar, to_write, verdict
from regie.clocks.rules.load import Load, WorkFacts, load
from regie.clocks.rules.news import Heard, News, day_told, news
from regie.clocks.rules.road import Held, Passed, Road, passed, phase
from regie.clocks.rules.terms import Key, Reckoning, Silent, Term, reckon, with_earliest

__all__ = [
    "LONGEST_WORDS",
    "CaseFacts",
    "DayOneClock",
    "Handled",
    "Heard",
    "Held",
    "JudgedTerm",
    "Key",
    "Load",
    "News",
    "Passed",
    "Reckoning",
    "Road",
    "Silent",
    "SoFar",
    "Term",
    "Told",
    "WorkFacts",
    "can_wait",
    "check_handling",
    "check_not_in_plan",
    "check_second_person",
    "counted",
    "day_of",
    "day_one_clock",
    "day_told",
    "hitches",
    "is_working_day",
    "load",
    "news",
    "next_working_day",
    "passed",
    "phase",
    "reckon",
    "state",
    "to_write",
    "told_in_plan",
    "verdict",
    "with_earliest",
]
