"""What an organisation or professional is, when it was last checked, and how a list is read."""

from regie.partners.rules.checking import TERM, CheckFacts, Standing, looked_at_before, standing_of
from regie.partners.rules.details import clean_phone, dialled, tidy, written_phone
from regie.partners.rules.facilities import Entry, Problem, Unreadable, folded, read_facilities
from regie.partners.rules.listing import OrganisationAccount, check_kind, check_name

__all__ = [
    "TERM",
    "CheckFacts",
    "Entry",
    "OrganisationAccount",
    "Problem",
    "Standing",
    "Unreadable",
    "check_kind",
    "check_name",
    "clean_phone",
    "dialled",
    "folded",
    "looked_at_before",
    "read_facilities",
    "standing_of",
    "tidy",
    "written_phone",
]
