"""Whether a text lets somebody be recognised."""

import re
from datetime import date

from regie.base.errors import NotValid
from regie.trajectories.models import Trajectory


def check_anonymous(trajectory: Trajectory, *, on: date, **texts: str) -> None:  # noqa: ARG001
    """Raises NotValid beside the text in which one of his own names stands; the keyword is the field.

    For now only his names: the whole check (nickname, birth date, address, people around him) takes this place.
    """
    person = trajectory.person
    names = {*person.given_names.split(), *person.family_name.split()}
    for field, text in texts.items():
        for word in re.findall(r"\w+", text):
            if len(word) > 2 and word.casefold() in {name.casefold() for name in names}:
                raise NotValid(f"‘{word}’ is zijn naam. Schrijf het zonder.", field=field)
