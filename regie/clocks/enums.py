"""What was done with a term, how it stands, what came of it, who was told of it, and what stands in a calendar."""

from enum import StrEnum

from django.db.models import TextChoices


class HandlingKind(TextChoices):
    """What somebody did with a term."""

    DONE = "done", "gedaan"
    NOT_NEEDED = "not_needed", "niet nodig"
    PUT_OFF = "put_off", "uitgesteld"


class Channel(TextChoices):
    """Along which way somebody was told of a term."""

    SCREEN = "screen", "op het scherm"
    MAIL = "mail", "per mail"


class Change(StrEnum):
    """What is new about a term to who was told of it before, or never."""

    NEW = "new"
    EARLIER = "earlier"
    LATER = "later"

    @property
    def label(self) -> str:
        """The words on the screen; of a day that moved, the day he was told follows."""
        return {
            Change.NEW: "Nieuw",
            Change.EARLIER: "Eerder dan u dacht",
            Change.LATER: "Later",
        }[self]


class Verdict(TextChoices):
    """What came of a term; it judges the term and never him."""

    MET = "met", "op tijd"
    MISSED = "missed", "te laat"
    EXEMPT = "exempt", "niet nodig"
    UNKNOWN = "unknown", "niet te zeggen"
    OPEN = "open", "weer open"


class Hitch(TextChoices):
    """What makes a day an awkward one to come out on."""

    FRIDAY = "friday", "het is dan vrijdag"
    WEEKEND = "weekend", "het is dan weekend"
    HOLIDAY = "holiday", "het is dan een feestdag"
    EVE = "eve", "de dag erna is een feestdag"


class State(StrEnum):
    """How a term stands on a day."""

    NOW = "now"
    THIS_WEEK = "this_week"
    COMING = "coming"
    PUT_OFF = "put_off"
    DONE = "done"
    NOT_NEEDED = "not_needed"

    @property
    def label(self) -> str:
        """The heading on the screen."""
        return {
            State.NOW: "Nu",
            State.THIS_WEEK: "Deze week",
            State.COMING: "Komt eraan",
            State.PUT_OFF: "Uitgesteld",
            State.DONE: "Gedaan",
            State.NOT_NEEDED: "Niet nodig",
        }[self]


class AgendaKind(StrEnum):
    """What stands in the calendar of an officer."""

    TERM = "term"
    HEARING = "hearing"
    RELEASE = "release"
    AWAY = "away"
    COVERING = "covering"
    ALONG = "along"
    APPOINTMENT = "appointment"

    @property
    def label(self) -> str:
        """The words in his calendar."""
        return {
            AgendaKind.TERM: "termijn",
            AgendaKind.HEARING: "zitting",
            AgendaKind.RELEASE: "vrijlating",
            AgendaKind.AWAY: "afwezig",
            AgendaKind.COVERING: "vervanging",
            AgendaKind.ALONG: "meegaan",
            AgendaKind.APPOINTMENT: "afspraak",
        }[self]
