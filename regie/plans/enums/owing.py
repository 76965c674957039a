"""What he owes."""

from django.db.models import TextChoices


class DebtKind(TextChoices):
    """Of what a debt is."""

    FINES = "fines", "CJIB"
    INSURANCE = "insurance", "Zorgverzekering"
    RENT = "rent", "Huur"
    UTILITIES = "utilities", "Energie of water"
    PHONE = "phone", "Telefoon"
    STUDY = "study", "DUO"
    TAXES = "taxes", "Belastingdienst of toeslagen"
    BENEFIT = "benefit", "Terugvordering van UWV of gemeente"
    BANK = "bank", "Bank of postorder"
    FAMILY = "family", "Familie of privé"
    VICTIM = "victim", "Slachtoffer (schadevergoeding)"
    OTHER = "other", "Iets anders"
    UNKNOWN = "unknown", "Niet bekend"


class DebtState(TextChoices):
    """Whether a debt is still there, and if not, why."""

    OPEN = "open", "Loopt nog"
    PAID = "paid", "Betaald"
    REMITTED = "remitted", "Kwijtgescholden"
    SETTLED = "settled", "Opgelost in een regeling"
    NOT_HIS = "not_his", "Was niet van hem"


class AmountAnswer(TextChoices):
    """What we know of an amount; that nobody asked is something else than that nobody knows."""

    KNOWN = "known", "Bekend"
    UNKNOWN = "unknown", "Nagevraagd, niet bekend"
    NOT_ASKED = "not_asked", "Nog niet gevraagd"


class PaymentPlan(TextChoices):
    """What was agreed on paying a debt."""

    NONE = "none", "Geen regeling"
    ASKED = "asked", "Gevraagd"
    AGREED = "agreed", "Afgesproken"
    FROZEN = "frozen", "Gepauzeerd"
    DISPUTED = "disputed", "Betwist"
    UNKNOWN = "unknown", "Niet bekend"


class DebtThreat(TextChoices):
    """What can happen to him when nobody does anything about a debt."""

    NONE = "none", "Er dreigt niets"
    EVICTION = "eviction", "Huisuitzetting"
    CUT_OFF = "cut_off", "Afsluiting van energie of water"
    SEIZURE = "seizure", "Beslag"
    DETENTION = "detention", "Gijzeling voor boetes"
    UNKNOWN = "unknown", "Niet bekend"


class DebtsKnown(TextChoices):
    """What we know of his debts: that he has none is something else than that nobody told of any."""

    TOLD = "told", "Er zijn schulden verteld"
    NONE = "none", "Hij zegt dat hij geen schulden heeft"
    UNKNOWN = "unknown", "Nog niet bekend"
