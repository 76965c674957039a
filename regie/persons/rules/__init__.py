"""Names, birth dates and the BSN: when two descriptions are of one person, and who is meant by what somebody types."""

from regie.persons.rules.identity import (
    LETTERS,
    PARTICLES,
    Identity,
    age,
    check_birth_date,
    check_name,
    clean_bsn,
    fold,
    likeness,
    plain_words,
    sound,
)
from regie.persons.rules.initials import initials
from regie.persons.rules.sought import Sought, distance, sought_by

__all__ = [
    "LETTERS",
    "PARTICLES",
    "Identity",
    "Sought",
    "age",
    "check_birth_date",
    "check_name",
    "clean_bsn",
    "distance",
    "fold",
    "initials",
    "likeness",
    "plain_words",
    "sought_by",
    "sound",
]
