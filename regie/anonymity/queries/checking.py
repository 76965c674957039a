"""A text that goes where nobody may know of whom it tells."""

from datetime import date

from regie.anonymity.queries.known import known_of
from regie.anonymity.rules import leaks
from regie.base.errors import NotValid
from regie.trajectories.models import Trajectory


def check_anonymous(trajectory: Trajectory, *, on: date, **texts: str) -> None:
    """Raises NotValid beside the first text, by its field name, with the word by which he can be recognised.

    Texts that stand together are read together: his age in one and where he works in another say who he is. The
    queries of `known_of`, and none when nothing was written.
    """
    if not any(text.strip() for text in texts.values()):
        return
    known = known_of(trajectory)
    for field, text in texts.items():
        for leak in leaks(text, known, on):
            raise NotValid(leak.sentence, field=field)
    for leak in leaks("\n\n".join(texts.values()), known, on):
        beside = next(
            (field for field, text in texts.items() if leak.together and leak.together in text), None
        )
        raise NotValid(leak.sentence, field=beside or next(iter(texts)))
