"""What an organisation or professional is, when it was last checked, and how a list is read."""

from regie.base.telephone import clean_phone, dialled, written_phone
from regie.partners.rules.checking import TERM, CheckFacts, Standing, looked_at_before, standing_of
from regie.partners.rules.conduct import CONDUCT, VERSION
from regie.partners.rules.details import tidy, tidy_lines
from regie.partners.rules.facilities import Entry, Problem, Unreadable, folded, read_facilities
from regie.partners.rules.likeness import Described, pairs_alike
from regie.partners.rules.listing import OrganisationAccount, check_emergency, check_kind, check_name
from regie.partners.rules.sheet import TITLES, Line, day_of, harmless, read_sheet, written_sheet

__all__ = [
    "CONDUCT",
    "TERM",
    "TITLES",
    "VERSION",
    "CheckFacts",
    "Described",
    "Entry",
    "Line",
    "OrganisationAccount",
    "Problem",
    "Standing",
    "Unreadable",
    "check_emergency",
    "check_kind",
    "check_name",
    "clean_phone",
    "day_of",
    "dialled",
    "folded",
    "harmless",
    "looked_at_before",
    "pairs_alike",
    "read_facilities",
    "read_sheet",
    "standing_of",
    "tidy",
    "tidy_lines",
    "written_phone",
    "written_sheet",
]
