"""The words of a plan page."""

from django.db.models import TextChoices


class BlockKind(TextChoices):
    """What a part of the page is about; the label is its heading."""

    INTRO = "intro", "Waar het om gaat"
    CORE_ONE = "core_one", "Kerntaak 1: begeleiden"
    CORE_TWO = "core_two", "Kerntaak 2: verbinden"
    TARGET_GROUP = "target_group", "Doelgroep"
    RESULT = "result", "Resultaat"
    PLANNING = "planning", "Planning"
    LOOK_AHEAD = "look_ahead", "Vooruitblik"
    LOOK_BACK = "look_back", "Terugblik"
    CASELOAD = "caseload", "Opbouw van de caseload"
    CONTEXT = "context", "In de regio"
    QUOTE = "quote", "Wat een partner zegt"
    VOICE = "voice", "Aan het woord"
    STORY = "story", "Een verhaal"
    LINK = "link", "Meer informatie"


class MilestoneKind(TextChoices):
    """What is reached; anything else in words of one's own."""

    SPECIFIED = "specified", "Functie uitgewerkt"
    VALUED = "valued", "Functie gewaardeerd"
    RECRUITED = "recruited", "Officier geworven"
    JOINED = "joined", "Aangesloten bij het landelijk netwerk"
    STARTED = "started", "Caseload gestart"
    OTHER = "other", "Iets anders bereikt"
