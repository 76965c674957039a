"""Where a young person is held, on what ground, when he may come out, and what is around him."""

from regie.detention.models.hearing import Hearing
from regie.detention.models.leave import Leave
from regie.detention.models.open_sanction import OpenSanction
from regie.detention.models.release_date import ReleaseDate
from regie.detention.models.safety_note import SafetyNote
from regie.detention.models.sentence import Sentence
from regie.detention.models.special_condition import SpecialCondition
from regie.detention.models.stay import Stay
from regie.detention.models.supervision import Supervision

__all__ = [
    "Hearing",
    "Leave",
    "OpenSanction",
    "ReleaseDate",
    "SafetyNote",
    "Sentence",
    "SpecialCondition",
    "Stay",
    "Supervision",
]
