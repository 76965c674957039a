"""A list of organisations and professionals is brought in: every line says what becomes of it, and nothing is half."""

from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import check_may
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotValid
from regie.partners.enums import Arrived, OrganisationKind, ProfessionalRole
from regie.partners.models import Organisation, Professional, ProfessionalAccount
from regie.partners.queries import checks_of
from regie.partners.rules import TITLES, Line, OrganisationAccount, day_of, folded, read_sheet


@dataclass(frozen=True)
class Outcome:
    """What becomes of one line, and in words why or what."""

    line: Line
    arrived: Arrived
    words: str = ""


@dataclass
class Planned:
    """One entry as it stands or will stand: the row when there is one, what is told of it, when it was looked at."""

    account: Any
    row: Any = None
    told: Any = None  # as it is brought in; None when nothing changes
    checked_on: date | None = None
    verified_on: date | None = None
    at: "Planned | None" = None  # the organisation of a professional, while it is not on the map yet
    key: str = field(
        init=False
    )  # its name as names are compared; folding 500 names for each of 500 lines takes seconds

    def __post_init__(self) -> None:
        self.key = folded(self.account.name)


@dataclass
class Plan:
    """What a list would do to the map of a municipality, and what it says of each of its lines."""

    municipality: Municipality
    on: date
    organisations: list[Planned] = field(default_factory=list)
    people: list[Planned] = field(default_factory=list)
    facilities: dict[str, Organisation] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, municipality: Municipality, *, on: date) -> "Plan":
        """Reads the list beside the map; five queries, whatever its length. Changes nothing."""
        plan = cls(municipality, on)
        plan.organisations = plan._known(Organisation.objects.all())
        plan.people = plan._known(Professional.objects.select_related("organisation", "facility"))
        rows = Organisation.objects.facilities()
        plan.facilities = {folded(name): row for row in rows for name in (row.name, *row.other_names)}
        lines = read_sheet(text)
        for line in sorted(
            lines, key=lambda line: (line.is_person, line.number)
        ):  # who works where, comes after it
            plan.outcomes.append(plan._outcome(line))
        plan.outcomes.sort(key=lambda outcome: outcome.line.number)
        return plan

    def _known(self, rows: Any) -> list[Planned]:
        standing = list(rows.filter(municipality=self.municipality).standing(self.on).order_by("pk"))
        checks = checks_of(standing)
        return [Planned(row.account, row, verified_on=checks[row.pk].verified_on) for row in standing]

    def _outcome(self, line: Line) -> Outcome:
        if line.problem:
            return Outcome(line, Arrived.REFUSED, line.problem)
        try:
            return self._person(line) if line.is_person else self._organisation(line)
        except NotValid as wrong:
            column = TITLES.get(wrong.field or "", "")
            said = f"{column.capitalize()}: {wrong.sentence}" if column else wrong.sentence
            return Outcome(line, Arrived.REFUSED, said)

    def _organisation(self, line: Line) -> Outcome:
        told = {name: value for name, value in line.told.items() if name not in ("checked_on", "role")}
        kind, place = OrganisationKind(told.pop("kind")), folded(told.get("place", ""))
        name = folded(told["name"])
        same = [
            known
            for known in self.organisations
            if known.key == name
            and known.account.kind == kind
            and (not place or folded(known.account.place) in ("", place))
        ]
        known = _one(same)
        account = replace(known.account, **told) if known else OrganisationAccount(kind, **_own(told))
        clean = OrganisationAccount(**Organisation.told(account, self.municipality))
        return self._planned(line, known, clean, self.organisations)

    def _person(self, line: Line) -> Outcome:
        told: dict[str, Any] = {name: value for name, value in line.told.items() if name != "checked_on"}
        told["role"] = ProfessionalRole(told["role"])
        at = self._named(told.pop("organisation", ""))
        if "facility" in told:
            told["facility"] = self._facility(told["facility"])
        name = folded(told["name"])
        same = [known for known in self.people if known.key == name and _works_at(known, at)]
        known = _one(same)
        if at and at.row:
            told["organisation"] = at.row
        account = (
            replace(known.account, **_of_person(told)) if known else ProfessionalAccount(**_of_person(told))
        )
        clean = ProfessionalAccount(**Professional.told(account, self.municipality))
        return self._planned(line, known, clean, self.people, at=at if at and not at.row else None)

    def _planned(
        self, line: Line, known: Planned | None, account: Any, among: list[Planned], at: Planned | None = None
    ) -> Outcome:
        looked = day_of(line.told.get("checked_on", ""))
        if looked and looked > self.on:
            raise NotValid("Deze dag is nog niet geweest.", field="checked_on")
        if known is None:
            among.append(Planned(account, told=account, checked_on=looked, verified_on=looked, at=at))
            return Outcome(line, Arrived.ADDED)
        changed = [
            TITLES[part.name]
            for part in fields(account)
            if getattr(account, part.name) != getattr(known.account, part.name)
        ]
        if at is not None and known.at is not at:
            known.at, changed = at, [*changed, "organisatie"]
        if looked and (known.verified_on is None or looked > known.verified_on):
            known.checked_on = known.verified_on = looked
            changed.append("nagekeken op")
        if not changed:
            return Outcome(line, Arrived.SAME)
        known.account = known.told = account
        return Outcome(line, Arrived.CHANGED, ", ".join(changed))

    def _named(self, name: str) -> Planned | None:
        """The organisation that a professional works at."""
        if not name:
            return None
        key = folded(name)
        found = [known for known in self.organisations if known.key == key]
        if not found:
            raise NotValid(f"{name} staat niet op de kaart. Zet die ook in de lijst.", field="organisation")
        if len(found) > 1:
            raise NotValid(f"{name} staat meer dan een keer op de kaart.", field="organisation")
        return found[0]

    def _facility(self, name: str) -> Organisation:
        if folded(name) not in self.facilities:
            raise NotValid(f"{name} staat niet in de landelijke lijst.", field="facility")
        return self.facilities[folded(name)]


