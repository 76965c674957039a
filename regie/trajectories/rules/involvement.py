"""What can be told of whom is involved with him: on which ground, for what, until when, and in which life domains."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta

from regie.approach.enums import GroundKind
from regie.approach.rules import Approach, GroundRule
from regie.base.errors import NotValid
from regie.detention.rules import check_told_day
from regie.trajectories.rules.copying import ARCHIVE
from regie.trajectories.rules.guidance import lasting
from regie.trajectories.rules.telling_others import LONGEST_PURPOSE, DisclosureAccount

LONGEST_ROLE = 80  # characters
LONGEST_SCOPE = 300
LONGEST_ENDING = 200
ANOTHER = "Kies een ander, of beëindig dit eerder."
LONGEST_OF_ALL = {
    "role": LONGEST_ROLE,
    "purpose": LONGEST_PURPOSE,
    "scope": LONGEST_SCOPE,
    "why_ended": LONGEST_ENDING,
}


@dataclass(frozen=True)
class InvolvementAccount:
    """Who is involved since a day, up to and including another, as what, on which ground and for what.

    `domains` are codes of life domains, `ground` is a code of the grounds. From `ended_on` he is involved no more: that
    is earlier than was meant, and `why_ended` says why.
    """

    happened_on: date
    until: date | None
    role: str
    domains: list[str]
    ground: str
    purpose: str
    scope: str = ""  # what he asked or agreed to
    lead: bool = False
    another: bool = False  # somebody around him has this name or number; the officer said that it is another
    organisation: Any = None  # of the social map: rules know no rows
    professional: Any = None
    ended_on: date | None = None
    why_ended: str = ""

    def is_on(self, on: date) -> bool:
        """Whether he is involved on that day."""
        return self.happened_on <= on and not self.is_over(on)

    def is_over(self, on: date) -> bool:
        """Whether he is involved no more on that day: it ends by itself."""
        since = over_from(self.until, self.ended_on)
        return since is not None and since <= on


def over_from(until: date | None, ended_on: date | None) -> date | None:
    """The first day on which he is involved no more; None while no last day was told."""
    days = ended_on, until and until + timedelta(days=1)
    return min((one for one in days if one), default=None)


def with_employer(account: InvolvementAccount) -> InvolvementAccount:
    """The same, with where the professional works when only he was told: so that it shows when he works elsewhere."""
    who = account.professional
    if who is None or account.organisation:
        return account
    return replace(account, organisation=who.organisation or who.facility)


def works_elsewhere(account: InvolvementAccount) -> bool:
    """Whether the map says that the professional works in another place than the one that was told."""
    who, place = account.professional, account.organisation
    works_at = {who.organisation_id, who.facility_id} - {None} if who else set()
    return bool(place and works_at and place.pk not in works_at)


def grounds_to_involve(approach: Approach) -> tuple[GroundRule, ...]:
    """On which grounds somebody can be involved: keeping an archive is none of them."""
    return tuple(one for one in approach.grounds if one.code != ARCHIVE)


def told_to_involved(
    involved: InvolvementAccount, *, who: str, what: str, channel: str, on: date
) -> DisclosureAccount:
    """What was told to whom is involved, as a disclosure on his ground; raises NotValid for a day outside his days."""
    if not involved.is_on(on):
        raise NotValid("Toen was deze partner niet betrokken. Kies een andere dag.", field="happened_on")
    return DisclosureAccount(
        happened_on=on,
        what=what,
        ground=involved.ground,
        channel=channel,
        purpose=involved.purpose,
        organisation=involved.organisation,
        recipient=who,
    )


def check_involvement(
    account: InvolvementAccount,
    approach: Approach,
    *,
    stood: InvolvementAccount | None = None,
    birth_date: date | None,
    on: date,
) -> None:
    """Raises NotValid beside what is missing or cannot be.

    Of what is over, whatever `stood` there before and stays the same is not asked again: it was so.
    """
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    kept = _kept(account, stood, on=on)
    if not kept >= {"organisation", "professional"}:
        _check_who(account, on=on)
    _check_words(account)
    if "domains" not in kept:
        _check_domains(account, approach)
    _check_ground(account, approach, kept="ground" in kept)
    if not kept >= {"happened_on", "until"}:
        _check_until(account, approach.longest_involvement)
    _check_ended(account, on=on)


def _kept(account: InvolvementAccount, stood: InvolvementAccount | None, *, on: date) -> frozenset[str]:
    """Which fields of what is over stay as they stood."""
    if stood is None or not account.is_over(on):
        return frozenset()
    return frozenset(name for name, value in vars(account).items() if getattr(stood, name) == value)


def _check_who(account: InvolvementAccount, *, on: date) -> None:
    who, place = account.professional, account.organisation
    if not (who or place):
        raise NotValid("Wie betrekt u? Kies een organisatie of een professional.", field="organisation")
    for field, entry in (("organisation", place), ("professional", who)):
        if is_off_map(entry, on=on):
            raise NotValid(f"{entry.name} staat niet meer op de sociale kaart. {ANOTHER}", field=field)
    if works_elsewhere(account):
        raise NotValid(f"{who.name} werkt daar niet, zegt de sociale kaart. {ANOTHER}", field="professional")


def is_off_map(entry: Any, *, on: date) -> bool:
    """Whether an entry of the map ended by that day."""
    return bool(entry and entry.ended_on and entry.ended_on <= on)


def _check_words(account: InvolvementAccount) -> None:
    for field in ("role", "purpose"):
        if not getattr(account, field).strip():
            raise NotValid("Vul dit in.", field=field)
    for field, longest in LONGEST_OF_ALL.items():
        if len(getattr(account, field)) > longest:
            raise NotValid(f"Dit is te lang. Houd het onder {longest} tekens.", field=field)


def _check_domains(account: InvolvementAccount, approach: Approach) -> None:
    if not account.domains:
        raise NotValid("Kies minstens één leefgebied.", field="domains")
    if not set(account.domains) <= {one.code for one in approach.life_domains}:
        raise NotValid("Dit leefgebied staat niet in de aanpak.", field="domains")


def _check_ground(account: InvolvementAccount, approach: Approach, *, kept: bool) -> None:
    ground = next((one for one in grounds_to_involve(approach) if one.code == account.ground), None)
    if ground is None and kept:
        return
    if ground is None:
        raise NotValid(
            "Kies een grond. Weet u het niet zeker? Kies dan dat de functionaris gegevensbescherming beoordeelt.",
            field="ground",
        )
    asked, told = ground.kind is GroundKind.REQUEST, bool(account.scope.strip())
    if asked and not told:
        raise NotValid("Wat vroeg hij, of waarmee stemde hij in? Schrijf dat op.", field="scope")
    if told and not asked:
        raise NotValid("Laat dit leeg: bij deze grond vroeg hij er niet zelf om.", field="scope")


def _check_until(account: InvolvementAccount, longest: int) -> None:
    if account.until is None:
        raise NotValid("Tot en met wanneer? Vul een dag in.", field="until")
    if account.until < account.happened_on:
        raise NotValid("Deze dag ligt voor de eerste dag.", field="until")
    last = account.happened_on + relativedelta(months=longest)
    if account.until > last:
        raise NotValid(
            f"Uw gemeente betrekt iemand hooguit {lasting(longest)}. Kies een dag tot en met {last:%d-%m-%Y}.",
            field="until",
        )


def _check_ended(account: InvolvementAccount, *, on: date) -> None:
    if account.ended_on is None:
        if account.why_ended:
            raise NotValid("Op welke dag was dit? Vul de dag in.", field="ended_on")
        return
    check_told_day(account.ended_on, field="ended_on", birth_date=None, on=on)
    if account.ended_on < account.happened_on:
        raise NotValid("Deze dag ligt voor de eerste dag.", field="ended_on")
    if account.until and account.ended_on > account.until:
        raise NotValid(f"Dit eindigde al vanzelf op {account.until:%d-%m-%Y}.", field="ended_on")
    if not account.why_ended.strip():
        raise NotValid("Waarom stopt het? Schrijf dat op.", field="why_ended")
