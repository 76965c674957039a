"""The papers that are kept of him."""

from django.db.models import TextChoices


class PaperKind(TextChoices):
    """What kind of paper it is."""

    REINTEGRATION_PLAN = "reintegration_plan", "D&R-plan"
    DETENTION_STATEMENT = "detention_statement", "Detentieverklaring"
    DECISION = "decision", "Beschikking"
    LETTER = "letter", "Brief"
    SIGNED_AUTHORISATION = "signed_authorisation", "Getekende machtiging"
    OTHER = "other", "Ander papier"


class PaperReach(TextChoices):
    """Who may open it; a partner never does here."""

    TEAM = "team", "Wie hem begeleidt en de coördinator"
    OFFICER = "officer", "Alleen wie hem begeleidt"


class FileType(TextChoices):
    """What a file is, by its content."""

    PDF = "pdf", "PDF"
    JPEG = "jpeg", "JPEG-foto"
    PNG = "png", "PNG-afbeelding"
    TEXT = "text", "Gewone tekst"
    DOCX = "docx", "Word-bestand"
