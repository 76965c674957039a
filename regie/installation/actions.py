"""A municipality begins: its region, its rules, the facilities, the indicators, and its first manager asked in."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from regie.accounts.actions import Invited, invite
from regie.accounts.enums import Role
from regie.accounts.models import Invitation, Municipality, Region, RoleGrant
from regie.approach.actions import load
from regie.approach.enums import Layer
from regie.approach.models import Edition
from regie.approach.rules import read_layer
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow, NotValid
from regie.indicators.actions import load_indicators
from regie.indicators.models import Indicator
from regie.indicators.rules import read_shipped
from regie.installation.rules import check_cbs_code
from regie.partners.actions import load_facilities
from regie.partners.models import Organisation


@dataclass(frozen=True)
class Beginning:
    """Who begins: the region, the municipality with its CBS code (GM1883), and its first functional manager."""

    region: str
    municipality: str
    cbs_code: str
    manager_name: str
    manager_email: str


def begin(
    told: Beginning,
    *,
    layers: Mapping[str, str],
    facilities: str,
    indicators: Collection[str] = (),
    again: bool = False,
    by: Actor,
    at: datetime,
) -> Invited | None:
    """Makes what is not there yet, and asks the manager in; None when he works here or was asked in already.

    `layers` is file name → text of the approach: the national one and those of this region and municipality are loaded
    where no edition of them is, and so are the files of `indicators`.
    With `again` an open invitation is taken back for a new one, whose code is told.
    """
    _check_told(told)
    with transaction.atomic():
        place = _place(told)
        _load_approach(layers, place, by=by, at=at)
        if not Organisation.objects.exists():
            load_facilities(facilities, by=by, at=at)
        _load_indicators(indicators, place, by=by, at=at)
        return _ask_in(told, place, again=again, by=by, at=at)


def _check_told(told: Beginning) -> None:
    for field, value in vars(told).items():
        if not value.strip():
            raise NotValid("Vul dit in.", field=field)
    check_cbs_code(told.cbs_code)
    try:
        validate_email(told.manager_email)
    except ValidationError:
        raise NotValid("Dit is geen e-mailadres.", field="manager_email") from None


def _place(told: Beginning) -> Municipality:
    region, _ = Region.objects.get_or_create(name=told.region)
    known = Municipality.objects.filter(cbs_code=told.cbs_code).first()
    if known is None and Municipality.objects.filter(name=told.municipality).exists():
        raise NotNow(f"{told.municipality} staat er al, met een andere CBS-code.", field="cbs_code")
    if known is None:
        return Municipality.objects.create(name=told.municipality, cbs_code=told.cbs_code, region=region)
    if (known.name, known.region_id) != (told.municipality, region.pk):
        raise NotNow(
            f"{told.cbs_code} staat er al: {known}, in de regio {known.region}. Neem die namen over.",
            field="cbs_code",
        )
    return known


def _load_approach(layers: Mapping[str, str], place: Municipality, *, by: Actor, at: datetime) -> None:
    """In the order of the layers; what the municipality changed since then stays as it is."""
    places: dict[tuple[Layer, str], dict[str, Any]] = {
        (Layer.NATIONAL, ""): {},
        (Layer.REGIONAL, place.region.name): {"region": place.region},
        (Layer.LOCAL, place.cbs_code): {"municipality": place},
    }
    read = {(told.layer, told.name): name for name, text in layers.items() for told in [read_layer(text)]}
    for (layer, name), where in places.items():
        file = read.get((layer, name))
        if file and not Edition.objects.of(layer, **where).exists():
            load(layers[file], filename=file, by=by, at=at)


def _load_indicators(texts: Collection[str], place: Municipality, *, by: Actor, at: datetime) -> None:
    """Those of the country first: the municipality's own may lead to them. What was loaded before stays as it is."""
    by_place = sorted((read_shipped(text)[0], text) for text in texts)
    loaded = Indicator.objects.exclude(code="")
    for code, text in by_place:
        if code in ("", place.cbs_code) and not loaded.filter(municipality=place if code else None).exists():
            load_indicators(text, by=by, at=at)


def _ask_in(told: Beginning, place: Municipality, *, again: bool, by: Actor, at: datetime) -> Invited | None:
    email = told.manager_email.strip().lower()
    held = RoleGrant.objects.running(day(at)).filter(
        user__email=email, municipality=place, role=Role.FUNCTIONAL_MANAGER
    )
    if held.exists():
        return None
    waiting = Invitation.objects.open(at).filter(municipality=place, email=email)
    if waiting.exists() and not again:
        return None
    for invitation in waiting:
        invitation.withdraw(by=by, at=at)
    return invite(
        municipality=place,
        role=Role.FUNCTIONAL_MANAGER,
        name=told.manager_name,
        email=email,
        by=by,
        at=at,
    )
