"""Who is around him, and his week."""

from django.db.models import IntegerChoices, TextChoices


class Tie(TextChoices):
    """What somebody is to him."""

    PARENT = "parent", "Ouder"
    SIBLING = "sibling", "Broer of zus"
    PARTNER = "partner", "Partner"
    CHILD = "child", "Kind"
    GRANDPARENT = "grandparent", "Opa of oma"
    FRIEND = "friend", "Vriend of vriendin"
    NEIGHBOUR = "neighbour", "Buur"
    TEACHER = "teacher", "Leraar of coach"
    COLLEAGUE = "colleague", "Collega of werkgever"
    HELPER = "helper", "Hulpverlener of vrijwilliger"
    OTHER = "other", "Iemand anders"


class Closeness(TextChoices):
    """How near somebody is to him, as he says it."""

    NEAR = "near", "Dichtbij"
    AVERAGE = "average", "Gewoon"
    FAR = "far", "Ver weg"
    UNKNOWN = "unknown", "Niet bekend"


class Influence(TextChoices):
    """Whether somebody helps him; that he is a risk needs a reason and who says so."""

    SUPPORTS = "supports", "Steunt hem"
    RISKY = "risky", "Geeft risico"
    BOTH = "both", "Steunt hem en geeft risico"
    UNKNOWN = "unknown", "Niet bekend"


class MayCall(TextChoices):
    """Whether his officer may call somebody, as he says it."""

    YES = "yes", "Ja"
    NO = "no", "Nee"
    NOT_ASKED = "not_asked", "Niet gevraagd"


class NoContact(TextChoices):
    """Why there is no contact between somebody and him, or that nothing was told of that."""

    NOTHING_TOLD = "nothing_told", "Niets over bekend"
    BAN = "ban", "Contactverbod"
    HIS_WISH = "his_wish", "Hij wil zelf geen contact"
    THEIR_WISH = "their_wish", "Deze persoon wil geen contact"


class Weekday(IntegerChoices):
    """A day of the week, counted as ISO 8601 does."""

    MONDAY = 1, "Maandag"
    TUESDAY = 2, "Dinsdag"
    WEDNESDAY = 3, "Woensdag"
    THURSDAY = 4, "Donderdag"
    FRIDAY = 5, "Vrijdag"
    SATURDAY = 6, "Zaterdag"
    SUNDAY = 7, "Zondag"


class SlotKind(TextChoices):
    """What a fixed moment of his week is for."""

    WORK = "work", "Werk"
    SCHOOL = "school", "School"
    ACTIVITIES = "activities", "Dagbesteding"
    SPORT = "sport", "Sport"
    HELP = "help", "Hulp"
    REST = "rest", "Rust"
    OTHER = "other", "Iets anders"


class Company(TextChoices):
    """Who goes along to a fixed moment, or brings him there."""

    UNKNOWN = "unknown", "Niet bekend"
    ALONE = "alone", "Hij gaat alleen"
    OFFICER = "officer", "De officier gaat mee"
    SOMEBODY = "somebody", "Iemand anders gaat mee"
