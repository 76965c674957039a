"""What can be true of a detention, and what follows from what was told."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from regie.base.errors import NotValid
from regie.detention.enums import Arrival, Certainty, ReleaseKind, Title

# Our own choice: two who tell of one coming in differ no more than this.
ONE_COMING_IN = timedelta(days=7)
LONGEST = {"years": 99, "months": 1_200, "days": 36_500}


class StayFacts(NamedTuple):
    """What the rules ask of a stay; `told_on` is the day it is about, for a stay without a known entry."""

    arrival: Arrival
    entered_on: date | None
    left_on: date | None = None
    told_on: date | None = None

    @property
    def since(self) -> date:
        """From which day we know of this stay."""
        return self.entered_on or self.told_on or date.min

    @property
    def lasts(self) -> bool:
        """Whether he was not out again the very day that he came in."""
        return self.left_on is None or self.left_on > self.since


class ReleaseFacts(NamedTuple):
    """What the rules ask of an expected release."""

    expected_on: date | None
    kind: ReleaseKind
    certainty: Certainty
    known_since: date


def day_one(stays: Sequence[StayFacts], *, referred_on: date) -> date | None:
    """The first day of the detention that he was referred for; None when no entry is known.

    The last entry until the referral, or else the first one after it (he was announced before he came in).
    """
    entries = [
        stay.entered_on for stay in stays if stay.arrival is Arrival.ENTERED and stay.entered_on is not None
    ]
    before = [entered_on for entered_on in entries if entered_on <= referred_on]
    return max(before) if before else min(entries, default=None)


def where(stays: Sequence[StayFacts], *, on: date) -> int | None:
    """The place in `stays` of the one he is in on a day; None when he is not inside, or nothing is known.

    A stay ends where the next one begins, or on its own last day. On one day, coming in goes before being moved, and
    who came out that day goes before who came in again.
    """
    last = latest(stays, on=on)
    left_on = stays[last].left_on if last is not None else None
    return None if left_on is not None and left_on <= on else last


def latest(stays: Sequence[StayFacts], *, on: date) -> int | None:
    """The place in `stays` of the one that began last until a day, over or not; None when none did."""
    begun = [place for place, stay in enumerate(stays) if stay.since <= on]
    return max(begun, key=lambda place: _order(stays[place], place), default=None)


def ends(stays: Sequence[StayFacts]) -> list[date | None]:
    """Until which day each of the stays lasts: its own last day, or where the next one begins; None is: he is there."""
    order = sorted(range(len(stays)), key=lambda place: _order(stays[place], place))
    following = {place: stays[then].since for place, then in pairwise(order)}
    days = [(stay.left_on, following.get(place)) for place, stay in enumerate(stays)]
    return [min((day for day in both if day), default=None) for both in days]


def _order(stay: StayFacts, place: int) -> tuple[date, bool, bool, int]:
    return stay.since, stay.arrival is Arrival.MOVED, stay.lasts, place


def ground_that_holds(known_since: Sequence[date], *, stays: Sequence[StayFacts], on: date) -> int | None:
    """The place in `known_since` (oldest first) of the ground that holds on a day; None when none does."""
    return max(of_this_detention(known_since, stays=stays, on=on), default=None)


def of_this_detention(known_since: Sequence[date], *, stays: Sequence[StayFacts], on: date) -> list[int]:
    """The places in `known_since` of what was told of the detention he is in on a day, or was in last.

    What was told of an earlier detention does not hold for the one that came after it.
    """
    told = [place for place, since in enumerate(known_since) if since <= on]
    if len(stays) < 2 or not told:
        return told
    came_in = day_one([stay for stay in stays if stay.since <= on], referred_on=on)
    out = _came_out_before(stays, came_in)
    return [
        place
        for place in told
        if out is None or came_in is None or known_since[place] > out or known_since[place] >= came_in
    ]


def _came_out_before(stays: Sequence[StayFacts], came_in: date | None) -> date | None:
    """The day that the detention before this one ended, at the latest; None when there was none."""
    if came_in is None:
        return None
    earlier = [stay for stay in stays if stay.since < came_in or (stay.since == came_in and not stay.lasts)]
    last = max(earlier, key=lambda stay: _order(stay, 0), default=None)
    return None if last is None else min(last.left_on or came_in, came_in)


def one_coming_in(known: StayFacts, told: StayFacts) -> bool:
    """Whether two tell of one coming in, of which only the day differs: nobody comes in twice without going out."""
    if Arrival.MOVED in (known.arrival, told.arrival) or known.left_on is not None:
        return False
    return abs(known.since - told.since) <= ONE_COMING_IN


def check_detained_again(
    told: StayFacts, *, stays: Sequence[StayFacts], what_happened: bool, on: date
) -> None:
    """Raises NotValid when he cannot have come in that day, or is inside already and nobody said what happened."""
    check_told_day(told.entered_on, field="entered_on", birth_date=None, on=on)
    out = max((stay.left_on for stay in stays if stay.left_on), default=None)
    if out and told.since < out:
        raise NotValid(
            f"Hij kwam vrij op {out:%d-%m-%Y}. Hij kan niet eerder opnieuw vastzitten.", field="entered_on"
        )
    place = where(stays, on=on)
    if place is not None and not what_happened:
        raise NotValid("We dachten dat hij nog vastzat. Zeg erbij wat er is gebeurd.", field="arrival")
    if where([*stays, told], on=on) != len(stays):
        raise NotValid(
            "Er staat al een verblijf dat op deze dag of later begon. Verbeter dat verblijf.",
            field="entered_on",
        )


def check_told_day(told: date | None, *, field: str, birth_date: date | None, on: date) -> None:
    """Raises NotValid for a day that has not been, or not after he was born."""
    if told and told > on:
        raise NotValid("Deze dag is nog niet geweest.", field=field)
    if told and birth_date and told <= birth_date:
        raise NotValid("Deze dag ligt niet na de geboortedatum.", field=field)


def check_stay(stay: StayFacts, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside the day that cannot be."""
    check_told_day(stay.entered_on, field="entered_on", birth_date=birth_date, on=on)
    check_told_day(stay.left_on, field="left_on", birth_date=birth_date, on=on)
    if stay.left_on and stay.entered_on and stay.left_on < stay.entered_on:
        raise NotValid("Hij kan niet vrijkomen voordat hij binnenkwam.", field="left_on")


