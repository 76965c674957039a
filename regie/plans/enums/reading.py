"""How it goes, and whether the basic conditions are met."""

from django.db.models import TextChoices


class Eye(TextChoices):
    """Who says how it goes."""

    HIMSELF = "himself", "Hijzelf"
    OFFICER = "officer", "De re-integratieofficier"
    PARTNER = "partner", "Een partner"
    NETWORK = "network", "Iemand uit zijn netwerk"


class MeasuredAt(TextChoices):
    """At which moment the basic conditions are measured, as the national monitor does; the last two are ours."""

    ENTRY = "entry", "Bij binnenkomst"
    RELEASE = "release", "Bij vrijlating"
    AFTER_6 = "after_6_months", "Zes maanden na vrijlating"
    AFTER_12 = "after_12_months", "Een jaar na vrijlating"
    AFTER_24 = "after_24_months", "Twee jaar na vrijlating"


class ConditionAnswer(TextChoices):
    """Whether a basic condition was met; not asked is that nobody told."""

    YES = "yes", "Ja"
    NO = "no", "Nee"
    UNKNOWN = "unknown", "Niet bekend"
