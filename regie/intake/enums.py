"""What somebody chooses when a message says otherwise than the file."""

from django.db.models import TextChoices


class FreeDay(TextChoices):
    """Which day holds, when the file says that he is free since another day than the message."""

    FILE = "file", "De dag die er al staat"
    MESSAGE = "message", "De dag uit het bericht"
    BOTH = "both", "Allebei: hij zat daartussen weer vast"
