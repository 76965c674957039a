"""What a colleague can be asked at two screens: to look at Vandaag, or to make an address; and what came of it."""

from collections import Counter

from regie.accounts.enums import CalendarTitles
from regie.accounts.models import CalendarAddress, User
from regie.base.clock import day, now
from regie.clocks.models import Notice
from regie.desk.pages.today import today_page
from tests.prove.acts import Deed


def look(*, by: str) -> Deed:
    """The page is made; what it tells is still to be written."""
    user, at = User.objects.get(email=f"{by}@example.nl"), now()
    actor = user.acting(at)
    page = today_page(actor, on=day(at), address={})
    return lambda: Notice.tell(page.shown, last=page.told.last, to=user, by=actor, at=at)


def most_told() -> Deed:
    """How many terms somebody was told of, and how often the one that was told most."""
    keys = Notice.objects.values_list("told_to", "referral", "rule", "occurrence")
    told = Counter(keys)
    return lambda: [len(told), max(told.values(), default=0)]


def make_address(*, by: str, seen: int | None) -> Deed:
    """He decided so by what stood there; the address is still to be made."""
    user, at = User.objects.get(email=f"{by}@example.nl"), now()
    told = {"user": user, "titles": CalendarTitles.NEUTRAL, "seen": seen, "by": user.acting(at), "at": at}
    return lambda: CalendarAddress.make(**told).address.pk


def addresses_standing() -> Deed:
    """How many addresses stand, and how many were made."""
    made = CalendarAddress.objects.all()
    return lambda: [made.standing().count(), made.count()]