def bring_in(text: str, *, municipality: Municipality, by: Actor, at: datetime) -> list[Outcome]:
    """Brings a list in and says of each line what became of it; what it refuses it leaves, the rest goes whole.

    Twice is once: what stands there already stays. Raises NotAllowed, or NotValid when it is no list.
    """
    check_may(by, Permission.KEEP_SOCIAL_MAP, municipality.pk)
    with transaction.atomic():
        # Two lists at once: the second waits here, and then finds what the first added.
        Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)
        plan = Plan.of(text, municipality, on=day(at))
        for planned in (*plan.organisations, *plan.people):
            if planned.told is not None:
                _carry_out(planned, municipality, by=by, at=at)
    return plan.outcomes


def preview(text: str, *, municipality: Municipality, by: Actor, at: datetime) -> list[Outcome]:
    """What bringing this list in would do; changes nothing."""
    check_may(by, Permission.KEEP_SOCIAL_MAP, municipality.pk)
    return Plan.of(text, municipality, on=day(at)).outcomes


def _carry_out(planned: Planned, municipality: Municipality, *, by: Actor, at: datetime) -> None:
    account = planned.told
    if planned.at is not None:
        account = replace(account, organisation=planned.at.row)
    if planned.row is not None:
        planned.row.change(account=account, checked_on=planned.checked_on, by=by, at=at)
        return
    model: Any = Organisation if isinstance(account, OrganisationAccount) else Professional
    planned.row = model.add(
        account=account, municipality=municipality, checked_on=planned.checked_on, by=by, at=at
    )


def _one(same: list[Planned]) -> Planned | None:
    if len(same) > 1:
        raise NotValid("Dit staat meer dan een keer op de kaart. Wijzig het daar met de hand.", field="name")
    return same[0] if same else None


def _works_at(known: Planned, at: Planned | None) -> bool:
    """Whether this can be the same professional: one of both says not where, or both say the same."""
    if at is None or (known.at is None and known.account.organisation is None):
        return True
    return known.at is at if known.at else known.account.organisation == at.row


def _own(told: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in told.items() if name in OrganisationAccount.__dataclass_fields__}


def _of_person(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if name in ProfessionalAccount.__dataclass_fields__}
