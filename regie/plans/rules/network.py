"""When what is told of somebody around him can be true, and may stand there: that person has rights too."""

from dataclasses import dataclass
from datetime import date

from regie.base.errors import NotValid
from regie.detention.rules import check_told_day
from regie.plans.enums import Closeness, Influence, MayCall, NoContact, Tie

# How long each text may be, by its field.
LONGEST_OF_MEMBER = {
    "name": 120,
    "helps_with": 300,
    "phone": 40,
    "reason": 500,
    "reason_source": 200,
    "ended_words": 300,
}
RISKS = frozenset({Influence.RISKY, Influence.BOTH})
_FIRST = (Influence.SUPPORTS, Influence.BOTH, Influence.UNKNOWN, Influence.RISKY)
NO_REASON = "Schrijf op waarom dit er staat. Deze persoon mag het zelf ook lezen."
NO_SOURCE = "Schrijf op van wie u dit weet, of waar het staat."
NO_NUMBER = "Bewaar het nummer alleen als u mag bellen. Kies dan Ja, of haal het nummer weg."


@dataclass(frozen=True)
class NetworkAccount:
    """What is told of somebody around him, on `happened_on`; `name` is as he calls them.

    `ended_on` is the day from which they are no longer in his life.
    """

    happened_on: date
    name: str
    tie: Tie
    closeness: Closeness = Closeness.UNKNOWN
    influence: Influence = Influence.UNKNOWN
    helps_with: str = ""
    may_call: MayCall = MayCall.NOT_ASKED
    phone: str = ""
    no_contact: NoContact = NoContact.NOTHING_TOLD
    reason: str = ""
    reason_source: str = ""
    since: date | None = None
    ended_on: date | None = None
    ended_words: str = ""


def check_member(account: NetworkAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside what says nothing, too much, or what may not stand there without its ground."""
    if not account.name.strip():
        raise NotValid("Schrijf op hoe hij deze persoon noemt. Alleen “mijn oma” is genoeg.", field="name")
    for field, longest in LONGEST_OF_MEMBER.items():
        if len(getattr(account, field)) > longest:
            raise NotValid(f"Dit is te lang. Houd het onder {longest} tekens.", field=field)
    if account.phone and account.may_call != MayCall.YES:
        raise NotValid(NO_NUMBER, field="phone")
    _check_ground(account)
    _check_days(account, birth_date=birth_date, on=on)


def needs_ground(influence: str, no_contact: str) -> bool:
    """Whether it may only stand there with a reason and who says so."""
    return influence in RISKS or no_contact != NoContact.NOTHING_TOLD


def reading_order(influence: str, no_contact: str, closeness: str) -> tuple[int, int, int]:
    """Who supports him is read first; who is near before who is far; with whom he has no contact last."""
    apart = int(no_contact != NoContact.NOTHING_TOLD)
    near = list(Closeness.values).index(closeness)
    return apart, _FIRST.index(Influence(influence)), near


def _check_ground(account: NetworkAccount) -> None:
    if not needs_ground(account.influence, account.no_contact):
        return
    for field, sentence in (("reason", NO_REASON), ("reason_source", NO_SOURCE)):
        if not getattr(account, field).strip():
            raise NotValid(sentence, field=field)


def _check_days(account: NetworkAccount, *, birth_date: date | None, on: date) -> None:
    if account.since != birth_date:  # a parent is there from the first day
        check_told_day(account.since, field="since", birth_date=birth_date, on=on)
    check_told_day(account.ended_on, field="ended_on", birth_date=birth_date, on=on)
    if account.since and account.ended_on and account.ended_on < account.since:
        raise NotValid("Dit kan niet eerder ophouden dan het begon.", field="ended_on")
    if account.ended_words and not account.ended_on:
        raise NotValid("Vul in sinds welke dag deze persoon niet meer in zijn leven is.", field="ended_on")
