"""What is promised, and what he says of it."""

from django.db.models import TextChoices


class PromisedBy(TextChoices):
    """Who promises something."""

    YOUNG_PERSON = "young_person", "Hij"
    OFFICER = "officer", "De officier"
    SOMEONE_ELSE = "someone_else", "Iemand anders"


class Consent(TextChoices):
    """What he answers to what was agreed; that he could not answer is no refusal."""

    AGREED = "agreed", "Hij is het ermee eens"
    NOT_AGREED = "not_agreed", "Hij is het er niet mee eens"
    COULD_NOT_ANSWER = "could_not_answer", "Hij kon geen antwoord geven"


class Presence(TextChoices):
    """How he was there when it was agreed."""

    IN_PERSON = "in_person", "Hij was erbij"
    BY_VIDEO = "by_video", "Hij was erbij met beeld"
    BY_PHONE = "by_phone", "Hij was erbij aan de telefoon"
    NOT = "not", "Hij was er niet bij"


class Retold(TextChoices):
    """Whether he told in his own words what was agreed; that nobody asked is a value."""

    NOT_ASKED = "not_asked", "Nog niet gevraagd"
    TOLD = "told", "Gevraagd, en dit zei hij"
    NOT_TOLD = "not_told", "Gevraagd, het lukte nog niet"
