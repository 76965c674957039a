"""Where a young person is held, on what ground, and when he may come out."""

from regie.detention.models.release_date import ReleaseDate
from regie.detention.models.sentence import Sentence
from regie.detention.models.stay import Stay

__all__ = ["ReleaseDate", "Sentence", "Stay"]
