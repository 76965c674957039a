"""What is told of an organisation on the social map."""

from dataclasses import dataclass

from regie.base.errors import NotValid
from regie.partners.enums import FACILITIES, OrganisationKind


@dataclass(frozen=True)
class OrganisationAccount:
    """What a municipality tells of one organisation; an empty text was not told.

    `emergency` says when it can be reached in an emergency; empty is: it is no address for emergencies.
    """

    kind: OrganisationKind
    name: str
    address: str = ""
    place: str = ""
    district: str = ""
    phone: str = ""
    email: str = ""
    site: str = ""
    note: str = ""
    emergency: str = ""


def check_emergency(emergency: str, phone: str) -> None:
    """Raises NotValid for an address for emergencies that nobody can call."""
    if emergency and not phone:
        raise NotValid("Een noodadres heeft een telefoonnummer nodig.", field="phone")


def check_name(name: str) -> None:
    """Raises NotValid without a name."""
    if not name:
        raise NotValid("Vul een naam in.", field="name")


def check_kind(kind: str) -> None:
    """Raises NotValid for a facility: those are the same for the whole country."""
    if kind in FACILITIES:
        raise NotValid(
            "Een inrichting staat al in de landelijke lijst. Zet er wel mensen bij die er werken.",
            field="kind",
        )
