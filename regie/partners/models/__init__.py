"""The organisations and professionals of the chain."""

from regie.partners.models.check import Check
from regie.partners.models.organisation import Organisation
from regie.partners.models.professional import Professional, ProfessionalAccount

__all__ = ["Check", "Organisation", "Professional", "ProfessionalAccount"]
