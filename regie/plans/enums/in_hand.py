"""What is done for him, and by whose leave."""

from django.db.models import TextChoices


class Lasts(TextChoices):
    """Until when an authorisation holds; he can stop it any day, whatever is said here."""

    UNTIL_DAY = "until_day", "Tot en met een dag"
    UNTIL_STOPPED = "until_stopped", "Tot hij haar stopt"
    UNKNOWN = "unknown", "Dat weet ik niet"


class AuthorisationState(TextChoices):
    """How an authorisation stands on a day; derived, never stored."""

    NOT_SIGNED = "not_signed", "Nog niet getekend"
    HOLDS = "holds", "Geldt"
    ENDS = "ends", "Loopt af"
    EXPIRED = "expired", "Verlopen"
    STOPPED = "stopped", "Gestopt door hem"


class RestsOn(TextChoices):
    """On what it rests that the officer does something on his behalf."""

    AUTHORISATION = "authorisation", "Op een machtiging"
    NOT_NEEDED = "not_needed", "Geen machtiging nodig"
    NOT_YET = "not_yet", "Wel nodig, nog niet gevraagd"
    UNKNOWN = "unknown", "Dat weet ik niet"


class Doer(TextChoices):
    """Who does a thing: a share of the work, no score of him."""

    OFFICER = "officer", "De officier doet het"
    TOGETHER = "together", "Ze doen het samen"
    WATCHED = "watched", "Hij doet het, de officier kijkt mee"
    HIMSELF = "himself", "Hij doet het zelf"


class Mandate(TextChoices):
    """Whether the officer may do a thing on his behalf on a day; derived, never stored."""

    HOLDS = "holds", "De machtiging geldt"
    NOT_NEEDED = "not_needed", "Geen machtiging nodig"
    WAITS = "waits", "U mag dit nog niet namens hem doen"
    GONE = "gone", "U mag dit niet meer namens hem doen"
    UNKNOWN = "unknown", "Niet bekend of er een machtiging nodig is"
