"""A telephone number: one that can exist, as people write it, and as it is dialled."""

import re

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from regie.base.errors import NotValid

COUNTRY = "NL"
NO_PHONE = "Dit is geen telefoonnummer dat kan bestaan. Bijvoorbeeld 046 477 77 77 of 06 12 34 56 78."
ONLY_WITHIN = (
    PhoneNumberType.TOLL_FREE,
    PhoneNumberType.PREMIUM_RATE,
    PhoneNumberType.SHARED_COST,
)
EXTENSION = re.compile(r"\b(?:toestel|tst|doorkiesnummer)\b\.?", re.IGNORECASE)


def clean_phone(text: str) -> str:
    """The number as it is dialled from anywhere ("+31464777777", with ";ext=12" when there is one), or an empty text.

    A short number such as 112 stays as it is. Raises NotValid (field "phone") when no such number can exist.
    """
    typed = EXTENSION.sub("ext", " ".join(text.split()))
    if not typed:
        return ""
    try:
        number = phonenumbers.parse(typed, COUNTRY)
    except phonenumbers.NumberParseException:
        raise NotValid(NO_PHONE, field="phone") from None
    if re.search(r"[^\W\d_]", typed.replace("ext", "")):  # words beside a number would be lost
        raise NotValid(NO_PHONE, field="phone")
    if phonenumbers.is_valid_short_number_for_region(number, COUNTRY):
        return str(number.national_number)
    if not phonenumbers.is_valid_number(number):
        raise NotValid(NO_PHONE, field="phone")
    whole = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    return f"{whole};ext={number.extension}" if number.extension else whole


def written_phone(stored: str) -> str:
    """A stored number as people write it: "046 477 7777", "+32 89 12 34 56", "046 477 7777, toestel 12"."""
    if not stored.startswith("+"):
        return stored
    number = phonenumbers.parse(stored, COUNTRY)
    extension, number.extension = number.extension, None
    home = phonenumbers.region_code_for_number(number) == COUNTRY
    written = phonenumbers.format_number(
        number, PhoneNumberFormat.NATIONAL if home else PhoneNumberFormat.INTERNATIONAL
    )
    return f"{written}, toestel {extension}" if extension else written


def dialled(stored: str) -> str:
    """The address behind which a telephone dials a stored number; 0800 and 0900 only answer within the country."""
    if not stored.startswith("+"):
        return f"tel:{stored}" if stored else ""
    number = phonenumbers.parse(stored, COUNTRY)
    at_home = phonenumbers.region_code_for_number(number) == COUNTRY
    if at_home and phonenumbers.number_type(number) in ONLY_WITHIN:
        return f"tel:0{phonenumbers.national_significant_number(number)}"
    return f"tel:{stored}"
