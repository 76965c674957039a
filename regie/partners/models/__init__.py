"""The organisations and professionals of the chain, and who of them comes in."""

from regie.partners.models.check import Check
from regie.partners.models.conduct import ConductAcceptance
from regie.partners.models.organisation import Organisation
from regie.partners.models.pairs import Apart, Merge, MergeUndone
from regie.partners.models.professional import Professional, ProfessionalAccount
from regie.partners.models.seat import Seat, SeatOffer

__all__ = [
    "Apart",
    "Check",
    "ConductAcceptance",
    "Merge",
    "MergeUndone",
    "Organisation",
    "Professional",
    "ProfessionalAccount",
    "Seat",
    "SeatOffer",
]
