"""How there was contact, and whether it came about."""

from django.db.models import TextChoices


class ContactKind(TextChoices):
    """The way in which an officer sought contact."""

    PRISON_VISIT = "prison_visit", "Bezoek in de PI"
    VIDEO_VISIT = "video_visit", "Videobezoek"
    PHONE = "phone", "Telefoon"
    MESSAGE = "message", "WhatsApp of sms"
    HOME_VISIT = "home_visit", "Huisbezoek"
    MEETING = "meeting", "Gesprek ergens anders"


class Outcome(TextChoices):
    """Whether the two spoke."""

    MADE = "made", "We hadden contact"
    ATTEMPTED = "attempted", "Het lukte nog niet"
