"""How there was contact, and whether it came about."""

from django.db.models import TextChoices


class ContactKind(TextChoices):
    """The way in which an officer sought contact; with a partner is about him, and not with him."""

    PRISON_VISIT = "prison_visit", "Bezoek in de PI"
    VIDEO_VISIT = "video_visit", "Videobezoek"
    CALL_FROM_INSIDE = "call_from_inside", "Hij belde vanuit de PI"
    PHONE = "phone", "Telefoon"
    MESSAGE = "message", "WhatsApp of sms"
    HOME_VISIT = "home_visit", "Huisbezoek"
    STREET = "street", "Op straat"
    MEETING = "meeting", "Gesprek ergens anders"
    PARTNER = "partner", "Met een partner"


class Outcome(TextChoices):
    """Whether the two spoke."""

    MADE = "made", "We hadden contact"
    ATTEMPTED = "attempted", "Het lukte nog niet"
