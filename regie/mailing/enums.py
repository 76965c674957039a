"""Which mails there are, and what happened to one."""

from django.db.models import TextChoices


class MailKind(TextChoices):
    """Which mail it is."""

    OVERVIEW = "overview", "Overzicht op maandag"
    ALARM = "alarm", "Seintje als iets niet kan wachten"


class MailEventKind(TextChoices):
    """What happened to a mail; all but the first two end it."""

    TAKEN = "taken", "wordt verstuurd"
    DELAYED = "delayed", "nog niet gelukt, wordt opnieuw geprobeerd"
    SENT = "sent", "verstuurd"
    REFUSED = "refused", "komt niet aan"
    FAILED = "failed", "niet gelukt"
    UNCERTAIN = "uncertain", "verzending onzeker"
    NOT_WANTED = "not_wanted", "niet meer gevraagd"
    EXPIRED = "expired", "niet verstuurd: die dag was voorbij"
