"""Where a young person is held, on what ground, when he may come out, and what is around him."""

from regie.detention.models.hearing import Hearing
from regie.detention.models.release_date import ReleaseDate
from regie.detention.models.sentence import Sentence
from regie.detention.models.stay import Stay

__all__ = ["Hearing", "ReleaseDate", "Sentence", "Stay"]
