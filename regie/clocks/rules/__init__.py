"""The rules of the clocks: the day-one clock, the phase, the load of an officer, the terms and what came of them."""

from regie.clocks.rules.calendar import counted, is_working_day, next_working_day
from regie.clocks.rules.day_one import DayOneClock, DayOneFacts, day_one_clock, phase, phases
from regie.clocks.rules.handling import (
    LONGEST_WORDS,
    Handled,
    check_handling,
    check_second_person,
    state,
)
from regie.clocks.rules.judging import Held, JudgedTerm, news, verdict
from regie.clocks.rules.load import QUIET_AFTER, Load, WorkFacts, load
from regie.clocks.rules.terms import CaseFacts, Key, Reckoning, Silent, Term, Told, reckon

__all__ = [
    "LONGEST_WORDS",
    "QUIET_AFTER",
    "CaseFacts",
    "DayOneClock",
    "DayOneFacts",
    "Handled",
    "Held",
    "JudgedTerm",
    "Key",
    "Load",
    "Reckoning",
    "Silent",
    "Term",
    "Told",
    "WorkFacts",
    "check_handling",
    "check_second_person",
    "counted",
    "day_one_clock",
    "is_working_day",
    "load",
    "news",
    "next_working_day",
    "phase",
    "phases",
    "reckon",
    "state",
    "verdict",
]
