"""What somebody did with a term, what came of it, and what he was told of it."""

from regie.clocks.models.handling import Handling
from regie.clocks.models.judged_day import JudgedDay
from regie.clocks.models.judgement import Judgement
from regie.clocks.models.notice import Notice

__all__ = ["Handling", "JudgedDay", "Judgement", "Notice"]
