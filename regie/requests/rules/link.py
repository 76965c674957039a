"""A link for one request: for how long, to which address, and when guessing at its code ends it."""

import re
from datetime import timedelta

from regie.accounts.rules import same_code
from regie.base.errors import NotValid
from regie.requests.enums import LinkStep

# Our own choices.
LINK_LASTS = timedelta(days=7)
SHOWN_FOR = timedelta(minutes=30)
MOST_WRONG = 5
LINK_CODE_LENGTH = 8  # told by telephone: 38 bits, of which nobody may guess five
LONGEST_ADDRESS = 254
ENDS = (LinkStep.ANSWERED, LinkStep.REVOKED, LinkStep.CLOSED)
ADDRESS = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+")


def check_address(typed: str) -> str:
    """The address as it is kept; raises NotValid of what is not one address."""
    address = typed.strip().lower()
    if len(address) > LONGEST_ADDRESS or not ADDRESS.fullmatch(address):
        raise NotValid("Dit is geen e-mailadres. Vul er één in, zoals naam@organisatie.nl.", field="email")
    return address


def code_of(ref: str, typed: str) -> str:
    """What of a code is kept a digest of: no two links share one, however it was typed over."""
    return f"{ref} {same_code(typed)}"
