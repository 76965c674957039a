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


class NotOpened(TextChoices):
    """Why a note from a telephone could not be opened."""

    KEY_GONE = "key_gone", "De sleutel waarmee deze notitie verzegeld is, is er niet meer"
    DAMAGED = "damaged", "Deze notitie is niet te openen"
    TOO_LARGE = "too_large", "Deze notitie is te lang om te openen"


class MeetingWith(TextChoices):
    """With whom something is agreed."""

    HIM = "him", "Met hem"
    TOGETHER = "together", "Met hem en iemand anders"
    WITHOUT_HIM = "without_him", "Met iemand anders, zonder hem"


class ToldHow(TextChoices):
    """How he knows of an appointment."""

    NOT_YET = "not_yet", "Nog niet"
    SAID = "said", "Ik heb het hem gezegd"
    MESSAGE = "message", "Met een bericht"
    LETTER = "letter", "Met een brief of briefje"
    BY_OTHERS = "by_others", "Iemand anders zei het hem"


class AppointmentResult(TextChoices):
    """How it went with an appointment; that he did not come closes nothing."""

    MADE = "made", "We hadden contact"
    NO_SHOW = "no_show", "Hij was er niet"
    OFF_BY_HIM = "off_by_him", "Afgezegd door hem"
    OFF_BY_US = "off_by_us", "Afgezegd door ons"
