"""The words of the weighing and of what is decided."""

from django.db.models import TextChoices


class Answer(TextChoices):
    """What we know of one criterion; nobody looked yet is something else than nobody knows."""

    MET = "met", "Ja"
    NOT_MET = "not_met", "Nee"
    UNKNOWN = "unknown", "Nagevraagd, niet bekend"
    NOT_ASKED = "not_asked", "Nog niet nagegaan"


class Disability(TextChoices):
    """Whether a mild intellectual disability (LVB) is noted: special data, only on a ground."""

    NOT_NOTED = "not_noted", "Niets over noteren"
    SUSPECTED = "suspected", "Er is een vermoeden"
    KNOWN = "known", "Het is vastgesteld"


class Knew(TextChoices):
    """Whether the young person knew of his referral: who asked nothing gets no letter."""

    YES = "yes", "Ja, hij weet ervan"
    NO = "no", "Nee"
    UNKNOWN = "unknown", "Dat weet ik niet"
