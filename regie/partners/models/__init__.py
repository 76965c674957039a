"""The organisations and professionals of the chain."""

from regie.partners.models.check import Check
from regie.partners.models.organisation import Organisation
from regie.partners.models.pairs import Apart, Merge, MergeUndone
from regie.partners.models.professional import Professional, ProfessionalAccount

__all__ = ["Apart", "Check", "Merge", "MergeUndone", "Organisation", "Professional", "ProfessionalAccount"]
