"""The rules of the clocks: the day-one clock, the phase, the load of an officer, and the terms."""

from regie.clocks.rules.calendar import counted, is_working_day, next_working_day
from regie.clocks.rules.day_one import DayOneClock, DayOneFacts, day_one_clock, phase, phases
from regie.clocks.rules.load import QUIET_AFTER, Load, WorkFacts, load
from regie.clocks.rules.terms import CaseFacts, Reckoning, Silent, Term, Told, reckon

__all__ = [
    "QUIET_AFTER",
    "CaseFacts",
    "DayOneClock",
    "DayOneFacts",
    "Load",
    "Reckoning",
    "Silent",
    "Term",
    "Told",
    "WorkFacts",
    "counted",
    "day_one_clock",
    "is_working_day",
    "load",
    "next_working_day",
    "phase",
    "phases",
    "reckon",
]