def check_move(stay: StayFacts, *, others: Sequence[StayFacts]) -> None:
    """Raises NotValid for a move before he came in anywhere."""
    entries = [
        other.entered_on
        for other in others
        if other.arrival is Arrival.ENTERED and other.entered_on is not None
    ]
    if stay.arrival is not Arrival.MOVED or stay.entered_on is None or not entries:
        return
    if stay.entered_on < min(entries):
        raise NotValid(
            f"Hij kwam pas binnen op {min(entries):%d-%m-%Y}. De overplaatsing kan niet eerder zijn.",
            field="entered_on",
        )


def check_length(title: Title, years: int | None, months: int | None, days: int | None) -> None:
    """Raises NotValid for a length below zero, one that nobody gets, or one of pre-trial detention."""
    for field, number in {"years": years, "months": months, "days": days}.items():
        if number is None:
            continue
        if not 0 <= number <= LONGEST[field]:
            raise NotValid(f"Vul een getal in van 0 tot en met {LONGEST[field]}.", field=field)
        if title is Title.PRETRIAL:
            raise NotValid(
                "Voorlopige hechtenis heeft nog geen duur. Laat dit leeg, of kies een andere titel.",
                field=field,
            )


def check_release(release: ReleaseFacts, *, title: Title | None, stays: Sequence[StayFacts]) -> None:
    """Raises NotValid for a release that cannot be: before he came in, or planned in pre-trial detention."""
    if title is Title.PRETRIAL:
        _check_pretrial(release)
    if release.certainty is Certainty.ANY_DAY and release.expected_on:
        raise NotValid(
            "Kan hij elke dag vrijkomen? Laat de datum dan leeg, of kies een andere zekerheid.",
            field="expected_on",
        )
    if release.certainty is Certainty.FIXED and release.expected_on is None:
        raise NotValid("Vul de datum in die vaststaat.", field="expected_on")
    place = where(stays, on=date.max)
    entered_on = _came_in(stays) if place is not None else None
    if entered_on and release.expected_on and release.expected_on < entered_on:
        raise NotValid(
            f"Hij kwam binnen op {entered_on:%d-%m-%Y}. Hij kan niet eerder vrijkomen.", field="expected_on"
        )


def _check_pretrial(release: ReleaseFacts) -> None:
    """No judge has spoken yet: only a suspension can have its day, else he may be free any day."""
    if release.kind is ReleaseKind.SUSPENSION:
        return
    if release.expected_on:
        raise NotValid(
            "Hij zit in voorlopige hechtenis. Dan staat er nog geen einddatum: hij kan elke dag vrijkomen. "
            "Laat de datum leeg.",
            field="expected_on",
        )
    if release.certainty is not Certainty.ANY_DAY:
        raise NotValid(
            "Hij zit in voorlopige hechtenis. Dan kan hij elke dag vrijkomen. Kies dat hier.",
            field="certainty",
        )


def _came_in(stays: Sequence[StayFacts]) -> date | None:
    return day_one(stays, referred_on=date.max)


def release_that_holds(
    releases: Sequence[ReleaseFacts], *, title: Title | None, came_in: date | None
) -> int | None:
    """The place in `releases` (oldest first) of the one that holds; None when nothing we know holds any more.

    In pre-trial detention a planned end does not hold; nor does a day before he came in, for that was another time.
    """
    for place in reversed(range(len(releases))):
        release = releases[place]
        if title is Title.PRETRIAL and release.expected_on and release.kind is not ReleaseKind.SUSPENSION:
            continue
        return None if came_in and (release.expected_on or release.known_since) < came_in else place
    return None


def sentence_words(title: Title, years: int | None, months: int | None, days: int | None) -> str:
    """A ground and its length as one reads it: "gevangenisstraf, 2 jaar en 3 maanden"."""
    parts = [
        f"{number} {one if number == 1 else many}"
        for number, one, many in (
            (years, "jaar", "jaar"),
            (months, "maand", "maanden"),
            (days, "dag", "dagen"),
        )
        if number
    ]
    length = " en ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
    return f"{title.label}, {length}" if length else str(title.label)
