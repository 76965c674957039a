"""What somebody did with a term, and what came of it."""

from regie.clocks.models.handling import Handling
from regie.clocks.models.judged_day import JudgedDay
from regie.clocks.models.judgement import Judgement

__all__ = ["Handling", "JudgedDay", "Judgement"]
