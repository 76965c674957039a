"""The roles of staff, and what a role can be allowed."""

from enum import Enum, auto

from django.db.models import TextChoices


class Role(TextChoices):
    """What somebody does in a municipality, for a period."""

    OFFICER = "officer", "Re-integratieofficier"
    COORDINATOR = "coordinator", "Coördinator"
    PROGRAMME_MANAGER = "programme_manager", "Programmamanager"
    FUNCTIONAL_MANAGER = "functional_manager", "Functioneel beheerder"
    PRIVACY_OFFICER = "privacy_officer", "Functionaris gegevensbescherming"
    NETWORK_LEAD = "network_lead", "Landelijk netwerk"


class AccountEventKind(TextChoices):
    """What a manager did to an account, besides giving and ending roles."""

    CLOSED = "closed", "account uitgezet"
    REOPENED = "reopened", "account aangezet"
    FACTOR_RESET = "factor_reset", "tweede stap weggehaald"


class ReviewOutcome(TextChoices):
    """What a manager says of an account when he looks at all of them."""

    KEPT = "kept", "Nog nodig, zoals het is"
    CHANGED = "changed", "Nog nodig, de rollen pas ik aan"
    ENDED = "ended", "Niet meer nodig: de rollen eindigen vandaag"
    OWN = "own", "Eigen account, niet zelf beoordeeld"


class CalendarStep(TextChoices):
    """What somebody did with the address of his calendar."""

    MADE = "made", "agenda-adres gemaakt"
    RENEWED = "renewed", "agenda-adres vernieuwd"
    TITLES_CHOSEN = "titles_chosen", "woorden in de agenda gekozen"
    STOPPED = "stopped", "agenda-adres gestopt"


class CalendarTitles(TextChoices):
    """What his calendar says of a young person."""

    NEUTRAL = "neutral", "Zonder namen"
    INITIALS = "initials", "Met initialen"


class Permission(Enum):
    """One thing that may be allowed in a municipality."""

    SCREEN_REFERRALS = auto()  # see open referrals, register and accept them
    GUIDE = auto()  # see and work on trajectories that are assigned to him
    SEE_ALL_TRAJECTORIES = auto()  # see every referral and trajectory of the municipality
    APPROVE_EXCEPTIONS = auto()  # be the second person when a criterion is set aside
    TAKE_OVER_MESSAGES = auto()  # see the messages that were handed over to regular aftercare
    ASSIGN = auto()  # say who guides whom, and who covers for whom
    READ_APPROACH = auto()  # read by which rules the municipality works
    CHANGE_APPROACH = auto()  # change a local rule, from a day, with a reason
    MANAGE_USERS = auto()  # invite colleagues and give or end their roles; never his own
    READ_SOCIAL_MAP = auto()  # read whom to call, and say that it is not right
    KEEP_SOCIAL_MAP = auto()  # add, change and end entries of the social map
    READ_PROGRAMME = auto()  # read the plan page of the municipality, and what was published of it
    APPROVE_STORIES = auto()  # say that a young person gave leave for his story, which somebody else wrote
    KEEP_PROGRAMME = auto()  # write the plan page and publish it
    READ_INDICATORS = auto()  # read by what the plan is measured, and the figures of the country beside it
    KEEP_INDICATORS = auto()  # say what is counted, and bring figures in
    JUDGE_GROUNDS = (
        auto()
    )  # say whether somebody may be involved, when an officer asks; sees no name and no file
    READ_INSIGHT = auto()  # read the numbers of a year: whole of whom he may see, else without small numbers
