"""When an appointment can be, by the clock there, and what can be told of how it went."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from regie.base.errors import NotNow, NotValid
from regie.contacts.enums import AppointmentResult, ContactKind, MeetingWith, ToldHow

ZONE = ZoneInfo("Europe/Amsterdam")
LONGEST_OF_APPOINTMENT = {"partner": 120, "place": 200, "purpose": 200}  # by its field
# For these somebody goes somewhere: the place must be told. Of the others it may be.
OUTSIDE = (ContactKind.HOME_VISIT, ContactKind.STREET, ContactKind.MEETING)
SOMEWHERE = (ContactKind.PRISON_VISIT, *OUTSIDE)
# With whom is told apart; and a call that he made himself was agreed as a call.
AGREEABLE = tuple(
    kind for kind in ContactKind if kind not in (ContactKind.PARTNER, ContactKind.CALL_FROM_INSIDE)
)
# Our own choices: what was longer ago is told as contact; what lies further ahead is a slip of the pen.
BACK, AHEAD = timedelta(days=7), timedelta(days=366)
OFF = (AppointmentResult.OFF_BY_HIM, AppointmentResult.OFF_BY_US)
NO_LENGTH = "Het begin en het einde zijn gelijk. Vul in hoe laat het begint en hoe laat het ophoudt."
WRONG_WAY = "Het einde ligt voor het begin. Kijk de tijden na. Een afspraak houdt op voor middernacht."
TOO_LONG_AGO = "Deze dag is meer dan een week geleden. Leg vast wat er was als contact."
TOO_FAR = "Deze dag ligt meer dan een jaar vooruit. Klopt het jaar?"
NO_PLACE = "Vul in waar het is."
NO_PARTNER = "Vul in met wie."


@dataclass(frozen=True)
class AppointmentAccount:
    """What is agreed for `happened_on`, between two times of the clock there; without `ends` nobody said how long.

    `later` is told of a time that comes twice, in the night that the clock goes back: whether it is the second one.
    """

    happened_on: date
    begins: time
    kind: ContactKind
    ends: time | None = None
    later: bool | None = None
    company: MeetingWith = MeetingWith.HIM
    partner: str = ""
    place: str = ""
    purpose: str = ""
    told_how: ToldHow = ToldHow.NOT_YET

    @property
    def starts_at(self) -> datetime:
        """The moment at which it begins."""
        return moment_of(self.happened_on, self.begins, later=bool(self.later))

    @property
    def lasts(self) -> timedelta | None:
        """How long by the clock there; None when nobody said."""
        if self.ends is None:
            return None
        return datetime.combine(self.happened_on, self.ends) - datetime.combine(self.happened_on, self.begins)


@dataclass(frozen=True)
class OutcomeAccount:
    """What is told of how it went; `words` may stay empty, for it was agreed what it was for."""

    result: AppointmentResult
    words: str = ""


def moment_of(day: date, at: time, *, later: bool = False) -> datetime:
    """The moment of a time of the clock there."""
    return datetime.combine(day, at.replace(fold=int(later)), ZONE)


def is_lost(day: date, at: time) -> bool:
    """Whether the clock skips this time that day."""
    there = moment_of(day, at)
    return there.astimezone(UTC).astimezone(ZONE).replace(tzinfo=None) != there.replace(tzinfo=None)


def comes_twice(day: date, at: time) -> bool:
    """Whether this time comes twice that day."""
    return (
        not is_lost(day, at) and moment_of(day, at).utcoffset() != moment_of(day, at, later=True).utcoffset()
    )


def moved(before: AppointmentAccount, after: AppointmentAccount) -> bool:
    """Whether it is another time."""
    return before.starts_at.astimezone(UTC) != after.starts_at.astimezone(UTC)


def check_appointment(
    account: AppointmentAccount, *, on: date, was: AppointmentAccount | None = None
) -> None:
    """Raises NotValid beside a day, a time or words that cannot be; the day that stood there already may stay."""
    _check_day(account.happened_on, on=on, was=was.happened_on if was else None)
    _check_clock(account)
    if account.ends is not None and account.ends <= account.begins:
        raise NotValid(NO_LENGTH if account.ends == account.begins else WRONG_WAY, field="ends")
    _check_with_whom_and_where(account)
    for field, longest in LONGEST_OF_APPOINTMENT.items():
        if len(getattr(account, field)) > longest:
            raise NotValid(f"Dit is te lang. Houd het onder {longest} tekens.", field=field)


def check_outcome(account: OutcomeAccount, *, starts_at: datetime, at: datetime) -> None:
    """Raises NotNow of what is still to come: that can only be called off."""
    if account.result not in OFF and at < starts_at:
        raise NotNow("Deze afspraak moet nog komen. Afzeggen of verzetten kan wel.")


def _check_with_whom_and_where(account: AppointmentAccount) -> None:
    if account.kind not in AGREEABLE:
        raise NotValid("Kies hoe u elkaar ziet of spreekt.", field="kind")
    if account.company != MeetingWith.HIM and not account.partner.strip():
        raise NotValid(NO_PARTNER, field="partner")
    if account.kind in SOMEWHERE and not account.place.strip():
        raise NotValid(NO_PLACE, field="place")


def _check_day(day: date, *, on: date, was: date | None) -> None:
    if day == was:
        return
    if day < on - BACK:
        raise NotValid(TOO_LONG_AGO, field="happened_on")
    if day > on + AHEAD:
        raise NotValid(TOO_FAR, field="happened_on")


def _check_clock(account: AppointmentAccount) -> None:
    day, at = account.happened_on, account.begins
    said = f"{at:%-H.%M} uur"
    if is_lost(day, at):
        raise NotValid(
            f"Die nacht gaat de klok een uur vooruit: {said} bestaat dan niet. Na 1.59 uur is het 3.00 uur.",
            field="begins",
        )
    if comes_twice(day, at) and account.later is None:
        raise NotValid(
            f"Die nacht gaat de klok een uur terug: {said} komt twee keer. Kies welke.", field="later"
        )
